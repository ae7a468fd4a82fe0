package store

import (
	"encoding/json"

	"laurel/model"
)

// CloneEdition makes the edition of another year out of one, which becomes its
// predecessor. Size, scheme, locale and the way ties print come along; dates do
// not. With People everybody who was printed comes along in the order they were
// printed in, with the job they have today; what they answered stays behind.
type CloneEdition struct {
	From model.ID
	ID   model.ID // of the new edition; filled in where it is empty
	Year int

	People     bool
	Status     model.Status // of the people: nominated unless set
	Questions  bool
	Categories bool
	Rules      bool // with the numbers of the categories where those come along
	Criteria   bool // and the text on how the list was made
	Judges     bool
	Book       bool // the book definition; else the one we ship
}

func (c CloneEdition) do(s *step) (model.Message, error) {
	from, err := editionByID(s.ctx, s, c.From)
	if err != nil {
		return model.Message{}, err
	}
	e := c.edition(from)
	e.ID = s.newID(c.ID)
	label, err := CreateEdition{Edition: e}.do(s)
	if err != nil {
		return label, err
	}
	label = model.Say("Make {{.Edition}} out of {{.From}}", "Edition", e.Name(), "From", from.Name())
	s.quiet = true
	if err := s.cloneBook(from, e.ID, c.Book); err != nil {
		return label, err
	}
	if c.People {
		if err := s.clonePeople(from, e, c.Status); err != nil {
			return label, err
		}
	}
	s.created = e.ID
	return label, nil
}

// edition is the new edition before anybody is in it.
func (c CloneEdition) edition(from model.Edition) model.Edition {
	e := model.Edition{
		ListID: from.ListID, ListName: from.ListName, Year: c.Year, Region: from.Region, Size: from.Size,
		Scheme: from.Scheme, TieStyle: from.TieStyle, Locale: from.Locale, Predecessor: from.ID,
	}
	if c.Questions {
		e.Questions = from.Questions
	}
	if c.Categories {
		e.Categories = from.Categories
	}
	if c.Criteria {
		e.Criteria, e.Method = from.Criteria, from.Method
	}
	if c.Judges {
		e.Judges = from.Judges
	}
	for _, r := range from.Rules {
		if c.Rules && (r.Kind != model.RuleCategory || c.Categories) {
			e.Rules = append(e.Rules, r)
		}
	}
	return e
}

func (s *step) cloneBook(from model.Edition, to model.ID, same bool) error {
	book := model.DefaultYearbook()
	if same {
		var err error
		if book, err = yearbookOf(s.ctx, s, from); err != nil {
			return err
		}
	}
	text, err := json.Marshal(book)
	if err != nil {
		return err
	}
	var f fields
	f.set("id", to)
	f.set("definition", string(text))
	return s.insert("yearbook", f)
}

// clonePeople places those who were printed, in their order and with their ties;
// who is in the trash today is left out.
func (s *step) clonePeople(from, to model.Edition, status model.Status) error {
	if status == "" {
		status = model.Nominated
	}
	then, err := placementsOf(s.ctx, s, "p.edition=?", string(from.ID))
	if err != nil {
		return err
	}
	trashed, err := texts(s.ctx, s, "SELECT id FROM person WHERE trashed=1")
	if err != nil {
		return err
	}
	gone := map[model.ID]bool{}
	for _, id := range trashed {
		gone[model.ID(id)] = true
	}
	seen := map[string]bool{}   // without categories somebody stands once
	var before *model.Placement // the entry that was placed last, as it was
	var tied []model.ID         // of the new entries, those who share the rank above
	for _, was := range model.OrderIn(then, from) {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		now := model.Placement{
			EditionID: to.ID, Kind: was.Kind, EntryName: was.EntryName, OrganisationID: was.OrganisationID,
			Sector: was.Sector, Country: was.Country, Status: status,
		}
		if len(to.Categories) > 0 {
			now.Category = was.Category
		}
		if was.Rank.Band != "" {
			now.Rank = model.Rank{Band: was.Rank.Band, To: was.Rank.To}
		}
		here := was.Status.Printed()
		for _, m := range was.Members {
			here = here && !gone[m.PersonID]
			now.Members = append(now.Members, model.Member{PersonID: m.PersonID})
		}
		if was.Kind == model.EntryOrganisation && was.OrganisationID != "" {
			now.EntryName = "" // its name of today
		}
		key := now.Category + "/" + was.EntryKey()
		if !here || seen[key] {
			continue
		}
		seen[key] = true
		if _, err := (Place{Placement: now}).do(s); err != nil {
			return err
		}
		if before != nil && sharedRank(*before, was) && takesPlace(status) {
			tied = append(tied, s.created)
		}
		before = &was
	}
	for _, id := range tied {
		if _, err := (SetTie{ID: id, Tied: true}).do(s); err != nil {
			return err
		}
	}
	return nil
}

// sharedRank says whether two entries that follow each other share a rank.
func sharedRank(a, b model.Placement) bool {
	return a.Category == b.Category && b.Rank.Number > 0 && a.Rank.Number == b.Rank.Number && a.Rank.Tied && b.Rank.Tied
}
