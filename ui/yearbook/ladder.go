package yearbook

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// Sizes of the ladder, px.
const (
	rungHeight = 112
	thumbPx    = 56 // width of a page in the ladder
)

// ladder is the column of all pages as pairs of thumbnails, under the heads of
// the book's sections.
type ladder struct {
	s      *screen
	object fyne.CanvasObject
	ranked *kit.RankList // its heads can be dragged
	list   *kit.List     // of it
	steps  []step
}

// step is a row of the ladder: an opening, or the head of a section.
type step struct {
	head    string
	pages   string // of the section: 14–33
	section int    // its index in the book's definition; -1: it has none
	opening int
}

func newLadder(s *screen) *ladder {
	l := &ladder{s: s}
	isHead := func(i int) bool { return i < len(l.steps) && l.steps[i].head != "" }
	l.ranked = kit.NewRankList(kit.RankListParams{
		ListParams: kit.ListParams{
			Label: lang.L("Pages"), RowHeight: rungHeight, Single: true,
			Length:   func() int { return len(l.steps) },
			Create:   func() fyne.CanvasObject { return newRung(s) },
			Update:   func(i int, o fyne.CanvasObject) { o.(*rung).fill(l.steps[i]) },
			Enabled:  func(i int) bool { return !isHead(i) },
			HeightOf: func(i int) float32 { return headHeight(isHead(i)) },
			Ground:   func(i int) kit.Token { return headGround(isHead(i)) },
		},
		Movable: func(i int) bool { return isHead(i) && l.steps[i].section >= 0 },
		Snap:    func(_ []int, to int) int { return l.nextHead(to) },
	})
	l.ranked.OnMove = l.dropped
	l.list = l.ranked.List
	l.list.OnSelected = func(i int) {
		if i >= 0 && !isHead(i) {
			s.view.showPage(max(0, 2*l.steps[i].opening-1))
		}
	}
	l.list.OnOpen = func(int) { s.view.focus() }
	l.object = kit.Column(0,
		kit.Fixed(48, kit.Pad(kit.NewLabel(lang.L("Pages"), kit.Heading), 12, 16, 12, 16)),
		kit.Fixed(1, kit.NewHLine()), kit.Grow(1, l.ranked))
	return l
}

// headHeight and headGround part the heads of groups from the rows of a list.
func headHeight(head bool) float32 {
	if head {
		return 32
	}
	return 0
}

func headGround(head bool) kit.Token {
	if head {
		return kit.Canvas
	}
	return ""
}

// nextHead is the first head at or after a row, or the end.
func (l *ladder) nextHead(row int) int {
	for row < len(l.steps) && l.steps[row].head == "" {
		row++
	}
	return row
}

// dropped moves the section of a head before that of another.
func (l *ladder) dropped(rows []int, to int) {
	from, before := l.steps[rows[0]].section, len(l.s.definition.now.Sections)
	if to < len(l.steps) {
		before = l.steps[to].section
	}
	if before >= 0 {
		l.s.book.sections.move(from, before)
	}
}

// refresh builds the rows anew: page 1 stands alone, then pairs, and before the
// opening in which a section begins stands its head.
func (l *ladder) refresh() {
	l.steps = l.steps[:0]
	n := l.s.view.count()
	starts := l.s.sectionStarts()
	for opening := 0; n > 0 && opening <= n/2; opening++ {
		for k, start := range starts {
			if (start.page+1)/2 != opening {
				continue
			}
			end := n
			if k+1 < len(starts) {
				end = starts[k+1].page
			}
			l.steps = append(l.steps, step{head: start.title, pages: span(start.page+1, max(end, start.page+1)), section: start.section})
		}
		l.steps = append(l.steps, step{opening: opening, section: -1})
	}
	l.ranked.Refresh()
	l.follow(l.s.view.first) // the rows may have moved
}

// sectionStart is the page, from 0, on which a section of the book begins.
type sectionStart struct {
	page    int
	title   string
	section int // its index in the book's definition; -1: it has none
}

// sectionStarts finds where the sections of the book begin, by the name that its
// readers see in the outline. Of several that begin in one opening the first
// speaks for all.
func (s *screen) sectionStarts() []sectionStart {
	if s.proof == nil {
		return nil
	}
	sections := s.proof.Snapshot.Yearbook.Sections
	count := map[string]int{} // runs of pages of each kind so far
	var starts []sectionStart
	before := ""
	for n, p := range s.proof.Book.Document.Pages {
		if p.Section == before {
			continue
		}
		before = p.Section
		title := desk.Word(p.Section)
		if p.Section != string(model.SectionCover) { // whose name is nowhere in print
			title = outlined(p, title)
		}
		start := sectionStart{page: n, title: title, section: nthSection(sections, p.Section, count[p.Section])}
		count[p.Section]++
		if last := len(starts) - 1; last < 0 || (starts[last].page+1)/2 != (n+1)/2 {
			starts = append(starts, start)
		}
	}
	return starts
}

// nthSection is the index of the nth printed section of a kind, or -1.
func nthSection(sections []model.Section, kind string, n int) int {
	for i, s := range sections {
		if string(s.Kind) != kind || s.Off {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return -1
}

// outlined is what the outline of the file calls a page on which a section
// begins.
func outlined(p *page.Page, otherwise string) string {
	for _, m := range p.Marks {
		if b, ok := m.(*page.Bookmark); ok && b.Level == 0 {
			return b.Title
		}
	}
	return otherwise
}

// span writes a range of pages: 14–33, or 14.
func span(first, last int) string {
	if first == last {
		return itoa(first)
	}
	return itoa(first) + "–" + itoa(last)
}

// follow marks the opening of a page.
func (l *ladder) follow(page int) {
	for i, step := range l.steps {
		if step.head == "" && step.opening == (page+1)/2 {
			l.list.Select(i)
		}
	}
}

// rung is one opening, or the head of a section.
type rung struct {
	kit.RowBase
	s       *screen
	pages   [2]*canvas.Image
	papers  [2]*kit.Fill
	edges   [2]*kit.Fill
	numbers [2]*kit.Label
	mark    *kit.Icon
	drops   [2]func()
	shown   [2]int // page whose picture stands there, from 0; -1: none
	grip    *kit.Icon
	head    *kit.Label
	folios  *kit.Label
	opening *fyne.Container
	title   *fyne.Container
}

func newRung(s *screen) fyne.CanvasObject {
	r := &rung{s: s, mark: kit.NewIcon("", 16, kit.Warn), shown: [2]int{-1, -1}}
	for i := range r.pages {
		r.pages[i] = canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))
		r.papers[i] = kit.NewFill(kit.Paper)
		r.edges[i] = kit.NewFrame(kit.Clear, kit.Line, 0) // over the picture
		r.numbers[i] = kit.NewLabel("", kit.Caption)
	}
	r.numbers[1].Align = fyne.TextAlignTrailing
	r.head, r.folios = kit.NewElastic("", kit.SmallBold), kit.NewLabel("", kit.Caption)
	r.grip = kit.NewIcon(kit.IconGrip, 16, kit.Ink3)
	r.title = kit.Pad(kit.MidRow(8, kit.Fixed(16, r.grip), kit.Grow(1, r.head), kit.Natural(r.folios)), 0, 16, 0, 10)
	pair := kit.Row(0,
		kit.Fixed(thumbPx, container.NewStack(r.papers[0], r.pages[0], r.edges[0])),
		kit.Fixed(thumbPx, container.NewStack(r.papers[1], r.pages[1], r.edges[1])))
	numbers := kit.Row(0, kit.Fixed(thumbPx, r.numbers[0]), kit.Fixed(thumbPx, r.numbers[1]))
	column := kit.Column(4, kit.Fixed(thumbPx*265/210, pair), kit.Natural(numbers))
	r.opening = kit.Pad(kit.Row(8, kit.Fixed(2*thumbPx, column), kit.Natural(kit.Pad(r.mark, 28, 0, 28, 0))), 10, 8, 6, 24)
	r.Build(r, container.NewStack(r.opening, r.title))
	return r
}

// fill shows a row of the ladder; of opening i the pages 2i and 2i+1 as people
// count them.
func (r *rung) fill(at step) {
	for side := range r.drops {
		if r.drops[side] != nil {
			r.drops[side]()
			r.drops[side] = nil
		}
	}
	if at.head != "" {
		r.grip.Set(map[bool]kit.IconName{true: kit.IconGrip}[at.section >= 0], kit.Ink3)
		r.head.SetText(at.head)
		r.folios.SetText(at.pages)
		r.opening.Hide()
		r.title.Show()
		return
	}
	r.title.Hide()
	r.opening.Show()
	for side := range r.pages {
		r.fillPage(side, 2*at.opening-1+side)
	}
	r.mark.Set(r.s.problems.markOf(2*at.opening, 2*at.opening+1))
}

// fillPage asks for the picture of a page; that of the same page before a change
// stays until the new one is there.
func (r *rung) fillPage(side, n int) {
	if n != r.shown[side] {
		r.pages[side].Hide()
		r.shown[side] = -1
	}
	if n < 0 || n >= r.s.view.count() {
		r.papers[side].Hide()
		r.edges[side].Hide()
		r.numbers[side].SetText("")
		return
	}
	r.papers[side].Show()
	r.edges[side].Show()
	r.numbers[side].SetText(itoa(n + 1))
	r.drops[side] = r.s.sheets.cache.Want(r.s.sheets.key(n, r.s.ladder.pixels()), func(img image.Image) {
		if img == nil {
			return
		}
		r.shown[side] = n
		r.pages[side].Image = img
		r.pages[side].Show()
		r.pages[side].Refresh()
		r.Refresh() // the toolkit does not know yet on which canvas a picture is that was hidden
	})
}

// pixels is the width of a page in the ladder on the screen.
func (l *ladder) pixels() int { return int(thumbPx * l.s.desk.Window().Canvas().Scale()) }

func itoa(n int) string { return strconv.Itoa(n) }
