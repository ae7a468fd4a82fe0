package yearbook

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

// Sizes of the ladder, px.
const (
	rungHeight = 112
	thumbPx    = 56 // width of a page in the ladder
)

// ladder is the column of all pages as pairs of thumbnails.
type ladder struct {
	s      *screen
	object fyne.CanvasObject
	list   *kit.List
}

func newLadder(s *screen) *ladder {
	l := &ladder{s: s}
	l.list = kit.NewList(kit.ListParams{
		Label: lang.L("Pages"), RowHeight: rungHeight, Single: true,
		Length: l.rungs,
		Create: func() fyne.CanvasObject { return newRung(s) },
		Update: func(i int, o fyne.CanvasObject) { o.(*rung).fill(i) },
	})
	l.list.OnSelected = func(i int) {
		if i >= 0 {
			s.view.showPage(max(0, 2*i-1))
		}
	}
	l.list.OnOpen = func(int) { s.view.focus() }
	l.object = kit.Column(0,
		kit.Fixed(48, kit.Pad(kit.NewLabel(lang.L("Pages"), kit.Heading), 12, 16, 12, 16)),
		kit.Fixed(1, kit.NewHLine()), kit.Grow(1, l.list))
	return l
}

// rungs counts the openings: page 1 stands alone, then pairs.
func (l *ladder) rungs() int {
	n := l.s.view.count()
	if n == 0 {
		return 0
	}
	return n/2 + 1
}

func (l *ladder) refresh() { l.list.Refresh() }

// follow marks the opening of a page.
func (l *ladder) follow(page int) { l.list.Select((page + 1) / 2) }

// rung is one opening.
type rung struct {
	widget.BaseWidget
	s       *screen
	pages   [2]*canvas.Image
	papers  [2]*kit.Fill
	numbers [2]*kit.Label
	mark    *kit.Icon
	drops   [2]func()
	at      int
}

func newRung(s *screen) fyne.CanvasObject {
	r := &rung{s: s, mark: kit.NewIcon("", 16, kit.Warn)}
	for i := range r.pages {
		r.pages[i] = canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))
		r.papers[i] = kit.NewFrame(kit.Clear, kit.Line, 0) // the edge, over the picture
		r.numbers[i] = kit.NewLabel("", kit.Caption)
	}
	r.numbers[1].Align = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *rung) CreateRenderer() fyne.WidgetRenderer {
	pair := kit.Row(0,
		kit.Fixed(thumbPx, container.NewStack(r.pages[0], r.papers[0])),
		kit.Fixed(thumbPx, container.NewStack(r.pages[1], r.papers[1])))
	numbers := kit.Row(0, kit.Fixed(thumbPx, r.numbers[0]), kit.Fixed(thumbPx, r.numbers[1]))
	column := kit.Column(4, kit.Fixed(thumbPx*265/210, pair), kit.Natural(numbers))
	return widget.NewSimpleRenderer(kit.Pad(kit.Row(8, kit.Fixed(2*thumbPx, column), kit.Natural(kit.Pad(r.mark, 28, 0, 28, 0))), 10, 8, 6, 24))
}

// fill shows opening i: pages 2i and 2i+1 as people count them.
func (r *rung) fill(i int) {
	r.at = i
	for side := range r.pages {
		n := 2*i - 1 + side
		if r.drops[side] != nil {
			r.drops[side]()
			r.drops[side] = nil
		}
		if n < 0 || n >= r.s.view.count() {
			r.pages[side].Hide()
			r.papers[side].Hide()
			r.numbers[side].SetText("")
			continue
		}
		r.papers[side].Show()
		r.numbers[side].SetText(strconv.Itoa(n + 1))
		width := int(thumbPx * r.s.desk.Window().Canvas().Scale())
		r.drops[side] = r.s.sheets.cache.Want(r.s.sheets.key(n, width), func(img image.Image) {
			if img == nil || r.at != i {
				return
			}
			r.pages[side].Image = img
			r.pages[side].Show()
			r.pages[side].Refresh()
		})
	}
	r.mark.Set(r.s.problems.markOf(2*i, 2*i+1))
}

func itoa(n int) string { return strconv.Itoa(n) }
