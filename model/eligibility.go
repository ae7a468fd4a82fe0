package model

import (
	"cmp"
	"slices"
	"strings"
)

// RuleKind names a rule about who may stand in an edition.
type RuleKind string

// The rules that lists print in their conditions. Each edition keeps its own,
// for they change from year to year.
const (
	// RuleOrganisation: at most Most entries of one organisation.
	RuleOrganisation RuleKind = "organisation"
	// RuleFormerFirst: who was first the time before does not stand again.
	RuleFormerFirst RuleKind = "former first"
	// RuleJudges: who judges does not stand.
	RuleJudges RuleKind = "judges"
	// RuleYears: nobody stands more than Most years one after the other.
	RuleYears RuleKind = "years"
	// RuleCategory: a category has at least Least entries and, unless Most is
	// 0, at most Most.
	RuleCategory RuleKind = "category"
)

// Rule is one condition of an edition. Which numbers it needs follows from its kind.
type Rule struct {
	Kind     RuleKind `json:"kind"`
	Category string   `json:"category,omitempty"`
	Least    int      `json:"least,omitempty"`
	Most     int      `json:"most,omitempty"`
}

// Check says what is wrong with a rule, with ErrInvalid.
func (r Rule) Check() error {
	switch r.Kind {
	case RuleFormerFirst, RuleJudges:
		return nil
	case RuleOrganisation, RuleYears:
		if r.Most < 1 {
			return Faultf(ErrInvalid, "Say how many are allowed: at least 1.")
		}
		return nil
	case RuleCategory:
		switch {
		case isBlank(r.Category):
			return Faultf(ErrInvalid, "Say for which category the numbers are.")
		case r.Least < 0 || r.Most < 0 || r.Most > 0 && r.Most < r.Least:
			return Faultf(ErrInvalid, "{{.Category}}: the most must not be less than the least.", "Category", r.Category)
		}
		return nil
	}
	return Faultf(ErrInvalid, "“{{.Rule}}” is no rule of this Laurel.", "Rule", string(r.Kind))
}

// Message says the rule as a list's conditions would.
func (r Rule) Message() Message {
	switch r.Kind {
	case RuleOrganisation:
		return Say("at most {{.Most}} of one organisation", "Most", r.Most)
	case RuleFormerFirst:
		return Say("not who was no. 1 the time before")
	case RuleJudges:
		return Say("not the judges")
	case RuleYears:
		return Say("at most {{.Most}} years one after the other", "Most", r.Most)
	}
	switch {
	case r.Most == 0:
		return Say("{{.Category}}: at least {{.Least}}", "Category", r.Category, "Least", r.Least)
	case r.Least == 0:
		return Say("{{.Category}}: at most {{.Most}}", "Category", r.Category, "Most", r.Most)
	}
	return Say("{{.Category}}: {{.Least}} to {{.Most}}", "Category", r.Category, "Least", r.Least, "Most", r.Most)
}

// RuleOf gives the rule of a kind, and whether the edition has it; for
// categories see Quota.
func (e Edition) RuleOf(kind RuleKind) (Rule, bool) {
	for _, r := range e.Rules {
		if r.Kind == kind {
			return r, true
		}
	}
	return Rule{}, false
}

// Quota gives the numbers that are set for a category.
func (e Edition) Quota(category string) (least, most int) {
	for _, r := range e.Rules {
		if r.Kind == RuleCategory && Fold(r.Category) == Fold(category) {
			return r.Least, r.Most
		}
	}
	return 0, 0
}

// Breach is a rule that is not kept, by the entries it is about. Without
// entries it is about a category that has too few.
type Breach struct {
	Rule    Rule
	Entries []ID
	Text    Message
}

// Breaches finds the rules of an edition that are not kept by those who take a
// place in it (nominated or further), in the order of the rules.
func Breaches(s *Snapshot) []Breach {
	e := &eligibility{s: s}
	for _, p := range OrderIn(s.Placements, s.Edition) {
		if p.Status.placed() {
			e.placed = append(e.placed, p)
		}
	}
	return e.all()
}

// eligibility is a look at the rules with those who are counted.
type eligibility struct {
	s      *Snapshot
	placed []Placement
	found  []Breach
}

func (e *eligibility) all() []Breach {
	for _, r := range e.s.Edition.Rules {
		switch r.Kind {
		case RuleOrganisation:
			e.organisations(r)
		case RuleFormerFirst:
			e.formerFirst(r)
		case RuleJudges:
			e.judges(r)
		case RuleYears:
			e.years(r)
		case RuleCategory:
			e.category(r)
		}
	}
	return e.found
}

func (e *eligibility) add(r Rule, text Message, entries ...ID) {
	e.found = append(e.found, Breach{Rule: r, Entries: entries, Text: text})
}

// organisations counts entries by the organisations of their members; a joint
// entry of two colleagues counts once.
func (e *eligibility) organisations(r Rule) {
	type employer struct {
		name    string
		entries []ID
	}
	of := map[string]*employer{}
	var order []*employer
	for _, p := range e.placed {
		seen := map[string]bool{}
		for _, m := range p.Members {
			key := cmp.Or(string(m.OrganisationID), Fold(m.Organisation))
			if key == "" || seen[key] {
				continue
			}
			seen[key] = true
			if of[key] == nil {
				of[key] = &employer{name: m.Organisation}
				order = append(order, of[key])
			}
			of[key].entries = append(of[key].entries, p.ID)
		}
	}
	for _, o := range order {
		if len(o.entries) > r.Most {
			e.add(r, Say("{{.Count}} of {{.Organisation}}, at most {{.Most}} are allowed", "Count", len(o.entries), "Organisation", o.name, "Most", r.Most), o.entries...)
		}
	}
}

// formerFirst looks for who stood at no. 1 of the predecessor edition.
func (e *eligibility) formerFirst(r Rule) {
	if e.s.Predecessor == nil {
		return
	}
	first := map[ID]bool{}
	for _, p := range e.s.Compared {
		if p.Rank.Number == 1 && p.Status.Printed() {
			for _, m := range p.Members {
				first[m.PersonID] = true
			}
		}
	}
	for _, p := range e.placed {
		if slices.ContainsFunc(p.Members, func(m Member) bool { return first[m.PersonID] }) {
			e.add(r, Say("No. 1 in {{.Year}}, and may not stand again", "Year", e.s.Predecessor.Year), p.ID)
		}
	}
}

// judges compares with the names of the judges. What follows a comma in a
// judge's line is what they do.
func (e *eligibility) judges(r Rule) {
	sits := map[string]bool{}
	for _, line := range e.s.Edition.Judges {
		name, _, _ := strings.Cut(line, ",")
		if form := NameForm(ParseName(name).Display()); form != "" {
			sits[form] = true
		}
	}
	for _, p := range e.placed {
		if slices.ContainsFunc(p.Members, func(m Member) bool { return sits[NameForm(m.Name.Display())] }) {
			e.add(r, Say("Judges this edition, and may not stand in it"), p.ID)
		}
	}
}

// years counts how many years somebody was in the list without a break up to
// this edition.
func (e *eligibility) years(r Rule) {
	in := e.s.Edition
	for _, p := range e.placed {
		longest := 0
		for _, m := range p.Members {
			then := map[int]bool{}
			for _, a := range e.s.History[m.PersonID] {
				if a.ListID == in.ListID && sameRegion(a.Region, in.Region) && a.Status.Printed() {
					then[a.Year] = true
				}
			}
			run := 1
			for then[in.Year-run] {
				run++
			}
			longest = max(longest, run)
		}
		if longest > r.Most {
			e.add(r, Say("{{.Count}} years one after the other, at most {{.Most}} are allowed", "Count", longest, "Most", r.Most), p.ID)
		}
	}
}

// category counts a category. A draft that has too few is not there yet.
func (e *eligibility) category(r Rule) {
	var entries []ID
	for _, p := range e.placed {
		if Fold(p.Category) == Fold(r.Category) {
			entries = append(entries, p.ID)
		}
	}
	switch n := len(entries); {
	case r.Most > 0 && n > r.Most:
		e.add(r, Say("{{.Count}} in {{.Category}}, at most {{.Most}} are meant", "Count", n, "Category", r.Category, "Most", r.Most), entries[r.Most:]...)
	case n < r.Least:
		e.add(r, Say("{{.Count}} in {{.Category}}, at least {{.Least}} are meant", "Count", n, "Category", r.Category, "Least", r.Least))
	}
}

// checkEligibility notes the rules that those who are printed do not keep: one
// problem a rule and person, or organisation.
func (c *checker) checkEligibility() {
	e := &eligibility{s: c.s, placed: c.printed}
	for _, b := range e.all() {
		problem := Problem{
			Severity: Error, Kind: ProblemIneligible, Field: FieldStatus, Text: b.Text,
			Remedy: Say("Let a reserve take the place, or change the rules of the edition."),
		}
		if len(b.Entries) == 0 {
			problem.Field, problem.Record = FieldSize, c.s.Edition.ID
			problem.Remedy = Say("Confirm more of the category, or change its numbers.")
			if !c.s.Edition.Finished {
				problem.Severity = Warning
			}
			c.found = append(c.found, problem)
			continue
		}
		last := b.Entries[len(b.Entries)-1] // whom the rule stops: of several the lowest
		for i := range c.printed {
			if p := &c.printed[i]; p.ID == last {
				c.note(p, problem.Severity, problem.Kind, problem.Field, "", problem.Text, problem.Remedy)
			}
		}
	}
}
