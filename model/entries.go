package model

import (
	"cmp"
	"slices"
	"strings"
)

// HasMember says whether a person is one of those of the entry.
func (p Placement) HasMember(person ID) bool {
	return slices.ContainsFunc(p.Members, func(m Member) bool { return m.PersonID == person })
}

// PrintedName is the name of the entry without prefixes and post-nominals: the
// person's, "A & B", "A, B & C", or the entry's own.
func (p Placement) PrintedName() string { return p.named(Name.Display) }

// FullName is the name of the entry with prefixes and post-nominals.
func (p Placement) FullName() string { return p.named(Name.Full) }

// ShortName is the name of the entry with initials for given names: "A. Smith & B. Jones".
func (p Placement) ShortName() string { return p.named(Name.Short) }

// named is the entry's own name, or that of its members.
func (p Placement) named(of func(Name) string) string {
	if p.EntryName != "" {
		return p.EntryName
	}
	names := make([]string, len(p.Members))
	for i, m := range p.Members {
		names[i] = of(m.Name)
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
// then the other members'; or its own name without signs ("#MeToo" files under
// M) and without the article before it.
func (p Placement) SortKey(locale string) string { return p.sortKey(locale, Fold) }

// FileKey is SortKey with the letters that the locale holds to be its own (Å in
// Swedish, which files after Z), to be compared by CompareSort. A list sorted by
// it stands in the order of its index.
func (p Placement) FileKey(locale string) string {
	return p.sortKey(locale, func(text string) string { return asBase(text, locale) })
}

func (p Placement) sortKey(locale string, plain func(string) string) string {
	if len(p.Members) > 0 && (p.EntryName == "" || p.Kind == EntryPerson) {
		keys := make([]string, len(p.Members))
		for i, m := range p.Members {
			keys[i] = sortKey(m.Name, m.SortAs, locale, plain)
		}
		return spaced(keys...)
	}
	name := plain(p.PrintedName())
	words := sortWords(name)
	switch {
	case len(words) == 0:
		return name
	case len(words) > 1 && strings.EqualFold(words[0], "the"):
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// EntryKey is equal for entries of the same members, in whatever order; entries
// without members are the same by organisation, or by name.
func (p Placement) EntryKey() string {
	if len(p.Members) > 0 {
		keys := make([]string, len(p.Members))
		for i, m := range p.Members {
			if keys[i] = string(m.PersonID); m.PersonID == "" {
				keys[i] = "(" + NameForm(m.Name.Display()) + ")"
			}
		}
		slices.Sort(keys)
		return "people:" + strings.Join(keys, "+")
	}
	if p.OrganisationID != "" {
		return "organisation:" + string(p.OrganisationID)
	}
	return "name:" + NameForm(p.PrintedName())
}

// Monogram is what stands in for a missing photo of the entry: the person's
// letters, one letter a member of a joint entry (three at the most), the
// first letters of an organisation or a thing.
func (p Placement) Monogram() string {
	if len(p.Members) == 1 {
		return p.Members[0].Name.Monogram()
	}
	letters := ""
	for i, m := range p.Members {
		if i < 3 {
			letters += initial(cmp.Or(m.Name.Family, m.Name.Given))
		}
	}
	if len(p.Members) > 0 {
		return letters
	}
	n := 0
	for _, w := range strings.Fields(p.PrintedName()) {
		if low := strings.ToLower(w); n < 2 && low != "the" && low != "of" && low != "and" && low != "for" {
			if l := initial(w); l != "" {
				letters += l
				n++
			}
		}
	}
	return letters
}
