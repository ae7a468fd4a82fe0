package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/page"
	"laurel/model"
)

// organisationIndex sets where each organisation's people are, and the profiles
// of those that are on the list themselves.
func (c *composition) organisationIndex(b *binder, section model.Section) {
	c.indexPages(b, section, cmp.Or(section.Title, c.words.say("index of organisations")), "", c.organisationHeadings())
}

func (c *composition) organisationHeadings() []heading {
	all := headings{c: c, at: map[string]int{}}
	for _, e := range c.entries {
		p := e.placement
		pages := c.profileOn(p)
		if p.Kind == model.EntryOrganisation {
			all.add(c.organisationKey(p.OrganisationID, p.PrintedName()), c.organisationHeading(p, p.OrganisationID, p.PrintedName(), model.FieldName), p)
		}
		for _, m := range p.Members {
			if strings.TrimSpace(m.Organisation) == "" {
				continue
			}
			entry := c.organisationHeading(p, m.OrganisationID, m.Organisation, model.FieldOrganisation)
			entry.other = pages
			all.add(c.organisationKey(m.OrganisationID, m.Organisation), entry, nil)
		}
	}
	return c.filed(all.list)
}

// organisationKey tells organisations apart: by record, and where there is none
// by name.
func (c *composition) organisationKey(id model.ID, name string) string {
	return cmp.Or(string(id), "name "+model.Fold(name))
}

// organisationHeading files an organisation: under the curator's sorting text,
// which prints where it is the name turned round ("Skagen, University of").
func (c *composition) organisationHeading(p *model.Placement, id model.ID, name, field string) heading {
	sortAs := c.snapshot.Organisations[id].SortAs
	h := heading{
		text: model.ArticleLast(name), file: model.FilingTextOf(name, sortAs),
		mark: textMark{source: page.Source{Record: string(p.ID), Field: field}, who: p},
	}
	if strings.Contains(sortAs, ",") && sameLetters(sortAs, name) {
		h.text = sortAs
	}
	return h
}

// sameLetters says whether two texts have the same words in whatever order.
func sameLetters(a, b string) bool {
	words := func(s string) []string {
		w := strings.Fields(model.Fold(strings.ReplaceAll(s, ",", " ")))
		slices.Sort(w)
		return w
	}
	return slices.Equal(words(a), words(b))
}
