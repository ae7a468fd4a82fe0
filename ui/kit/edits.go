package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Edits)(nil)

// EditKind is what became of a stretch of words.
type EditKind int

// What can become of words.
const (
	EditKept EditKind = iota
	EditGone
	EditAdded
)

// Edit is a stretch of a text that was edited.
type Edit struct {
	Kind EditKind
	Text string
}

// Edits shows how a text was edited, wrapped to its width: what went on a red
// ground and struck out, what came in on a green one.
type Edits struct {
	widget.BaseWidget

	// MaxLines cuts after so many lines; 0 shows all.
	MaxLines int

	edits []Edit
	style Style
	width float32 // that the pieces are set for
	set   []editPiece
	lines int
}

// editPiece is a word, or several, on one line.
type editPiece struct {
	kind  EditKind
	text  string
	x     float32
	width float32
	line  int
}

// NewEdits gives a text with its edits.
func NewEdits(style Style, edits ...Edit) *Edits {
	e := &Edits{edits: edits, style: style, width: -1}
	e.ExtendBaseWidget(e)
	return e
}

const editPad = 3 // px of ground beside words that changed

// lay breaks the words into lines. Words of one stretch that share a line are
// one piece.
func (e *Edits) lay(width float32) {
	if width == e.width {
		return
	}
	e.width, e.set = width, e.set[:0]
	x, line := float32(0), 0
	space := e.style.Width("n n") - e.style.Width("nn")
	for _, edit := range e.edits {
		fresh := true
		for _, word := range strings.Fields(edit.Text) {
			w := e.style.Width(word)
			pad := float32(0)
			if edit.Kind != EditKept {
				pad = editPad
			}
			if x > 0 && x+w+2*pad > width {
				x, line, fresh = 0, line+1, true
			}
			if n := len(e.set); !fresh && n > 0 {
				last := &e.set[n-1]
				last.text += " " + word
				last.width = e.style.Width(last.text) + 2*pad
				x = last.x + last.width + space
				continue
			}
			e.set = append(e.set, editPiece{edit.Kind, word, x, w + 2*pad, line})
			x += w + 2*pad + space
			fresh = false
		}
	}
	e.lines = line + 1
	if e.MaxLines > 0 && e.lines > e.MaxLines {
		e.cut(width)
	}
}

// cut ends the last line that is shown in “…”, after as much of the piece that
// has no room as fits.
func (e *Edits) cut(width float32) {
	e.lines = e.MaxLines
	i := slices.IndexFunc(e.set, func(p editPiece) bool { return p.line >= e.MaxLines })
	p := e.set[i]
	p.line = e.MaxLines - 1
	p.x = 0
	if i > 0 {
		p.x = e.set[i-1].x + e.set[i-1].width + 2
	}
	pad := float32(0)
	if p.kind != EditKept {
		pad = editPad
	}
	letters := []rune(p.text)
	for len(letters) > 0 && p.x+e.style.Width(string(letters)+"…")+2*pad > width {
		letters = letters[:len(letters)-1]
	}
	if len(letters) == 0 {
		p.kind, pad = EditKept, 0
	}
	p.text = string(letters) + "…"
	p.width = e.style.Width(p.text) + 2*pad
	e.set = append(e.set[:i], p)
}

func (e *Edits) lineHeight() float32 { return e.style.Line + 4 }

// CreateRenderer is called by the toolkit.
func (e *Edits) CreateRenderer() fyne.WidgetRenderer { return &editsRenderer{e: e} }

type editsRenderer struct {
	e       *Edits
	objects []fyne.CanvasObject
}

func (r *editsRenderer) Destroy()                     {}
func (r *editsRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize follows the width given last, as a paragraph's does.
func (r *editsRenderer) MinSize() fyne.Size {
	width := r.e.Size().Width
	if width <= 0 {
		width = 480
	}
	r.e.lay(width)
	return fyne.NewSize(0, float32(r.e.lines)*r.e.lineHeight())
}

func (r *editsRenderer) Layout(size fyne.Size) {
	e := r.e
	before := e.lines
	e.lay(size.Width)
	r.objects = r.objects[:0]
	for _, p := range e.set {
		top := float32(p.line) * e.lineHeight()
		ink, pad := e.style.Color, float32(0)
		if p.kind != EditKept {
			tone, soft := Error, ErrorSoft
			if p.kind == EditAdded {
				tone, soft = Accent, Soft
			}
			ground := canvas.NewRectangle(Color(soft))
			ground.CornerRadius = 4
			put(ground, p.x, top, p.width, e.lineHeight()-2)
			r.objects = append(r.objects, ground)
			ink, pad = tone, editPad
		}
		text := newTextLine()
		text.set(p.text, e.style.In(ink))
		text.place(p.x+pad, top, e.lineHeight()-2)
		r.objects = append(r.objects, text.text)
		if p.kind == EditGone {
			strike := canvas.NewRectangle(Color(Error))
			put(strike, p.x+pad, top+e.lineHeight()/2, p.width-2*pad, 1)
			r.objects = append(r.objects, strike)
		}
	}
	if before != e.lines {
		canvas.Refresh(e)
	}
}

func (r *editsRenderer) Refresh() {
	r.e.width = -1
	r.Layout(r.e.Size())
	canvas.Refresh(r.e)
}
