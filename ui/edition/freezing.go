package edition

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// frozenBanner says above the list that the edition is locked.
func (s *screen) frozenBanner(e model.Edition) kit.BannerParams {
	return kit.BannerParams{
		Tone: kit.Info, Icon: kit.IconLock,
		Strong: lang.L("{{.Edition}} is frozen.", map[string]any{"Edition": e.Year}),
		Text:   lang.L("It prints as it was signed off; corrections become dated notes."),
		Action: lang.L("Add note"),
		OnTap: func() {
			if r, ok := s.current(); ok {
				s.noteErratum(r)
				return
			}
			s.desk.Tell(lang.L("Choose the entry first."), false)
		},
	}
}

// freeze asks before an edition is frozen, and before it is unfrozen: Undo does
// not come back past either.
func (s *screen) freeze() {
	e := s.shown.edition
	if e.Frozen {
		kit.Confirm(s.desk.Window(), lang.L("Unfreeze {{.Edition}}", map[string]any{"Edition": e.Name()}),
			lang.L("Its entries can be changed again, and no longer are as they were printed. The step is recorded; Undo does not go back past it."),
			lang.L("Unfreeze"), func() { s.desk.Do(nil, store.Freeze{EditionID: e.ID, Unfreeze: true}) })
		return
	}
	var unsigned []model.ID
	signed := 0
	for _, r := range s.shown.rows {
		switch {
		case r.Placement.Status == model.Confirmed:
			unsigned = append(unsigned, r.Placement.ID)
		case r.Placement.Status == model.SignedOff:
			signed++
		}
	}
	sign := kit.NewCheck(lang.N("Sign off the {{.Count}} confirmed entries first", len(unsigned), map[string]any{"Count": len(unsigned)}), nil)
	sign.SetOn(true)
	kit.SetVisible(sign, len(unsigned) > 0)
	kit.NewDialog(s.desk.Window(), kit.DialogParams{
		Title: lang.L("Freeze {{.Edition}}", map[string]any{"Edition": e.Name()}), Primary: lang.L("Freeze"), Width: 520,
		Content: kit.VBox(16,
			kit.NewParagraph(lang.L("What this edition prints no longer changes when a person, a photo or an organisation does. Mistakes that are found later become dated notes."), kit.Body),
			kit.NewParagraph(lang.N("{{.Count}} entries are signed off.", signed, map[string]any{"Count": signed})+" "+
				lang.L("The step is recorded, and Undo does not go back past it; Unfreeze does."), kit.Small),
			sign),
		OnPrimary: func() bool {
			commands := []store.Command{store.Freeze{EditionID: e.ID}}
			if sign.On() && len(unsigned) > 0 {
				commands = append([]store.Command{store.SetStatus{IDs: unsigned, Status: model.SignedOff}}, commands...)
			}
			s.do(model.Say("Freeze {{.Edition}}", "Edition", e.Name()), false, commands...)
			return true
		},
	}).Show()
}

// noteErratum asks for a note on what a frozen edition printed of an entry.
func (s *screen) noteErratum(r store.EntryRow) {
	if !s.shown.edition.Frozen {
		s.desk.Tell(lang.L("This edition is not frozen: correct the entry itself."), false)
		return
	}
	s.askErratum(lang.L("Erratum on {{.Name}}", map[string]any{"Name": r.Name}), model.Erratum{PlacementID: r.Placement.ID}, func(e model.Erratum) {
		s.want = r.Placement.ID
		s.desk.Do(nil, store.AddErratum{Erratum: e})
	})
}

func (s *screen) changeErratum(r store.EntryRow, e model.Erratum) {
	s.askErratum(lang.L("Erratum on {{.Name}}", map[string]any{"Name": r.Name}), e, func(now model.Erratum) {
		s.desk.Do(nil, store.UpdateErratum{ID: e.ID, Noted: &now.Noted, Text: &now.Text})
	})
}

func (s *screen) askErratum(title string, e model.Erratum, take func(model.Erratum)) {
	text := kit.NewArea(lang.L("What was wrong, and what is right"), lang.L("The title was Director, not Deputy Director."))
	noted := kit.NewField(lang.L("Date"), lang.L("Today"))
	text.SetText(e.Text)
	noted.SetText(e.Noted)
	note := kit.NewParagraph(lang.L("What was printed stays as it is. The note is kept in the book and printed nowhere."), kit.Small)
	d := kit.NewDialog(s.desk.Window(), kit.DialogParams{
		Title: title, Primary: lang.L("Save"), Width: 520, First: text.Focusable(),
		Content: kit.VBox(16, text, kit.Sized(noted, 200, 0), note),
		OnPrimary: func() bool {
			e.Text, e.Noted = text.Text(), strings.TrimSpace(noted.Text())
			if len(linesIn(e.Text)) == 0 {
				text.SetError(lang.L("Write what was wrong and what is right."))
				return false
			}
			if !dated(noted, e.Noted) {
				return false
			}
			take(e)
			return true
		},
	})
	d.Show()
}

// dated says whether a field holds a date or nothing, and marks it where it does
// not.
func dated(f *kit.Field, text string) bool {
	f.SetError("")
	if text == "" || model.IsDate(text) {
		return true
	}
	f.SetError(lang.L("2026, 2026-03 or 2026-03-31"))
	return false
}

// errataMenu is what can be done with the notes on an entry.
func (s *screen) errataMenu(r store.EntryRow) []*fyne.MenuItem {
	items := []*fyne.MenuItem{kit.MenuItem(lang.L("Note an erratum…"), kit.IconEdit, func() { s.noteErratum(r) })}
	for _, e := range r.Errata {
		item := kit.MenuItem(lang.L("Erratum of {{.Date}}", map[string]any{"Date": e.Noted}), kit.IconDocument, nil)
		item.ChildMenu = fyne.NewMenu("",
			kit.MenuItem(lang.L("Change…"), kit.IconEdit, func() { s.changeErratum(r, e) }),
			kit.MenuItem(lang.L("Take away"), kit.IconTrash, func() { s.desk.Do(nil, store.RemoveErratum{ID: e.ID}) }))
		items = append(items, item)
	}
	return items
}
