package page

import (
	"slices"

	"laurel/export/typeset"
)

// Same says whether two pages look alike and lead to the same places: every
// mark stands where it stood and shows what it showed. The numbers of blocks are
// not looked at, because text on an earlier page moves them. Text that was set
// once and placed twice, as an unchanged profile is, costs next to nothing to compare.
func (p *Page) Same(q *Page) bool {
	if p == q {
		return true
	}
	return p.Label == q.Label && p.Section == q.Section && p.Verso == q.Verso && slices.EqualFunc(p.Marks, q.Marks, same)
}

// same compares two marks.
func same(a, b Mark) bool {
	if a == b {
		return true
	}
	switch a := a.(type) {
	case *Text:
		b, ok := b.(*Text)
		return ok && a.X == b.X && a.Y == b.Y && a.Color == b.Color && a.Source == b.Source && a.Role == b.Role && a.Turned == b.Turned && sameLine(&a.Line, &b.Line)
	case *Picture:
		b, ok := b.(*Picture)
		return ok && *a == *b
	case *Path:
		b, ok := b.(*Path)
		return ok && samePath(a, b)
	case *Link:
		b, ok := b.(*Link)
		return ok && *a == *b
	case *Anchor:
		b, ok := b.(*Anchor)
		return ok && *a == *b
	case *Bookmark:
		b, ok := b.(*Bookmark)
		return ok && *a == *b
	case *Clip:
		b, ok := b.(*Clip)
		return ok && *a == *b
	}
	return false
}

func sameLine(a, b *typeset.Line) bool {
	if a.Width != b.Width || a.Start != b.Start || a.End != b.End || len(a.Glyphs) != len(b.Glyphs) {
		return false
	}
	return len(a.Glyphs) == 0 || &a.Glyphs[0] == &b.Glyphs[0] || slices.Equal(a.Glyphs, b.Glyphs)
}

func samePath(a, b *Path) bool {
	return a.Width == b.Width && a.EvenOdd == b.EvenOdd && a.Source == b.Source && a.Alt == b.Alt &&
		sameColor(a.Fill, b.Fill) && sameColor(a.Stroke, b.Stroke) && slices.Equal(a.Dash, b.Dash) && slices.Equal(a.Segments, b.Segments)
}

func sameColor(a, b *Color) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// Only gives a document of some pages of this one, counted from 1, in the order
// asked for; a number that no page has is left out. The pages are shared.
func (d *Document) Only(pages ...int) *Document {
	out := *d
	out.Pages = nil
	for _, n := range pages {
		if n >= 1 && n <= len(d.Pages) {
			out.Pages = append(out.Pages, d.Pages[n-1])
		}
	}
	return &out
}
