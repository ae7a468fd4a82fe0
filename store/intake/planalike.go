package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"laurel/model"
)

// mostAlike is how many people may share a word of a name for it to tell anybody
// from others: of all who are called Smith none is asked about.
const mostAlike = 200

// alike finds the people of the book whose name may be another spelling of a
// member's, and who may be meant: nothing speaks against it, and no other row of
// the draft is theirs. A name that only holds the other counts where they share an
// organisation or an edition.
func (p *planner) alike(d *Draft, m Member, e evidence) ([]*person, error) {
	if p.byWord == nil {
		p.indexNames()
	}
	words := strings.Fields(model.NameForm(m.Name.Display()))
	var found []*person
	seen := map[int]bool{}
	for _, w := range words {
		if len(p.byWord[w]) > mostAlike {
			continue
		}
		for _, n := range p.byWord[w] {
			near, far := model.LikelyForms(words, n.words), holdsName(words, n.words)
			if seen[n.person] || !near && !far || p.names(d)[strings.Join(n.words, " ")] {
				continue
			}
			seen[n.person] = true
			x, err := p.personOf(p.people[n.person].ID)
			if err != nil {
				return nil, err
			}
			if weight := p.weigh(x, e); weight == proof || near && weight == possible {
				found = append(found, x)
			}
		}
	}
	return found, nil
}

// holdsName says whether one name has all the words of the other, or only a longer
// given name: Ada Example and Ada Example Sample, Seun and Oluwaseun Bello.
func holdsName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 {
		return false
	}
	const short = 4 // letters of a given name that tells nobody
	given, whole := a[0], b[0]
	if utf8.RuneCountInString(given) > utf8.RuneCountInString(whole) {
		given, whole = whole, given
	}
	longer := utf8.RuneCountInString(given) >= short && strings.HasSuffix(whole, given) && slices.Equal(a[1:], b[1:])
	return longer || a[0] == b[0] && holdsAll(b, a)
}

// names gives the forms of all names of a draft.
func (p *planner) names(d *Draft) map[string]bool {
	if p.named[d] == nil {
		p.named[d] = map[string]bool{}
		for _, placed := range d.Placements {
			for _, m := range placed.Members {
				p.named[d][model.NameForm(m.Name.Display())] = true
			}
		}
	}
	return p.named[d]
}
