package yearbook

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/export/page"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// open shows the screen over a small edition with three placed people.
func open(t *testing.T) (*desktest.Desk, *screen, desktest.Small) {
	t.Helper()
	book, small := desktest.SmallBook(t)
	for _, id := range small.People[1:] {
		place := store.Place{Placement: model.Placement{EditionID: small.Edition, Kind: model.EntryPerson, Status: model.Confirmed, Members: []model.Member{{PersonID: id}}}}
		if _, err := book.Do(t.Context(), place); err != nil {
			t.Fatal(err)
		}
	}
	d := desktest.New(t, book, kit.Light, fyne.NewSize(1440, 900))
	s := d.Open(New, desk.Place{}).(*screen)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return d, s, small
}

func TestWithoutPagesTheScreenSaysWhatToDo(t *testing.T) {
	d, s, _ := open(t)
	if s.stage.Objects[0] != s.empty {
		t.Fatal("no empty state")
	}
	d.Proofread()
	if s.stage.Objects[0] != s.body {
		t.Fatal("composed, but no pages")
	}
	d.SetEdition("")
	if s.stage.Objects[0] != s.empty {
		t.Error("pages of an edition that is not chosen")
	}
}

// A book that nobody looks at is not printed; what is looked at again is the newest.
func TestHiddenPagesAreLeftAlone(t *testing.T) {
	d, s, small := open(t)
	first := d.Proofread()
	s.Hidden()
	d.Write(store.UpdatePerson{ID: small.People[0], Title: new("Keeper of the Quay")})
	second := d.Proofread()
	if s.proof != first {
		t.Error("pages that nobody sees were made anew")
	}
	s.Show(desk.Place{})
	d.Drain()
	if s.proof != second || !s.sheets.ready() {
		t.Error("the newest pages are not shown")
	}
}

// clickOnTexts clicks on one text of every field that a page, from 0, shows.
func clickOnTexts(t *testing.T, d *desktest.Desk, proof *desk.Proof, n int, view *pageView, small desktest.Small, clicked map[string]bool) {
	t.Helper()
	trim := proof.Book.Document.Trim
	for _, m := range proof.Book.Document.Pages[n].Marks {
		text, ok := m.(*page.Text)
		if !ok || text.Source.Record == "" || clicked[text.Source.Field] {
			continue
		}
		clicked[text.Source.Field] = true
		d.Gone = nil
		x, y := text.X+text.Line.Indent+text.Line.Width/2, text.Y-page.Length(float64(trim.H)/1000)
		view.Tapped(&fyne.PointEvent{Position: fyne.NewPos(
			float32(x)/float32(trim.W)*view.Size().Width, float32(y)/float32(trim.H)*view.Size().Height)})
		if len(d.Gone) != 1 {
			t.Errorf("a click on %s leads to %v", text.Source.Field, d.Gone)
			continue
		}
		got, person := d.Gone[0], small.People[0]
		if text.Source.Field == model.FieldRank { // decided in the list
			got.Screen, person = map[desk.Name]desk.Name{desk.Edition: desk.People}[got.Screen], ""
		}
		if got.Screen != desk.People || got.PersonID != person || got.PlacementID != small.Placement || got.Field != text.Source.Field {
			t.Errorf("a click on %s leads to %+v", text.Source.Field, got)
		}
		if text.Source.Field == model.FieldExcerpt && got.AnswerID != small.Answer {
			t.Errorf("a click on the answer leads to answer %q", got.AnswerID)
		}
	}
}

// A click on a text of a page leads to the field it was written in.
func TestClickOnAPageLeadsToTheField(t *testing.T) {
	d, s, small := open(t)
	proof := d.Proofread()
	clicked := map[string]bool{}
	var view *pageView
	for _, n := range proof.Book.PagesOf(small.Placement) { // a leader has a spread
		s.view.showPage(n - 1)
		view = s.view.pages[slices.Index(s.view.shown(), n-1)]
		clickOnTexts(t, d, proof, n-1, view, small, clicked)
	}
	for _, field := range []string{model.FieldExcerpt, model.FieldQuestion} {
		if !clicked[field] {
			t.Errorf("the profile shows no %s", field)
		}
	}
	d.Gone = nil
	view.Tapped(&fyne.PointEvent{Position: fyne.NewPos(view.Size().Width-1, view.Size().Height-1)})
	if len(d.Gone) != 0 {
		t.Errorf("a click on white paper leads to %v", d.Gone)
	}
}

func TestPagesTurn(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	last := s.view.count() - 1
	if last < 7 {
		t.Fatalf("only %d pages", last+1)
	}
	d.Window().Canvas().Focus(s.view.object)
	for _, c := range []struct {
		doing  string
		do     func()
		facing bool
		want   []int
	}{
		{"the title stands alone", func() { s.view.showPage(0) }, true, []int{0}},
		{"right", func() { d.Press(fyne.KeyRight) }, true, []int{1, 2}},
		{"right again", func() { d.Press(fyne.KeyRight) }, true, []int{3, 4}},
		{"left", func() { d.Press(fyne.KeyLeft) }, true, []int{1, 2}},
		{"left to the title", func() { d.Press(fyne.KeyPageUp) }, true, []int{0}},
		{"left at the beginning", func() { d.Press(fyne.KeyLeft) }, true, []int{0}},
		{"a recto shows its verso", func() { s.view.showPage(4) }, true, []int{3, 4}},
		{"a verso shows its recto", func() { s.view.showPage(3) }, true, []int{3, 4}},
		{"the end", func() { d.Press(fyne.KeyEnd) }, true, []int{last}},
		{"right at the end", func() { d.Press(fyne.KeyRight) }, true, []int{last}},
		{"left from the end", func() { d.Press(fyne.KeyLeft) }, true, []int{last - 2, last - 1}},
		{"home", func() { d.Press(fyne.KeyHome) }, true, []int{0}},
		{"one at a time", func() { s.view.showPage(4); s.Act(desk.FacingPages) }, false, []int{3}},
		{"the next", func() { d.Press(fyne.KeySpace) }, false, []int{4}},
		{"two again", func() { s.Act(desk.FacingPages) }, true, []int{3, 4}},
		{"no such page", func() { s.view.showPage(last + 9) }, true, []int{3, 4}},
		{"typed", func() { s.typedPage("2–3") }, true, []int{1, 2}},
		{"typed nonsense", func() { s.typedPage("x") }, true, []int{1, 2}},
		{"typed too far", func() { s.typedPage("9999") }, true, []int{1, 2}},
	} {
		c.do()
		if got := s.view.shown(); !slices.Equal(got, c.want) || s.view.facing != c.facing {
			t.Fatalf("%s: pages %v, facing %t; want %v, %t", c.doing, got, s.view.facing, c.want, c.facing)
		}
		if got := s.Place().Page; got != c.want[0]+1 {
			t.Errorf("%s: the place is page %d", c.doing, got)
		}
		if got := s.ladder.steps[s.ladder.list.Selected()].opening; got != (c.want[0]+1)/2 {
			t.Errorf("%s: the ladder marks opening %d", c.doing, got)
		}
	}
}

func TestZoom(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	fit := s.view.zoom
	s.Act(desk.ZoomIn)
	if s.view.zoom <= fit {
		t.Errorf("zoomed in from %.2f to %.2f", fit, s.view.zoom)
	}
	for range 40 {
		s.Act(desk.ZoomIn)
	}
	if s.view.zoom > 4 {
		t.Errorf("there is no end to it: %.2f", s.view.zoom)
	}
	for range 40 {
		s.Act(desk.ZoomOut)
	}
	if s.view.zoom < 0.2 {
		t.Errorf("there is no end to it: %.2f", s.view.zoom)
	}
	s.Act(desk.ZoomFit)
	if s.view.zoom != fit {
		t.Errorf("fits at %.3f, before at %.3f", s.view.zoom, fit)
	}
}

// Pages are shown as the file has them: pictures come from the renderer.
func TestPagesAreDrawn(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	s.view.showPage(1)
	deadline := time.Now().Add(20 * time.Second)
	for s.view.pages[0].picture.Image.Bounds().Dx() < 50 || s.view.pages[1].picture.Image.Bounds().Dx() < 50 {
		if time.Now().After(deadline) {
			t.Fatal("no pictures of the pages")
		}
		time.Sleep(5 * time.Millisecond)
		d.Drain()
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

// A click on a text of the page means the letter under the pointer; a part of a
// field that was asked for is ringed by itself.
func TestPartsOfTextsLeadBothWays(t *testing.T) {
	d, s, small := open(t)
	d.Proofread()
	from := page.Source{Record: string(small.Answer), Field: model.FieldExcerpt, Start: 30, End: 40}
	for n, sheet := range s.proof.Book.Document.Pages {
		boxes := sheet.PartBoxes(from)
		if len(boxes) == 0 {
			continue
		}
		at, ok := sheet.LetterAt(boxes[0].X+boxes[0].W/2, boxes[0].Y+boxes[0].H/2)
		if !ok || at.Start < 30 || at.Start >= 40 {
			t.Fatalf("page %d: in the middle of the part stands %+v", n+1, at)
		}
		s.toField(at, n)
		if got := d.Gone[len(d.Gone)-1]; got.Screen != desk.People || got.AnswerID != small.Answer || got.Start != at.Start {
			t.Errorf("led to %+v", got)
		}
		part, _ := where(sheet, from)
		if whole, _ := where(sheet, page.Source{Record: from.Record, Field: from.Field}); part.W >= whole.W {
			t.Errorf("the part is ringed as wide as the whole: %v of %v", part.W, whole.W)
		}
		return
	}
	t.Fatal("the answer is on no page")
}

// The pages have the keyboard as soon as there are any.
func TestPagesGetTheKeyboardWhenTheyCome(t *testing.T) {
	d, s, _ := open(t)
	d.Composed = nil
	s.show(s.empty)
	d.Window().Canvas().Unfocus()
	s.Show(desk.Place{Screen: desk.Yearbook})
	if d.Window().Canvas().Focused() != nil {
		t.Error("pages that are not shown have the keyboard")
	}
	d.Proofread()
	if d.Window().Canvas().Focused() == nil {
		t.Error("the pages have not got the keyboard")
	}
}

// What the book itself says on a page is written in the section of that page.
func TestAWordOfTheBookLeadsToItsSection(t *testing.T) {
	d, s, _ := open(t)
	proof := d.Proofread()
	from := page.Source{Record: string(proof.EditionID), Field: model.FieldYearbook}
	for n, sheet := range proof.Book.Document.Pages {
		if i, ok := s.book.sections.at(n); ok && string(s.book.sections.rows[i].Kind) != sheet.Section && sheet.Section != "" {
			t.Errorf("page %d of %q is taken for one of %q", n+1, sheet.Section, s.book.sections.rows[i].Kind)
		}
	}
	s.toField(from, 0)
	if s.book.parts.Selected() != partSections || d.Window().Canvas().Overlays().Top() == nil {
		t.Error("the section of the first page is not open")
	}
	d.Press(fyne.KeyEscape)
	s.toField(from, -1)
	if last := d.Gone[len(d.Gone)-1]; last.Screen != desk.Yearbook || last.Field != model.FieldYearbook {
		t.Errorf("what is on no page leads to %+v", last)
	}
}

// The hint gives its room to the names.
func TestNamesUnderThePagesAreNotCutForAHint(t *testing.T) {
	desktest.New(t, nil, kit.Light, fyne.NewSize(900, 300))
	c := newCaption()
	c.text.SetRuns(kit.Run{Text: strings.Repeat("Perpetua Adjei-Lindsay · ", 3), Style: kit.SmallBold, Cut: kit.CutEnd})
	for _, width := range []float32{c.text.MinSize().Width + 2*margin + 20, 2000} {
		c.object.Resize(fyne.NewSize(width, captionHeight))
		if c.text.Shown() != c.text.Text() {
			t.Errorf("%.0f px show %q", width, c.text.Shown())
		}
	}
}
