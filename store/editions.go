package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"laurel/model"
)

const listColumns = "id,name,former_names"

func scanList(scan func(...any) error) (l model.List, err error) {
	return l, scan(&l.ID, &l.Name, jsonColumn{&l.FormerNames})
}

func listByID(ctx context.Context, q querier, id model.ID) (model.List, error) {
	return one(ctx, q, scanList, "SELECT "+listColumns+" FROM list WHERE id=?", id, "This list is not in the book.")
}

const editionColumns = `id,list,list_name,year,region,size,scheme,scheme_top,scheme_bands,tie_style,categories,questions,
	coalesce(predecessor,''),locale,finished,frozen,published,method,criteria,judges,rules,schedule`

func scanEdition(scan func(...any) error) (e model.Edition, err error) {
	return e, scan(&e.ID, &e.ListID, &e.ListName, &e.Year, &e.Region, &e.Size, &e.Scheme.Kind, &e.Scheme.Top, jsonColumn{&e.Scheme.Bands},
		&e.TieStyle, jsonColumn{&e.Categories}, jsonColumn{&e.Questions}, &e.Predecessor, &e.Locale, &e.Finished, &e.Frozen,
		&e.Published, &e.Method, &e.Criteria, jsonColumn{&e.Judges}, jsonColumn{&e.Rules}, jsonColumn{&e.Schedule})
}

func editionByID(ctx context.Context, q querier, id model.ID) (model.Edition, error) {
	return one(ctx, q, scanEdition, "SELECT "+editionColumns+" FROM edition WHERE id=?", id, "This edition is not in the book.")
}

func allEditions(ctx context.Context, q querier) ([]model.Edition, error) {
	all, err := collect(ctx, q, scanEdition, "SELECT "+editionColumns+" FROM edition ORDER BY id")
	slices.SortStableFunc(all, model.CompareEditions)
	return all, err
}

// Lists gives the lists by name.
func (b *Book) Lists(ctx context.Context) ([]model.List, error) {
	all, err := collect(ctx, b.readers, scanList, "SELECT "+listColumns+" FROM list ORDER BY name COLLATE NOCASE, id")
	return all, explain(b.params.Path, "read the lists", err)
}

// Editions gives all editions, newest first as model.CompareEditions orders them.
func (b *Book) Editions(ctx context.Context) ([]model.Edition, error) {
	all, err := allEditions(ctx, b.readers)
	return all, explain(b.params.Path, "read the editions", err)
}

// Edition gives an edition.
func (b *Book) Edition(ctx context.Context, id model.ID) (model.Edition, error) {
	e, err := editionByID(ctx, b.readers, id)
	return e, explain(b.params.Path, "read an edition", err)
}

func (c CreateList) do(s *step) (model.Message, error) {
	l := c.List
	if strings.TrimSpace(l.Name) == "" {
		return model.Message{}, invalid("A list needs a name.")
	}
	l.ID = s.newID(l.ID)
	s.created = l.ID
	return model.Say("Add the list {{.Name}}", "Name", l.Name), s.insertList(l)
}

func (s *step) insertList(l model.List) error {
	var f fields
	f.set("id", l.ID)
	f.set("name", strings.TrimSpace(l.Name))
	f.set("former_names", l.FormerNames)
	return s.insert("list", f)
}

func (c UpdateList) do(s *step) (model.Message, error) {
	l, err := listByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	var f fields
	if c.Name != nil {
		name := strings.TrimSpace(*c.Name)
		if name == "" {
			return model.Message{}, invalid("A list needs a name.")
		}
		if name != l.Name {
			former := slices.DeleteFunc(l.FormerNames, func(n string) bool { return n == name })
			if !slices.Contains(former, l.Name) {
				former = append(former, l.Name)
			}
			f.set("name", name)
			f.set("former_names", former)
		}
	}
	return model.Say("Rename the list {{.Name}}", "Name", l.Name), s.update("list", c.ID, f)
}

// listNamed finds a list by its name or a former one, or makes it.
func (s *step) listNamed(name string) (model.ID, error) {
	lists, err := collect(s.ctx, s, scanList, "SELECT "+listColumns+" FROM list ORDER BY id")
	if err != nil {
		return "", err
	}
	same := func(n string) bool { return model.Fold(n) == model.Fold(name) }
	for _, l := range lists {
		if same(l.Name) {
			return l.ID, nil
		}
	}
	for _, l := range lists {
		if slices.ContainsFunc(l.FormerNames, same) {
			return l.ID, nil
		}
	}
	l := model.List{ID: s.newID(""), Name: name}
	return l.ID, s.insertList(l)
}

func (c CreateEdition) do(s *step) (model.Message, error) {
	e := c.Edition
	if e.ListName = strings.TrimSpace(e.ListName); e.ListName == "" && e.ListID == "" {
		return model.Message{}, invalid("An edition needs the name of its list.")
	}
	if e.ListID == "" {
		id, err := s.listNamed(e.ListName)
		if err != nil {
			return model.Message{}, err
		}
		e.ListID = id
	}
	if e.ListName == "" {
		l, err := listByID(s.ctx, s, e.ListID)
		if err != nil {
			return model.Message{}, err
		}
		e.ListName = l.Name
	}
	if e.Scheme.Kind == "" {
		e.Scheme.Kind = model.SchemeFull
	}
	if e.TieStyle == "" {
		e.TieStyle = model.TieBefore
	}
	if e.Locale == "" {
		e.Locale = "en-GB"
	}
	e.ID = s.newID(e.ID)
	if err := s.checkEdition(e); err != nil {
		return model.Message{}, err
	}
	f := editionFields(e)
	f.set("id", e.ID)
	f.set("frozen", e.Frozen)
	s.created = e.ID
	return model.Say("Add {{.Edition}}", "Edition", e.Name()), s.insert("edition", f)
}

// editionFields are all fields of an edition but its ID and its being frozen.
func editionFields(e model.Edition) fields {
	var f fields
	f.set("list", e.ListID)
	f.set("list_name", e.ListName)
	f.set("year", e.Year)
	f.set("region", strings.TrimSpace(e.Region))
	f.set("size", e.Size)
	f.set("scheme", e.Scheme.Kind)
	f.set("scheme_top", e.Scheme.Top)
	f.set("scheme_bands", e.Scheme.Bands)
	f.set("tie_style", e.TieStyle)
	f.set("categories", e.Categories)
	f.set("questions", e.Questions)
	f.set("predecessor", e.Predecessor)
	f.set("locale", e.Locale)
	f.set("finished", e.Finished)
	f.set("published", e.Published)
	f.set("method", e.Method)
	f.set("criteria", e.Criteria)
	f.set("judges", e.Judges)
	f.set("rules", asJSON(append([]model.Rule{}, e.Rules...)))
	f.set("schedule", asJSON(e.Schedule))
	return f
}

// checkEdition says what is wrong with an edition before the file does.
func (s *step) checkEdition(e model.Edition) error {
	switch {
	case strings.TrimSpace(e.ListName) == "":
		return invalid("An edition needs the name of its list.")
	case e.Year < 1 || e.Year > 9999:
		return invalid("{{.Year}} is not a year: write it in four figures.", "Year", e.Year)
	case e.Size < 0:
		return invalid("The size of an edition cannot be negative.")
	case e.Scheme.Kind == model.SchemeTop && e.Scheme.Top < 1:
		return invalid("Say how many are ranked: “top 10”.")
	case e.Predecessor == e.ID:
		return invalid("An edition cannot be compared with itself.")
	}
	for _, r := range e.Rules {
		if err := r.Check(); err != nil {
			return err
		}
	}
	if _, err := listByID(s.ctx, s, e.ListID); err != nil {
		return err
	}
	var twin string
	err := s.row("SELECT id FROM edition WHERE list=? AND year=? AND region=? AND id<>?", string(e.ListID), e.Year, clean(strings.TrimSpace(e.Region)), string(e.ID)).Scan(&twin)
	if err == nil {
		return model.Faultf(model.ErrExists, "{{.Edition}} is already in the book.", "Edition", e.Name())
	} else if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return nil
}

// thawed gives an edition that may be changed.
func (s *step) thawed(id model.ID) (model.Edition, error) {
	e, err := editionByID(s.ctx, s, id)
	if err == nil && e.Frozen {
		err = model.Faultf(model.ErrFrozen, "{{.Edition}} is frozen, nothing was changed: unfreeze it first.", "Edition", e.Name())
	}
	return e, err
}

func (c UpdateEdition) typed() string {
	var t typing
	typedIn(&t, "list_name", c.ListName)
	typedIn(&t, "year", c.Year)
	typedIn(&t, "region", c.Region)
	typedIn(&t, "size", c.Size)
	typedIn(&t, "categories", c.Categories)
	typedIn(&t, "questions", c.Questions)
	typedIn(&t, "published", c.Published)
	typedIn(&t, "method", c.Method)
	typedIn(&t, "criteria", c.Criteria)
	typedIn(&t, "judges", c.Judges)
	typedIn(&t, "schedule", c.Schedule)
	chosen(&t, c.Rules)
	chosen(&t, c.Scheme)
	chosen(&t, c.TieStyle)
	chosen(&t, c.Predecessor)
	chosen(&t, c.Locale)
	chosen(&t, c.Finished)
	return t.place(c.ID)
}

func (c UpdateEdition) do(s *step) (model.Message, error) {
	e, err := s.thawed(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	give(&e.ListName, c.ListName)
	give(&e.Year, c.Year)
	give(&e.Region, c.Region)
	give(&e.Size, c.Size)
	give(&e.Scheme, c.Scheme)
	give(&e.TieStyle, c.TieStyle)
	give(&e.Categories, c.Categories)
	give(&e.Questions, c.Questions)
	give(&e.Predecessor, c.Predecessor)
	give(&e.Locale, c.Locale)
	give(&e.Finished, c.Finished)
	give(&e.Published, c.Published)
	give(&e.Method, c.Method)
	give(&e.Criteria, c.Criteria)
	give(&e.Judges, c.Judges)
	give(&e.Rules, c.Rules)
	give(&e.Schedule, c.Schedule)
	if err := s.checkEdition(e); err != nil {
		return model.Message{}, err
	}
	if err := s.update("edition", c.ID, editionFields(e)); err != nil {
		return model.Message{}, err
	}
	if c.Scheme != nil {
		if err := s.renumberEdition(e); err != nil {
			return model.Message{}, err
		}
	}
	return s.changeLabel("edition", c.ID, e.Name())
}

// give sets what a command has a word to say about.
func give[T any](to, from *T) {
	if from != nil {
		*to = *from
	}
}

func (c DeleteEdition) do(s *step) (model.Message, error) {
	e, err := s.thawed(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Delete {{.Edition}}", "Edition", e.Name()), s.remove("edition", c.ID)
}

func (c Freeze) do(s *step) (model.Message, error) {
	e, err := editionByID(s.ctx, s, c.EditionID)
	if err != nil {
		return model.Message{}, err
	}
	label := model.Say("Freeze {{.Edition}}", "Edition", e.Name())
	if c.Unfreeze {
		label = model.Say("Unfreeze {{.Edition}}", "Edition", e.Name())
	} else if !e.Frozen {
		if err := s.pinPhotos(c.EditionID); err != nil {
			return label, err
		}
	}
	var f fields
	f.set("frozen", !c.Unfreeze)
	return label, s.update("edition", c.EditionID, f)
}

// pinPhotos gives the placements of an edition photos of their own, so that a
// new portrait or credit of a person does not reach what was printed. Only the
// rows are copied: the pictures are shared.
func (s *step) pinPhotos(edition model.ID) error {
	placements, err := placementsOf(s.ctx, s, "p.edition=?", string(edition))
	if err != nil {
		return err
	}
	for _, p := range placements {
		id, err := s.photoOf(p)
		if err != nil {
			return err
		}
		if id == "" {
			continue
		}
		photo, err := photoByID(s.ctx, s, id)
		if err != nil {
			return err
		}
		photo.ID = s.newID("")
		if err := s.insertPhoto(photo); err != nil {
			return err
		}
		var f fields
		f.set("photo", photo.ID)
		if err := s.update("placement", p.ID, f); err != nil {
			return err
		}
	}
	return nil
}

// photoOf is the photo a placement prints: its own, else the one of its only member.
func (s *step) photoOf(p model.Placement) (model.ID, error) {
	if p.PhotoID != "" || len(p.Members) != 1 {
		return p.PhotoID, nil
	}
	person, err := personByID(s.ctx, s, p.Members[0].PersonID)
	return person.PhotoID, err
}
