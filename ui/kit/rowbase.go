package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// RowBase is what the rows of lists are built on: it shows their content and lets
// the list find in it what can be pressed and what has a tooltip.
type RowBase struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// Build gives the row its content; self is the widget that is built on it.
func (r *RowBase) Build(self fyne.Widget, content fyne.CanvasObject) {
	r.content = content
	r.ExtendBaseWidget(self)
}

// Held is the content.
func (r *RowBase) Held() fyne.CanvasObject { return r.content }

// CreateRenderer is called by the toolkit.
func (r *RowBase) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

var _ Holder = (*RowBase)(nil)
