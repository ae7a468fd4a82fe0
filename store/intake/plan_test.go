package intake

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"laurel/model"
	"laurel/store"
)

func newBook(t *testing.T) *store.Book {
	t.Helper()
	b, err := store.Create(context.Background(), store.Params{Path: filepath.Join(t.TempDir(), "book.laurel"), Actor: "Ada Curator"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func pageDraft(t *testing.T, name, text string) Draft {
	t.Helper()
	d, err := Read(context.Background(), Source{Name: name, Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func planOf(t *testing.T, b *store.Book, o Options, drafts ...Draft) Plan {
	t.Helper()
	p, err := MakePlan(context.Background(), b, drafts, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// apply imports the drafts as one step.
func apply(t *testing.T, b *store.Book, o Options, drafts ...Draft) Plan {
	t.Helper()
	p := planOf(t, b, o, drafts...)
	do(t, b, p.Step())
	return p
}

func do(t *testing.T, b *store.Book, commands ...store.Command) {
	t.Helper()
	if _, err := b.Do(context.Background(), commands...); err != nil {
		t.Fatal(err)
	}
}

func snapshotOf(t *testing.T, b *store.Book, edition string) *model.Snapshot {
	t.Helper()
	all, err := b.Editions(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.ChooseEdition(all, edition)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Snapshot(context.Background(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func firstLight(t *testing.T) Draft {
	t.Helper()
	raw, err := os.ReadFile("testdata/pages/first-light.txt")
	if err != nil {
		t.Fatal(err)
	}
	return pageDraft(t, "first-light.txt", string(raw))
}

func people(t *testing.T, b *store.Book) []store.PersonRow {
	t.Helper()
	rows, err := b.PeopleRows(context.Background(), store.PeopleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestPlanOfANewPerson(t *testing.T) {
	b := newBook(t)
	p := apply(t, b, Options{}, firstLight(t))
	if got := p.Label().String(); got != "Import Ada Example" {
		t.Errorf("the step is called %q", got)
	}
	if len(p.Rows) != 1 || p.Rows[0].Kind != RowNew || len(p.Rows[0].Changes) != 3 || len(p.Editions) != 3 {
		t.Errorf("the plan is %+v", p)
	}
	rows := people(t, b)
	if len(rows) != 1 || rows[0].Title != "Director of Data" || rows[0].Organisation != "Example Ferry Service" {
		t.Fatalf("the book has %+v", rows)
	}
	s := snapshotOf(t, b, "100 Harbours 2024 (EMEA)")
	placed := s.Placements[0]
	if placed.Rank.Number != 3 || placed.Video != "https://vimeo.com/100000001" || len(placed.Answers) != 3 || placed.Status != model.Confirmed {
		t.Errorf("the newest placement is %+v", placed)
	}
	if s.Edition.Scheme.String() != "top 10" || len(s.Edition.Questions) != 3 {
		t.Errorf("the newest edition is %+v", s.Edition)
	}
	older := snapshotOf(t, b, "100 Harbours 2022 (EMEA)").Placements[0]
	if m := older.Members[0]; m.Title != "" || m.Organisation != "" || older.Video != "" || len(older.Answers) != 0 || older.Rank.Number != 0 {
		t.Errorf("the oldest placement holds more than its line says: %+v", older)
	}
}

// Whatever a curator did since, the same page has nothing new to tell.
func TestPlanOfTheSamePageAgain(t *testing.T) {
	text := func(s string) *string { return &s }
	edits := map[string]func(t *testing.T, b *store.Book, placed model.Placement) []store.Command{
		"untouched": func(*testing.T, *store.Book, model.Placement) []store.Command { return nil },
		"an answer": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			a := placed.Answers[0]
			return []store.Command{
				store.UpdateAnswer{ID: a.ID, Edited: text("I wanted to keep a lighthouse.")},
				store.SetExcerpt{AnswerID: placed.Answers[1].ID, Ranges: []model.Range{{Start: 0, End: 45}}},
			}
		},
		"a question": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			return []store.Command{store.UpdateAnswer{ID: placed.Answers[0].ID, Question: text("Your career so far")}}
		},
		"the title": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			members := slices.Clone(placed.Members)
			members[0].Title = "Data Director"
			return []store.Command{store.UpdatePlacement{ID: placed.ID, Members: &members}}
		},
		"today's job": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			return []store.Command{store.UpdatePerson{ID: placed.Members[0].PersonID, Title: text("Harbour Master"), Organisation: text("Port of Example")}}
		},
		"the name": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			return []store.Command{store.UpdatePerson{ID: placed.Members[0].PersonID, Name: &model.Name{Prefix: "Dr", Given: "Ada", Family: "Example"}}}
		},
		"film and status": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			status := model.Withdrawn
			return []store.Command{store.UpdatePlacement{ID: placed.ID, Video: text("https://vimeo.com/2"), Status: &status}}
		},
		"the rank": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			return []store.Command{store.SetRank{ID: placed.ID, Rank: model.Rank{Number: 5}, RankAsIs: true}}
		},
		"print-only texts": func(_ *testing.T, _ *store.Book, placed model.Placement) []store.Command {
			return []store.Command{store.PrintAs{PlacementID: placed.ID, Field: model.FieldTitle, Text: text("Dir. of Data")}}
		},
	}
	for name, edit := range edits {
		t.Run(name, func(t *testing.T) {
			b := newBook(t)
			apply(t, b, Options{}, firstLight(t))
			for _, c := range edit(t, b, snapshotOf(t, b, "").Placements[0]) {
				do(t, b, c)
			}
			if p := planOf(t, b, Options{}, firstLight(t)); !p.Empty() || p.Rows[0].Kind != RowSame {
				t.Errorf("the second import would do %+v", p.Rows)
			}
		})
	}
}

func TestPlanOfAQuestionAskedTwice(t *testing.T) {
	b := newBook(t)
	page := func() Draft {
		return pageDraft(t, "page", "Ada Example, Director of Data, Example Ferry Service\n\nWhat do you read at home?\n\nThe sea.\n\nWhat do you read at home?\n\nThe sky.\n\nAda Example has been included in:\n• 100 Harbours 2024 (EMEA)\n")
	}
	apply(t, b, Options{}, page())
	if n := len(snapshotOf(t, b, "").Placements[0].Answers); n != 2 {
		t.Fatalf("%d answers", n)
	}
	if p := planOf(t, b, Options{}, page()); !p.Empty() {
		t.Errorf("the second import would do %+v", p.Rows)
	}
}

func TestPlanOfACorrectedPage(t *testing.T) {
	b := newBook(t)
	first := firstLight(t)
	apply(t, b, Options{}, first)
	raw, err := os.ReadFile("testdata/pages/first-light.txt")
	if err != nil {
		t.Fatal(err)
	}
	corrected := strings.NewReplacer("Director of Data", "Chief Data Officer", "Nineteen years", "Twenty years", "No. 3", "No. 4").Replace(string(raw))
	p := apply(t, b, Options{}, pageDraft(t, "corrected.txt", corrected))
	var fields []string
	for _, c := range p.Rows[0].Changes {
		fields = append(fields, c.Field)
	}
	if want := []string{model.FieldRank, model.FieldTitle, model.FieldAnswer}; !slices.Equal(fields, want) || p.Rows[0].Kind != RowChanged {
		t.Errorf("the changes are %v, want %v", fields, want)
	}
	placed := snapshotOf(t, b, "").Placements[0]
	if placed.Members[0].Title != "Chief Data Officer" || !strings.Contains(placed.Answers[0].Edited, "Twenty years") || placed.Rank.Number != 4 {
		t.Errorf("the placement is now %+v", placed)
	}
	if rows := people(t, b); len(rows) != 1 || rows[0].Title != "Chief Data Officer" {
		t.Errorf("the people are now %+v", rows)
	}
	if p := planOf(t, b, Options{}, pageDraft(t, "corrected.txt", corrected)); !p.Empty() {
		t.Errorf("importing it again would do %+v", p.Rows)
	}
}

const (
	namesake = "Ada Example, Head of Weather, Other Office\n\nDescribe your career to date\n\nI have looked at the sky for a living since I was old enough to be paid for it.\n\nAda Example\nhas been included in:\n• 50 Clouds 2024\n"
	newJob   = "Ada Example, Chair, Port of Example\n\nWhat next?\n\nThe harbour, of course, and after that the sea, which has been waiting.\n\nAda Example\nhas been included in:\n• No. 3 100 Harbours 2024 (EMEA)\n• No. 1 100 Harbours 2025 (EMEA)\n"
)

func TestPlanOfNamesakes(t *testing.T) {
	b := newBook(t)
	apply(t, b, Options{}, firstLight(t))
	other := pageDraft(t, "other.txt", namesake)
	p := planOf(t, b, Options{}, other)
	if d := p.Doubtful(); !p.Empty() || len(d) != 1 || len(d[0].Choices) != 1 || d[0].Choices[0].Organisation != "Example Ferry Service" {
		t.Fatalf("doubt gives %+v", p.Rows)
	}
	if p := planOf(t, b, Options{OnDoubt: Skip}, other); !p.Empty() || p.Rows[0].Kind != RowLeft {
		t.Errorf("skip gives %+v", p.Rows)
	}
	same := map[string]Decision{p.Rows[0].Key: {Same: []model.ID{p.Rows[0].Choices[0].PersonID}}}
	if p := planOf(t, b, Options{Decisions: same}, other); p.Rows[0].Kind != RowChanged {
		t.Errorf("the decision that it is the same person gives %+v", p.Rows)
	}
	apply(t, b, Options{OnDoubt: New}, other)
	if rows := people(t, b); len(rows) != 2 {
		t.Errorf("new gives %d people", len(rows))
	}
	if p := planOf(t, b, Options{OnDoubt: New}, other); !p.Empty() {
		t.Errorf("the namesake again gives %+v", p.Rows)
	}
}

// Somebody who changed the job is known by the placements they share.
func TestPlanOfANewJob(t *testing.T) {
	b := newBook(t)
	apply(t, b, Options{}, firstLight(t))
	p := apply(t, b, Options{}, pageDraft(t, "new-job.txt", newJob))
	for _, want := range []Change{{Field: "title", Old: "Director of Data", New: "Chair"}, {Field: "organisation", Old: "Example Ferry Service", New: "Port of Example"}} {
		if !slices.Contains(p.Rows[0].Changes, want) {
			t.Errorf("%+v is not among what is said to change: %+v", want, p.Rows[0].Changes)
		}
	}
	rows := people(t, b)
	if len(rows) != 1 || rows[0].Title != "Chair" || rows[0].Organisation != "Port of Example" {
		t.Fatalf("the people are %+v", rows)
	}
	if m := snapshotOf(t, b, "100 Harbours 2024 (EMEA)").Placements[0].Members[0]; m.Title != "Director of Data" {
		t.Errorf("2024 now prints %q", m.Title)
	}
}

func TestPlanOfSeveralPages(t *testing.T) {
	b := newBook(t)
	p := apply(t, b, Options{}, firstLight(t), pageDraft(t, "new-job.txt", newJob), pageDraft(t, "joint.txt", string(readFile(t, "testdata/pages/joint.txt"))))
	if got := p.Label().String(); got != "Import 3 pages" {
		t.Errorf("the step is called %q", got)
	}
	if rows := people(t, b); len(rows) != 3 {
		t.Errorf("there are %d people, want Ada, Ines and Jo", len(rows))
	}
	joint := snapshotOf(t, b, "Small Studios 2024 (Europe)").Placements[0]
	if joint.Kind != model.EntryJoint || len(joint.Members) != 2 || !joint.Rank.Tied {
		t.Errorf("the joint entry is %+v", joint)
	}
}

func TestPlanOfANumberBeyondTen(t *testing.T) {
	b := newBook(t)
	apply(t, b, Options{}, firstLight(t))
	page := "Bo Sample, Director, Sample Ltd\n\nWhy?\n\nBecause somebody has to, and I was standing next to the door at the time.\n\nBo Sample has been included in:\n• No. 37 100 Harbours 2024 (EMEA)\n"
	apply(t, b, Options{}, pageDraft(t, "bo.txt", page))
	s := snapshotOf(t, b, "100 Harbours 2024 (EMEA)")
	got := map[string]int{}
	for _, p := range s.Placements {
		got[p.PrintedName()] = p.Rank.Number
	}
	if s.Edition.Scheme.Kind != model.SchemeFull || got["Ada Example"] != 3 || got["Bo Sample"] != 37 {
		t.Errorf("the edition is %s with %v", s.Edition.Scheme, got)
	}
}

func TestPlanWithAnEdition(t *testing.T) {
	b := newBook(t)
	apply(t, b, Options{}, firstLight(t))
	nowhere := "Bo Sample, Director, Sample Ltd\n\nWhy?\n\nBecause somebody has to, and I was standing next to the door at the time.\n"
	p := planOf(t, b, Options{}, pageDraft(t, "bo.txt", nowhere))
	if p.Edition != "100 Harbours 2024 (EMEA)" {
		t.Errorf("the default edition is %q", p.Edition)
	}
	apply(t, b, Options{Edition: "100 harbours 2023 (emea)"}, pageDraft(t, "bo.txt", nowhere))
	if s := snapshotOf(t, b, "100 Harbours 2023 (EMEA)"); len(s.Placements) != 2 {
		t.Errorf("the edition named has %d placements", len(s.Placements))
	}
	for name, book := range map[string]*store.Book{"a wrong name": b, "an empty book": newBook(t)} {
		o := Options{}
		if book == b {
			o.Edition = "100 Harbours 1999"
		}
		if _, err := MakePlan(context.Background(), book, []Draft{pageDraft(t, "bo.txt", nowhere)}, o); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func TestPlanLeavesAFrozenEdition(t *testing.T) {
	b := newBook(t)
	apply(t, b, Options{}, firstLight(t))
	s := snapshotOf(t, b, "100 Harbours 2024 (EMEA)")
	do(t, b, store.Freeze{EditionID: s.Edition.ID})
	p := planOf(t, b, Options{}, pageDraft(t, "joins.txt", strings.ReplaceAll(newJob, "Ada Example", "Bo Sample")))
	if len(p.Notes) != 1 {
		t.Errorf("the notes are %v", p.Notes)
	}
	do(t, b, p.Step())
	if s := snapshotOf(t, b, "100 Harbours 2024 (EMEA)"); len(s.Placements) != 1 {
		t.Errorf("the frozen edition has %d placements", len(s.Placements))
	}
}

// An entry of two people may be in doubt about both; each is decided by itself.
func TestPlanOfTwoInDoubt(t *testing.T) {
	b := newBook(t)
	for _, name := range []string{"Ada Example", "Ada Example", "Bo Sample", "Bo Sample"} {
		if _, err := b.Do(t.Context(), store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}}); err != nil {
			t.Fatal(err)
		}
	}
	draft := Draft{Source: "list.csv", Kind: Sheet, Editions: []Edition{{List: "Quay List", Year: 2026}}, Placements: []Placement{{
		Edition: Key{List: "Quay List", Year: 2026}, Kind: model.EntryJoint, Full: true,
		Members: []Member{{Name: model.ParseName("Ada Example")}, {Name: model.ParseName("Bo Sample")}},
	}}}
	decided := map[string]Decision{}
	for _, name := range []string{"Ada Example", "Bo Sample"} {
		p := planOf(t, b, Options{Decisions: decided}, draft)
		row := p.Rows[0]
		if row.Kind != RowDoubtful || len(row.Choices) != 2 || row.Choices[1].Name != name {
			t.Fatalf("asked about %s is %+v", name, row)
		}
		decided[row.Key] = Decision{Same: append(decided[row.Key].Same, row.Choices[1].PersonID)}
	}
	same := decided[planOf(t, b, Options{}, draft).Rows[0].Key].Same
	apply(t, b, Options{Decisions: decided}, draft)
	members := snapshotOf(t, b, "").Placements[0].Members
	if len(people(t, b)) != 4 || members[0].PersonID != same[0] || members[1].PersonID != same[1] {
		t.Errorf("placed are %+v, chosen were %v", members, same)
	}
}
