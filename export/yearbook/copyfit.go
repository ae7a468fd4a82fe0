package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/typeset"
	"laurel/model"
)

// Copyfitting makes a text that is a line or two too long fit its place without
// anybody seeing it. It never changes the size of the type or its leading, and
// goes no further than the steps below, in this order.

// CopyfitStep is how far copyfitting went, by name.
type CopyfitStep string

// The steps of the ladder. Each includes those before it.
const (
	CopyfitNone    CopyfitStep = ""
	CopyfitTighter CopyfitStep = "tighter paragraphs" // some paragraphs set a line shorter than is best
	CopyfitCloser  CopyfitStep = "letters closer"     // all letters nearer by half a hundredth of an em
	CopyfitClosest CopyfitStep = "letters closest"    // by one hundredth
)

// copyfitLadder gives the tracking of each step, in thousandths of an em.
var copyfitLadder = []struct {
	step     CopyfitStep
	tracking int
}{{CopyfitTighter, 0}, {CopyfitCloser, -5}, {CopyfitClosest, -10}}

// copyfitMost is how many lines copyfitting saves at the most: what is longer
// is for the curator to shorten.
const copyfitMost = 3

// Copyfit is what was done to make a text fit.
type Copyfit struct {
	Step       CopyfitStep
	Lines      int // saved
	Paragraphs int // that are a line shorter than is best
}

// Message says what was done, for the curator.
func (f Copyfit) Message(person string) model.Message {
	switch f.Step {
	case CopyfitNone:
		return model.Say("The answers of {{.Name}} fit as they are.", "Name", person)
	case CopyfitTighter:
		return model.Say("The answers of {{.Name}} are set {{.Lines}} lines shorter: tighter paragraphs.", "Name", person, "Lines", f.Lines)
	case CopyfitCloser:
		return model.Say("The answers of {{.Name}} are set {{.Lines}} lines shorter: letters closer by 0.5 % of their size.", "Name", person, "Lines", f.Lines)
	}
	return model.Say("The answers of {{.Name}} are set {{.Lines}} lines shorter: letters closer by 1 % of their size.", "Name", person, "Lines", f.Lines)
}

// paragraph is how rows were set, so that they can be set again in another way.
type paragraph struct {
	mark          textMark
	spans         []span
	width, indent typeset.Length
	tracking      int   // besides that of the type, in thousandths of an em
	looseness     int   // lines more or fewer than is best
	whole         []int // lines that must not end in a hyphen
}

// text is that of all spans.
func (p *paragraph) text() string {
	if len(p.spans) == 1 {
		return p.spans[0].text
	}
	var b strings.Builder
	for _, s := range p.spans {
		b.WriteString(s.text)
	}
	return b.String()
}

// rowsOf sets a paragraph, justified where the column is wide enough.
func (s *setter) rowsOf(p *paragraph) []row {
	spans := s.styled(p.spans, false)
	for i := range spans {
		spans[i].Style.Tracking += p.tracking
	}
	use := Body
	if len(p.spans) > 0 {
		use = p.spans[0].use
	}
	align := s.alignment(use, p.width)
	leftwards := typeset.RightToLeft(p.text())
	if leftwards && align == typeset.Left {
		align = typeset.Right
	}
	lines := s.run(p.mark, typeset.Paragraph{
		Spans: spans, Measure: p.width, Indent: p.indent, Align: align, Hyphenate: true, Hang: true,
		Looseness: p.looseness, NoHyphenAfter: p.whole,
	})
	rows := make([]row, len(lines))
	for i, line := range lines {
		rows[i] = row{line: line, use: use, mark: p.mark, first: i == 0, para: p, leftwards: leftwards}
	}
	keepTogether(rows)
	return rows
}

// again sets a paragraph in another way. What no face can show was reported
// the first time.
func (s *setter) again(p *paragraph, change func(*paragraph)) []row {
	other := *p
	other.mark.who = nil
	change(&other)
	rows := s.rowsOf(&other)
	for i := range rows {
		rows[i].mark = p.mark
	}
	return rows
}

// replaced gives rows with those of one paragraph exchanged for others.
func replaced(rows []row, p *paragraph, by []row) []row {
	from := slices.IndexFunc(rows, func(r row) bool { return r.para == p })
	to := from
	for to < len(rows) && rows[to].para == p {
		to++
	}
	return slices.Concat(rows[:from], by, rows[to:])
}

// paragraphs are those that the rows were set from, in order.
func paragraphs(rows []row) []*paragraph {
	var all []*paragraph
	for _, r := range rows {
		if r.para != nil && (len(all) == 0 || all[len(all)-1] != r.para) {
			all = append(all, r.para)
		}
	}
	return all
}

// copyfit climbs the ladder until the rows fit. over says how many lines of
// given rows are too many. Where nothing helps, or too much would have to be
// saved, the rows come back as they were.
func (s *setter) copyfit(rows []row, over func([]row) int) ([]row, Copyfit) {
	if n := over(rows); n == 0 || n > copyfitMost {
		return rows, Copyfit{}
	}
	for _, rung := range copyfitLadder {
		tried := rows
		if rung.tracking != 0 {
			tried = s.tracked(rows, rung.tracking)
		}
		fit := Copyfit{Step: rung.step}
		shorter := s.shorter(tried)
		for n := over(tried); n > 0 && len(shorter) > 0; n = over(tried) {
			tried = replaced(tried, shorter[0].was, shorter[0].rows)
			shorter = shorter[1:]
			fit.Paragraphs++
		}
		if over(tried) == 0 {
			fit.Lines = len(rows) - len(tried)
			return tried, fit
		}
	}
	return rows, Copyfit{}
}

// tracked sets every paragraph with its letters nearer or farther.
func (s *setter) tracked(rows []row, tracking int) []row {
	for _, p := range paragraphs(rows) {
		rows = replaced(rows, p, s.again(p, func(p *paragraph) { p.tracking = tracking }))
	}
	return rows
}

// shortened is a paragraph that takes a line less than is best.
type shortened struct {
	was  *paragraph
	rows []row
	harm float64 // to the word spaces
}

// shorter finds the paragraphs that can do with a line less, those first whose
// word spaces suffer least; no more than may be needed.
func (s *setter) shorter(rows []row) []shortened {
	var found []shortened
	for _, p := range paragraphs(rows) {
		before := 0
		for _, r := range rows {
			if r.para == p {
				before++
			}
		}
		set := s.again(p, func(p *paragraph) { p.looseness = -1 })
		if len(set) >= before || len(set) == 0 {
			continue
		}
		harm := 0.0
		for _, r := range set {
			if r.line.Space > 0 {
				harm += (r.line.Space - 1) * (r.line.Space - 1)
			}
		}
		found = append(found, shortened{was: p, rows: set, harm: harm / float64(len(set))})
	}
	slices.SortStableFunc(found, func(a, b shortened) int { return cmp.Compare(a.harm, b.harm) })
	return found[:min(len(found), copyfitMost+1)]
}

// flowWhole divides rows over the columns of a page and sees that, where the
// text goes on overleaf, no word is divided by the turn of the leaf.
func (s *setter) flowWhole(rows []row, columns, height int) (cols [][]row, over []row) {
	cols, over = flow(rows, columns, height)
	for try := 0; len(over) > 0 && try < 3; try++ { // each try may move another line to the foot
		foot := footOf(cols)
		if foot.para == nil || !foot.line.Hyphenated {
			break
		}
		set := s.wholeAt(rows, foot)
		if set == nil {
			break
		}
		rows = set
		cols, over = flow(rows, columns, height)
	}
	return cols, over
}

// wholeAt sets the paragraph of a row anew so that this row does not end in a
// hyphen. It gives nil where that cannot be helped, or where the paragraph began
// on an earlier page.
func (s *setter) wholeAt(rows []row, foot row) []row {
	first := slices.IndexFunc(rows, func(r row) bool { return r.para == foot.para })
	if first < 0 || !rows[first].first {
		return nil
	}
	line := slices.IndexFunc(rows[first:], func(r row) bool { return r.line.Start == foot.line.Start })
	set := s.again(foot.para, func(p *paragraph) { p.whole = append(slices.Clone(p.whole), line) })
	if line >= len(set) || set[line].line.Hyphenated {
		return nil
	}
	return replaced(rows, foot.para, set)
}

// footOf is the last row of the last column that has any.
func footOf(cols [][]row) row {
	for _, col := range slices.Backward(cols) {
		if len(col) > 0 {
			return col[len(col)-1]
		}
	}
	return row{}
}

// Fitted is a profile whose answers were made to fit.
type Fitted struct {
	Placement model.ID
	Page      int
	Copyfit   Copyfit
}

// Copyfitted gives the profiles that copyfitting changed, in the order of their pages.
func (b *Book) Copyfitted() []Fitted {
	var all []Fitted
	for id, slot := range b.Slots {
		if slot.Copyfit.Step != CopyfitNone {
			all = append(all, Fitted{Placement: id, Page: b.Pages[id], Copyfit: slot.Copyfit})
		}
	}
	slices.SortFunc(all, func(a, b Fitted) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Placement, b.Placement))
	})
	return all
}
