package yearbook

import "laurel/model"

// assemble puts the sections in their order, each page on its side of the leaf.
func (c *composition) assemble(profiles []*profile) []*sheet {
	b := &binder{c: c}
	c.frontCover(b)
	for _, section := range c.snapshot.Yearbook.Sections {
		if section.Off {
			continue
		}
		if section.Kind == model.SectionOpener {
			b.opener = &section
			continue
		}
		c.sectionPages(b, section, profiles)
		b.opener = nil // it opens what stands directly after it, or nothing
	}
	b.endList()
	return b.sheets
}

// sectionPages makes the pages of a section; one with nothing to show makes none.
func (c *composition) sectionPages(b *binder, section model.Section, profiles []*profile) {
	switch section.Kind {
	case model.SectionHalfTitle:
		c.halfTitlePages(b, section)
	case model.SectionTitle:
		c.titlePage(b, section)
	case model.SectionImprint:
		c.imprintPage(b, section)
	case model.SectionContents:
		c.contentsPage(b, section)
	case model.SectionForeword:
		c.forewordPages(b, section)
	case model.SectionMethod:
		c.methodPages(b, section)
	case model.SectionJudges:
		c.judgesPages(b, section)
	case model.SectionGlance:
		c.glancePages(b, section)
	case model.SectionTop:
		c.topPages(b, profiles)
	case model.SectionProfiles:
		c.profilePages(b, profiles)
	case model.SectionThemes:
		c.themePages(b, section)
	case model.SectionNumbers:
		c.numbersPages(b, section)
	case model.SectionAlumni:
		c.alumniPages(b, section)
	case model.SectionIndex:
		c.peopleIndex(b, section)
	case model.SectionOrganisations:
		c.organisationIndex(b, section)
	case model.SectionCredits:
		c.creditPages(b, section)
	case model.SectionThanks:
		c.thanksPages(b, section)
	case model.SectionFree:
		c.freePages(b, section)
	}
}
