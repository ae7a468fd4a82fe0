package insights

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// card is a heading with a menu over a chart or a list.
type card struct {
	object fyne.CanvasObject
	title  string
	head   *kit.Label
	more   *kit.Button
	stage  *fyne.Container
	body   fyne.CanvasObject
	none   fyne.CanvasObject
}

// newCard makes a card. none says what is missing where there is nothing to
// show, do what would bring it about.
func newCard(title string, body fyne.CanvasObject, none, do string, menu func() []*fyne.MenuItem) *card {
	c := &card{title: title, body: body}
	c.head = kit.NewLine(kit.Run{Text: title, Style: kit.Heading}, kit.Run{Style: kit.Small.In(kit.Ink3), Cut: kit.CutEnd})
	c.more = kit.NewIconButton(kit.IconMore, lang.L("{{.Chart}}: copy, save, put in book", map[string]any{"Chart": title}), func() { kit.ShowMenu(c.more, menu()...) })
	c.none = kit.NewEmpty(kit.EmptyParams{Icon: kit.IconChart, Missing: none, Do: do, Plain: true})
	c.stage = container.NewStack(body)
	c.object = kit.NewCard(kit.Column(0,
		kit.Fixed(56, kit.Pad(kit.MidRow(8, kit.Grow(1, c.head), kit.Natural(c.more)), 4, 12, 0, 20)),
		kit.Grow(1, kit.Pad(c.stage, 4, 20, 16, 20))))
	return c
}

// say sets what stands beside the title.
func (c *card) say(note string) {
	c.head.SetRuns(kit.Run{Text: c.title, Style: kit.Heading}, kit.Run{Text: "  " + note, Style: kit.Small.In(kit.Ink3), Cut: kit.CutEnd})
}

// show shows the body, or that there is nothing.
func (c *card) show(something bool) {
	want := c.body
	if !something {
		want = c.none
	}
	if c.stage.Objects[0] != want {
		c.stage.Objects = []fyne.CanvasObject{want}
		c.stage.Refresh()
	}
	c.more.SetEnabled(something)
}

// board lays cards out in rows of three columns: rows says how many columns
// each card spans. Rows grow with the room there is, up to half as high again.
type board struct {
	spans [][]int
	least []float32 // heights of the rows
	room  func() float32
}

const (
	boardGap  = 16
	boardEdge = 24
	columns   = 3
)

// MinSize is what the rows ask for at least.
func (b *board) MinSize([]fyne.CanvasObject) fyne.Size {
	h := float32(boardEdge)
	for _, row := range b.heights() {
		h += row + boardGap
	}
	return fyne.NewSize(960, h-boardGap)
}

// heights shares the height of the window out, so that a large one is filled.
func (b *board) heights() []float32 {
	var sum float32
	for _, h := range b.least {
		sum += h
	}
	grow := fyne.Max(1, fyne.Min(1.5, (b.room()-boardEdge-boardGap*float32(len(b.least)-1))/sum))
	out := make([]float32, len(b.least))
	for i, h := range b.least {
		out[i] = float32(int(h * grow))
	}
	return out
}

// Layout places the cards.
func (b *board) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := (size.Width - 2*boardEdge - (columns-1)*boardGap) / columns
	var y float32
	n := 0
	for i, h := range b.heights() {
		column := 0
		for _, span := range b.spans[i] {
			x := float32(int(boardEdge + float32(column)*(wide+boardGap)))
			end := float32(int(boardEdge + float32(column+span)*(wide+boardGap) - boardGap))
			objects[n].Move(fyne.NewPos(x, y))
			objects[n].Resize(fyne.NewSize(end-x, h))
			column += span
			n++
		}
		y += h + boardGap
	}
}
