package yearbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// image is the picture that a paragraph consists of, nil where it is text.
func image(n ast.Node) *ast.Image {
	if n.Kind() != ast.KindParagraph && n.Kind() != ast.KindTextBlock || n.ChildCount() != 1 {
		return nil
	}
	i, _ := n.FirstChild().(*ast.Image)
	return i
}

func (m matter) isPicture(n ast.Node) bool {
	i := image(n)
	return i != nil && m.c.assetCalled(string(i.Destination)) != nil
}

// assetCalled finds a picture of the book by its ID or name.
func (c *composition) assetCalled(name string) *model.Asset {
	if a, ok := c.snapshot.Assets[model.ID(name)]; ok && a.Kind != model.AssetFont {
		return &a
	}
	var found *model.Asset
	for id, a := range c.snapshot.Assets {
		if a.Kind != model.AssetFont && model.Fold(a.Name) == model.Fold(name) && (found == nil || id < found.ID) {
			found = &a
		}
	}
	return found
}

// picture sets a paragraph that is nothing but a picture of the book, as wide as
// the text, with its title as a caption. It is nil where there is no such
// picture; then its description prints as text.
func (m matter) picture(n ast.Node) []piece {
	i := image(n)
	if i == nil {
		return nil
	}
	asset := m.c.assetCalled(string(i.Destination))
	if asset == nil || asset.Width <= 0 || asset.Height <= 0 {
		return nil
	}
	leading := m.c.theme.Type[m.voice.text].Leading
	w, h := m.w, m.w*typeset.Length(asset.Height)/typeset.Length(asset.Width)
	if most := m.c.grid.ln(float64(m.c.grid.last)) - m.c.grid.ln(titleLine) - 6*leading; h > most {
		w, h = w*most/h, most
	}
	alt := m.plain(i)
	if alt == "" {
		alt = asset.Alt
	}
	above := m.c.capHeight(m.voice.text)
	lines := typeset.Length(1 + (h-above+leading-1)/leading)
	out := []piece{{height: lines * leading, depth: h - above, draw: func(s *sheet, x, y typeset.Length) {
		s.picture(asset, x, y-above, w, h, alt, m.source)
	}}}
	if caption := strings.TrimSpace(string(i.Title)); caption != "" {
		out[0].keep = true
		mark := textMark{source: m.source, role: page.Caption}
		out = append(out, m.linePieces(m.lines(mark, Caption, caption, m.w), Caption, 0, mark, nil)...)
		out = append(out, white(leading))
	}
	return out
}

// picture draws a picture of the book.
func (s *sheet) picture(a *model.Asset, x, y, w, h typeset.Length, alt string, source page.Source) {
	photo := model.Photo{Width: a.Width, Height: a.Height, FocalX: 0.5, FocalY: 0.5}
	s.add(&page.Picture{
		X: x, Y: y, W: w, H: h, Photo: a.Key, Alt: alt,
		Crop: fitCrop(&photo, model.Crop{}, float64(w)/float64(h)), Source: source,
	})
	s.checkAsset(a, w, h, photo)
}

// checkAsset reports a picture of the book with too few pixels for its place.
func (s *sheet) checkAsset(a *model.Asset, w, h typeset.Length, photo model.Photo) {
	part := fitCrop(&photo, model.Crop{}, float64(w)/float64(h))
	dpi := int(part.W * float64(a.Width) / (float64(w) / float64(72*typeset.Pt)))
	if dpi >= wantedResolution {
		return
	}
	severity := model.Warning
	if dpi < leastResolution {
		severity = model.Error
	}
	s.problem(model.Problem{
		Severity: severity, Kind: model.ProblemLowResolution, Field: model.FieldYearbook,
		Text:   model.Say("The picture {{.Name}} prints at {{.Dpi}} dpi; {{.Wanted}} are asked for.", "Name", a.Name, "Dpi", dpi, "Wanted", wantedResolution),
		Remedy: model.Say("Take a larger picture."),
	})
}

// tableCell is a cell of a table, set.
type tableCell struct {
	lines []typeset.Line
	use   Use
	share float64 // of a percentage, drawn as a bar before it; below 0: none
}

// table sets a table between hair rules: its first column in semibold, a column
// of percentages with bars. A head without text is left out.
func (m matter) table(t *tables.Table) []piece {
	var out []piece
	widths := m.columnWidths(len(t.Alignments))
	most := m.mostPerCent(t)
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*tables.TableHeader)
		if head && m.plainCells(row) == "" {
			continue
		}
		out = append(out, m.tableRow(row, head, widths, most))
	}
	if len(out) == 0 {
		return nil
	}
	out[0].keep = true
	return out
}

func (m matter) plainCells(row ast.Node) string {
	var b strings.Builder
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		b.WriteString(m.plain(c))
	}
	return b.String()
}

func (m matter) tableRow(row ast.Node, head bool, widths []typeset.Length, most float64) piece {
	mark := textMark{source: m.source, role: page.ListItem}
	leading := m.c.theme.Type[Table].Leading
	var cells []tableCell
	lines := 1
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		c := tableCell{use: Table, share: -1}
		text := m.plain(n)
		value, isShare := perCent(text)
		switch {
		case head:
			c.use, text = Label, strings.ToUpper(text)
		case len(cells) == 0:
			c.use = TableStrong
		case isShare:
			c.use, c.share = TableStrong, value/most
		case len(cells) > 1:
			c.use = ContentsNote
		}
		width := widths[len(cells)]
		c.lines = shifted(m.balanced(mark, c.use, text, width), width, alignmentOf(n))
		lines = max(lines, len(c.lines))
		cells = append(cells, c)
	}
	height := typeset.Length(lines-1)*leading + leading*3/2
	return piece{height: height, draw: func(s *sheet, x, y typeset.Length) {
		s.hairRule(x, y-leading, m.w)
		for i, c := range cells {
			m.drawCell(s, c, x, y, widths[i])
			x += widths[i] + m.c.theme.Gutter
		}
	}}
}

// alignmentOf is the side of its column that a cell stands on.
func alignmentOf(cell ast.Node) tables.Alignment {
	if c, ok := cell.(*tables.TableCell); ok {
		return c.Alignment
	}
	return tables.AlignNone
}

// shifted moves lines to the side of their width that a column of a table asks for.
func shifted(lines []typeset.Line, width typeset.Length, to tables.Alignment) []typeset.Line {
	out := slices.Clone(lines) // those of the same text elsewhere stay where they are
	for i := range out {
		switch free := width - out[i].Width; to {
		case tables.AlignRight:
			out[i].Indent += free
		case tables.AlignCenter:
			out[i].Indent += free / 2
		}
	}
	return out
}

// columnWidths are those of a table's columns: equal, but for two, of which the
// second has twice the room.
func (m matter) columnWidths(columns int) []typeset.Length {
	gap := m.c.theme.Gutter
	if columns == 2 {
		first := (m.w - 2*gap) / 3
		return []typeset.Length{first, m.w - gap - first}
	}
	widths := make([]typeset.Length, columns)
	for i := range widths {
		widths[i] = (m.w - typeset.Length(columns-1)*gap) / typeset.Length(columns)
	}
	return widths
}

func (m matter) drawCell(s *sheet, c tableCell, x, y, w typeset.Length) {
	mark := textMark{source: m.source, role: page.ListItem}
	if c.share >= 0 {
		length := typeset.Length(c.share * float64(w) * 0.72)
		s.fill(x, y-m.c.capHeight(c.use)-typeset.Points(0.75), length, m.c.capHeight(c.use)+typeset.Points(1.5), m.c.theme.Mid, page.Source{})
		x += length + typeset.MM(1.8)
	}
	s.putLines(c.lines, x, y, c.use, mark)
}

// mostPerCent is the largest percentage of a table.
func (m matter) mostPerCent(t *tables.Table) float64 {
	most := 0.0
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			if v, ok := perCent(m.plain(c)); ok {
				most = max(most, v)
			}
		}
	}
	return most
}

// perCent reads "30%" or "30 per cent"; nothing else is a percentage.
func perCent(text string) (float64, bool) {
	for _, sign := range []string{"%", "per cent", "percent"} {
		if number, ok := strings.CutSuffix(strings.TrimSpace(text), sign); ok {
			v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(number), ",", ".", 1), 64)
			return v, err == nil && v > 0 && v <= 100
		}
	}
	return 0, false
}

// isTable says whether a block of Markdown is a table.
func isTable(n ast.Node) bool { return n.Kind() == tables.KindTable }

// tablesApart divides Markdown into what runs in columns and its tables, which
// want the whole width; a heading directly before a table goes with it.
func tablesApart(markdown string) (running string, apart []string) {
	doc, text := parsed(markdown)
	end := len(text)
	var cuts [][2]int
	for n := doc.LastChild(); n != nil; n = n.PreviousSibling() {
		if !isTable(n) {
			continue
		}
		from, to := blockStart(n, text), end
		if next := n.NextSibling(); next != nil {
			to = blockStart(next, text)
		}
		if prev := n.PreviousSibling(); prev != nil && prev.Kind() == ast.KindHeading {
			from = blockStart(prev, text)
		}
		cuts = append(cuts, [2]int{from, to})
	}
	slices.Reverse(cuts)
	at := 0
	var b strings.Builder
	for _, cut := range cuts {
		b.Write(text[at:cut[0]])
		apart = append(apart, string(text[cut[0]:cut[1]]))
		at = cut[1]
	}
	b.Write(text[at:])
	return b.String(), apart
}

// blockStart is the byte where the line begins on which a block does.
func blockStart(n ast.Node, text []byte) int {
	first := -1
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if first >= 0 || !entering {
			return ast.WalkStop, nil
		}
		if n.Type() != ast.TypeInline && n.Lines().Len() > 0 {
			first = n.Lines().At(0).Start
		} else if t, ok := n.(*ast.Text); ok {
			first = t.Segment.Start
		}
		return ast.WalkContinue, nil
	})
	for first > 0 && text[first-1] != '\n' {
		first--
	}
	return max(0, first)
}
