package store

import (
	"context"
	"encoding/json"
	"strings"

	"laurel/model"
)

// SavedSearch is a choice of people that a curator comes back to. Its filter's
// edition is not kept: the search speaks of whichever edition is looked at.
type SavedSearch struct {
	ID     model.ID
	Name   string
	Filter PeopleFilter
}

// SaveSearch keeps a search under its name; one of the same name is replaced.
type SaveSearch struct{ Search SavedSearch }

// RemoveSearch forgets a saved search.
type RemoveSearch struct{ ID model.ID }

func scanSearch(scan func(...any) error) (n SavedSearch, err error) {
	var filter string
	if err := scan(&n.ID, &n.Name, &filter); err != nil {
		return n, err
	}
	return n, json.Unmarshal([]byte(filter), &n.Filter)
}

// SavedSearches gives them by name.
func (b *Book) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	all, err := collect(ctx, b.readers, scanSearch, "SELECT id,name,filter FROM search ORDER BY name COLLATE NOCASE, id")
	return all, explain(b.params.Path, "read the saved searches", err)
}

func (c SaveSearch) do(s *step) (model.Message, error) {
	name := strings.TrimSpace(clean(c.Search.Name))
	if name == "" {
		return model.Message{}, invalid("A saved search needs a name.")
	}
	label := model.Say("Save the search {{.Name}}", "Name", name)
	filter, err := json.Marshal(c.Search.Filter)
	if err != nil {
		return label, err
	}
	var f fields
	f.set("name", name)
	f.set("filter", string(filter))
	known, err := collect(s.ctx, s, scanSearch, "SELECT id,name,filter FROM search")
	if err != nil {
		return label, err
	}
	for _, k := range known {
		if k.ID == c.Search.ID || model.Fold(k.Name) == model.Fold(name) {
			s.created = k.ID
			return label, s.update("search", k.ID, f)
		}
	}
	s.created = s.newID(c.Search.ID)
	f.set("id", s.created)
	return label, s.insert("search", f)
}

func (c RemoveSearch) do(s *step) (model.Message, error) {
	known, err := one(s.ctx, s, scanSearch, "SELECT id,name,filter FROM search WHERE id=?", c.ID, "This saved search is not in the book.")
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Forget the search {{.Name}}", "Name", known.Name), s.remove("search", c.ID)
}
