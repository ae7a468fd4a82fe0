package yearbook

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"laurel/export/page"
	"laurel/model"
)

// readLine is the text of a set line in the order of reading.
func readLine(t *page.Text) string {
	glyphs := slices.Clone(t.Line.Glyphs)
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return int(a.Start) - int(b.Start) })
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// texts gives the marks of a book that show a field of a record, in order.
func texts(b *Book, record, field string) (marks []*page.Text, pages []int) {
	for i, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if t, ok := m.(*page.Text); ok && t.Source.Record == record && t.Source.Field == field {
				marks, pages = append(marks, t), append(pages, i+1)
			}
		}
	}
	return marks, pages
}

// placed is the text of a field as it stands in the book, without its white and
// the hyphens of divided words, which belong to the lines.
func placed(b *Book, record, field string) string {
	var all strings.Builder
	marks, _ := texts(b, record, field)
	for _, t := range marks {
		all.WriteString(readLine(t))
	}
	return inked(all.String())
}

func inked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, text)
}

// checkNothingLost compares every text that should print with what is placed.
func checkNothingLost(t *testing.T, s *model.Snapshot, b *Book) {
	t.Helper()
	answers := 0
	for i := range s.Placements {
		p := &s.Placements[i]
		if !p.Status.Printed() {
			continue
		}
		check := func(record model.ID, field, want string) {
			t.Helper()
			if got := placed(b, string(record), field); got != inked(want) {
				t.Errorf("%s, %s:\nplaced %q\ngiven  %q", p.PrintedName(), field, got, inked(want))
			}
		}
		check(p.ID, model.FieldStrapline, p.Strapline)
		check(p.ID, model.FieldCitation, p.Citation)
		for j := range p.Answers {
			a := &p.Answers[j]
			text := a.Printed()
			if text == "" {
				continue
			}
			answers++
			if name := speaker(p, a); name != "" {
				text = name + ": " + text
			}
			check(a.ID, model.FieldExcerpt, text)
			check(a.ID, model.FieldQuestion, a.Question)
		}
	}
	if answers == 0 {
		t.Error("the snapshot has no answers to compare")
	}
}

func problemsOf(b *Book, kind model.ProblemKind) (found []model.Problem) {
	for _, p := range b.Problems {
		if p.Kind == kind {
			found = append(found, p)
		}
	}
	return found
}

func TestNothingIsLost(t *testing.T) {
	atLength(t)
	for _, edition := range []string{"emea-2024", "emea-2025", "emea-2026", "americas-2026"} {
		for _, trim := range []string{"210×265", "A5"} {
			t.Run(edition+" "+trim, func(t *testing.T) {
				s := sampleSnapshot(t, edition)
				s.Yearbook.Trim = trim
				if edition == "emea-2024" {
					s.Placements[0].Answers = []model.Answer{{ID: "only", Question: "Why?", Edited: "Because it was there.\n\nAnd it still is, ‘always’, at 1,000 m."}}
				}
				checkNothingLost(t, s, compose(t, s))
			})
		}
	}
}

// Every printed entry has one profile, one row of the list and a line of the
// index for each of its people, and all of them name the page it is on.
func TestEveryoneOnceAndOnTheRightPage(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	b := compose(t, s)
	section := func(n int) model.SectionKind { return model.SectionKind(b.Document.Pages[n-1].Section) }
	anchors := map[string]int{}
	for i, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if a, ok := m.(*page.Anchor); ok {
				if anchors[a.Name] != 0 {
					t.Errorf("anchor %s stands on two pages", a.Name)
				}
				anchors[a.Name] = i + 1
			}
		}
	}
	for i := range s.Placements {
		p := &s.Placements[i]
		at := b.Pages[p.ID]
		wanted, opening := model.SectionProfiles, []int{at}
		if i < 10 {
			wanted, opening = model.SectionTop, []int{at, at + 1}
		}
		if at == 0 || anchors[entryAnchor(p)] != at || section(at) != wanted {
			t.Errorf("%s: page %d, anchor on %d", p.PrintedName(), at, anchors[entryAnchor(p)])
		}
		marks, pages := texts(b, string(p.ID), model.FieldName)
		count := map[model.SectionKind]string{}
		headings := 0
		for j, m := range marks {
			count[section(pages[j])] += readLine(m) + " "
			if m.Role == page.Heading2 {
				headings++
				if !slices.Contains(opening, pages[j]) {
					t.Errorf("%s: a heading on page %d", p.PrintedName(), pages[j])
				}
			}
		}
		if headings == 0 {
			t.Errorf("%s has no heading", p.PrintedName())
		}
		for kind, want := range map[model.SectionKind]int{model.SectionGlance: 1, model.SectionIndex: max(1, len(p.Members))} {
			if got := slices.DeleteFunc(strings.Fields(count[kind]), func(w string) bool { first, _, _ := strings.Cut(strings.Trim(w, ","), "–"); return first != itoa(at) }); len(got) != want {
				t.Errorf("%s: in %s %d times with page %d, want %d: %q", p.PrintedName(), kind, len(got), at, want, count[kind])
			}
		}
	}
	checkLinks(t, b, anchors)
	checkContents(t, b, anchors)
}

func checkLinks(t *testing.T, b *Book, anchors map[string]int) {
	t.Helper()
	links := 0
	for i, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if l, ok := m.(*page.Link); ok && l.Anchor != "" {
				links++
				if anchors[l.Anchor] == 0 {
					t.Errorf("page %d: a link to %s, which is nowhere", i+1, l.Anchor)
				}
			}
		}
	}
	if links < 2*len(b.Pages) { // from the list and from the index
		t.Errorf("only %d links to %d profiles", links, len(b.Pages))
	}
}

// checkContents looks that each line of the contents begins or ends with the
// page that its link leads to.
func checkContents(t *testing.T, b *Book, anchors map[string]int) {
	t.Helper()
	at := anchors["contents"]
	marks := b.Document.Pages[at-1].Marks
	lines := 0
	for _, m := range marks {
		l, ok := m.(*page.Link)
		if !ok {
			continue
		}
		lines++
		found := slices.ContainsFunc(marks, func(m page.Mark) bool {
			text, ok := m.(*page.Text)
			return ok && text.Y > l.Y && text.Y < l.Y+l.H && strings.TrimSpace(readLine(text)) == itoa(anchors[l.Anchor])
		})
		if !found {
			t.Errorf("the contents do not say that %s is on page %d", l.Anchor, anchors[l.Anchor])
		}
	}
	if lines < 15 {
		t.Errorf("the contents have %d lines", lines)
	}
}
