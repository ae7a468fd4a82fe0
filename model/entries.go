package model

import (
	"slices"
	"strings"
)

// PrintedName is the name of the entry without prefixes and post-nominals: the
// person's, "A & B", "A, B & C", or the entry's own.
func (p Placement) PrintedName() string {
	if p.EntryName != "" {
		return p.EntryName
	}
	names := make([]string, len(p.Members))
	for i, m := range p.Members {
		names[i] = m.Name.Display()
	}
	return joinNames(names)
}

// FullName is the name of the entry with prefixes and post-nominals.
func (p Placement) FullName() string {
	if p.EntryName != "" {
		return p.EntryName
	}
	names := make([]string, len(p.Members))
	for i, m := range p.Members {
		names[i] = m.Name.Full()
	}
	return joinNames(names)
}

func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " & " + names[last]
}

// PrintedTitle is the title of the entry: of several members the different ones.
func (p Placement) PrintedTitle() string {
	return distinct(p.Members, func(m Member) string { return m.Title })
}

// PrintedOrganisation is the organisation of the entry: of several members the
// different ones.
func (p Placement) PrintedOrganisation() string {
	return distinct(p.Members, func(m Member) string { return m.Organisation })
}

func distinct(members []Member, of func(Member) string) string {
	var out []string
	for _, m := range members {
		if t := of(m); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return strings.Join(out, "; ")
}

// SortKey is the folded text by which the entry is sorted: its first member's,
// or its own name without leading signs ("#MeToo" files under M).
func (p Placement) SortKey(locale string) string {
	if len(p.Members) > 0 && (p.EntryName == "" || p.Kind == EntryPerson) {
		m := p.Members[0]
		return SortKey(m.Name, m.SortAs, locale)
	}
	key := Fold(p.PrintedName())
	return strings.TrimLeft(key, " #@(\"'“‘*•–-")
}

// EntryKey is equal for entries of the same members, in whatever order; entries
// without members are the same by organisation, or by name.
func (p Placement) EntryKey() string {
	if len(p.Members) > 0 {
		ids := make([]string, len(p.Members))
		for i, m := range p.Members {
			ids[i] = string(m.PersonID)
		}
		slices.Sort(ids)
		return "people:" + strings.Join(ids, "+")
	}
	if p.OrganisationID != "" {
		return "organisation:" + string(p.OrganisationID)
	}
	return "name:" + Fold(p.PrintedName())
}
