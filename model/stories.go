package model

import (
	"slices"
	"strings"
)

// Story is something worth telling of a list: a sentence and whom it names.
type Story struct {
	Kind  StoryKind
	Text  Message
	About []Subject // in the order in which the sentence names them
}

// StoryKind is what a story is about.
type StoryKind string

// The kinds, in the order in which they are told.
const (
	StoryEveryEdition StoryKind = "in every edition"
	StoryFirst        StoryKind = "first"
	StoryNumberOne    StoryKind = "at no. 1"
	StoryClimb        StoryKind = "biggest climb"
	StoryFall         StoryKind = "biggest fall"
	StoryNewEntry     StoryKind = "highest new entry"
	StoryAbsence      StoryKind = "longest absence"
	StoryOrganisation StoryKind = "organisation"
	StoryTurnover     StoryKind = "turnover"
)

// Label is the heading of a kind of story.
func (k StoryKind) Label() Message {
	return map[StoryKind]Message{
		StoryEveryEdition: Say("In every edition"),
		StoryFirst:        Say("First"),
		StoryNumberOne:    Say("At No. 1"),
		StoryClimb:        Say("Biggest climb"),
		StoryFall:         Say("Biggest fall"),
		StoryNewEntry:     Say("Highest new entry"),
		StoryAbsence:      Say("Longest absence"),
		StoryOrganisation: Say("Most people"),
		StoryTurnover:     Say("Turnover"),
	}[k]
}

// Subject is somebody, or an organisation, that a story names.
type Subject struct {
	Name      string
	Person    ID
	Placement ID
}

// manySubjects is how many names a sentence can hold.
const manySubjects = 3

// Stories finds what can be told of the newest edition against the others.
func (c *Chronicle) Stories() []Story {
	if c.Present() == nil {
		return nil
	}
	m := c.Movers()
	var all []Story
	for _, find := range []func(Movers) (Story, bool){
		c.everyEdition, c.firstCountry, c.firstSector, c.mostNumberOnes, c.biggestClimb, c.biggestFall,
		c.highestNew, c.longestAbsence, c.largestOrganisation, c.recordTurnover,
	} {
		if s, ok := find(m); ok {
			all = append(all, s)
		}
	}
	return all
}

func subject(p *Placement) Subject {
	s := Subject{Name: p.PrintedName(), Placement: p.ID}
	if len(p.Members) > 0 {
		s.Person = p.Members[0].PersonID
	}
	return s
}

func told(kind StoryKind, text Message, about ...Subject) (Story, bool) {
	return Story{Kind: kind, Text: text, About: about}, true
}

func names(about []Subject) string {
	all := make([]string, len(about))
	for i, s := range about {
		all[i] = s.Name
	}
	return joinNames(all)
}

// everyEdition: who was there each time; of two editions that says nothing.
func (c *Chronicle) everyEdition(Movers) (s Story, ok bool) {
	editions := len(c.Years)
	if editions < 3 {
		return s, false
	}
	var always []Subject
	for _, a := range c.everybody() {
		if a.Editions == editions {
			always = append(always, Subject{Name: a.Name, Person: a.Person, Placement: a.Placement})
		}
	}
	slices.SortStableFunc(always, func(a, b Subject) int { return strings.Compare(a.Name, b.Name) })
	since := c.Years[0].Edition.Year
	switch n := len(always); {
	case n == 0:
		return s, false
	case n == 1:
		return told(StoryEveryEdition, Say("{{.Name}} is the only one in all {{.Count}} editions since {{.Year}}.", "Name", always[0].Name, "Count", editions, "Year", since), always...)
	case n <= manySubjects:
		return told(StoryEveryEdition, Say("{{.Names}} have been in all {{.Count}} editions since {{.Year}}.", "Names", names(always), "Count", editions, "Year", since), always...)
	default:
		return told(StoryEveryEdition, Say("{{.Number}} of the {{.Count}} have been in every edition since {{.Year}}.", "Number", n, "Count", c.Present().turnover.Entries, "Year", since))
	}
}

// firstCountry: the first no. 1 of a country, where at least two were before.
func (c *Chronicle) firstCountry(Movers) (s Story, ok bool) {
	var first *Placement
	before := 0
	for i := range c.Years {
		p := c.Years[i].numberOne()
		switch {
		case p == nil:
		case i == len(c.Years)-1:
			first = p
		default:
			before++
		}
	}
	if first == nil || first.Country == "" || before < 2 {
		return s, false
	}
	for i := range c.Years[:len(c.Years)-1] {
		if p := c.Years[i].numberOne(); p != nil && (p.Country == "" || CountryKey(p.Country) == CountryKey(first.Country)) {
			return s, false
		}
	}
	return told(StoryFirst, Say("{{.Name}} is the first No. 1 from {{.Country}}.", "Name", first.PrintedName(), "Country", first.Country), subject(first))
}

// numberOne is who alone stands first; nil where nobody or several do.
func (y *ChronicleYear) numberOne() *Placement {
	if y.several {
		return nil
	}
	for i := range y.Entries {
		if r := y.Entries[i].Rank; r.Number == 1 {
			if r.Tied {
				return nil
			}
			return &y.Entries[i]
		}
	}
	return nil
}

// firstSector: the only one of a sector that no year had before.
func (c *Chronicle) firstSector(Movers) (s Story, ok bool) {
	if len(c.Years) < 3 {
		return s, false
	}
	for _, part := range c.Sectors().Parts {
		earlier := 0
		for _, n := range part.Counts[:len(part.Counts)-1] {
			earlier += n
		}
		if part.Now() != 1 || earlier > 0 {
			continue
		}
		for i := range c.Present().Entries {
			if p := &c.Present().Entries[i]; p.ID == part.Of[len(part.Of)-1][0] {
				return told(StoryFirst, Say("{{.Name}} is the first on the list from {{.Sector}}.", "Name", p.PrintedName(), "Sector", part.Word), subject(p))
			}
		}
	}
	return s, false
}

// mostNumberOnes: who has been first most often, at least twice.
func (c *Chronicle) mostNumberOnes(Movers) (s Story, ok bool) {
	times := map[string]int{}
	var most string
	shared := false
	for i := range c.Years {
		p := c.Years[i].numberOne()
		if p == nil {
			continue
		}
		key := p.EntryKey()
		times[key]++
		switch n := times[key]; {
		case most == "" || n > times[most]:
			most, shared = key, false
		case key == most:
			shared = false
		case n == times[most]:
			shared = true
		}
	}
	if times[most] < 2 || shared {
		return s, false
	}
	for i := len(c.Years) - 1; i >= 0; i-- {
		if p, ok := c.Years[i].Entry(most); ok {
			text := Say("{{.Name}} has been No. 1 twice, as nobody else has.", "Name", p.PrintedName())
			if times[most] > 2 {
				text = Say("{{.Name}} has been No. 1 in {{.Count}} editions, more than anyone else.", "Name", p.PrintedName(), "Count", times[most])
			}
			return told(StoryNumberOne, text, subject(p))
		}
	}
	return s, false
}

func (c *Chronicle) biggestClimb(m Movers) (s Story, ok bool) {
	if len(m.Climbs) > 0 && m.Climbs[0].Movement.Places > 1 && alone(m.Climbs) {
		best := m.Climbs[0]
		return told(StoryClimb, Say("{{.Name}} rose {{.Places}} places, from {{.From}} to {{.To}}.", "Name", best.Placement.PrintedName(),
			"Places", best.Movement.Places, "From", best.Movement.From, "To", best.Placement.Rank.Number), subject(best.Placement))
	}
	if len(m.Into) > 0 && m.Into[0].Placement.Rank.Number > 0 {
		best := m.Into[0]
		return told(StoryClimb, Say("{{.Name}} rose from the unranked to No. {{.To}}.", "Name", best.Placement.PrintedName(), "To", best.Placement.Rank.Number), subject(best.Placement))
	}
	return s, false
}

func (c *Chronicle) biggestFall(m Movers) (s Story, ok bool) {
	falls := m.Falls
	if len(falls) == 0 || falls[0].Movement.Places < 2 || !alone(falls) {
		return s, false
	}
	worst := falls[0]
	return told(StoryFall, Say("{{.Name}} fell {{.Places}} places, from {{.From}} to {{.To}}.", "Name", worst.Placement.PrintedName(),
		"Places", worst.Movement.Places, "From", worst.Movement.From, "To", worst.Placement.Rank.Number), subject(worst.Placement))
}

// alone says whether nobody moved as far as the first.
func alone(movers []Mover) bool {
	return len(movers) < 2 || movers[1].Movement.Places < movers[0].Movement.Places
}

func (c *Chronicle) highestNew(m Movers) (s Story, ok bool) {
	if len(m.New) == 0 || m.New[0].Placement.Rank.Number == 0 || m.New[0].Placement.Rank.Tied || c.Present().several {
		return s, false
	}
	p := m.New[0].Placement
	return told(StoryNewEntry, Say("{{.Name}} is the highest new entry, at No. {{.Rank}}.", "Name", p.PrintedName(), "Rank", p.Rank.Number), subject(p))
}

// longestAbsence: who came back after most editions without them.
func (c *Chronicle) longestAbsence(Movers) (s Story, ok bool) {
	var back []Subject
	longest, seen := 0, 0
	y := c.Present()
	y.once(func(j int, p *Placement) {
		m := y.Moves[j]
		if m.Kind != MovedBack {
			return
		}
		away := y.Edition.Year - m.LastSeen
		if away > longest {
			back, longest, seen = nil, away, m.LastSeen
		}
		if away == longest {
			back = append(back, subject(p))
		}
	})
	switch n := len(back); {
	case n == 0 || n > manySubjects:
		return s, false
	case n == 1:
		return told(StoryAbsence, Say("{{.Name}} is back for the first time since {{.Year}}.", "Name", back[0].Name, "Year", seen), back...)
	default:
		return told(StoryAbsence, Say("{{.Names}} are back for the first time since {{.Year}}.", "Names", names(back), "Year", seen), back...)
	}
}

// largestOrganisation: which alone has most people, at least three.
func (c *Chronicle) largestOrganisation(Movers) (s Story, ok bool) {
	parts := c.from(len(c.Years) - 1).Organisations().Parts // of the newest year alone
	if len(parts) == 0 || parts[0].Now() < 3 || len(parts) > 1 && parts[1].Now() == parts[0].Now() {
		return s, false
	}
	var about []Subject
	for _, id := range slices.Compact(slices.Clone(parts[0].Of[len(parts[0].Of)-1])) {
		for i := range c.Present().Entries {
			if p := &c.Present().Entries[i]; p.ID == id {
				about = append(about, subject(p))
			}
		}
	}
	return told(StoryOrganisation, Say("{{.Organisation}} has {{.Count}} people on the list, more than any other.", "Organisation", strings.TrimSpace(parts[0].Word), "Count", parts[0].Now()), about...)
}

// recordTurnover: more or fewer new entries than in any year before.
func (c *Chronicle) recordTurnover(Movers) (s Story, ok bool) {
	var counts []int
	for _, t := range c.Turnovers() {
		if t.Compared {
			counts = append(counts, t.New)
		}
	}
	if len(counts) < 3 || !c.Present().turnover.Compared {
		return s, false
	}
	now, before := counts[len(counts)-1], counts[:len(counts)-1]
	switch {
	case now > slices.Max(before):
		return told(StoryTurnover, Say("{{.Count}} are new, more than in any year before.", "Count", now))
	case now < slices.Min(before) && now > 0:
		return told(StoryTurnover, Say("Only {{.Count}} are new, fewer than in any year before.", "Count", now))
	}
	return s, false
}
