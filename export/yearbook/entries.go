package yearbook

import (
	"strconv"

	"laurel/export/page"
	"laurel/model"
)

// entry is a placement as the book prints it.
type entry struct {
	placement *model.Placement
	movement  model.Movement
	photos    []*model.Photo // none: a monogram stands in
	ranked    bool
}

// printedEntries are the confirmed placements of the edition in the order of
// the book: the ranked by rank, then the others by sort key.
func printedEntries(s *model.Snapshot) []entry {
	var printed []model.Placement
	for _, p := range s.Placements {
		if p.Status.Printed() {
			printed = append(printed, p)
		}
	}
	printed = model.OrderIn(printed, s.Edition)
	entries := make([]entry, len(printed))
	for i := range printed {
		p := &printed[i]
		entries[i] = entry{
			placement: p,
			movement:  model.MovementOf(*p, s.Edition, s.Predecessor, s.Earlier[p.ID]),
			ranked:    p.Rank.Figure(s.Edition.TieStyle) != "",
		}
		entries[i].photos = photosOf(s, p)
	}
	return entries
}

// photosOf is the placement's own photo, or those of its members.
func photosOf(s *model.Snapshot, p *model.Placement) []*model.Photo {
	if own, have := s.Photos[p.PhotoID]; have && p.PhotoID != "" {
		return []*model.Photo{&own}
	}
	const most = 3 // faces get too small to know somebody by
	var photos []*model.Photo
	for _, m := range p.Members {
		id := s.People[m.PersonID].PhotoID
		if photo, have := s.Photos[id]; have && id != "" && len(photos) < most {
			photos = append(photos, &photo)
		}
	}
	return photos
}

// entryAnchor names the place of a profile for links.
func entryAnchor(p *model.Placement) string { return entryAnchorOf(p.ID) }

// figure is the rank as it prints large: "3", "=6", nothing for the unranked.
func (c *composition) figure(e entry) string {
	return e.placement.Rank.Figure(c.snapshot.Edition.TieStyle)
}

// source of a field of a placement.
func from(p *model.Placement, field string) textMark {
	return textMark{source: page.Source{Record: string(p.ID), Field: field}, who: p}
}

// as gives the mark a role.
func (m textMark) as(r page.Role) textMark {
	m.role = r
	return m
}

// comparedYear is the year of the edition that movement is counted against.
func (c *composition) comparedYear() string {
	if c.snapshot.Predecessor == nil {
		return ""
	}
	return strconv.Itoa(c.snapshot.Predecessor.Year)
}

func entryAnchorOf(placement model.ID) string { return "profile-" + string(placement) }
