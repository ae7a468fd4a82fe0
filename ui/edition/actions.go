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

// marked gives the marked entries, of the list or of the dock.
func (s *screen) marked() []store.EntryRow {
	var rows []store.EntryRow
	if s.boarding {
		rows = s.board.marked()
	}
	for _, l := range s.list.marked() {
		rows = append(rows, l.row)
	}
	return append(rows, s.dock.marked()...)
}

func (s *screen) markedIDs() []model.ID { return idsOf(s.marked()) }

func idsOf(rows []store.EntryRow) []model.ID {
	ids := make([]model.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.Placement.ID
	}
	return ids
}

// current is the first of the marked entries.
func (s *screen) current() (store.EntryRow, bool) {
	rows := s.marked()
	if len(rows) == 0 {
		return store.EntryRow{}, false
	}
	return rows[0], true
}

// enable lets the buttons of the head follow what is marked.
func (s *screen) enable() {
	if s.list == nil || s.dock == nil {
		return
	}
	thawed := s.shown != nil && !s.shown.edition.Frozen
	listed := s.list.marked()
	s.list.tie.SetEnabled(thawed && len(listed) > 0 && s.ranks())
	s.list.toRank.SetEnabled(thawed && len(s.marked()) > 0 && s.shown.edition.Scheme.Kind != model.SchemeUnranked)
	s.list.add.SetEnabled(thawed)
}

// ranks says whether the edition gives numbers.
func (s *screen) ranks() bool { return s.shown != nil && s.shown.edition.Scheme.Ranks(1) }

// do writes commands as one step with a name; reveal brings the marked entries
// into sight when they are where they belong now.
func (s *screen) do(label model.Message, reveal bool, commands ...store.Command) {
	if len(commands) == 0 {
		return
	}
	s.reveal = reveal
	s.desk.Do(func(_ store.Receipt, err error) {
		if err != nil {
			s.reveal, s.want = false, ""
		}
	}, asStep(label, commands))
	s.fetch() // at once: the next key means the list as it is after this step
}

// asStep makes one step of commands; a single one has a name of its own.
func asStep(label model.Message, commands []store.Command) store.Command {
	if len(commands) == 1 {
		return commands[0]
	}
	return store.Step{Label: label, Commands: commands}
}

// step moves the marked entries one place up or down.
func (s *screen) step(by int) {
	if rows := s.dock.marked(); len(rows) > 0 {
		first := slices.IndexFunc(s.dock.rows, func(r store.EntryRow) bool { return r.Placement.ID == rows[0].Placement.ID })
		to := first + by
		if by > 0 {
			to = first + len(rows) + 1
		}
		if to >= 0 && to <= len(s.dock.rows) {
			s.placeAmong(idsOf(rows), s.dock.rows, to)
		}
		return
	}
	marked := s.list.marked()
	if len(marked) == 0 || !s.ranks() || marked[0].rest {
		return
	}
	ids, category := s.markedIDs(), marked[0].category
	first := rowOf(s.list.lines, ids[0])
	if hole := holeBeside(s.list.lines, first+max(0, by)); hole > 0 && len(ids) == 1 {
		s.setRanks(ids, model.Rank{Number: hole})
		return
	}
	place := placeBefore(s.list.lines, first, category, ids) + by*s.passing(first, by)
	if place < 1 || place > s.placedIn(category)-len(ids)+1 {
		return
	}
	s.do(model.Message{}, true, store.Move{IDs: ids, To: place})
}

// passing is how many entries are passed by a step from a row: a tie as a whole.
func (s *screen) passing(row, by int) int {
	lines, n := s.list.lines, 1
	from, to := tieLast, tieFirst
	if by > 0 {
		from, to = tieFirst, tieLast
	}
	row += by
	if row < 0 || row >= len(lines) || lines[row].tie != from {
		return n
	}
	for ; lines[row].tie != to; row += by {
		n++
	}
	return n
}

// rankBefore is the rank that entries get where they are dropped before a row: a
// single one beside a hole goes into it.
func (s *screen) rankBefore(row int, category string, ids []model.ID) int {
	if hole := holeBeside(s.list.lines, row); hole > 0 && len(ids) == 1 {
		return hole
	}
	return rankAt(s.list.lines, category, placeBefore(s.list.lines, row, category, ids))
}

// moveTo puts entries one after the other from a rank on, or one into a hole.
func (s *screen) moveTo(ids []model.ID, category string, rank int) store.Command {
	if len(ids) == 1 && s.holeAt(category, rank) {
		return store.SetRank{ID: ids[0], Rank: model.Rank{Number: rank}}
	}
	return store.Move{IDs: ids, To: placeOf(s.list.lines, category, rank)}
}

// placedIn counts those of a category who take a place.
func (s *screen) placedIn(category string) int {
	n := 0
	for _, l := range s.list.lines {
		if l.kind == lineEntry && l.category == category {
			n++
		}
	}
	return n
}

// placeAmong puts entries before another of some rows of one category.
func (s *screen) placeAmong(ids []model.ID, rows []store.EntryRow, to int) {
	category := ""
	for _, r := range rows {
		if r.Placement.ID == ids[0] {
			category = r.Placement.Category
		}
	}
	place := s.placedIn(category) + 1
	for _, r := range rows[:min(to, len(rows))] {
		if r.Placement.Category == category && !slices.Contains(ids, r.Placement.ID) {
			place++
		}
	}
	s.do(model.Message{}, true, store.Move{IDs: ids, To: place})
}

// drop puts entries at a place beside another, into its category: what is let go
// in the A–Z part loses its rank, what is let go in a band gets it.
func (s *screen) drop(ids []model.ID, at line, rank int) {
	band := at.row.Placement.Rank
	var commands []store.Command
	for _, id := range ids {
		if i := rowOf(s.list.lines, id); i >= 0 && s.list.lines[i].category != at.category {
			commands = append(commands, store.UpdatePlacement{ID: id, Category: &at.category})
		}
	}
	label := model.Say("Move {{.Count}} entries", "Count", len(ids))
	if n := len(commands); n > 0 && at.category != "" {
		label = model.Say("Put {{.Count}} entries into {{.Group}}", "Count", n, "Group", at.category)
	}
	switch kind := s.shown.edition.Scheme.Kind; {
	case kind == model.SchemeUnranked:
		s.do(label, true, commands...)
		return
	case !at.rest && kind != model.SchemeBands:
		s.do(label, true, append(commands, s.moveTo(ids, at.category, rank))...)
		return
	}
	for _, id := range ids {
		c := store.SetRank{ID: id, Rank: model.Rank{Band: band.Band, To: band.To}}
		if at.rest {
			c.Rank = model.Rank{Reason: model.ByScheme}
		}
		commands = append(commands, c)
	}
	s.do(label, true, commands...)
}

// rank gives the marked entries a rank as typed; several stand one after the
// other from there. It reports whether the text was a rank.
func (s *screen) rank(text string) bool {
	rows := s.marked()
	if len(rows) == 0 {
		return true
	}
	parsed, err := model.ParseRank(text)
	if err != nil {
		return false
	}
	ids := idsOf(rows)
	switch {
	case outOf(rows[0].Placement.Status):
		s.bringIn(ids, parsed.Rank)
	case len(ids) > 1 && parsed.Number > 0:
		s.do(model.Message{}, true, s.moveTo(ids, rows[0].Placement.Category, parsed.Number))
	default:
		s.setRanks(ids, parsed.Rank)
	}
	return true
}

// setRanks sets the same rank for each of some entries.
func (s *screen) setRanks(ids []model.ID, rank model.Rank) {
	var commands []store.Command
	for _, id := range ids {
		commands = append(commands, store.SetRank{ID: id, Rank: rank})
	}
	s.do(model.Say("Rank {{.Count}} entries", "Count", len(ids)), true, commands...)
}

// tie lets the marked entries share a rank, or one of them the rank above it.
// Where all of them do so already, the tie ends.
func (s *screen) tie() {
	marked := s.list.marked()
	if len(marked) == 0 || marked[0].row.Placement.Rank.Number == 0 {
		return
	}
	targets := marked
	if len(marked) > 1 {
		targets = marked[1:]
	}
	shared := true
	for _, l := range targets {
		shared = shared && (l.tie == tieMiddle || l.tie == tieLast)
	}
	if len(marked) == 1 && marked[0].tie == tieFirst {
		shared = true
	}
	var commands []store.Command
	if !shared {
		commands = s.together(marked)
	}
	for _, l := range targets {
		commands = append(commands, store.SetTie{ID: l.row.Placement.ID, Tied: !shared})
	}
	if len(marked) == 1 && marked[0].tie == tieFirst {
		i := rowOf(s.list.lines, marked[0].row.Placement.ID)
		commands = []store.Command{store.SetTie{ID: s.list.lines[i+1].row.Placement.ID}}
	}
	label := model.Say("Tie {{.Count}} entries", "Count", len(marked))
	if shared {
		label = model.Say("End a tie")
	}
	s.do(label, true, commands...)
}

// together brings marked entries that stand apart below the first of them.
func (s *screen) together(marked []line) []store.Command {
	ids := s.markedIDs()
	first := rowOf(s.list.lines, ids[0])
	if len(marked) == 1 || first+len(marked) <= len(s.list.lines) && s.list.lines[first+len(marked)-1].row.Placement.ID == ids[len(ids)-1] {
		return nil
	}
	return []store.Command{store.Move{IDs: ids, To: placeBefore(s.list.lines, first, marked[0].category, ids)}}
}

// setStatus gives entries a status.
func (s *screen) setStatus(rows []store.EntryRow, status model.Status) {
	s.do(model.Message{}, false, store.SetStatus{IDs: idsOf(rows), Status: status})
}

// remove takes entries out of the edition, with their interviews; Undo is offered.
func (s *screen) remove(rows []store.EntryRow) {
	desk.DoAndTell(s.desk, lang.N("{{.Count}} entries taken out", len(rows), map[string]any{"Count": len(rows)}), store.RemovePlacements{IDs: idsOf(rows)})
}

// open goes to the person; an organisation has no page of its own yet.
func (s *screen) open(r store.EntryRow) {
	if len(r.Placement.Members) > 0 {
		s.desk.Go(desk.Place{Screen: desk.People, PersonID: r.Placement.Members[0].PersonID, PlacementID: r.Placement.ID})
	}
}

func (s *screen) showOnPage(r store.EntryRow) bool {
	proof := s.desk.Proof()
	if proof == nil || proof.Book.Pages[r.Placement.ID] == 0 {
		return false
	}
	s.desk.Go(desk.Place{Screen: desk.Yearbook, PlacementID: r.Placement.ID, Page: proof.Book.Pages[r.Placement.ID]})
	return true
}

// askRank asks for the rank of the marked entries.
func (s *screen) askRank() {
	r, ok := s.current()
	if !ok || s.shown.edition.Scheme.Kind == model.SchemeUnranked {
		return
	}
	rank := kit.NewField(lang.L("Rank"), "17, =17")
	rank.SetText(r.Placement.Rank.Figure(s.shown.edition.TieStyle))
	title := lang.L("Move {{.Name}}", map[string]any{"Name": r.Name})
	if n := len(s.marked()); n > 1 {
		title = lang.N("Move {{.Count}} entries", n, map[string]any{"Count": n})
	}
	kit.Form(s.desk.Window(), title, lang.L("Move"), []fyne.CanvasObject{rank}, func() bool {
		if !s.rank(rank.Text()) {
			rank.SetError(lang.L("Write a rank: 17, or =17 to share it."))
			return false
		}
		return true
	})
	rank.SelectAll()
}

// find asks for a name and goes to its row.
func (s *screen) find() {
	options := make([]kit.Option, len(s.shown.rows))
	for i, r := range s.shown.rows {
		options[i] = kit.Option{Text: r.Name, Detail: joined("  ", r.Placement.Rank.Figure(s.shown.edition.TieStyle), r.Organisation)}
	}
	rows := s.shown.rows
	kit.ChooseFrom(s.desk.Window(), lang.L("Find in this edition"), lang.L("Show"), options, func(i int) {
		s.markAgain([]model.ID{rows[i].Placement.ID}, true)
	})
}
