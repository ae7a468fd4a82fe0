package yearbook

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// former is somebody whom the list included in an earlier year and not in this.
type former struct {
	id     model.ID
	name   model.Name
	sortAs string
}

// formers are the people of earlier years, each as last printed.
func (c *composition) formers() []former {
	chronicle := c.snapshot.Chronicle
	if chronicle.Present() == nil {
		return nil
	}
	here := map[model.ID]bool{}
	for _, e := range c.entries {
		for _, m := range e.placement.Members {
			here[m.PersonID] = true
		}
	}
	var out []former
	for i := len(chronicle.Years) - 1; i >= 0; i-- {
		for _, p := range chronicle.Years[i].Entries {
			for _, m := range p.Members {
				if !here[m.PersonID] {
					here[m.PersonID] = true
					out = append(out, former{m.PersonID, m.Name, m.SortAs})
				}
			}
		}
	}
	return out
}

// editionsOfList are the editions of the list up to this one, oldest first.
func (c *composition) editionsOfList() []model.Edition {
	if c.snapshot.Chronicle == nil {
		return []model.Edition{c.snapshot.Edition}
	}
	var out []model.Edition
	for _, y := range c.snapshot.Chronicle.Years {
		out = append(out, y.Edition)
	}
	return out
}

// Sizes of the list of everybody.
const (
	dotRadius     = 0.78 // mm
	dotPitch      = 2.6  // mm, where there is room
	leastDotPitch = 1.9  // mm
	leastAlumnus  = 30.0 // mm for a name
)

// alumniPages list everybody who was ever included, a dot for each year.
func (c *composition) alumniPages(b *binder, section model.Section) {
	chronicle := c.snapshot.Chronicle
	if chronicle.Present() == nil || len(chronicle.Years) < 2 {
		return
	}
	// Where there are too many years for a page, the newest are shown.
	most := int((c.grid.text - typeset.MM(leastAlumnus)) / typeset.MM(leastDotPitch))
	if n := len(chronicle.Years); n > most {
		chronicle = chronicle.Since(chronicle.Years[n-most].Edition.Year)
	}
	all := c.filedAlumni(chronicle)
	years := len(chronicle.Years)
	first, last := chronicle.Years[0].Edition.Year, chronicle.Present().Edition.Year
	title := cmp.Or(section.Title, c.words.say("alumni", "first", itoa(first), "last", itoa(last)))
	note := c.words.plural("alumni count", len(all))
	shape := c.grid.columnsOf(typeset.MM(leastAlumnus+float64(years)*leastDotPitch), 4)
	rows := c.alumniRows(all, shape.width, years)
	b.list(func(evenly bool) (could bool) {
		b.start(section, model.StartAny)
		s := b.next(section.Kind)
		c.beginSection(s, c.anchorOf(section.Kind), title, c.words.plural("alumni note", len(all)), nil)
		at := s.pageTitle(title) + 3
		at += float64(s.standing(s.x0(), c.grid.text, s.ln(at), ContentsNote, note, textMark{role: page.Caption}))
		c.dotKey(s, s.ln(at))
		top := at + 4
		shape.leading, shape.foot, could = c.tightened(IndexEntry, top, titleLine+1, evenly, func(first, later int) int {
			return alumniPagesOf(rows, shape.columns, first, later)
		})
		for left := rows; ; top = titleLine + 1 {
			if left = c.alumniPage(s, left, chronicle, shape, top); len(left) == 0 {
				return could
			}
			s = b.next(section.Kind)
		}
	})
}

// dotKey explains the dots.
func (c *composition) dotKey(s *sheet, y typeset.Length) {
	r, gap, apart := typeset.MM(dotRadius), typeset.Points(5), typeset.Points(16)
	dots := []struct {
		color page.Color
		word  string
	}{{c.theme.Main, c.words.say("in the top", "count", c.words.count(c.topSize()))}, {c.theme.Mid, c.words.say("dot included")}}
	w := apart
	for _, d := range dots {
		w += 2*r + gap + s.width(span{ContentsNote, d.word})
	}
	x := c.standsAt(s.x0(), c.grid.text, w)
	for _, d := range dots {
		s.add(&page.Path{Segments: page.Circle(x+r, y-typeset.Points(2.6), r), Fill: &d.color})
		x += 2*r + gap
		x += s.text(x, y, ContentsNote, d.word, furniture) + apart
	}
}

// alumnusRow is a line of the list: a name and its dots, or the rest of a name.
type alumnusRow struct {
	*model.Alumnus
	line  typeset.Line
	turns bool // the name goes on in the next row
	over  bool // it goes on from the row before
}

// filedAlumni are all who were ever included, filed as the index files them.
func (c *composition) filedAlumni(chronicle *model.Chronicle) []model.Alumnus {
	locale, style := c.snapshot.Edition.Locale, c.snapshot.Yearbook.House
	of := map[model.ID]*model.Member{}
	for i := range chronicle.Years {
		for j := range chronicle.Years[i].Entries {
			members := chronicle.Years[i].Entries[j].Members
			for k := range members {
				of[members[k].PersonID] = &members[k]
			}
		}
	}
	all := chronicle.Alumni()
	file := map[string]string{}
	for i := range all {
		a := &all[i]
		key := string(a.Person) + a.Filed
		if m := of[a.Person]; m != nil && a.Person != "" {
			a.Filed = model.FilingForm(m.Name, m.SortAs, locale)
			key = string(a.Person) + a.Filed
			file[key] = model.FilingText(m.Name, m.SortAs, locale, style)
			continue
		}
		file[key] = model.FilingTextOf(a.Filed, "")
	}
	c.filing.know(maps.Values(file))
	slices.SortStableFunc(all, func(a, b model.Alumnus) int {
		return c.filing.compare(file[string(a.Person)+a.Filed], file[string(b.Person)+b.Filed])
	})
	return all
}

// alumniRows sets the names; one too long for its column is turned over, never
// set small.
func (c *composition) alumniRows(all []model.Alumnus, w typeset.Length, years int) []alumnusRow {
	set := &setter{c: c}
	room := c.dotAt(0, w, years-1, years) - typeset.MM(dotRadius+1)
	var rows []alumnusRow
	for i := range all {
		a := &all[i]
		use := alumnusUse(a)
		name := model.ArticleLast(a.Filed)
		const least = 940 // thousandths of the size, where it is not noticed
		if line, fits := set.fitLine(room, least, set.styled([]span{{use, name}}, true)); fits {
			rows = append(rows, alumnusRow{Alumnus: a, line: line})
			continue
		}
		lines := set.turn(furniture, use, name, room-turnedOver/2)
		for j, text := range lines {
			row := alumnusRow{Alumnus: a, line: set.fit(furniture, use, text, room), turns: j < len(lines)-1, over: j > 0}
			rows = append(rows, row)
		}
	}
	return rows
}

func alumnusUse(a *model.Alumnus) Use {
	if a.Present {
		return IndexMain
	}
	return IndexEntry
}

// alumniPage fills the columns of a page and gives the rows left over.
func (c *composition) alumniPage(s *sheet, rows []alumnusRow, chronicle *model.Chronicle, shape indexShape, top float64) []alumnusRow {
	pitch := shape.leading
	height := c.linesBetween(top, shape.foot, pitch)
	level := min(height, (len(rows)+shape.columns-1)/shape.columns)
	for level < height && leftOver(rows, shape.columns, level) > 0 {
		level++
	}
	first, last := filedHead(rows[0]), ""
	for col := range shape.columns {
		n := alumniBreak(rows, level)
		if n == 0 {
			break
		}
		x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
		c.dotHead(s, chronicle, x, s.ln(top)-pitch*5/4, shape.width)
		for i, row := range rows[:n] {
			c.alumnus(s, row, x, s.ln(top)+typeset.Length(i)*pitch, shape.width)
		}
		last = filedHead(rows[n-1])
		rows = rows[n:]
	}
	c.endedAt = ended{s, s.ln(top) + typeset.Length(max(0, level-1))*pitch}
	s.runningHeads(c, first, last)
	return rows
}

// alumniBreak is how many rows a column takes: never half a name.
func alumniBreak(rows []alumnusRow, height int) int {
	n := min(height, len(rows))
	for n > 1 && rows[n-1].turns {
		n--
	}
	return n
}

func leftOver(rows []alumnusRow, columns, height int) int {
	for range columns {
		rows = rows[alumniBreak(rows, height):]
	}
	return len(rows)
}

// alumniPagesOf is how many pages rows take with so many to a column.
func alumniPagesOf(rows []alumnusRow, columns, first, later int) (pages int) {
	for height := first; len(rows) > 0; height = later {
		for range columns {
			rows = rows[alumniBreak(rows, height):]
		}
		pages++
	}
	return pages
}

func filedHead(a alumnusRow) string {
	head, _, _ := strings.Cut(a.Filed, ",")
	return head
}

// dotAt is the centre of the dot of a year, counted from the newest.
func (c *composition) dotAt(x, w typeset.Length, back, years int) typeset.Length {
	pitch := min(typeset.MM(dotPitch), (w-typeset.MM(leastAlumnus))/typeset.Length(years))
	return x + w - typeset.MM(dotRadius) - typeset.Length(back)*pitch
}

// dotHead sets the years above the dots, as many as are legible, or from when to
// when they go where the dots of all are closer than three of them, and a rule.
func (c *composition) dotHead(s *sheet, chronicle *model.Chronicle, x, y, w typeset.Length) {
	years := len(chronicle.Years)
	s.rule(x, y+typeset.Points(3.5), w, c.theme.Rule, c.theme.Ink)
	apart := max(1, int(typeset.MM(6.5)/max(1, c.dotAt(x, w, 0, years)-c.dotAt(x, w, 1, years))))
	if apart > 1 && years <= 2*apart {
		s.textRight(x+w, y, TableNote, itoa(chronicle.Years[0].Edition.Year)+"–"+itoa(chronicle.Present().Edition.Year), furniture)
		return
	}
	for back := 0; back < years; back++ {
		if back%apart != 0 {
			continue
		}
		year := strconv.Itoa(chronicle.Years[years-1-back].Edition.Year)
		line := s.set(furniture, span{TableNote, "’" + year[max(0, len(year)-2):]})
		at := min(c.dotAt(x, w, back, years)-line.Width/2, x+w-line.Width)
		s.put(line, at, y, TableNote, furniture, s.nextBlock())
	}
}

func (c *composition) alumnus(s *sheet, a alumnusRow, x, y, w typeset.Length) {
	mark := textMark{source: page.Source{Record: string(cmp.Or(a.Person, a.Placement)), Field: model.FieldName}, role: page.ListItem}
	at := x
	if a.over {
		at += turnedOver / 2
	}
	s.put(a.line, at, y, alumnusUse(a.Alumnus), mark, s.nextBlock())
	if anchor := entryAnchorOf(a.Placement); a.Present && c.pageOf[anchor] > 0 {
		s.add(&page.Link{X: at, Y: y - 8*typeset.Pt, W: a.line.Width, H: c.theme.Type[IndexEntry].Leading, Anchor: anchor})
	}
	if a.over {
		return
	}
	years := len(a.Dots)
	middle := y - typeset.Points(2.4)
	for i, d := range a.Dots {
		r, color := typeset.MM(dotRadius), c.theme.Mid
		switch d {
		case model.DotTop:
			color = c.theme.Main
		case model.DotAbsent:
			r, color = typeset.MM(0.16), c.theme.Hair
		}
		s.add(&page.Path{Segments: page.Circle(c.dotAt(x, w, years-1-i, years), middle, r), Fill: &color})
	}
}
