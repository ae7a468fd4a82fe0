package yearbook

import "laurel/model"

// assemble puts the sections in their order, each page on its side of the leaf.
func (c *composition) assemble(profiles []*profile) []*sheet {
	b := &binder{c: c}
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
	return b.sheets
}

// sectionPages makes the pages of a section; one with nothing to show makes none.
func (c *composition) sectionPages(b *binder, section model.Section, profiles []*profile) {
	switch section.Kind {
	case model.SectionHalfTitle:
		c.halfTitlePages(b)
	case model.SectionTitle:
		c.titlePage(b)
	case model.SectionImprint:
		c.imprintPage(b)
	case model.SectionContents:
		c.contentsPage(b)
	case model.SectionMethod:
		c.methodPages(b)
	case model.SectionJudges:
		c.judgesPages(b)
	case model.SectionGlance:
		c.glancePages(b)
	case model.SectionProfiles:
		c.profilePages(b, profiles)
	case model.SectionIndex:
		c.indexPages(b)
	case model.SectionCredits:
		c.creditPages(b)
	}
}
