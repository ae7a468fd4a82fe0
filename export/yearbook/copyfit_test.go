package yearbook

import (
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// someProse is text whose words are as long as those of answers are.
const someProse = "We measured the harbour again and it was still there, if a little deeper than the year before. " +
	"Nobody who had worked on the soundings was surprised, and the committee, which had expected a shorter report, asked for another. " +
	"So we went out with the same boat and two younger colleagues, and found what we had missed: a channel that the old charts had always shown. "

// proseOf is so many words of it, in paragraphs.
func proseOf(words int) string {
	all := strings.Fields(strings.Repeat(someProse, 2+words/60))[:words]
	var b strings.Builder
	for i, w := range all {
		switch {
		case i == 0:
		case i%170 == 0:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String() + "."
}

// A line or two too many are saved, step by step and within limits; the size of
// the type and the leading stay; what is longer goes overleaf as it is.
func TestCopyfitSavesALineOrTwo(t *testing.T) {
	steps := map[CopyfitStep]int{}
	for words := 280; words < 420; words += 2 {
		s := onePerPage(invented(1))
		s.Placements[0].Answers[0].Edited = proseOf(words)
		b := compose(t, s)
		checkNothingLost(t, s, b)
		checkOnThePage(t, b)
		slot := b.Slots["entry-1"]
		over := len(problemsOf(b, model.ProblemOverset)) > 0
		steps[slot.Copyfit.Step]++
		if over != (slot.Lines > slot.MaxLines) || over && slot.Copyfit.Step != CopyfitNone {
			t.Errorf("%d words: %+v, reported as overset: %v", words, slot, over)
		}
		fitted := b.Copyfitted()
		if slot.Copyfit.Step == CopyfitNone {
			if len(fitted) != 0 {
				t.Errorf("%d words: %+v without a step", words, fitted)
			}
			continue
		}
		if len(fitted) != 1 || fitted[0].Placement != "entry-1" || fitted[0].Page != b.Pages["entry-1"] || len(b.PagesOf("entry-1")) != 1 {
			t.Errorf("%d words: recorded as %+v", words, fitted)
		}
		if n := slot.Copyfit.Lines; n < 1 || n > copyfitMost+1 {
			t.Errorf("%d words: %d lines saved", words, n)
		}
		checkTypeUnchanged(t, b, "answer-1")
		if text := slot.Copyfit.Message("Ada Quill1"); !strings.Contains(text.String(), "Ada Quill1") || strings.Contains(text.String(), "{{") {
			t.Errorf("%q", text)
		}
	}
	if len(steps) < 2 {
		t.Errorf("no text was a line or two too long: %v", steps)
	}
}

// The ladder is climbed no higher than needed, and where it does not reach the
// rows stay as they were.
func TestCopyfitLadder(t *testing.T) {
	c := newComposer(t, 1)
	run, err := c.begin(t.Context(), invented(1))
	if err != nil {
		t.Fatal(err)
	}
	steps := map[CopyfitStep]int{}
	for words := 60; words < 420; words += 12 {
		for lines := 1; lines <= copyfitMost+1; lines++ {
			s := &setter{c: run}
			rows := s.answerRows(&model.Placement{}, &model.Answer{ID: "answer"}, proseOf(words), run.grid.half())
			room := len(rows) - lines
			over := func(rows []row) int { return max(0, len(rows)-room) }
			got, fit := s.copyfit(rows, over)
			steps[fit.Step]++
			if readRows(got) != readRows(rows) {
				t.Fatalf("%d words: the text changed", words)
			}
			switch {
			case fit.Step == CopyfitNone && len(got) != len(rows), fit.Step != CopyfitNone && len(got) > room:
				t.Errorf("%d words: %q gives %d lines for %d", words, fit.Step, len(got), room)
			case lines > copyfitMost && fit.Step != CopyfitNone:
				t.Errorf("%d words: %d lines were saved", words, lines)
			case fit.Step != CopyfitNone && fit.Lines != len(rows)-len(got):
				t.Errorf("%d words: %+v, but %d lines were saved", words, fit, len(rows)-len(got))
			}
		}
	}
	for _, rung := range append(copyfitLadder, struct {
		step     CopyfitStep
		tracking int
	}{}) {
		if steps[rung.step] == 0 {
			t.Errorf("no text came to %q: %v", rung.step, steps)
		}
	}
}

// readRows is the text of rows, its line ends undone.
func readRows(rows []row) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(readLine(&page.Text{Line: r.line}))
	}
	return strings.ReplaceAll(b.String(), "\u00AD", "")
}

// checkTypeUnchanged looks that an answer stands in the theme's size on the
// theme's lines, and that no letter is farther off than the limits allow.
func checkTypeUnchanged(t *testing.T, b *Book, answer string) {
	t.Helper()
	theme := Laurel()
	body := theme.Type[Body]
	feet := map[typeset.Length]typeset.Length{} // by column, the last baseline
	for _, p := range b.Document.Pages {
		for _, m := range p.Marks {
			text, ok := m.(*page.Text)
			if !ok || text.Source.Record != answer || text.Source.Field != model.FieldExcerpt {
				continue
			}
			column := text.X / typeset.MM(40)
			if before, ok := feet[column]; ok && (text.Y-before)%theme.Leading != 0 {
				t.Errorf("%q stands off the grid", readLine(text))
			}
			feet[column] = text.Y
			for _, g := range text.Line.Glyphs {
				if typeset.Length(g.Size) != body.Size || g.Scale != 0 && (g.Scale < 980 || g.Scale > 1020) {
					t.Fatalf("%q: size %d, scaled %d", readLine(text), g.Size, g.Scale)
				}
			}
			if text.Line.Space > 0 && text.Line.Space < 0.69 {
				t.Errorf("%q: word spaces of %.2f", readLine(text), text.Line.Space)
			}
		}
	}
}

// Where a text goes on overleaf, no word is divided by the turn of the leaf.
func TestNoHyphenAtTheFootOfAPage(t *testing.T) {
	hyphens := 0
	for words := 450; words < 700; words += 10 {
		s := onePerPage(invented(1))
		s.Placements[0].Answers[0].Edited = proseOf(words)
		b := compose(t, s)
		checkNothingLost(t, s, b)
		pages := b.PagesOf("entry-1")
		for _, n := range pages[:len(pages)-1] {
			var last *page.Text
			for _, m := range b.Document.Pages[n-1].Marks {
				if text, ok := m.(*page.Text); ok && text.Source.Field == model.FieldExcerpt {
					last = text
				}
			}
			if last.Line.Hyphenated {
				t.Errorf("%d words: page %d ends with %q", words, n, readLine(last))
			}
		}
		for _, n := range pages {
			for _, m := range b.Document.Pages[n-1].Marks {
				if text, ok := m.(*page.Text); ok && text.Line.Hyphenated {
					hyphens++
				}
			}
		}
	}
	if hyphens == 0 {
		t.Error("no word was divided at all: the test tells nothing")
	}
}
