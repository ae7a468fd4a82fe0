package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Message says something that has to be read; one button.
func Message(w fyne.Window, title, text string) *Dialog {
	body := NewParagraph(text, Body)
	d := NewDialog(w, DialogParams{Title: title, Content: body, Cancel: "-", Primary: lang.L("Close"), Width: 480})
	d.Show()
	return d
}

// Confirm asks before something that Undo does not bring back. Where Undo
// will do, do it and show a toast instead.
func Confirm(w fyne.Window, title, text, primary string, onPrimary func()) *Dialog {
	d := NewDialog(w, DialogParams{
		Title: title, Content: NewParagraph(text, Body), Primary: primary, Width: 480,
		OnPrimary: func() bool {
			onPrimary()
			return true
		},
	})
	d.Show()
	return d
}

// Form asks for a few fields below each other. onPrimary reports whether the
// dialog may close.
func Form(w fyne.Window, title, primary string, fields []fyne.CanvasObject, onPrimary func() bool) *Dialog {
	d := NewDialog(w, DialogParams{Title: title, Content: VBox(16, fields...), Primary: primary, OnPrimary: onPrimary, Width: 480})
	d.Show()
	return d
}

// ChooseFrom lets the user pick one of a list, with a field that filters it.
// onChosen gets the option's index.
func ChooseFrom(w fyne.Window, title, primary string, options []Option, onChosen func(int)) *Dialog {
	c := newChooser(options)
	p := DialogParams{Title: title, Content: c.content(), Primary: primary, Width: 520, First: c.filter.Focusable()}
	p.OnPrimary = func() bool {
		row := c.list.Selected()
		if row < 0 || row >= len(c.found) {
			return false
		}
		onChosen(c.found[row])
		return true
	}
	d := NewDialog(w, p)
	c.list.OnOpen = func(int) { d.Submit() }
	d.Show()
	return d
}

// chooser is a filter field over a list of options.
type chooser struct {
	options []Option
	found   []int
	filter  *Field
	list    *List
}

func newChooser(options []Option) *chooser {
	c := &chooser{options: options}
	c.filter = NewSearchField(lang.L("Type to filter"))
	c.list = NewList(ListParams{
		RowHeight: 36, Single: true,
		Length: func() int { return len(c.found) },
		Create: func() fyne.CanvasObject {
			return Pad(NewLine(Run{Style: Body, Cut: CutEnd}, Run{Style: Small}), 8, 12, 8, 12)
		},
		Update: func(row int, o fyne.CanvasObject) {
			option := c.options[c.found[row]]
			detail := option.Detail
			if detail != "" {
				detail = "   " + detail
			}
			o.(*fyne.Container).Objects[0].(*Label).SetRuns(Run{Text: option.Text, Style: Body, Cut: CutEnd}, Run{Text: detail, Style: Small.In(Ink3)})
		},
	})
	c.filter.OnChanged = c.narrow
	c.filter.OnKey = func(ev *fyne.KeyEvent) bool {
		return ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter && ev.Name != fyne.KeyHome && ev.Name != fyne.KeyEnd && c.list.HandleKey(ev)
	}
	c.narrow("")
	return c
}

func (c *chooser) content() fyne.CanvasObject {
	return VBox(12, c.filter, Sized(stacked(NewFrame(Clear, Line, 6), PadAll(c.list, 1)), 0, 36*8+2))
}

func (c *chooser) narrow(text string) {
	c.found = filterOptions(c.options, text, c.found[:0])
	c.list.Refresh()
	if len(c.found) > 0 {
		c.list.Select(0)
	}
}
