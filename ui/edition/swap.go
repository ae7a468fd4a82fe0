package edition

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// bringIn takes entries of the dock into the order, at a rank.
func (s *screen) bringIn(ids []model.ID, rank model.Rank) {
	confirmed := model.Confirmed
	var commands []store.Command
	for _, id := range ids {
		commands = append(commands, store.UpdatePlacement{ID: id, Status: &confirmed})
	}
	if rank.Number > 0 && s.ranks() {
		if len(ids) == 1 {
			commands = append(commands, store.SetRank{ID: ids[0], Rank: rank})
		} else {
			commands = append(commands, store.Move{IDs: ids, To: rank.Number})
		}
		commands = append(commands, s.keepHoles(rank.Number)...)
	}
	s.want = ids[0]
	s.do(model.Say("Swap in {{.Name}}", "Name", s.nameOf(ids[0])), true, commands...)
}

// keepHoles holds the ranks of the others where filling one hole would number
// them anew, unseen: where there are other holes, or ranks given twice.
func (s *screen) keepHoles(filled int) []store.Command {
	fits, others := false, false
	for _, l := range s.list.lines {
		switch {
		case l.kind == lineHole && l.from == filled && l.to == filled:
			fits = true
		case l.kind == lineHole || l.clash:
			others = true
		}
	}
	if !fits || !others {
		return nil
	}
	var commands []store.Command
	for _, l := range s.list.lines {
		if l.kind == lineEntry {
			commands = append(commands, store.SetRank{ID: l.row.Placement.ID, Rank: l.row.Placement.Rank, RankAsIs: true})
		}
	}
	return commands
}

// swapIn takes reserves in at a row of the list: at a hole's rank, or before
// the entry that stands there.
func (s *screen) swapIn(ids []model.ID, row int) {
	lines := s.list.lines
	if row < len(lines) && lines[row].kind == lineHole {
		s.bringIn(ids, model.Rank{Number: lines[row].from})
		return
	}
	category := s.entry(ids[0]).Placement.Category
	s.bringIn(ids, model.Rank{Number: placeBefore(lines, row, category, nil)})
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
	gap := hole.to - hole.from + 1
	var commands []store.Command
	for _, l := range s.list.lines {
		rank := l.row.Placement.Rank
		if l.kind == lineEntry && l.category == hole.category && rank.Number > hole.to {
			rank.Number -= gap
			commands = append(commands, store.SetRank{ID: l.row.Placement.ID, Rank: rank, RankAsIs: true})
		}
	}
	s.do(model.Say("Close the gap at rank {{.Rank}}", "Rank", hole.from), false, commands...)
}
