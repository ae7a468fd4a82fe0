package importer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

const sheet = "Rank,Name,Company,Branch\n1,Ada Example,Quay Trust,Water\n2,Bo Sample,Tide Office,Air\n"

// press presses a button of the dialog that is open.
func press(t *testing.T, d *desktest.Desk, word string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == word {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("the dialog has no %q", word)
}

func TestTableIsAskedAboutAndBecomesOneStep(t *testing.T) {
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "Quay 2025.csv")
	if err := os.WriteFile(path, []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	Files(d, []string{path})
	all := fields(t, d)
	if all[0].Text() != "Quay" || all[1].Text() != "2025" {
		t.Fatalf("proposed are the list %q and the year %q", all[0].Text(), all[1].Text())
	}
	all[0].SetText("")
	press(t, d, "Show what changes")
	if len(rows(t, d)) != 0 || d.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("a list without a name was taken")
	}
	all[0].SetText("Quay List")
	var choices []*kit.Choice
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if c, ok := o.(*kit.Choice); ok {
			choices = append(choices, c)
		}
	}
	branch := choices[len(choices)-1]
	if branch.Text() != "Nothing" {
		t.Fatalf("the last column goes into %q", branch.Text())
	}
	branch.Select(1 + slices.Index(intake.Meanings, intake.MeansSector))
	press(t, d, "Show what changes")
	press(t, d, "Back to the columns")
	if branch.Text() != "Sector" {
		t.Errorf("back at the columns the last goes into %q", branch.Text())
	}
	press(t, d, "Show what changes")
	confirm(t, d)
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
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Edition || d.Gone[0].EditionID != editions[0].ID {
		t.Errorf("then led to %+v", d.Gone)
	}
	d.Undo()
	if len(rows(t, d)) != 0 {
		t.Error("one undo does not take it back")
	}
}

func TestCopiedCellsGoIntoTheEditionShown(t *testing.T) {
	d := newDesk(t)
	d.Edition = d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	Text(d, "Ada Example\t1\nBo Sample\t2\n")
	press(t, d, "Show what changes")
	confirm(t, d)
	entries, err := d.Book().EntryRows(t.Context(), d.Edition)
	if err != nil || len(entries) != 2 {
		t.Errorf("placed %+v, %v", entries, err)
	}
}

// Last year's people in other jobs may be the same; one click says that all are.
func TestAllInDoubtAreTakenAtOnce(t *testing.T) {
	d := newDesk(t)
	for i, row := range []string{"Ada Example,Quay Trust", "Bo Sample,Tide Office", "Cy Third,Mole"} {
		name, company, _ := strings.Cut(row, ",")
		person := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}}).Created
		d.Write(store.UpdatePerson{ID: person, Organisation: &company})
		if i == 0 {
			d.Edition = d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2025, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
		}
		d.Write(store.Place{Placement: model.Placement{EditionID: d.Edition, Members: []model.Member{{PersonID: person}}}})
	}
	path := filepath.Join(t.TempDir(), "Final version 2026.csv")
	if err := os.WriteFile(path, []byte("Rank,Name,Company\n1,Ada Example,New Quay\n2,Bo Sample,Low Tide\n3,Cy Third,Old Mole\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, all := range []bool{false, true} {
		Files(d, []string{path})
		fields(t, d)
		for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
			if c, ok := o.(*kit.Choice); ok && c.Text() == "Quay List 2025" {
				t.Fatal("the list of 2026 would go into the edition of 2025")
			}
		}
		press(t, d, "Show what changes")
		if all {
			press(t, d, "All are the people of the book")
			confirm(t, d)
		} else {
			press(t, d, "Cancel")
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

func TestLinesNotTakenAreCountedAtTheTop(t *testing.T) {
	plan := intake.Plan{
		Drafts: []intake.Draft{{Kind: intake.Sheet, Leftover: make([]intake.Line, 2)}},
		Rows:   []intake.Row{{Kind: intake.RowNew}},
	}
	if got := countsText(plan); !strings.Contains(got, " · ") || !strings.Contains(got, "2") {
		t.Errorf("the dialog says %q", got)
	}
}

// What the columns say is not asked again.
func TestFieldsAskOnlyForWhatNoColumnSays(t *testing.T) {
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "Mixed.csv")
	text := "List,Year,Edition region,Rank,Name\nQuay List,2024,,1,Ada Example\nQuay List,2025,North,2,Bo Sample\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	Files(d, []string{path})
	labels := func() (all []string) {
		for _, f := range fields(t, d) {
			if f.Visible() {
				all = append(all, f.Label())
			}
		}
		return all
	}
	if got := labels(); !slices.Equal(got, []string{"Region where none is given"}) {
		t.Errorf("asked is for %q", got)
	}
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if c, ok := o.(*kit.Choice); ok && c.Text() == "Year of the list" {
			test.Tap(c)
			break
		}
	}
	d.Press(fyne.KeyHome, fyne.KeyReturn) // the year's column goes into nothing
	if got := labels(); !slices.Equal(got, []string{"Year", "Region where none is given"}) {
		t.Errorf("without a column for the year, asked is for %q", got)
	}
}

func TestARowWithoutItsTickIsLeftOut(t *testing.T) {
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "Quay 2025.csv")
	if err := os.WriteFile(path, []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	Files(d, []string{path})
	press(t, d, "Show what changes")
	d.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeySpace) // the list has the keyboard
	d.Press(fyne.KeyReturn)
	if !kit.ModalOpen(d.Window()) {
		t.Fatal("an import of nobody was carried out")
	}
	d.Press(fyne.KeySpace, fyne.KeyReturn)
	if all := rows(t, d); len(all) != 1 || all[0].Name != "Bo Sample" {
		t.Errorf("brought in %+v", all)
	}
}

// A list of a hundred years makes a hundred editions: the rows keep their room.
func TestManyNewEditionsTakeOneLine(t *testing.T) {
	newDesk(t)
	one := newChanges(intake.Plan{Editions: []string{"Quay 1901"}}, nil)
	many := newChanges(intake.Plan{Editions: slices.Repeat([]string{"Quay 1901"}, 116)}, nil)
	if got, want := many.object.MinSize(), one.object.MinSize(); got.Height != want.Height {
		t.Errorf("116 editions take %.0f px, one %.0f", got.Height, want.Height)
	}
}

func TestADoubtSaysWhatTheSourceSays(t *testing.T) {
	for _, c := range []struct {
		row  intake.Row
		want string
	}{
		{intake.Row{Name: "Ada Example", Title: "Pilot", Organisation: "New Quay"}, "Pilot – New Quay"},
		{intake.Row{Name: "Ada Example", Organisation: "New Quay"}, "New Quay"},
		{intake.Row{Name: "New Quay", Organisation: "New Quay"}, ""},
	} {
		if got := jobOf(c.row); got != c.want {
			t.Errorf("%+v is said to be %q", c.row, got)
		}
	}
}
