// Package edition is the screen of one edition: the ranked list that is put in
// order by hand, the reserves under it, the balance of the list beside it, and
// the dialogs that make and change editions.
//
// It never decides a rank: it says what is wanted and shows what the book made of it.
package edition

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

type screen struct {
	desk    desk.Desk
	object  *fyne.Container
	work    fyne.CanvasObject // list and balance
	left    *fyne.Container   // list over dock
	none    fyne.CanvasObject // there is no edition yet
	list    *ranking
	dock    *dock
	balance *balance
	shown   *data
	want    model.ID // whom to select when the rows arrive
	reveal  bool     // bring the marked entries into sight then
}

// data is what a fetch brings.
type data struct {
	edition  model.Edition
	editions []model.Edition
	lists    []model.List
	rows     []store.EntryRow
	before   *model.Edition // the edition movement is counted against
	was      []store.EntryRow
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d}
	s.list = newRanking(s)
	s.dock = newDock(s)
	s.balance = newBalance()
	s.left = container.NewBorder(nil, s.dock.object, nil, nil, s.list.object)
	s.work = desk.Remembered(d.Memory(), "edition.split", kit.SplitParams{
		First:  container.NewStack(kit.NewFill(kit.Surface), s.left),
		Second: s.balance.object, Keep: kit.KeepSecond, Size: 320, MinFirst: 910, MinSecond: 240, // narrow windows take from the balance first
	})
	s.none = container.NewStack(kit.NewFill(kit.Surface), kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconRanking, Missing: lang.L("There is no edition yet"),
		Do:     lang.L("An edition is one list of one year. Its people are ranked here."),
		Action: lang.L("New edition…"), OnTap: s.newEdition,
	}), 420, 0)))
	s.object = container.NewStack(s.work)
	return s
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show brings up an entry, by itself or by one of its people.
func (s *screen) Show(p desk.Place) {
	s.want = p.PlacementID
	if s.want == "" && p.PersonID != "" && s.shown != nil {
		s.want = placementOf(s.shown.rows, p.PersonID)
	}
	s.fetch()
	s.list.focus()
}

func placementOf(rows []store.EntryRow, person model.ID) model.ID {
	for _, r := range rows {
		for _, m := range r.Placement.Members {
			if m.PersonID == person {
				return r.Placement.ID
			}
		}
	}
	return ""
}

// Place says which entry is chosen.
func (s *screen) Place() desk.Place {
	p := desk.Place{Screen: desk.Edition, EditionID: s.desk.EditionID()}
	if r, ok := s.current(); ok {
		p.PlacementID = r.Placement.ID
	}
	return p
}

// Changed fetches again.
func (s *screen) Changed([]store.Event) { s.fetch() }

// Flush has nothing to hand over: all that is typed here is typed in dialogs.
func (s *screen) Flush() {}

// Proofed brings the page numbers up to date.
func (s *screen) Proofed(*desk.Proof) {
	s.list.list.Refresh()
	s.dock.list.Refresh()
}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	if c == desk.NewEdition {
		s.newEdition()
		return true
	}
	if s.shown == nil {
		return false
	}
	switch c {
	case desk.EditEdition:
		s.editEdition()
	case desk.AddEntry:
		s.addEntry(model.Nominated)
	case desk.Find:
		s.find()
	case desk.SelectAll:
		s.list.markAll()
	default:
		return s.actOnMarked(c)
	}
	return true
}

// actOnMarked answers the commands that are about the marked entries.
func (s *screen) actOnMarked(c desk.Command) bool {
	rows := s.marked()
	if len(rows) == 0 {
		return false
	}
	switch c {
	case desk.MoveUp:
		s.step(-1)
	case desk.MoveDown:
		s.step(1)
	case desk.MoveToRank:
		s.askRank()
	case desk.Tie:
		s.tie()
	case desk.ToReserves:
		s.setStatus(rows, model.Reserve)
	case desk.SignOff:
		s.setStatus(rows, model.SignedOff)
	case desk.RemoveEntry:
		s.remove(rows)
	case desk.ShowOnPage:
		return s.showOnPage(rows[0])
	default:
		return false
	}
	return true
}

func (s *screen) fetch() {
	id := s.desk.EditionID()
	if id == "" {
		s.shown = nil
		s.stage(s.none)
		return
	}
	s.desk.Fetch("edition.rows", func(ctx context.Context, b *store.Book) (any, error) { return read(ctx, b, id) }, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		if id == s.desk.EditionID() {
			s.show(v.(*data))
		}
	})
}

func read(ctx context.Context, b *store.Book, id model.ID) (*data, error) {
	var d data
	var err error
	if d.edition, err = b.Edition(ctx, id); err != nil {
		return nil, err
	}
	if d.editions, err = b.Editions(ctx); err != nil {
		return nil, err
	}
	if d.lists, err = b.Lists(ctx); err != nil {
		return nil, err
	}
	if d.rows, err = b.EntryRows(ctx, id); err != nil {
		return nil, err
	}
	if d.before = model.DefaultPredecessor(d.editions, d.edition); d.before != nil {
		d.was, err = b.EntryRows(ctx, d.before.ID)
	}
	return &d, err
}

func (s *screen) stage(o fyne.CanvasObject) {
	if s.object.Objects[0] != o {
		s.object.Objects = []fyne.CanvasObject{o}
		s.object.Refresh()
	}
}

// show fills the screen; the selection stays with the entries, not the rows.
func (s *screen) show(d *data) {
	other := s.shown == nil || s.shown.edition.ID != d.edition.ID
	var marked []model.ID
	if !other {
		marked = s.markedIDs()
	}
	s.shown = d
	lines, reserves := linesOf(d.edition, d.rows)
	s.dock.fill(d, reserves)
	s.list.fill(d, lines)
	s.balance.fill(d)
	s.stage(s.work)
	if s.want != "" {
		marked = []model.ID{s.want}
	}
	s.list.mark(marked, s.want != "" || other || s.reveal)
	s.dock.mark(marked)
	s.enable()
	s.want, s.reveal = "", false
}
