package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Check finds everything in the data of an edition that speaks against printing
// it. What only the composed pages can tell (overset text, resolution, missing
// glyphs) comes from the composer. The list is sorted: see SortProblems.
func Check(s *Snapshot) []Problem {
	c := &checker{s: s}
	var printed []Placement
	for _, p := range s.Placements {
		if p.Status.Printed() {
			printed = append(printed, p)
		}
	}
	c.checkNumber(printed)
	c.checkRanks(printed)
	c.checkPhotos(printed)
	for i := range printed {
		c.checkEntry(&printed[i])
	}
	SortProblems(c.found)
	return c.found
}

// SortProblems puts errors before warnings; within them the order stays.
func SortProblems(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Compare(severityOrder(a.Severity), severityOrder(b.Severity))
	})
}

func severityOrder(s Severity) int {
	if s == Error {
		return 0
	}
	return 1
}

type checker struct {
	s     *Snapshot
	found []Problem
}

// note adds a problem of an entry; p may be nil for one of the whole edition.
func (c *checker) note(p *Placement, severity Severity, kind ProblemKind, field string, text, remedy Message) {
	problem := Problem{Severity: severity, Kind: kind, Field: field, Text: text, Remedy: remedy}
	if p != nil {
		problem.PlacementID, problem.Person = p.ID, p.PrintedName()
		if len(p.Members) > 0 {
			problem.PersonID = p.Members[0].PersonID
		}
	}
	c.found = append(c.found, problem)
}

func (c *checker) checkNumber(printed []Placement) {
	if size := c.s.Edition.Size; size > 0 && len(printed) != size {
		c.note(nil, Error, ProblemWrongNumber, FieldSize,
			Say("{{.Have}} entries are confirmed; the edition is meant to have {{.Size}}.", "Have", len(printed), "Size", size),
			Say("Confirm or take out entries, or change the size of the edition."))
	}
}

// checkRanks finds holes, ranks given twice without a tie, and entries that the
// scheme ranks and that have no rank. After a tie of two the next rank is left out.
func (c *checker) checkRanks(printed []Placement) {
	byCategory := map[string][]*Placement{}
	var categories []string
	for i := range printed {
		p := &printed[i]
		if _, have := byCategory[p.Category]; !have {
			categories = append(categories, p.Category)
		}
		byCategory[p.Category] = append(byCategory[p.Category], p)
	}
	for _, category := range categories {
		c.checkRanksOf(byCategory[category])
	}
}

func (c *checker) checkRanksOf(entries []*Placement) {
	scheme := c.s.Edition.Scheme
	if scheme.Kind == SchemeUnranked || scheme.Kind == SchemeBands {
		return
	}
	byRank := map[int][]*Placement{}
	highest := 0
	for _, p := range entries {
		if p.Rank.Number > 0 {
			byRank[p.Rank.Number] = append(byRank[p.Rank.Number], p)
			highest = max(highest, p.Rank.Number)
		}
	}
	if scheme.Kind == SchemeTop {
		highest = max(highest, min(scheme.Top, len(entries)))
	}
	for rank := 1; rank <= highest; {
		holders := byRank[rank]
		if len(holders) == 0 {
			c.note(nil, Error, ProblemRankHole, FieldRank,
				Say("Nobody is at rank {{.Rank}}.", "Rank", rank),
				Say("Move somebody up, swap in a reserve or close the gap."))
			rank++
			continue
		}
		c.checkShared(rank, holders)
		next := rank + 1
		if len(holders) > 1 && allTied(holders) {
			next = rank + len(holders)
		}
		rank = next
	}
	if scheme.Kind == SchemeFull {
		for _, p := range entries {
			if p.Rank.Number == 0 {
				c.note(p, Error, ProblemRankMissing, FieldRank,
					Say("{{.Name}} has no rank in a full ranking.", "Name", p.PrintedName()),
					Say("Give a rank in the list."))
			}
		}
	}
}

func allTied(holders []*Placement) bool {
	return !slices.ContainsFunc(holders, func(p *Placement) bool { return !p.Rank.Tied })
}

func (c *checker) checkShared(rank int, holders []*Placement) {
	if len(holders) < 2 {
		if holders[0].Rank.Tied {
			c.note(holders[0], Warning, ProblemTieUnmarked, FieldRank,
				Say("{{.Name}} is marked as equal at rank {{.Rank}}, but nobody else is there.", "Name", holders[0].PrintedName(), "Rank", rank),
				Say("End the tie, or give the other the same rank."))
		}
		return
	}
	tied := 0
	for _, p := range holders {
		if p.Rank.Tied {
			tied++
		}
	}
	switch {
	case tied == 0:
		c.note(holders[1], Error, ProblemRankTwice, FieldRank,
			Say("Rank {{.Rank}} is given to {{.First}} and to {{.Second}}.", "Rank", rank, "First", holders[0].PrintedName(), "Second", holders[1].PrintedName()),
			Say("Tie them, or move one of them."))
	case tied < len(holders):
		c.note(holders[1], Error, ProblemTieUnmarked, FieldRank,
			Say("Rank {{.Rank}} is shared, but not everybody there is marked as equal.", "Rank", rank),
			Say("Tie them, or move one of them."))
	}
}

// checkPhotos finds a photo that is used for two people.
func (c *checker) checkPhotos(printed []Placement) {
	first := map[string]*Placement{}
	for i := range printed {
		p := &printed[i]
		photo, ok := c.photoOf(p)
		if !ok {
			continue
		}
		if other, twice := first[photo.Key]; twice {
			c.note(p, Error, ProblemSamePhoto, FieldPhoto,
				Say("{{.Name}} and {{.Other}} have the same photo.", "Name", p.PrintedName(), "Other", other.PrintedName()),
				Say("Replace the wrong one."))
			continue
		}
		first[photo.Key] = p
	}
}

func (c *checker) photoOf(p *Placement) (Photo, bool) {
	ids := []ID{p.PhotoID}
	for _, m := range p.Members {
		ids = append(ids, c.s.People[m.PersonID].PhotoID)
	}
	for _, id := range ids {
		if photo, ok := c.s.Photos[id]; ok && id != "" {
			return photo, true
		}
	}
	return Photo{}, false
}

func (c *checker) checkEntry(p *Placement) {
	name := p.PrintedName()
	photo, has := c.photoOf(p)
	switch {
	case !has && p.Kind != EntryThing && p.Kind != EntryOrganisation:
		c.note(p, Warning, ProblemMissingPhoto, FieldPhoto, Say("{{.Name}} has no photo; a monogram prints in its place.", "Name", name), Say("Drop a photo on the person."))
	case has && strings.TrimSpace(photo.Credit) == "":
		c.note(p, Warning, ProblemMissingCredit, FieldCredit, Say("The photo of {{.Name}} has no credit.", "Name", name), Say("Write who took it."))
	}
	for _, m := range p.Members {
		if c.s.People[m.PersonID].Consent == ConsentRefused {
			c.note(p, Error, ProblemNoConsent, FieldConsent, Say("{{.Name}} does not want to be printed.", "Name", m.Name.Display()), Say("Take the entry out, or record the new consent."))
		}
		if m.Title == "" && m.Organisation == "" {
			c.note(p, Warning, ProblemNoTitle, FieldTitle, Say("{{.Name}} has neither job title nor organisation.", "Name", m.Name.Display()), Say("Write what was true when the list was published."))
		}
	}
	c.checkAnswers(p)
}

func (c *checker) checkAnswers(p *Placement) {
	answered := false
	for i := range p.Answers {
		a := &p.Answers[i]
		if strings.TrimSpace(a.Edited) == "" {
			continue
		}
		answered = true
		if a.Excerpt.Stale || a.PullQuote.Stale {
			c.note(p, Warning, ProblemStaleExcerpt, FieldExcerpt,
				Say("The answer of {{.Name}} to “{{.Question}}” changed after the excerpt was chosen.", "Name", p.PrintedName(), "Question", a.Question),
				Say("Look at the excerpt and choose again."))
		}
		if !a.Approved {
			c.note(p, Warning, ProblemUnapproved, FieldApproved,
				Say("The answer of {{.Name}} to “{{.Question}}” is not approved.", "Name", p.PrintedName(), "Question", a.Question),
				Say("Have it approved and tick it."))
		}
		c.checkText(p, a)
	}
	if !answered && p.Citation == "" && len(p.Members) > 0 {
		c.note(p, Warning, ProblemNoInterview, FieldAnswer, Say("{{.Name}} has answered nothing.", "Name", p.PrintedName()), Say("Chase the answers, or write a citation."))
	}
}

// checkText looks at the words that print.
func (c *checker) checkText(p *Placement, a *Answer) {
	text := a.Excerpt.Print(a.Edited)
	if strings.ContainsAny(text, `"'`) {
		c.note(p, Warning, ProblemStraightQuotes, FieldAnswer,
			Say("The answer of {{.Name}} to “{{.Question}}” has straight quotation marks.", "Name", p.PrintedName(), "Question", a.Question),
			Say("Use ‘ ’ and “ ”."))
	}
	if strings.Contains(text, "  ") {
		c.note(p, Warning, ProblemDoubleSpace, FieldAnswer,
			Say("The answer of {{.Name}} to “{{.Question}}” has a double space.", "Name", p.PrintedName(), "Question", a.Question),
			Say("Take one out."))
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' })
	for _, m := range p.Members {
		for _, own := range []string{m.Name.Given, m.Name.Family} {
			for _, w := range words {
				if startsUpper(w) && startsUpper(own) && NearName(own, strings.TrimSuffix(w, "’s")) {
					c.note(p, Warning, ProblemNameMisspelt, FieldAnswer,
						Say("“{{.Word}}” in the text of {{.Name}} looks like a misspelling of the name.", "Word", w, "Name", p.PrintedName()),
						Say("Correct the text, or leave it if it is somebody else."))
					return
				}
			}
		}
	}
}
