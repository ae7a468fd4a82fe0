package interviews

import (
	"strings"
	"testing"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// sampleScreen shows the screen over the sample book of a hundred.
func sampleScreen(b *testing.B) (*desktest.Desk, *screen) {
	b.Helper()
	d := desktest.New(b, desktest.Book(b, store.CreateSample), kit.Light, size)
	d.Compose = desktest.Composer(b)
	s := d.Open(New, desk.Place{}).(*screen)
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if s.beside.drawn == nil || len(s.beside.drawn.images) == 0 {
		b.Fatal("no page is shown")
	}
	return d, s
}

// BenchmarkExcerptToPage chooses a sentence, or leaves it out: written to the
// book, read again, composed, printed and the new picture of the page shown.
func BenchmarkExcerptToPage(b *testing.B) {
	_, s := sampleScreen(b)
	c := s.answers.pane.chooser
	c.Prose.SetCurrent(1)
	before := s.beside.drawn
	for b.Loop() {
		c.Toggle()
		if s.beside.drawn.snapshot != s.data || s.beside.drawn == before {
			b.Fatal("the page is not the newest")
		}
		before = s.beside.drawn
	}
}

// BenchmarkTypeToPage types into an answer: composed, printed and the new picture
// of the page shown, before anything is written.
func BenchmarkTypeToPage(b *testing.B) {
	_, s := sampleScreen(b)
	s.Act(desk.EditAnswer)
	text := s.answers.open().Edited
	n := 0
	for b.Loop() {
		n++
		s.answers.pane.typed(text + strings.Repeat(" Words.", n%9))
	}
	if s.beside.drawn.snapshot != s.data {
		b.Fatal("the page is not the newest")
	}
}

// BenchmarkTypingInLongAnswer types a letter into an answer of 10,000 characters;
// the page is made in the background, which is left out here.
func BenchmarkTypingInLongAnswer(b *testing.B) {
	d, s := sampleScreen(b)
	long := strings.TrimSpace(strings.Repeat("The sea is wide, and every year we measure it again with more care. ", 147))
	d.Write(store.UpdateAnswer{ID: s.answers.opened, Edited: &long})
	s.Act(desk.EditAnswer)
	d.Late = true
	for b.Loop() {
		d.Type("a")
	}
	if got := model.WordCount(s.answers.open().Edited); got < 1800 {
		b.Fatalf("the answer has %d words", got)
	}
}
