package chart

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"laurel/export/page"
)

// WriteSVG writes the chart as a drawing that looks the same everywhere: its
// letters are outlines. Its text can be read aloud.
func (c *Chart) WriteSVG(w io.Writer, ground page.Color, margin Length) error {
	var b bytes.Buffer
	wide, high := point(c.W+2*margin), point(c.H+2*margin)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]spt" height="%[2]spt" viewBox="0 0 %[1]s %[2]s" role="img">`+"\n", wide, high)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped(c.Alt))
	fmt.Fprintf(&b, `<rect width="%s" height="%s" fill="%s"/>`+"\n", wide, high, hex(ground))
	for _, m := range c.At(margin, margin) {
		switch m := m.(type) {
		case *page.Text:
			if d := outline(m.Outline()); d != "" {
				fmt.Fprintf(&b, `<path aria-label="%s" fill="%s" d="%s"/>`+"\n", escaped(textOf(m)), hex(m.Color), d)
			}
		case *page.Path:
			b.WriteString(svgPath(m))
		}
	}
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

func svgPath(m *page.Path) string {
	if m.Fill == nil && m.Stroke == nil {
		return ""
	}
	fill, stroke := "none", ""
	if m.Fill != nil {
		fill = hex(*m.Fill)
	}
	if m.Stroke != nil {
		stroke = fmt.Sprintf(` stroke="%s" stroke-width="%s" stroke-linejoin="round"`, hex(*m.Stroke), point(m.Width))
	}
	return fmt.Sprintf(`<path fill="%s"%s d="%s"/>`+"\n", fill, stroke, outline(m.Segments))
}

// textOf is what a line of glyphs says, in the order of the page.
func textOf(m *page.Text) string {
	var s strings.Builder
	for _, g := range m.Line.Glyphs {
		s.WriteString(g.Text)
	}
	return s.String()
}

func outline(segments []page.Segment) string {
	var d []byte
	add := func(op byte, points ...page.Point) {
		d = append(d, op)
		for i, p := range points {
			if i > 0 {
				d = append(d, ' ')
			}
			d = append(append(append(d, point(p.X)...), ' '), point(p.Y)...)
		}
	}
	for _, s := range segments {
		switch s.Op {
		case page.Move:
			add('M', s.P[0])
		case page.Line:
			add('L', s.P[0])
		case page.Cubic:
			add('C', s.P[:]...)
		case page.Close:
			d = append(d, 'Z')
		}
	}
	return string(d)
}

// point writes a length in points, without needless noughts.
func point(l Length) string { return strconv.FormatFloat(float64(l)/1000, 'f', -1, 64) }

func hex(c page.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escaped makes a text safe within XML; what XML cannot hold is left out.
func escaped(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}

// WriteCSV writes what the chart shows as a table (RFC 4180, UTF-8). A cell
// that a spreadsheet would take for a formula is kept from being one.
func (c *Chart) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range c.Table {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless puts an apostrophe before what a spreadsheet would work out
// (OWASP, CSV injection). A tied rank "=3" is a formula to it, too.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		if _, err := strconv.ParseFloat(cell, 64); err != nil {
			return "'" + cell
		}
	}
	return cell
}

// TSV is the table as spreadsheets take it from the clipboard.
func (c *Chart) TSV() string {
	var b strings.Builder
	for _, row := range c.Table {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(harmless(strings.Join(strings.Fields(cell), " ")))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
