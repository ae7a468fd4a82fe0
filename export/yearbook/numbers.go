package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/chart"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// laterCharts is the line on which charts begin on later pages.
const laterCharts = 2.0

// mostTaller is how high, in hundredths of what it needs, the course of the ranks
// is drawn at the most where a page has room for it.
const mostTaller = 200

// leastChart is the width in mm that two charts side by side need each.
const leastChart = 62

const (
	mostParts    = 12 // rows of a chart of parts
	fewMovers    = 5  // rows of a table of movers
	mostMovers   = 10 // where a page has room for them
	leastCourses = 3  // entries in the course of the ranks, which says nothing of one or two
)

// numbersPages set the year in numbers: vector charts of the list's chronicle,
// each with a label above and below it how it counts.
func (c *composition) numbersPages(b *binder, section model.Section) {
	if len(c.charts(section, chartRows[0])) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.words.say("year in numbers"))
	b.start(section, model.StartAny)
	s := b.next(section.Kind)
	s.runningHead(c, c.words.say("year in numbers"))
	c.beginSection(s, c.anchorOf(section.Kind), title, c.words.say("numbers note"), nil)
	at := s.titleOnTwoLines(title, 6) + 4
	if text := strings.TrimSpace(section.Text); text != "" {
		set := &setter{c: c}
		intro := set.markdown(c.bookSource(), text, c.grid.proseWidth(), proseVoice)
		y := s.stack(intro, s.x0(), s.ln(at))
		s.problems = append(s.problems, set.problems...)
		at = c.grid.lineAt(y) + 2
	}
	for i, col := range c.sharedCharts(section, at) {
		if i > 0 {
			s = b.next(section.Kind)
			s.runningHead(c, c.words.say("year in numbers"))
			at = laterCharts
		}
		s.stack(col, s.x0(), s.ln(at))
	}
}

// charts draws the charts that the section asks for, or all, as far as the data
// fills them; sectors and regions stand side by side.
func (c *composition) charts(section model.Section, row float64) (out []piece) {
	chronicle := c.snapshot.Chronicle
	if chronicle.Present() == nil || len(c.entries) == 0 {
		return nil
	}
	kinds := section.Charts
	if len(kinds) == 0 {
		kinds = model.ChartKinds
	}
	theme := c.chartTheme(row)
	for i := 0; i < len(kinds); i++ {
		beside := ""
		if i+1 < len(kinds) && besides(kinds[i]) && besides(kinds[i+1]) {
			beside = kinds[i+1]
		}
		pieces, both := c.chartRow(theme, kinds[i], beside)
		if both {
			i++
		}
		out = append(out, pieces...)
	}
	return out
}

// besides says whether a kind of chart can stand beside another.
func besides(kind string) bool {
	return kind == model.ChartSectors || kind == model.ChartRegions || kind == model.ChartOrganisations || kind == model.ChartTenure
}

// chartRow sets a chart over the whole width, or two side by side; both says
// whether the second was set too.
func (c *composition) chartRow(t *chart.Theme, kind, beside string) (row []piece, both bool) {
	shape := c.grid.columnsOf(typeset.MM(leastChart), 2)
	if beside != "" && shape.columns == 2 {
		first, second := c.drawn(t, kind, shape.width, 0), c.drawn(t, beside, shape.width, 0)
		if first != nil && second != nil {
			return []piece{c.chartPiece(first, second, shape.width)}, true
		}
	}
	w := c.grid.text
	if besides(kind) && w > typeset.MM(120) {
		w = w * 3 / 4 // bars as long as the page say no more
	}
	drawn := c.drawn(t, kind, w, 0)
	if drawn == nil {
		return nil, false
	}
	p := c.chartPiece(drawn, nil, 0)
	switch kind {
	case model.ChartTopTen:
		p.more = drawn.H * (mostTaller - 100) / 100
	case model.ChartMovers:
		p.more = c.drawn(t, kind, w, c.grid.trim.H).H - drawn.H
	}
	if p.more > 0 {
		p.taller = func(more typeset.Length) piece { return c.chartPiece(c.drawn(t, kind, w, min(more, p.more)), nil, 0) }
	}
	return []piece{p}, false
}

// leading leaves of a breakdown the largest parts, of at least least: all others
// together would be the longest bar and say nothing. Parts of the same size are
// shown together, up to a third more than mostParts, or all left out, so that
// none is slighted. others is how many parts are left out.
func leading(b model.Breakdown, least int) (few model.Breakdown, others int) {
	all := slices.DeleteFunc(slices.Clone(b.Parts), func(p model.Part) bool { return p.Now() == 0 })
	n := 0
	for end := 0; n < len(all) && n < mostParts && all[n].Now() >= least; n = end {
		for end = n; end < len(all) && all[end].Now() == all[n].Now(); {
			end++
		}
		if end > mostParts*4/3 {
			break
		}
	}
	b.Parts = all[:n]
	return b, len(all) - n
}

func (c *composition) draw(t *chart.Theme, kind string, w, more typeset.Length) *chart.Chart {
	chronicle := c.snapshot.Chronicle
	var drawn *chart.Chart
	switch kind {
	case model.ChartMovers:
		drawn = c.movers(t, w, more)
	case model.ChartOrganisations:
		parts, _ := leading(chronicle.Organisations(), 2)
		drawn = chart.PartBars(t, parts, w, len(parts.Parts))
	case model.ChartRegions:
		parts, others := leading(chronicle.Countries(), 1)
		if drawn = chart.UnitDots(t, parts, w, len(parts.Parts)); drawn != nil && others > 0 {
			drawn.Note = joined(" ", drawn.Note, c.words.plural("further regions", others))
		}
	case model.ChartTopTen:
		if len(c.entries) < leastCourses {
			return nil
		}
		drawn = chart.Draw(t, kind, chronicle, w, c.bumpHeight(chronicle, t.Row)+more)
	default:
		drawn = chart.Draw(t, kind, chronicle, w, 0)
	}
	if drawn != nil {
		drawn.Kind = kind
	}
	return drawn
}

// movers sets the tables of movers, with as many rows as are more higher at the
// most than a few.
func (c *composition) movers(t *chart.Theme, w, more typeset.Length) *chart.Chart {
	tables, chronicle := *t, c.snapshot.Chronicle
	tables.Row = min(t.Row, typeset.Points(18)*c.theme.Leading/typeset.Points(12))
	set := func(rows int) *chart.Chart {
		return chart.MoverTables(&tables, chronicle.Movers(), chronicle.Tenure(), w, rows)
	}
	few := set(fewMovers)
	if few == nil || more == 0 {
		return few
	}
	for rows := mostMovers; rows > fewMovers; rows-- {
		if fuller := set(rows); fuller.H <= few.H+more {
			return fuller
		}
	}
	return few
}

// bumpHeight is how high the course of the ranks is drawn, whose ranks stand a
// little wider apart than the rows of other charts.
func (c *composition) bumpHeight(chronicle *model.Chronicle, row typeset.Length) typeset.Length {
	page := c.grid.ln(float64(c.grid.last)) - c.grid.ln(titleLine)
	return min(typeset.Length(chart.Depth(chronicle)+2)*row*23/20, page*11/20)
}

// Below and above a chart, in lines: from its label to its head, from its foot to
// its note.
const (
	chartHead = 1.0
	chartFoot = 1.75
)

// chartPiece is one chart, or two beside each other, with labels and notes.
func (c *composition) chartPiece(first, second *chart.Chart, w typeset.Length) piece {
	leading := c.theme.Leading
	high := first.H
	if second != nil {
		high = max(high, second.H)
	}
	head := typeset.Length(chartHead * float64(leading))
	foot := head + high + typeset.Length(chartFoot*float64(leading))
	width := first.W
	if second != nil {
		width = w
	}
	notes := max(c.noteLines(first, width), c.noteLines(second, width))
	depth := foot + typeset.Length(max(0, notes-1))*c.theme.Type[Caption].Leading
	if notes == 0 {
		depth = head + high
	}
	return piece{height: depth, depth: depth, draw: func(s *sheet, x, y typeset.Length) {
		for _, drawn := range []*chart.Chart{first, second} {
			if drawn == nil {
				continue
			}
			s.standing(x, width, y, SectionLabel, c.label(c.chartTitle(drawn.Kind)), textMark{role: page.Heading2})
			s.page.Marks = append(s.page.Marks, drawn.At(x, y+head)...)
			s.standing(x, width, y+foot, Caption, drawn.Note, textMark{role: page.Caption})
			x += w + c.theme.Gutter
		}
	}}
}

func (c *composition) noteLines(drawn *chart.Chart, w typeset.Length) int {
	if drawn == nil {
		return 0
	}
	return len((&setter{c: c}).lines(furniture, Caption, drawn.Note, w))
}

// chartTitle is the label above a chart, in the language of the book.
func (c *composition) chartTitle(kind string) string {
	chronicle := c.snapshot.Chronicle
	if kind == model.ChartTopTen && len(chronicle.Years) > 0 {
		return c.words.say("chart top", "count", c.words.count(chart.Depth(chronicle)), "year", itoa(chart.Recent(chronicle).Years[0].Edition.Year))
	}
	return c.words.message(chart.Title(kind))
}

// chartTheme gives charts the look of the book.
func (c *composition) chartTheme(row float64) *chart.Theme {
	paper := page.Color{R: 255, G: 255, B: 255}
	typed := func(u Use) chart.Type {
		style := c.styles[u]
		style.NoHyphen = true
		return chart.Type{Style: style, Color: c.theme.Type[u].Color}
	}
	t := &chart.Theme{
		Library: c.params.Library, Text: typed(Table), Strong: typed(TableStrong), Number: typed(TableStrong), Note: typed(TableNote), Small: typed(TableStrong),
		Ink: c.theme.Ink, Grey: c.theme.Grey, Hair: c.theme.Hair, Main: c.theme.Main, Mid: c.theme.Mid, Light: paler(c.theme.Hair, c.theme.Mid),
		Paper: paper, OnMain: paper,
		Row: typeset.Points(row) * c.theme.Leading / typeset.Points(12), Thin: c.theme.HairRule, Line: typeset.Points(1.2),
		Ties: c.snapshot.Edition.TieStyle, Centred: c.theme.Centred, Say: c.words.message,
	}
	t.Small.Style.Size = t.Small.Style.Size * 92 / 100
	t.OneColour()
	return t
}

// paler is a tint of c that is told at once from beside, the second colour of
// charts, whatever the theme: those who have left a list stand back.
func paler(c, beside page.Color) page.Color {
	share := 0.6
	if dark := darkness(c); dark > 0 {
		share = min(share, 0.55*darkness(beside)/dark)
	}
	return blend(page.Color{R: 255, G: 255, B: 255}, c, share)
}

// darkness is how far a colour is from white paper to the eye, 255 for black.
func darkness(c page.Color) float64 {
	return 255 - 0.299*float64(c.R) - 0.587*float64(c.G) - 0.114*float64(c.B)
}
