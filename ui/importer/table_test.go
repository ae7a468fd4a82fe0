package importer

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

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
