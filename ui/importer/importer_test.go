package importer

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
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

// published is a page of an invented list.
const published = `<body><h1>Lena Modello, Deputy Director, Modello Council</h1>
<h2>Interview</h2>
<details><summary>Describe your role</summary><div>I look after the bridges of a town.</div></details>
<details><summary>What is your proudest moment?</summary><div><p>The bridge.</p><p>It held.</p></div></details>
<h2>Years on the list</h2>
<ul><li>Public 50 (2021)</li><li>Public 50 (2023)</li></ul>
</body>`

// newScreen gives a screen of a desk with an empty book.
func newScreen(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, nil, kit.Light, fyne.NewSize(1440, 900))
	return d, d.Open(New, desk.Place{}).(*Screen)
}

// found gives the objects of a kind that are shown, in their order.
func found[T fyne.CanvasObject](s *Screen) []T {
	var out []T
	for _, o := range test.LaidOutObjects(s.Object()) {
		if one, ok := o.(T); ok && o.Visible() {
			out = append(out, one)
		}
	}
	return out
}

// press presses a button of the screen.
func press(t *testing.T, s *Screen, word string) {
	t.Helper()
	for _, b := range found[*kit.Button](s) {
		if b.Text() == word {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no %q", word)
}

// says tells whether some label of the screen holds words.
func says(s *Screen, words string) bool {
	for _, l := range found[*kit.Label](s) {
		if strings.Contains(l.Text(), words) {
			return true
		}
	}
	for _, p := range found[*kit.Paragraph](s) {
		if strings.Contains(p.Text(), words) {
			return true
		}
	}
	return false
}

// write makes a file of a test.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
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
	d, s := newScreen(t)
	s.Text(published)
	f := found[*kit.Field](s)
	if len(f) != 3 || f[0].Text() != "Lena Modello" || f[1].Text() != "Deputy Director" || f[2].Text() != "Modello Council" {
		t.Fatalf("the headline was divided into %d fields; failed %v", len(f), d.Failed)
	}
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Import {
		t.Errorf("led to %+v", d.Gone)
	}
	if len(steps(t, d)) != 0 || len(rows(t, d)) != 0 {
		t.Fatal("something was saved before it was confirmed")
	}
	press(t, s, "Import 1 person")
	if s.Pending() || len(d.Failed) > 0 || !says(s, "Nothing is being imported") {
		t.Fatalf("still pending, or failed: %v", d.Failed)
	}
	people := rows(t, d)
	if len(people) != 1 || people[0].Name != "Lena Modello" || people[0].Title != "Deputy Director" {
		t.Fatalf("the book holds %+v", people)
	}
	ops := steps(t, d)
	if len(ops) != 1 || ops[0].Kind != store.KindImport {
		t.Fatalf("the history holds %+v", ops)
	}
	if len(d.Told) != 1 || len(d.Gone) != 2 || d.Gone[1].Screen != desk.People || d.Gone[1].PersonID != people[0].ID {
		t.Errorf("told %q, led to %+v", d.Told, d.Gone)
	}
	d.Undo()
	if left := rows(t, d); len(left) != 0 {
		t.Errorf("undo leaves %+v", left)
	}
}

func TestSecondImportSaysNothingNew(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	press(t, s, "Import 1 person")
	s.Text(published)
	if !says(s, "Everything of it is in the book already.") {
		t.Error("it is not said that nothing is new")
	}
	press(t, s, "Import")
	if n := len(steps(t, d)); n != 1 {
		t.Errorf("%d steps", n)
	}
}

func TestCancelledPlanChangesNothing(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	press(t, s, "Cancel")
	if s.Pending() || d.Gone[len(d.Gone)-1].Screen != "back" {
		t.Errorf("still pending, or led to %+v", d.Gone)
	}
	if len(steps(t, d)) != 0 || len(rows(t, d)) != 0 {
		t.Error("something was saved")
	}
}

// What was typed last counts, also when Ctrl+Enter comes before the pause in
// typing that hands it over.
func TestHeadlineCanBeDividedByHand(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	f := found[*kit.Field](s)
	f[1].Focus()
	f[1].SelectAll()
	d.Type("Director")
	f[0].Focus()
	f[0].SelectAll()
	d.Type("Dr Lena van der Modello")
	if !s.Act(desk.Confirm) {
		t.Fatal("nothing waits to be confirmed")
	}
	people := rows(t, d)
	if len(people) != 1 || people[0].Name != "Dr Lena van der Modello" || people[0].Title != "Director" {
		t.Errorf("the book holds %+v", people)
	}
}

func TestPlanWithoutANameIsNotCarriedOut(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	f := found[*kit.Field](s)[0]
	f.Focus()
	f.SelectAll()
	d.Type(" ")
	s.Act(desk.Confirm)
	if !s.Pending() || len(rows(t, d)) != 0 || !says(s, "Write a name.") {
		t.Error("somebody without a name was imported")
	}
}

func TestSeveralFilesAreOneStep(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{write(t, "lena.html", published), write(t, "bilal.html", `<body><h1>Bilal Quill, Pilot, Quay Trust</h1><h2>Interview</h2>
<details><summary>Describe your role</summary><div>I bring ships in.</div></details>
<h2>Years on the list</h2><ul><li>Public 50 (2023)</li></ul></body>`)})
	if n := len(found[*kit.Field](s)); n != 6 {
		t.Errorf("%d fields for two headlines", n)
	}
	press(t, s, "Import 2 people")
	if n := len(rows(t, d)); n != 2 {
		t.Errorf("%d people", n)
	}
	if n := len(steps(t, d)); n != 1 {
		t.Errorf("%d steps", n)
	}
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	d, s := newScreen(t)
	s.Files([]string{filepath.Join(t.TempDir(), "gone.html")})
	if len(d.Failed) != 1 || s.Pending() {
		t.Errorf("failed %v", d.Failed)
	}
	s.Files([]string{picture(t, "ada.png", 40), write(t, "bo.jpg", "\xff\xd8\xffno photo")})
	if len(d.Failed) != 2 || !strings.HasPrefix(sentence(d.Failed[1]), "bo.jpg: This is not a photo") {
		t.Errorf("of two photos, failed %v", d.Failed)
	}
}

// An import that waits stays where another one cannot be read.
func TestWhatCannotBeReadLeavesWhatWaits(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	s.Files([]string{filepath.Join(t.TempDir(), "gone.html")})
	if !s.Pending() || len(d.Failed) != 1 {
		t.Errorf("pending %v, failed %v", s.Pending(), d.Failed)
	}
}

// What was decided outlives work that was stopped.
func TestDecisionsOutliveAFailure(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	f := found[*kit.Field](s)
	f[1].Focus()
	f[1].SelectAll()
	d.Type("Painter of bridges")
	s.of.flush()
	s.right.left["somebody else"] = true // so that it is compared once more
	d.CancelAt = 0.001
	press(t, s, "Import 1 person")
	if f := found[*kit.Field](s); len(f) != 3 || f[1].Text() != "Painter of bridges" || len(steps(t, d)) != 0 {
		t.Fatalf("stopped, there are %d fields and the book has %d steps", len(f), len(steps(t, d)))
	}
	d.CancelAt = 0
	press(t, s, "Import 1 person")
	if people := rows(t, d); len(people) != 1 || people[0].Title != "Painter of bridges" || s.Pending() {
		t.Errorf("the book holds %+v", people)
	}
}

// Whoever has the name of somebody in the book is asked about.
func TestDoubtIsDecidedByTheCurator(t *testing.T) {
	for _, c := range []struct {
		press, then string
		people      int
		title       string
	}{
		{"", "Import", 1, "Painter"},
		{"Two people", "Import 1 person", 2, "Painter"},
		{"Same person", "Import 1 person", 1, "Painter"}, // in the book somebody wrote it
	} {
		d, s := newScreen(t)
		other := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Lena Modello"), Title: "Painter"}}).Created
		studio := "Studio Salt"
		d.Write(store.UpdatePerson{ID: other, Organisation: &studio})
		s.Text(published)
		if !says(s, "In the book: Lena Modello, Painter, Studio Salt") {
			t.Fatal("nothing is asked")
		}
		if c.press != "" {
			press(t, s, c.press)
		}
		press(t, s, c.then)
		if n := len(rows(t, d)); n != c.people || s.Pending() != (c.press == "") {
			t.Errorf("%q: the book holds %+v", c.press, rows(t, d))
		}
		p, err := d.Book().Person(t.Context(), other)
		if err != nil || p.Title != c.title {
			t.Errorf("%q: the painter is %q: %v", c.press, p.Title, err)
		}
	}
}

// A comparison that fails leaves the import as it is, with the sentence.
func TestFailureIsSaidOnTheScreen(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	if err := d.Book().Close(); err != nil {
		t.Fatal(err)
	}
	s.right.left["somebody else"] = true
	press(t, s, "Import 1 person")
	if f := found[*kit.Field](s); len(f) != 3 || !says(s, "closed") {
		t.Errorf("there are %d fields, or nothing is said of the failure", len(f))
	}
}

// A difference from the book as it was is never shown: it is compared anew, at
// once where it is in sight.
func TestAChangedBookIsComparedAnew(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	add := func() {
		d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Lena Modello"), Title: "Painter"}})
	}
	add()
	if got := s.plan.Rows[0].Kind; got != intake.RowChanged { // nothing is known of her
		t.Errorf("with one of that name in the book the row is %s", got)
	}
	s.Hidden()
	add()
	if got := s.plan.Rows[0].Kind; got != intake.RowChanged || !s.behind {
		t.Errorf("out of sight it was compared: %s", got)
	}
	s.Show(desk.Place{})
	if got := s.plan.Rows[0].Kind; got != intake.RowDoubtful {
		t.Errorf("with two of that name the row is %s", got)
	}
}

// Import pressed while it is still being compared is not lost, and imports what
// that brings.
func TestImportWaitsForTheComparison(t *testing.T) {
	d, s := newScreen(t)
	s.Text(published)
	d.Late = true
	s.compare()
	press(t, s, "Import 1 person")
	if len(rows(t, d)) != 0 {
		t.Fatal("imported what is not compared")
	}
	d.Arrive()
	if len(rows(t, d)) != 1 || s.Pending() {
		t.Error("the press was lost")
	}
}

// picture writes a photo of a shade.
func picture(t *testing.T, name string, shade uint8) string {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 60, 80))
	for i := range img.Pix {
		img.Pix[i] = shade
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return write(t, name, out.String())
}

// Photos go to those whose names their files have; of another one the curator
// says whose it is.
func TestPhotosGoToWhomTheyAreNamedAfter(t *testing.T) {
	d, s := newScreen(t)
	ada := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Ada Example")}}).Created
	bo := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Bo Sample")}}).Created
	s.Files([]string{picture(t, "ada_example.png", 40), picture(t, "DSC_0042.png", 90)})
	if !says(s, "2 photos") || !says(s, "Nobody in the book has this name") || s.right.primary.Text() != "Import 1 person" {
		t.Fatalf("the button says %q; failed %v", s.right.primary.Text(), d.Failed)
	}
	press(t, s, "Choose the person…")
	d.Type("bo")
	d.Press(fyne.KeyReturn)
	press(t, s, "Import 2 people")
	for _, id := range []model.ID{ada, bo} {
		photos, err := d.Book().PhotosOf(t.Context(), id)
		if err != nil || len(photos) != 1 {
			t.Errorf("the photos are %+v, %v", photos, err)
		}
	}
	if n := len(steps(t, d)); n != 3 {
		t.Errorf("%d steps, want two people and one import", n)
	}
}
