package yearbook

import (
	"cmp"
	"slices"

	"laurel/export/typeset"
	"laurel/model"
)

// factLine is what prints of a curator's own field, and whose value it is: the
// first's where it is that of all.
type factLine struct {
	text   string
	person model.ID
}

// factsOf are the facts that print of an entry: of several people first what is
// true of all, once, and then what each has alone, after the given name.
func (c *composition) factsOf(p *model.Placement) (lines []factLine) {
	ofAll := func(f model.Fact) bool {
		return !slices.ContainsFunc(p.Members, func(m model.Member) bool { return !slices.Contains(c.snapshot.Facts[m.PersonID], f) })
	}
	var own []factLine
	for i := range p.Members {
		m := &p.Members[i]
		for _, f := range c.snapshot.Facts[m.PersonID] {
			switch {
			case !ofAll(f):
				own = append(own, factLine{givenNameOf(p, m) + c.dash() + f.Text(), m.PersonID})
			case i == 0:
				lines = append(lines, factLine{f.Text(), m.PersonID})
			}
		}
	}
	return append(lines, own...)
}

// givenNameOf is what tells a member from the others: the given name, or the
// whole where another has the same.
func givenNameOf(p *model.Placement, m *model.Member) string {
	for i := range p.Members {
		if o := &p.Members[i]; o != m && o.Name.Given == m.Name.Given {
			return m.Name.Display()
		}
	}
	return cmp.Or(m.Name.Given, m.Name.Display())
}

// footText is sector and country, and of the facts after them those that have
// room.
func (l placing) footText(room typeset.Length) string {
	pl := l.entry.placement
	text := joined(" · ", pl.Sector, pl.Country)
	for _, f := range l.c.factsOf(pl) {
		longer := joined(" · ", text, f.text)
		if l.s.width(span{Caption, longer}) > room {
			l.s.problem(noFactProblem(pl, f))
			continue
		}
		text = longer
	}
	return text
}

func noFactProblem(p *model.Placement, f factLine) model.Problem {
	return model.Problem{
		Severity: model.Warning, Kind: model.ProblemOverset,
		PlacementID: p.ID, PersonID: f.person, Person: p.PrintedName(), Field: model.FieldTitle, Record: f.person,
		Text:   model.Say("“{{.Fact}}” has no room beside sector and country; it is not printed.", "Fact", f.text),
		Remedy: model.Say("Write it shorter, or let fewer fields of your own print."),
	}
}
