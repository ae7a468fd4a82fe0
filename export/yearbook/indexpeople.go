package yearbook

import (
	"cmp"
	"maps"
	"slices"

	"laurel/export/page"
	"laurel/model"
)

// peopleIndex sets the index of everybody whom the book names: those who are
// placed, those who were, the panel and the writers.
func (c *composition) peopleIndex(b *binder, section model.Section) {
	note := c.words.say("index note")
	if c.snapshot.Yearbook.House.LetterByLetter {
		note = c.words.say("index note, letters")
	}
	c.indexPages(b, section, cmp.Or(section.Title, c.words.say("index of people")), note, c.peopleHeadings())
}

// peopleHeadings are the entries of the index of people, in its order.
func (c *composition) peopleHeadings() []heading {
	all := headings{c: c, at: map[string]int{}}
	for _, e := range c.entries {
		p := e.placement
		for _, m := range p.Members {
			all.person(m.PersonID, m.Name, m.SortAs, p)
		}
		if len(p.Members) == 0 || p.EntryName != "" && (p.Kind == model.EntryOrganisation || p.Kind == model.EntryThing) {
			all.add(string(p.ID), heading{text: model.ArticleLast(p.PrintedName()), file: model.FilingTextOf(p.PrintedName(), ""), mark: from(p, model.FieldName)}, p)
		}
	}
	for _, f := range c.formers() {
		if len(c.found.named[f.id]) > 0 {
			all.person(f.id, f.name, f.sortAs, nil)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.found.people)) {
		all.written(name, c.found.people[name])
	}
	return c.filed(all.list)
}

// filed puts headings in the order of the index.
func (c *composition) filed(list []heading) []heading {
	c.filing.know(func(yield func(string) bool) {
		for i := range list {
			if !yield(list[i].file) {
				return
			}
		}
	})
	slices.SortStableFunc(list, func(a, b heading) int {
		return cmp.Or(c.filing.compare(a.file, b.file), cmp.Compare(a.text, b.text), cmp.Compare(a.mark.source.Record, b.mark.source.Record))
	})
	return list
}

// headings gathers the entries of an index, each once.
type headings struct {
	c    *composition
	list []heading
	at   map[string]int // by ID or folded name
}

// person adds a person with the pages that show or name them.
func (h *headings) person(id model.ID, name model.Name, sortAs string, p *model.Placement) {
	e := h.c.snapshot.Edition
	entry := heading{
		text: model.FilingForm(name, sortAs, e.Locale), post: model.OrderPostNominals(name.PostNominals),
		file: model.FilingText(name, sortAs, e.Locale, h.c.snapshot.Yearbook.House),
		mark: textMark{source: page.Source{Record: string(id), Field: model.FieldName}},
	}
	if p != nil {
		entry.mark = from(p, model.FieldName)
	}
	entry.other = h.c.found.named[id]
	h.add(cmp.Or(string(id), model.Fold(name.Display())), entry, p)
	h.at["name "+model.Fold(name.Display())] = h.at[cmp.Or(string(id), model.Fold(name.Display()))]
}

// add adds an entry, or its pages to the one that is there.
func (h *headings) add(key string, entry heading, p *model.Placement) {
	if p != nil {
		entry.main = h.c.profileOn(p)
		entry.anchor = entryAnchor(p)
		entry.other = merged(entry.other, h.c.found.named[p.ID])
	}
	if i, have := h.at[key]; have {
		h.list[i].main = merged(h.list[i].main, entry.main)
		h.list[i].other = merged(h.list[i].other, entry.other)
		return
	}
	h.at[key] = len(h.list)
	h.list = append(h.list, entry)
}

// written adds somebody of whom the book knows only the written name.
func (h *headings) written(text string, pages []int) {
	name := model.ParseName(text)
	if i, have := h.at["name "+model.Fold(name.Display())]; have {
		h.list[i].other = merged(h.list[i].other, pages)
		return
	}
	locale := h.c.snapshot.Edition.Locale
	h.at["name "+model.Fold(name.Display())] = len(h.list)
	h.list = append(h.list, heading{
		text: name.IndexFormIn(locale), post: model.OrderPostNominals(name.PostNominals), file: model.FilingText(name, "", locale, h.c.snapshot.Yearbook.House),
		other: pages,
	})
}

// profileOn gives the pages of an entry's profile.
func (c *composition) profileOn(p *model.Placement) []int {
	if pages := c.found.profiles[p.ID]; len(pages) > 0 {
		return pages
	}
	if at := c.pageOf[entryAnchor(p)]; at > 0 {
		return []int{at}
	}
	return nil
}
