package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"laurel/export/page"
	"laurel/export/typeset"
)

// letter is a line of one letter, enough to mark its place.
func letter(f *typeset.Face, r rune) typeset.Line {
	gid, _ := f.NominalGlyph(r)
	return typeset.Line{Glyphs: []typeset.Glyph{{
		Face: f, ID: gid, Size: 10000, Text: string(r), Advance: typeset.Short(f.Scale(f.GlyphAdvance(gid), 10000)),
	}}}
}

// tagged is a document with something of every role.
func tagged(t *testing.T) *page.Document {
	f := testFace(t, "SourceSans3-Regular")
	text := func(r rune, role page.Role, block int, y page.Length) *page.Text {
		return &page.Text{X: 10000, Y: y, Line: letter(f, r), Role: role, Block: block}
	}
	rule := &page.Path{Segments: page.HairLine(0, 0, 90000, 0), Stroke: &page.Color{}, Width: 500}
	return &page.Document{
		Info: page.Info{Title: "Čísla", Author: "A & B", Lang: "en-GB", Date: 1767323045000},
		Trim: page.Size{W: 100000, H: 100000},
		Pages: []*page.Page{
			{Label: "i", Section: "front", Marks: []page.Mark{
				&page.Bookmark{Title: "Číslo (1)"},
				text('A', page.Heading1, 0, 10000),
				text('B', page.TOCItem, 1, 20000),
				&page.Link{X: 9000, Y: 12000, W: 50000, H: 10000, Anchor: "C"},
				text('C', page.TOCItem, 2, 30000),
				&page.Link{X: 9000, Y: 80000, W: 50000, H: 10000, URL: "https://example.org/"},
				text('D', page.Artifact, 0, 90000),
			}},
			{Label: "ii", Section: "front", Marks: []page.Mark{text('E', page.Paragraph, 3, 10000)}},
			{Label: "1", Section: "list", Marks: []page.Mark{
				&page.Bookmark{Title: "Deep", Level: 5},
				&page.Anchor{Name: "C", Y: 5000},
				text('F', page.Paragraph, 3, 10000), // goes on from the page before
				text('G', page.ListItem, 4, 20000), rule, text('H', page.ListItem, 4, 30000),
				text('I', page.ListItem, 5, 40000),
				text('J', page.Label, 0, 50000), text('K', page.Quote, 0, 60000),
				&page.Path{Segments: page.Rect(10000, 20000, 30000, 40000), Fill: &page.Color{}, Alt: "A chart"},
				text('L', page.IndexEntry, 0, 70000),
			}},
			{Label: "2", Section: "list"},
			{Label: "Cover", Section: "list", Marks: []page.Mark{&page.Bookmark{Title: "Last"}}},
		},
	}
}

// finished gives the file of a document, read back and its streams unpacked.
func finished(t *testing.T, doc *page.Document, opt Options) *file {
	t.Helper()
	var out bytes.Buffer
	if err := Write(t.Context(), doc, &out, opt); err != nil {
		t.Fatal(err)
	}
	f, err := parse(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range f.objects {
		if o == nil || !o.isStream || o.value.(dict)["Filter"] != name("FlateDecode") {
			continue
		}
		if o.stream, err = inflate(o.stream); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// reader follows the structure of a file as a screen reader does.
type reader struct {
	*file
	t     *testing.T
	pages map[ref]int
	texts []map[int]string // of each page, the letters of each piece
}

var pieceOps = regexp.MustCompile(`(?s)/(\w+) <</MCID (\d+)>> BDC\n(.*?)EMC`)

func newReader(t *testing.T, f *file) *reader {
	r := &reader{file: f, t: t, pages: map[ref]int{}}
	kids := f.dict(f.dict(f.root)["Pages"])["Kids"].(array)
	letters := r.letters(f.dict(f.dict(kids[0])["Resources"]))
	for i, k := range kids {
		r.pages[k.(ref)] = i
		content := string(f.object(f.dict(k)["Contents"]).stream)
		if open, end := strings.Count(content, " BDC\n")+strings.Count(content, " BMC\n"), strings.Count(content, "EMC"); open != end {
			t.Errorf("page %d: %d pieces begin, %d end", i, open, end)
		}
		texts := map[int]string{}
		for _, m := range pieceOps.FindAllStringSubmatch(content, -1) {
			mcid, _ := strconv.Atoi(m[2])
			if _, twice := texts[mcid]; twice {
				t.Errorf("page %d has piece %d twice", i, mcid)
			}
			for _, code := range regexp.MustCompile(`<([0-9A-F]{4})>`).FindAllStringSubmatch(m[3], -1) {
				texts[mcid] += letters[code[1]]
			}
			if texts[mcid] == "" {
				texts[mcid] = "~" // a drawing
			}
		}
		r.texts = append(r.texts, texts)
	}
	return r
}

// letters reads the ToUnicode map of the one font.
func (r *reader) letters(resources dict) map[string]string {
	out := map[string]string{}
	font := r.dict(r.dict(resources["Font"])["F0"])
	for _, m := range regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4})>\n`).FindAllStringSubmatch(string(r.object(font["ToUnicode"]).stream), -1) {
		u, _ := strconv.ParseUint(m[2], 16, 16)
		out[m[1]] = string(rune(u))
	}
	return out
}

// outline writes an element and what is in it, "P(E F)".
func (r *reader) outline(v value, pg value, parent ref) string {
	if mcid, ok := v.(token); ok {
		n, _ := strconv.Atoi(string(mcid))
		page := r.pages[pg.(ref)]
		r.owned(page, n, parent)
		return r.texts[page][n]
	}
	if list, ok := v.(array); ok {
		var parts []string
		for _, e := range list {
			parts = append(parts, r.outline(e, pg, parent))
		}
		return strings.Join(parts, " ")
	}
	d := r.dict(v)
	switch d["Type"] {
	case name("MCR"):
		return r.outline(d["MCID"], d["Pg"], parent)
	case name("OBJR"):
		a := r.dict(d["Obj"])
		n, _ := strconv.Atoi(string(a["StructParent"].(token)))
		if got := r.parents()[n]; got != parent {
			r.t.Errorf("link %d leads back to %v, not to %v", n, got, parent)
		}
		return "@"
	}
	self := v.(ref)
	if d["P"] != parent {
		r.t.Errorf("%v stands under %v and says %v", d["S"], parent, d["P"])
	}
	if d["Pg"] != nil {
		pg = d["Pg"]
	}
	alt := ""
	if d["Alt"] != nil {
		alt = string(d["Alt"].(text)) + ": "
	}
	return fmt.Sprintf("%s(%s%s)", d["S"], alt, r.outline(d["K"], pg, self))
}

// parents reads the parent tree.
func (r *reader) parents() map[int]value {
	out := map[int]value{}
	nums := r.dict(r.dict(r.dict(r.root)["StructTreeRoot"])["ParentTree"])["Nums"].(array)
	for i := 0; i < len(nums); i += 2 {
		n, _ := strconv.Atoi(string(nums[i].(token)))
		out[n] = nums[i+1]
	}
	return out
}

// owned sees that the piece of a page leads back to its element.
func (r *reader) owned(page, mcid int, want ref) {
	list, _ := r.parents()[page].(array)
	if mcid >= len(list) || list[mcid] != want {
		r.t.Errorf("piece %d of page %d leads back to %v, not to %v", mcid, page, list, want)
	}
}

func TestReadingOrder(t *testing.T) {
	f := finished(t, tagged(t), Options{})
	r := newReader(t, f)
	root := f.dict(f.root)["StructTreeRoot"].(ref)
	got := r.outline(f.dict(root)["K"], nil, root)
	want := "Document(" +
		"Sect(H1(A) TOC(TOCI(Link(B @)) TOCI(C)) Span(Link(@)) P(E F)) " +
		"Sect(L(LI(LBody(G H)) LI(LBody(I))) Label(J) BlockQuote(K) Figure(A chart: ~) Index(IndexEntry(L))))"
	if got != want {
		t.Errorf("the reading order is\n%s\nwant\n%s", got, want)
	}
	if f.dict(f.dict(f.root)["MarkInfo"])["Marked"] != token("true") {
		t.Error("the file does not say that it is tagged")
	}
	for r, i := range r.pages {
		if got := f.dict(r)["StructParents"]; got != token(strconv.Itoa(i)) {
			t.Errorf("page %d is %v in the parent tree", i, got)
		}
	}
}

func TestOutlineAndLabels(t *testing.T) {
	f := finished(t, tagged(t), Options{})
	catalog := f.dict(f.root)
	var entries func(parent dict) string
	entries = func(parent dict) string {
		var out []string
		for at, ok := parent["First"].(ref); ok; {
			d := f.dict(at)
			title := string(d["Title"].(text))
			if strings.HasPrefix(title, "\xFE\xFF") {
				var units []uint16
				for i := 2; i < len(title); i += 2 {
					units = append(units, uint16(title[i])<<8|uint16(title[i+1]))
				}
				title = string(utf16.Decode(units))
			}
			out = append(out, fmt.Sprintf("%s %v[%s]", title, d["Count"], entries(d)))
			at, ok = d["Next"].(ref)
		}
		return strings.Join(out, " ")
	}
	outlines := f.dict(catalog["Outlines"])
	if got, want := entries(outlines), "Číslo (1) -1[Deep <nil>[]] Last <nil>[]"; got != want || outlines["Count"] != token("2") {
		t.Errorf("the outline is %s (%v), want %s (2)", got, outlines["Count"], want)
	}
	got := string(appendValue(nil, catalog["PageLabels"], nil))
	if want := "<</Nums [0 <</S /r/St 1>> 2 <</S /D/St 1>> 4 <</P (Cover)>>]>>"; got != want {
		t.Errorf("the labels are %s, want %s", got, want)
	}
}

func TestMetadata(t *testing.T) {
	f := finished(t, tagged(t), Options{})
	catalog, info := f.dict(f.root), f.dict(f.info)
	xmp := string(f.object(catalog["Metadata"]).stream)
	for _, want := range []string{
		`<rdf:li xml:lang="x-default">Čísla</rdf:li>`, "<rdf:li>A &amp; B</rdf:li>",
		"<xmp:ModifyDate>2026-01-02T03:04:05+00:00</xmp:ModifyDate>", "<pdfaid:part>1</pdfaid:part>",
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("%s is not in %s", want, xmp)
		}
	}
	if got := string(info["ModDate"].(text)); got != "D:20260102030405+00'00'" {
		t.Errorf("changed %s", got)
	}
	if !bytes.Equal(info["Title"].(text), textString("Čísla")) || string(catalog["Lang"].(text)) != "en-GB" {
		t.Errorf("title %q, language %q", info["Title"], catalog["Lang"])
	}
	if f.dict(catalog["ViewerPreferences"])["DisplayDocTitle"] != token("true") {
		t.Error("the window would show the file name instead of the title")
	}
}

// inflate unpacks a stream.
func inflate(packed []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
