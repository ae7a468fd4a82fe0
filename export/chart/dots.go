package chart

import (
	"laurel/export/page"
	"laurel/model"
)

// UnitDots shows the n largest parts of the newest year as rows of dots, one
// for each entry, or for a round number of them where there are very many.
func UnitDots(t *Theme, b model.Breakdown, w Length, n int) *Chart {
	parts, others := b.Top(n)
	if len(parts) == 0 {
		return nil
	}
	d := begin(t, w)
	d.partTable(b)
	type line struct {
		word  string
		count int
		of    []model.ID
		tip   string
	}
	last := len(b.Years) - 1
	var lines []line
	for _, p := range parts {
		lines = append(lines, line{p.Word, p.Now(), p.Of[last], t.partTip(p.Word, b.Years, p.Counts)})
	}
	if others[last] > 0 {
		lines = append(lines, line{t.say("Others"), others[last], nil, t.partTip(t.say("Others"), b.Years, others)})
	}
	most, wide, number := 1, Length(0), Length(0)
	for _, l := range lines {
		wide, number = max(wide, t.width(t.Text, l.word)), max(number, t.width(t.Number, itoa(l.count)))
		if l.of != nil { // all others together would dwarf the rest
			most = max(most, l.count)
		}
	}
	label := min(wide+t.Row/2, w*2/5)
	number += t.Row / 2
	pitch := max(t.Row*34/100, min(t.Row*45/100, (w-label-number)/Length(most)))
	columns := max(1, int((w-label-number)/pitch))
	unit := unitOf(most, 2*columns)
	var alt []string
	for i, l := range lines {
		y := Length(i) * t.Row
		base := y + (t.Row+t.cap(t.Text))/2
		rest := l.of == nil
		d.text(0, base, label-t.Row/2, t.Text.aside(rest, t), l.word, page.Source{})
		color := t.Mid
		if i == 0 && (len(lines) == 1 || lines[1].count < l.count) {
			color = t.Main
		}
		if !rest {
			d.dotRow(l.count, unit, columns, label, y, pitch, color, l.of)
		}
		d.right(w, base, t.Number.aside(rest, t), itoa(l.count), page.Source{})
		s := Spot{X: 0, Y: y, W: w, H: t.Row, Row: i, Tip: l.tip}
		if len(l.of) > 0 {
			s.Placement = l.of[0]
		}
		d.spot(s)
		alt = append(alt, l.tip+".")
	}
	d.c.Note = t.say("One dot is one entry of {{.Year}}.", "Year", b.Years[last])
	if unit > 1 {
		d.c.Note = t.say("One dot is {{.Count}} entries of {{.Year}}.", "Count", unit, "Year", b.Years[last])
	}
	d.unsaid(b)
	return d.end(Length(len(lines))*t.Row, alt)
}

// unitOf is how many one dot stands for so that most fit into room dots.
func unitOf(most, room int) int {
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{1, 2, 5} {
			if (most+n*unit-1)/(n*unit) <= room {
				return n * unit
			}
		}
	}
}

// dotRow draws the dots of one row, in two lines where one is too short.
func (d *drawing) dotRow(count, unit, columns int, x, y, pitch Length, color page.Color, of []model.ID) {
	dots := (count + unit - 1) / unit
	across := dots
	rows := 1
	if dots > columns {
		rows, across = 2, (dots+1)/2
	}
	r := pitch * 36 / 100
	middle := y + d.t.Row/2 - Length(rows-1)*pitch/2
	for i := range dots {
		from := page.Source{}
		if unit == 1 && i < len(of) {
			from = source(of[i], model.FieldName)
		}
		cx := x + Length(i%across)*pitch + r
		cy := middle + Length(i/across)*pitch
		d.fill(page.Circle(cx, cy, r), color, from)
	}
}
