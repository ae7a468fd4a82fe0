package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// toastTime is how long a toast stays.
const toastTime = 8 * time.Second

// Toast is a word about what was done, with a way to take it back.
type Toast struct {
	Text string
	// Action is the button's word, for example lang.L("Undo"); empty for none.
	Action   string
	OnAction func()
}

// Toast shows a toast at the bottom right in place of the one before. It goes
// after 8 s, not while it is pointed at or its button has the focus.
func (r *Root) Toast(t Toast) {
	r.CloseToast()
	box := newToastBox(t, r.CloseToast)
	r.layer.toast = box
	r.layer.objects.Objects = append(r.layer.objects.Objects, box)
	r.layer.objects.Refresh()
	box.restart()
}

// CloseToast takes the toast away.
func (r *Root) CloseToast() {
	box := r.layer.toast
	if box == nil {
		return
	}
	box.halt()
	r.layer.toast = nil
	r.layer.objects.Remove(box)
}

// ToastText gives the text of the toast shown now, else "".
func (r *Root) ToastText() string {
	if r.layer.toast == nil {
		return ""
	}
	return r.layer.toast.toast.Text
}

var (
	_ fyne.Widget       = (*toastBox)(nil)
	_ desktop.Hoverable = (*toastBox)(nil)
)

type toastBox struct {
	widget.BaseWidget
	toast  Toast
	close  func()
	stop   func()
	button *toastButton
}

func newToastBox(t Toast, close func()) *toastBox {
	b := &toastBox{toast: t, close: close}
	if t.Action != "" {
		b.button = newToastButton(t.Action, func() {
			close()
			if t.OnAction != nil {
				t.OnAction()
			}
		})
		b.button.box = b
	}
	b.ExtendBaseWidget(b)
	return b
}

func (b *toastBox) restart() {
	b.halt()
	b.stop = after(toastTime, b.close)
}

func (b *toastBox) halt() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}

// MouseIn keeps the toast up.
func (b *toastBox) MouseIn(*desktop.MouseEvent) { b.halt() }

// MouseMoved is not needed.
func (b *toastBox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go after another 8 s.
func (b *toastBox) MouseOut() { b.restart() }

// Tapped keeps a click on the toast from reaching what lies under it.
func (b *toastBox) Tapped(*fyne.PointEvent) {}

func (b *toastBox) CreateRenderer() fyne.WidgetRenderer {
	back := NewFill(Ink)
	back.Radius, back.Shadow = 8, true
	return &toastRenderer{b: b, back: back, text: NewParagraph(b.toast.Text, Body.In(Surface))}
}

type toastRenderer struct {
	b    *toastBox
	back *Fill
	text *Paragraph
}

func (r *toastRenderer) Destroy() {}

func (r *toastRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.back, r.text}
	if r.b.button != nil {
		objects = append(objects, r.b.button)
	}
	return objects
}

// toastMaxText is the longest line of a toast; what is longer wraps.
const toastMaxText = 560

func (r *toastRenderer) textSize() fyne.Size {
	width := whole(fyne.NewSize(fyne.Min(Body.Width(r.b.toast.Text), toastMaxText), 0)).Width
	return fyne.NewSize(width, r.text.HeightFor(width))
}

func (r *toastRenderer) MinSize() fyne.Size {
	text := r.textSize()
	width := 32 + text.Width
	if r.b.button != nil {
		width += 16 + r.b.button.MinSize().Width - 8
	}
	return whole(fyne.NewSize(width, fyne.Max(48, text.Height+28)))
}

func (r *toastRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	text := r.textSize()
	r.text.Resize(text)
	r.text.Move(fyne.NewPos(16, (size.Height-text.Height)/2))
	if r.b.button != nil {
		min := r.b.button.MinSize()
		r.b.button.Resize(min)
		r.b.button.Move(fyne.NewPos(size.Width-8-min.Width, (size.Height-min.Height)/2))
	}
}

func (r *toastRenderer) Refresh() {
	r.back.Refresh()
	r.Layout(r.b.Size())
}

var _ fyne.Focusable = (*toastButton)(nil)

// toastButton stands on reversed ink.
type toastButton struct {
	control
	text string
	box  *toastBox
}

func newToastButton(text string, press func()) *toastButton {
	b := &toastButton{text: text}
	b.label, b.press = text, press
	b.extend(b)
	return b
}

func (b *toastButton) MouseIn(ev *desktop.MouseEvent) {
	b.box.halt()
	b.control.MouseIn(ev)
}

func (b *toastButton) MouseOut() {
	b.box.restart()
	b.control.MouseOut()
}

func (b *toastButton) FocusGained() {
	b.box.halt()
	b.control.FocusGained()
}

func (b *toastButton) FocusLost() {
	b.box.restart()
	b.control.FocusLost()
}

func (b *toastButton) CreateRenderer() fyne.WidgetRenderer {
	frame := NewFrame(Clear, Ink3, 6)
	label := newTextLine()
	r := &toastButtonRenderer{b: b, frame: frame, text: label}
	r.Refresh()
	return r
}

type toastButtonRenderer struct {
	b     *toastButton
	frame *Fill
	text  *textLine
}

func (r *toastButtonRenderer) Destroy() {}
func (r *toastButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.text.text}
}

func (r *toastButtonRenderer) MinSize() fyne.Size {
	return whole(fyne.NewSize(BodyStrong.Width(r.b.text)+24, 34))
}

func (r *toastButtonRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.text.place((size.Width-r.text.width())/2, 0, size.Height)
}

func (r *toastButtonRenderer) Refresh() {
	r.frame.Width = 1
	edge := Edge
	if r.b.focused || r.b.hovered {
		edge, r.frame.Width = Surface, 2
	}
	r.frame.Set(Clear, edge)
	r.frame.Refresh()
	r.text.set(r.b.text, BodyStrong.In(Surface))
	r.Layout(r.b.Size())
}
