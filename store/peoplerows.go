package store

import (
	"context"
	"strings"
	"unicode"

	"laurel/model"
)

// PeopleRows gives the people a filter chooses, in its order.
func (b *Book) PeopleRows(ctx context.Context, f PeopleFilter) ([]PersonRow, error) {
	x := b.people
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.refresh(ctx); err != nil {
		return nil, explain(b.params.Path, "read the people", err)
	}
	var edition *indexedEdition
	if f.EditionID != "" {
		var err error
		if edition, err = x.edition(ctx, f.EditionID); err != nil {
			return nil, explain(b.params.Path, "read the people", err)
		}
	}
	return x.rows(f, edition), nil
}

func (x *peopleIndex) rows(f PeopleFilter, edition *indexedEdition) []PersonRow {
	var wanted []string
	for _, w := range searchWords(f.Text) {
		wanted = append(wanted, " "+w)
	}
	rows := make([]PersonRow, 0, len(x.byName))
	for _, p := range x.byName {
		if p.trashed != f.Trashed || !holdsAll(p.words, wanted) {
			continue
		}
		row := p.row
		if edition != nil {
			if in := edition.entries[row.ID]; len(in) > 0 {
				row.PlacementID, row.Rank, row.Status, row.Missing = in[0].placement, in[0].rank, in[0].status, in[0].missing
			}
		}
		if f.Chooses(&row) {
			rows = append(rows, row)
		}
	}
	sortRows(rows, f)
	return rows
}

func holdsAll(words string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(words, w) {
			return false
		}
	}
	return true
}

// compareKeys orders folded sort keys as model.CompareSort does, quickly where
// the two are plain letters.
func compareKeys(a, b string) int {
	if plain(a) && plain(b) {
		return strings.Compare(a, b)
	}
	return model.CompareSort(a, b, listLocale)
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != ' ' {
			return false
		}
	}
	return true
}

// searchWords folds a text and divides it into words.
func searchWords(text string) []string {
	return strings.FieldsFunc(model.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// foundBy writes the words by which a record is found: also a name with an
// apostrophe or a hyphen written as one word.
func foundBy(values ...string) string {
	var b strings.Builder
	for _, v := range values {
		folded := model.Fold(v)
		for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			b.WriteString(" " + w)
		}
		if strings.ContainsAny(folded, "'-.") {
			for _, w := range strings.Fields(strings.NewReplacer("'", "", "-", "", ".", "").Replace(folded)) {
				b.WriteString(" " + w)
			}
		}
	}
	return b.String()
}
