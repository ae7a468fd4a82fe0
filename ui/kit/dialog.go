package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// DialogParams is what a dialog shows and does.
type DialogParams struct {
	Title   string
	Content fyne.CanvasObject
	// Primary is the word of the button that goes on; "" for none.
	Primary string
	// OnPrimary runs on that button and on Enter. It reports whether the dialog
	// may close; if not it has said why, in its fields.
	OnPrimary func() bool
	// Cancel is the word of the other button; "" stands for Cancel, "-" for none.
	Cancel string
	// OnCancel runs on that button, on Esc and on the cross.
	OnCancel func()
	// Stop is what Cancel does instead, where the dialog waits for work: it goes
	// when the work has ended.
	Stop func()
	// Late keeps the dialog out of sight for the first 200 ms, though it keeps
	// everything else waiting at once.
	Late bool
	// Note stands at the bottom left; "" says there, where Enter is a new line in
	// a field of the content, which keys go on.
	Note string
	// Head holds buttons right of the title.
	Head []fyne.CanvasObject
	// Foot holds buttons left of Cancel.
	Foot []fyne.CanvasObject
	// Flush leaves out the padding round the content.
	Flush bool
	// Width and Height in pixels; 0 follows the content, at least 420 wide.
	Width, Height float32
	// Bare leaves out title and buttons, for the palette: the content is all, a
	// click beside it cancels, and Enter runs OnPrimary.
	Bare bool
	// Top is how far from the top of the window the panel stands; 0 centres it.
	Top float32
	// First gets the focus; nil: the first thing in the content that can have it.
	First fyne.Focusable
}

// goOn are the keys of the primary button where Enter alone has another use.
var goOn = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

// Dialog asks for something and keeps everything else waiting. There is one
// look and one set of keys for all of them: Enter is the primary button, Esc
// cancels, the first field has the focus.
type Dialog struct {
	params  DialogParams
	window  fyne.Window
	overlay *dialogOverlay
	primary *Button
	before  func(*fyne.KeyEvent)
	focus   fyne.Focusable
	unveil  func() // ends waiting for a dialog that comes late
	awaits  bool   // what the primary button acts on is still being worked out
	asked   bool   // and it was pressed meanwhile
	lent    bool   // Cancel has the focus of the primary button while that is disabled
}

// NewDialog makes a dialog; Show shows it.
func NewDialog(w fyne.Window, p DialogParams) *Dialog {
	d := &Dialog{params: p, window: w}
	d.overlay = newDialogOverlay(d)
	return d
}

// Show brings the dialog up.
func (d *Dialog) Show() {
	c := d.window.Canvas()
	d.focus = c.Focused()
	c.Unfocus() // what was typed is handed on before the dialog acts on it
	d.before = c.OnTypedKey()
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { d.overlay.takeKey(ev) })
	c.AddShortcut(goOn, func(s fyne.Shortcut) { UnderDialog(c, s) })
	c.Overlays().Add(d.overlay)
	d.overlay.Resize(c.Size())
	d.overlay.Refresh()
	if d.params.Late {
		d.overlay.veil(true)
		d.unveil = after(shownAfter, func() { d.overlay.veil(false) })
		return
	}
	switch {
	case d.params.First != nil:
		c.Focus(d.params.First)
	default:
		c.FocusNext()
		if b, ok := c.Focused().(*Button); ok && d.primary != nil && d.owns(b) {
			c.Focus(d.primary)
		}
	}
}

func (d *Dialog) owns(b *Button) bool {
	for _, o := range d.overlay.buttons {
		if o == fyne.CanvasObject(b) {
			return true
		}
	}
	return false
}

// Close takes the dialog away without running a hook, and gives the focus back.
func (d *Dialog) Close() {
	c := d.window.Canvas()
	if !d.Open() {
		return
	}
	if d.unveil != nil {
		d.unveil()
	}
	c.Overlays().Remove(d.overlay)
	c.SetOnTypedKey(d.before)
	if d.focus != nil {
		c.Focus(d.focus)
	}
}

// Open tells whether the dialog is up.
func (d *Dialog) Open() bool {
	for _, o := range d.window.Canvas().Overlays().List() {
		if o == fyne.CanvasObject(d.overlay) {
			return true
		}
	}
	return false
}

// Await holds the primary button back until Ready: what it acts on, by what was
// typed last, is still being worked out.
func (d *Dialog) Await() { d.awaits, d.asked = true, false }

// Ready lets the primary button act again, at once where it was pressed meanwhile.
func (d *Dialog) Ready() {
	asked := d.asked
	d.awaits, d.asked = false, false
	if asked && d.Open() {
		d.Submit()
	}
}

// Submit does what the primary button does.
func (d *Dialog) Submit() {
	if d.awaits {
		d.asked = true
		return
	}
	if !d.params.Bare && (d.primary == nil || d.primary.Disabled()) {
		return
	}
	if d.params.OnPrimary == nil || d.params.OnPrimary() {
		d.Close()
	}
}

// Cancel does what the Cancel button does.
func (d *Dialog) Cancel() {
	if d.params.Stop != nil {
		d.params.Stop()
		return
	}
	d.Close()
	if d.params.OnCancel != nil {
		d.params.OnCancel()
	}
}

// SetPrimaryEnabled allows or forbids going on. A button that does nothing does
// not keep the focus: Cancel has it meanwhile.
func (d *Dialog) SetPrimaryEnabled(enabled bool) {
	if d.primary == nil {
		return
	}
	d.primary.SetEnabled(enabled)
	c, cancel := d.window.Canvas(), d.overlay.cancel
	switch {
	case cancel == nil:
	case !enabled && c.Focused() == fyne.Focusable(d.primary):
		d.lent = true
		c.Focus(cancel)
	case enabled && d.lent:
		d.lent = false
		if c.Focused() == fyne.Focusable(cancel) {
			c.Focus(d.primary)
		}
	}
}

// SetPrimary changes the word of the primary button.
func (d *Dialog) SetPrimary(text string) {
	if d.primary != nil {
		d.primary.SetText(text)
		d.overlay.Refresh()
	}
}

// SetNote changes the words at the bottom left.
func (d *Dialog) SetNote(text string) {
	d.params.Note = text
	d.SetFault("")
}

// SetFault says in the place of the note why the dialog does not go on; "" brings
// the note back.
func (d *Dialog) SetFault(text string) {
	if text != "" {
		d.overlay.note.Set(text, SmallBold.In(Error))
		return
	}
	d.overlay.note.Set(d.params.Note, Small.In(Ink3))
}

// ModalOpen tells whether a dialog or menu lies over the window. The toolkit
// fires menu shortcuts under dialogs too, so every menu action asks this first.
func ModalOpen(w fyne.Window) bool { return w.Canvas().Overlays().Top() != nil }

// dialogOverlay is scrim and panel over the whole canvas.
type dialogOverlay struct {
	widget.BaseWidget
	d       *Dialog
	layer   *layer
	scrim   *Fill
	back    *Fill
	panel   *fyne.Container
	note    *Label
	buttons []fyne.CanvasObject
	cancel  *Button // nil where there is none
}

func newDialogOverlay(d *Dialog) *dialogOverlay {
	o := &dialogOverlay{d: d, layer: newLayer(), scrim: NewFill(Scrim), back: NewFill(Surface)}
	o.back.Radius, o.back.Shadow = 12, true
	if d.params.Note == "" && d.params.Primary != "" && holdsArea(d.params.Content) {
		d.params.Note = lang.L("Ctrl+Enter: {{.Button}}", map[string]any{"Button": d.params.Primary})
	}
	o.note = NewElastic(d.params.Note, Small.In(Ink3))
	if d.params.Bare {
		o.panel = stacked(d.params.Content)
	} else {
		head, foot := o.head(), o.foot()
		o.panel = container.New(&between{head, foot}, o.middle(), head, foot) // Tab comes to the content first
	}
	o.ExtendBaseWidget(o)
	return o
}

// holdsArea says whether a field of several lines is among the content.
func holdsArea(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Area:
		return true
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, holdsArea)
	case *Scroll:
		return holdsArea(o.inner.Content)
	}
	return false
}

func (o *dialogOverlay) head() fyne.CanvasObject {
	p := o.d.params
	cells := []Cell{Grow(1, NewElastic(p.Title, PanelTitle))}
	for _, b := range p.Head {
		cells = append(cells, Natural(b))
	}
	if p.Cancel != "-" {
		cross := NewIconButton(IconClose, lang.L("Close"), o.d.Cancel)
		cells = append(cells, Natural(cross))
		o.buttons = append(o.buttons, cross)
	}
	row := Pad(MidRow(8, cells...), 14, 16, 14, 24)
	if p.Flush {
		return Column(0, Natural(row), Fixed(1, NewHLine()))
	}
	return row
}

func (o *dialogOverlay) middle() fyne.CanvasObject {
	p := o.d.params
	if p.Content == nil {
		return NewFill(Clear)
	}
	if p.Flush {
		return p.Content
	}
	return Pad(p.Content, 6, 24, 24, 24)
}

func (o *dialogOverlay) foot() fyne.CanvasObject {
	p := o.d.params
	cells := []Cell{Grow(1, o.note)}
	for _, b := range p.Foot {
		cells = append(cells, Natural(b))
	}
	if p.Cancel != "-" {
		word := p.Cancel
		if word == "" {
			word = lang.L("Cancel")
		}
		o.cancel = NewButton(word, o.d.Cancel)
		o.buttons = append(o.buttons, o.cancel)
		cells = append(cells, Natural(o.cancel))
	}
	if p.Primary != "" {
		o.d.primary = NewPrimary(p.Primary, o.d.Submit)
		o.buttons = append(o.buttons, o.d.primary)
		cells = append(cells, Natural(o.d.primary))
	}
	if len(cells) == 1 && p.Note == "" {
		return NewFill(Clear)
	}
	ground := NewFill(Canvas)
	ground.Radius = 12
	ground.TopSquare = true
	return stacked(ground, Column(0, Fixed(1, NewHLine()), Natural(Pad(MidRow(12, cells...), 14, 24, 14, 24))))
}

// veil takes the dialog out of sight, or brings it there.
func (o *dialogOverlay) veil(veiled bool) {
	for _, part := range []fyne.CanvasObject{o.scrim, o.back, o.panel} {
		if veiled {
			part.Hide()
		} else {
			part.Show()
		}
	}
}

func (o *dialogOverlay) floating() *layer { return o.layer }

// takeKey gets the keys that nothing in the dialog had a use for.
func (o *dialogOverlay) takeKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		o.d.Cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		o.d.Submit()
	default:
		return false
	}
	return true
}

// Tapped gets the clicks that hit nothing else.
func (o *dialogOverlay) Tapped(ev *fyne.PointEvent) {
	at := ev.Position.Subtract(o.back.Position())
	size := o.back.Size()
	inside := at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y < size.Height
	if o.d.params.Bare && !inside {
		o.d.Cancel()
	}
}

// Relayout makes the panel as large as its content asks for now.
func (d *Dialog) Relayout() { d.overlay.Refresh() }

// CreateRenderer is called by the toolkit.
func (o *dialogOverlay) CreateRenderer() fyne.WidgetRenderer { return &dialogRenderer{o} }

type dialogRenderer struct{ o *dialogOverlay }

func (r *dialogRenderer) Destroy()           {}
func (r *dialogRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *dialogRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.o.scrim, r.o.back, r.o.panel, r.o.layer.objects}
}

func (r *dialogRenderer) Layout(size fyne.Size) {
	p := r.o.d.params
	r.o.scrim.Resize(size)
	r.o.layer.objects.Resize(size)
	min := r.o.panel.MinSize()
	width := fyne.Max(fyne.Max(p.Width, 420), min.Width)
	width = fyne.Min(width, size.Width-32)
	r.o.panel.Resize(fyne.NewSize(width, r.o.panel.Size().Height)) // texts wrap to the width and then know their height
	height := fyne.Max(p.Height, r.o.panel.MinSize().Height)
	height = fyne.Min(height, size.Height-32)
	panel := fyne.NewSize(width, height)
	pos := fyne.NewPos((size.Width-width)/2, fyne.Max(16, (size.Height-height)*0.42))
	if p.Top > 0 {
		pos.Y = fyne.Max(16, fyne.Min(p.Top, size.Height-16-height))
	}
	pos = fyne.NewPos(float32(int(pos.X)), float32(int(pos.Y)))
	for _, o := range []fyne.CanvasObject{r.o.back, r.o.panel} {
		o.Resize(panel)
		o.Move(pos)
	}
}

func (r *dialogRenderer) Refresh() {
	r.o.scrim.Refresh()
	r.o.back.Refresh()
	r.o.panel.Refresh()
	r.Layout(r.o.Size())
}

// between lays content between a head and a foot, without the gaps of the
// toolkit's own border.
type between struct{ head, foot fyne.CanvasObject }

func (b *between) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, bottom := b.head.MinSize().Height, b.foot.MinSize().Height
	b.head.Resize(fyne.NewSize(size.Width, top))
	b.foot.Resize(fyne.NewSize(size.Width, bottom))
	b.foot.Move(fyne.NewPos(0, size.Height-bottom))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-top-bottom))
	objects[0].Move(fyne.NewPos(0, top))
}

func (b *between) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min.Width = fyne.Max(min.Width, o.MinSize().Width)
		min.Height += o.MinSize().Height
	}
	return min
}
