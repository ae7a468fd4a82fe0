package model

import (
	"slices"
	"time"
)

// owned is a photo that prints, and whose it is.
type owned struct {
	photo  Photo
	entry  *Placement
	member *Member // nil: the photo is of the whole entry
}

// checkPhotos finds people without a photo, photos without a credit or past
// their licence, and one photo that is used for two people: the same file, or one
// that looks the same.
func (c *checker) checkPhotos() {
	var all []owned
	for i := range c.printed {
		all = append(all, c.photosOf(&c.printed[i])...)
	}
	looks, first := make([]*look, len(all)), map[string]int{}
	for i, o := range all {
		looks[i] = readLook(o.photo.Look)
		if isBlank(o.photo.Credit) {
			c.note(o.entry, Warning, ProblemMissingCredit, FieldCredit, o.photo.ID, Say("Photo has no credit"), Say("Write who took it."))
		}
		if until := o.photo.RightsUntil; until != "" && c.prints() > until+"~" { // "2026-03" ends with its last day
			c.note(o.entry, Error, ProblemRightsEnded, FieldRights, o.photo.ID,
				Say("The licence of the photo ends before the book is published: {{.Date}}", "Date", until), Say("Ask for a longer licence, or for another photo."))
		}
		if k, same := first[o.photo.Key]; same && o.photo.Key != "" {
			if !sharePerson(o, all[k]) {
				c.noteSamePhoto(o, all[k], true)
			}
			continue
		}
		first[o.photo.Key] = i
		for k, other := range all[:i] {
			if looks[i] != nil && looks[k] != nil && looks[i].like(looks[k]) && !sharePerson(o, other) {
				c.noteSamePhoto(o, other, false)
				break
			}
		}
	}
}

// noteSamePhoto tells of a photo that somebody else has too. Looking the same is
// no proof: two twins before one wall may.
func (c *checker) noteSamePhoto(o, other owned, same bool) {
	severity, text := Error, "Same photo as {{.Other}}"
	if !same {
		severity, text = Warning, "The photo looks the same as that of {{.Other}}"
	}
	c.note(o.entry, severity, ProblemSamePhoto, FieldPhoto, o.photo.ID, Say(text, "Other", other.entry.PrintedName()), Say("Replace the wrong one."))
}

// prints is the day on which the book is published, as far as it is known, else
// that of the last change of the data.
func (c *checker) prints() string {
	if IsDate(c.s.Edition.Published) {
		return c.s.Edition.Published
	}
	return time.UnixMilli(c.s.ChangedAt).UTC().Format(time.DateOnly)
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
