package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"
)

const (
	dropdownRow     = 32
	dropdownVisible = 9
	filterFrom      = 9 // options from which on typing filters
)

var (
	_ fyne.Widget   = (*dropdown)(nil)
	_ fyne.Tappable = (*dropdown)(nil)
)

// dropdown is the open list of a choice. A click beside it closes it.
type dropdown struct {
	widget.BaseWidget
	choice  *Choice
	canvas  fyne.Canvas
	back    *Fill
	list    *List
	filter  *Field
	found   []int // options that pass the filter; offerNew is the line for a new one
	wording string
	nothing *Label
}

const offerNew = -1

func openDropdown(c *Choice) *dropdown {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	if canvas == nil {
		return nil
	}
	d := &dropdown{choice: c, canvas: canvas, back: NewFrame(Surface, Line, 8), nothing: NewLabel(lang.L("Nothing found"), Small.In(Ink3))}
	d.back.Shadow = true
	d.list = NewList(ListParams{
		RowHeight: dropdownRow, Single: true,
		Length: func() int { return len(d.found) },
		Create: func() fyne.CanvasObject {
			return Pad(NewLine(Run{Style: Body, Cut: CutEnd}, Run{Style: Small}), 6, 12, 6, 12)
		},
		Update: d.fill, OneClick: everyRow,
	})
	d.list.OnOpen = d.take
	d.list.OnKey = d.key
	if len(c.options) >= filterFrom || c.OnNew != nil {
		d.filter = NewSearchField(lang.L("Type to filter"))
		d.filter.OnChanged = d.narrow
		d.filter.OnKey = func(ev *fyne.KeyEvent) bool { return d.key(ev) || d.list.HandleKey(ev) }
	}
	d.narrow("")
	d.ExtendBaseWidget(d)
	canvas.Overlays().Add(d)
	d.Resize(canvas.Size())
	if d.filter != nil {
		canvas.Focus(d.filter.Focusable())
	} else {
		canvas.Focus(d.list.Focusable())
	}
	for row, option := range d.found {
		if option == c.selected {
			d.list.Select(row)
		}
	}
	return d
}

func (d *dropdown) fill(row int, o fyne.CanvasObject) {
	label := o.(*fyne.Container).Objects[0].(*Label)
	i := d.found[row]
	if i == offerNew {
		label.SetRuns(Run{Text: d.wording, Style: Body.In(Accent), Cut: CutEnd}, Run{Style: Small})
		return
	}
	option := d.choice.options[i]
	detail := option.Detail
	if detail != "" {
		detail = "   " + detail
	}
	style := Body
	if i == d.choice.selected {
		style = BodyStrong
	}
	label.SetRuns(Run{Text: option.Text, Style: style, Cut: CutEnd}, Run{Text: detail, Style: Small.In(Ink3)})
}

// narrow keeps the options that contain all words of a text, accents and case
// ignored.
func (d *dropdown) narrow(text string) {
	d.found = filterOptions(d.choice.options, text, d.found[:0])
	exact := false
	for _, o := range d.choice.options {
		exact = exact || Fold(o.Text) == Fold(text)
	}
	if trimmed := strings.TrimSpace(text); d.choice.OnNew != nil && trimmed != "" && !exact {
		d.wording = trimmed
		if d.choice.NewWord != nil {
			d.wording = d.choice.NewWord(trimmed)
		}
		d.found = append(d.found, offerNew)
	}
	SetVisible(d.nothing, len(d.found) == 0)
	d.list.Refresh()
	if strings.TrimSpace(text) != "" && len(d.found) > 0 {
		d.list.Select(0)
	}
	d.Refresh()
}

// filterOptions gives the options that contain all words of a text.
func filterOptions(options []Option, text string, into []int) []int {
	words := strings.Fields(Fold(text))
	for i, o := range options {
		if containsAll(Fold(o.Text+" "+o.Detail), words) {
			into = append(into, i)
		}
	}
	return into
}

func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Fold gives a text for comparing: lower case, without accents.
func Fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func (d *dropdown) typed(r rune) {
	if d.filter != nil {
		d.filter.entry.TypedRune(r)
		return
	}
	letter := Fold(string(r))
	n := len(d.found)
	for step := 1; step <= n; step++ {
		row := (d.list.Selected() + step + n) % n
		if strings.HasPrefix(Fold(d.choice.options[d.found[row]].Text), letter) {
			d.list.Select(row)
			return
		}
	}
}

func (d *dropdown) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyTab:
		d.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if ev.Name == fyne.KeySpace && d.filter != nil {
			return false
		}
		d.take(d.list.Selected())
	default:
		return false
	}
	return true
}

func (d *dropdown) takeKey(ev *fyne.KeyEvent) bool { return d.key(ev) }

func (d *dropdown) take(row int) {
	if row < 0 || row >= len(d.found) {
		return
	}
	i := d.found[row]
	text := ""
	if d.filter != nil {
		text = strings.TrimSpace(d.filter.Text())
	}
	d.close()
	if i == offerNew {
		d.choice.OnNew(text)
		return
	}
	d.choice.choose(i)
}

func (d *dropdown) close() {
	d.canvas.Overlays().Remove(d)
	d.choice.list = nil
	d.canvas.Focus(d.choice)
}

// Tapped closes: what is hit is not the list but what lies beside it.
func (d *dropdown) Tapped(*fyne.PointEvent) { d.close() }

// CreateRenderer is called by the toolkit.
func (d *dropdown) CreateRenderer() fyne.WidgetRenderer { return &dropdownRenderer{d} }

type dropdownRenderer struct{ d *dropdown }

func (r *dropdownRenderer) Destroy()           {}
func (r *dropdownRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *dropdownRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.d.back, r.d.list, r.d.nothing}
	if r.d.filter != nil {
		objects = append(objects, r.d.filter)
	}
	return objects
}

// Layout sets the list under its field, or over it where there is more room.
func (r *dropdownRenderer) Layout(fyne.Size) {
	d := r.d
	field := d.choice.Size()
	top, bottom := d.choice.frame.top(), d.choice.frame.bottom()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.choice)
	screen := d.canvas.Size()
	width := fyne.Max(field.Width, 200)
	rows := max(1, min(len(d.choice.options)+1, dropdownVisible))
	if d.filter == nil {
		rows = max(1, min(len(d.choice.options), dropdownVisible))
	}
	height := float32(rows)*dropdownRow + 12
	head := float32(0)
	if d.filter != nil {
		head = fieldHeight + 8
	}
	pos := at.AddXY(0, field.Height-bottom+4)
	if over := at.Y + top - 4 - height - head; pos.Y+height+head > screen.Height-8 && over >= 8 {
		pos.Y = over
	}
	pos.X = fyne.Min(pos.X, fyne.Max(8, screen.Width-8-width))
	height = fyne.Min(height, fyne.Max(dropdownRow, screen.Height-8-pos.Y-head))
	d.back.Move(pos)
	d.back.Resize(fyne.NewSize(width, height+head))
	if d.filter != nil {
		d.filter.Move(pos.AddXY(6, 6))
		d.filter.Resize(fyne.NewSize(width-12, fieldHeight))
	}
	d.nothing.Move(pos.AddXY(12, head+14))
	d.nothing.Resize(d.nothing.MinSize())
	d.list.Move(pos.AddXY(1, head+6))
	d.list.Resize(fyne.NewSize(width-2, height-12))
}

func (r *dropdownRenderer) Refresh() {
	r.d.back.Refresh()
	r.d.list.Refresh()
	r.Layout(r.d.Size())
}
