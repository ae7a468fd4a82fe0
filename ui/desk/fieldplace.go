package desk

import (
	"cmp"

	"laurel/export/page"
	"laurel/model"
)

// MendedAt is the field in which a problem of an edition is mended.
func MendedAt(s *model.Snapshot, p model.Problem) page.Source {
	return page.Source{Record: string(cmp.Or(p.Record, p.PlacementID, s.Edition.ID)), Field: p.Field}
}

// FieldPlace is where a field that a page of an edition shows is written.
func FieldPlace(s *model.Snapshot, from page.Source) (Place, bool) {
	id := model.ID(from.Record)
	if id == "" {
		return Place{}, false
	}
	for _, entry := range s.Placements {
		place := entryPlace(entry, from.Field)
		place.Start, place.End = from.Start, from.End
		if entry.HasMember(id) {
			place.PersonID = id
			return place, true
		}
		if entry.ID == id || entry.PhotoID == id || photoOf(s, entry, id) {
			return place, true
		}
		for _, a := range entry.Answers {
			if a.ID == id {
				place.AnswerID = a.ID
				return place, true
			}
		}
	}
	place := Place{Screen: Edition, Field: from.Field}
	if from.Field == model.FieldYearbook || from.Field == model.FieldISBN || from.Field == model.FieldISSN {
		place.Screen = Yearbook
	}
	return place, id == s.Edition.ID
}

// entryPlace is where a field of an entry is written: its place in the list with
// the list, all else with the first of its people, where there are any.
func entryPlace(p model.Placement, field string) Place {
	place := Place{Screen: Edition, PlacementID: p.ID, Field: field}
	if len(p.Members) > 0 && field != model.FieldRank && field != model.FieldCategory {
		place.Screen, place.PersonID = People, p.Members[0].PersonID
	}
	return place
}

// photoOf says whether a photo is that of one of the entry's people.
func photoOf(s *model.Snapshot, entry model.Placement, photo model.ID) bool {
	for _, m := range entry.Members {
		if s.People[m.PersonID].PhotoID == photo {
			return true
		}
	}
	return false
}
