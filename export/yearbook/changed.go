package yearbook

import (
	"laurel/export/page"
	"laurel/model"
)

// Changed gives the pages, from 1, that show something else than the same pages
// of an earlier book do, and those that the earlier book has not: what must be
// drawn anew. Every page of another trim is another page.
func (b *Book) Changed(before *Book) []int {
	var changed []int
	for i, p := range b.Document.Pages {
		if before == nil || b.Document.Trim != before.Document.Trim || b.Document.Bleed != before.Document.Bleed ||
			i >= len(before.Document.Pages) || !p.Same(before.Document.Pages[i]) {
			changed = append(changed, i+1)
		}
	}
	return changed
}

// PagesOf gives the pages, from 1, on which the profile of a placement stands,
// those that continue it among them. It is empty for who has no profile.
// b.Document.Only makes a document of them that can be painted by itself.
func (b *Book) PagesOf(placement model.ID) []int {
	at := b.Pages[placement]
	if at == 0 {
		return nil
	}
	pages := []int{at}
	for n := at + 1; n <= len(b.Document.Pages); n++ { // of neighbours on a page the texts go on one after the other
		if b.shows(n, placement) {
			pages = append(pages, n)
		}
	}
	return pages
}

// shows says whether a page belongs to the profiles and has a mark of a
// placement or of one of its answers.
func (b *Book) shows(n int, placement model.ID) bool {
	p := b.Document.Pages[n-1]
	if p.Section != b.Document.Pages[b.Pages[placement]-1].Section {
		return false
	}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case *page.Text:
			if b.owner[m.Source.Record] == placement {
				return true
			}
		case *page.Picture:
			if b.owner[m.Source.Record] == placement {
				return true
			}
		}
	}
	return false
}

// owners says to which placement a record belongs that marks come from.
func owners(entries []entry) map[string]model.ID {
	owner := make(map[string]model.ID, 4*len(entries))
	for _, e := range entries {
		id := e.placement.ID
		owner[string(id)] = id
		for i := range e.placement.Answers {
			owner[string(e.placement.Answers[i].ID)] = id
		}
	}
	return owner
}
