package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"laurel/model"
)

// histories makes placements of the history lines: each holds only what its
// line says. Lines that tell of a placement which the document itself
// describes add nothing.
func (r *documentReader) histories(e model.Document) {
	here := Key{List: e.List, Year: e.Year, Region: e.Region}
	for _, p := range e.Placements {
		full, ok := r.placement(model.DocumentPlacement{Entry: p.Entry, People: p.People, Organisation: p.Organisation, Title: p.Title}, Edition{}, model.Rank{})
		if !ok {
			continue
		}
		for _, h := range p.History {
			key := Key{List: h.List, Year: h.Year, Region: h.Region}
			if foldKey(key) == foldKey(here) || h.List == "" || h.Year < 1 {
				continue // another category of this edition, which stands in the document
			}
			rank, err := rankOf(h.Rank, h.RankDisplay, false, "")
			if err != nil {
				rank = model.Rank{Band: h.RankDisplay, Source: h.RankDisplay}
			}
			past := Placement{Edition: key, Kind: full.Kind, Entry: full.Entry, Rank: rank, Status: model.Confirmed, Organisation: full.Organisation}
			for _, m := range full.Members {
				past.Members = append(past.Members, Member{ID: m.ID, Name: m.Name, SortKey: m.SortKey})
			}
			if h.Entry != "" && len(full.Members) > 0 {
				past.Members, past.Entry = r.together(h.Entry, past.Members)
				past.Kind = model.EntryPerson
				if len(past.Members) > 1 {
					past.Kind = model.EntryJoint
				}
			}
			r.add(past)
		}
	}
}

// together finds who "Ada Example & Bo Sample" are: the members known here,
// others of the document by their names, and people not named before. A name
// that is nobody's own ("The Example Sisters") stays the entry's.
func (r *documentReader) together(entry string, members []Member) (all []Member, name string) {
	var parts []string
	for _, p := range strings.Split(entry, " & ") {
		parts = append(parts, strings.Split(p, ", ")...)
	}
	met := 0
	for _, part := range parts {
		named := func(m Member) bool { return model.Fold(m.Name.Display()) == model.Fold(part) }
		i := slices.IndexFunc(members, named)
		if i >= 0 {
			met++
			all = append(all, members[i])
			continue
		}
		m := Member{Name: model.ParseName(part)}
		for _, p := range r.draft.Placements {
			if i := slices.IndexFunc(p.Members, named); i >= 0 {
				m = Member{ID: p.Members[i].ID, Name: p.Members[i].Name, SortKey: p.Members[i].SortKey}
				break
			}
		}
		all = append(all, m)
	}
	if met == 0 {
		return members, entry
	}
	return all, ""
}

// editions names every edition of the document: those it describes, and those
// of which only history lines tell.
func (r *documentReader) editions(described []model.Document) {
	ranks := map[Key][]model.Rank{}
	names := map[Key]Key{}
	for _, p := range r.draft.Placements {
		k := foldKey(p.Edition)
		ranks[k] = append(ranks[k], p.Rank)
		if _, have := names[k]; !have {
			names[k] = p.Edition
		}
	}
	for _, e := range r.known {
		k := foldKey(e.Key())
		if !e.Stated {
			e.Scheme = schemeOf(ranks[k], e)
		}
		r.draft.Editions = append(r.draft.Editions, e)
		delete(names, k)
	}
	for k, name := range names {
		e := Edition{List: name.List, Year: name.Year, Region: name.Region, Size: sizeInName(name.List)}
		for _, d := range r.known {
			if model.Fold(d.List) == k.List {
				e.Scheme = d.Scheme
			}
		}
		e.Scheme = schemeOf(ranks[k], e)
		r.draft.Editions = append(r.draft.Editions, e)
	}
	slices.SortFunc(r.draft.Editions, func(a, b Edition) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		return strings.Compare(fmt.Sprint(a.Key()), fmt.Sprint(b.Key()))
	})
	for i, p := range r.draft.Placements {
		if !p.Full {
			for _, e := range r.draft.Editions {
				if foldKey(e.Key()) == foldKey(p.Edition) {
					r.draft.Placements[i].Rank = reasoned(p.Rank, e.Scheme)
				}
			}
		}
	}
	r.compare(described)
}

// schemeOf suggests a scheme by the ranks that occur; e's own is the guess.
func schemeOf(ranks []model.Rank, e Edition) model.Scheme {
	var bands []string
	highest := 0
	for _, r := range ranks {
		highest = max(highest, r.Number)
		if r.Band != "" && !slices.Contains(bands, r.Band) {
			bands = append(bands, r.Band)
		}
	}
	switch {
	case highest == 0 && len(bands) > 0:
		return model.Scheme{Kind: model.SchemeBands, Bands: bands}
	case e.Scheme.Kind == model.SchemeTop && highest <= e.Scheme.Top, e.Scheme.Kind == model.SchemeUnranked && highest == 0:
		return e.Scheme
	case highest > 10:
		return model.Scheme{Kind: model.SchemeFull}
	}
	return model.Scheme{Kind: model.SchemeTop, Top: 10}
}

// unknown lists the fields of a document that nothing is known about.
func (r *documentReader) unknown(text string, typed []model.Document) {
	var found any
	if json.Unmarshal([]byte(text), &found) != nil {
		return
	}
	again, err := json.Marshal(typed)
	if err != nil {
		return
	}
	var known any
	if json.Unmarshal(again, &known) != nil {
		return
	}
	if _, one := found.(map[string]any); one {
		found = []any{found}
	}
	r.compareFields("", found, known)
}

func (r *documentReader) compareFields(at string, found, known any) {
	switch f := found.(type) {
	case map[string]any:
		k, ok := known.(map[string]any)
		if !ok {
			return
		}
		names := make([]string, 0, len(f))
		for name := range f {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if _, have := k[name]; !have && f[name] != "" { // an empty one says nothing that could be lost
				r.left(at+name, "a field that is not known")
				continue
			}
			r.compareFields(at+name+".", f[name], k[name])
		}
	case []any:
		k, ok := known.([]any)
		for i := 0; ok && i < min(len(f), len(k)); i++ {
			r.compareFields(at, f[i], k[i])
		}
	}
}
