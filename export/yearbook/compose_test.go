package yearbook

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/typeset"
	"laurel/model"
)

type glyph = typeset.Glyph

var update = flag.Bool("update", false, "write the golden files anew")

func TestSampleIsFitToPrint(t *testing.T) {
	b := compose(t, sampleSnapshot(t, "emea-2026"))
	for _, p := range b.Problems {
		if p.Severity == model.Error || p.Kind == model.ProblemOverset {
			t.Errorf("page %d: %s %s %s: %v", p.Page, p.Kind, p.Person, p.Field, p.Text)
		}
	}
	if n := len(b.Document.Pages); n%4 != 0 {
		t.Errorf("%d pages are no multiple of 4", n)
	}
	for id, slot := range b.Slots {
		if slot.Lines == 0 || slot.Words == 0 || slot.MaxLines < slot.Lines-2 {
			t.Errorf("slot of %s: %+v", id, slot)
		}
	}
}

func TestSameDataSameBook(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	first, second := compose(t, s), newComposer(t, 1)
	for range 2 { // the second time from what was kept
		b, err := second.Compose(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, b) {
			t.Fatal("two books of the same data differ")
		}
	}
	var files [2]bytes.Buffer
	for i := range files {
		if err := pdf.Write(context.Background(), compose(t, s).Document, &files[i], pdf.Options{Photos: dot{}}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two files of the same data differ")
	}
}

// A book made again after an edit is the book that would be made anew.
func TestRecomposedIsComposed(t *testing.T) {
	atLength(t)
	s := sampleSnapshot(t, "emea-2026")
	c := newComposer(t, 0)
	if _, err := c.Compose(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	for _, edit := range []func(*model.Placement){
		func(p *model.Placement) { p.Strapline = "Counts what is left" },
		func(p *model.Placement) { p.Answers[0].Excerpt = model.Excerpt{} },
		func(p *model.Placement) { p.Answers = p.Answers[:1] },
		func(p *model.Placement) { p.Status = model.Withdrawn },
		// The contents tell of it, and no page moves.
		func(*model.Placement) { s.Edition.Scheme.Top = 9 },
		func(p *model.Placement) { p.Category = "Another" },
		// Another look of the same numbers, other numbers of the same look, another order.
		func(*model.Placement) { s.Yearbook.Accent = "#7A1F3D" },
		func(*model.Placement) { s.Yearbook.Language = "de" },
		func(*model.Placement) {
			years := slices.Clone(s.Chronicle.Years)
			last := &years[len(years)-1]
			last.Entries = slices.Clone(last.Entries)
			for i := range 30 {
				last.Entries[i].Sector = "Law"
			}
			s.Chronicle = &model.Chronicle{List: s.Chronicle.List, Years: years}
		},
		func(*model.Placement) { s.Yearbook.House.LetterByLetter = true },
		func(*model.Placement) { s.Edition.Locale = "sv" },
	} {
		edit(&s.Placements[20])
		again, err := c.Compose(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again, compose(t, s)) {
			t.Fatal("a book made again differs from one made anew")
		}
	}
}

// dot gives the same small picture for every photo.
type dot struct{}

func (dot) Rendition(context.Context, string, page.Crop, int, int, bool) ([]byte, int, int, error) {
	b, err := os.ReadFile(filepath.Join("testdata", "dot.jpg"))
	return b, 8, 8, err
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newComposer(t, 0).Compose(ctx, sampleSnapshot(t, "emea-2026")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCannotBeMade(t *testing.T) {
	for name, change := range map[string]func(*model.Yearbook){
		"theme":      func(y *model.Yearbook) { y.Theme = "baroque" },
		"trim":       func(y *model.Yearbook) { y.Trim = "huge" },
		"small trim": func(y *model.Yearbook) { y.Trim = "50×50" },
	} {
		s := invented(3)
		change(&s.Yearbook)
		if _, err := newComposer(t, 0).Compose(context.Background(), s); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := New(Params{}); err == nil {
		t.Error("a composer of nothing: no error")
	}
}

func TestTrims(t *testing.T) {
	names := []string{"120×170", "420×600", "148 x 210"}
	for _, preset := range model.Trims {
		names = append(names, preset.Name)
	}
	s := sampleSnapshot(t, "americas-2026")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			s.Yearbook.Trim = name
			b := compose(t, s)
			checkNothingLost(t, s, b)
			checkOnThePage(t, b)
		})
	}
}

// checkOnThePage looks that no text leaves the page.
func checkOnThePage(t *testing.T, b *Book) {
	t.Helper()
	for i, p := range b.Document.Pages {
		for _, m := range p.Marks {
			text, ok := m.(*page.Text)
			if !ok {
				continue
			}
			if text.X < 0 || text.Y < 0 || text.Y > b.Document.Trim.H || text.X+text.Line.Width > b.Document.Trim.W {
				t.Errorf("page %d: %q stands outside the page", i+1, readLine(text))
			}
		}
	}
}

// TestSamplePages holds the sample's pages to what they said when somebody last
// looked at them.
func TestSamplePages(t *testing.T) {
	b := compose(t, sampleSnapshot(t, "emea-2026"))
	var out strings.Builder
	for i, p := range b.Document.Pages {
		fmt.Fprintf(&out, "== %d %s %s\n", i+1, p.Section, p.Label)
		y, block := typeset.Length(-1), 0
		for _, m := range p.Marks {
			switch m := m.(type) {
			case *page.Picture:
				fmt.Fprintf(&out, "[%s %.1f×%.1f mm]", m.Photo, m.W.MM(), m.H.MM())
				y = -1
			case *page.Text:
				if m.Y != y || m.Block != block && m.Role == page.Paragraph {
					fmt.Fprintf(&out, "\n%5.1f ", m.Y.MM())
				}
				y, block = m.Y, m.Block
				out.WriteString(strings.TrimRight(readLine(m), " ") + " ")
			}
		}
		out.WriteString("\n")
	}
	golden := filepath.Join("testdata", "sample-pages.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != out.String() {
		t.Errorf("the sample's pages changed: look at them, then run the test with -update.\n%s", firstDifference(string(want), out.String()))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwas %s\nis  %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, now %d", len(w), len(g))
}
