package intake

import (
	"slices"
	"strings"

	"laurel/model"
	"laurel/store"
)

// comparison compares what a draft tells of a placement with the one the book has.
type comparison struct {
	planner *planner
	draft   *Draft
	edition *plannedEdition
	told    Placement
	have    model.Placement
	people  []*person
	say     func(field, old, new string)
}

func (c *comparison) run() error {
	if err := c.rank(); err != nil || !c.told.Full {
		return err
	}
	for _, step := range []func() error{c.members, c.texts, c.answers} {
		if err := step(); err != nil {
			return err
		}
	}
	c.photo()
	return nil
}

func (c *comparison) do(command store.Command) {
	c.planner.placed = append(c.planner.placed, command)
}

// news says whether a text of the draft is new to the book: it says something,
// something else, and no curator has changed the field away from it.
func (c *comparison) news(field, old, told string) (bool, error) {
	if told == "" || told == old {
		return false, nil
	}
	kept, err := c.planner.edited(c.have.ID, field, told)
	return !kept, err
}

// rank compares ranks. A line without a number, or an empty cell, says little: it
// never takes a rank away. What the rank was imported from stays with it, so a rank that a
// curator changed since is told from news.
func (c *comparison) rank() error {
	told, have := c.told.Rank, c.have.Rank
	if told.Number == have.Number && told.Tied == have.Tied && told.Band == have.Band {
		return nil
	}
	silent := told.Number == 0 && told.Band == ""
	unsaid := c.draft.Kind == Page || !c.told.Full || c.draft.Kind == Sheet && told.Source == ""
	if silent && unsaid || told.Source != "" && told.Source == have.Source {
		return nil
	}
	changes, err := c.planner.curated(c.have.ID)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(changes, func(f store.FieldChange) bool { return strings.HasPrefix(f.Field, "rank") || f.Field == "pos" }) {
		return nil
	}
	style := c.edition.TieStyle
	c.say(model.FieldRank, have.Display(style), told.Display(style))
	c.do(store.SetRank{ID: c.have.ID, Rank: told, RankAsIs: true})
	return nil
}

// honoured gives a name of a table the prefix and the letters that it leaves out:
// lists are kept without them.
func honoured(told, known model.Name) model.Name {
	if model.SameName(told, known) {
		told.Prefix = firstOf(told.Prefix, known.Prefix)
		told.PostNominals = firstOf(told.PostNominals, known.PostNominals)
	}
	return told
}

// members compares names, titles and organisations as printed.
func (c *comparison) members() error {
	members := slices.Clone(c.have.Members)
	changed := false
	for i, x := range c.people {
		told := c.told.Members[i]
		at := slices.IndexFunc(members, func(m model.Member) bool { return m.PersonID == x.ID })
		m := &members[at]
		if c.draft.Kind == Sheet {
			told.Name = honoured(told.Name, m.Name)
		}
		if told.Name.Full() != m.Name.Full() {
			byHand, err := c.renamed(x)
			if err != nil {
				return err
			}
			if !byHand {
				c.say(model.FieldName, m.Name.Full(), told.Name.Full())
				m.Name, changed = told.Name, true
			}
		}
		title, err := c.news("title", m.Title, told.Title)
		if err != nil {
			return err
		}
		if title {
			c.say(model.FieldTitle, m.Title, told.Title)
			m.Title, changed = told.Title, true
		}
		organisation, err := c.news("organisation", m.Organisation, told.Organisation)
		if err != nil {
			return err
		}
		if organisation {
			c.say(model.FieldOrganisation, m.Organisation, told.Organisation)
			m.Organisation, m.OrganisationID, changed = told.Organisation, "", true
		}
	}
	if changed {
		c.do(store.UpdatePlacement{ID: c.have.ID, Members: &members})
		c.keep(members)
	}
	return nil
}

// keep notes the members that the plan gives to a placement.
func (c *comparison) keep(members []model.Member) {
	for _, x := range c.people {
		x.news = true
		for i := range x.placements {
			if x.placements[i].ID == c.have.ID {
				x.placements[i].Members = members
			}
		}
	}
}

// renamed says whether a curator has changed the parts of a name.
func (c *comparison) renamed(x *person) (bool, error) {
	for _, record := range []model.ID{c.have.ID, x.ID} {
		changes, err := c.planner.curated(record)
		if err != nil {
			return false, err
		}
		for _, f := range changes {
			if slices.Contains([]string{"prefix", "given", "particle", "family", "post nominals", "family first"}, f.Field) {
				return true, nil
			}
		}
	}
	return false, nil
}

// texts compares what stands in the placement itself.
func (c *comparison) texts() error {
	u := store.UpdatePlacement{ID: c.have.ID}
	changed := false
	for _, f := range []struct {
		name      string
		old, told string
		to        **string
	}{
		{model.FieldCitation, c.have.Citation, c.told.Citation, &u.Citation},
		{model.FieldVideo, c.have.Video, c.told.Video, &u.Video},
	} {
		news, err := c.news(f.name, f.old, f.told)
		if err != nil {
			return err
		}
		if news {
			value := f.told
			*f.to, changed = &value, true
			c.say(f.name, f.old, f.told)
		}
	}
	status := c.told.Status
	switch have := c.have.Status; {
	case c.draft.Kind == Page && have.Printed(): // what was published is at least confirmed
		status = have
	case c.told.StatusAssumed && !status.After(have):
		status = have
	}
	news, err := c.news(model.FieldStatus, string(c.have.Status), string(status))
	if err != nil {
		return err
	}
	if news {
		u.Status, changed = &status, true
		c.say(model.FieldStatus, string(c.have.Status), string(status))
	}
	if changed {
		c.do(u)
	}
	return nil
}

// answers compares the interview. An answer is known by its question or by its
// words; it is always the original that is compared, and the excerpt is left to
// the curator.
func (c *comparison) answers() error {
	taken := map[model.ID]bool{} // a page may ask the same twice
	for _, told := range c.told.Answers {
		at := slices.IndexFunc(c.have.Answers, func(a model.Answer) bool {
			return !taken[a.ID] && questionKey(a.Question) == questionKey(told.Question)
		})
		if at < 0 {
			at = slices.IndexFunc(c.have.Answers, func(a model.Answer) bool {
				return !taken[a.ID] && a.Original == told.Original && a.Original != ""
			})
		}
		if at < 0 {
			c.say(model.FieldAnswer, "", told.Original)
			c.do(store.AddAnswer{PlacementID: c.have.ID, Answer: told.model()})
			continue
		}
		taken[c.have.Answers[at].ID] = true
		if err := c.answer(c.have.Answers[at], told); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparison) answer(have model.Answer, told Answer) error {
	u := store.UpdateAnswer{ID: have.ID}
	original, err := c.news("original", have.Original, told.Original)
	if err != nil {
		return err
	}
	changed := false
	if original {
		c.say(model.FieldAnswer, have.Original, told.Original)
		u.Original, changed = &told.Original, true
	}
	untouched := have.Edited == have.Original
	if told.Edited != told.Original && told.Edited != have.Edited && untouched {
		kept, err := c.planner.edited(have.ID, "edited", told.Edited)
		if err != nil {
			return err
		}
		if !kept {
			c.say(model.FieldAnswer, have.Edited, told.Edited)
			u.Edited, changed = &told.Edited, true
		}
	}
	if changed && told.Approved && untouched {
		u.Approved = &told.Approved
	}
	if changed {
		c.do(u)
	}
	return nil
}

// photo adds a photo to an entry that has none; one that is there stays.
func (c *comparison) photo() {
	if c.told.Photo == nil || c.have.PhotoID != "" || len(c.people) == 1 && c.people[0].pictured() {
		return
	}
	add := store.AddPhoto{File: c.told.Photo.Bytes, FileName: c.told.Photo.FileName, Credit: c.told.Photo.Credit}
	if len(c.people) == 1 {
		add.PersonID, c.people[0].given = c.people[0].ID, true
	} else {
		add.PlacementID = c.have.ID
	}
	c.say(model.FieldPhoto, "", c.told.Photo.FileName)
	c.planner.after = append(c.planner.after, add)
}
