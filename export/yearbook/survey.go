package yearbook

import (
	"slices"

	"laurel/export/page"
	"laurel/model"
)

// survey is where things stand in a round of the book: what contents, indexes
// and credits of the next round print. It is read off the marks of the pages,
// so that every section is found that shows somebody.
type survey struct {
	profiles map[model.ID][]int // by placement: the pages of its profile
	named    map[model.ID][]int // by placement or person: pages that name them elsewhere
	people   map[string][]int   // by name as written: those who have no record, as judges
	pictures []pictureAt        // in the order of the book
	present  map[model.ID]bool  // people of this edition
}

// pictureAt is a picture in the book.
type pictureAt struct {
	key  string // of the pixels
	page int
	top  page.Length
}

// surveyed reads the pages of a round.
func (c *composition) surveyed(sheets []*sheet) *survey {
	v := &survey{profiles: map[model.ID][]int{}, named: map[model.ID][]int{}, people: map[string][]int{}, present: map[model.ID]bool{}}
	for _, e := range c.entries {
		for _, m := range e.placement.Members {
			v.present[m.PersonID] = true
		}
	}
	owner := owners(c.entries)
	for i, s := range sheets {
		for _, m := range s.page.Marks {
			v.note(s, m, i+1, owner)
		}
		for _, name := range s.people {
			v.people[name] = appendPage(v.people[name], i+1)
		}
	}
	return v
}

func (v *survey) note(s *sheet, m page.Mark, at int, owner map[string]model.ID) {
	switch m := m.(type) {
	case *page.Picture:
		v.pictures = append(v.pictures, pictureAt{m.Photo, at, m.Y})
		v.noteText(s, m.Source, at, owner)
	case *page.Text:
		v.noteText(s, m.Source, at, owner)
	}
}

// noteText notes whom a mark shows. In the profiles every field does; elsewhere
// only a name, and in the lists that only say where somebody stands not even that.
func (v *survey) noteText(s *sheet, from page.Source, at int, owner map[string]model.ID) {
	if from.Record == "" {
		return
	}
	switch model.SectionKind(s.page.Section) {
	case model.SectionProfiles, model.SectionTop:
		if id, ok := owner[from.Record]; ok {
			v.profiles[id] = appendPage(v.profiles[id], at)
		}
	case model.SectionContents, model.SectionGlance, model.SectionIndex, model.SectionOrganisations, model.SectionCredits, model.SectionCover:
	case model.SectionAlumni:
		if !v.present[model.ID(from.Record)] && from.Field == model.FieldName {
			v.named[model.ID(from.Record)] = appendPage(v.named[model.ID(from.Record)], at)
		}
	default:
		if from.Field == model.FieldName {
			v.named[model.ID(from.Record)] = appendPage(v.named[model.ID(from.Record)], at)
		}
	}
}

func appendPage(pages []int, at int) []int {
	if n := len(pages); n > 0 && pages[n-1] == at {
		return pages
	}
	return append(pages, at)
}

// merged joins lists of pages, each page once, in order.
func merged(lists ...[]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// without gives the pages of a that are not in b.
func without(a, b []int) []int {
	return slices.DeleteFunc(slices.Clone(a), func(n int) bool { return slices.Contains(b, n) })
}
