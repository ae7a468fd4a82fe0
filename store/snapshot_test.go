package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"laurel/model"
)

func TestSnapshotHoldsWhatABookIsMadeOf(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	ada, ben := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Other")
	do(t, b, UpdatePerson{ID: ada, Notes: ptr("secret"), Contact: ptr("ada@example.org"), Organisation: ptr("Example Service")})
	place := func(edition model.ID, status model.Status, members ...model.ID) model.ID {
		t.Helper()
		p := model.Placement{EditionID: edition, Status: status}
		for _, id := range members {
			p.Members = append(p.Members, model.Member{PersonID: id})
		}
		return do(t, b, Place{Placement: p}).Created
	}
	full := model.Scheme{Kind: model.SchemeFull}
	older, before, now := addEdition(t, b, 2024, full), addEdition(t, b, 2025, full), addEdition(t, b, 2026, full)
	americas := do(t, b, CreateEdition{Edition: model.Edition{ListName: "100 Brands", Year: 2025, Region: "Americas"}}).Created
	other := do(t, b, CreateEdition{Edition: model.Edition{ListName: "Another List", Year: 2023}}).Created
	place(older, model.Confirmed, ada)
	place(before, model.Confirmed, ben)
	place(before, model.SignedOff, ada)
	place(before, model.Confirmed, ada, ben)
	place(americas, model.Declined, ada)
	place(other, model.Confirmed, ada)
	alone, joint := place(now, model.Confirmed, ada), place(now, model.Confirmed, ben, ada)
	s, err := b.Snapshot(ctx, now)
	if err != nil {
		t.Fatal(err)
	}
	if s.Predecessor == nil || s.Predecessor.ID != before || len(s.Compared) != 3 || s.List.Name != "100 Brands" || s.BookTitle != "test" {
		t.Errorf("%+v", s)
	}
	if p := s.People[ada]; p.Notes != "" || p.Contact != "" || p.Title == "" {
		t.Errorf("private words are in it: %+v", p)
	}
	if s.Organisations[s.People[ada].OrganisationID].Name != "Example Service" || s.Yearbook.Theme == "" {
		t.Errorf("%+v %+v", s.Organisations, s.Yearbook)
	}
	told := func(all []model.Appearance) string {
		var out []string
		for _, a := range all {
			out = append(out, strings.TrimSpace(fmt.Sprint(a.Year, " ", a.List, " ", a.Region, " ", a.Rank.Figure(a.TieStyle), " ", a.Entry)))
		}
		return strings.Join(out, "; ")
	}
	for what, pair := range map[string][2]string{
		"earlier of Ada alone": {told(s.Earlier[alone]), "2024 100 Brands EMEA 1; 2025 100 Brands Americas; 2025 100 Brands EMEA 2"},
		"earlier of the two":   {told(s.Earlier[joint]), "2025 100 Brands EMEA 3 Ada Example & Ben Other"},
		"history of Ada":       {told(s.History[ada]), "2023 Another List  1; 2024 100 Brands EMEA 1; 2025 100 Brands EMEA 2; 2025 100 Brands EMEA 3 Ada Example & Ben Other"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is\n%s, want\n%s", what, pair[0], pair[1])
		}
	}
	rows, err := b.EntryRows(ctx, now)
	if err != nil || rows[0].Movement.Kind != model.MovedUp || rows[0].Movement.Places != 1 || len(rows[0].Missing) == 0 || rows[0].Missing[0] != MissingPhoto {
		t.Errorf("%+v %v", rows, err)
	}
	all, err := b.PlacementsOf(ctx, ada)
	if err != nil || len(all) != 7 || all[0].EditionID != now || len(all[0].Answers) != 2 || all[6].EditionID != other {
		t.Errorf("%d placements: %v", len(all), err)
	}
}

func TestYearbookIsTakenOverFromTheYearBefore(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	full := model.Scheme{Kind: model.SchemeFull}
	first, second := addEdition(t, b, 2025, full), addEdition(t, b, 2026, full)
	y := model.DefaultYearbook()
	y.Subtitle = "The leaders"
	do(t, b, UpdateYearbook{EditionID: first, Yearbook: y})
	if got, err := b.Yearbook(ctx, second); err != nil || got.Subtitle != "The leaders" {
		t.Errorf("%+v %v", got, err)
	}
	y.Subtitle = "Their successors"
	do(t, b, UpdateYearbook{EditionID: second, Yearbook: y})
	if got, err := b.Yearbook(ctx, first); err != nil || got.Subtitle != "The leaders" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestCorrectionsReachTheNewestEdition(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	full := model.Scheme{Kind: model.SchemeFull}
	older, newest := addEdition(t, b, 2025, full), addEdition(t, b, 2026, full)
	ada := addPerson(t, b, "Ada Example")
	do(t, b, UpdatePerson{ID: ada, Organisation: ptr("Example Service")})
	var placed []model.ID
	for _, e := range []model.ID{older, newest} {
		placed = append(placed, do(t, b, Place{Placement: model.Placement{EditionID: e, Members: []model.Member{{PersonID: ada}}}}).Created)
	}
	start := dump(t, b)
	member := func(i int) model.Member {
		t.Helper()
		p, err := b.Placement(ctx, placed[i])
		if err != nil {
			t.Fatal(err)
		}
		return p.Members[0]
	}
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief Data Officer")})
	do(t, b, UpdateOrganisation{ID: member(1).OrganisationID, Name: ptr("Example Group")})
	if m := member(1); m.Title != "Chief Data Officer" || m.Organisation != "Example Group" {
		t.Errorf("the newest edition prints %+v", m)
	}
	if m := member(0); m.Title != "Director of Data" || m.Organisation != "Example Service" {
		t.Errorf("what was printed changed to %+v", m)
	}
	undo(t, b)
	undo(t, b)
	if got := dump(t, b); got != start {
		t.Errorf("undo left\n%s\nwant\n%s", got, start)
	}
	// Words that differ from the person's own stay as somebody wrote them.
	m := member(1)
	m.Title = "Data Director"
	do(t, b, UpdatePlacement{ID: placed[1], Members: &[]model.Member{m}})
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief Data Officer")})
	if m := member(1); m.Title != "Data Director" {
		t.Errorf("overwritten by %q", m.Title)
	}
}

func TestAsPrintedTakesOnlyTheName(t *testing.T) {
	b, _ := newTestBook(t)
	ada := addPerson(t, b, "Ada Example")
	edition := addEdition(t, b, 2022, model.Scheme{Kind: model.SchemeTop, Top: 10})
	id := do(t, b, Place{AsPrinted: true, Placement: model.Placement{EditionID: edition, Rank: model.Rank{Reason: model.ByScheme}, Members: []model.Member{{PersonID: ada}}}}).Created
	p, err := b.Placement(context.Background(), id)
	if err != nil || p.PrintedName() != "Ada Example" || p.PrintedTitle() != "" || len(p.Answers) != 0 || p.Status != model.Confirmed {
		t.Errorf("%+v %v", p, err)
	}
}

func TestAnswersAndExcerpts(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	ada := addPerson(t, b, "Ada Example")
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	const text = "I began in maps. Nobody asked me to. Then came the census."
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: ada}}, Answers: []model.Answer{{Question: "How?", Original: text}}}}).Created
	answer := func() model.Answer {
		t.Helper()
		p, err := b.Placement(ctx, placed)
		if err != nil || len(p.Answers) != 1 {
			t.Fatalf("%+v %v", p, err)
		}
		return p.Answers[0]
	}
	id := answer().ID
	at := func(part string) model.Range {
		i := strings.Index(text, part)
		return model.Range{Start: i, End: i + len(part)}
	}
	do(t, b, SetExcerpt{AnswerID: id, Ranges: []model.Range{at("Then came the census."), at("I began in maps.")}})
	do(t, b, SetPullQuote{AnswerID: id, Range: ptr(at("Nobody asked me to."))})
	a := answer()
	if a.Excerpt.Text != "I began in maps. […] Then came the census." || a.PullQuote.Text != "Nobody asked me to." || a.Edited != a.Original {
		t.Errorf("%+v", a)
	}
	do(t, b, UpdateAnswer{ID: id, Edited: ptr("In short: " + text)})
	a = answer()
	if a.Original != text || a.Excerpt.Stale || a.Excerpt.Print(a.Edited) != "I began in maps. […] Then came the census." || a.PullQuote.Stale {
		t.Errorf("the excerpt was lost: %+v", a)
	}
	do(t, b, UpdateAnswer{ID: id, Edited: ptr("Something else altogether, about nothing of the kind.")})
	if a = answer(); !a.Excerpt.Stale || a.Excerpt.Print(a.Edited) != "I began in maps. […] Then came the census." {
		t.Errorf("a stale excerpt must print what it printed: %+v", a)
	}
	do(t, b, UpdateAnswer{ID: id, Edited: ptr(text)})
	do(t, b, UpdateAnswer{ID: id, Original: ptr(text + " More.")})
	if a = answer(); a.Edited != text+" More." {
		t.Errorf("an unedited answer does not follow its original: %+v", a)
	}
	do(t, b, SetExcerpt{AnswerID: id})
	do(t, b, SetPullQuote{AnswerID: id})
	if a = answer(); len(a.Excerpt.Parts) != 0 || a.Excerpt.Print(a.Edited) != text+" More." || len(a.PullQuote.Parts) != 0 {
		t.Errorf("%+v", a)
	}
}
