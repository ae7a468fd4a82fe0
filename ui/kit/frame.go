package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	fieldHeight  = 36
	captionLine  = 16 // height of label and error lines
	labelToField = 4
	fieldPad     = 11 // from the outline to the text
	entryPad     = 5  // what the toolkit puts between an entry and its text
)

// frame is what all fields have round them: label above, hint at its right,
// outline, and one line under it when something is wrong.
type frame struct {
	label, hint, fault string
	hintToken          Token
	readOnly           bool
	hovered, focused   bool

	fill, ring                     *canvas.Rectangle
	labelText, hintText, faultText *textLine
	faultIcon                      *Icon
}

func newFrame(label string) *frame {
	return &frame{
		label: label, fill: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		labelText: newTextLine(), hintText: newTextLine(), faultText: newTextLine(),
		faultIcon: NewIcon(IconError, 16, Error),
	}
}

// below and above are the parts of the frame under and over the content.
func (f *frame) below() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.labelText.text, f.hintText.text, f.fill}
}

func (f *frame) above() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.ring, f.faultIcon, f.faultText.text}
}

// top is the height of label and hint.
func (f *frame) top() float32 {
	if f.label == "" && f.hint == "" {
		return 0
	}
	return captionLine + labelToField
}

func (f *frame) bottom() float32 {
	if f.fault == "" {
		return 0
	}
	return captionLine + labelToField
}

func (f *frame) minWidth() float32 {
	return fyne.Max(48, Small.Width(f.label))
}

// layout places the frame and gives where the content goes, height pixels of it.
func (f *frame) layout(size fyne.Size, height float32) (fyne.Position, fyne.Size) {
	f.hintText.place(size.Width-f.hintText.width(), 0, captionLine)
	room := size.Width
	if f.hint != "" {
		room -= f.hintText.width() + 8
	}
	f.labelText.fit(f.label, Small, fyne.Max(0, room))
	f.labelText.place(0, 0, captionLine)
	pos := fyne.NewPos(0, f.top())
	inner := fyne.NewSize(size.Width, height)
	f.fill.Move(pos)
	f.fill.Resize(inner)
	f.ring.Move(pos)
	f.ring.Resize(inner)
	y := pos.Y + inner.Height + labelToField
	f.faultIcon.Move(fyne.NewPos(0, y))
	f.faultIcon.Resize(fyne.NewSquareSize(16))
	f.faultText.fit(f.fault, Small.In(Error), fyne.Max(0, size.Width-20))
	f.faultText.place(20, y, captionLine)
	return pos, inner
}

func (f *frame) refresh() {
	fill, edge, width := Surface, Edge, float32(1)
	switch {
	case f.readOnly:
		fill, edge = Sunken, Line
		if f.focused {
			edge, width = Accent, 2
		}
	case f.fault != "":
		edge, width = Error, 2
	case f.focused:
		edge, width = Accent, 2
	case f.hovered:
		edge = Ink2
	}
	f.fill.FillColor, f.fill.CornerRadius = Color(fill), 6
	f.fill.Refresh()
	f.ring.FillColor, f.ring.CornerRadius = Color(Clear), 6
	f.ring.StrokeColor, f.ring.StrokeWidth = Color(edge), width
	f.ring.Refresh()
	f.labelText.set(f.label, Small)
	hint := Caption
	if f.hintToken != "" {
		hint = hint.In(f.hintToken)
	}
	f.hintText.set(f.hint, hint)
	f.faultText.set(f.fault, Small.In(Error))
	SetVisible(f.faultIcon, f.fault != "")
	f.faultIcon.Refresh()
}

// framed is what all fields have in common: what their frame says.
type framed struct {
	frame   *frame
	refresh func() // of the widget
}

// Label gives the label.
func (f *framed) Label() string { return f.frame.label }

// SetLabel changes the label.
func (f *framed) SetLabel(label string) {
	if f.frame.label != label {
		f.frame.label = label
		f.refresh()
	}
}

// SetHint sets the short remark at the right of the label.
func (f *framed) SetHint(hint string, token Token) {
	if f.frame.hint != hint || f.frame.hintToken != token {
		f.frame.hint, f.frame.hintToken = hint, token
		f.refresh()
	}
}

// SetError shows what is wrong under the content; "" says that nothing is.
func (f *framed) SetError(text string) {
	if f.frame.fault != text {
		f.frame.fault = text
		f.refresh()
	}
}
