package store

import (
	"errors"
	"slices"
	"strings"

	"laurel/model"
)

// MergePeople makes one person of two who are the same. Keep survives with its
// own fields but those named in Take, which come from Lose; where Keep says
// nothing, Lose is heard in any case. All placements, photos, values of custom
// fields and the history move to Keep, and Lose's name joins the former names.
// Private notes of both are kept. What editions printed stays as it was printed.
// It fails with model.ErrConflict where both stand in one edition.
type MergePeople struct {
	Keep, Lose model.ID
	Take       []string // MergeName … MergeConsent, or the ID of a custom field
}

// The fields that a merge chooses between.
const (
	MergeName         = "name"
	MergeSortAs       = "sort as"
	MergePronouns     = "pronouns"
	MergeTitle        = "title"
	MergeOrganisation = "organisation"
	MergeSector       = "sector"
	MergeCountry      = "country"
	MergePhoto        = "photo"
	MergeConsent      = "consent" // with its date
)

// MergeFields are those fields in the order in which they are shown.
var MergeFields = []string{MergeName, MergeSortAs, MergePronouns, MergeTitle, MergeOrganisation, MergeSector, MergeCountry, MergePhoto, MergeConsent}

func (c MergePeople) do(s *step) (model.Message, error) {
	if c.Keep == c.Lose {
		return model.Message{}, invalid("Choose two people to merge.")
	}
	keep, err := personByID(s.ctx, s, c.Keep)
	if err != nil {
		return model.Message{}, err
	}
	lose, err := personByID(s.ctx, s, c.Lose)
	if err != nil {
		return model.Message{}, err
	}
	if err := s.neverTogether(keep, lose); err != nil {
		return model.Message{}, err
	}
	if err := s.update("person", c.Keep, c.joined(keep, lose)); err != nil {
		return model.Message{}, err
	}
	now, err := personByID(s.ctx, s, c.Keep)
	if err == nil {
		err = s.membersFollow(keep, now)
	}
	if err == nil {
		err = s.mergeCustom(c)
	}
	if err != nil {
		return model.Message{}, err
	}
	for _, q := range []string{
		"UPDATE member SET person=?1 WHERE person=?2",
		"UPDATE photo SET person=?1 WHERE person=?2",
		"UPDATE answer SET speaker=?1 WHERE speaker=?2",
		"DELETE FROM unlike WHERE ?2 IN (a,b) AND ?1<>''",
		"INSERT INTO merged(id,survivor) SELECT ?2,?1",
		"DELETE FROM person WHERE id=?2 AND ?1<>''",
	} {
		if _, err := s.exec(q, string(c.Keep), string(c.Lose)); err != nil {
			return model.Message{}, err
		}
	}
	return model.Say("Merge {{.Other}} into {{.Name}}", "Other", lose.Name.Display(), "Name", now.Name.Display()), nil
}

// neverTogether refuses to merge two who stand in the same edition: one of the
// two entries would have to go, and which is for the curator to say.
func (s *step) neverTogether(a, b model.Person) error {
	var edition model.ID
	err := s.row(`SELECT coalesce(min(p.edition),'') FROM placement p JOIN member m ON m.placement=p.id WHERE m.person=?1
		AND p.edition IN (SELECT q.edition FROM placement q JOIN member n ON n.placement=q.id WHERE n.person=?2)`, string(a.ID), string(b.ID)).Scan(&edition)
	if err != nil || edition == "" {
		return err
	}
	e, err := editionByID(s.ctx, s, edition)
	if err != nil {
		return err
	}
	return model.Faultf(model.ErrConflict, "{{.Name}} and {{.Other}} both stand in {{.Edition}}, so nothing was merged: take one of the two out of it first.",
		"Name", a.Name.Display(), "Other", b.Name.Display(), "Edition", e.Name())
}

// joined are the fields of the survivor that change.
func (c MergePeople) joined(keep, lose model.Person) fields {
	var f fields
	take := func(field string, there, known bool) bool {
		return known && (!there || slices.Contains(c.Take, field))
	}
	name := keep.Name
	if slices.Contains(c.Take, MergeName) {
		name = lose.Name
		f.name(name)
	}
	text := func(field, column, mine, theirs string) {
		if take(field, mine != "", theirs != "") {
			f.set(column, theirs)
		}
	}
	text(MergeSortAs, "sort_as", keep.SortAs, lose.SortAs)
	text(MergePronouns, "pronouns", keep.Pronouns, lose.Pronouns)
	text(MergeTitle, "title", keep.Title, lose.Title)
	text(MergeSector, "sector", keep.Sector, lose.Sector)
	text(MergeCountry, "country", keep.Country, lose.Country)
	if take(MergeOrganisation, keep.OrganisationID != "", lose.OrganisationID != "") {
		f.set("organisation", lose.OrganisationID)
	}
	if take(MergePhoto, keep.PhotoID != "", lose.PhotoID != "") {
		f.set("photo", lose.PhotoID)
	}
	if take(MergeConsent, keep.Consent != model.ConsentUnknown, lose.Consent != model.ConsentUnknown) {
		f.set("consent", lose.Consent)
		f.set("consent_date", lose.ConsentDate)
	}
	f.set("notes", together(keep.Notes, lose.Notes))
	f.set("contact", together(keep.Contact, lose.Contact))
	f.set("former_names", formerNames(name, keep, lose))
	return f
}

// together keeps both of two texts that nobody may lose.
func together(a, b string) string {
	switch {
	case b == "" || strings.Contains(a, b):
		return a
	case a == "":
		return b
	}
	return a + "\n\n" + b
}

// formerNames are all names by which the two were known, but the one that stays.
func formerNames(stays model.Name, keep, lose model.Person) []string {
	var all []string
	names := slices.Concat(keep.FormerNames, []string{keep.Name.Display(), lose.Name.Display()}, lose.FormerNames)
	for _, n := range names {
		if n != stays.Display() && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// mergeCustom moves the values of custom fields that are taken, or that the
// survivor has none of. The rows stay with whom they belong to; those of the
// lost person go with them.
func (s *step) mergeCustom(c MergePeople) error {
	values, err := customValues(s.ctx, s, "person IN (?,?)", string(c.Keep), string(c.Lose))
	if err != nil {
		return err
	}
	has := map[model.ID]bool{}
	for _, v := range values {
		has[v.field] = has[v.field] || v.person == c.Keep
	}
	for _, v := range values {
		if v.person == c.Lose && (!has[v.field] || slices.Contains(c.Take, string(v.field))) {
			err = errors.Join(err, s.setCustom(c.Keep, v.field, v.value))
		}
	}
	if err != nil {
		return err
	}
	_, err = s.exec("DELETE FROM custom_value WHERE person=?", string(c.Lose))
	return err
}

// Distinguish notes that two people who are alike are not the same, so that
// they are not offered as duplicates again.
type Distinguish struct{ A, B model.ID }

func (c Distinguish) do(s *step) (model.Message, error) {
	a, err := personByID(s.ctx, s, c.A)
	if err != nil {
		return model.Message{}, err
	}
	b, err := personByID(s.ctx, s, c.B)
	if err != nil {
		return model.Message{}, err
	}
	if a.ID == b.ID {
		return model.Message{}, invalid("Choose two people.")
	}
	label := model.Say("{{.Name}} and {{.Other}} are two people", "Name", a.Name.Display(), "Other", b.Name.Display())
	first, second := min(a.ID, b.ID), max(a.ID, b.ID)
	_, err = s.exec("INSERT INTO unlike(id,a,b) SELECT ?1,?2,?3 WHERE NOT EXISTS(SELECT 1 FROM unlike WHERE a=?2 AND b=?3)",
		string(s.newID("")), string(first), string(second))
	return label, err
}
