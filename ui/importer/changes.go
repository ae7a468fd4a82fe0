package importer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// changes is the right pane: whom an import brings in or changes, person by
// person or field by field, and the button that carries it out. A row without
// its tick is left out.
type changes struct {
	s        *Screen
	object   fyne.CanvasObject
	where    *kit.Label
	chips    *chips
	progress *kit.ProgressLine
	stage    *fyne.Container // the rows, and over them that they are on their way, or why there are none
	waiting  *kit.Skeleton
	list     *kit.List
	said     *kit.Label
	primary  *kit.Button

	shown
	byField bool
	left    map[string]bool       // rows that were unticked
	asked   map[string]intake.Row // those that were in doubt, as they first were
	faces   *kit.PictureCache     // of rows that are photos, by their keys; nil before the first plan
	lines   []line
	pressed bool // Import was pressed while it was being compared
}

func newChanges(s *Screen) *changes {
	c := &changes{s: s, where: kit.NewElastic("", kit.Small), progress: kit.NewProgressLine(), waiting: kit.NewSkeleton(rowHeight, thumbSize), said: kit.NewElastic("", kit.Body)}
	c.chips = newChips(c)
	c.list = kit.NewList(kit.ListParams{
		Label: lang.L("What would change"), RowHeight: rowHeight, Single: true, Separators: true, HeadInset: 24,
		Length:   func() int { return len(c.lines) },
		Head:     func(i int) kit.ListHead { return kit.ListHead{Text: c.lines[i].head, Note: c.lines[i].note} },
		HeightOf: func(i int) float32 { return c.heightOf(c.lines[i]) },
		Ground:   c.ground,
		Create:   func() fyne.CanvasObject { return newRow(c) },
		Update:   func(i int, o fyne.CanvasObject) { o.(*row).fill(c.lines[i]) },
	})
	c.list.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeySpace {
			c.tick(c.list.Selected())
		}
		return ev.Name == fyne.KeySpace
	}
	c.list.OnType = c.jump
	c.list.OnOpen = c.open
	c.list.OnMenu = c.menu
	c.stage = container.NewStack(c.list)
	c.build()
	return c
}

func (c *changes) build() {
	by := kit.NewSegment([]string{lang.L("By person"), lang.L("By field")}, func(i int) {
		c.byField = i == 1
		c.list.Select(-1)
		c.refill()
	})
	head := kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("What would change"), kit.PanelTitle)), kit.Grow(1, c.where), kit.Natural(by))
	c.primary = kit.NewPrimary(lang.L("Import"), c.confirm)
	foot := container.NewStack(kit.NewFill(kit.Canvas), kit.Pad(kit.MidRow(12,
		kit.Grow(1, c.said), kit.Natural(kit.NewButton(lang.L("Cancel"), c.s.cancel)), kit.Natural(c.primary)), 0, 24, 0, 24))
	c.object = kit.Column(0,
		kit.Natural(kit.Pad(kit.VBox(14, head, c.chips.object), 14, 24, 14, 24)),
		kit.Fixed(1, kit.NewHLine()), kit.Fixed(2, c.progress),
		kit.Grow(1, c.stage),
		kit.Fixed(1, kit.NewHLine()), kit.Fixed(64, foot))
}

// clear forgets what was shown.
func (c *changes) clear() {
	c.left, c.asked, c.shown, c.lines, c.pressed = map[string]bool{}, map[string]intake.Row{}, shown{}, nil, false
	c.dropFaces()
}

// begin shows that another import is being compared with the book.
func (c *changes) begin() {
	c.clear()
	c.chips.kind = ""
	c.chips.show()
	c.where.SetText("")
	c.list.Refresh()
	c.list.Select(0)
	c.instead(c.waiting)
	c.waiting.Begin()
	c.count()
	c.fault("")
}

// wait says that it is being compared anew; the rows stay meanwhile.
func (c *changes) wait() {
	c.fault("")
	c.progress.Begin()
}

// cannot says why nothing can be compared.
func (c *changes) cannot(fault string) {
	c.waiting.End()
	c.progress.End()
	c.shown, c.pressed = shown{}, false
	c.refill()
	c.chips.show()
	c.instead(kit.NewEmpty(kit.EmptyParams{Icon: kit.IconWarning, Missing: lang.L("This cannot be compared with the book yet"), Do: fault, Plain: true}))
}

// instead covers the rows. They keep the keyboard: what is out of the window
// cannot be given it.
func (c *changes) instead(o fyne.CanvasObject) {
	c.stage.Objects = []fyne.CanvasObject{c.list, kit.NewFill(kit.Surface), o}
	c.stage.Refresh()
}

// focus gives the rows the keyboard.
func (c *changes) focus() { c.s.desk.Window().Canvas().Focus(c.list.Focusable()) }

// show takes in a plan.
func (c *changes) show(plan intake.Plan) {
	c.waiting.End()
	c.progress.End()
	for _, r := range plan.Rows {
		if r.Kind == intake.RowDoubtful || r.Unknown {
			c.asked[r.Key] = r
		}
	}
	c.shown = newShown(plan)
	if c.faces == nil {
		c.faces = newFaces(plan)
	}
	c.where.SetText(c.shown.where())
	c.chips.show()
	c.refill()
	c.stage.Objects = []fyne.CanvasObject{c.list}
	c.stage.Refresh()
	if c.pressed {
		c.confirm()
	}
}

// refill lists what is asked for, and keeps the place.
func (c *changes) refill() {
	c.lines = c.listed()
	c.list.Refresh()
	if _, ok := c.at(c.list.Selected()); !ok {
		c.list.Select(slices.IndexFunc(c.lines, func(l line) bool { return l.head == "" }))
	}
	c.count()
}

// count says what Import would do now.
func (c *changes) count() {
	n, open, brings := 0, 0, false
	for _, r := range c.plan.Rows {
		brings = brings || r.Kind == intake.RowNew || r.Kind == intake.RowChanged
		switch {
		case c.taken(r):
			n++
		case r.Kind == intake.RowDoubtful || r.Unknown:
			open++
		}
	}
	args := map[string]any{"Count": kit.Number(n)}
	text := lang.L("Import")
	switch {
	case n > 0 && c.people:
		text = lang.N("Import {{.Count}} people", n, args)
	case n > 0:
		text = lang.N("Import {{.Count}} entries", n, args)
	}
	c.primary.SetText(text)
	c.primary.SetEnabled(!c.plan.Empty() && (n > 0 || !brings))
	c.tell(open)
}

// tell says in the foot what will become of it.
func (c *changes) tell(open int) {
	strong, text := lang.L("Nothing is saved yet."), lang.L("One step, one Undo.")
	switch {
	case len(c.plan.Rows) > 0 && c.plan.Empty() && open == 0:
		strong, text = lang.L("Everything of it is in the book already."), ""
	case open > 0:
		text = lang.L("Rows without a choice are left out. One step, one Undo.")
	}
	c.said.SetRuns(kit.Run{Text: strong + " ", Style: kit.BodyStrong}, kit.Run{Text: text, Style: kit.Body.In(kit.Ink2), Cut: kit.CutEnd})
}

// fault says in the foot what went wrong; "" takes it away.
func (c *changes) fault(text string) {
	if text == "" {
		c.count()
		return
	}
	c.said.SetRuns(kit.Run{Text: text, Style: kit.BodyStrong.In(kit.Error), Cut: kit.CutEnd})
}

// confirm imports what is ticked, as soon as it is compared as it is now.
func (c *changes) confirm() {
	if c.pressed = c.s.comparing != 0; c.pressed || c.primary.Disabled() {
		return
	}
	c.s.confirm(c.left)
}

// taken says whether a row is to be imported.
func (c *changes) taken(r intake.Row) bool {
	return (r.Kind == intake.RowNew || r.Kind == intake.RowChanged) && !c.left[r.Key]
}

// isAsked says whether somebody may be asked who a row means.
func (c *changes) isAsked(r intake.Row) bool {
	_, asked := c.asked[r.Key]
	return asked
}

// at is the row of a plan that a line of the list shows.
func (c *changes) at(i int) (intake.Row, bool) {
	if i < 0 || i >= len(c.lines) || c.lines[i].head != "" || c.lines[i].more > 0 {
		return intake.Row{}, false
	}
	return c.plan.Rows[c.lines[i].row], true
}

// jump goes to the next row of whom some word of the name begins with a letter.
func (c *changes) jump(r rune) bool {
	letter := model.Fold(string(r))
	i := c.list.Next(func(i int) bool {
		row, ok := c.at(i)
		return ok && letter != "" && strings.Contains(" "+model.Fold(row.Name), " "+letter)
	})
	if i >= 0 {
		c.list.Select(i)
	}
	return i >= 0
}

// tick takes a row, or leaves it out; of one in doubt it is asked who it is.
func (c *changes) tick(i int) {
	r, ok := c.at(i)
	switch {
	case !ok:
	case r.Kind == intake.RowDoubtful || r.Kind == intake.RowLeft && c.isAsked(r):
		c.ask(i)
	case r.Kind == intake.RowLeft:
	case r.Kind != intake.RowSame:
		if c.left[r.Key] {
			delete(c.left, r.Key)
		} else {
			c.left[r.Key] = true
		}
		c.list.Refresh() // by field the same person has several lines
		c.count()
	}
}

// open asks who a row means, or shows whom it means.
func (c *changes) open(i int) {
	r, ok := c.at(i)
	switch {
	case !ok:
	case c.isAsked(r):
		c.ask(i)
	case r.PersonID != "":
		c.s.desk.Go(desk.Place{Screen: desk.People, PersonID: r.PersonID})
	default:
		c.tick(i)
	}
}

// ask brings up the menu of a row as the Menu key does.
func (c *changes) ask(i int) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.list)
	var y float32
	for _, l := range c.lines[:i] {
		y += c.heightOf(l)
	}
	c.menu(i, origin.AddXY(48, y-c.list.Offset()+48))
}

// menu offers what can be done with a row.
func (c *changes) menu(i int, at fyne.Position) {
	r, ok := c.at(i)
	if !ok {
		return
	}
	var items []*fyne.MenuItem
	switch {
	case c.isAsked(r):
		items = c.choices(r)
	case r.Kind == intake.RowSame:
	case c.left[r.Key]:
		items = append(items, kit.MenuItem(lang.L("Take it"), kit.IconCheck, func() { c.tick(i) }))
	default:
		items = append(items, kit.MenuItem(lang.L("Leave out"), kit.IconClose, func() { c.tick(i) }))
	}
	if r.PersonID != "" {
		items = append(items, kit.MenuItem(lang.L("Show person"), kit.IconPerson, func() { c.s.desk.Go(desk.Place{Screen: desk.People, PersonID: r.PersonID}) }))
	}
	if len(items) > 0 {
		kit.ShowMenuAt(c.s.desk.Window(), at, items...)
	}
}
