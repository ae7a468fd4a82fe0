// Package interviews is the screen where answers become what prints: sentences
// are chosen and starred, texts edited, approved and held to the house style,
// and the person's real page stands beside them.
package interviews

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

type screen struct {
	desk    desk.Desk
	object  *fyne.Container
	work    fyne.CanvasObject
	none    fyne.CanvasObject
	unasked fyne.CanvasObject // by question, where no question is asked
	list    *list
	middle  *fyne.Container
	answers *answers
	compare *compare
	beside  *beside

	data  *model.Snapshot // as read last, with what was changed here since
	order []int           // of the entries, as indexes of its placements

	placement model.ID // whose answers are shown
	question  string   // that is compared
	way       int
	goal      desk.Place // where to go once the data are there
	later     desk.Later
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d}
	s.later.Loading = func() bool { return d.EditionID() != "" && (s.data == nil || s.data.Edition.ID != d.EditionID()) }
	s.beside = newBeside(s)
	s.answers = newAnswers(s)
	s.compare = newCompare(s)
	s.list = newList(s)
	s.middle = container.NewStack(s.answers.object)
	right := desk.Remembered(d.Memory(), "interviews.page", kit.SplitParams{
		First: s.middle, Second: s.beside.object, Keep: kit.KeepFirst, Size: 600, MinFirst: 520, MinSecond: 360,
	})
	s.work = desk.Remembered(d.Memory(), "interviews.list", kit.SplitParams{
		First: s.list.object, Second: right, Keep: kit.KeepFirst, Size: 264, MinFirst: 216, MinSecond: 920, // narrow windows take from the list first
	})
	s.none = container.NewStack(kit.NewFill(kit.Surface), kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconInterviews, Missing: lang.L("Nobody to interview yet"),
		Do:     lang.L("Put people into the edition first; their answers then stand here beside their pages."),
		Action: lang.L("Go to the edition"), OnTap: func() { d.Go(desk.Place{Screen: desk.Edition}) },
	}), 420, 0)))
	s.unasked = container.NewStack(kit.NewFill(kit.Surface), s.newUnasked())
	s.object = container.NewStack(s.work)
	return s
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show brings up an entry, and one of its answers.
func (s *screen) Show(p desk.Place) {
	s.goal = p
	if s.data == nil || s.data.Edition.ID != s.desk.EditionID() {
		s.fetch()
		return
	}
	s.goOn()
	s.fetch()
}

// Place says which answer is shown.
func (s *screen) Place() desk.Place {
	p := desk.Place{Screen: desk.Interviews, PlacementID: s.placement, AnswerID: s.answers.opened}
	if e := s.entry(); e != nil && len(e.Members) > 0 {
		p.PersonID = e.Members[0].PersonID
	}
	return p
}

// Changed fetches again.
func (s *screen) Changed([]store.Event) { s.fetch() }

// Flush hands over what was typed.
func (s *screen) Flush() { s.answers.flush() }

// Close lets go of the pages.
func (s *screen) Close() error { return s.beside.preview.close() }

// Proofed says anew who is too long for the page.
func (s *screen) Proofed(*desk.Proof) {
	if s.data != nil {
		s.list.refresh()
	}
}

// TabNames names the two ways through the interviews.
func (s *screen) TabNames() []string { return []string{"by person", "by question"} }

// ShowTab takes one of them.
func (s *screen) ShowTab(i int) { s.setWay(i) }

// book is the newest composed book of the edition, nil where there is none.
func (s *screen) book() *yearbook.Book {
	if p := s.desk.Proof(); p != nil && s.data != nil && p.EditionID == s.data.Edition.ID {
		return p.Book
	}
	return nil
}

// fill shows the data.
func (s *screen) fill() {
	entries := s.entries()
	if len(entries) == 0 {
		s.show(s.none)
		return
	}
	s.show(s.work)
	if s.entry() == nil {
		s.placement = entries[0].ID
		s.beside.clear()
	}
	if questions := s.questions(); !slices.Contains(questions, s.question) {
		s.question = ""
		if len(questions) > 0 {
			s.question = questions[0]
		}
	}
	s.list.fill()
	s.goOn()
	s.fillMiddle()
	s.beside.refresh()
	s.beside.measured()
}

// newUnasked says that the edition asks nothing, and leads to where it would.
func (s *screen) newUnasked() fyne.CanvasObject {
	return kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconInterviews, Missing: lang.L("This edition asks no questions yet"),
		Do:     lang.L("Write them in its settings, or import published pages: their questions come with them."),
		Action: lang.L("Write the questions…"), OnTap: s.toQuestions,
	}), 420, 0))
}

// toQuestions leads to the questions in the settings of the edition.
func (s *screen) toQuestions() {
	s.desk.Go(desk.Place{Screen: desk.Edition, Field: desk.FieldQuestions})
}

func (s *screen) fillMiddle() {
	if s.way == byQuestion {
		s.showMiddle(s.compare.object)
		if len(s.questions()) == 0 {
			s.showMiddle(s.unasked)
		}
		s.compare.fill()
		return
	}
	s.showMiddle(s.answers.object)
	s.answers.fill()
}

func (s *screen) show(o fyne.CanvasObject) {
	if s.object.Objects[0] != o {
		s.object.Objects = []fyne.CanvasObject{o}
		s.object.Refresh()
	}
}

// goOn goes to what Show asked for.
func (s *screen) goOn() {
	goal := s.goal
	if s.data == nil || goal.Screen == "" && goal.PlacementID == "" && goal.PersonID == "" && goal.AnswerID == "" {
		return
	}
	s.goal = desk.Place{}
	for _, e := range s.entries() {
		mine := e.ID == goal.PlacementID || slices.ContainsFunc(e.Members, func(m model.Member) bool { return goal.PersonID != "" && m.PersonID == goal.PersonID })
		if !mine && goal.AnswerID != "" {
			mine = slices.ContainsFunc(e.Answers, func(a model.Answer) bool { return a.ID == goal.AnswerID })
		}
		if !mine {
			continue
		}
		s.openAnswer(e.ID, goal.AnswerID)
		if goal.AnswerID != "" {
			s.answers.goTo(goal.AnswerID, goal.Field)
			if a := s.answers.open(); a != nil && goal.Start > 0 {
				s.answers.goToPart(*a, goal.Field, goal.Start)
			}
			return
		}
		break
	}
	s.list.focus()
}

// setWay goes through the interviews by person or by question.
func (s *screen) setWay(way int) {
	s.answers.flush()
	s.way = way
	s.list.way.Select(way)
	if a := s.answers.open(); a != nil && way == byQuestion {
		s.question = a.Question
	}
	s.fill()
}

func (s *screen) showMiddle(o fyne.CanvasObject) {
	if s.middle.Objects[0] != o {
		s.middle.Objects = []fyne.CanvasObject{o}
		s.middle.Refresh()
	}
}

// showEntry shows the answers and the pages of an entry.
func (s *screen) showEntry(id model.ID) {
	if id == s.placement {
		s.beside.measured()
		return
	}
	s.answers.flush()
	s.answers.pane.endEditing()
	s.placement = id
	if s.answers.open() == nil {
		s.answers.opened = ""
	}
	if s.way == byPerson {
		s.answers.fill()
		s.answers.scroll.SetOffset(0)
	}
	s.beside.refresh()
}

// showQuestion compares the answers to a question.
func (s *screen) showQuestion(question string) {
	s.question = question
	s.compare.fill()
}

// openAnswer goes to one answer of an entry by person.
func (s *screen) openAnswer(entry, answer model.ID) {
	s.showEntry(entry)
	if answer != "" {
		s.answers.opened = answer
	}
	if s.way != byPerson {
		s.setWay(byPerson)
	} else {
		s.list.fill()
		s.answers.fill()
	}
}

// enter goes from the list into the answers.
func (s *screen) enter() {
	if s.way == byQuestion {
		s.desk.Window().Canvas().Focus(s.compare.list.Focusable())
		return
	}
	if a := s.answers.open(); a != nil {
		s.answers.goTo(a.ID, model.FieldExcerpt)
	}
}

// stepPerson goes to the person before or after.
func (s *screen) stepPerson(by int) {
	if s.way == byQuestion {
		s.compare.step(by)
		return
	}
	l := s.list
	for i := l.list.Selected() + by; i >= 0 && i < len(l.rows); i += by {
		if l.rows[i].entry != nil {
			l.list.Select(i)
			l.selected(i)
			return
		}
	}
}

// stepQuestion goes to the question before or after.
func (s *screen) stepQuestion(by int) {
	if s.way == byPerson {
		s.answers.step(by)
		return
	}
	questions := s.questions()
	if i := slices.Index(questions, s.question) + by; i >= 0 && i < len(questions) {
		s.question = questions[i]
		s.fill()
	}
}

// ask adds the questions of the edition to an entry that was asked none.
func (s *screen) ask() {
	p := s.entry()
	if p == nil {
		return
	}
	var commands []store.Command
	for _, q := range s.data.Edition.Questions {
		commands = append(commands, store.AddAnswer{PlacementID: p.ID, Answer: model.Answer{Question: q}})
	}
	s.do(commands...)
}

// toYearbook shows the entry's page among the others.
func (s *screen) toYearbook() {
	place := desk.Place{Screen: desk.Yearbook, PlacementID: s.placement}
	if a := s.answers.open(); a != nil {
		place.AnswerID, place.Field = a.ID, model.FieldExcerpt
		if sentence, ok := s.answers.pane.chooser.Sentence(); ok {
			if part, prints := a.Excerpt.InPrint(a.Edited, sentence); prints {
				place.Start, place.End = part.Start, part.End
			}
		}
	}
	s.desk.Go(place)
}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	if s.later.Loading() {
		s.later.Do(func() { s.Act(c) })
		return true
	}
	switch c {
	case desk.ChooseSentence, desk.PullQuote, desk.ClearExcerpt, desk.EditAnswer, desk.ApproveAnswer:
		return s.answers.act(c)
	case desk.PreviousPerson:
		s.stepPerson(-1)
	case desk.NextPerson:
		s.stepPerson(1)
	case desk.PreviousQuestion:
		s.stepQuestion(-1)
	case desk.NextQuestion:
		s.stepQuestion(1)
	case desk.ShowOnPage:
		s.toYearbook()
	case desk.ShowInField:
		s.enter()
	case desk.ZoomIn:
		s.beside.zoomBy(1.25)
	case desk.ZoomOut:
		s.beside.zoomBy(1 / 1.25)
	case desk.ZoomFit:
		s.beside.zoomFit()
	case desk.FacingPages:
		s.beside.setSpread(!s.beside.spread)
	case desk.Find:
		s.list.focus()
	default:
		return false
	}
	return true
}

// act answers the commands that are meant for the answer that is open.
func (t *answers) act(c desk.Command) bool {
	a := t.open()
	if a == nil || t.s.way != byPerson || t.s.frozen() {
		return false
	}
	p := t.pane
	switch c {
	case desk.EditAnswer:
		p.beginEditing()
	case desk.ApproveAnswer:
		on := !a.Approved
		p.change(store.UpdateAnswer{Approved: &on})
	case desk.ClearExcerpt:
		p.clear()
	case desk.PullQuote:
		p.chooser.Star()
	case desk.ChooseSentence:
		if !p.chooser.Prose.Focused() {
			p.focus(model.FieldExcerpt)
			return true
		}
		p.chooser.Toggle()
	}
	return true
}
