package model

import "testing"

func TestPartsArePlacedInPrintAndBack(t *testing.T) {
	const said = " The quay held. We had, in the end, no fear of it. Then came spring. "
	of := func(text string) Range {
		i := indexOf(t, said, text)
		return Range{i, i + len(text)}
	}
	for _, c := range []struct {
		name         string
		excerpt      Excerpt
		part, prints string // "" prints nothing
	}{
		{"the whole answer", Excerpt{}, "Then came spring.", "Then came spring."},
		{"two sentences", Choose(said, []Range{of("The quay held."), of("Then came spring.")}), "Then came spring.", "Then came spring."},
		{"one that is left out", Choose(said, []Range{of("The quay held."), of("Then came spring.")}), "We had, in the end, no fear of it.", ""},
		{"a capital in brackets", Choose(said, []Range{of("in the end, no fear of it.")}), "We had, in the end, no fear of it.", "[I]n the end, no fear of it."},
		{"other words", ForPrint("Something else."), "The quay held.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			print := c.excerpt.Print(said)
			part, ok := c.excerpt.InPrint(said, of(c.part))
			if ok != (c.prints != "") || ok && print[part.Start:part.End] != c.prints {
				t.Fatalf("prints %q (%t), want %q", print[part.Start:max(part.Start, part.End)], ok, c.prints)
			}
			if !ok {
				return
			}
			for _, at := range []int{part.Start, (part.Start + part.End) / 2, part.End - 1} {
				b, there := c.excerpt.InAnswer(said, at)
				if r := of(c.part); !there || b < r.Start || b >= r.End {
					t.Errorf("byte %d of the print is said to be byte %d of the answer, outside %v", at, b, r)
				}
			}
		})
	}
	joined := Choose(said, []Range{of("The quay held."), of("Then came spring.")})
	if b, ok := joined.InAnswer(said, indexOf(t, joined.Print(said), Cut)); !ok || b != of("Then came spring.").Start {
		t.Errorf("the join leads to byte %d", b)
	}
}

func indexOf(t *testing.T, text, part string) int {
	t.Helper()
	for i := 0; i+len(part) <= len(text); i++ {
		if text[i:i+len(part)] == part {
			return i
		}
	}
	t.Fatalf("%q is not in %q", part, text)
	return 0
}
