package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// judge is a member of the panel as written in one line, "Ann Lee, Tide Office",
// with a portrait where the book has one.
type judge struct {
	person   string // as the index files it
	name     []typeset.Line
	role     []typeset.Line
	portrait *model.Asset
}

// judges reads the panel and gives each the portrait of the same place.
func (c *composition) judges(set *setter, section model.Section, w typeset.Length, mark textMark) (all []judge, portraits bool) {
	for i, text := range c.snapshot.Edition.Judges {
		if strings.TrimSpace(text) == "" {
			continue
		}
		name, role, _ := strings.Cut(text, ", ")
		person, _, _ := strings.Cut(name, " (")
		j := judge{person: person, name: set.balanced(mark, TableStrong, name, w), role: set.balanced(mark, ContentsNote, role, w)}
		if i < len(section.Pictures) {
			j.portrait = c.portraitAsset(section.Pictures[i])
			portraits = portraits || j.portrait != nil
		}
		all = append(all, j)
	}
	return all, portraits
}

// judgesPages set the panel in columns: below portraits, or between rules. Beside
// smaller portraits it stands under the tables of the method, where it fits
// there, or on a page that would not hold all of the large ones.
func (c *composition) judgesPages(b *binder, section model.Section) {
	set := &setter{c: c}
	mark := textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "judges"}, role: page.ListItem}
	shape := c.grid.columnsOf(typeset.MM(36), 3)
	all, portraits := c.judges(set, section, shape.width, mark)
	if len(all) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.words.say("judges"))
	rows := c.judgeRows(all, shape, mark, portraits)
	small := rows
	if portraits {
		beside, _ := c.judges(&setter{c: c}, section, shape.width-judgeBeside(shape), mark)
		small = c.judgeCards(beside, shape, mark)
	}
	s, at := c.judgesBelow(b, section, title, small)
	room := c.grid.ln(float64(c.grid.last)) - c.grid.ln(titleLine+titleGap)
	if s == nil && portraits && (len(all) > 6 || extent(rows) > room) {
		shape = c.grid.columnsOf(typeset.MM(34), 4)
		all, _ = c.judges(set, section, shape.width, mark)
		rows = c.judgeRows(all, shape, mark, portraits)
	}
	if s != nil || extent(rows) > room {
		rows = small
	}
	if s == nil {
		b.start(section, model.StartAny)
		s = b.next(section.Kind)
		s.runningHead(c, title)
		c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
		at = s.pageTitle(title) + titleGap
	}
	s.problems = append(s.problems, set.problems...)
	for {
		var col []piece
		col, rows = fillColumn(rows, s.ln(float64(c.grid.last))-s.ln(at))
		s.stack(col, s.x0(), s.ln(at))
		if len(rows) == 0 {
			return
		}
		s = b.next(section.Kind)
		s.runningHead(c, title)
		at = titleLine + 1
	}
}

// judgesBelow finds room for the panel under the method's tables; nil if none.
func (c *composition) judgesBelow(b *binder, section model.Section, title string, rows []piece) (*sheet, float64) {
	s := b.last()
	if section.Start != "" || s == nil || s != c.endedAt.on || s.page.Section != string(model.SectionMethod) {
		return nil, 0
	}
	at := c.grid.lineAt(c.endedAt.y) + 3
	if at+c.inLines(extent(rows))+2 > float64(c.grid.last) {
		return nil, 0
	}
	c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
	s.standing(s.x0(), c.grid.text, s.ln(at), SectionLabel, c.label(title), textMark{role: page.Heading2})
	return s, at + 2.25
}

// judgeRows are the rows of the panel.
func (c *composition) judgeRows(all []judge, shape indexShape, mark textMark, portraits bool) []piece {
	leading := c.theme.Leading
	var out []piece
	for row := range slices.Chunk(all, shape.columns) {
		lines := mostLines(row)
		above, tall := leading*5/4, typeset.Length(0)
		if portraits {
			tall = shape.width * 6 / 5
			tall = (tall + leading - 1) / leading * leading
		}
		height := typeset.Length(lines-1)*leading + leading*5/2 + tall
		out = append(out, piece{height: height, depth: tall + typeset.Length(lines-1)*leading, draw: func(s *sheet, x, y typeset.Length) {
			for _, j := range row {
				if portraits {
					c.placeJudge(s, j, x, y-c.capHeight(TableStrong), shape.width, tall-leading)
				} else {
					s.hairRule(x, y-above, shape.width)
				}
				s.stand(j.name, x, shape.width, y+tall, TableStrong, mark)
				s.stand(j.role, x, shape.width, y+tall+typeset.Length(len(j.name))*leading, ContentsNote, mark)
				s.people = append(s.people, j.person)
				x += shape.width + c.theme.Gutter
			}
		}})
	}
	return out
}

// mostLines is how many lines the longest name and role of a row take.
func mostLines(row []judge) (n int) {
	for _, j := range row {
		n = max(n, len(j.name)+len(j.role))
	}
	return n
}

// judgeBeside is how far from a small portrait's left edge its name stands.
func judgeBeside(shape indexShape) typeset.Length { return shape.width * 9 / 20 }

// judgeCards are rows of the panel with small portraits, name and role beside them.
func (c *composition) judgeCards(all []judge, shape indexShape, mark textMark) []piece {
	leading, beside := c.theme.Leading, judgeBeside(shape)
	w := beside - typeset.MM(4)
	h := w * 6 / 5
	var out []piece
	for row := range slices.Chunk(all, shape.columns) {
		lines := mostLines(row)
		depth := max(h-c.capHeight(TableStrong), typeset.Length(lines-1)*leading)
		lined := (depth+leading-1)/leading + 2
		out = append(out, piece{height: lined * leading, depth: depth, draw: func(s *sheet, x, y typeset.Length) {
			for _, j := range row {
				c.placeJudge(s, j, x, y-c.capHeight(TableStrong), w, h)
				s.putLines(j.name, x+beside, y, TableStrong, mark)
				s.putLines(j.role, x+beside, y+typeset.Length(len(j.name))*leading, ContentsNote, mark)
				s.people = append(s.people, j.person)
				x += shape.width + c.theme.Gutter
			}
		}})
	}
	return out
}

// placeJudge draws a portrait, or the designed monogram of who sent none.
func (c *composition) placeJudge(s *sheet, j judge, x, y, w, h typeset.Length) {
	if j.portrait != nil {
		alt := cmp.Or(j.portrait.Alt, c.words.say("portrait of", "name", j.person))
		s.picture(j.portrait, x, y, w, h, alt, c.bookSource())
		if portrait, ok := s.page.Marks[len(s.page.Marks)-1].(*page.Picture); ok {
			portrait.Grey, portrait.Tone = c.theme.Portrait.Grey, c.theme.Portrait.Tone
		}
		return
	}
	s.fill(x, y, w, h, c.theme.Tint, page.Source{})
	line, _ := s.fitLine(w/2, 100, s.styled([]span{{Monogram, model.ParseName(j.person).Monogram()}}, true))
	s.put(line, x+(w-line.Width)/2, y+(h+c.capsOf(line))/2, Monogram, furniture, s.nextBlock())
}
