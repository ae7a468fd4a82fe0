package chart

import (
	"cmp"
	"slices"

	"laurel/export/page"
	"laurel/model"
)

// Bump draws the course of the ranks over the years: the two heroes in the
// accent, the others in the second colour, those who left pale. A ring below
// the rule marks a year outside the top, before or after one in it; unranked
// years have no height. It is nil where fewer than two years give ranks.
func Bump(t *Theme, b model.Bump, w, h Length) *Chart {
	if len(b.Lines) == 0 || rankedYears(b) < 2 {
		return nil
	}
	g := newBumpGrid(t, b, w, h)
	g.frame()
	for _, fate := range []model.Fate{model.FateGone, model.FateStays, model.FateHero} {
		for i := range b.Lines {
			if b.Lines[i].Fate == fate {
				g.line(i)
			}
		}
	}
	alt := g.names()
	g.table()
	g.c.Note = g.note()
	return g.end(h, alt)
}

func rankedYears(b model.Bump) int {
	n := 0
	for y := range b.Years {
		if slices.ContainsFunc(b.Lines, func(l model.BumpLine) bool { return l.Stands[y] == model.StandsInTop }) {
			n++
		}
	}
	return n
}

// bumpGrid is where everything of a bump chart stands.
type bumpGrid struct {
	*drawing
	b      model.Bump
	slots  [][]int // by line and year: the row from 0, -1 none
	rows   int
	below  bool // a row below the rule is needed
	left   Length
	last   Length // x of the newest year
	top    Length // y of the first rank
	pitchX Length
	pitchY Length
	r      Length // of the circles of the newest year
}

func newBumpGrid(t *Theme, b model.Bump, w, h Length) *bumpGrid {
	g := &bumpGrid{drawing: begin(t, w), b: b}
	g.rank()
	rows := g.rows
	if g.below {
		rows++
	}
	head := t.Row
	g.pitchY = (h - head - t.Row/2) / Length(max(1, rows))
	g.r = min(t.Row*42/100, g.pitchY*44/100)
	g.top = head + g.pitchY/2
	name := Length(0)
	last := len(b.Years) - 1
	for i, l := range b.Lines {
		if g.slots[i][last] >= 0 {
			name = max(name, t.width(t.Strong, l.Name))
		}
	}
	g.left = t.width(t.Note, itoa(b.Depth)+"+") + t.Row*3/4 + g.r
	g.last = w - min(name+t.Row/4, w*2/5) - t.Row*3/4
	g.pitchX = (g.last - g.left) / Length(max(1, last))
	return g
}

// rank gives every line a row each year. Those who share a rank take the rows
// of the ranks that are skipped after it, in the order of the lines, so that
// none hides another.
func (g *bumpGrid) rank() {
	g.slots = make([][]int, len(g.b.Lines))
	for i := range g.slots {
		g.slots[i] = slices.Repeat([]int{-1}, len(g.b.Years))
	}
	g.rows = g.b.Depth
	for y := range g.b.Years {
		var in []int
		for i, l := range g.b.Lines {
			if l.Stands[y] == model.StandsInTop {
				in = append(in, i)
			}
			g.below = g.below || g.dips(i, y)
		}
		slices.SortStableFunc(in, func(a, b int) int {
			return cmp.Compare(g.b.Lines[a].Ranks[y].Number, g.b.Lines[b].Ranks[y].Number)
		})
		next := 0
		for _, i := range in {
			g.slots[i][y] = max(next, g.b.Lines[i].Ranks[y].Number-1)
			next = g.slots[i][y] + 1
		}
		g.rows = max(g.rows, next)
	}
}

// dips says whether a line is drawn below the rule in a year: whoever is in the
// newest top and was outside of it next to a year inside.
func (g *bumpGrid) dips(i, y int) bool {
	l := g.b.Lines[i]
	out := l.Stands[y] == model.StandsBelow || l.Stands[y] == model.StandsUnranked
	in := func(y int) bool { return y >= 0 && y < len(l.Stands) && l.Stands[y] == model.StandsInTop }
	return out && l.Fate != model.FateGone && (in(y-1) || in(y+1))
}

func (g *bumpGrid) x(year int) Length { return g.left + Length(year)*g.pitchX }

// y is the height of a line in a year; ok is false where it has none.
func (g *bumpGrid) y(line, year int) (y Length, ok bool) {
	if slot := g.slots[line][year]; slot >= 0 {
		return g.top + Length(slot)*g.pitchY, true
	}
	if g.dips(line, year) {
		return g.floor(), true
	}
	return 0, false
}

// floor is the row below the rule.
func (g *bumpGrid) floor() Length { return g.top + Length(g.rows)*g.pitchY }

// frame draws years, ranks and the rule.
func (g *bumpGrid) frame() {
	t := g.t
	shown := t.shownYears(g.b.Years, g.pitchX)
	foot := g.top + Length(g.rows-1)*g.pitchY + g.pitchY/2
	for i, year := range g.b.Years {
		g.rule(g.x(i), g.top-g.pitchY/2, g.x(i), foot, blend(t.Paper, t.Hair, 0.7))
		ty := t.Note
		if i == len(g.b.Years)-1 {
			ty = t.Strong
			ty.Style.Size = t.Note.Style.Size
		}
		if shown[i] {
			g.centre(g.x(i), t.cap(t.Note)+t.Row/8, ty, itoa(year), page.Source{})
		}
	}
	every := 1
	if g.pitchY < t.Note.Style.Size*11/10 {
		every = 5
	}
	for rank := 1; rank <= g.b.Depth; rank++ {
		near := g.below && g.floor()-g.top-Length(rank-1)*g.pitchY < t.Note.Style.Size
		if (rank == 1 || rank%every == 0) && !near {
			y := g.top + Length(rank-1)*g.pitchY + t.cap(t.Note)/2
			g.axis(rank, y)
		}
	}
	if g.below {
		g.rule(g.left-g.r, foot, g.last+g.r, foot, t.Hair)
		line := t.fit(t.Note, g.belowWord(), g.left-g.r)
		g.put(line, 0, g.floor()+t.cap(t.Note)/2, t.Note.Color, page.Source{})
	}
}

func (g *bumpGrid) axis(rank int, y Length) {
	g.right(g.left-g.r-g.t.Row/3, y, g.t.Note, itoa(rank), page.Source{})
}

func (g *bumpGrid) belowWord() string { return itoa(g.b.Depth+1) + "+" }

// line draws one entry through the years.
func (g *bumpGrid) line(i int) {
	l := g.b.Lines[i]
	t := g.t
	color, width := t.Other, t.Line
	switch l.Fate {
	case model.FateGone:
		color = t.Light
	case model.FateHero:
		color, width = g.heroColor(i), t.Line*2
	}
	from := source(l.Placement, model.FieldRank)
	for y := 1; y < len(g.b.Years); y++ {
		a, before := g.y(i, y-1)
		b, now := g.y(i, y)
		if !before || !now || g.slots[i][y-1] < 0 && g.slots[i][y] < 0 {
			continue
		}
		g.stroke(swing(g.x(y-1), a, g.x(y), b), color, width, from)
	}
	for y := range g.b.Years {
		at, ok := g.y(i, y)
		if !ok {
			continue
		}
		r := width*13/10 + t.Line/2
		last := y == len(g.b.Years)-1
		switch {
		case g.slots[i][y] < 0:
			ring := page.Circle(g.x(y), at, r)
			g.fill(ring, t.Paper, from)
			g.stroke(ring, color, t.Line*2/3, from)
		case last:
			g.fill(page.Circle(g.x(y), at, g.r), color, from)
			g.figure(l.Ranks[y].Figure(t.Ties), at, color)
		default:
			g.fill(page.Circle(g.x(y), at, r), color, from)
		}
		side := max(2*g.r, 2*r)
		g.spot(Spot{
			X: g.x(y) - side/2, Y: at - side/2, W: side, H: side, Row: i, Col: y, Key: l.Key,
			Tip: g.tip(l, y), Person: l.Person, Placement: l.Placement,
		})
	}
}

// heroColor is the accent; where the theme has a series (in the window) each
// hero has a colour of its own, so that two that cross can be told apart.
func (g *bumpGrid) heroColor(i int) page.Color {
	for j := range g.b.Lines[:i] {
		if g.b.Lines[j].Fate == model.FateHero {
			return g.t.Series[0]
		}
	}
	if g.t.Series[1] != g.t.Series[0] {
		return g.t.Series[1]
	}
	return g.t.Main
}

// figure sets the rank into the circle of the newest year.
func (g *bumpGrid) figure(rank string, y Length, ground page.Color) {
	ty := g.t.Small.on(readable(ground, g.t.Ink, g.t.OnMain))
	if wide := g.t.width(ty, rank); wide > g.r*17/10 {
		ty.Style.Size = ty.Style.Size * (g.r * 17 / 10) / wide
	}
	g.centre(g.x(len(g.b.Years)-1), y+g.t.cap(ty)/2, ty, rank, page.Source{})
}

// swing is the curve between two years: level at both ends. A level line is a
// curve, too, so that it is painted as thick as the others.
func swing(x1, y1, x2, y2 Length) []page.Segment {
	middle := (x1 + x2) / 2
	return []page.Segment{
		{Op: page.Move, P: [3]page.Point{{X: x1, Y: y1}}},
		{Op: page.Cubic, P: [3]page.Point{{X: middle, Y: y1}, {X: middle, Y: y2}, {X: x2, Y: y2}}},
	}
}

// names sets the names of the newest year beside their circles.
func (g *bumpGrid) names() (alt []string) {
	t, last := g.t, len(g.b.Years)-1
	x := g.last + g.r + t.Row/3
	for i, l := range g.b.Lines {
		if g.slots[i][last] < 0 {
			continue
		}
		ty := t.Text
		if l.Fate == model.FateHero {
			ty = t.Strong
		}
		if small := g.pitchY * 9 / 10; ty.Style.Size > small {
			ty.Style.Size = small
		}
		y := g.top + Length(g.slots[i][last])*g.pitchY
		g.text(x, y+t.cap(ty)/2, g.c.W-x, ty, l.Name, source(l.Placement, model.FieldName))
		g.spot(Spot{X: x, Y: y - g.pitchY/2, W: g.c.W - x, H: g.pitchY, Row: i, Col: last + 1, Key: l.Key, Tip: g.course(l), Person: l.Person, Placement: l.Placement})
		alt = append(alt, g.course(l))
	}
	return alt
}

func (g *bumpGrid) tip(l model.BumpLine, year int) string {
	return g.t.say("{{.Name}}, {{.Year}}: {{.Rank}}", "Name", l.Name, "Year", g.b.Years[year], "Rank", g.stood(l, year))
}

func (g *bumpGrid) stood(l model.BumpLine, year int) string {
	switch l.Stands[year] {
	case model.StandsUnranked:
		return g.t.say("unranked")
	case model.StandsNowhere:
		return "–"
	}
	return l.Ranks[year].Display(g.t.Ties)
}

// course is a line in words: "Ann Lee: 2023 No. 4, 2024 No. 1."
func (g *bumpGrid) course(l model.BumpLine) string {
	text := l.Name + ":"
	first := true
	for y := range g.b.Years {
		if l.Stands[y] == model.StandsNowhere {
			continue
		}
		if !first {
			text += ","
		}
		first = false
		text += " " + itoa(g.b.Years[y]) + " " + g.stood(l, y)
	}
	return text + "."
}

func (g *bumpGrid) table() {
	head := []string{g.t.say("Name")}
	for _, y := range g.b.Years {
		head = append(head, itoa(y))
	}
	g.row(head...)
	for _, l := range g.b.Lines {
		cells := []string{l.Name}
		for y := range g.b.Years {
			switch l.Stands[y] {
			case model.StandsNowhere:
				cells = append(cells, "")
			case model.StandsUnranked:
				cells = append(cells, g.t.say("unranked"))
			default:
				cells = append(cells, l.Ranks[y].Figure(g.t.Ties))
			}
		}
		g.row(cells...)
	}
}

func (g *bumpGrid) note() string {
	var parts string
	add := func(text string) {
		if parts != "" {
			parts += " "
		}
		parts += text
	}
	if slices.ContainsFunc(g.b.Lines, func(l model.BumpLine) bool { return l.Fate == model.FateGone }) {
		add(g.t.say("Pale lines: those who have left the top."))
	}
	if g.below {
		add(g.t.say("A ring marks a year in the list below it or without a rank."))
	}
	return parts
}
