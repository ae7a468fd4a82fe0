package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"laurel/model"
)

// chronicleFields are what a chronicle needs of a placement and one of its
// members, in the order of chronicleRow.
var chronicleFields = []string{
	"p.id", "p.kind", "p.entry_name", "p.organisation", "p.category", "p.pos",
	"p.rank_number", "p.rank_tied", "p.rank_to", "p.rank_band", "p.rank_reason", "p.sector", "p.country", "p.status", "p.list_name", "p.photo",
	"m.person", "m.prefix", "m.given", "m.particle", "m.family", "m.post_nominals", "m.family_first", "m.sort_as", "m.title", "m.organisation", "m.organisation_id",
}

// Between fields and between rows stand signs that no text of a book should hold.
const fieldEnd, rowEnd = "\x1f", "\x1e"

// chronicleQuery brings an edition's printed placements as one text. Asking for
// row after row and column after column takes ten times as long, and a list of
// many years has very many.
var chronicleQuery = "SELECT group_concat(line,char(30)) FROM (SELECT concat(" + strings.Join(chronicleFields, ",char(31),") + `) AS line
	FROM placement p LEFT JOIN member m ON m.placement=p.id WHERE p.edition=? AND p.status IN('confirmed','signed off') ORDER BY p.category,p.pos,m.pos)`

// printedPlacements reads the printed placements of an edition for a chronicle:
// without their texts for the page, by category and position.
func printedPlacements(ctx context.Context, q querier, edition model.ID) ([]model.Placement, error) {
	var text sql.NullString
	if err := q.QueryRowContext(ctx, chronicleQuery, string(edition)).Scan(&text); err != nil {
		return nil, err
	}
	if text.String == "" {
		return nil, nil
	}
	all, ok := chronicleRows(text.String, edition)
	if !ok { // some text holds one of the signs
		return placementsOf(ctx, q, "p.edition=? AND p.status IN('confirmed','signed off')", string(edition))
	}
	return all, nil
}

// chronicleRows takes the rows apart; ok is false where they do not have as
// many fields as they should.
func chronicleRows(text string, edition model.ID) (all []model.Placement, ok bool) {
	fields := make([]string, len(chronicleFields))
	all = make([]model.Placement, 0, strings.Count(text, rowEnd)+1)
	for row := range strings.SplitSeq(text, rowEnd) {
		for i := range fields {
			field, rest, more := strings.Cut(row, fieldEnd)
			if more != (i < len(fields)-1) {
				return nil, false
			}
			fields[i], row = field, rest
		}
		if n := len(all); n == 0 || string(all[n-1].ID) != fields[0] {
			all = append(all, chroniclePlacement(fields, edition))
		}
		if fields[16] != "" {
			p := &all[len(all)-1]
			p.Members = append(p.Members, chronicleMember(fields[16:]))
		}
	}
	slices.SortStableFunc(all, func(a, b model.Placement) int { // SQL promises no order within a text
		if a.Category != b.Category {
			return strings.Compare(a.Category, b.Category)
		}
		return a.Pos - b.Pos
	})
	return all, true
}

func chroniclePlacement(f []string, edition model.ID) model.Placement {
	return model.Placement{
		ID: model.ID(f[0]), EditionID: edition, Kind: model.EntryKind(f[1]), EntryName: f[2], OrganisationID: model.ID(f[3]), Category: f[4], Pos: whole(f[5]),
		Rank:   model.Rank{Number: whole(f[6]), Tied: f[7] == "1", To: whole(f[8]), Band: f[9], Reason: model.Unranked(f[10])},
		Sector: f[11], Country: f[12], Status: model.Status(f[13]), ListName: f[14], PhotoID: model.ID(f[15]),
	}
}

func chronicleMember(f []string) model.Member {
	return model.Member{
		PersonID: model.ID(f[0]), Name: model.Name{Prefix: f[1], Given: f[2], Particle: f[3], Family: f[4], PostNominals: f[5], FamilyFirst: f[6] == "1"},
		SortAs: f[7], Title: f[8], Organisation: f[9], OrganisationID: model.ID(f[10]),
	}
}

// whole reads a whole number that the database wrote.
func whole(text string) int {
	n, _ := strconv.Atoi(text) // a column of whole numbers holds nothing else
	return n
}
