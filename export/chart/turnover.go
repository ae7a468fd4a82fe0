package chart

import (
	"laurel/export/page"
	"laurel/model"
)

// TurnoverBars shows each year as a bar: who stayed, who came back, who is new.
// Years that are compared with none are drawn plain.
func TurnoverBars(t *Theme, years []model.Turnover, w Length) *Chart {
	widest := widestYear(years)
	if widest == 0 || !anyCompared(years) {
		return nil
	}
	d := begin(t, w)
	left := t.width(t.Strong, "0000") + t.Row*3/2
	alt := d.turnoverHead()
	high := t.Row * 7 / 10
	for i, n := range years {
		y := Length(i) * t.Row
		year, last := t.Text, i == len(years)-1
		if last {
			year = t.Strong
		}
		base := y + (high+t.cap(year))/2
		d.text(0, base, left, year, itoa(n.Year), source(n.Edition, ""))
		d.turnoverBar(n, left, y, w-left, high, widest, last)
		alt = append(alt, d.turnoverRow(n))
		d.spot(Spot{X: 0, Y: y, W: w, H: high, Row: i, Tip: t.turnoverTip(n), Edition: n.Edition})
	}
	y := Length(len(years))*t.Row - (t.Row - high) + t.Note.Style.Size*7/4
	d.turnoverKey(years, left, y, w-left, widest)
	d.c.Note = t.say("Places in the list, as printed each year. An entry that was there the year before stayed, also at another rank.")
	return d.end(y+t.Note.Style.Size/3, alt)
}

func widestYear(years []model.Turnover) int {
	widest := 0
	for _, n := range years {
		widest = max(widest, n.Entries)
	}
	return widest
}

func anyCompared(years []model.Turnover) bool {
	for _, n := range years {
		if n.Compared {
			return true
		}
	}
	return false
}

// piece is one part of a turnover: how many, in which colour.
type piece struct {
	count int
	color page.Color
}

// pieces are the parts of a year from left to right; past years are paler.
func (t *Theme) pieces(n model.Turnover, last bool) []piece {
	share := 0.42
	if last {
		share = 1
	}
	tone := func(c page.Color) page.Color { return blend(t.Paper, c, share) }
	if !n.Compared {
		return []piece{{n.Entries, blend(t.Paper, t.Hair, 0.6)}}
	}
	return []piece{
		{n.Stayed, tone(t.Mid)},
		{n.Moved, tone(blend(t.Paper, t.Grey, 0.7))},
		{n.Back, tone(t.Back)},
		{n.New, tone(t.Main)},
	}
}

func (d *drawing) turnoverBar(n model.Turnover, x, y, w, h Length, widest int, last bool) {
	t := d.t
	base, pad := y+(h+t.cap(t.Small))/2, t.Small.Style.Size/2
	count := 0
	for i, p := range t.pieces(n, last) {
		from := x + w*Length(count)/Length(widest)
		count += p.count
		to := x + w*Length(count)/Length(widest)
		if p.count == 0 {
			continue
		}
		d.rect(from, y, to-from, h, p.color, source(n.Edition, ""))
		if from > x {
			d.rect(from-t.Thin/2, y, t.Thin, h, t.Paper, page.Source{})
		}
		figure := t.Small.on(readable(p.color, t.Ink, t.OnMain))
		wide := t.width(figure, itoa(p.count))
		switch {
		case wide+pad/2 > to-from:
		case i == 0 && wide+2*pad < to-from:
			d.text(from+pad, base, to-from, figure, itoa(p.count), page.Source{})
		case i == 3 && wide+2*pad < to-from:
			d.right(to-pad, base, figure, itoa(p.count), page.Source{})
		default:
			d.centre((from+to)/2, base, figure, itoa(p.count), page.Source{})
		}
	}
}

// turnoverKey says below the newest bar what its parts are: the first at its
// left, the last at its right, what is between in the middle of its part.
// Where they have no room there, a row of keys says it.
func (d *drawing) turnoverKey(years []model.Turnover, x, y, w Length, widest int) {
	t, n := d.t, years[len(years)-1]
	at := func(count int) Length { return x + w*Length(count)/Length(widest) }
	stayed, back, fresh := t.say("Included the year before"), t.say("Returned"), t.say("New")
	gap := t.Note.Style.Size
	middle := (at(n.Stayed+n.Moved)+at(n.Stayed+n.Moved+n.Back))/2 - t.width(t.Note, back)/2
	left, right := x, at(n.Entries)
	if n.Stayed > 0 {
		left += t.width(t.Note, stayed) + gap
	}
	if n.New > 0 {
		right -= t.width(t.Note, fresh) + gap
	}
	middle = min(max(middle, left), right-t.width(t.Note, back))
	if n.Moved > 0 || right < left || n.Back > 0 && middle < left || n.Stayed == 0 {
		d.colourKey(years, x, y, w)
		return
	}
	d.text(x, y, w, t.Note, stayed, page.Source{})
	if n.New > 0 {
		d.right(at(n.Entries), y, t.Note, fresh, page.Source{})
	}
	if n.Back > 0 {
		d.text(middle, y, w, t.Note, back, page.Source{})
	}
}

// colourKey names the parts in the order of the colours, as many as there are.
func (d *drawing) colourKey(years []model.Turnover, x, y, w Length, more ...colourKey) {
	t := d.t
	keys := []colourKey{
		{color: t.Mid, text: t.say("Stayed")},
		{color: blend(t.Paper, t.Grey, 0.7), text: t.say("From another region")},
		{color: t.Back, text: t.say("Returned")},
		{color: t.Main, text: t.say("New")},
	}
	for _, n := range years {
		for i, count := range []int{n.Stayed, n.Moved, n.Back, n.New} {
			keys[i].any = keys[i].any || count > 0
		}
	}
	side := t.cap(t.Note) * 11 / 10
	end := x + w
	for _, k := range append(keys, more...) {
		room := end - x - side*3/2
		if !k.any {
			continue
		}
		if room <= 2*side {
			return
		}
		if k.open {
			d.stroke(page.Rect(x+t.Thin/2, y-side+t.Thin/2, side-t.Thin, side-t.Thin), k.color, t.Thin, page.Source{})
		} else {
			d.rect(x, y-side, side, side, k.color, page.Source{})
		}
		x += side * 3 / 2
		x += d.text(x, y-side/20, room, t.Note, k.text, page.Source{}) + t.Row/2
	}
}

// colourKey is one colour of a key.
type colourKey struct {
	color page.Color
	text  string
	any   bool // it occurs
	open  bool // an outline
}

func (d *drawing) turnoverHead() []string {
	t := d.t
	d.row(t.say("Year"), t.say("In the list"), t.say("Stayed"), t.say("New"), t.say("Returned"), t.say("From another region"), t.say("Left"))
	return []string{t.say("Turnover by year.")}
}

// turnoverRow adds a year to the table and says it as a sentence.
func (d *drawing) turnoverRow(n model.Turnover) string {
	if !n.Compared {
		d.row(itoa(n.Year), itoa(n.Entries), "", "", "", "", "")
	} else {
		d.row(itoa(n.Year), itoa(n.Entries), itoa(n.Stayed), itoa(n.New), itoa(n.Back), itoa(n.Moved), itoa(n.Left))
	}
	return d.t.turnoverTip(n)
}

func (t *Theme) turnoverTip(n model.Turnover) string {
	if !n.Compared {
		return t.say("{{.Year}}: {{.Count}} in the list, nothing to compare with.", "Year", n.Year, "Count", n.Entries)
	}
	text := t.say("{{.Year}}: {{.Stayed}} stayed, {{.New}} new, {{.Back}} returned, {{.Left}} left.", "Year", n.Year, "Stayed", n.Stayed, "New", n.New, "Back", n.Back, "Left", n.Left)
	if n.Moved > 0 {
		text += " " + t.say("From another region: {{.Count}}.", "Count", n.Moved)
	}
	return text
}
