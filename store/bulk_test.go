package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"laurel/model"
)

func TestBulkEditDoesWhatItsPreviewSays(t *testing.T) {
	ctx := context.Background()
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	table := do(t, b, AddCustomField{Field: model.CustomField{Name: "Table", Kind: model.CustomChoice, Choices: []string{"North", "South"}}}).Created
	var ids []model.ID
	for _, n := range []string{"Ada Example", "Ben Other", "Cy Third"} {
		ids = append(ids, addPerson(t, b, n))
	}
	do(t, b, UpdatePerson{ID: ids[1], Sector: ptr("Finance"), Title: ptr("Director")})
	for _, id := range ids[:2] {
		do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: id}}}})
	}
	for _, c := range []struct {
		field   PeopleColumn
		value   string
		want    string
		leftOut int
	}{
		{BySector, "Finance", "[Ada Example:→Finance Cy Third:→Finance]", 0},
		{ByTitle, "", "[Ada Example:Director of Data→ Ben Other:Director→ Cy Third:Director of Data→]", 0},
		{ByOrganisation, "Quay & Co", "[Ada Example:→Quay & Co Ben Other:→Quay & Co Cy Third:→Quay & Co]", 0},
		{ByConsent, "granted", "[Ada Example:unknown→granted Ben Other:unknown→granted Cy Third:unknown→granted]", 0},
		{ByStatus, "signed off", "[Ada Example:confirmed→signed off Ben Other:confirmed→signed off]", 1},
		{PeopleColumn(table), "north", "[Ada Example:→North Ben Other:→North Cy Third:→North]", 0},
	} {
		e := BulkEdit{People: ids, Edition: edition, Field: c.field, Value: c.value}
		changes, leftOut, err := b.PreviewBulk(ctx, e)
		if err != nil {
			t.Fatalf("%s: %v", c.field, err)
		}
		var told []string
		for _, x := range changes {
			told = append(told, x.Name+":"+x.Old+"→"+x.New)
		}
		if got := fmt.Sprint(told); got != c.want || leftOut != c.leftOut {
			t.Errorf("%s: %s and %d left out, want %s and %d", c.field, got, leftOut, c.want, c.leftOut)
		}
		before := dump(t, b)
		do(t, b, e)
		rows, err := b.PeopleRows(ctx, PeopleFilter{EditionID: edition})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range changes {
			for _, r := range rows {
				if r.ID == x.Person && r.Cell(c.field) != x.New {
					t.Errorf("%s of %s is %q", c.field, r.Name, r.Cell(c.field))
				}
			}
		}
		undo(t, b)
		if dump(t, b) != before {
			t.Errorf("%s: undo left something", c.field)
		}
	}
}

func TestBulkEditRefusesWhatDoesNotFit(t *testing.T) {
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	born := do(t, b, AddCustomField{Field: model.CustomField{Name: "Born", Kind: model.CustomDate}}).Created
	ada := addPerson(t, b, "Ada Example")
	do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: ada}}}})
	before := dump(t, b)
	do(t, b, Freeze{EditionID: edition})
	frozen := dump(t, b)
	for _, c := range []struct {
		edit BulkEdit
		want error
	}{
		{BulkEdit{Field: BySector, Value: "x"}, model.ErrInvalid},
		{BulkEdit{People: []model.ID{ada}, Field: ByName, Value: "x"}, model.ErrInvalid},
		{BulkEdit{People: []model.ID{ada}, Field: ByConsent, Value: "perhaps"}, model.ErrInvalid},
		{BulkEdit{People: []model.ID{ada}, Field: ByStatus, Value: "signed off"}, model.ErrInvalid},
		{BulkEdit{People: []model.ID{ada}, Field: PeopleColumn(born), Value: "in May"}, model.ErrInvalid},
		{BulkEdit{People: []model.ID{ada}, Field: PeopleColumn(model.NewID()), Value: "x"}, model.ErrNotFound},
		{BulkEdit{People: []model.ID{ada, model.NewID()}, Field: BySector, Value: "x"}, model.ErrNotFound},
		{BulkEdit{People: []model.ID{ada}, Edition: edition, Field: ByStatus, Value: "signed off"}, model.ErrFrozen},
	} {
		if _, err := b.Do(context.Background(), c.edit); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.edit, err, c.want)
		}
	}
	if dump(t, b) != frozen || before == frozen {
		t.Error("something was changed")
	}
}

func TestFindAndReplace(t *testing.T) {
	ctx := context.Background()
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	ada := addPerson(t, b, "Ada Example")
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Head of data"), Organisation: ptr("Data Quay"), Notes: ptr("database")})
	placement := do(t, b, Place{Placement: model.Placement{
		EditionID: edition, Members: []model.Member{{PersonID: ada}}, Strapline: "Data first",
		Answers: []model.Answer{{Question: "Why data?", Original: "We began small. Data came later. Then we grew."}},
	}}).Created
	p, err := b.Placement(ctx, placement)
	if err != nil {
		t.Fatal(err)
	}
	said := p.Answers[0]
	do(t, b, SetExcerpt{AnswerID: said.ID, Ranges: []model.Range{{Start: 0, End: 15}, {Start: 33, End: 46}}})
	search := TextSearch{Find: "data", Replace: "evidence", Whole: true, Fields: TextFields}
	for _, c := range []struct {
		search TextSearch
		want   int
	}{
		{search, 7},
		{TextSearch{Find: "data", Replace: "x", Fields: TextFields}, 8},
		{TextSearch{Find: "data", Replace: "x", Case: true, Fields: TextFields}, 4},
		{TextSearch{Find: "Data", Replace: "x", Case: true, Whole: true, Fields: []TextField{TextAnswer, TextStrapline}}, 2},
		{TextSearch{Find: "data", Replace: "x", Fields: []TextField{TextNotes}}, 1},
		{TextSearch{Find: "data", Replace: "x", Fields: TextFields, Edition: model.NewID()}, 3},
		{TextSearch{Find: "", Fields: TextFields}, 0},
		{TextSearch{Find: "data", Replace: "data", Case: true, Fields: []TextField{TextNotes}}, 0},
	} {
		hits, err := b.FindText(ctx, c.search)
		if err != nil || len(hits) != c.want {
			t.Errorf("%+v: %d hits %v, want %d", c.search, len(hits), err, c.want)
		}
	}
	hits, err := b.FindText(ctx, search)
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, b)
	do(t, b, ReplaceText{Search: search, Hits: hits})
	p, err = b.Placement(ctx, placement)
	if err != nil {
		t.Fatal(err)
	}
	m, a := p.Members[0], p.Answers[0]
	if m.Title != "Head of evidence" || m.Organisation != "evidence Quay" || p.Strapline != "evidence first" || a.Question != "Why evidence?" {
		t.Errorf("%+v %q %q", m, p.Strapline, a.Question)
	}
	if a.Original != said.Original || a.Edited != "We began small. evidence came later. Then we grew." || len(a.Excerpt.Parts) != 2 {
		t.Errorf("the answer is %+v", a)
	}
	if got := a.Excerpt.Parts[1].Exact; got != "Then we grew." {
		t.Errorf("the excerpt was not found again: %q", got)
	}
	if rows, err := b.OrganisationRows(ctx); err != nil || len(rows) != 1 {
		t.Errorf("%+v %v", rows, err)
	}
	if _, err := b.Do(ctx, ReplaceText{Search: TextSearch{Find: "evidence", Replace: "fact"}, Hits: []TextHit{{Field: TextTitle, Record: ada, Old: "Head of something else"}}}); !errors.Is(err, model.ErrConflict) {
		t.Errorf("replaced what had changed: %v", err)
	}
	undo(t, b)
	if dump(t, b) != before {
		t.Error("undo left something")
	}
	do(t, b, Freeze{EditionID: edition})
	if hits, err := b.FindText(ctx, search); err != nil || len(hits) != 2 {
		t.Errorf("frozen, and %d hits %v", len(hits), err)
	}
}
