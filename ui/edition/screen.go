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

	board    *board
	blocking *blocking
	boarding bool // the board is shown, not the list

	shown   *data
	want    model.ID // whom to select when the rows arrive
	reveal  bool     // bring the marked entries into sight then
	loading bool     // the rows are being read
	later   desk.Later

	namesakes map[model.ID][]string // as they were last looked for
	renamed   bool                  // somebody may be called otherwise since
	up        bool                  // the screen is in sight
}

// data is what a fetch brings.
type data struct {
	edition  model.Edition
	editions []model.Edition
	lists    []model.List
	rows     []store.EntryRow
	before   *model.Edition   // the edition movement is counted against
	was      []store.EntryRow // who took a place in it, in its order

	fields    []model.CustomField // the curator's own, with few values
	values    map[model.ID]map[model.ID]string
	breaches  map[model.ID][]string // rules that are not kept, by placement
	namesakes map[model.ID][]string // by person
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d}
	s.renamed = true
	s.later.Loading = func() bool { return s.loading }
	s.list = newRanking(s)
	s.dock = newDock(s)
	s.balance = newBalance()
	s.board, s.blocking = newBoard(s), newBlocking(s)
	s.left = container.NewBorder(nil, s.dock.object, nil, nil, s.list.object)
	s.work = desk.Remembered(d.Memory(), "edition.split", kit.SplitParams{
		First:  container.NewStack(kit.NewFill(kit.Surface), s.left),
		Second: container.NewStack(s.balance.object, s.blocking.object), Keep: kit.KeepSecond, Size: 320, MinFirst: 910, MinSecond: 240, // narrow windows take from the balance first
	})
	s.none = container.NewStack(kit.NewFill(kit.Surface), kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconRanking, Missing: lang.L("There is no edition yet"),
		Do:     lang.L("An edition is one list of one year. Its people are ranked here."),
		Action: lang.L("New edition…"), OnTap: s.newEdition,
	}), 420, 0)))
	s.object = container.NewStack(s.work)
	s.boarding = d.Memory().Number("edition.board", 0) > 0
	if s.boarding {
		s.list.view.Select(1)
	}
	s.lay()
	return s
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show brings up an entry, by itself or by one of its people: in the ranking
// where its place is meant.
func (s *screen) Show(p desk.Place) {
	if p.Field == model.FieldRank || p.Field == model.FieldCategory || p.Field == model.FieldSize {
		s.switchBoard(false)
	}
	s.up = true
	s.want = p.PlacementID
	if s.want == "" && p.PersonID != "" && s.shown != nil {
		s.want = placementOf(s.shown.rows, p.PersonID)
	}
	s.fetch()
	s.focus()
	s.later.Do(func() { // what was empty has rows now
		if s.desk.Window().Canvas().Focused() == nil {
			s.focus()
		}
	})
	if p.Field == desk.FieldQuestions {
		s.later.Do(s.editQuestions)
	}
	if s.renamed {
		s.lookForNamesakes()
	}
}

func placementOf(rows []store.EntryRow, person model.ID) model.ID {
	for _, r := range rows {
		if r.Placement.HasMember(person) {
			return r.Placement.ID
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
func (s *screen) Changed(events []store.Event) {
	for _, e := range events {
		s.renamed = s.renamed || e.Topic == store.TopicPeople
	}
	s.fetch()
	if s.renamed && s.up { // an import taken back takes people with it
		s.lookForNamesakes()
	}
}

// Hidden notes that another screen is shown.
func (s *screen) Hidden() { s.up = false }

// Flush has nothing to hand over: all that is typed here is typed in dialogs.
func (s *screen) Flush() {}

// Dropped takes a photo dropped on an entry of one person.
func (s *screen) Dropped(at fyne.Position, paths []string) bool {
	row := s.list.list.List.RowOver(at)
	if s.boarding || !desk.IsPicture(paths) || row < 0 || row >= len(s.list.lines) || s.list.lines[row].kind != lineEntry {
		return false
	}
	members := s.list.lines[row].row.Placement.Members
	if len(members) != 1 {
		return false
	}
	desk.TakePhoto(s.desk, members[0].PersonID, paths[0])
	return true
}

// Proofed brings the page numbers up to date.
func (s *screen) Proofed(*desk.Proof) {
	s.list.list.Refresh()
	s.dock.list.Refresh()
	if s.boarding {
		s.blocking.fill(s.desk.Proof())
	}
}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	if c == desk.NewEdition {
		s.newEdition()
		return true
	}
	if s.loading && c != desk.Leftwards && c != desk.Rightwards {
		s.later.Do(func() { s.Act(c) })
		return true
	}
	if s.shown == nil {
		return false
	}
	switch c {
	case desk.EditEdition:
		s.editEdition()
	case desk.CloneEdition:
		s.cloneEdition()
	case desk.FreezeEdition:
		s.freeze()
	case desk.AddEntry:
		s.addEntry(model.Nominated)
	case desk.Find:
		s.find()
	case desk.SelectAll:
		if s.boarding {
			return false // the column with the keyboard marks its own
		}
		s.list.markAll()
	case desk.SwitchBoard:
		s.switchBoard(!s.boarding)
	case desk.Leftwards:
		return s.boarding && s.board.step(-1)
	case desk.Rightwards:
		return s.boarding && s.board.step(1)
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
	case desk.StatusBefore:
		return s.stepStatus(-1)
	case desk.StatusAfter:
		return s.stepStatus(1)
	case desk.SwapEntries:
		s.swap()
	case desk.NoteErratum:
		s.noteErratum(rows[0])
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
		s.shown, s.loading = nil, false
		s.later.Drop()
		s.stage(s.none)
		return
	}
	s.loading = true
	s.desk.Fetch("edition.rows", func(ctx context.Context, b *store.Book) (any, error) { return read(ctx, b, id) }, func(v any, err error) {
		s.loading = false
		if err != nil {
			s.later.Drop()
			s.desk.Fail(err)
			return
		}
		if id == s.desk.EditionID() {
			s.show(v.(*data))
			s.later.Arrived()
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
	ids := []model.ID{id}
	if d.before = model.DefaultPredecessor(d.editions, d.edition); d.before != nil {
		ids = append(ids, d.before.ID)
		was, err := b.EntryRows(ctx, d.before.ID)
		if err != nil {
			return nil, err
		}
		d.was = placedOf(linesOf(*d.before, was))
	}
	if d.fields, d.values, err = b.EntryValues(ctx, ids...); err != nil {
		return nil, err
	}
	if len(d.edition.Rules) > 0 {
		snapshot, err := b.Snapshot(ctx, id)
		if err != nil {
			return nil, err
		}
		d.breaches = breachesOf(snapshot)
	}
	return &d, nil
}

// placedOf gives the entries of a list in its order, without those beside it.
func placedOf(lines []line, _ []store.EntryRow) []store.EntryRow {
	var rows []store.EntryRow
	for _, l := range lines {
		if l.kind == lineEntry {
			rows = append(rows, l.row)
		}
	}
	return rows
}

// lookForNamesakes compares everybody in the book, which takes longer than the
// list may wait: it is done in its own time, and only while the screen is up.
func (s *screen) lookForNamesakes() {
	s.renamed = false
	s.desk.Fetch("edition.namesakes", func(ctx context.Context, b *store.Book) (any, error) { return b.Duplicates(ctx) }, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.namesakes = namesakesOf(v.([]store.Duplicate))
		if s.shown != nil {
			s.shown.namesakes = s.namesakes
			s.Proofed(nil)
		}
	})
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
	d.namesakes = s.namesakes
	lines, reserves := linesOf(d.edition, d.rows)
	s.dock.fill(d, reserves)
	s.list.fill(d, lines)
	s.balance.fill(d, placedOf(lines, nil))
	s.board.fill(placedOf(lines, nil))
	if s.boarding {
		s.blocking.fill(s.desk.Proof())
	}
	s.stage(s.work)
	if s.want != "" {
		marked = []model.ID{s.want}
	}
	s.markAgain(marked, s.want != "" || other || s.reveal)
	s.want, s.reveal = "", false
}
