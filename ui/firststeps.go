package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
	"laurel/ui/yearbook"
)

// memorySteps says whether the first steps of a book were put away, or asked
// for: machine and book together, like everything about how the window looks.
const (
	memorySteps = "first steps"
	stepsAway   = "away"
	stepsAsked  = "asked"
)

// firstSteps is the line under the top bar that leads through a new book: what
// is done is read from the book each time, so that undo undoes it here too.
type firstSteps struct {
	w      *window
	object *fyne.Container
	told   string // what the line shows, to build it only when that changes
}

// firstStep is one of them.
type firstStep struct {
	text string
	tip  string
	done bool
	do   func()
}

func (w *window) newFirstSteps() *firstSteps {
	s := &firstSteps{w: w, object: kit.VBox(0)}
	s.object.Hide()
	return s
}

// steps are the ways from nothing to a book. Interviews are one only where the
// list asks anything.
func (s *firstSteps) steps() []firstStep {
	w := s.w
	var placed []model.Placement
	var problems []model.Problem
	asks := false
	if p := w.proof; p != nil {
		placed, problems, asks = p.Snapshot.Placements, p.Book.Problems, len(p.Snapshot.Edition.Questions) > 0
	}
	unclear := unclearPeople(problems)
	stops, _ := desk.BySeverity(problems)
	answered, open := answersOf(placed)
	steps := []firstStep{
		{lang.L("Import a list"), lang.L("A table, cells copied from a spreadsheet, a published page"), len(placed) > 0, w.importFile},
		{lang.L("Fix people"), lang.L("Job titles, names, people who may be the same"), len(placed) > 0 && len(unclear) == 0, func() { s.fix(unclear) }},
	}
	if asks || answered > 0 {
		steps = append(steps, firstStep{
			lang.L("Choose excerpts"), lang.L("What of the answers prints"), answered > 0 && open == 0,
			func() { w.Go(desk.Place{Screen: desk.Interviews}) },
		})
	}
	return append(steps,
		firstStep{
			lang.L("Read the pages"), lang.L("Look through the book; nothing may stop the print"), s.read() && len(stops) == 0,
			func() { w.Go(desk.Place{Screen: desk.Yearbook}) },
		},
		firstStep{lang.L("Export the book"), lang.L("A PDF to read, a proof, or files for the printer"), yearbook.Exported(w.Memory(), w.edition), w.exportBook})
}

// read says whether the pages of the edition were looked at on this machine.
func (s *firstSteps) read() bool { return s.w.Memory().Text(memoryRead(s.w.edition), "") != "" }

// memoryRead is under what it is kept that the pages of an edition were looked at.
func memoryRead(edition model.ID) string { return "pages read." + string(edition) }

// unclearPeople are the problems that the second step is about.
func unclearPeople(all []model.Problem) []model.Problem {
	return slices.DeleteFunc(slices.Clone(all), func(p model.Problem) bool {
		return p.Kind != model.ProblemNoTitle && p.Kind != model.ProblemNamesake
	})
}

// answersOf counts the answers that say something, and those of which nobody has
// chosen or approved what prints.
func answersOf(placed []model.Placement) (answered, open int) {
	for _, p := range placed {
		for _, a := range p.Answers {
			if strings.TrimSpace(a.Edited) == "" {
				continue
			}
			answered++
			if len(a.Excerpt.Parts) == 0 && !a.Excerpt.PrintOnly() && !a.Approved {
				open++
			}
		}
	}
	return answered, open
}

// fix leads to the first of those who are not clear yet.
func (s *firstSteps) fix(unclear []model.Problem) {
	place := desk.Place{Screen: desk.People}
	if len(unclear) > 0 {
		if field, ok := desk.FieldPlace(s.w.proof.Snapshot, desk.MendedAt(s.w.proof.Snapshot, unclear[0])); ok {
			place = field
		}
	}
	s.w.Go(place)
}

// wanted says whether the line is shown: in a book of which nobody is signed off
// yet, until all is done or it was put away; whenever Help asked for it.
func (s *firstSteps) wanted(steps []firstStep) bool {
	switch s.w.Memory().Text(memorySteps, "") {
	case stepsAway:
		return false
	case stepsAsked:
		return true
	}
	if p := s.w.proof; p != nil {
		for _, e := range p.Snapshot.Placements {
			if e.Status == model.SignedOff {
				s.w.Memory().SetText(memorySteps, stepsAway) // next year's edition needs no guide
				return false
			}
		}
	} else if s.w.edition != "" {
		return s.object.Visible() // not known before the book is composed
	}
	for _, step := range steps {
		if !step.done {
			return true
		}
	}
	return false
}

// refresh shows how far the book has come.
func (s *firstSteps) refresh() {
	if p := s.w.proof; p != nil && s.w.current == desk.Yearbook && len(p.Book.Document.Pages) > 0 {
		s.w.Memory().SetText(memoryRead(s.w.edition), "yes")
	}
	steps := s.steps()
	if !s.wanted(steps) {
		s.see(false)
		return
	}
	told := ""
	for _, step := range steps {
		told += step.text + map[bool]string{true: "+", false: "-"}[step.done]
	}
	if told != s.told {
		s.told = told
		s.build(steps)
	}
	s.see(true)
}

// see shows the line, or gives its room to the screen below.
func (s *firstSteps) see(on bool) {
	if s.object.Visible() == on {
		return
	}
	kit.SetVisible(s.object, on)
	if s.w.middle != nil {
		s.w.middle.Refresh()
	}
}

func (s *firstSteps) build(steps []firstStep) {
	cells := []kit.Cell{kit.Natural(kit.NewLabel(lang.L("First steps"), kit.BodyStrong))}
	next := true
	for i, step := range steps {
		if i > 0 {
			cells = append(cells, kit.Natural(kit.NewIcon(kit.IconChevronRight, 16, kit.Ink3)))
		}
		var button *kit.Button
		switch {
		case step.done:
			button = kit.NewQuiet(step.text, step.do).WithIcon(kit.IconCheck)
		case next:
			button, next = kit.NewSmall(step.text, step.do), false
		default:
			button = kit.NewQuiet(step.text, step.do).WithTone(kit.Ink2)
		}
		cells = append(cells, kit.Natural(button.WithTip(step.tip)))
	}
	away := kit.NewIconButton(kit.IconClose, lang.L("Put away; Help brings it back"), func() {
		s.w.Memory().SetText(memorySteps, stepsAway)
		s.refresh()
	})
	cells = append(cells, kit.Space(), kit.Natural(away))
	s.object.Objects = []fyne.CanvasObject{
		kit.WithGround(kit.Soft, kit.Sized(kit.Pad(kit.MidRow(8, cells...), 0, 8, 0, 16), 0, 44)), kit.NewHLine(),
	}
	s.object.Refresh()
}

// askSteps shows the first steps again.
func (w *window) askSteps() {
	w.Memory().SetText(memorySteps, stepsAsked)
	w.steps.refresh()
}
