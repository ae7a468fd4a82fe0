package yearbook

import (
	"slices"

	"laurel/model"
)

// factsLeftOut counts the entries with facts on pages that have no place for them.
func (c *composition) factsLeftOut() int {
	n := 0
	for i, e := range c.entries {
		if film := c.plans[c.slots[i]].film; film != filmLine && film != filmBand && len(c.factsOf(e.placement)) > 0 {
			n++
		}
	}
	return n
}

// silent counts the entries without a spread of which there is nothing to read.
func (c *composition) silent() (n int) {
	for _, e := range c.entries[c.spreads:] {
		if !e.speaks() {
			n++
		}
	}
	return n
}

// checkSlots tells where pages of this size do not show what the definition
// asks for: fewer profiles share a page, or their straplines have no room.
func (c *composition) checkSlots(profiles []*profile) (found []model.Problem) {
	warn := func(text, remedy model.Message) { found = append(found, c.bookProblem(text, remedy)) }
	if c.spreads == len(c.entries) {
		return nil
	}
	asked, made := c.plans[c.askedSlot()].perPage(), c.plans[c.kind].perPage()
	switch fits := c.plans[c.fitting(c.askedSlot())].perPage(); {
	case c.runOn:
		warn(model.Say("Most answers are too long for a page, and for two facing ones; they go on overleaf."),
			model.Say("Choose a larger trim, or fewer sentences for the excerpts."))
	case c.kind == slotSpread:
		warn(model.Say("Most answers are too long for a page; each profile has two facing ones."),
			model.Say("Choose a larger trim, or fewer sentences for the excerpts."))
	case made < fits:
		warn(model.Say("Most answers are too long for {{.Asked}} profiles a page; pages carry {{.Number}}.", "Asked", fits, "Number", made),
			model.Say("Choose a larger trim, or fewer sentences for the excerpts."))
	case made < asked:
		warn(model.Say("Pages of this size have no room for {{.Asked}} profiles each; they carry {{.Number}}.", "Asked", asked, "Number", made),
			model.Say("Choose a larger trim, or fewer profiles a page."))
	}
	if silent := c.silent(); 2*silent > len(c.entries)-c.spreads && silent >= leastLong && made < c.plans[c.fitting(slotFour)].perPage() {
		text := model.Say("{{.Number}} profiles have no answers; most of their place on the page stays open.", "Number", silent)
		if c.spreads > 0 { // who has a spread is not counted
			text = model.Say("{{.Number}} profiles without a spread have no answers; most of their place on the page stays open.", "Number", silent)
		}
		warn(text, model.Say("Put four profiles on a page, or add answers."))
	}
	if c.moved > mostSaid {
		warn(model.Say("{{.Number}} profiles are too long for as many on a page as the book has; they take larger places.", "Number", c.moved),
			model.Say("Choose fewer sentences for the excerpts, or fewer profiles a page."))
	}
	if facts := c.factsLeftOut(); facts > 0 {
		warn(model.Say("Fields of your own do not print for {{.Number}} people: these pages have no line for sector and country.", "Number", facts),
			model.Say("Choose another theme, or let the fields not print."))
	}
	without := 0
	for _, p := range profiles {
		if p.leftOut {
			without++
		}
	}
	if without > 0 {
		warn(model.Say("{{.Number}} straplines do not print: where {{.Asked}} profiles share a page there is no room for them.", "Number", without, "Asked", made),
			model.Say("Put two profiles on a page, or one, if the straplines matter."))
	}
	return found
}

// bookProblem is a warning about the whole book.
func (c *composition) bookProblem(text, remedy model.Message) model.Problem {
	return model.Problem{
		Severity: model.Warning, Kind: model.ProblemBook, Field: model.FieldYearbook, Record: c.snapshot.Edition.ID, Text: text, Remedy: remedy,
	}
}

// gatherPhotos says once, in place of each, that photos are a little small for
// their places, where so many are that it is the places that are large.
func (c *composition) gatherPhotos(problems []model.Problem) []model.Problem {
	small := func(p model.Problem) bool { return p.Kind == model.ProblemLowResolution && p.Severity == model.Warning }
	n := 0
	for _, p := range problems {
		if small(p) {
			n++
		}
	}
	if n <= mostSaid || float64(n) <= mostLong*float64(len(c.entries)) {
		return problems
	}
	return append(slices.DeleteFunc(problems, small), c.bookProblem(
		model.Say("{{.Number}} photos print at less than {{.Wanted}} dpi: their places are large.", "Number", n, "Wanted", wantedResolution),
		model.Say("Choose a smaller trim or more profiles a page, or ask for larger photos.")))
}
