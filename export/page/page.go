// Package page is the display list between composing and painting: a page is
// a size and a list of marks in painting order, each knowing the record and
// field it shows. It holds no rule of layout and writes no file.
//
// All positions are measured from the top left corner of the trimmed page,
// x to the right and y downwards. Marks may lie outside the trim (bleed).
package page

import "laurel/export/typeset"

// Length is re-exported so that code that places marks reads naturally.
type Length = typeset.Length

// Document is a whole book (or one section of it), ready to be painted.
type Document struct {
	Info  Info
	Trim  Size
	Bleed Length   // how far pages are drawn beyond the trim; shown in a press file only
	Folds []Length // of a cover: where the sheet is folded, from the left edge of the trim
	Pages []*Page
}

// Info is what the file says of itself.
type Info struct {
	Title, Author, Subject, Creator string
	Lang                            string // BCP 47, as "en-GB"
	Date                            int64  // Unix milliseconds, UTC: the last change of the data, never the clock
}

// Size is a width and a height.
type Size struct{ W, H Length }

// Page is one side of a leaf.
type Page struct {
	Label   string // the folio as printed or as a page label would say it: "iv", "12"
	Section string // the key of the section that the page belongs to
	Verso   bool   // left-hand page
	Marks   []Mark
}

// Mark is a thing on a page: *Text, *Picture, *Path, *Link, *Anchor, *Bookmark or *Clip.
type Mark interface{ isMark() }

// Source says where a mark comes from, so that the window can go from the page
// to the field and back. The zero Source is furniture (a rule, a folio).
type Source struct {
	Record string // id of the record
	Field  string // name of its field
	Start  int    // for text: byte range in the field's printed text
	End    int
}

// Role is what a mark is to a screen reader.
type Role uint8

// The roles. Artifact marks are left out of the reading order.
const (
	Artifact Role = iota
	Heading1
	Heading2
	Heading3
	Paragraph
	Caption
	Label
	ListItem
	Figure
	TOCItem
	IndexEntry
	Quote
)

// Text is one line of glyphs set from left to right.
type Text struct {
	X, Y   Length // start of the baseline
	Line   typeset.Line
	Color  Color
	Source Source
	Role   Role
	Turned bool // set downwards, its foot to the left, as on the spine of a book
	Block  int  // marks of one block (a paragraph over several lines) share a number > 0 within the document
}

// Picture is a photo drawn into a rectangle.
type Picture struct {
	X, Y, W, H Length
	Photo      string // key by which the painter asks its source for the pixels
	Crop       Crop   // part of the photo that fills the rectangle
	Chosen     bool   // somebody chose the crop, and may have cut somebody away with it
	Grey       bool   // printed in black only
	Tone       Tone   // printed in the tones between two colours and white
	Oval       bool   // clipped to the ellipse in the rectangle
	Alt        string // description for those who cannot see it
	Source     Source
}

// Tone is what a picture's shades of grey print as, as a printer's duotone does:
// black as Dark, middle grey as Middle, white as the paper, all others between.
// The zero Tone leaves a picture its own colours.
type Tone struct{ Dark, Middle Color }

// Crop is a part of a picture in fractions of its width and height. The zero
// Crop is the whole picture.
type Crop struct{ X, Y, W, H float64 }

// Path is a filled or stroked outline.
type Path struct {
	Segments []Segment
	Fill     *Color
	Stroke   *Color
	Width    Length // of the stroke
	Dash     []Length
	EvenOdd  bool
	Source   Source
	Alt      string // if it is a figure of its own (a QR code, a chart)
}

// Op is what a segment of a path does.
type Op uint8

// The segment operators; Points used: Move 1, Line 1, Cubic 3, Close 0.
const (
	Move Op = iota
	Line
	Cubic
	Close
)

// Segment is one step of a path.
type Segment struct {
	Op Op
	P  [3]Point
}

// Point is a place on the page.
type Point struct{ X, Y Length }

// Link is a rectangle that leads somewhere: to a URL or to an Anchor.
type Link struct {
	X, Y, W, H Length
	URL        string // http, https or mailto
	Anchor     string // name of an Anchor of the same document
}

// Anchor is a place that links lead to.
type Anchor struct {
	Name string
	Y    Length
}

// Bookmark is an entry of the outline that a reader shows beside the pages.
type Bookmark struct {
	Title string
	Level int // 0 for a section, 1 for a person
	Y     Length
}

// Clip lets the marks after it show inside a rectangle only, up to the next
// Clip. One without a size ends it.
type Clip struct{ X, Y, W, H Length }

// Color is a colour of the page in both worlds, because a press colour cannot
// be computed from a screen colour. Black text is K only.
type Color struct {
	R, G, B    uint8
	C, M, Y, K uint8 // per cent
}

func (*Text) isMark()     {}
func (*Picture) isMark()  {}
func (*Path) isMark()     {}
func (*Link) isMark()     {}
func (*Anchor) isMark()   {}
func (*Bookmark) isMark() {}
func (*Clip) isMark()     {}

// Rect gives the outline of a rectangle.
func Rect(x, y, w, h Length) []Segment {
	return []Segment{
		{Op: Move, P: [3]Point{{x, y}}},
		{Op: Line, P: [3]Point{{x + w, y}}},
		{Op: Line, P: [3]Point{{x + w, y + h}}},
		{Op: Line, P: [3]Point{{x, y + h}}},
		{Op: Close},
	}
}
