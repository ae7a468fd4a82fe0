package chart

import (
	"slices"

	"laurel/export/page"
	"laurel/model"
)

// TurnoverColumns shows each year as a column: who stayed, who came back and
// who is new stand on the line, who left hangs below it.
func TurnoverColumns(t *Theme, years []model.Turnover, w, h Length) *Chart {
	widest := widestYear(years)
	if widest == 0 || !anyCompared(years) {
		return nil
	}
	left := 0
	for _, n := range years {
		left = max(left, n.Left)
	}
	d := begin(t, w)
	alt := d.turnoverHead()
	axis := t.width(t.Note, itoa(widest)) + t.Row/2
	foot := 2*t.Row + t.Row/4          // years and key
	room := h - foot - t.cap(t.Note)/2 // for columns and what hangs
	caption := Length(0)
	if left > 0 {
		caption = t.Row * 3 / 4
	}
	scale := func(n int) Length { return (room - caption) * Length(n) / Length(widest+left) }
	zero := t.cap(t.Note)/2 + scale(widest)
	every := step(widest)
	for n := 0; n <= widest; n += every {
		y := zero - scale(n)
		d.right(axis-t.Row/3, y+t.cap(t.Note)/2, t.Note, itoa(n), page.Source{})
		d.rule(axis, y, w, y, t.Hair)
	}
	pitch := (w - axis) / Length(len(years))
	wide := min(pitch*6/10, t.Row*2)
	shown := t.shownYears(yearsOf(years), pitch)
	for i, n := range years {
		middle := axis + pitch*Length(i) + pitch/2
		d.turnoverColumn(n, middle-wide/2, zero, wide, pitch, scale)
		year := t.Note
		if i == len(years)-1 {
			year = t.Strong
			year.Style.Size = t.Note.Style.Size
		}
		if shown[i] {
			d.centre(middle, h-t.Row-t.Row/3, year, itoa(n.Year), source(n.Edition, ""))
		}
		alt = append(alt, d.turnoverRow(n))
		d.spot(Spot{X: middle - pitch/2, Y: 0, W: pitch, H: h - t.Row, Col: i, Tip: t.turnoverTip(n), Edition: n.Edition})
	}
	d.colourKey(years, 0, h-t.Row/3, w, colourKey{color: t.Grey, text: t.say("Left"), any: left > 0, open: true})
	d.c.Note = t.say("Places in the list, as printed each year. An entry that was there the year before stayed, also at another rank.")
	return d.end(h, alt)
}

func yearsOf(all []model.Turnover) []int {
	years := make([]int, len(all))
	for i, n := range all {
		years[i] = n.Year
	}
	return years
}

func (d *drawing) turnoverColumn(n model.Turnover, x, zero, w, pitch Length, scale func(int) Length) {
	t := d.t
	count := 0
	for _, p := range t.pieces(n, true) {
		low := zero - scale(count)
		count += p.count
		high := zero - scale(count)
		if p.count == 0 {
			continue
		}
		d.rect(x, high, w, max(t.Thin, low-high-t.Thin), p.color, source(n.Edition, ""))
		figure := t.Small.on(readable(p.color, t.Ink, t.OnMain))
		if low-high > t.cap(figure)*2 && t.width(figure, itoa(p.count)) < w {
			d.centre(x+w/2, (low+high)/2+t.cap(figure)/2, figure, itoa(p.count), page.Source{})
		}
	}
	if n.Left > 0 {
		down := scale(n.Left)
		d.stroke(page.Rect(x+t.Thin/2, zero+t.Thin*3/2, w-t.Thin, max(t.Thin, down-t.Thin)), t.Grey, t.Thin, source(n.Edition, ""))
		if text := "−" + itoa(n.Left); t.width(t.Note, text) < pitch*9/10 {
			d.centre(x+w/2, zero+down+t.Row*5/8, t.Note, text, page.Source{})
		}
	}
}

// PartColumns shows how the parts of the list went through the years: stacked
// columns, the largest of the newest year lowest, each labelled beside it. At
// the most five parts are told apart; the others stand together on top.
func PartColumns(t *Theme, b model.Breakdown, w, h Length) *Chart {
	const apart = 5
	parts, others := b.Top(apart)
	if len(parts) == 0 {
		return nil
	}
	for y, n := range b.Unsaid {
		others[y] += n
	}
	d := begin(t, w)
	d.partTable(b)
	if slices.Max(others) > 0 {
		parts = append(parts, model.Part{Word: t.say("Others"), Counts: others, Of: make([][]model.ID, len(others))})
	}
	colors := t.Series[:len(parts)]
	if slices.Max(others) > 0 {
		colors = append(slices.Clone(colors[:len(parts)-1]), t.Series[apart])
	}
	words := Length(0)
	for _, p := range parts {
		words = max(words, t.width(t.Text, p.Word))
	}
	number := t.width(t.Number, itoa(slices.Max(b.Totals))) + t.Row/3
	tick := t.Row * 2 / 3
	label := min(words, w*2/5) + number + tick + t.Row/4
	foot := t.Row
	pitch := (w - label) / Length(len(b.Years))
	wide := min(pitch*85/100, t.Row*5)
	shown := t.shownYears(b.Years, pitch)
	var tops []Length
	for y, year := range b.Years {
		x := pitch * Length(y)
		tops = d.partColumn(b, parts, y, x, wide, h-foot, colors)
		ty := t.Note
		if y == len(b.Years)-1 {
			ty = t.Strong
			ty.Style.Size = t.Note.Style.Size
		}
		if shown[y] {
			d.centre(x+wide/2, h-t.Row/4, ty, itoa(year), page.Source{})
		}
	}
	from := pitch*Length(len(b.Years)-1) + wide
	d.partLabels(parts, colors, tops, from, from+tick+t.Row/4, w, number, h-foot)
	var alt []string
	for _, p := range parts {
		alt = append(alt, t.partTip(p.Word, b.Years, p.Counts)+".")
	}
	d.unsaid(b)
	return d.end(h, alt)
}

// partColumn draws one year and gives the middles of its parts.
func (d *drawing) partColumn(b model.Breakdown, parts []model.Part, y int, x, w, h Length, colors []page.Color) (middles []Length) {
	t, total := d.t, max(1, b.Totals[y])
	count := 0
	for i, p := range parts {
		low := h - h*Length(count)/Length(total)
		count += p.Counts[y]
		high := h - h*Length(count)/Length(total)
		middles = append(middles, (low+high)/2)
		if p.Counts[y] == 0 {
			continue
		}
		gap := Length(0)
		if low < h {
			gap = t.Thin
		}
		d.rect(x, high, w, max(t.Thin/2, low-high-gap), colors[i], page.Source{})
		s := Spot{X: x, Y: high, W: w, H: low - high, Row: len(parts) - 1 - i, Col: y, Tip: t.say("{{.Name}}, {{.Year}}: {{.Count}} of {{.Total}}", "Name", p.Word, "Year", b.Years[y], "Count", p.Counts[y], "Total", b.Totals[y])}
		if of := p.Of[y]; len(of) > 0 {
			s.Placement = of[0]
		}
		d.spot(s)
	}
	return middles
}

// partLabels sets the words beside the newest column, pushed apart where they
// would touch.
func (d *drawing) partLabels(parts []model.Part, colors []page.Color, middles []Length, from, x, w, number, h Length) {
	t := d.t
	need := t.Text.Style.Size * 13 / 10
	at := slices.Clone(middles)
	for i := 1; i < len(at); i++ { // upwards from the lowest
		at[i] = min(at[i], at[i-1]-need)
	}
	if over := need/2 - at[len(at)-1]; over > 0 { // out at the top: down again
		at[len(at)-1] += over
		for i := len(at) - 2; i >= 0; i-- {
			at[i] = max(at[i], at[i+1]+need)
		}
	}
	for i, p := range parts {
		base := at[i] + t.cap(t.Text)/2
		d.stroke([]page.Segment{
			{Op: page.Move, P: [3]page.Point{{X: from + t.Thin, Y: middles[i]}}},
			{Op: page.Line, P: [3]page.Point{{X: x - t.Row/4, Y: at[i]}}},
		}, colors[i], t.Thin*3/2, page.Source{})
		d.text(x, base, w-number-x, t.Text, p.Word, page.Source{})
		d.right(w, base, t.Number, itoa(p.Now()), page.Source{})
	}
}
