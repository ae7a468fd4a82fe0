package kit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Paragraph)(nil)

// Paragraph is text that wraps to its width, with the style's own line height,
// which the toolkit's label does not offer.
type Paragraph struct {
	widget.BaseWidget

	// Align sets every line.
	Align fyne.TextAlign
	// MaxLines cuts after so many lines with "…"; 0 shows all.
	MaxLines int
	// Tip replaces the tooltip; without it the tooltip is the whole text, where less
	// of it is shown.
	Tip string

	text  string
	or    []string
	style Style
	width float32 // the lines below are broken for this width
	lines []string
	less  bool // the lines do not say the whole text
}

// NewParagraph gives a wrapping text. Blank lines part paragraphs.
func NewParagraph(text string, style Style) *Paragraph {
	p := &Paragraph{text: text, style: style, width: -1}
	p.ExtendBaseWidget(p)
	return p
}

// SetText replaces the text.
func (p *Paragraph) SetText(text string) { p.Set(text, p.style) }

// Set replaces text and style.
func (p *Paragraph) Set(text string, style Style) {
	if p.text == text && p.style == style {
		return
	}
	p.text, p.style, p.width = text, style, -1
	p.Refresh()
}

// SetOr replaces the text, and gives other wordings of it for where it has no room
// in one line: the first that takes no more than MaxLines is shown, else the last.
func (p *Paragraph) SetOr(text string, or ...string) {
	if p.text == text && slices.Equal(p.or, or) {
		return
	}
	p.text, p.or, p.width = text, or, -1
	p.Refresh()
}

// Tooltip is the Tip, or the whole text where less of it is shown.
func (p *Paragraph) Tooltip() string {
	if p.Tip == "" && p.less {
		return p.text
	}
	return p.Tip
}

// Text gives the text.
func (p *Paragraph) Text() string { return p.text }

// Shown gives the text as it stands on the screen, its lines joined by spaces.
func (p *Paragraph) Shown() string { return strings.Join(p.lines, " ") }

// HeightFor gives the height the text takes at a width.
func (p *Paragraph) HeightFor(width float32) float32 {
	return float32(len(p.broken(width))) * p.style.Line
}

// widest gives the width of the longest line where none is broken.
func (p *Paragraph) widest() float32 {
	var width float32
	for _, line := range strings.Split(p.text, "\n") {
		width = fyne.Max(width, p.style.Width(line))
	}
	return whole(fyne.NewSize(width, 0)).Width
}

func (p *Paragraph) broken(width float32) []string {
	if width != p.width {
		p.width = width
		if p.Align == fyne.TextAlignCenter {
			width = p.balanced(width)
		}
		shown := p.text
		p.lines = breakLines(p.text, p.style, width)
		for i := 0; i < len(p.or) && len(p.lines) > 1; i++ {
			shown = p.or[i]
			if p.lines = breakLines(shown, p.style, width); len(p.lines) <= p.MaxLines {
				break
			}
		}
		p.less = strings.ReplaceAll(shown, "\n", " ") != strings.ReplaceAll(p.text, "\n", " ")
		if p.MaxLines > 0 && len(p.lines) > p.MaxLines {
			p.less = true
			last := p.lines[p.MaxLines-1] + " …"
			p.lines = append(p.lines[:p.MaxLines-1], Shorten(last, p.style, width, CutEnd))
		}
	}
	return p.lines
}

// balanced gives the least width in which the text has no more lines than in the
// whole: centred lines of one length look better than a last one of one word.
func (p *Paragraph) balanced(width float32) float32 {
	lines := len(breakLines(p.text, p.style, width))
	const step = 8         // px
	least := float32(step) // words stay whole
	for _, word := range strings.Fields(p.text) {
		least = fyne.Max(least, p.style.Width(word))
	}
	for lines > 1 && width-step > least && len(breakLines(p.text, p.style, width-step)) == lines {
		width -= step
	}
	return width
}

// CreateRenderer is called by the toolkit.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &paragraphRenderer{p: p}
}

type paragraphRenderer struct {
	p     *Paragraph
	texts []fyne.CanvasObject
}

func (r *paragraphRenderer) Destroy()                     {}
func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.texts }

// MinSize follows the width given last: the toolkit asks before it tells, so a
// paragraph gets its true height on the layout after its first.
func (r *paragraphRenderer) MinSize() fyne.Size {
	width := r.p.Size().Width
	if width <= 0 {
		width = 480
	}
	return fyne.NewSize(0, r.p.HeightFor(width))
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	before := len(r.p.lines)
	lines := r.p.broken(size.Width)
	for len(r.texts) < len(lines) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.texts = r.texts[:len(lines)]
	for i, line := range lines {
		t := r.texts[i].(*canvas.Text)
		t.Text, t.TextSize, t.TextStyle = line, r.p.style.Size, r.p.style.textStyle()
		t.Color = Color(r.p.style.Color)
		measured, _ := r.p.style.Measure(line)
		x := alignOffset(r.p.Align, size.Width, measured.Width)
		t.Move(fyne.NewPos(x, float32(i)*r.p.style.Line+(r.p.style.Line-measured.Height)/2))
		t.Resize(measured)
		t.Refresh()
	}
	if before != len(lines) {
		canvas.Refresh(r.p)
	}
}

func (r *paragraphRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

// fitting parts words that are longer than a line, such as the paths of files: after
// a hyphen or a stroke, if there is one.
func fitting(words []string, style Style, width float32) []string {
	var out []string
	for _, word := range words {
		for width > 0 && style.Width(word) > width {
			letters := []rune(word)
			n := len(letters) - 1
			for n > 1 && style.Width(string(letters[:n])) > width {
				n--
			}
			if n < 1 {
				break
			}
			if joint := strings.LastIndexAny(string(letters[:n]), "-/"); joint > 0 {
				n = utf8.RuneCountInString(string(letters[:n])[:joint+1])
			}
			out, word = append(out, string(letters[:n])), string(letters[n:])
		}
		out = append(out, word)
	}
	return out
}

func breakLines(text string, style Style, width float32) []string {
	if text == "" {
		return nil
	}
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range fitting(strings.Fields(paragraph), style, width) {
			next := word
			if line != "" {
				next = line + " " + word
			}
			if line != "" && width > 0 && style.Width(next) > width {
				lines = append(lines, line)
				next = word
			}
			line = next
		}
		lines = append(lines, line)
	}
	return lines
}
