package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// published is a page of an invented list.
const published = `<body><h1>Lena Modello, Deputy Director, Modello Council</h1>
<h2>Interview</h2>
<details><summary>Describe your role</summary><div>I look after the bridges of a town.</div></details>
<details><summary>What is your proudest moment?</summary><div><p>The bridge.</p><p>It held.</p></div></details>
<h2>Years on the list</h2>
<ul><li>Public 50 (2021)</li><li>Public 50 (2023)</li></ul>
</body>`

func newDesk(t *testing.T) *desktest.Desk {
	t.Helper()
	d := desktest.New(t, nil, kit.Light, fyne.NewSize(1440, 900))
	d.Window().SetContent(kit.NewRoot(kit.NewFill(kit.Canvas)))
	return d
}

// fields gives the fields of the dialog that is open, in their order.
func fields(t *testing.T, d *desktest.Desk) []*kit.Field {
	t.Helper()
	top := d.Window().Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog; told %q, failed %v", d.Told, d.Failed)
	}
	var out []*kit.Field
	for _, o := range test.LaidOutObjects(top) {
		if f, ok := o.(*kit.Field); ok {
			out = append(out, f)
		}
	}
	return out
}

// confirm presses the dialog's button.
func confirm(t *testing.T, d *desktest.Desk) {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "Import" {
			test.Tap(b)
			return
		}
	}
	t.Fatal("the dialog has no Import")
}

func steps(t *testing.T, d *desktest.Desk) []store.Operation {
	t.Helper()
	ops, err := d.Book().History(t.Context(), store.HistoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

func rows(t *testing.T, d *desktest.Desk) []store.PersonRow {
	t.Helper()
	list, err := d.Book().PeopleRows(t.Context(), store.PeopleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestConfirmedPlanIsOneUndoableStep(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	f := fields(t, d)
	if len(f) != 3 || f[0].Text() != "Lena Modello" || f[1].Text() != "Deputy Director" || f[2].Text() != "Modello Council" {
		t.Fatalf("the headline was divided into %d fields", len(f))
	}
	if len(steps(t, d)) != 0 || len(rows(t, d)) != 0 {
		t.Fatal("something was saved before it was confirmed")
	}
	confirm(t, d)
	if kit.ModalOpen(d.Window()) || len(d.Failed) > 0 {
		t.Fatalf("still open, or failed: %v", d.Failed)
	}
	people := rows(t, d)
	if len(people) != 1 || people[0].Name != "Lena Modello" || people[0].Title != "Deputy Director" {
		t.Fatalf("the book holds %+v", people)
	}
	ops := steps(t, d)
	if len(ops) != 1 || ops[0].Kind != store.KindImport {
		t.Fatalf("the history holds %+v", ops)
	}
	if len(d.Told) != 1 || len(d.Gone) != 1 || d.Gone[0].Screen != desk.People || d.Gone[0].PersonID != people[0].ID {
		t.Errorf("told %q, led to %+v", d.Told, d.Gone)
	}
	d.Undo()
	if left := rows(t, d); len(left) != 0 {
		t.Errorf("undo leaves %+v", left)
	}
}

func TestSecondImportSaysNothingNew(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	confirm(t, d)
	d.Told = nil
	Text(d, published)
	if kit.ModalOpen(d.Window()) {
		t.Error("a dialog about nothing")
	}
	if len(d.Told) != 1 || d.Told[0] != "Everything of it is in the book already" {
		t.Errorf("told %q", d.Told)
	}
	if n := len(steps(t, d)); n != 1 {
		t.Errorf("%d steps", n)
	}
}

func TestCancelledPlanChangesNothing(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	fields(t, d)
	d.Press(fyne.KeyEscape)
	if kit.ModalOpen(d.Window()) {
		t.Fatal("still open")
	}
	if len(steps(t, d)) != 0 || len(rows(t, d)) != 0 {
		t.Error("something was saved")
	}
}

func TestHeadlineCanBeDividedByHand(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	f := fields(t, d)
	f[0].SetText("Dr Lena van der Modello")
	f[1].SetText("Director")
	confirm(t, d)
	people := rows(t, d)
	if len(people) != 1 || people[0].Name != "Dr Lena van der Modello" || people[0].Title != "Director" {
		t.Errorf("the book holds %+v", people)
	}
}

func TestPlanWithoutANameIsNotCarriedOut(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	fields(t, d)[0].SetText("  ")
	confirm(t, d)
	if !kit.ModalOpen(d.Window()) || len(rows(t, d)) != 0 {
		t.Error("somebody without a name was imported")
	}
}

func TestSeveralFilesAreOneStep(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	var paths []string
	for name, text := range map[string]string{
		"lena.html": published,
		"bilal.html": `<body><h1>Bilal Quill, Pilot, Quay Trust</h1><h2>Interview</h2>
<details><summary>Describe your role</summary><div>I bring ships in.</div></details>
<h2>Years on the list</h2><ul><li>Public 50 (2023)</li></ul></body>`,
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	Files(d, paths)
	if n := len(fields(t, d)); n != 6 {
		t.Errorf("%d fields for two headlines", n)
	}
	confirm(t, d)
	if n := len(rows(t, d)); n != 2 {
		t.Errorf("%d people", n)
	}
	if n := len(steps(t, d)); n != 1 {
		t.Errorf("%d steps", n)
	}
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	d := newDesk(t)
	Files(d, []string{filepath.Join(t.TempDir(), "gone.html")})
	if len(d.Failed) != 1 || kit.ModalOpen(d.Window()) {
		t.Errorf("failed %v", d.Failed)
	}
}

// What was decided outlives a comparison that was stopped and a step that failed.
func TestDecisionsOutliveAFailure(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	fields(t, d)[1].SetText("Painter of bridges")
	d.CancelAt = 0.001
	confirm(t, d)
	f := fields(t, d)
	if len(f) != 3 || f[1].Text() != "Painter of bridges" || len(steps(t, d)) != 0 {
		t.Fatalf("stopped, the dialog has %d fields and the book %d steps", len(f), len(steps(t, d)))
	}
	d.CancelAt = 0
	confirm(t, d)
	if people := rows(t, d); len(people) != 1 || people[0].Title != "Painter of bridges" || kit.ModalOpen(d.Window()) {
		t.Errorf("the book holds %+v", people)
	}
}

// Whoever has the name of somebody in the book is asked about.
func TestDoubtIsDecidedByTheCurator(t *testing.T) {
	d := newDesk(t)
	other := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Lena Modello"), Title: "Painter"}}).Created
	studio := "Studio Salt"
	d.Write(store.UpdatePerson{ID: other, Organisation: &studio})
	Text(d, published)
	top := d.Window().Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog; told %q", d.Told)
	}
	var choice *kit.Choice
	for _, o := range test.LaidOutObjects(top) {
		if c, ok := o.(*kit.Choice); ok {
			choice = c
		}
	}
	if choice == nil {
		t.Fatal("nothing is asked")
	}
	confirm(t, d)
	if n := len(rows(t, d)); n != 1 || kit.ModalOpen(d.Window()) {
		t.Fatalf("undecided, but there are %d people", n)
	}
	Text(d, published)
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if c, ok := o.(*kit.Choice); ok {
			choice = c
		}
	}
	d.Window().Canvas().Focus(choice)
	d.Press(fyne.KeySpace, fyne.KeyHome, fyne.KeyReturn)
	confirm(t, d)
	if n := len(rows(t, d)); n != 2 {
		t.Errorf("the book holds %+v", rows(t, d))
	}
	p, err := d.Book().Person(t.Context(), other)
	if err != nil || p.Title != "Painter" {
		t.Errorf("the painter is %q: %v", p.Title, err)
	}
}

// A comparison that fails leaves the dialog as it is, with the sentence.
func TestFailureIsSaidInTheDialog(t *testing.T) {
	d := newDesk(t)
	Text(d, published)
	fields(t, d)[1].SetText("Painter of bridges")
	if err := d.Book().Close(); err != nil {
		t.Fatal(err)
	}
	confirm(t, d)
	f := fields(t, d)
	if len(f) != 3 || f[1].Text() != "Painter of bridges" {
		t.Fatalf("the dialog has %d fields", len(f))
	}
	for _, o := range test.LaidOutObjects(d.Window().Canvas().Overlays().Top()) {
		if l, ok := o.(*kit.Label); ok && l.Visible() && strings.Contains(l.Text(), "closed") {
			return
		}
	}
	t.Error("nothing is said of the failure")
}
