package pdf

import (
	"laurel/export/page"
)

// standardRole is the structure type of a role (ISO 32000-1, 14.8.4).
var standardRole = map[page.Role]name{
	page.Heading1: "H1", page.Heading2: "H2", page.Heading3: "H3",
	page.Paragraph: "P", page.Caption: "Caption", page.Label: "Label",
	page.ListItem: "LI", page.Figure: "Figure", page.TOCItem: "TOCI",
	page.IndexEntry: "IndexEntry", page.Quote: "BlockQuote",
}

// ownRoles maps the types that are not standard to those that are.
var ownRoles = dict{"Label": name("P"), "IndexEntry": name("P")}

// element is a leaf of the reading order: a block of text or a figure.
type element struct {
	role   name
	alt    string
	box    []page.Length // of a figure: left, bottom, right, top
	pieces []piece
	links  []annotation
}

// annotation is a link: the how-manieth of which page.
type annotation struct{ page, index int }

// piece is a stretch of a page's content that belongs to an element.
type piece struct{ page, mcid int }

// section is what the pages of one section of the book hold.
type section struct {
	key      string
	elements []*element
}

// tagger collects the reading order while pages are painted: the order of the
// marks, with the marks of a block brought together.
type tagger struct {
	sections []*section
	blocks   map[int]*element
	page     int
	owners   [][]*element // of each page, the element of each piece
	placed   []placed     // text of the current page
	links    []page.Link  // of the current page, in the order of the file
}

// placed is where a line of an element begins.
type placed struct {
	at page.Point
	of *element
}

func newTagger() *tagger { return &tagger{blocks: map[int]*element{}, page: -1} }

// turn goes to the next page.
func (t *tagger) turn(key string) {
	t.page++
	t.owners = append(t.owners, nil)
	if n := len(t.sections); n == 0 || t.sections[n-1].key != key {
		t.sections = append(t.sections, &section{key: key})
	}
}

// link notes the next annotation of the page.
func (t *tagger) link(l *page.Link) { t.links = append(t.links, *l) }

// endPage gives each link of the page to the element it lies on: the first
// whose line begins in its rectangle.
func (t *tagger) endPage() {
	for i, l := range t.links {
		to := (*element)(nil)
		for _, p := range t.placed {
			if p.at.X >= l.X-page.Length(1000) && p.at.X < l.X+l.W && p.at.Y >= l.Y && p.at.Y <= l.Y+l.H {
				to = p.of
				break
			}
		}
		if to == nil {
			to = t.append(&element{role: "Span"})
		}
		to.links = append(to.links, annotation{t.page, i})
	}
	t.placed, t.links = t.placed[:0], t.links[:0]
}

// textElement gives the element that a line of text belongs to.
func (t *tagger) textElement(m *page.Text) *element {
	role, ok := standardRole[m.Role]
	if !ok {
		return nil
	}
	e := t.blocks[m.Block]
	if m.Block <= 0 || e == nil {
		e = t.append(&element{role: role})
		t.blocks[m.Block] = e
	}
	t.placed = append(t.placed, placed{page.Point{X: m.X, Y: m.Y}, e})
	return e
}

// figure makes the element of a picture or drawing; nil where it has no
// description and so tells a listener nothing.
func (t *tagger) figure(alt string, box []page.Length) *element {
	if alt == "" {
		return nil
	}
	return t.append(&element{role: "Figure", alt: alt, box: box})
}

func (t *tagger) append(e *element) *element {
	s := t.sections[len(t.sections)-1]
	s.elements = append(s.elements, e)
	return e
}

// begin opens a piece of an element on the current page and gives its number.
func (t *tagger) begin(e *element) int {
	mcid := len(t.owners[t.page])
	t.owners[t.page] = append(t.owners[t.page], e)
	e.pieces = append(e.pieces, piece{t.page, mcid})
	return mcid
}
