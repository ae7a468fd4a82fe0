package edition

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// tipCell is a cell of a row that tells more in a tooltip.
type tipCell struct {
	widget.BaseWidget
	object fyne.CanvasObject
	tip    string
}

func newTipCell(o fyne.CanvasObject) *tipCell {
	c := &tipCell{object: o}
	c.ExtendBaseWidget(c)
	return c
}

// Tooltip is what the cell tells.
func (c *tipCell) Tooltip() string { return c.tip }

// CreateRenderer is called by the toolkit.
func (c *tipCell) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.object) }

// pageLink is the number of the page on which an entry prints; a click leads there.
type pageLink struct {
	widget.BaseWidget
	s     *screen
	label *kit.Label
	row   store.EntryRow
	page  int
}

func newPageLink(s *screen) *pageLink {
	l := &pageLink{s: s, label: kit.NewLabel("–", kit.Small)}
	l.label.Align = fyne.TextAlignTrailing
	l.ExtendBaseWidget(l)
	return l
}

func (l *pageLink) set(e store.EntryRow, proof *desk.Proof) {
	l.row, l.page = e, 0
	if proof != nil && proof.EditionID == e.Placement.EditionID {
		l.page = proof.Book.Pages[e.Placement.ID]
	}
	if l.page > 0 {
		l.label.Set(strconv.Itoa(l.page), kit.Small)
		return
	}
	l.label.Set("–", kit.Small)
}

// Tapped shows the page.
func (l *pageLink) Tapped(*fyne.PointEvent) {
	if l.page > 0 {
		l.s.showOnPage(l.row)
	}
}

// Tooltip says where a click leads.
func (l *pageLink) Tooltip() string {
	if l.page == 0 {
		return ""
	}
	return lang.L("Show page {{.Page}}", map[string]any{"Page": l.page})
}

// Cursor is a hand: the number leads somewhere.
func (l *pageLink) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (l *pageLink) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.label) }
