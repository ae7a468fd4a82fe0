package model

import (
	"cmp"
	"math"
	"slices"
)

// Check finds everything in the data of an edition that speaks against printing
// it. What only the composed pages can tell (overset text, resolution, missing
// glyphs) comes from the composer. The list is sorted: errors, which should stop
// a press export, before warnings; each in the order of the book.
func Check(s *Snapshot) []Problem {
	c := &checker{s: s}
	for _, p := range OrderIn(s.Placements, s.Edition) {
		if p.Status.Printed() {
			c.printed = append(c.printed, p)
		}
	}
	c.checkNumber()
	c.checkRanks()
	c.checkPhotos()
	c.found = append(c.found, s.Yearbook.WithDefaults().Problems()...)
	c.found = append(c.found, s.Yearbook.assetProblems(s.Assets)...)
	c.checkEligibility()
	c.checkNamesakes()
	c.checkInterviews()
	for i := range c.printed {
		c.checkEntry(&c.printed[i])
	}
	place := make(map[ID]int, len(c.printed))
	for i, p := range c.printed {
		place[p.ID] = i + 1
	}
	slices.SortStableFunc(c.found, func(a, b Problem) int { return cmp.Compare(place[a.PlacementID], place[b.PlacementID]) })
	SortProblems(c.found)
	return c.found
}

// SortProblems puts errors before warnings, and within them those of the whole book
// before those of its pages, in their order; where that says nothing the order stays.
func SortProblems(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(severityOrder(a.Severity), severityOrder(b.Severity)), cmp.Compare(pageOrder(a), pageOrder(b)))
	})
}

// pageOrder is the page of a problem: −1 for the whole book, and the last for an
// entry that has none.
func pageOrder(p Problem) int {
	switch {
	case p.Page > 0:
		return p.Page
	case p.PlacementID == "":
		return -1
	}
	return math.MaxInt
}

func severityOrder(s Severity) int {
	if s == Error {
		return 0
	}
	return 1
}

type checker struct {
	s       *Snapshot
	printed []Placement // in the order of the book
	silent  bool        // nobody of the edition says anything
	found   []Problem
}

// note adds a problem of an entry, of which the field belongs to the placement
// unless a record is named.
func (c *checker) note(p *Placement, severity Severity, kind ProblemKind, field string, record ID, text, remedy Message) {
	problem := Problem{Severity: severity, Kind: kind, PlacementID: p.ID, Person: p.PrintedName(), Field: field, Record: record, Text: text, Remedy: remedy}
	if len(p.Members) > 0 {
		problem.PersonID = p.Members[0].PersonID
	}
	c.found = append(c.found, problem)
}

// noteMember adds a problem of one member of an entry.
func (c *checker) noteMember(p *Placement, m *Member, severity Severity, kind ProblemKind, field string, text, remedy Message) {
	c.found = append(c.found, Problem{
		Severity: severity, Kind: kind, PlacementID: p.ID, PersonID: m.PersonID, Person: m.Name.Display(),
		Field: field, Record: m.PersonID, Text: text, Remedy: remedy,
	})
}

// checkNumber compares the entries with the size of the edition. In a draft
// that some are still to come is no reason to stop.
func (c *checker) checkNumber() {
	size, have := c.s.Edition.Size, len(c.printed)
	if size == 0 || have == size {
		return
	}
	problem := Problem{
		Severity: Error, Kind: ProblemWrongNumber, Field: FieldSize, Record: c.s.Edition.ID,
		Text:   Say("{{.Have}} of {{.Size}} entries confirmed", "Have", have, "Size", size),
		Remedy: Say("Confirm or take out entries, or change the size of the edition."),
	}
	if have < size && !c.s.Edition.Finished {
		problem.Severity = Warning
	}
	c.found = append(c.found, problem)
}

// checkEntry looks at one entry by itself.
func (c *checker) checkEntry(p *Placement) {
	for i := range p.Members {
		m := &p.Members[i]
		c.checkConsent(p, m)
		c.checkJob(p, m, i)
	}
	c.checkAnswers(p)
	c.checkWords(p)
}

func (c *checker) checkConsent(p *Placement, m *Member) {
	person, known := c.s.People[m.PersonID]
	switch {
	case !known || person.Consent == ConsentGranted:
	case person.Consent == ConsentRefused:
		c.noteMember(p, m, Error, ProblemNoConsent, FieldConsent,
			Say("Does not want to be printed"), Say("Take the entry out, or record the new consent."))
	case person.Consent == ConsentAsked:
		c.noteMember(p, m, Warning, ProblemNoConsent, FieldConsent,
			Say("Asked for consent, no answer yet"), Say("Ask again, and record the answer."))
	default:
		c.noteMember(p, m, Warning, ProblemNoConsent, FieldConsent,
			Say("No consent recorded"), Say("Ask, and record the answer."))
	}
}

func (c *checker) checkJob(p *Placement, m *Member, i int) {
	field := FieldTitle
	if len(p.Members) > 1 {
		field = MemberField(FieldTitle, i)
	}
	remedy := Say("Write what was true when the list was published.")
	switch {
	case isBlank(m.Title) && isBlank(m.Organisation):
		c.noteMember(p, m, Warning, ProblemNoTitle, field, Say("Neither job title nor organisation"), remedy)
	case isBlank(m.Title):
		c.noteMember(p, m, Warning, ProblemNoTitle, field, Say("No job title"), remedy)
	default:
		return
	}
	c.found[len(c.found)-1].Record = "" // printed that year: the placement's, not the person's
}

// checkInterviews looks whether anybody says anything. Where nobody does, that is
// said once; an edition that asks nothing is a list and has no interviews to miss.
func (c *checker) checkInterviews() {
	people := 0
	for i := range c.printed {
		p := &c.printed[i]
		if len(p.Members) > 0 {
			people++
		}
		if !isBlank(p.Citation) || slices.ContainsFunc(p.Answers, func(a Answer) bool { return !isBlank(a.Edited) }) {
			return
		}
	}
	c.silent = true
	if people > 0 && len(c.s.Edition.Questions) > 0 {
		c.found = append(c.found, Problem{
			Severity: Warning, Kind: ProblemNoInterview, Field: FieldAnswer, Record: c.s.Edition.ID,
			Text: Say("None of {{.Count}} people has answered anything", "Count", people), Remedy: Say("Chase the answers, or write citations."),
		})
	}
}

// checkAnswers looks for an interview, and for what nobody has looked at yet.
func (c *checker) checkAnswers(p *Placement) {
	answered, unapproved := false, []int{}
	for i := range p.Answers {
		a := &p.Answers[i]
		number := i + 1
		if a.Excerpt.Stale {
			c.note(p, Warning, ProblemStaleExcerpt, FieldExcerpt, a.ID,
				Say("Excerpt is stale, question {{.Number}}", "Number", number), Say("The answer changed: look at the excerpt and choose again."))
		}
		if a.PullQuote.Stale {
			c.note(p, Warning, ProblemStaleExcerpt, FieldPullQuote, a.ID,
				Say("Pull quote is stale, question {{.Number}}", "Number", number), Say("The answer changed: look at the pull quote and choose again."))
		}
		if isBlank(a.Edited) {
			continue
		}
		answered = true
		if !a.Approved {
			unapproved = append(unapproved, i)
		}
	}
	switch remedy := Say("Have the text approved and tick it."); len(unapproved) {
	case 0:
	case 1:
		c.note(p, Warning, ProblemUnapproved, FieldApproved, p.Answers[unapproved[0]].ID, Say("Answer not approved, question {{.Number}}", "Number", unapproved[0]+1), remedy)
	default:
		c.note(p, Warning, ProblemUnapproved, FieldApproved, p.Answers[unapproved[0]].ID, Say("{{.Count}} answers not approved", "Count", len(unapproved)), remedy)
	}
	if !c.silent && !answered && isBlank(p.Citation) && len(p.Members) > 0 {
		c.note(p, Warning, ProblemNoInterview, FieldAnswer, "", Say("Nothing answered, and no citation"), Say("Chase the answers, or write a citation."))
	}
}
