package yearbook

import (
	"context"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// A plan tells what the book that it describes really is, and says so.
func TestPlansAreWhatTheySay(t *testing.T) {
	atLength(t)
	s := sampleSnapshot(t, "emea-2026")
	s.Yearbook.Multiple = 1 // any section that is left out saves its pages
	c := newComposer(t, 0)
	before, err := c.Compose(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	plans, err := c.Plans(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	if len(plans) < 4 || plans[0].Pages != printedPages(before) || !strings.HasPrefix(plans[0].Text.String(), "As it is: ") {
		t.Fatalf("%d plans, the first %+v", len(plans), plans[0])
	}
	multiples, shorter := map[int]bool{}, 0
	for _, p := range plans {
		other := *s
		other.Yearbook = p.Yearbook
		b := compose(t, &other)
		if got := printedPages(b); got != p.Pages || len(b.Blanks()) != p.Blank {
			t.Errorf("%v\nbut the book has %d pages, %d of them blank", p.Text, got, len(b.Blanks()))
		}
		if n := max(1, p.Yearbook.Multiple); p.Pages%n != 0 {
			t.Errorf("%v: no multiple of %d", p.Text, n)
		}
		text := p.Text.String()
		if !strings.Contains(text, itoa(p.Pages)+" pages") || strings.Contains(text, "{{") || p.Without != "" && !strings.Contains(text, string(p.Without)) {
			t.Errorf("%q for %+v", text, p)
		}
		multiples[p.Yearbook.Multiple] = true
		if p.Without != "" {
			if shorter++; p.Pages >= plans[0].Pages && p.Blank >= plans[0].Blank {
				t.Errorf("%v saves nothing", p.Text)
			}
		}
	}
	if len(multiples) != 4 || shorter == 0 {
		t.Errorf("sheets of %v pages, %d plans without a section", multiples, shorter)
	}
	// Planning leaves no trace in the next book.
	after, err := c.Compose(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	if changed := after.Changed(before); len(changed) > 0 {
		t.Errorf("after planning pages %v changed", changed)
	}
}

func printedPages(b *Book) (n int) {
	for _, p := range b.Document.Pages {
		if p.Section != string(model.SectionCover) {
			n++
		}
	}
	return n
}

// Every blank page has a reason.
func TestBlanks(t *testing.T) {
	s := invented(6)
	for _, multiple := range []int{1, 16} {
		s.Yearbook.Multiple = multiple
		b := compose(t, s)
		fillers := 0
		for _, blank := range b.Blanks() {
			if got := texture(b, blank.Page); got != "" {
				t.Errorf("page %d is called blank and says %q", blank.Page, got)
			}
			if !strings.Contains(blank.Message().String(), "Page "+itoa(blank.Page)+" ") {
				t.Errorf("%v", blank.Message())
			}
			if blank.Section == "" {
				fillers++
			}
		}
		notes := 0
		for _, p := range b.Document.Pages {
			if p.Section == fillerSection && !inkless(p) {
				notes++
			}
		}
		if fillers != b.Fillers || multiple == 1 && fillers+notes > 0 || multiple == 16 && (fillers == 0 || notes == 0) {
			t.Errorf("sheets of %d: %d blank and %d ruled fillers, %d said", multiple, fillers, notes, b.Fillers)
		}
	}
}

// Before the white inside of a cover no page is blank that may be for notes;
// without a cover the last one is.
func TestTheLastSheetIsForNotes(t *testing.T) {
	filled := 0
	for n := range 4 {
		for _, cover := range []bool{true, false} {
			s := onePerPage(invented(6 + n))
			s.Yearbook.Multiple = 4
			for i := range s.Yearbook.Sections {
				if section := &s.Yearbook.Sections[i]; section.Kind == model.SectionCover {
					section.Off = !cover
				}
			}
			b := compose(t, s)
			blank, fillers := 0, 0
			for _, p := range b.Document.Pages {
				if p.Section == fillerSection {
					fillers++
					if inkless(p) {
						blank++
					}
				}
			}
			want := 0
			if !cover {
				want = min(1, fillers)
			}
			if filled += fillers; blank != want || b.Fillers != want {
				t.Errorf("%d profiles, cover %t: of %d fillers %d are blank, %d said", 6+n, cover, fillers, blank, b.Fillers)
			}
		}
	}
	if filled == 0 {
		t.Error("no sheet had to be filled")
	}
}

// texture is all text of a page.
func texture(b *Book, n int) string {
	var all strings.Builder
	for _, t := range pageTexts(b.Document.Pages[n-1]) {
		all.WriteString(readLine(t))
	}
	return all.String()
}

func pageTexts(p *page.Page) (all []*page.Text) {
	for _, m := range p.Marks {
		if t, ok := m.(*page.Text); ok {
			all = append(all, t)
		}
	}
	return all
}

// The branch on a left-hand page ends before the fold, on a right-hand one it
// runs over the fore-edge.
func TestNoLeafIsCutByTheFold(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	s.Yearbook.Sections = []model.Section{{Kind: model.SectionCover}, {Kind: model.SectionGlance}}
	b := compose(t, s)
	for _, n := range []int{0, len(b.Document.Pages) - 1} {
		right := page.Length(0)
		for _, m := range b.Document.Pages[n].Marks {
			path, ok := m.(*page.Path)
			if !ok || len(path.Segments) != 4 || path.Segments[1].Op != page.Cubic {
				continue
			}
			for _, segment := range path.Segments {
				right = max(right, segment.P[0].X, segment.P[2].X)
			}
		}
		if over := right > b.Document.Trim.W-typeset.MM(2); right == 0 || over != (n == 0) {
			t.Errorf("page %d: a leaf ends at %.1f of %.1f mm", n+1, right.MM(), b.Document.Trim.W.MM())
		}
	}
}
