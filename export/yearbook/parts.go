package yearbook

import (
	"slices"
	"strconv"
	"strings"

	"laurel/model"
)

// part is a run of profiles with a heading of its own.
type part struct {
	anchor, title, note string
	entries             []int // indexes, in the order of the part
	filed               bool  // from A to Z: the running heads are a dictionary's
}

// section gives the section of a kind that the book has, nil if it has none.
func (c *composition) section(kind model.SectionKind) *model.Section {
	for i := range c.snapshot.Yearbook.Sections {
		if s := &c.snapshot.Yearbook.Sections[i]; s.Kind == kind && !s.Off {
			return s
		}
	}
	return nil
}

// askedSlot is the slot that the definition asks for.
func (c *composition) askedSlot() slotKind {
	perPage := c.snapshot.Yearbook.PerPage
	if s := c.section(model.SectionProfiles); s != nil && s.PerPage > 0 {
		perPage = s.PerPage
	}
	switch perPage {
	case 2:
		return slotTwo
	case 3:
		return slotThree
	case 4:
		return slotFour
	}
	return slotOne
}

// assignSlots gives the leading entries a spread each, or a page each where none of
// them says anything that the second page would show, and all others the slot
// that the definition asks for, or a larger one on pages too small for it.
func (c *composition) assignSlots() {
	c.spreads = c.countSpreads()
	c.slots, c.together = make([]slotKind, len(c.entries)), make([]int, len(c.entries))
	if !slices.ContainsFunc(c.entries[:c.spreads], entry.speaks) {
		for i := range c.spreads {
			c.slots[i] = slotOne
		}
		portrait := &c.plans[slotOne].portrait
		portrait.shape = max(portrait.shape, portrait.tall)
	}
	c.setKind(c.fitting(c.askedSlot()))
}

// speaks says whether there is text of an entry besides its name and what it is.
func (e entry) speaks() bool {
	return strings.TrimSpace(e.placement.Citation) != "" ||
		slices.ContainsFunc(e.placement.Answers, func(a model.Answer) bool { return a.Printed() != "" })
}

// setKind gives all entries but the leading ones a kind of slot.
func (c *composition) setKind(kind slotKind) {
	c.kind = kind
	switch kind {
	case slotOne:
		c.growPortraits()
	case slotTwo:
		c.widenPortraits(slotTwo)
		c.widenPortraits(slotTwoFiled)
	}
	for i := c.spreads; i < len(c.slots); i++ {
		c.slots[i] = c.slotFor(kind, i)
	}
}

// slotFor is a slot as an entry has it.
func (c *composition) slotFor(kind slotKind, entry int) slotKind {
	if kind == slotTwo && !c.entries[entry].ranked {
		return slotTwoFiled
	}
	return kind
}

// fitting is the slot, or the next larger one on pages too small for it.
func (c *composition) fitting(kind slotKind) slotKind {
	const leastLines, leastWidth = 6, 45 // of answers; mm
	for ; kind > slotOne; kind-- {
		if kind == slotTwoFiled {
			continue
		}
		k := c.cellAt(&c.plans[kind], 0)
		first := 5.0
		if k.plan.answers.first.from == portraitFoot {
			first = c.portraitFeet(k)[0] + k.plan.answers.first.by
		}
		if _, w := k.answerColumns(); w.MM() >= leastWidth && float64(k.height)-first >= leastLines {
			return kind
		}
	}
	return slotOne
}

// topCount is how many the top of the list has as it is called: also where a book holds
// only some of them, the ninth and tenth are of the top ten.
func (c *composition) topCount() int {
	most := c.spreads
	for _, e := range c.entries[:c.spreads] {
		most = max(most, e.placement.Rank.Number)
	}
	section, scheme := c.section(model.SectionTop), c.snapshot.Edition.Scheme
	if section.Count == 0 && scheme.Kind == model.SchemeTop && scheme.Top <= mostLeading {
		if size := c.snapshot.Edition.Size; size > 0 {
			scheme.Top = min(scheme.Top, size)
		}
		most = max(most, scheme.Top)
	}
	return most
}

// mostLeading is the longest top of a list that has spreads by itself.
const mostLeading = 25

// countSpreads is how many of the leading entries have a spread: those whom a
// top list ranks, else the first ten of a ranking. Bands, categories and lists
// without ranks have no leading ten.
func (c *composition) countSpreads() int {
	section := c.section(model.SectionTop)
	scheme := c.snapshot.Edition.Scheme
	if section == nil || scheme.Kind != model.SchemeTop && scheme.Kind != model.SchemeFull {
		return 0
	}
	most := section.Count
	if most == 0 {
		most = 10
		if scheme.Kind == model.SchemeTop && scheme.Top > 0 && scheme.Top <= mostLeading {
			most = scheme.Top
		}
	}
	n := 0
	for n < len(c.entries) && c.entries[n].placement.Rank.Number > 0 && c.entries[n].placement.Rank.Number <= most {
		n++
	}
	return n
}

// parts are the parts of a section. They are the same throughout a run, and are
// found once: names from A to Z are dear to file.
func (c *composition) parts(kind model.SectionKind) []part {
	all, known := c.divided[kind]
	if !known {
		all = c.partsOf(kind)
		c.divided[kind] = all
	}
	return all
}

// partsOf divides the entries of a section: the leading ones; the others as the
// section orders them or as the scheme does, by category, or the ranked and then
// the rest.
func (c *composition) partsOf(kind model.SectionKind) []part {
	all := make([]int, len(c.entries))
	for i := range all {
		all[i] = i
	}
	if kind == model.SectionTop {
		if c.spreads == 0 {
			return nil
		}
		return []part{{
			anchor: "top", title: c.words.say("top", "count", c.words.count(c.topCount())), note: c.words.say("top note"), entries: all[:c.spreads],
		}}
	}
	all = all[c.spreads:]
	if len(all) == 0 {
		return nil
	}
	order := model.ProfileOrder("")
	if s := c.section(model.SectionProfiles); s != nil {
		order = s.Order
	}
	switch order {
	case model.OrderAZ:
		c.file(all)
		return []part{c.filedPart("all", "all", "all note", all)}
	case model.OrderRank:
		slices.SortStableFunc(all, func(i, j int) int { return rankKey(c.entries[i]) - rankKey(c.entries[j]) })
	default:
		if byCategory := c.categoryParts(all); len(byCategory) > 1 || order == model.OrderCategory {
			return byCategory
		}
	}
	return c.rankedParts(all)
}

// rankKey orders the numbered before all others, who stay in their order.
func rankKey(e entry) int {
	if n := e.placement.Rank.Number; n > 0 {
		return n
	}
	return 1 << 30
}

// rankedParts are the ranked and then the rest.
func (c *composition) rankedParts(all []int) []part {
	ranked := 0
	for ranked < len(all) && c.entries[all[ranked]].ranked {
		ranked++
	}
	count := strconv.Itoa(ranked)
	rest := all[ranked:]
	var parts []part
	switch {
	case ranked == 0 && c.spreads == 0:
		return []part{c.filedPart("all", "all", "all note", all)}
	case ranked > 0 && c.spreads > 0:
		first, last := c.entries[all[0]].placement.Rank.Number, c.entries[all[ranked-1]].placement.Rank.Number
		title := c.words.say("from rank to rank", "from", strconv.Itoa(first), "to", strconv.Itoa(last))
		if first == last || first == 0 || last == 0 {
			title = c.words.say("ranked")
		}
		parts = append(parts, part{anchor: "ranked", title: title, note: c.words.say("ranked note", "count", count), entries: all[:ranked]})
	case ranked > 0 && len(rest) == 0:
		parts = append(parts, part{anchor: "ranked", title: c.words.say("ranked"), note: c.words.say("ranked note", "count", count), entries: all[:ranked]})
	case ranked > 0:
		parts = append(parts, part{anchor: "top", title: c.words.say("top", "count", c.words.count(ranked)), note: c.words.say("top note"), entries: all[:ranked]})
	}
	if len(rest) > 0 {
		parts = append(parts, c.filedPart("rest", "rest", "rest note", rest))
	}
	return parts
}

func (c *composition) filedPart(anchor, title, note string, entries []int) part {
	return part{
		anchor: anchor, title: c.words.say(title), note: c.words.say(note, "count", strconv.Itoa(len(entries))), entries: entries, filed: true,
	}
}

// file puts entries into the order of an index.
func (c *composition) file(all []int) {
	locale := c.snapshot.Edition.Locale
	if locale == "" {
		locale = c.snapshot.Yearbook.Language
	}
	key := make(map[int]string, len(all))
	for _, i := range all {
		key[i] = c.entries[i].placement.FileKey(locale)
	}
	slices.SortStableFunc(all, func(i, j int) int { return model.CompareSort(key[i], key[j], locale) })
}

func (c *composition) categoryParts(all []int) []part {
	var parts []part
	for n, i := range all {
		category := c.entries[i].placement.Category
		if n == 0 || category != c.entries[all[n-1]].placement.Category {
			title := category
			if title == "" {
				title = c.words.say("no category")
			}
			parts = append(parts, part{anchor: "category-" + strconv.Itoa(len(parts)+1), title: title})
		}
		last := &parts[len(parts)-1]
		last.entries = append(last.entries, i)
	}
	for i := range parts {
		parts[i].note = c.words.say("category note", "count", strconv.Itoa(len(parts[i].entries)))
	}
	return parts
}

// headingOf is the running head of a page: the part's title; among names from A
// to Z, as in a dictionary, the first and last of the page.
func (c *composition) headingOf(p part, on []int) string {
	if !p.filed {
		return p.title
	}
	first, last := c.filedUnder(c.entries[on[0]]), c.filedUnder(c.entries[on[len(on)-1]])
	if first == last {
		return last
	}
	return first + c.dash() + last
}

// filedUnder is the first words of an entry's name as an index files it.
func (c *composition) filedUnder(e entry) string {
	p := e.placement
	if len(p.Members) == 0 || p.EntryName != "" {
		return model.ArticleLast(p.PrintedName())
	}
	head, _, _ := strings.Cut(p.Members[0].Name.IndexForm(), ",")
	return head
}
