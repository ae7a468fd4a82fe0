package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// cloneEdition asks for the edition of another year, made out of this one.
func (s *screen) cloneEdition() {
	e := s.shown.edition
	year := kit.NewField(lang.L("Year"), strconv.Itoa(e.Year+1))
	year.SetText(strconv.Itoa(e.Year + 1))
	printed := 0
	for _, r := range s.shown.rows {
		if r.Placement.Status.Printed() {
			printed++
		}
	}
	as := kit.NewSegment([]string{lang.L("Nominated"), lang.L("Longlisted")}, nil)
	asBox := kit.Pad(labelled(lang.L("They begin as"), as), 0, 0, 0, 28)
	people := kit.NewCheck(lang.N("The {{.Count}} people who were printed, in their order", printed, map[string]any{"Count": printed}), func(on bool) { kit.SetVisible(asBox, on) })
	c := store.CloneEdition{From: e.ID}
	parts := []struct {
		word string
		into *bool
		used bool
	}{
		{lang.L("Questions of the interview"), &c.Questions, len(e.Questions) > 0},
		{lang.L("Categories"), &c.Categories, len(e.Categories) > 0},
		{lang.L("Rules"), &c.Rules, len(e.Rules) > 0},
		{lang.L("Method and criteria"), &c.Criteria, e.Method+e.Criteria != ""},
		{lang.L("Judges"), &c.Judges, len(e.Judges) > 0},
		{lang.L("The book: sections, look, imprint"), &c.Book, true},
	}
	checks := make([]*kit.Check, len(parts))
	boxes := []fyne.CanvasObject{people, asBox}
	people.SetOn(true)
	for i, p := range parts {
		checks[i] = kit.NewCheck(p.word, nil)
		checks[i].SetOn(p.used)
		if p.used {
			boxes = append(boxes, checks[i])
		}
	}
	fields := []fyne.CanvasObject{
		kit.Sized(year, 200, 0),
		kit.VBox(8, append([]fyne.CanvasObject{kit.NewLabel(lang.L("What to take over"), kit.Small)}, boxes...)...),
		kit.NewParagraph(lang.L("Answers, dates and errata stay with {{.Edition}}. Movement is counted against it.", map[string]any{"Edition": e.Name()}), kit.Small),
	}
	kit.Form(s.desk.Window(), lang.L("Next edition of {{.List}}", map[string]any{"List": joined(" ", e.ListName, e.Region)}), lang.L("Create"), fields, func() bool {
		n, err := strconv.Atoi(strings.TrimSpace(year.Text()))
		if err != nil || n < 1 || n > 9999 {
			year.SetError(lang.L("Write a year."))
			return false
		}
		for _, other := range s.shown.editions {
			if other.ListID == e.ListID && other.Year == n && other.Region == e.Region {
				year.SetError(lang.L("{{.Edition}} is already in the book.", map[string]any{"Edition": other.Name()}))
				return false
			}
		}
		c.Year, c.People = n, people.On()
		c.Status = []model.Status{model.Nominated, model.Longlisted}[as.Selected()]
		for i, p := range parts {
			*p.into = checks[i].On()
		}
		s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				s.desk.SetEdition(r.Created)
				s.desk.Tell(lang.L("Made from {{.Edition}}", map[string]any{"Edition": e.Name()}), true)
			}
		}, c)
		return true
	})
	year.SelectAll()
}
