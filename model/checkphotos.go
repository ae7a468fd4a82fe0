package model

import "slices"

// owned is a photo that prints, and whose it is.
type owned struct {
	photo  Photo
	entry  *Placement
	member *Member // nil: the photo is of the whole entry
}

// checkPhotos finds people without a photo, photos without a credit, and one
// photo that is used for two people.
func (c *checker) checkPhotos() {
	first := map[string]owned{}
	for i := range c.printed {
		p := &c.printed[i]
		for _, o := range c.photosOf(p) {
			if isBlank(o.photo.Credit) {
				c.note(p, Warning, ProblemMissingCredit, FieldCredit, o.photo.ID, Say("Photo has no credit"), Say("Write who took it."))
			}
			other, twice := first[o.photo.Key]
			if twice && o.photo.Key != "" && !sharePerson(o, other) {
				c.note(p, Error, ProblemSamePhoto, FieldPhoto, o.photo.ID,
					Say("Same photo as {{.Other}}", "Other", other.entry.PrintedName()), Say("Replace the wrong one."))
				continue
			}
			if !twice {
				first[o.photo.Key] = o
			}
		}
	}
}

// photosOf gives the photos that print for an entry: its own, or each member's.
// Members without one are noted; an organisation or a thing needs none.
func (c *checker) photosOf(p *Placement) []owned {
	if photo, have := c.s.Photos[p.PhotoID]; have && p.PhotoID != "" {
		return []owned{{photo, p, nil}}
	}
	var all []owned
	for i := range p.Members {
		m := &p.Members[i]
		id := c.s.People[m.PersonID].PhotoID
		if photo, have := c.s.Photos[id]; have && id != "" {
			all = append(all, owned{photo, p, m})
			continue
		}
		c.noteMember(p, m, Warning, ProblemMissingPhoto, FieldPhoto, Say("No photo"), Say("Drop a photo on the person; until then a monogram prints."))
	}
	return all
}

// sharePerson says whether two photos may be the same because they show the
// same person: somebody placed twice, or alone and jointly.
func sharePerson(a, b owned) bool {
	people := func(o owned) []Member {
		if o.member != nil {
			return []Member{*o.member}
		}
		return o.entry.Members
	}
	if len(a.entry.Members) == 0 || len(b.entry.Members) == 0 {
		return a.entry.EntryKey() == b.entry.EntryKey()
	}
	return slices.ContainsFunc(people(a), func(m Member) bool {
		return slices.ContainsFunc(people(b), func(n Member) bool { return m.PersonID == n.PersonID })
	})
}
