package interviews

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/export/page"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// size is that of a window on a notebook.
var size = fyne.NewSize(1440, 900)

// open shows the screen over a small book, at its first person.
func open(t testing.TB) (*desktest.Desk, *screen, desktest.Small) {
	t.Helper()
	book, small := desktest.SmallBook(t)
	d := desktest.New(t, book, kit.Light, size)
	d.Compose = desktest.Composer(t)
	s := d.Open(New, desk.Place{PersonID: small.People[0], AnswerID: small.Answer}).(*screen)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("closing the screen: %v", err)
		}
	})
	return d, s, small
}

// read gives the answer as the book has it.
func answer(t testing.TB, d *desktest.Desk, small desktest.Small) model.Answer {
	t.Helper()
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range p.Answers {
		if a.ID == small.Answer {
			return a
		}
	}
	t.Fatal("the answer is gone")
	return model.Answer{}
}

func TestKeysChooseSentencesAndThePageFollows(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Focus(s.answers.pane.chooser.Prose)
	if s.beside.drawn == nil || len(s.beside.drawn.images) == 0 {
		t.Fatal("no page is shown")
	}
	whole := pageLines(s, small.Answer)
	d.Press(fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	const want = "We began with a rowing boat. […] Today the harbour is full."
	if got := answer(t, d, small).Printed(); got != want {
		t.Fatalf("the book prints %q", got)
	}
	if got := s.answers.pane.strip.Text(); got != want {
		t.Errorf("the strip shows %q", got)
	}
	if now := pageLines(s, small.Answer); now == whole {
		t.Errorf("the page still shows %q", now)
	}
	if got := s.answers.pane.strip.Counter(); !strings.Contains(got, "lines") {
		t.Errorf("the counter says %q", got)
	}
	if !s.Act(desk.PullQuote) {
		t.Fatal("no pull quote")
	}
	if got := answer(t, d, small).PullQuote.Quote(desktest.Said); got != "Today the harbour is full." {
		t.Errorf("the pull quote is %q", got)
	}
	if !s.Act(desk.ClearExcerpt) {
		t.Fatal("not cleared")
	}
	if got := answer(t, d, small).Printed(); got != desktest.Said {
		t.Errorf("cleared, it prints %q", got)
	}
}

// pageLines describes the lines of an answer on the pages shown.
func pageLines(s *screen, id model.ID) string {
	var b strings.Builder
	for _, p := range s.beside.drawn.pages() {
		for _, m := range p.Marks {
			if t, ok := m.(*page.Text); ok && t.Source.Record == string(id) && t.Source.Field == model.FieldExcerpt {
				b.WriteString(itoa(int(t.Y)) + ":" + itoa(int(t.Line.Width)) + " ")
			}
		}
	}
	return b.String()
}

func TestShiftExtendsAndADragTakesAPart(t *testing.T) {
	d, s, small := open(t)
	c := s.answers.pane.chooser
	c.Prose.SetCurrent(0)
	c.Toggle()
	c.Prose.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	c.Prose.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	c.Prose.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	if got := answer(t, d, small).Printed(); got != "We began with a rowing boat. Nobody believed in it." {
		t.Fatalf("extended, it prints %q", got)
	}
	c.Clear()
	at := strings.Index(desktest.Said, "believed")
	c.Prose.OnRange(kit.Stretch{Start: at, End: at + len("believed in it.")})
	if got := answer(t, d, small).Printed(); got != "[B]elieved in it." {
		t.Errorf("drawn over, it prints %q", got)
	}
	c.Prose.OnRange(kit.Stretch{Start: at, End: at + len("believed")})
	if got := answer(t, d, small).Printed(); got != "[I]n it." {
		t.Errorf("a part taken out, it prints %q", got)
	}
}

// What is typed is on the page before it is in the book, and never lost.
func TestTypingShowsOnThePageAtOnce(t *testing.T) {
	d, s, small := open(t)
	s.Act(desk.EditAnswer)
	if !s.answers.pane.editing {
		t.Fatal("not editing")
	}
	before := pageLines(s, small.Answer)
	kit.ForwardShortcut(d.Window().Canvas(), &fyne.ShortcutSelectAll{})
	d.Type("All of it is said otherwise now, and at greater length than before, so that a line more is needed.")
	if got := answer(t, d, small).Edited; got != desktest.Said {
		t.Fatalf("written at a letter: %q", got)
	}
	if after := pageLines(s, small.Answer); after == before {
		t.Error("the page does not follow the typing")
	}
	title := "Harbour master"
	d.Write(store.UpdatePerson{ID: small.People[0], Title: &title}) // read anew meanwhile
	if got := s.answers.open().Edited; !strings.HasPrefix(got, "All of it") {
		t.Errorf("a change from elsewhere put %q back", got)
	}
	d.Clock.Pass(time.Second)
	if got := answer(t, d, small); !strings.HasPrefix(got.Edited, "All of it") || got.Original != desktest.Said {
		t.Errorf("written %+v", got)
	}
	d.Press(fyne.KeyEscape)
	if s.answers.pane.editing || !s.answers.pane.chooser.Prose.Focused() {
		t.Error("Esc does not go back to choosing")
	}
}

// Pages that take long never show an older state after a newer one, and there is
// one in the making at a time.
func TestOnlyTheNewestPageIsShown(t *testing.T) {
	d, s, small := open(t)
	d.Late = true
	c := s.answers.pane.chooser
	c.Prose.SetCurrent(0)
	c.Toggle()
	c.Prose.SetCurrent(1)
	c.Toggle()
	c.Prose.SetCurrent(2)
	c.Toggle()
	if s.beside.preview.next == nil {
		t.Fatal("the wishes were not gathered")
	}
	d.Arrive()
	if got := s.beside.drawn.snapshot; got != s.data {
		t.Error("the page shown is not that of the newest data")
	}
	if got := answer(t, d, small).Printed(); got != desktest.Said {
		t.Errorf("the book prints %q", got)
	}
}

// Where the pages are there already nothing goes on showing that they are made.
func TestNothingIsMadeTwice(t *testing.T) {
	_, s, _ := open(t)
	before := s.beside.drawn
	s.setWay(byQuestion)
	s.setWay(byPerson)
	if s.beside.line.Busy() || s.beside.drawn != before {
		t.Errorf("busy: %v, drawn again: %v", s.beside.line.Busy(), s.beside.drawn != before)
	}
}

// Pages that cannot be drawn are told of once; those before them stay, and can
// be drawn anew.
func TestPagesThatCannotBeDrawn(t *testing.T) {
	d, s, _ := open(t)
	before := s.beside.drawn
	s.beside.preview.want(wish{snapshot: s.data, placement: s.placement, spread: true, pixels: -1})
	if len(d.Failed) != 1 || s.beside.line.Busy() {
		t.Errorf("failed %v, busy: %v", d.Failed, s.beside.line.Busy())
	}
	s.Act(desk.ZoomIn)
	if len(d.Failed) != 1 || s.beside.drawn == before || s.beside.drawn.document != before.document {
		t.Errorf("the page is not drawn again: %v", d.Failed)
	}
}

func TestThemesAreTaggedAndOffered(t *testing.T) {
	d, s, small := open(t)
	th := s.answers.pane.themes
	th.add.OnNew("Harbours")
	th.add.OnNew("Boats")
	if got := answer(t, d, small).Themes; len(got) != 2 || got[0] != "Harbours" {
		t.Fatalf("themes %q", got)
	}
	second := d.Write(store.AddAnswer{PlacementID: small.Placement, Answer: model.Answer{Question: "And now?", Original: "Now", Themes: []string{"Rest"}}}).Created
	s.answers.goTo(second, "")
	if strings.Join(th.offer, " ") != "Boats Harbours" {
		t.Errorf("offered are %q", th.offer)
	}
	th.add.OnChanged(0)
	s.answers.goTo(small.Answer, "")
	if strings.Join(th.offer, " ") != "Rest" {
		t.Errorf("offered are %q", th.offer)
	}
}

func TestPageLeadsToTheField(t *testing.T) {
	d, s, small := open(t)
	second := d.Write(store.AddAnswer{PlacementID: small.Placement, Answer: model.Answer{Question: "And now?", Original: "Now we rest.", Edited: "Now we rest."}}).Created
	s.beside.tapped(page.Source{Record: string(second), Field: model.FieldExcerpt})
	if s.answers.opened != second || !s.answers.pane.chooser.Prose.Focused() {
		t.Errorf("at answer %s, focused %v", s.answers.opened, s.answers.pane.chooser.Prose.Focused())
	}
	outlined := 0
	for _, sheet := range s.beside.stage.sheets {
		outlined += len(sheet.Outlines())
	}
	if outlined != 1 {
		t.Errorf("%d places are outlined", outlined)
	}
	s.beside.tapped(page.Source{Record: string(small.Placement), Field: model.FieldTitle})
	d.Type("!")
	if got := s.answers.printed.rows[model.FieldTitle].field.Text(); !strings.Contains(got, "!") {
		t.Errorf("the title was not focused: %q", got)
	}
	s.beside.tapped(page.Source{Record: string(small.Placement), Field: model.FieldName})
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.People || d.Gone[0].Field != model.FieldName {
		t.Errorf("went to %+v", d.Gone)
	}
	s.Act(desk.ShowOnPage)
	if last := d.Gone[len(d.Gone)-1]; last.Screen != desk.Yearbook || last.PlacementID != small.Placement || last.AnswerID != second {
		t.Errorf("went to %+v", last)
	}
}

func TestAnswersToAQuestionAreComparedAndApproved(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.Place{Placement: model.Placement{
		EditionID: small.Edition, Kind: model.EntryPerson, Status: model.Confirmed, Members: []model.Member{{PersonID: small.People[1]}},
		Answers: []model.Answer{{Question: "How did it begin?", Original: "With a plan.", Approved: true}},
	}})
	s.setWay(byQuestion)
	var heads, names []string
	for _, r := range s.compare.rows {
		if r.head.Text != "" {
			heads = append(heads, r.head.Text+"  "+r.head.Note)
			continue
		}
		names = append(names, r.entry.PrintedName())
	}
	if strings.Join(heads, "|") != "To choose  1|Approved  1" || strings.Join(names, "|") != "Zoë Ångström|Marisol van der Haeghe" {
		t.Errorf("compared are %q under %q", names, heads)
	}
	rows := s.compare.list
	right := fyne.CurrentApp().Driver().AbsolutePositionForObject(rows).AddXY(rows.Size().Width-saidAside/2-20, 32+saidHead/2)
	test.TapCanvas(d.Window().Canvas(), right)
	if !answer(t, d, small).Approved {
		t.Error("not approved")
	}
	s.compare.list.OnOpen(2)
	if s.way != byPerson || s.entry() == nil {
		t.Error("opening an answer does not lead to it")
	}
}

func TestFrozenEditionIsOnlyShown(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.Freeze{EditionID: small.Edition})
	d.Window().Canvas().Focus(s.answers.pane.chooser.Prose)
	d.Press(fyne.KeySpace)
	d.Type("s")
	if s.Act(desk.ClearExcerpt) || s.Act(desk.EditAnswer) {
		t.Error("a frozen edition takes commands")
	}
	if a := answer(t, d, small); len(a.Excerpt.Parts)+len(a.PullQuote.Parts) != 0 || len(d.Failed) != 0 {
		t.Errorf("changed to %+v, failed %v", a, d.Failed)
	}
}

func TestEmptyEditionSaysWhatToDo(t *testing.T) {
	d, s, small := open(t)
	d.SetEdition(small.Earlier)
	if s.object.Objects[0] != s.none {
		t.Error("nothing says that there is nobody")
	}
	d.SetEdition(small.Edition)
	if s.object.Objects[0] != s.work || s.placement != small.Placement {
		t.Error("the answers do not come back")
	}
}

func TestZoomRedrawsTheSamePage(t *testing.T) {
	_, s, _ := open(t)
	before := s.beside.drawn
	s.Act(desk.ZoomIn)
	if s.beside.drawn.pixels <= before.pixels || s.beside.drawn.document != before.document {
		t.Errorf("%d pixels after %d, printed anew: %v", s.beside.drawn.pixels, before.pixels, s.beside.drawn.document != before.document)
	}
	s.Act(desk.FacingPages)
	if len(s.beside.drawn.numbers) != 2 {
		t.Errorf("facing pages are %v", s.beside.drawn.numbers)
	}
	s.Act(desk.ZoomFit)
	if s.beside.zoom != 0 {
		t.Error("does not fit again")
	}
}

func TestEditionWithoutQuestionsLeadsToItsSettings(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.RemoveAnswer{ID: small.Answer})
	if s.answers.stage.Objects[0] != s.answers.none {
		t.Error("the edition’s questions cannot be asked")
	}
	d.Write(store.UpdateEdition{ID: d.Edition, Questions: &[]string{}})
	if s.answers.stage.Objects[0] != s.answers.unasked {
		t.Fatal("by person it is not said that nothing is asked")
	}
	s.setWay(byQuestion)
	if len(s.questions()) == 0 && s.middle.Objects[0] != s.unasked {
		t.Error("by question it is not said that nothing is asked")
	}
	s.toQuestions()
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Edition || d.Gone[0].Field != desk.FieldQuestions {
		t.Errorf("led to %+v", d.Gone)
	}
}

// A click on a sentence of the page leads to that sentence of the answer, and
// the sentence with the keyboard is underlined on the page.
func TestSentenceOfThePageIsThatOfTheAnswer(t *testing.T) {
	d, s, small := open(t)
	a := answer(t, d, small)
	sentences := model.Sentences(a.Edited)
	last := sentences[len(sentences)-1]
	part, ok := a.Excerpt.InPrint(a.Edited, last)
	if !ok {
		t.Fatal("the last sentence does not print")
	}
	var sheet *pages.Sheet
	var boxes []page.Box
	for i, p := range s.beside.drawn.pages() {
		if b := p.PartBoxes(page.Source{Record: string(a.ID), Field: model.FieldExcerpt, Start: part.Start, End: part.End}); len(b) > 0 {
			sheet, boxes = s.beside.stage.sheets[i], b
		}
	}
	if len(boxes) == 0 {
		t.Fatal("the last sentence is on no page")
	}
	k := sheet.Size().Width / float32(s.beside.drawn.book.Document.Trim.W)
	sheet.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(boxes[0].X+boxes[0].W/2)*k, float32(boxes[0].Y+boxes[0].H/2)*k)})
	if got := s.answers.pane.chooser.Prose.Current(); got != len(sentences)-1 {
		t.Errorf("led to sentence %d of %d", got+1, len(sentences))
	}
	if got := sheet.Underlined(); len(got) != len(boxes) || got[0] != boxes[0] {
		t.Errorf("underlined is %+v, want %+v", got, boxes)
	}
	d.Press(fyne.KeyHome)
	if got := sheet.Underlined(); len(got) == 0 || got[0] == boxes[0] {
		t.Errorf("at the first sentence %+v is underlined", got)
	}
}
