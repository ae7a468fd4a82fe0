package edition

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// leaving are the statuses of somebody whose place a reserve takes.
var leaving = []model.Status{model.Declined, model.Withdrawn, model.Reserve}

// bringIn takes entries of the dock into the order, at a rank.
func (s *screen) bringIn(ids []model.ID, rank model.Rank) {
	s.want = ids[0]
	if len(ids) == 1 && rank.Number > 0 && s.holeAt(s.entry(ids[0]).Placement.Category, rank.Number) {
		s.do(model.Message{}, true, store.SwapIn{ID: ids[0], Rank: rank.Number})
		return
	}
	commands := []store.Command{store.SetStatus{IDs: ids, Status: model.Confirmed}}
	if rank.Number > 0 && s.ranks() {
		if len(ids) == 1 {
			commands = append(commands, store.SetRank{ID: ids[0], Rank: rank})
		} else {
			commands = append(commands, s.moveTo(ids, s.entry(ids[0]).Placement.Category, rank.Number))
		}
	}
	s.do(model.Say("Swap in {{.Name}}", "Name", s.nameOf(ids[0])), true, commands...)
}

// holeAt says whether nobody of a category has a rank.
func (s *screen) holeAt(category string, rank int) bool {
	return slices.ContainsFunc(s.list.lines, func(l line) bool {
		return l.kind == lineHole && l.category == category && l.from <= rank && rank <= l.to
	})
}

// swapIn takes reserves in at a row of the list: at a hole's rank, before a
// fault, or, as a menu asks, in the place of the entry that stands there or
// before it.
func (s *screen) swapIn(ids []model.ID, row int, at fyne.Position) {
	lines := s.list.lines
	switch {
	case row < len(lines) && lines[row].kind == lineHole && len(ids) == 1:
		s.bringIn(ids, model.Rank{Number: lines[row].from})
		return
	case row >= len(lines) || lines[row].kind != lineEntry || len(ids) != 1:
		s.insert(ids, row)
		return
	}
	leaver := lines[row].row
	var items []*fyne.MenuItem
	for _, status := range leaving {
		text := inPlaceOf(leaver.Name, status)
		items = append(items, kit.MenuItem(text, kit.IconSwap, func() { s.replace(ids[0], leaver.Placement.ID, status) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Insert above {{.Name}}", map[string]any{"Name": leaver.Name}), kit.IconArrowUp, func() { s.insert(ids, row) }))
	kit.ShowMenuAt(s.desk.Window(), at, items...)
}

// inPlaceOf says whose place is taken, and how they leave.
func inPlaceOf(name string, status model.Status) string {
	who := map[string]any{"Name": name}
	switch status {
	case model.Declined:
		return lang.L("In place of {{.Name}}, who declined", who)
	case model.Withdrawn:
		return lang.L("In place of {{.Name}}, who withdrew", who)
	}
	return lang.L("In place of {{.Name}}, who becomes a reserve", who)
}

func (s *screen) insert(ids []model.ID, row int) {
	category := s.entry(ids[0]).Placement.Category
	s.bringIn(ids, model.Rank{Number: rankAt(s.list.lines, category, placeBefore(s.list.lines, row, category, nil))})
}

// replace lets a reserve take the place of somebody who leaves.
func (s *screen) replace(reserve, leaver model.ID, status model.Status) {
	s.want = reserve
	s.do(model.Message{}, true, store.SwapIn{ID: reserve, For: leaver, Leaver: status})
}

func (s *screen) entry(id model.ID) store.EntryRow {
	for _, r := range s.shown.rows {
		if r.Placement.ID == id {
			return r
		}
	}
	return store.EntryRow{}
}

func (s *screen) nameOf(id model.ID) string { return s.entry(id).Name }

// reserves are those who are ready to be swapped in.
func (s *screen) reserves() []store.EntryRow {
	return slices.DeleteFunc(slices.Clone(s.dock.rows), func(r store.EntryRow) bool { return r.Placement.Status != model.Reserve })
}

// askReserve asks who takes an empty rank; of one reserve there is nothing to ask.
func (s *screen) askReserve(rank int) {
	ready := s.reserves()
	if len(ready) == 1 {
		s.bringIn(idsOf(ready), model.Rank{Number: rank})
		return
	}
	options := make([]kit.Option, len(ready))
	for i, r := range ready {
		options[i] = kit.Option{Text: r.Name, Detail: joined(" – ", r.Title, r.Organisation)}
	}
	kit.ChooseFrom(s.desk.Window(), lang.L("Swap in at rank {{.Rank}}", map[string]any{"Rank": rank}), lang.L("Swap in"), options, func(i int) {
		s.bringIn([]model.ID{ready[i].Placement.ID}, model.Rank{Number: rank})
	})
}

// closeGap moves everybody behind a hole up; other holes stay.
func (s *screen) closeGap(hole line) {
	s.do(model.Message{}, false, store.CloseGap{EditionID: s.shown.edition.ID, Category: hole.category, From: hole.from, To: hole.to})
}

// swap lets two marked entries change places; of one it asks with whom. A
// reserve takes the place of the other, who leaves.
func (s *screen) swap() {
	rows := s.marked()
	if len(rows) == 2 && !outOf(rows[0].Placement.Status) && !outOf(rows[1].Placement.Status) {
		s.do(model.Message{}, true, store.Swap{A: rows[0].Placement.ID, B: rows[1].Placement.ID})
		return
	}
	s.askSwap(rows[0])
}

// askSwap asks with whom an entry changes places.
func (s *screen) askSwap(r store.EntryRow) {
	in := outOf(r.Placement.Status)
	var others []store.EntryRow
	if !in {
		others = s.reserves()
	}
	for _, l := range s.list.lines {
		if l.kind == lineEntry && l.row.Placement.ID != r.Placement.ID && (in || l.category == r.Placement.Category) {
			others = append(others, l.row)
		}
	}
	if len(others) == 0 {
		return
	}
	options := make([]kit.Option, len(others))
	for i, o := range others {
		figure := o.Placement.Rank.Figure(s.shown.edition.TieStyle)
		if outOf(o.Placement.Status) {
			figure = desk.Word(string(o.Placement.Status))
		}
		options[i] = kit.Option{Text: o.Name, Detail: joined("  ", figure, o.Organisation)}
	}
	words := make([]string, len(leaving))
	for i, status := range leaving {
		words[i] = desk.Word(string(status))
	}
	leaves := kit.NewSegment(words, nil)
	who := labelled(lang.L("Who leaves becomes"), leaves)
	swaps := func(i int) bool { return in || outOf(others[max(0, i)].Placement.Status) }
	var d *kit.Dialog
	with := kit.NewChoice(lang.L("With"), options, func(i int) {
		kit.SetVisible(who, swaps(i))
		d.Relayout()
	})
	with.Select(0)
	kit.SetVisible(who, swaps(0))
	d = kit.Form(s.desk.Window(), lang.L("Swap {{.Name}}", map[string]any{"Name": r.Name}), lang.L("Swap"), []fyne.CanvasObject{with, who}, func() bool {
		other := others[max(0, with.Selected())]
		status := leaving[leaves.Selected()]
		switch {
		case in:
			s.replace(r.Placement.ID, other.Placement.ID, status)
		case outOf(other.Placement.Status):
			s.replace(other.Placement.ID, r.Placement.ID, status)
		default:
			s.do(model.Message{}, true, store.Swap{A: r.Placement.ID, B: other.Placement.ID})
		}
		return true
	})
}
