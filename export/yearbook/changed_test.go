package yearbook

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"laurel/export/pdf"
	"laurel/model"
)

// A change tells its pages: those of the person, and of the lists that name them.
func TestChangedPages(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	c := newComposer(t, 0)
	again := func() *Book {
		b, err := c.Compose(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	before := again()
	if same := again().Changed(before); len(same) > 0 {
		t.Errorf("nothing was edited, and pages %v are said to have changed", same)
	}
	p := &s.Placements[6]
	at := before.Pages[p.ID] + 1 // of the spread the page with the words
	steps := []struct {
		name string
		edit func()
		want []int
	}{
		{"a strapline", func() { p.Strapline = "Counts what is left" }, []int{at}},
		{"one answer less", func() { p.Answers = p.Answers[:1] }, []int{at}},
	}
	for _, step := range steps {
		step.edit()
		b := again()
		if got := b.Changed(before); !slices.Equal(got, step.want) {
			t.Errorf("%s: pages %v changed, want %v", step.name, got, step.want)
		}
		before = b
	}
	p.Members[0].Name.Family = "Quill-Renamed"
	b := again()
	got := b.Changed(before)
	if len(got) < 3 || !slices.Contains(got, at) {
		t.Errorf("a name stands on its own page, in the list and in the index, but only %v changed", got)
	}
	for id, n := range b.Pages {
		if id != p.ID && slices.Contains(got, n) {
			t.Errorf("page %d shows %s, who was not edited", n, id)
		}
	}
	if all := b.Changed(nil); len(all) != len(b.Document.Pages) {
		t.Errorf("against no book %d pages changed", len(all))
	}
	s.Yearbook.Trim = "A4"
	if b := again(); len(b.Changed(before)) != len(b.Document.Pages) {
		t.Error("on another trim every page is another")
	}
}

// The pages of one profile can be painted by themselves.
func TestPagesOf(t *testing.T) {
	s := invented(8)
	s.Placements[3].Answers[0].Edited = strings.TrimSpace(strings.Repeat("The sea is wide, and every year we measure it again. ", 150))
	b := compose(t, s)
	for _, p := range s.Placements {
		want := map[int]bool{b.Pages[p.ID]: true}
		_, excerpts := texts(b, string(p.Answers[0].ID), model.FieldExcerpt)
		for _, n := range excerpts {
			want[n] = true
		}
		if got := b.PagesOf(p.ID); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
			t.Errorf("%s: on pages %v, want %v", p.ID, got, want)
		}
		if p.ID == "entry-4" && len(want) < 3 {
			t.Error("the long answers stand on one or two pages")
		}
	}
	if got := b.PagesOf("nobody"); len(got) != 0 {
		t.Errorf("nobody has pages %v", got)
	}
	var file bytes.Buffer
	if err := pdf.Write(context.Background(), b.Document.Only(b.PagesOf("entry-4")...), &file, pdf.Options{Photos: dot{}}); err != nil {
		t.Error(err)
	}
}
