package importer

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

const sheet = "Rank,Name,Company,Branch\n1,Ada Example,Quay Trust,Water\n2,Bo Sample,Tide Office,Air\n"

// goesInto chooses what a column goes into, as a hand does.
func goesInto(t *testing.T, s *Screen, column int, m intake.Meaning) {
	t.Helper()
	c := s.of.(*tableForm).columns[column].goes
	c.Select(1 + slices.Index(intake.Meanings, m))
	c.OnChanged(c.Selected())
}

func TestTableIsAskedAboutAndBecomesOneStep(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", sheet)})
	all := found[*kit.Field](s)
	if all[0].Text() != "Quay" || all[1].Text() != "2025" {
		t.Fatalf("proposed are the list %q and the year %q", all[0].Text(), all[1].Text())
	}
	all[0].Focus()
	all[0].SelectAll()
	d.Type(" ")
	all[0].Flush()
	s.Act(desk.Confirm)
	if len(rows(t, d)) != 0 || !says(s, "Write the name of the list.") {
		t.Fatal("a list without a name was taken")
	}
	d.Type("Quay List")
	all[0].Flush()
	if goes := s.of.(*tableForm).columns[3].goes; goes.Text() != "Nothing" {
		t.Fatalf("the last column goes into %q", goes.Text())
	}
	goesInto(t, s, 3, intake.MeansSector)
	press(t, s, "Import 2 people")
	if n := len(steps(t, d)); n != 1 {
		t.Fatalf("%d steps", n)
	}
	editions, err := d.Book().Editions(t.Context())
	if err != nil || len(editions) != 1 || editions[0].Name() != "Quay List 2025" {
		t.Fatalf("made %+v, %v", editions, err)
	}
	entries, err := d.Book().EntryRows(t.Context(), editions[0].ID)
	if err != nil || len(entries) != 2 || entries[0].Name != "Ada Example" || entries[0].Placement.Sector != "Water" || entries[0].Placement.Status != model.Confirmed {
		t.Errorf("placed %+v, %v", entries, err)
	}
	if last := d.Gone[len(d.Gone)-1]; last.Screen != desk.Edition || last.EditionID != editions[0].ID {
		t.Errorf("then led to %+v", last)
	}
	d.Undo()
	if len(rows(t, d)) != 0 {
		t.Error("one undo does not take it back")
	}
}

func TestCopiedCellsGoIntoTheEditionShown(t *testing.T) {
	d, s := newScreen(t)
	d.Edition = d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	s.Text("Ada Example\t1\nBo Sample\t2\n")
	press(t, s, "Import 2 people")
	entries, err := d.Book().EntryRows(t.Context(), d.Edition)
	if err != nil || len(entries) != 2 {
		t.Errorf("placed %+v, %v", entries, err)
	}
}

// quayOf2025 fills the book with the list of the year before.
func quayOf2025(d interface {
	Write(...store.Command) store.Receipt
}, names ...string,
) model.ID {
	edition := d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2025, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	for _, row := range names {
		name, company, _ := strings.Cut(row, ",")
		person := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}}).Created
		d.Write(store.UpdatePerson{ID: person, Organisation: &company},
			store.Place{Placement: model.Placement{EditionID: edition, Status: model.Shortlisted, Members: []model.Member{{PersonID: person}}}})
	}
	return edition
}

// Last year's people in other jobs may be the same; one click says that all are.
func TestAllInDoubtAreTakenAtOnce(t *testing.T) {
	d, s := newScreen(t)
	d.Edition = quayOf2025(d, "Ada Example,Quay Trust", "Bo Sample,Tide Office", "Cy Third,Mole")
	path := write(t, "Final version 2026.csv", "Rank,Name,Company\n1,Ada Example,New Quay\n2,Bo Sample,Low Tide\n3,Cy Third,Old Mole\n")
	for _, all := range []bool{false, true} {
		s.Files([]string{path})
		for _, c := range found[*kit.Choice](s) {
			if c.Text() == "Quay List 2025" {
				t.Fatal("the list of 2026 would go into the edition of 2025")
			}
		}
		if all {
			press(t, s, "All are the people of the book")
			press(t, s, "Import 3 people")
		} else {
			press(t, s, "Cancel")
		}
	}
	if n := len(rows(t, d)); n != 3 {
		t.Errorf("%d people in the book", n)
	}
	editions, err := d.Book().Editions(t.Context())
	if err != nil || len(editions) != 2 || editions[0].Name() != "Quay List 2026" {
		t.Fatalf("the editions are %+v, %v", editions, err)
	}
	entries, err := d.Book().EntryRows(t.Context(), editions[0].ID)
	if err != nil || len(entries) != 3 || entries[0].Organisation != "New Quay" {
		t.Errorf("placed %+v, %v", entries, err)
	}
}

// What is not taken is said, and marked at the column it stands in.
func TestCellsNotTakenAreMarkedAtTheirColumn(t *testing.T) {
	_, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", "Rank,Name,Status\nsoon,Ada Example,confirmed\n2,Bo Sample,later\n3,,confirmed\n")})
	goesInto(t, s, 0, intake.MeansRank)
	goesInto(t, s, 2, intake.MeansStatus)
	var tips []string
	for _, c := range s.of.(*tableForm).columns {
		tips = append(tips, c.mark.Tip)
	}
	if want := []string{"1 cell of it is not taken", "", "1 cell of it is not taken"}; !slices.Equal(tips, want) {
		t.Errorf("the marks say %q", tips)
	}
	if !says(s, "Line 2: this is no rank; the entry stands without one") || !says(s, "Line 4: the row names nobody") || !says(s, "3 of 3 columns") {
		t.Error("what is not taken is not said")
	}
}

// What the columns say is not asked again.
func TestFieldsAskOnlyForWhatNoColumnSays(t *testing.T) {
	_, s := newScreen(t)
	s.Files([]string{write(t, "Mixed.csv", "List,Year,Edition region,Rank,Name\nQuay List,2024,,1,Ada Example\nQuay List,2025,North,2,Bo Sample\n")})
	labels := func() (all []string) {
		for _, f := range found[*kit.Field](s) {
			all = append(all, f.Label())
		}
		return all
	}
	if got := labels(); !slices.Equal(got, []string{"Region where none is given"}) {
		t.Errorf("asked is for %q", got)
	}
	year := s.of.(*tableForm).columns[1].goes
	year.Select(0)
	year.OnChanged(0)
	if got := labels(); !slices.Equal(got, []string{"Year", "Region where none is given"}) {
		t.Errorf("without a column for the year, asked is for %q", got)
	}
}

func TestARowWithoutItsTickIsLeftOut(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", sheet)})
	d.Window().Canvas().Focus(s.right.list.Focusable())
	d.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	s.Act(desk.Confirm)
	if !s.Pending() {
		t.Fatal("an import of nobody was carried out")
	}
	d.Press(fyne.KeySpace)
	press(t, s, "Import 1 person")
	if all := rows(t, d); len(all) != 1 || all[0].Name != "Bo Sample" {
		t.Errorf("brought in %+v", all)
	}
}

// The box of a row can be ticked by the pointer.
func TestABoxIsTickedByAClick(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", sheet)})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.right.list)
	test.TapCanvas(d.Window().Canvas(), at.AddXY(24+9, rowHeight/2))
	if got := s.right.primary.Text(); got != "Import 1 person" || !s.right.left[s.plan.Rows[0].Key] {
		t.Errorf("the button says %q", got)
	}
}

// A list of a hundred years makes a hundred editions: the rows keep their room.
func TestManyNewEditionsTakeOneLine(t *testing.T) {
	_, s := newScreen(t)
	s.right.show(intake.Plan{Editions: []string{"Quay 1901"}})
	one := s.right.object.MinSize()
	s.right.show(intake.Plan{Editions: slices.Repeat([]string{"Quay 1901"}, 116)})
	if got := s.right.object.MinSize(); got != one {
		t.Errorf("116 editions take %v, one %v", got, one)
	}
}

func TestADoubtSaysWhatTheSourceSays(t *testing.T) {
	for _, c := range []struct {
		row  intake.Row
		want string
	}{
		{intake.Row{Name: "Ada Example", Title: "Pilot", Organisation: "New Quay", Kind: intake.RowDoubtful}, "Pilot, New Quay"},
		{intake.Row{Name: "Ada Example", Title: "Pilot", Organisation: "New Quay", Kind: intake.RowChanged}, "New Quay"},
		{intake.Row{Name: "New Quay", Organisation: "New Quay"}, ""},
	} {
		if got := jobOf(c.row); got != c.want {
			t.Errorf("%+v is said to be %q", c.row, got)
		}
	}
}

// By field the same changes stand under what they change; unticked there or here
// is the same.
func TestChangesStandByField(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", "Rank,Name,Role,Sector\n1,Ada Example,Pilot,Water\n2,Bo Sample,Master,Air\n")})
	s.right.byField = true
	s.right.refill()
	var heads []string
	for _, l := range s.right.lines {
		if l.head != "" {
			heads = append(heads, l.head+" "+l.note)
		}
	}
	if want := []string{"Job title 2", "Rank 2"}; !slices.Equal(heads, want) {
		t.Fatalf("the heads are %q", heads)
	}
	d.Window().Canvas().Focus(s.right.list.Focusable())
	d.Press(fyne.KeyHome, fyne.KeySpace)
	if !s.right.left[s.plan.Rows[0].Key] || s.right.primary.Text() != "Import 1 person" {
		t.Errorf("left out %v, the button says %q", s.right.left, s.right.primary.Text())
	}
}

// A filter shows the rows of one kind; those decided stay under the choices, to
// be changed.
func TestFiltersShowOneKind(t *testing.T) {
	d, s := newScreen(t)
	d.Edition = quayOf2025(d, "Ada Example,Quay Trust", "Bo Sample,Tide Office")
	s.Files([]string{write(t, "Quay 2025.csv", "Rank,Name,Company\n,Ada Example,New Quay\n,Bo Sample,Tide Office\n,Cy Third,Mole\n")})
	kinds := func() string {
		var out []string
		for _, r := range s.plan.Rows {
			out = append(out, string(r.Kind))
		}
		return strings.Join(out, ", ")
	}
	if got := kinds(); got != "changed, changed, new" {
		t.Fatalf("the rows are %s", got)
	}
	s.right.chips.choose(intake.RowNew)
	if len(s.right.lines) != 1 || s.right.lines[0].row != 2 {
		t.Errorf("new are %+v", s.right.lines)
	}
}

// A table that names no status brings entries further and none back, and one
// without ranks takes none away.
func TestAnAssumedStatusTakesNothingBack(t *testing.T) {
	d, s := newScreen(t)
	d.Edition = quayOf2025(d, "Ada Example,Quay Trust", "Bo Sample,Tide Office", "Cy Third,Mole")
	entries, err := d.Book().EntryRows(t.Context(), d.Edition)
	if err != nil {
		t.Fatal(err)
	}
	signed, declined := model.SignedOff, model.Declined
	d.Write(store.UpdatePlacement{ID: entries[1].Placement.ID, Status: &signed}, store.UpdatePlacement{ID: entries[2].Placement.ID, Status: &declined})
	s.Files([]string{write(t, "Quay 2025.csv", "Name,Company\nAda Example,Quay Trust\nBo Sample,Tide Office\nCy Third,Mole\n")})
	press(t, s, "Import 1 person")
	entries, err = d.Book().EntryRows(t.Context(), d.Edition)
	if err != nil || entries[0].Placement.Status != model.Confirmed || entries[1].Placement.Status != signed || entries[2].Placement.Status != declined {
		t.Errorf("the statuses are %v", entries)
	}
}

// A list goes into the edition of its year, where the book is of one list.
func TestRowsGoIntoTheEditionOfTheirYear(t *testing.T) {
	d, s := newScreen(t)
	edition := func(year int, region string) model.ID {
		return d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: year, Region: region, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	}
	edition(2024, "EMEA")
	edition(2024, "US")
	d.Edition = edition(2025, "EMEA")
	for name, want := range map[string]string{
		"Final 2025.csv": "Quay List 2025 (EMEA)", "Final 2024.csv": "Quay List 2024", "Final 2026.csv": "A new edition", "Final.csv": "Quay List 2025 (EMEA)",
	} {
		s.Files([]string{write(t, name, "Rank,Name\n1,Ada Example\n")})
		if got := s.of.(*tableForm).into.Text(); !strings.HasPrefix(got, want) {
			t.Errorf("%s goes into %q", name, got)
		}
	}
}

// A letter leads to the next whose name has a word that begins with it.
func TestLettersJumpToNames(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", "Rank,Name\n1,Ada Example\n2,Bo Sample\n3,Cy Example\n")})
	d.Window().Canvas().Focus(s.right.list.Focusable())
	for letter, want := range map[string]int{"s": 1, "c": 2, "a": 0} {
		if d.Type(letter); s.right.list.Selected() != want {
			t.Errorf("%s leads to row %d", letter, s.right.list.Selected())
		}
	}
}

// Who waits for a choice is asked about by field too.
func TestDoubtsStandByFieldToo(t *testing.T) {
	d, s := newScreen(t)
	d.Edition = quayOf2025(d, "Ada Example,Quay Trust", "Bo Sample,Tide Office")
	s.Files([]string{write(t, "Quay 2026.csv", "Rank,Name,Company\n1,Ada Example,New Quay\n2,Bo Sample,Tide Office\n")})
	s.right.byField = true
	s.right.refill()
	if l := s.right.lines; len(l) < 3 || l[0].head != "Your choice" || l[1].change >= 0 || s.plan.Rows[l[1].row].Name != "Ada Example" || l[2].head == "" {
		t.Errorf("the lines are %+v", l)
	}
}

// Two columns that go into one field are marked both.
func TestTwoColumnsOfOneFieldAreMarked(t *testing.T) {
	_, s := newScreen(t)
	s.Files([]string{write(t, "Quay 2025.csv", sheet)})
	goesInto(t, s, 3, intake.MeansRank)
	var tips []string
	for _, c := range s.of.(*tableForm).columns {
		tips = append(tips, c.mark.Tip)
	}
	if want := "Two columns go into Rank."; tips[0] != want || tips[3] != want || tips[1] != "" {
		t.Errorf("the marks say %q", tips)
	}
}
