package yearbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// composed gives a book of the sample and what it was composed by, so that its
// pages can be spoilt and checked again.
func composed(t *testing.T) (*composition, *page.Document) {
	t.Helper()
	s := sampleSnapshot(t, "emea-2026")
	run, err := newComposer(t, 0).begin(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	book := compose(t, s)
	return run, book.Document
}

// pageOf copies the page on which a field of a record is shown, and gives the
// number of its first such mark.
func copied(t *testing.T, doc *page.Document, want func(*page.Page, page.Mark) bool) (*page.Page, int) {
	t.Helper()
	for i, p := range doc.Pages {
		for k, m := range p.Marks {
			if want(p, m) {
				spoilt := *p
				spoilt.Marks = slices.Clone(p.Marks)
				doc.Pages[i] = &spoilt
				return &spoilt, k
			}
		}
	}
	t.Fatal("the book has no such mark")
	return nil, 0
}

func excerptText(p *page.Page, m page.Mark) bool {
	text, ok := m.(*page.Text)
	return ok && text.Source.Field == model.FieldExcerpt && len(text.Line.Glyphs) > 0
}

// TestPreflightOfPages spoils one thing on the pages of the sample, which by
// itself has nothing to tell.
func TestPreflightOfPages(t *testing.T) {
	atLength(t)
	first := func(c *composition) *model.Placement { return c.entries[0].placement }
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, c *composition, doc *page.Document)
		want  string // severity, kind, field and a part of the text
	}{
		{"nothing", func(*testing.T, *composition, *page.Document) {}, ""},
		{"a loose line", func(t *testing.T, _ *composition, doc *page.Document) {
			p, k := copied(t, doc, excerptText)
			m := *p.Marks[k].(*page.Text)
			m.Line.Space = 2.1
			p.Marks[k] = &m
		}, "warning loose-line excerpt A line has word spaces"},
		{"text at the edge", func(t *testing.T, _ *composition, doc *page.Document) {
			p, k := copied(t, doc, excerptText)
			m := *p.Marks[k].(*page.Text)
			m.Y = doc.Trim.H - typeset.MM(2)
			p.Marks[k] = &m
		}, "error near-edge excerpt Text stands 2.0 mm from the edge"},
		{"text in the fold", func(t *testing.T, _ *composition, doc *page.Document) {
			p, k := copied(t, doc, func(p *page.Page, m page.Mark) bool { return p.Verso && excerptText(p, m) })
			m := *p.Marks[k].(*page.Text)
			m.X = doc.Trim.W - m.Line.Width - typeset.MM(5)
			p.Marks[k] = &m
		}, "warning near-edge excerpt Text stands 5.0 mm from the fold"},
		{"no profile", func(t *testing.T, c *composition, doc *page.Document) {
			p, k := copied(t, doc, func(_ *page.Page, m page.Mark) bool {
				a, ok := m.(*page.Anchor)
				return ok && a.Name == entryAnchor(first(c))
			})
			p.Marks = slices.Delete(p.Marks, k, k+1)
		}, "error not-on-one-page name Confirmed, but on no page"},
		{"a profile without its name", func(t *testing.T, c *composition, doc *page.Document) {
			for i, p := range doc.Pages {
				spoilt := *p
				spoilt.Marks = slices.DeleteFunc(slices.Clone(p.Marks), func(m page.Mark) bool {
					text, ok := m.(*page.Text)
					return ok && text.Role == page.Heading2 && text.Source.Record == string(first(c).ID)
				})
				doc.Pages[i] = &spoilt
			}
		}, "error not-on-one-page name Confirmed, but on no page"},
		{"two profiles", func(_ *testing.T, c *composition, doc *page.Document) {
			for _, p := range doc.Pages {
				for _, m := range p.Marks {
					if a, ok := m.(*page.Anchor); ok && a.Name == entryAnchor(first(c)) {
						doc.Pages = append(doc.Pages, p)
						return
					}
				}
			}
		}, "error not-on-one-page name On 2 pages instead of one"},
		{"missing in the index", func(_ *testing.T, c *composition, doc *page.Document) {
			for i, p := range doc.Pages {
				spoilt := *p
				spoilt.Marks = slices.DeleteFunc(slices.Clone(p.Marks), func(m page.Mark) bool {
					text, ok := m.(*page.Text)
					return ok && text.Role == page.IndexEntry && text.Source.Record == string(first(c).ID)
				})
				doc.Pages[i] = &spoilt
			}
		}, "error not-in-index name Not in the index of people"},
		{"a small code", func(t *testing.T, c *composition, doc *page.Document) {
			p, k := copied(t, doc, func(_ *page.Page, m page.Mark) bool {
				path, ok := m.(*page.Path)
				return ok && path.Source.Field == model.FieldVideo
			})
			code, err := page.EncodeQR("https://films.example/1")
			if err != nil {
				t.Fatal(err)
			}
			small := code.Path(0, 0, typeset.MM(0.3), page.Color{K: 100})
			small.Source = p.Marks[k].(*page.Path).Source
			p.Marks[k] = small
		}, "warning qr-small video The squares of the QR code are 0.30 mm wide"},
	} {
		t.Run(c.name, func(t *testing.T) {
			run, doc := composed(t)
			c.spoil(t, run, doc)
			var got []string
			for _, p := range run.checkPages(doc) {
				got = append(got, fmt.Sprintf("%s %s %s %s", p.Severity, p.Kind, p.Field, p.Text))
				if p.PlacementID == "" || p.Person == "" {
					t.Errorf("the problem names nobody: %+v", p)
				}
			}
			if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)) {
				t.Errorf("found %q, want one of %q", got, c.want)
			}
		})
	}
}

// A fault of the margins is told once, not a hundred times.
func TestNarrowMarginsAreToldOnce(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	run, err := newComposer(t, 0).begin(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	doc := compose(t, s).Document
	for i, p := range doc.Pages {
		moved := *p
		moved.Marks = slices.Clone(p.Marks)
		for k, m := range moved.Marks {
			if text, ok := m.(*page.Text); ok && text.Source.Field == model.FieldExcerpt {
				c := *text
				c.Y = typeset.MM(1)
				moved.Marks[k] = &c
			}
		}
		doc.Pages[i] = &moved
	}
	found := run.checkPages(doc)
	if len(found) != 1 || found[0].Field != model.FieldYearbook || found[0].PlacementID != "" {
		t.Errorf("found %d problems, the first %+v", len(found), found[0])
	}
}

// Somebody who is two members of one entry (“Chris and Chris Edwards”, read from
// a list) has one line in the index, and that is enough.
func TestOnePersonTwiceInAnEntryIsIndexedOnce(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	s.Placements[20].Members = append(s.Placements[20].Members[:1:1], s.Placements[20].Members[0])
	for _, p := range compose(t, s).Problems {
		if p.Kind == model.ProblemNotIndexed {
			t.Errorf("%s: %v", p.Person, p.Text)
		}
	}
}
