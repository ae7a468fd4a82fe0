// Package yearbook is the screen of the book: the ladder of its pages, the
// pages themselves as the file shows them, and everything that speaks against
// printing them.
package yearbook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

type screen struct {
	desk       desk.Desk
	object     fyne.CanvasObject
	sheets     *sheets
	ladder     *ladder
	view       *view
	problems   *problems
	definition *definition
	book       *bookTab
	onPage     *pageTab
	export     *exportBar
	head       *heads
	progress   *kit.ProgressLine
	stage      *fyne.Container
	empty      fyne.CanvasObject
	body       fyne.CanvasObject
	proof      *desk.Proof
	goal       desk.Place
	up         bool
}

// heads is the bar over the pages: which, how large, one or two.
type heads struct {
	object fyne.CanvasObject
	page   *kit.Field
	of     *kit.Label
	zoom   *kit.Label
	fit    *kit.Segment
	facing *kit.Segment
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d, progress: kit.NewProgressLine()}
	s.sheets = newSheets(d)
	s.view = newView(s)
	s.ladder = newLadder(s)
	s.definition = &definition{s: s}
	s.book = newBookTab(s)
	s.onPage = newPageTab(s)
	s.problems = newProblems(s)
	s.export = newExportBar(s)
	s.head = s.newHeads()
	middle := kit.Column(0,
		kit.Fixed(48, s.head.object), kit.Fixed(1, kit.NewHLine()), kit.Fixed(2, s.progress),
		kit.Grow(1, container.NewStack(kit.NewFill(kit.Desk), s.view.object)),
		kit.Fixed(captionHeight, s.view.said.object),
		kit.Fixed(1, kit.NewHLine()), kit.Fixed(64, s.export.object))
	right := desk.Remembered(d.Memory(), "yearbook.right", kit.SplitParams{First: middle, Second: s.problems.object, Keep: kit.KeepSecond, Size: 312, MinFirst: 420, MinSecond: fyne.Max(240, s.book.width())})
	s.body = container.NewStack(kit.NewFill(kit.Surface), desk.Remembered(d.Memory(), "yearbook.ladder", kit.SplitParams{
		First: kit.Sized(s.ladder.object, 150, 0), Second: right, Keep: kit.KeepFirst, Size: 192, MinFirst: 150, MinSecond: 700,
	}))
	s.empty = container.NewStack(kit.NewFill(kit.Surface), kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconBook, Missing: lang.L("No book to show yet"),
		Do:     lang.L("Make an edition and confirm its entries; the pages then appear here."),
		Action: lang.L("Go to the edition"), OnTap: func() { d.Go(desk.Place{Screen: desk.Edition}) },
	}), 420, 0)))
	s.stage = container.NewStack(s.empty)
	s.object = s.stage
	return s
}

func (s *screen) newHeads() *heads {
	h := &heads{of: kit.NewLabel("", kit.Body.In(kit.Ink2)), zoom: kit.NewLabel("", kit.Small)}
	h.page = kit.NewField("", "")
	h.page.SetMinWidth(72)
	h.page.OnSubmit = s.typedPage
	h.fit = kit.NewSegment([]string{lang.L("Fit"), lang.L("Width"), "100 %"}, func(i int) { s.view.setFit(i) })
	h.facing = kit.NewIconSegment([]kit.IconName{kit.IconPage, kit.IconPages}, []string{lang.L("Single page"), lang.L("Facing pages")}, func(i int) { s.view.setFacing(i == 1) })
	h.facing.Select(1)
	h.object = kit.Pad(kit.MidRow(8,
		kit.Natural(kit.NewIconButton(kit.IconChevronLeft, lang.L("Previous pages"), func() { s.view.turn(-1) })),
		kit.Fixed(72, h.page), kit.Natural(h.of),
		kit.Natural(kit.NewIconButton(kit.IconChevronRight, lang.L("Next pages"), func() { s.view.turn(1) })),
		kit.Space(),
		kit.Natural(kit.NewIconButton(kit.IconZoomOut, lang.L("Page zoom out"), func() { s.view.zoomBy(1 / 1.25) })),
		kit.Natural(h.zoom),
		kit.Natural(kit.NewIconButton(kit.IconZoomIn, lang.L("Page zoom in"), func() { s.view.zoomBy(1.25) })),
		kit.Natural(h.fit), kit.Natural(h.facing)), 0, 12, 0, 12)
	return h
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show brings up a page, or the page of a placement, or a setting of the book.
func (s *screen) Show(p desk.Place) {
	switch p.Field {
	case model.FieldYearbook:
		s.showBook(partLook)
	case model.FieldISBN, model.FieldISSN:
		s.showBook(partImprint)
	}
	s.up = true
	s.goal = p
	if proof := s.desk.Proof(); proof != nil && proof != s.proof {
		s.Proofed(proof)
	} else {
		s.goOn()
	}
	if s.stage.Objects[0] == s.body {
		s.view.focus()
	}
}

// Place says which page is shown.
func (s *screen) Place() desk.Place { return desk.Place{Screen: desk.Yearbook, Page: s.view.first + 1} }

// Changed needs nothing: every change brings a new proof.
func (s *screen) Changed([]store.Event) {
	if s.desk.EditionID() == "" {
		s.proof = nil
		s.show(s.empty)
	}
}

// Flush has nothing to hand over.
func (s *screen) Flush() {}

// Close lets go of the page renderer.
func (s *screen) Close() error { return s.sheets.close() }

func (s *screen) show(o fyne.CanvasObject) {
	if len(s.stage.Objects) == 1 && s.stage.Objects[0] == o {
		return
	}
	s.stage.Objects = []fyne.CanvasObject{o}
	s.stage.Refresh()
}

// Hidden lets the pages be until they are looked at again: printing all of them
// at every edit would keep the renderer from the page beside an answer.
func (s *screen) Hidden() { s.up = false }

// Proofed takes in the newest composed book and has its pages printed.
func (s *screen) Proofed(p *desk.Proof) {
	if !s.up {
		return // Show asks for the newest
	}
	changed := s.proof == nil || s.proof.EditionID != p.EditionID
	s.proof = p
	s.problems.fill(p)
	s.definition.proofed()
	s.book.proofed(p)
	if len(p.Book.Document.Pages) == 0 {
		s.show(s.empty)
		return
	}
	if s.stage.Objects[0] != s.body {
		s.show(s.body)
		s.view.focus()
	}
	if changed {
		s.view.first = 0
	}
	s.head.of.SetText(lang.L("of {{.Count}}", map[string]any{"Count": kit.Number(len(p.Book.Document.Pages))}))
	s.ladder.refresh()
	s.progress.Begin()
	s.sheets.print(p, func(err error) {
		s.progress.End()
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.ladder.refresh()
		s.view.refresh()
		s.goOn()
	})
}

// goOn goes to what Show asked for, once there are pages.
func (s *screen) goOn() {
	if s.proof == nil || !s.sheets.ready() {
		return
	}
	goal := s.goal
	s.goal = desk.Place{}
	n := goal.Page
	if p, ok := s.placed(goal); ok && n == 0 {
		n = s.proof.Book.Pages[p.ID]
		s.view.chosen = chosen{from: page.Source{Record: string(p.ID), Field: goal.Field}}
		if goal.AnswerID != "" {
			s.view.chosen.from = page.Source{Record: string(goal.AnswerID)}
			if goal.Start < goal.End {
				s.view.chosen.from = page.Source{Record: string(goal.AnswerID), Field: goal.Field, Start: goal.Start, End: goal.End}
			}
		}
	}
	if at, ok := s.pageShowing(s.view.chosen.from, n-1); ok && n > 0 {
		n = at + 1
	}
	if n > 0 {
		s.view.showPage(n - 1)
	}
}

// placed is the printed entry that a place means.
func (s *screen) placed(goal desk.Place) (model.Placement, bool) {
	for _, p := range s.proof.Snapshot.Placements {
		if s.proof.Book.Pages[p.ID] == 0 {
			continue
		}
		if p.ID == goal.PlacementID || goal.PlacementID == "" && goal.PersonID != "" && p.HasMember(goal.PersonID) {
			return p, true
		}
	}
	return model.Placement{}, false
}

// pageShowing finds the page of a field at or after page n, from 0: an entry may
// have several.
func (s *screen) pageShowing(from page.Source, n int) (int, bool) {
	pages := s.proof.Book.Document.Pages
	const most = 3 // pages that an entry can stand on without being asked for
	for at := max(n, 0); at < min(len(pages), n+most); at++ {
		if _, ok := where(pages[at], from); ok {
			return at, true
		}
	}
	return 0, false
}

// where gives the box round a field on a page, or round the part of it that is
// meant.
func where(sheet *page.Page, from page.Source) (page.Box, bool) {
	if from.Start >= from.End {
		return sheet.Where(from.Record, from.Field)
	}
	boxes := sheet.PartBoxes(from)
	if len(boxes) == 0 {
		return page.Box{}, false
	}
	left, top, right, bottom := boxes[0].X, boxes[0].Y, boxes[0].X+boxes[0].W, boxes[0].Y+boxes[0].H
	for _, b := range boxes[1:] {
		left, top, right, bottom = min(left, b.X), min(top, b.Y), max(right, b.X+b.W), max(bottom, b.Y+b.H)
	}
	return page.Box{X: left, Y: top, W: right - left, H: bottom - top}, true
}

func (s *screen) typedPage(text string) {
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	if s.proof != nil && n >= 1 && n <= len(s.proof.Book.Document.Pages) {
		s.view.showPage(n - 1)
	}
}

// toField goes to the field that a mark on page n, from 0, shows: what the book
// itself says there, to the section it is written in. A field that is on no page
// has n -1.
func (s *screen) toField(from page.Source, n int) {
	if s.proof == nil {
		return
	}
	if i, ok := s.book.sections.at(n); ok && from.Field == model.FieldYearbook {
		if s.book.sections.rows[i].Kind == model.SectionImprint {
			s.showBook(partImprint)
			return
		}
		s.showBook(partSections)
		s.book.sections.open(i)
		return
	}
	if place, ok := desk.FieldPlace(s.proof.Snapshot, from); ok {
		s.desk.Go(place)
	}
}

// TabNames names the tabs of the right pane.
func (s *screen) TabNames() []string {
	return []string{"preflight", "book", "page", "sections", "imprint", "style"}
}

// ShowTab shows one of them; the last three are parts of the second.
func (s *screen) ShowTab(i int) {
	if i > 2 {
		s.showBook(i - 2)
		return
	}
	s.showBook(partLook)
	s.showTab(i)
}

// showTab shows a tab of the right pane.
func (s *screen) showTab(i int) {
	s.problems.tabs.Select(i)
	s.problems.show(i)
}

// showBook shows a part of the tab in which the book is made.
func (s *screen) showBook(part int) {
	s.showTab(1)
	s.book.parts.Select(part)
	s.book.show(part)
}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	switch c {
	case desk.ExportBook:
		s.export.ask()
	case desk.ZoomIn:
		s.view.zoomBy(1.25)
	case desk.ZoomOut:
		s.view.zoomBy(1 / 1.25)
	case desk.ZoomFit:
		s.head.fit.Select(0)
		s.view.setFit(0)
	case desk.FacingPages:
		s.view.setFacing(!s.view.facing)
		s.head.facing.Select(map[bool]int{false: 0, true: 1}[s.view.facing])
	case desk.Preflight:
		s.problems.bring()
	case desk.NextProblem:
		s.problems.step(1)
	case desk.PreviousProblem:
		s.problems.step(-1)
	case desk.ShowInField:
		s.problems.mend(s.problems.list.Selected())
	case desk.Find:
		s.head.page.Focus()
	default:
		return false
	}
	return true
}
