package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A text without room in one line takes the first wording with room in two, then the
// last, and says by its tooltip what it leaves out.
func TestAParagraphTakesTheWordingThatHasRoom(t *testing.T) {
	test.NewApp().Settings().SetTheme(NewTheme(Light))
	p := NewParagraph("", Body)
	p.MaxLines = 2
	const whole, parted, short = "Ada Perpetua Quill & Bilal Quill", "Ada Perpetua Quill &\nBilal Quill", "A. Quill &\nB. Quill"
	p.SetOr(whole, parted, short)
	for _, c := range []struct {
		width float32
		want  []string
		tip   string
	}{
		{Body.Width(whole), []string{whole}, ""},
		{Body.Width("Ada Perpetua Quill &"), []string{"Ada Perpetua Quill &", "Bilal Quill"}, ""},
		{Body.Width("Ada Perpetua Qu"), []string{"A. Quill &", "B. Quill"}, whole},
		{Body.Width("A. Qu"), []string{"A.", "Qu…"}, whole},
	} {
		p.Resize(fyne.NewSize(c.width+1, p.HeightFor(c.width+1)))
		if !slices.Equal(p.lines, c.want) || p.Tooltip() != c.tip {
			t.Errorf("%.0f px show %q with the tooltip %q, want %q, %q", c.width, p.lines, p.Tooltip(), c.want, c.tip)
		}
	}
}

// A word that is longer than a line is parted at its hyphen.
func TestALongWordBreaksAfterItsHyphen(t *testing.T) {
	test.NewApp().Settings().SetTheme(NewTheme(Light))
	got := breakLines("Rosalind Mkhwanazi-Petersen", Body, Body.Width("Mkhwanazi-Pet"))
	if want := []string{"Rosalind", "Mkhwanazi-", "Petersen"}; !slices.Equal(got, want) {
		t.Errorf("the lines are %q, want %q", got, want)
	}
}

// Centred lines are about equally long.
func TestCentredLinesAreBalanced(t *testing.T) {
	test.NewApp().Settings().SetTheme(NewTheme(Light))
	p := NewParagraph("Take people into the edition first; then their answers stand here beside their pages.", Small)
	p.Align = fyne.TextAlignCenter
	width := Small.Width("Take people into the edition first; then their answers stand here beside their")
	p.Resize(fyne.NewSize(width, p.HeightFor(width)))
	if len(p.lines) != 2 || Small.Width(p.lines[1]) < Small.Width(p.lines[0])*0.7 {
		t.Errorf("the lines are %q", p.lines)
	}
}
