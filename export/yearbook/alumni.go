package yearbook

import (
	"cmp"
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
	dotPitch      = 2.9  // mm, where there is room
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
	all := chronicle.Alumni()
	years := len(chronicle.Years)
	first, last := chronicle.Years[0].Edition.Year, chronicle.Present().Edition.Year
	title := cmp.Or(section.Title, c.words.say("alumni", "first", itoa(first), "last", itoa(last)))
	note := c.words.plural("alumni count", len(all))
	shape := c.grid.columnsOf(typeset.MM(leastAlumnus+float64(years)*leastDotPitch), 4)
	b.start(section, model.StartAny)
	for begun := false; len(all) > 0; begun = true {
		s := b.next(section.Kind)
		top := titleLine + 1
		if !begun {
			c.beginSection(s, c.anchorOf(section.Kind), title, c.words.plural("alumni note", len(all)), nil)
			at := s.pageTitle(title) + 3
			at += float64(s.paragraph(s.x0(), s.ln(at), c.grid.text, ContentsNote, note, textMark{role: page.Caption}))
			c.dotKey(s, s.ln(at))
			top = at + 4
		}
		all = c.alumniPage(s, all, chronicle, shape, top)
	}
}

// dotKey explains the dots.
func (c *composition) dotKey(s *sheet, y typeset.Length) {
	r := typeset.MM(dotRadius)
	x := s.x0()
	for _, d := range []struct {
		color page.Color
		word  string
	}{{c.theme.Main, "in the top"}, {c.theme.Mid, "included"}} {
		s.add(&page.Path{Segments: page.Circle(x+r, y-typeset.Points(2.6), r), Fill: &d.color})
		x += 2*r + typeset.Points(5)
		x += s.text(x, y, ContentsNote, c.words.say(d.word, "count", c.words.count(c.topSize())), furniture) + typeset.Points(16)
	}
}

// alumniPage fills the columns of a page and gives the people left over.
func (c *composition) alumniPage(s *sheet, all []model.Alumnus, chronicle *model.Chronicle, shape indexShape, top float64) []model.Alumnus {
	pitch := c.theme.Type[IndexEntry].Leading
	height := int((s.ln(float64(c.grid.last))-s.ln(top))/pitch) + 1
	rows := min(height, (len(all)+shape.columns-1)/shape.columns)
	first, last := filedHead(all[0]), ""
	for col := range shape.columns {
		x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
		n := min(rows, len(all))
		if n == 0 {
			break
		}
		c.dotHead(s, chronicle, x, s.ln(top)-pitch*5/4, shape.width)
		for i, a := range all[:n] {
			c.alumnus(s, a, x, s.ln(top)+typeset.Length(i)*pitch, shape.width)
		}
		last = filedHead(all[n-1])
		all = all[n:]
	}
	s.runningHeads(c, first, last)
	return all
}

func filedHead(a model.Alumnus) string {
	head, _, _ := strings.Cut(a.Filed, ",")
	return head
}

// dotAt is the centre of the dot of a year, counted from the newest.
func (c *composition) dotAt(x, w typeset.Length, back, years int) typeset.Length {
	pitch := min(typeset.MM(dotPitch), (w-typeset.MM(leastAlumnus))/typeset.Length(years))
	return x + w - typeset.MM(dotRadius) - typeset.Length(back)*pitch
}

// dotHead sets the years above the dots, as many as are legible, and a rule.
func (c *composition) dotHead(s *sheet, chronicle *model.Chronicle, x, y, w typeset.Length) {
	years := len(chronicle.Years)
	apart := max(1, int(typeset.MM(6.5)/max(1, c.dotAt(x, w, 0, years)-c.dotAt(x, w, 1, years))))
	for back := 0; back < years; back++ {
		if back%apart != 0 {
			continue
		}
		year := strconv.Itoa(chronicle.Years[years-1-back].Edition.Year)
		line := s.set(furniture, span{TableNote, "’" + year[max(0, len(year)-2):]})
		at := min(c.dotAt(x, w, back, years)-line.Width/2, x+w-line.Width)
		s.put(line, at, y, TableNote, furniture, s.nextBlock())
	}
	s.rule(x, y+typeset.Points(3.5), w, c.theme.Rule, c.theme.Ink)
}

func (c *composition) alumnus(s *sheet, a model.Alumnus, x, y, w typeset.Length) {
	use := IndexEntry
	if a.Present {
		use = IndexMain
	}
	mark := textMark{source: page.Source{Record: string(cmp.Or(a.Person, a.Placement)), Field: model.FieldName}, role: page.ListItem}
	years := len(a.Dots)
	room := c.dotAt(x, w, years-1, years) - typeset.MM(dotRadius+1) - x
	line := s.fit(mark, use, model.ArticleLast(a.Filed), room)
	s.put(line, x, y, use, mark, s.nextBlock())
	if _, here := c.pageOf[entryAnchorOf(a.Placement)]; here && a.Present {
		s.add(&page.Link{X: x, Y: y - 8*typeset.Pt, W: line.Width, H: c.theme.Type[IndexEntry].Leading, Anchor: entryAnchorOf(a.Placement)})
	}
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
