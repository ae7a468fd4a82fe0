package excerpt

import (
	"regexp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// Fill is how full the place of an answer is: its lines, those it may have where
// the others keep theirs, and the words that would fill them. A Max of 0 says
// that it is not known yet.
type Fill struct{ Words, MaxWords, Lines, MaxLines int }

// Over is how many lines there are too many.
func (f Fill) Over() int { return max(0, f.Lines-f.MaxLines) }

// Text says it in words: "62 of 78 words · 9 of 11 lines".
func (f Fill) Text() string {
	if f.MaxLines == 0 {
		return lang.N("{{.Count}} words", f.Words, map[string]any{"Count": kit.Number(f.Words)})
	}
	return lang.L("{{.Words}} of {{.MaxWords}} words", map[string]any{"Words": kit.Number(f.Words), "MaxWords": kit.Number(f.MaxWords)}) + "  ·  " + f.LineText()
}

// LineText is the half of it that decides: "9 of 11 lines".
func (f Fill) LineText() string {
	return lang.L("{{.Lines}} of {{.MaxLines}} lines", map[string]any{"Lines": f.Lines, "MaxLines": f.MaxLines})
}

// Show fills a meter.
func (f Fill) Show(m *kit.Meter) {
	share := 0.0
	if f.MaxLines > 0 {
		share = float64(f.Lines) / float64(f.MaxLines)
	}
	m.Set(share, f.Lines == f.MaxLines && f.Lines > 0, f.Over() > 0)
}

// Strip is the card that shows an excerpt as it prints, and how full its place is.
type Strip struct {
	Object  fyne.CanvasObject
	text    *kit.Prose
	counter *kit.Label
	meter   *kit.Meter
	verdict *kit.Label
	badge   *kit.Chip
}

// NewStrip gives an empty card.
func NewStrip() *Strip {
	s := &Strip{text: kit.NewProse(kit.AsPrinted), counter: kit.NewLabel("", kit.Small), meter: kit.NewMeter(), verdict: kit.NewLabel("", kit.Caption)}
	s.badge = kit.NewChip(lang.L("Print only"), kit.Info)
	s.badge.Tip = lang.L("These words print in place of the answer, which stays as it is")
	s.badge.Hide()
	head := kit.MidRow(8, kit.Natural(kit.NewLabel(lang.L("As it prints"), kit.BodyStrong)), kit.Natural(s.badge), kit.Space(), kit.Natural(s.counter))
	s.Object = container.NewStack(kit.NewFrame(kit.Canvas, kit.Line, 8), kit.PadAll(kit.VBox(8, head, s.meter, s.verdict, s.text), 16))
	return s
}

// Text gives what prints.
func (s *Strip) Text() string { return s.text.Text() }

// Counter gives how full the place is said to be.
func (s *Strip) Counter() string { return s.counter.Text() }

// editorsSigns are […] and capitals in brackets.
var editorsSigns = regexp.MustCompile(`\[(…|\p{Lu}\p{M}*)\]`)

// Show shows what prints of an answer.
func (s *Strip) Show(a model.Answer) {
	text := a.Printed()
	content := kit.ProseContent{Text: text}
	if text == "" {
		content.Text, content.Rest = lang.L("Nothing prints: there is no answer yet."), kit.Ink3
	}
	for _, m := range editorsSigns.FindAllStringIndex(content.Text, -1) {
		content.Marks = append(content.Marks, kit.ProseMark{Stretch: kit.Stretch{Start: m[0], End: m[1]}, Look: kit.LookSign})
	}
	s.text.Set(content)
	if a.Excerpt.PrintOnly() {
		s.badge.Show()
	} else {
		s.badge.Hide()
	}
}

// Fill shows how full the place is.
func (s *Strip) Fill(f Fill) {
	tone, verdict := kit.Ink2, ""
	switch {
	case f.MaxLines == 0:
	case f.Over() > 0:
		tone, verdict = kit.Error, lang.N("{{.Count}} lines too many", f.Over(), map[string]any{"Count": f.Over()})
	case f.Lines == f.MaxLines:
		tone, verdict = kit.Warn, lang.L("Full")
	case f.Lines == 0:
		tone, verdict = kit.Ink3, lang.L("Nothing chosen")
	default:
		tone, verdict = kit.Accent, lang.L("Fits")
	}
	f.Show(s.meter)
	counter := kit.Ink2
	if tone == kit.Error {
		counter = kit.Error
	}
	s.counter.Set(f.Text(), kit.Small.Strong().In(counter))
	s.verdict.Set(verdict, kit.Caption.In(tone))
}
