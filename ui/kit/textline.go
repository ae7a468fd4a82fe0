package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// textLine is one run of text within a control. Unlike a Label it does not
// take the pointer from the control round it.
type textLine struct {
	text  *canvas.Text
	style Style
	size  fyne.Size
}

func newTextLine() *textLine { return &textLine{text: canvas.NewText("", nil)} }

func (t *textLine) set(text string, style Style) {
	t.style = style
	t.text.Text, t.text.TextSize, t.text.TextStyle = text, style.Size, style.textStyle()
	t.text.Color = Color(style.Color)
	t.size, _ = style.Measure(text)
	if text == "" {
		t.size.Width = 0
	}
	t.text.Refresh()
}

func (t *textLine) width() float32 { return t.size.Width }

// place sets the line at x, centred between top and top+height.
func (t *textLine) place(x, top, height float32) {
	t.text.Move(fyne.NewPos(x, top+(height-t.size.Height)/2))
	t.text.Resize(t.size)
}

// fit sets the text cut to a width.
func (t *textLine) fit(text string, style Style, room float32) {
	t.set(Shorten(text, style, room, CutEnd), style)
}
