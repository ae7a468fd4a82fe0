package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is laid out again without a change must stay the same objects: a new one
// makes the toolkit lay out once more, and so on without an end.
func TestProseLaidOutAgainKeepsItsObjects(t *testing.T) {
	text := "They said  so. Then they said “it” again, and went home before the tide."
	p := NewProse(Body)
	desk(t, p, fyne.NewSize(200, 200))
	p.Set(ProseContent{
		Text:   text,
		Pieces: []Stretch{{0, 14}, {15, len(text)}},
		Marks: []ProseMark{
			{Stretch{0, 14}, LookChosen | LookStar},
			{Stretch{9, 11}, LookSlip},
			{Stretch{20, 30}, LookStale},
			{Stretch{31, 40}, LookGone},
		},
		Signs: []ProseSign{{At: 15, Text: "[…]"}, {At: 15, Icon: IconStar}},
	})
	p.hovered = 1
	p.Refresh()
	r := test.WidgetRenderer(p)
	before := slices.Clone(r.Objects())
	if len(before) < 15 {
		t.Fatalf("only %d objects", len(before))
	}
	r.Layout(p.Size())
	if !slices.Equal(before, r.Objects()) {
		t.Error("laid out again the prose has other objects")
	}
}
