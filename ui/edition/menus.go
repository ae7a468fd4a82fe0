package edition

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// rowMenu is what can be done with the marked entries.
func (s *screen) rowMenu() []*fyne.MenuItem {
	r, ok := s.current()
	if !ok {
		return nil
	}
	act := func(c desk.Command) func() { return func() { s.Act(c) } }
	status := kit.MenuItem(lang.L("Status"), kit.IconCheck, nil)
	var choices []*fyne.MenuItem
	for _, one := range model.Statuses {
		item := kit.MenuItem(desk.Word(string(one)), "", func() { s.setStatus(s.marked(), one) })
		item.Checked = r.Placement.Status == one
		choices = append(choices, item)
	}
	status.ChildMenu = fyne.NewMenu("", choices...)
	items := []*fyne.MenuItem{
		kit.MenuItem(lang.L("Open the person"), kit.IconPerson, func() { s.open(r) }),
		kit.MenuItem(lang.L("Show on page"), kit.IconPage, act(desk.ShowOnPage)),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Move to rank…"), kit.IconRanking, act(desk.MoveToRank)),
		kit.MenuItem(lang.L("Swap…"), kit.IconSwap, act(desk.SwapEntries)),
		kit.MenuItem(lang.L("Tie or end the tie"), kit.IconTie, act(desk.Tie)),
		fyne.NewMenuItemSeparator(),
		status,
	}
	if group := s.groupMenu(r); group != nil {
		items = append(items, group)
	}
	items = append(items,
		kit.MenuItem(lang.L("Sign off"), kit.IconDoubleCheck, act(desk.SignOff)),
		kit.MenuItem(lang.L("To reserves"), kit.IconArrowDown, act(desk.ToReserves)),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Take out of the edition"), kit.IconTrash, act(desk.RemoveEntry)))
	if s.shown.edition.Frozen {
		return append(items[:3], s.errataMenu(r)...)
	}
	return items
}

// editionMenu is what can be done with the edition.
func (s *screen) editionMenu() []*fyne.MenuItem {
	freezing, lock := lang.L("Freeze…"), kit.IconLock
	if s.shown != nil && s.shown.edition.Frozen {
		freezing, lock = lang.L("Unfreeze…"), kit.IconUnlock
	}
	return []*fyne.MenuItem{
		kit.MenuItem(lang.L("Edition settings…"), kit.IconSettings, func() { s.Act(desk.EditEdition) }),
		kit.MenuItem(lang.L("Make the next year’s edition…"), kit.IconCopy, s.cloneEdition),
		kit.MenuItem(lang.L("New edition…"), kit.IconPlus, s.newEdition),
		kit.MenuItem(freezing, lock, s.freeze),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Find in this edition…"), kit.IconSearch, func() { s.Act(desk.Find) }),
		kit.MenuItem(lang.L("Mark all"), kit.IconList, func() { s.Act(desk.SelectAll) }),
	}
}

// groupMenu puts the marked entries into a category or a band; nil where the
// edition has neither.
func (s *screen) groupMenu(r store.EntryRow) *fyne.MenuItem {
	e := s.shown.edition
	word, groups, now := lang.L("Category"), e.Categories, r.Placement.Category
	command := func(id model.ID, group string) store.Command { return store.UpdatePlacement{ID: id, Category: &group} }
	if e.Scheme.Kind == model.SchemeBands {
		word, groups, now = lang.L("Band"), e.Scheme.Bands, r.Placement.Rank.Band
		command = func(id model.ID, group string) store.Command {
			return store.SetRank{ID: id, Rank: model.Rank{Band: group}}
		}
	}
	if len(groups) == 0 {
		return nil
	}
	menu := kit.MenuItem(word, kit.IconList, nil)
	var choices []*fyne.MenuItem
	for _, g := range groups {
		item := kit.MenuItem(g, "", func() {
			var commands []store.Command
			for _, id := range s.markedIDs() {
				commands = append(commands, command(id, g))
			}
			s.do(model.Say("Put {{.Count}} entries into {{.Group}}", "Count", len(commands), "Group", g), true, commands...)
		})
		item.Checked = g == now
		choices = append(choices, item)
	}
	menu.ChildMenu = fyne.NewMenu("", choices...)
	return menu
}
