package chart

import (
	"laurel/export/page"
	"laurel/model"
)

// tableRow is a line of a small table: a name and its value.
type tableRow struct {
	name, value string
	way         int // 1 up, -1 down, 0 no triangle
	tip         string
	person      model.ID
	placement   model.ID
}

// table is a heading with its rows.
type table struct {
	head string
	rows []tableRow
}

// MoverTables sets small tables side by side: who rose and fell furthest, who
// came into and went out of the top, who has been included most often; each
// with n rows at the most. Empty ones are left out; nil if all are.
func MoverTables(t *Theme, m model.Movers, tenure model.Tenure, w Length, n int) *Chart {
	tables := t.moverTables(m, tenure, n)
	if len(tables) == 0 {
		return nil
	}
	d := begin(t, w)
	d.row(t.say("Table"), t.say("Name"), t.say("Value"))
	columns := min(len(tables), max(1, int(w/(t.Row*8))), 3)
	if len(tables) == 4 && columns == 3 {
		columns = 2 // two by two stands better than three and one
	}
	gap := t.Row
	wide := (w - gap*Length(columns-1)) / Length(columns)
	var alt []string
	top := Length(0)
	for i := 0; i < len(tables); i += columns {
		high := Length(0)
		for j, one := range tables[i:min(i+columns, len(tables))] {
			x := Length(j) * (wide + gap)
			high = max(high, d.table(one, x, top, wide, j))
			alt = append(alt, one.sentence())
		}
		top += high + t.Row
	}
	return d.end(top-t.Row, alt)
}

func (one table) sentence() string {
	s := one.head + ":"
	for i, r := range one.rows {
		if i > 0 {
			s += ","
		}
		s += " " + r.name + " " + r.value
	}
	return s + "."
}

// table sets one table and gives its height.
func (d *drawing) table(one table, x, y, w Length, column int) Length {
	t := d.t
	head := t.Note.on(t.Main)
	if t.Centred {
		d.centre(x+w/2, y+t.cap(t.Note), head, one.head, page.Source{})
	} else {
		d.text(x, y+t.cap(t.Note), w, head, one.head, page.Source{})
	}
	top := y + t.cap(t.Note) + t.Row/2
	d.rule(x, top, x+w, top, t.Hair)
	for i, r := range one.rows {
		at := top + Length(i)*t.Row
		base := at + (t.Row+t.cap(t.Text))/2
		value := t.width(t.Number, r.value)
		side := t.cap(t.Number) * 6 / 10
		taken := value + t.Row/3
		from := source(r.placement, model.FieldRank)
		color := t.Number.Color
		if r.way != 0 {
			tri := t.Up
			if r.way < 0 {
				tri = t.Down
			}
			color = tri
			d.fill(triangle(x+w-value-side-side/2, base-t.cap(t.Number)/8, side, r.way > 0), tri, from)
			taken += 2 * side
		}
		d.right(x+w, base, t.Number.on(color), r.value, from)
		d.text(x, base, w-taken, t.Text, r.name, source(r.placement, model.FieldName))
		d.rule(x, at+t.Row, x+w, at+t.Row, t.Hair)
		d.spot(Spot{X: x, Y: at, W: w, H: t.Row, Row: i, Col: column, Tip: r.tip, Person: r.person, Placement: r.placement})
		d.row(one.head, r.name, r.value)
	}
	return top - y + Length(len(one.rows))*t.Row
}

// triangle stands on y, pointing up or down.
func triangle(x, y, w Length, up bool) []page.Segment {
	h := w * 866 / 1000
	base, tip := y, y-h
	if !up {
		base, tip = y-h, y
	}
	return []page.Segment{
		{Op: page.Move, P: [3]page.Point{{X: x, Y: base}}},
		{Op: page.Line, P: [3]page.Point{{X: x + w, Y: base}}},
		{Op: page.Line, P: [3]page.Point{{X: x + w/2, Y: tip}}},
		{Op: page.Close},
	}
}

func (t *Theme) moverTables(m model.Movers, tenure model.Tenure, n int) []table {
	tables := []table{
		{t.say("Furthest up"), t.moverRows(m.Climbs, n)},
		{t.say("Furthest down"), t.moverRows(m.Falls, n)},
		{t.say("Into the top"), t.moverRows(m.Into, n)},
		{t.say("Out of the top"), t.moverRows(m.OutOf, n)},
		{t.say("Most years"), t.tenureRows(tenure, n)},
	}
	var full []table
	for _, one := range tables {
		if len(one.rows) > 0 {
			full = append(full, one)
		}
	}
	return full
}

func (t *Theme) moverRows(movers []model.Mover, n int) []tableRow {
	var rows []tableRow
	for _, m := range movers[:min(n, len(movers))] {
		p := m.Placement
		r := tableRow{name: p.PrintedName(), placement: p.ID, value: itoa(m.Movement.Places)}
		if len(p.Members) > 0 {
			r.person = p.Members[0].PersonID
		}
		now, was := p.Rank.Figure(t.Ties), m.Was.Figure(t.Ties)
		switch m.Movement.Kind {
		case model.MovedUp:
			r.way = 1
		case model.MovedDown:
			r.way = -1
		case model.MovedInto:
			r.value, was = p.Rank.Display(t.Ties), t.say("unranked")
		case model.MovedOutOf:
			r.value, now = m.Was.Display(t.Ties), t.say("unranked")
		}
		if m.Movement.Places == 0 && r.way != 0 { // bands
			r.value = now
		}
		r.tip = t.say("{{.Name}}: from {{.Before}} to {{.Now}}", "Name", r.name, "Before", was, "Now", now)
		rows = append(rows, r)
	}
	return rows
}

// tenureRows are those who have been included most often, where that sets up to
// n of them apart from all others.
func (t *Theme) tenureRows(tenure model.Tenure, n int) []tableRow {
	longest := tenure.Longest
	n = min(n, len(longest))
	for n > 0 && n < len(longest) && longest[n].Editions == longest[n-1].Editions {
		n--
	}
	if len(tenure.People) < 3 || n == 0 || longest[0].Editions < 2 {
		return nil
	}
	var rows []tableRow
	for _, a := range longest[:n] {
		rows = append(rows, tableRow{
			name: a.Name, value: itoa(a.Editions), placement: a.Placement, person: a.Person,
			tip: t.say("{{.Name}}: in {{.Count}} editions since {{.Year}}", "Name", a.Name, "Count", a.Editions, "Year", a.First),
		})
	}
	return rows
}
