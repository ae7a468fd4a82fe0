package yearbook

import (
	"context"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
)

// placedMarkdown sets Markdown at the origin of a sheet and gives its lines.
func placedMarkdown(t *testing.T, run *composition, markdown string) (lines []*page.Text) {
	t.Helper()
	s := &sheet{setter: setter{c: run}}
	s.stack(s.markdown(page.Source{}, markdown, run.grid.half(), columnVoice), 0, 0)
	return pageTexts(&s.page)
}

func TestMarkdownKeepsWhereLinesEnd(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	for markdown, want := range map[string]int{"one\\\ntwo  \nthree": 3, "one\ntwo\nthree": 1, "- one\n  - two\n    - three\n- four": 4} {
		rows := map[typeset.Length]bool{}
		lowest := typeset.Length(0)
		for _, text := range placedMarkdown(t, run, markdown) {
			rows[text.Y] = true
			lowest = max(lowest, text.Y)
		}
		leading := run.theme.Type[Body].Leading
		if len(rows) != want || lowest != typeset.Length(want-1)*leading {
			t.Errorf("%q: %d lines, the last %.1f lines below the first", markdown, len(rows), float64(lowest)/float64(leading))
		}
	}
}

func TestTablesAlignTheirColumns(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	edges := map[string][2]typeset.Length{}
	for _, text := range placedMarkdown(t, run, "| left | middle | right |\n|:---|:---:|---:|\n| a | b | 1 |\n| a | b | 1000 |") {
		edges[strings.TrimSpace(readLine(text))] = [2]typeset.Length{text.X, text.X + text.Line.Width}
	}
	w := run.grid.half()
	for _, number := range []string{"RIGHT", "1", "1000"} {
		if off := edges[number][1] - w; off > typeset.Pt/2 || off < -typeset.Pt/2 {
			t.Errorf("%s ends %.2f mm from the right edge", number, off.MM())
		}
	}
	if middle := (edges["MIDDLE"][0] + edges["MIDDLE"][1]) / 2; (edges["b"][0]+edges["b"][1])/2-middle > typeset.Pt/2 {
		t.Errorf("b does not stand below the middle of its head")
	}
	if edges["a"][0] != edges["LEFT"][0] || edges["a"][0] != 0 {
		t.Errorf("a begins at %.2f mm", edges["a"][0].MM())
	}
}

// Who signed a foreword never stands on a page without the end of it.
func TestNoSignatureAlone(t *testing.T) {
	alone, whole := 0, 0
	for lines := 20; lines < 70; lines++ {
		s := full(3)
		for i := range s.Yearbook.Sections {
			if section := &s.Yearbook.Sections[i]; section.Kind == "foreword" {
				section.Off, section.Picture, section.Byline, section.Role = false, "", "Ann Fathom", "Chair"
				section.Text = strings.TrimSuffix(strings.Repeat("A line of the foreword.\\\n", lines), "\\\n")
			}
		}
		for _, p := range compose(t, s).Document.Pages {
			text := pageText(p)
			if p.Section != "foreword" || !strings.Contains(text, "Ann Fathom") {
				continue
			}
			if whole++; strings.Count(text, "A line of the foreword.") < 2 {
				alone++
			}
		}
	}
	if whole < 50 || alone > 0 {
		t.Errorf("of %d signatures %d stand alone", whole, alone)
	}
}
