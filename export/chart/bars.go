package chart

import (
	"laurel/export/page"
	"laurel/model"
)

// bar is a row of a chart of bars.
type bar struct {
	label, tip string
	now, was   int
	compared   bool // was is known
	aside      bool // a number only: all others together would dwarf the rest
	color      page.Color
	of         []model.ID
}

// PartBars shows the n largest parts of the newest year as bars; an upright
// stroke marks the year before. It is nil where nothing is said of anybody.
func PartBars(t *Theme, b model.Breakdown, w Length, n int) *Chart {
	parts, others := b.Top(n)
	if len(parts) == 0 {
		return nil
	}
	d := begin(t, w)
	d.partTable(b)
	bars := make([]bar, 0, len(parts)+1)
	for i, p := range parts {
		was, compared := p.Was()
		color := t.Mid
		if i == 0 && (len(parts) == 1 || parts[1].Now() < p.Now()) {
			color = t.Main
		}
		bars = append(bars, bar{label: p.Word, now: p.Now(), was: was, compared: compared, color: color, of: p.Of[len(p.Of)-1], tip: t.partTip(p.Word, b.Years, p.Counts)})
	}
	if rest := others[len(others)-1]; rest > 0 {
		bars = append(bars, bar{label: t.say("Others"), now: rest, aside: true, tip: t.partTip(t.say("Others"), b.Years, others)})
	}
	alt := d.bars(bars)
	if len(b.Years) > 1 {
		d.c.Note = t.say("Bars show {{.Year}}; the upright stroke marks {{.Before}}.", "Year", b.Years[len(b.Years)-1], "Before", b.Years[len(b.Years)-2])
	}
	d.unsaid(b)
	return d.end(Length(len(bars))*t.Row, alt)
}

// unsaid adds to the note of how many nothing is known.
func (d *drawing) unsaid(b model.Breakdown) {
	if n := b.Unsaid[len(b.Unsaid)-1]; n > 0 {
		if d.c.Note != "" {
			d.c.Note += " "
		}
		d.c.Note += d.t.say("Not stated: {{.Count}}.", "Count", n)
	}
}

// partTip says how a part went through the years.
func (t *Theme) partTip(word string, years, counts []int) string {
	last := len(counts) - 1
	if last > 0 {
		return t.say("{{.Name}}: {{.Count}}, the year before {{.Before}}", "Name", word, "Count", counts[last], "Before", counts[last-1])
	}
	return t.say("{{.Name}}: {{.Count}}", "Name", word, "Count", counts[last])
}

// partTable is a breakdown as a table: a row a part, a column a year.
func (d *drawing) partTable(b model.Breakdown) {
	head := []string{""}
	for _, y := range b.Years {
		head = append(head, itoa(y))
	}
	d.row(head...)
	add := func(word string, counts []int) {
		cells := []string{word}
		for _, n := range counts {
			cells = append(cells, itoa(n))
		}
		d.row(cells...)
	}
	for _, p := range b.Parts {
		add(p.Word, p.Counts)
	}
	for _, n := range b.Unsaid {
		if n > 0 {
			add(d.t.say("Not stated"), b.Unsaid)
			break
		}
	}
}

// bars draws rows of bars over the whole width and says them as sentences.
func (d *drawing) bars(bars []bar) (alt []string) {
	t := d.t
	most := 1
	number := Length(0)
	for _, b := range bars {
		number = max(number, t.width(t.Number, itoa(b.now)))
		if !b.aside {
			most = max(most, b.now, b.was)
		}
	}
	number += t.Row / 2
	label := d.labelWidth(bars)
	room := d.c.W - label - number
	high := t.Row / 2
	for i, b := range bars {
		y := Length(i) * t.Row
		from := page.Source{}
		if len(b.of) == 1 {
			from = source(b.of[0], model.FieldOrganisation)
		}
		base := y + (t.Row+t.cap(t.Text))/2
		d.text(0, base, label-t.Row/2, t.Text.aside(b.aside, t), b.label, from)
		top := y + (t.Row-high)/2
		if !b.aside {
			d.rect(label, top, room*Length(b.now)/Length(most), high, b.color, from)
		}
		if b.compared {
			x := label + room*Length(b.was)/Length(most)
			d.stroke(page.HairLine(x, top-high/4, x, top+high+high/4), t.Ink, max(2*t.Thin, t.Row/16), page.Source{})
		}
		d.right(d.c.W, base, t.Number.aside(b.aside, t), itoa(b.now), page.Source{})
		s := Spot{X: 0, Y: y, W: d.c.W, H: t.Row, Row: i, Tip: b.tip}
		if len(b.of) > 0 {
			s.Placement = b.of[0]
		}
		d.spot(s)
		alt = append(alt, b.tip+".")
	}
	return alt
}

// labelWidth is what the labels of bars need, at most two fifths of the width.
func (d *drawing) labelWidth(bars []bar) Length {
	wide := Length(0)
	for _, b := range bars {
		wide = max(wide, d.t.width(d.t.Text, b.label))
	}
	return min(wide+d.t.Row/2, d.c.W*2/5)
}

// mostTenure is from how many editions on they are counted together.
const mostTenure = 10

// TenureBars shows how often the people of the newest of some years have been
// included in them.
func TenureBars(t *Theme, tenure model.Tenure, years []int, w Length) *Chart {
	if len(years) < 2 || len(tenure.Longest) == 0 {
		return nil
	}
	d := begin(t, w)
	d.row(t.say("Editions"), t.say("People"))
	var bars []bar
	for i, n := range tenure.People {
		d.row(itoa(i+1), itoa(n))
		if i < mostTenure {
			bars = append(bars, bar{label: t.tenureLabel(i+1, len(years)), now: n, color: t.Mid})
		} else {
			bars[mostTenure-1].now += n
		}
	}
	for len(bars) > 1 && bars[len(bars)-1].now == 0 {
		bars = bars[:len(bars)-1] // nobody was there so often
	}
	bars[len(bars)-1].color = t.Main
	for i := range bars {
		bars[i].tip = t.say("{{.Name}}: {{.Count}}", "Name", bars[i].label, "Count", bars[i].now)
	}
	alt := d.bars(bars)
	d.c.Note = t.say("People of {{.Year}} by the number of editions since {{.First}} that included them, this one among them.",
		"Year", years[len(years)-1], "First", years[0])
	return d.end(Length(len(bars))*t.Row, alt)
}

func (t *Theme) tenureLabel(n, years int) string {
	switch {
	case n == 1:
		return t.say("First time")
	case n == mostTenure && years > mostTenure:
		return t.say("{{.Count}} times or more", "Count", n)
	case n == years:
		return t.say("All {{.Count}} editions", "Count", n)
	}
	return t.say("{{.Count}} times", "Count", n)
}
