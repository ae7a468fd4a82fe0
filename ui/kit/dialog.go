package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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
		if b, ok := c.Focused().(*Button); ok && d.owns(b) {
			for _, to := range []*Button{d.primary, d.overlay.cancel} {
				if to != nil {
					c.Focus(to)
					break
				}
			}
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

// Relayout makes the panel as large as its content asks for now.
func (d *Dialog) Relayout() { d.overlay.Refresh() }
