package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// A word that has no room is cut, and not left out.
func TestEditsAreCutWithinAWord(t *testing.T) {
	test.NewApp()
	e := NewEdits(Small, Edit{Kind: EditGone, Text: "another photo"}, Edit{Kind: EditAdded, Text: "leopoldine-achhammer-final.jpg"})
	e.MaxLines = 1
	for _, width := range []float32{120, 160, 220} {
		e.lay(width)
		last := e.set[len(e.set)-1]
		if e.lines != 1 || !strings.HasSuffix(last.text, "…") || last.x+last.width > width {
			t.Errorf("in %.0f px it ends in %q at %.0f px, on %d lines", width, last.text, last.x+last.width, e.lines)
		}
		if width > 120 && (last.kind != EditAdded || !strings.HasPrefix(last.text, "leo")) {
			t.Errorf("in %.0f px the new word is %q", width, last.text)
		}
	}
	if e.lay(600); e.set[len(e.set)-1].text != "leopoldine-achhammer-final.jpg" {
		t.Error("with room it is cut too")
	}
}
