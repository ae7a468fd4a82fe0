package edition

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// mark is a small sign at an entry that says something in a tooltip.
type mark struct {
	icon kit.IconName
	tone kit.Token
	tip  string
}

// marksOf gives what is to be said of an entry: rules it breaks, people with
// its name, notes on what was printed.
func (d *data) marksOf(e store.EntryRow) []mark {
	var marks []mark
	if rules := d.breaches[e.Placement.ID]; len(rules) > 0 {
		marks = append(marks, mark{kit.IconError, kit.Error, strings.Join(rules, " · ")})
	}
	var names []string
	for _, m := range e.Placement.Members {
		names = append(names, d.namesakes[m.PersonID]...)
	}
	if len(names) > 0 {
		marks = append(marks, mark{kit.IconPeople, kit.Warn, lang.L("Looks like {{.Names}}", map[string]any{"Names": strings.Join(names, ", ")})})
	}
	if len(e.Errata) > 0 {
		var notes []string
		for _, r := range e.Errata {
			notes = append(notes, joined(": ", r.Noted, r.Text))
		}
		marks = append(marks, mark{kit.IconEdit, kit.Info, strings.Join(notes, " · ")})
	}
	return marks
}

// mark shows signs between name and dots.
func (r *entryRow) mark(marks []mark) {
	r.marks.Objects = slices.Grow(r.marks.Objects[:0], len(marks))
	for _, m := range marks {
		icon := kit.NewIcon(m.icon, 16, m.tone)
		icon.Tip = m.tip
		r.marks.Objects = append(r.marks.Objects, icon)
	}
	kit.SetVisible(r.marks, len(marks) > 0)
	r.marks.Refresh()
}

// pastOf tells where an entry stood before, newest first: "3 in 2025 · =6 in 2024".
func pastOf(e store.EntryRow) string {
	var parts []string
	for _, a := range slices.Backward(e.Earlier) {
		if a.Status != "" && !a.Status.Printed() {
			continue
		}
		rank := a.Rank.Figure(a.TieStyle)
		if rank == "" {
			rank = lang.L("unranked")
		}
		year := strconv.Itoa(a.Year)
		if a.Region != "" {
			year += " (" + a.Region + ")"
		}
		parts = append(parts, lang.L("{{.Rank}} in {{.Year}}", map[string]any{"Rank": rank, "Year": year}))
	}
	if len(parts) == 0 {
		return lang.L("Not in an earlier edition of this book")
	}
	return strings.Join(parts, " · ")
}

// breachesOf sorts the rules that are not kept by the entries they are about;
// those of whole categories stand at the heads.
func breachesOf(s *model.Snapshot) map[model.ID][]string {
	of := map[model.ID][]string{}
	for _, b := range model.Breaches(s) {
		for _, id := range b.Entries {
			of[id] = append(of[id], lang.L(b.Text.Text, b.Text.Args))
		}
	}
	return of
}

// namesakesOf says by person who else of the book has a name like theirs.
func namesakesOf(pairs []store.Duplicate) map[model.ID][]string {
	of := map[model.ID][]string{}
	for _, p := range pairs {
		of[p.A.ID] = append(of[p.A.ID], told(p.B))
		of[p.B.ID] = append(of[p.B.ID], told(p.A))
	}
	return of
}

func told(p store.PersonRow) string {
	if about := joined(" – ", p.Title, p.Organisation); about != "" {
		return p.Name + " (" + about + ")"
	}
	return p.Name
}
