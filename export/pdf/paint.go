package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"laurel/export/page"
)

// painted is what the painter leaves for the finisher.
type painted struct {
	raw    []byte    // the file as gofpdf wrote it: pages without content
	pages  []*object // the content of each page
	slots  *slots
	fonts  *fontBook
	tags   *tagger
	titles []string // of the outline entries, in order
	levels []int
}

// painter draws the pages of a document with gofpdf.
type painter struct {
	doc     *page.Document
	sheet   sheet
	press   bool
	slots   *slots
	pdf     *gofpdf.Fpdf
	fonts   *fontBook
	tags    *tagger
	anchors map[string]int // gofpdf's number for each anchor that exists
	titles  []string
	levels  []int
	pages   []*object

	content content
	open    *element // whose piece is being written
	closer  bool     // a piece or an artifact is open
	clipped *state   // what was set before the clip that is open
}

// paint draws all pages. gofpdf panics on input that it does not expect; that
// comes back as an error.
func paint(ctx context.Context, doc *page.Document, opt *Options, s *slots, step func()) (done *painted, err error) {
	packing := startPacking(opt.Level)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("painting the pages: %v", r)
		}
		if err = errors.Join(err, packing.wait()); err != nil {
			done = nil
		}
	}()
	p := &painter{
		doc: doc, sheet: sheetOf(doc, opt), press: opt.Press != nil, slots: s,
		fonts: newFontBook(), tags: newTagger(), anchors: map[string]int{},
	}
	p.start()
	for i, pg := range doc.Pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := p.page(pg); err != nil {
			return nil, fmt.Errorf("painting page %d: %w", i+1, err)
		}
		packing.add(p.pages[i])
		step()
	}
	raw, err := p.close()
	if err != nil {
		return nil, fmt.Errorf("painting the pages: %w", err)
	}
	return &painted{raw: raw, pages: p.pages, slots: s, fonts: p.fonts, tags: p.tags, titles: p.titles, levels: p.levels}, nil
}

func (p *painter) start() {
	p.pdf = gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt",
		Size: gofpdf.SizeType{Wd: p.sheet.w.Pt(), Ht: p.sheet.h.Pt()},
	})
	p.pdf.SetCompression(false) // the finisher does it, better and faster
	p.pdf.SetCatalogSort(true)
	p.pdf.SetAutoPageBreak(false, 0)
	at := time.UnixMilli(p.doc.Info.Date).UTC()
	p.pdf.SetCreationDate(at)
	p.pdf.SetModificationDate(at)
	for _, pg := range p.doc.Pages {
		for _, m := range pg.Marks {
			if a, ok := m.(*page.Anchor); ok {
				if _, twice := p.anchors[a.Name]; !twice {
					p.anchors[a.Name] = p.pdf.AddLink()
				}
			}
		}
	}
}

func (p *painter) page(pg *page.Page) error {
	p.pdf.AddPage()
	p.tags.turn(pg.Section)
	p.content = content{
		b: p.content.b[:0], fonts: p.fonts, press: p.press, left: p.sheet.margin,
		bottom: p.sheet.h - p.sheet.margin, state: state{scale: 1000, fill: "0 g"},
	}
	p.clipped = nil
	if p.sheet.marks > 0 { // nothing but marks may stand outside the bleed
		b := p.sheet.bleed
		p.clip(&page.Clip{X: -b, Y: -b, W: p.sheet.trim.W + 2*b, H: p.sheet.trim.H + 2*b})
	}
	outer := p.clipped
	p.clipped = nil
	for _, m := range pg.Marks {
		if err := p.mark(m); err != nil {
			return err
		}
	}
	p.clip(&page.Clip{})
	p.clipped = outer
	p.clip(&page.Clip{})
	p.endPiece()
	p.tags.endPage()
	if p.sheet.marks > 0 {
		p.cropMarks()
	}
	p.pages = append(p.pages, &object{value: dict{}, isStream: true, stream: bytes.Clone(p.content.b)})
	return p.pdf.Error()
}

func (p *painter) mark(m page.Mark) error {
	switch m := m.(type) {
	case *page.Text:
		if len(m.Line.Glyphs) == 0 {
			return nil
		}
		p.piece(p.tags.textElement(m))
		return p.content.text(m)
	case *page.Path:
		p.piece(p.pathElement(m))
		p.content.path(m)
	case *page.Picture:
		return p.picture(m)
	case *page.Clip:
		p.clip(m)
	case *page.Link:
		p.link(m)
	case *page.Anchor:
		p.pdf.SetLink(p.anchors[m.Name], p.down(m.Y), p.pdf.PageNo())
	case *page.Bookmark:
		p.bookmark(m)
	}
	return nil
}

// clip ends the open clip and begins the next, if it has a size.
func (p *painter) clip(m *page.Clip) {
	if p.clipped != nil {
		p.endPiece()
		p.content.op("Q")
		p.content.state, p.clipped = *p.clipped, nil
	}
	if m.W > 0 && m.H > 0 {
		p.endPiece()
		before := p.content.state
		p.clipped = &before
		p.content.op("q")
		p.content.outline(page.Rect(m.X, m.Y, m.W, m.H))
		p.content.op("W n")
	}
}

// down is a place on the trim as gofpdf counts: points from the top of the
// paper. Not below zero, which gofpdf takes to mean "here".
func (p *painter) down(y page.Length) float64 {
	return max(0, p.sheet.margin+y).Pt()
}

// piece ends the open piece of content and begins one of e, unless e's is the
// open one. A nil element is an artifact: not read aloud.
func (p *painter) piece(e *element) {
	if p.closer && p.open == e {
		return
	}
	p.endPiece()
	if e == nil {
		p.content.op("/Artifact BMC")
	} else {
		p.content.b = append(append(p.content.b, '/'), e.role...)
		p.content.b = append(p.content.b, " <</MCID "...)
		p.content.b = strconv.AppendInt(p.content.b, int64(p.tags.begin(e)), 10)
		p.content.op(">> BDC")
	}
	p.open, p.closer = e, true
}

func (p *painter) endPiece() {
	if p.closer {
		p.content.op("EMC")
		p.open, p.closer = nil, false
	}
}

func (p *painter) pathElement(m *page.Path) *element {
	if m.Alt == "" {
		return nil
	}
	x, y, w, h, ok := extent(m.Segments)
	if !ok {
		return nil
	}
	return p.tags.figure(m.Alt, p.sheet.box(x, y, w, h))
}

// extent is the rectangle that holds an outline and its handles.
func extent(segments []page.Segment) (x, y, w, h page.Length, ok bool) {
	var right, bottom page.Length
	for _, s := range segments {
		points := s.P[:0]
		switch s.Op {
		case page.Move, page.Line:
			points = s.P[:1]
		case page.Cubic:
			points = s.P[:3]
		}
		for _, q := range points {
			if !ok {
				x, y, right, bottom, ok = q.X, q.Y, q.X, q.Y, true
			}
			x, y, right, bottom = min(x, q.X), min(y, q.Y), max(right, q.X), max(bottom, q.Y)
		}
	}
	return x, y, right - x, bottom - y, ok
}

func (p *painter) picture(m *page.Picture) error {
	r := p.slots.of(m)
	if r == nil || m.W <= 0 || m.H <= 0 {
		return fmt.Errorf("no picture for %q", m.Photo)
	}
	p.piece(p.tags.figure(m.Alt, p.sheet.box(m.X, m.Y, m.W, m.H)))
	clip := m.Oval || clipped(m)
	if clip {
		outline := page.Rect(m.X, m.Y, m.W, m.H)
		if m.Oval {
			outline = page.Ellipse(m.X, m.Y, m.W, m.H)
		}
		p.content.op("q")
		p.content.outline(outline)
		p.content.op("W n")
	}
	p.content.picture(r, m)
	if clip {
		p.content.op("Q")
	}
	return nil
}

// link makes a rectangle clickable. One that leads nowhere, because the
// section of its anchor is switched off or its address is not of the web, is
// left out. A press file has none at all.
func (p *painter) link(m *page.Link) {
	if p.press || m.W <= 0 || m.H <= 0 {
		return
	}
	x, y, w, h := (p.sheet.margin + m.X).Pt(), (p.sheet.margin + m.Y).Pt(), m.W.Pt(), m.H.Pt()
	if m.URL == "" {
		if to, ok := p.anchors[m.Anchor]; ok {
			p.pdf.Link(x, y, w, h, to)
			p.tags.link(m)
		}
		return
	}
	if address, ok := webAddress(m.URL); ok {
		p.pdf.LinkString(x, y, w, h, address)
		p.tags.link(m)
	}
}

// webAddress writes an address in ASCII, as a PDF link must be. It takes http,
// https and mailto only: a book must not open anything else.
func webAddress(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return "", false
	}
	switch {
	case u.Scheme == "mailto" && u.Opaque != "":
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
	default:
		return "", false
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c > 0x20 && c < 0x7F {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String(), true
}

// bookmark notes an entry of the outline. gofpdf is given a number for a
// title, because its own way with titles depends on the font of the moment.
func (p *painter) bookmark(m *page.Bookmark) {
	level := max(0, m.Level)
	if n := len(p.levels); n == 0 {
		level = 0
	} else {
		level = min(level, p.levels[n-1]+1)
	}
	p.pdf.Bookmark(strconv.Itoa(len(p.titles)), level, p.down(m.Y))
	p.titles = append(p.titles, m.Title)
	p.levels = append(p.levels, level)
}

// close gives the file: pages, links and outline, but neither text nor pictures.
func (p *painter) close() ([]byte, error) {
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
