// Package history is the screen that shows who changed what when, and goes
// back to a point.
package history

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// page is how many steps are read at a time.
const page = 500

type screen struct {
	desk    desk.Desk
	object  fyne.CanvasObject
	stage   *fyne.Container
	body    fyne.CanvasObject
	empty   fyne.CanvasObject
	list    *kit.List
	count   *kit.Label
	steps   []store.Operation
	changes []store.FieldChange
	head    *kit.Label
	detail  *kit.List
	back    *kit.Button
	step    int64
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d, count: kit.NewLabel("", kit.Small), head: kit.NewElastic("", kit.PanelTitle)}
	s.list = kit.NewList(kit.ListParams{
		Label: lang.L("Steps"), RowHeight: 52, Single: true, Separators: true,
		Length: func() int { return len(s.steps) },
		Create: newStepRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*stepRow).fill(s.steps[i]) },
	})
	s.list.OnSelected = func(i int) {
		if i >= 0 {
			s.choose(s.steps[i])
		}
	}
	s.detail = kit.NewList(kit.ListParams{
		Label: lang.L("Changes"), RowHeight: 72, Single: true, Separators: true,
		Length: func() int { return len(s.changes) },
		Create: newChangeRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*changeRow).fill(s.changes[i]) },
	})
	s.back = kit.NewButton(lang.L("Go back to before this step"), s.goBack).WithIcon(kit.IconRestore)
	s.back.SetEnabled(false)
	left := kit.Column(0,
		kit.Fixed(64, kit.Pad(kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("History"), kit.Title)), kit.Natural(s.count)), 0, 16, 0, 16)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, s.list))
	right := kit.Column(0,
		kit.Fixed(64, kit.Pad(kit.MidRow(12, kit.Grow(1, s.head), kit.Natural(s.back)), 0, 24, 0, 24)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, s.detail))
	s.body = desk.Remembered(d.Memory(), "history.split", kit.SplitParams{First: left, Second: right, Keep: kit.KeepFirst, Size: 536, MinFirst: 360, MinSecond: 400})
	s.empty = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconHistory, Missing: lang.L("Nothing was changed yet"),
		Do: lang.L("Every change will stand here with its time, and can be taken back, also after a restart."),
	}), 420, 0))
	s.stage = container.NewStack(s.empty)
	s.object = container.NewStack(kit.NewFill(kit.Surface), s.stage)
	return s
}

func (s *screen) Object() fyne.CanvasObject { return s.object }

func (s *screen) Show(desk.Place) {
	s.fetch()
	s.desk.Window().Canvas().Focus(s.list.Focusable())
}

func (s *screen) Place() desk.Place { return desk.Place{Screen: desk.History} }

func (s *screen) Changed([]store.Event) { s.fetch() }

func (s *screen) Flush() {}

func (s *screen) fetch() {
	s.desk.Fetch("history.steps", func(ctx context.Context, b *store.Book) (any, error) {
		return b.History(ctx, store.HistoryFilter{Limit: page})
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.steps = v.([]store.Operation)
		s.count.SetText(lang.N("{{.Count}} steps", len(s.steps), map[string]any{"Count": len(s.steps)}))
		show := s.body
		if len(s.steps) == 0 {
			show = s.empty
		}
		s.stage.Objects = []fyne.CanvasObject{show}
		s.stage.Refresh()
		s.list.Refresh()
		s.follow()
	})
}

// follow keeps the chosen step marked when others come before it, and says
// whether it still counts.
func (s *screen) follow() {
	for i, o := range s.steps {
		if o.ID == s.step {
			s.list.Select(i)
			s.back.SetEnabled(canGoBackTo(o))
			return
		}
	}
	if len(s.steps) > 0 { // none chosen yet: the newest
		s.list.Select(0)
		s.choose(s.steps[0])
	}
}

func canGoBackTo(o store.Operation) bool { return !o.Undone && o.Kind != store.KindUndo }

// choose shows what a step changed.
func (s *screen) choose(o store.Operation) {
	s.step = o.ID
	s.head.SetText(lang.L(o.Label.Text, o.Label.Args))
	s.back.SetEnabled(canGoBackTo(o))
	s.desk.Fetch("history.changes", func(ctx context.Context, b *store.Book) (any, error) {
		return b.Changes(ctx, o.ID)
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.changes = v.([]store.FieldChange)
		s.detail.Refresh()
	})
}

// goBack undoes every step down to the chosen one.
func (s *screen) goBack() {
	step := s.step
	s.desk.UndoTo(step)
}

// stepRow is a step in the list: what, by whom, when.
type stepRow struct {
	widget.BaseWidget
	icon       *kit.Icon
	what, when *kit.Label
}

func newStepRow() fyne.CanvasObject {
	r := &stepRow{icon: kit.NewIcon("", 20, kit.Ink2), what: kit.NewElastic("", kit.Body), when: kit.NewElastic("", kit.Small)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *stepRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.MidRow(12, kit.Fixed(20, r.icon), kit.Grow(1, kit.VBox(2, r.what, r.when))), 0, 16, 0, 16))
}

func (r *stepRow) fill(o store.Operation) {
	icons := map[string]kit.IconName{"undo": kit.IconUndo, "redo": kit.IconRedo, "import": kit.IconImport, "migrate": kit.IconRefresh}
	icon, ok := icons[o.Kind]
	if !ok {
		icon = kit.IconEdit
	}
	ink := kit.Ink
	if o.Undone {
		ink = kit.Ink3
	}
	r.icon.Set(icon, kit.Ink2)
	r.what.Set(lang.L(o.Label.Text, o.Label.Args), kit.Body.In(ink))
	when := lang.L("{{.When}} · {{.Who}} · {{.Count}} changes", map[string]any{"When": o.At.Local().Format("2 January 2006 15:04"), "Who": o.Actor, "Count": o.Changes})
	if o.Undone {
		when += " · " + lang.L("taken back")
	}
	r.when.SetText(when)
}

// changeRow is one changed field: which, what it was, what it is.
type changeRow struct {
	widget.BaseWidget
	field, old, now *kit.Label
}

func newChangeRow() fyne.CanvasObject {
	r := &changeRow{field: kit.NewElastic("", kit.Caption), old: kit.NewElastic("", kit.Body), now: kit.NewElastic("", kit.Body)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *changeRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.VBox(2, r.field, r.old, r.now), 6, 24, 6, 24))
}

func (r *changeRow) fill(c store.FieldChange) {
	r.field.SetText(desk.FieldWord(c.Field))
	r.old.Set(orDash(c.Old), kit.Body.In(kit.Ink3))
	r.now.Set(orDash(c.New), kit.Body)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
