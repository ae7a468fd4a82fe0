package typeset_test

import (
	"math"
	"strings"
	"testing"

	"laurel/export/typeset"
)

// evenness is how a body of columns is set.
type evenness struct {
	lines, justified, hyphenated int
	spaces, squares              float64
	over15, over2, ladders       int
	tightest, widest             float64
}

func (e *evenness) add(r typeset.Result) {
	run := 0
	for _, l := range r.Lines {
		e.lines++
		run++
		if !l.Hyphenated {
			run = 0
		} else {
			e.hyphenated++
		}
		if run == 3 {
			e.ladders++
		}
		if l.Space == 0 {
			continue
		}
		e.justified++
		e.spaces += l.Space
		e.squares += l.Space * l.Space
		e.widest = max(e.widest, l.Space)
		if e.tightest == 0 || l.Space < e.tightest {
			e.tightest = l.Space
		}
		if l.Space > 1.5 {
			e.over15++
		}
		if l.Space > 2 {
			e.over2++
		}
	}
}

func (e *evenness) deviation() float64 {
	mean := e.spaces / float64(e.justified)
	return math.Sqrt(e.squares/float64(e.justified) - mean*mean)
}

// The columns of a book of 100 people with three answers each.
func TestEvennessOfColumns(t *testing.T) {
	lib, style := newSetter(t)
	for _, measure := range []float64{82, 84} {
		var e evenness
		for _, text := range answers(t, 300, 150) {
			r, err := lib.Set(t.Context(), typeset.Paragraph{
				Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(measure), Hyphenate: true, Hang: true,
			})
			if err != nil {
				t.Fatal(err)
			}
			e.add(r)
		}
		share := func(n, of int) float64 { return 100 * float64(n) / float64(of) }
		t.Logf("%g mm: %d lines, deviation %.3f, hyphenated %.1f %%, over 1.5: %.2f %%, spaces %.2f to %.2f",
			measure, e.lines, e.deviation(), share(e.hyphenated, e.lines), share(e.over15, e.justified), e.tightest, e.widest)
		if d := e.deviation(); d > 0.115 {
			t.Errorf("%g mm: word spaces deviate by %.3f of the font's own, more than 0.115", measure, d)
		}
		if h := share(e.hyphenated, e.justified); h > 15 {
			t.Errorf("%g mm: %.1f %% of the lines end in a hyphen, more than 15", measure, h)
		}
		if o := share(e.over15, e.justified); o >= 0.4 {
			t.Errorf("%g mm: %.2f %% of the lines have spaces over 1.5, more than 0.4", measure, o)
		}
		if e.over2 > 0 || e.ladders > 0 || e.tightest < 0.69 {
			t.Errorf("%g mm: %d lines over twice the space, %d ladders of three, tightest space %.2f", measure, e.over2, e.ladders, e.tightest)
		}
	}
}

// Letters change by no more than can go unseen, and every line fills the measure.
func TestLettersChangeWithinLimits(t *testing.T) {
	lib, style := newSetter(t)
	measure := typeset.MM(84)
	scaled := 0
	for _, text := range answers(t, 40, 120) {
		r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: measure, Hyphenate: true, Hang: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range r.Lines {
			for _, g := range l.Glyphs {
				if g.Scale != 0 && (g.Scale < 980 || g.Scale > 1020) {
					t.Fatalf("a glyph of %q is scaled to %d", shown(l), g.Scale)
				}
				if g.Scale != 0 && g.Scale != 1000 {
					scaled++
				}
				own := typeset.Short(g.Face.Scale(g.Face.GlyphAdvance(g.ID), typeset.Length(g.Size)))
				if g.Text != " " && (g.Advance < own*93/100-typeset.Short(style.Size)/8 || g.Advance > own*103/100+typeset.Short(style.Size)/8) {
					t.Errorf("%q takes %d instead of %d", g.Text, g.Advance, own)
				}
			}
			if i == len(r.Lines)-1 {
				continue
			}
			over := l.Width - l.Hang - measure
			if over < -10 || over > style.Size*6/10 {
				t.Errorf("%q misses the measure by %d", shown(l), over)
			}
		}
	}
	if scaled == 0 {
		t.Error("no letter was scaled")
	}
}

func TestSameTextGivesTheSameLines(t *testing.T) {
	lib, style := newSetter(t)
	other := newLibrary(t)
	otherStyle := bodyStyle(t, other)
	for _, text := range answers(t, 5, 120) {
		p := typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(60), Hyphenate: true, Hang: true}
		a, err := lib.Set(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		p.Spans = []typeset.Span{{Text: text, Style: otherStyle}}
		b, err := other.Set(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		if x, y := strings.Join(texts(a), "\n"), strings.Join(texts(b), "\n"); x != y {
			t.Errorf("set twice:\n%s\n\n%s", x, y)
		}
		for i := range a.Lines {
			if a.Lines[i].Width != b.Lines[i].Width || a.Lines[i].Space != b.Lines[i].Space {
				t.Errorf("line %d: %v %v", i, a.Lines[i].Width, b.Lines[i].Width)
			}
		}
	}
}
