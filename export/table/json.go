package table

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"laurel/model"
)

// Options says what goes with a document.
type Options struct {
	// Photos writes the photos; nil: none are written and none are named.
	Photos *PhotoFolder
	// Progress hears of every placement that is done; nil: nobody listens.
	Progress func(done, of int)
}

// WriteJSON writes the confirmed and signed-off placements of an edition as one
// JSON document in UTF-8. The same snapshot gives the same bytes.
func WriteJSON(ctx context.Context, w io.Writer, s *model.Snapshot, o Options) error {
	if s == nil {
		return errors.New("write JSON: there is no edition")
	}
	d := model.Document{
		List: s.Edition.ListName, Year: s.Edition.Year, Region: s.Edition.Region,
		Scheme: s.Edition.Scheme.String(), Size: s.Edition.Size, Placements: []model.DocumentPlacement{},
	}
	printed := inOrder(s)
	for i, p := range printed {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("write JSON: %w", err)
		}
		out, err := written(ctx, s, p, o.Photos)
		if err != nil {
			return fmt.Errorf("write %s: %w", p.PrintedName(), err)
		}
		d.Placements = append(d.Placements, out)
		if o.Progress != nil {
			o.Progress(i+1, len(printed))
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(d); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// inOrder gives what is printed: ranked by rank, then bands, then the unranked
// by sort key. Only where the edition ranks by category do categories come first.
func inOrder(s *model.Snapshot) []model.Placement {
	printed := slices.DeleteFunc(slices.Clone(s.Placements), func(p model.Placement) bool { return !p.Status.Printed() })
	if s.Edition.Scheme.Kind == model.SchemeCategories {
		return model.Order(printed)
	}
	whole := make(map[model.ID]model.Placement, len(printed))
	for i, p := range printed {
		whole[p.ID] = p
		printed[i].Category = ""
		if names := (model.Placement{Members: p.Members}); len(p.Members) > 0 && names.PrintedName() == p.EntryName {
			printed[i].EntryName = "" // it sorts by its members whether their names were written out or not
		}
	}
	ordered := model.Order(printed)
	for i, p := range ordered {
		ordered[i] = whole[p.ID]
	}
	return ordered
}

func written(ctx context.Context, s *model.Snapshot, p model.Placement, folder *PhotoFolder) (model.DocumentPlacement, error) {
	out := model.DocumentPlacement{
		Rank: number(p.Rank.Number), RankDisplay: p.Rank.Display(s.Edition.TieStyle), Tied: p.Rank.Tied && p.Rank.Number > 0, Band: p.Rank.Band,
		Category: p.Category, Status: string(p.Status), Entry: p.PrintedName(), People: people(s, p),
		Title: p.PrintedTitle(), Organisation: p.PrintedOrganisation(), Citation: p.Citation,
		Interview: interview(p), Video: p.Video, Movement: moved(s, p), History: history(s, p),
	}
	if p.Kind == model.EntryOrganisation && out.Organisation == "" {
		out.Organisation = firstOf(s.Organisations[p.OrganisationID].Name, out.Entry)
	}
	var err error
	out.Photo, err = pictured(ctx, s, p, folder)
	return out, err
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// number is a rank or a year as JSON has it: null where there is none.
func number(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func people(s *model.Snapshot, p model.Placement) []model.DocumentPerson {
	all := make([]model.DocumentPerson, 0, len(p.Members))
	for _, m := range p.Members {
		n := m.Name
		all = append(all, model.DocumentPerson{
			ID: m.PersonID, Name: n.Full(), Prefix: n.Prefix, Given: n.Given, Particle: n.Particle, Family: n.Family,
			PostNominals: n.PostNominals, SortKey: model.SortKey(n, m.SortAs, s.Edition.Locale),
			Title: m.Title, Organisation: m.Organisation,
		})
	}
	return all
}

func interview(p model.Placement) []model.DocumentAnswer {
	all := make([]model.DocumentAnswer, 0, len(p.Answers))
	for _, a := range p.Answers {
		all = append(all, model.DocumentAnswer{Question: a.Question, Answer: a.Original, Edited: a.Edited, Excerpt: a.Excerpt.Print(a.Edited)})
	}
	return all
}

func moved(s *model.Snapshot, p model.Placement) model.DocumentMovement {
	m := model.MovementOf(p, s.Edition, s.Predecessor, s.Earlier[p.ID])
	return model.DocumentMovement{Kind: m.Kind, From: number(m.From), Places: m.Places, LastSeen: number(m.LastSeen)}
}

// history is where the members were placed before and elsewhere, over all
// lists, oldest first; of an entry without members, where it itself was.
func history(s *model.Snapshot, p model.Placement) []model.DocumentPast {
	type place struct {
		edition model.ID
		rank    model.Rank
		entry   string
	}
	lines := []model.DocumentPast{}
	seen := map[place]bool{}
	add := func(a model.Appearance, entry string) {
		if entry == p.PrintedName() {
			entry = ""
		}
		at := place{a.EditionID, a.Rank, entry}
		if a.EditionID == p.EditionID && entry == "" && a.Rank == p.Rank || seen[at] || !a.Status.Printed() {
			return
		}
		seen[at] = true
		lines = append(lines, model.DocumentPast{
			List: a.List, Year: a.Year, Region: a.Region, Rank: number(a.Rank.Number),
			RankDisplay: a.Rank.Display(a.TieStyle), Entry: entry,
		})
	}
	for _, m := range p.Members {
		for _, a := range s.History[m.PersonID] {
			entry := a.Entry
			if entry == "" && len(p.Members) > 1 {
				entry = m.Name.Display()
			}
			add(a, entry)
		}
	}
	if len(p.Members) == 0 {
		for _, a := range s.Earlier[p.ID] {
			add(a, "")
		}
	}
	slices.SortStableFunc(lines, func(a, b model.DocumentPast) int { return a.Year - b.Year })
	return lines
}
