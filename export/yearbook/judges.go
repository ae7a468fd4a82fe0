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
	text     string // the name as it prints
	name     []typeset.Line
	role     []typeset.Line
	portrait *model.Asset
}

// judges reads the panel, its texts set in a width, and gives each the portrait of
// the same place. whole says that none is divided within a word.
func (c *composition) judges(section model.Section, w typeset.Length) (all []judge, portraits, whole bool) {
	set, mark := &setter{c: c}, c.panelMark()
	whole = true
	for i, text := range c.snapshot.Edition.Judges {
		if strings.TrimSpace(text) == "" {
			continue
		}
		name, role, _ := strings.Cut(text, ", ")
		person, _, _ := strings.Cut(name, " (")
		j := judge{person: person, text: name, name: set.balanced(mark, TableStrong, name, w), role: set.balanced(mark, ContentsNote, role, w)}
		whole = whole && !parted(name, j.name) && torn(name, j.name)+torn(role, j.role) == 0 && widest(j.name) <= w
		if i < len(section.Pictures) {
			j.portrait = c.portraitAsset(section.Pictures[i])
			portraits = portraits || j.portrait != nil
		}
		all = append(all, j)
	}
	return all, portraits, whole
}

func (c *composition) panelMark() textMark {
	return textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "judges"}, role: page.ListItem}
}

// judgesPages set the panel under the tables of the method, where it has room
// there, else on a page of its own.
func (c *composition) judgesPages(b *binder, section model.Section) {
	if all, _, _ := c.judges(section, c.grid.text); len(all) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.words.say("judges"))
	s, at, rows := c.judgesBelow(b, section, title)
	if s == nil {
		b.start(section, model.StartAny)
		s = b.next(section.Kind)
		s.runningHead(c, title)
		c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
		at = s.pageTitle(title) + titleGap
		rows, _ = c.panel(append(c.openPanels(section), c.panels(section)...), c.grid.ln(float64(c.grid.last))-c.grid.ln(at))
	}
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

// panel sets the judges so that they fill room as well as they can: between rules,
// or with portraits above or beside their names. fits says whether all have room,
// else they are as small as can be.
func (c *composition) panel(ways [][]piece, room typeset.Length) (rows []piece, fits bool) {
	for _, try := range ways {
		if takes := extent(try); takes <= room && (!fits || takes > extent(rows)) {
			rows, fits = try, true
		} else if !fits {
			rows = try
		}
	}
	if fits && len(ways) > 1 {
		rows = loosened(rows, room, 3*c.theme.Leading)
	}
	return rows, fits
}

// The widths in mm that a judge's name needs, below the portrait and beside it.
const judgeBelow, judgeBeside = 34, 33

// panels are the ways to set the judges, the smallest last.
func (c *composition) panels(section model.Section) (ways [][]piece) {
	for most := 3; most <= 6; most++ {
		shape := c.grid.columnsOf(typeset.MM(judgeBelow), most)
		all, portraits, _ := c.judges(section, shape.width)
		if !portraits {
			return [][]piece{c.judgeRows(all, shape, false)}
		}
		// A row of very few below full ones looks as if some were missing.
		if last := len(all) % most; shape.columns == most && (last == 0 || last >= most-1 || len(all) < most && most == 3) {
			ways = append(ways, c.judgeRows(all, shape, true))
		}
	}
	for most := 2; most <= 3; most++ {
		shape := c.grid.columnsOf(typeset.MM(judgeBeside), most)
		for share := mostBeside; share >= leastBeside[most]; share -= 5 {
			beside := shape.width * share / 100
			all, _, whole := c.judges(section, shape.width-beside)
			_, h := cardPortrait(beside)
			if whole && c.theme.Leading*typeset.Length(mostLines(all)-1) <= h || most == 3 && share == leastBeside[most] {
				ways = append(ways, c.judgeCards(all, shape, beside))
			}
		}
	}
	return ways
}

// loosened gives rows up to more white between them, as far as room allows.
func loosened(rows []piece, room, more typeset.Length) []piece {
	each := min(more, (room-extent(rows))/typeset.Length(max(1, len(rows)-1)))
	for i := range rows {
		rows[i].height += each
	}
	return rows
}

// judgesBelow finds room for the panel under the method's tables; nil if none.
func (c *composition) judgesBelow(b *binder, section model.Section, title string) (s *sheet, at float64, rows []piece) {
	s = b.last()
	if section.Start != "" || s == nil || s != c.endedAt.on || s.page.Section != string(model.SectionMethod) {
		return nil, 0, nil
	}
	label := c.grid.lineAt(c.endedAt.y) + 3
	at = label + 2.25
	rows, fits := c.panel(c.panels(section), c.grid.ln(float64(c.grid.last))-c.grid.ln(at))
	if !fits {
		return nil, 0, nil
	}
	c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
	s.standing(s.x0(), c.grid.text, s.ln(label), SectionLabel, c.label(title), textMark{role: page.Heading2})
	return s, at, rows
}

// judgeRows are the rows of the panel.
func (c *composition) judgeRows(all []judge, shape indexShape, portraits bool) []piece {
	leading, mark := c.theme.Leading, c.panelMark()
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

// openPanels are the ways to set the judges that only a page of their own has:
// without portraits in large type, one below the other.
func (c *composition) openPanels(section model.Section) [][]piece {
	all, portraits, _ := c.judges(section, c.grid.text)
	if portraits {
		return nil
	}
	leading, mark, set := c.theme.Leading, c.panelMark(), &setter{c: c}
	var out []piece
	for _, j := range all {
		name := set.balanced(mark, ContentsTitle, j.text, c.grid.text)
		below := typeset.Length(len(name))*c.theme.Type[ContentsTitle].Leading - leading/4
		depth := below + typeset.Length(max(0, len(j.role)-1))*leading
		out = append(out, piece{height: depth + 2*leading, depth: depth, draw: func(s *sheet, x, y typeset.Length) {
			s.hairRule(x, y-leading*7/4, c.grid.text)
			s.stand(name, x, c.grid.text, y, ContentsTitle, mark)
			s.stand(j.role, x, c.grid.text, y+below, ContentsNote, mark)
			s.people = append(s.people, j.person)
		}})
	}
	return [][]piece{out}
}

// mostLines is how many lines the longest name and role of a row take.
func mostLines(row []judge) (n int) {
	for _, j := range row {
		n = max(n, len(j.name)+len(j.role))
	}
	return n
}

// The most that the name of a judge stands right of the left edge of the portrait
// beside it, in hundredths of the column, and the least of two columns and of three.
const mostBeside typeset.Length = 60

var leastBeside = map[int]typeset.Length{2: 35, 3: 45}

// cardPortrait is the size of a portrait that has a name so far right of its left edge.
func cardPortrait(beside typeset.Length) (w, h typeset.Length) {
	w = beside - typeset.MM(4)
	return w, w * 6 / 5
}

// judgeCards are rows of the panel with names and roles beside the portraits, so
// far from their left edges.
func (c *composition) judgeCards(all []judge, shape indexShape, beside typeset.Length) []piece {
	leading, mark := c.theme.Leading, c.panelMark()
	w, h := cardPortrait(beside)
	var out []piece
	for row := range slices.Chunk(all, shape.columns) {
		lines := mostLines(row)
		depth := max(h-c.capHeight(TableStrong), typeset.Length(lines-1)*leading)
		lined := (depth+leading-1)/leading + 1
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
