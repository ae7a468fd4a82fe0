package people

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

func TestTypingWritesExactlyThatField(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	notes := s.editor.pages[4].(*notesTab)
	for _, c := range []struct {
		name  string
		focus func()
		field string // as the history calls it
		read  func(model.Person) string
	}{
		{"title", profile.title.Focus, "title", func(p model.Person) string { return p.Title }},
		{"sector", profile.sector.Focus, "sector", func(p model.Person) string { return p.Sector }},
		{"country", profile.country.Focus, "country", func(p model.Person) string { return p.Country }},
		{"pronouns", profile.pronouns.Focus, "pronouns", func(p model.Person) string { return p.Pronouns }},
		{"family name", profile.family.Focus, "family", func(p model.Person) string { return p.Name.Family }},
		{"notes", notes.notes.Focus, "notes", func(p model.Person) string { return p.Notes }},
		{"contact", notes.contact.Focus, "contact", func(p model.Person) string { return p.Contact }},
	} {
		before := person(t, d, small.People[0])
		old := len(steps(t, d))
		if c.name == "notes" {
			s.ShowTab(4)
		}
		c.focus()
		d.Type("Ω")
		if got := person(t, d, small.People[0]); !reflect.DeepEqual(got, before) {
			t.Fatalf("%s: written at a letter", c.name)
		}
		s.Flush()
		after := person(t, d, small.People[0])
		if got := c.read(after); got == c.read(before) {
			t.Errorf("%s: nothing was written", c.name)
		}
		ops := steps(t, d)
		if len(ops) != old+1 {
			t.Errorf("%s: %d steps", c.name, len(ops)-old)
		}
		changes, err := d.Book().Changes(t.Context(), ops[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range changes { // what an open edition prints follows the person
			if change.Field != c.field {
				t.Errorf("%s: changed %+v", c.name, change)
			}
		}
		s.Flush()
		if len(steps(t, d)) != len(ops) {
			t.Errorf("%s: written twice", c.name)
		}
		d.Undo()
		if got := person(t, d, small.People[0]); !reflect.DeepEqual(got, before) {
			t.Errorf("%s: undo leaves %+v, want %+v", c.name, got, before)
		}
	}
}

func TestPauseInTypingWrites(t *testing.T) {
	d, s, small := open(t)
	s.editor.pages[0].(*profileTab).country.Focus()
	d.Type("Wales")
	d.Clock.Pass(time.Second)
	if got := person(t, d, small.People[0]).Country; got != "Wales" {
		t.Errorf("a second after typing the book holds %q", got)
	}
}

func TestPrintedFieldsChangeTheEditionAlone(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	profile.strap.Focus()
	d.Type("She found the tide")
	profile.job.Focus()
	d.Type("Former ")
	s.Flush()
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil {
		t.Fatal(err)
	}
	if p.Strapline != "She found the tide" || p.Members[0].Title != "Former Harbour director" {
		t.Errorf("printed %q, %q", p.Strapline, p.Members[0].Title)
	}
	if got := person(t, d, small.People[0]).Title; got != "Harbour director" {
		t.Errorf("today’s job became %q", got)
	}
	if got := profile.differs.Text(); got == "" {
		t.Error("nothing says that the printed job differs from today’s")
	}
}

func TestEventWhileTypingKeepsTheField(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	profile.country.Focus()
	d.Type("Wal")
	sector, country := "Ports", "France"
	d.Write(store.UpdatePerson{ID: small.People[0], Sector: &sector, Country: &country})
	if profile.sector.Text() != "Ports" {
		t.Error("the change from elsewhere is not shown")
	}
	d.Type("es")
	if got := profile.country.Text(); got != "Wales" {
		t.Fatalf("the field being typed in holds %q", got)
	}
	s.Flush()
	if got := person(t, d, small.People[0]); got.Country != "Wales" || got.Sector != "Ports" {
		t.Errorf("written %q, %q", got.Country, got.Sector)
	}
}

// A reading that began before a write is older than the field it would fill.
func TestReadingBegunBeforeAWriteDoesNotBringTheOldTextBack(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	d.Late = true
	s.Changed(nil)
	profile.country.Focus()
	d.Type("Wales")
	s.Flush()
	d.Arrive()
	if got := profile.country.Text(); got != "Wales" {
		t.Errorf("the field holds %q", got)
	}
	if got := person(t, d, small.People[0]).Country; got != "Wales" {
		t.Errorf("the book holds %q", got)
	}
}

func TestTypedWhileTheNextPersonIsReadStaysWithTheFirst(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	d.Late = true
	s.Show(desk.Place{PersonID: small.People[1]})
	profile.family.Focus()
	d.Type("X")
	d.Arrive()
	s.Flush()
	if got := person(t, d, small.People[1]).Name.Full(); got != "Marisol van der Haeghe" {
		t.Errorf("the other person became %q", got)
	}
	if got := person(t, d, small.People[0]).Name.Family; got != "XÅngström" {
		t.Errorf("the person typed in is %q", got)
	}
	if got := profile.family.Text(); got != "Haeghe" {
		t.Errorf("the field of the next person shows %q", got)
	}
}

func TestTypingIsHandedOverBeforeAnotherPersonIsShown(t *testing.T) {
	d, s, small := open(t)
	s.editor.pages[0].(*profileTab).title.Focus()
	d.Type("Former ")
	s.Show(desk.Place{PersonID: small.People[2]})
	if got := person(t, d, small.People[0]).Title; got != "Former Harbour director" {
		t.Errorf("the first holds %q", got)
	}
	if got := person(t, d, small.People[2]).Title; got != "Harbour director" {
		t.Errorf("the other holds %q", got)
	}
}

func TestNameIsNeverEmptied(t *testing.T) {
	d, s, small := open(t)
	s.Show(desk.Place{PersonID: small.People[2]})
	profile := s.editor.pages[0].(*profileTab)
	for _, f := range []*kit.Field{profile.given, profile.family} {
		f.Focus()
		f.SelectAll()
		d.Press("BackSpace")
	}
	s.Flush()
	if person(t, d, small.People[2]).Name.IsZero() {
		t.Error("a person without a name was written")
	}
}

func TestSentencesMakeTheExcerpt(t *testing.T) {
	d, s, small := open(t)
	s.ShowTab(3)
	tab := s.editor.interview
	if got := tab.strip.Text(); got != desktest.Said {
		t.Errorf("with nothing chosen the strip shows %q", got)
	}
	d.Window().Canvas().Focus(tab.chooser.Prose)
	d.Press("Space", "Right", "Right", "Space")
	const want = "We began with a rowing boat. […] Today the harbour is full."
	a := answer(t, d, small)
	if got := a.Printed(); got != want || tab.strip.Text() != want {
		t.Errorf("the strip shows %q, the book prints %q", tab.strip.Text(), got)
	}
	if len(a.Excerpt.Parts) != 2 {
		t.Fatalf("the excerpt is %+v", a.Excerpt)
	}
	d.Press("Space")
	if a = answer(t, d, small); a.Printed() != "We began with a rowing boat." {
		t.Errorf("after leaving one out it prints %q", a.Printed())
	}
	if !s.Act(desk.ClearExcerpt) {
		t.Fatal("not done")
	}
	if a = answer(t, d, small); a.Printed() != desktest.Said || tab.strip.Text() != desktest.Said {
		t.Errorf("cleared, it prints %q", a.Printed())
	}
}

func TestStarMakesThePullQuote(t *testing.T) {
	d, s, small := open(t)
	s.ShowTab(3)
	d.Window().Canvas().Focus(s.editor.interview.chooser.Prose)
	d.Press("Right")
	d.Type("s")
	if got := answer(t, d, small).PullQuote.Print(desktest.Said); got != "Nobody believed in it." {
		t.Fatalf("the pull quote is %q", got)
	}
	if !s.Act(desk.PullQuote) {
		t.Fatal("not done")
	}
	if got := answer(t, d, small).PullQuote; len(got.Parts) != 0 {
		t.Errorf("starred twice, the pull quote is %+v", got)
	}
	if got := answer(t, d, small).Excerpt; len(got.Parts) != 0 {
		t.Errorf("the star changed the excerpt to %+v", got)
	}
}

func TestEditingTheAnswerMarksTheExcerptStale(t *testing.T) {
	d, s, small := open(t)
	s.ShowTab(3)
	tab := s.editor.interview
	d.Window().Canvas().Focus(tab.chooser.Prose)
	d.Press("Right", "Space")
	tab.edited.Focus()
	kit.ForwardShortcut(d.Window().Canvas(), &fyne.ShortcutSelectAll{})
	d.Type("All of it is said otherwise now.")
	s.Flush()
	a := answer(t, d, small)
	if a.Edited != "All of it is said otherwise now." || a.Original != desktest.Said {
		t.Fatalf("edited %q, original %q", a.Edited, a.Original)
	}
	if !a.Excerpt.Stale || !tab.review.Object.Visible() {
		t.Error("nothing says that the excerpt is stale")
	}
	if got := tab.strip.Text(); got != "Nobody believed in it." {
		t.Errorf("the strip shows %q, not what prints", got)
	}
}

// The place of an answer in the list is not what it is known by.
func TestAnswerTakenAwayWhileTypingInTheNext(t *testing.T) {
	d, s, small := open(t)
	second := d.Write(store.AddAnswer{PlacementID: small.Placement, Answer: model.Answer{Question: "And now?", Original: "Now", Edited: "Now"}}).Created
	s.ShowTab(3)
	tab := s.editor.interview
	tab.choose(1)
	tab.edited.Focus()
	d.Press("End")
	d.Type(" we rest.")
	d.Write(store.RemoveAnswer{ID: small.Answer})
	s.Flush()
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Answers) != 1 || p.Answers[0].ID != second || p.Answers[0].Edited != "Now we rest." {
		t.Errorf("the answers are %+v", p.Answers)
	}
}

func TestEditionSwitchKeepsWhatWasTypedWhereItWasTyped(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	profile.strap.Focus()
	d.Type("Tide")
	d.SetEdition(small.Earlier)
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil || p.Strapline != "Tide" {
		t.Errorf("the strapline is %q: %v", p.Strapline, err)
	}
	if profile.printed.Visible() {
		t.Error("what is printed in another edition is still shown")
	}
}

func TestPhotoIsAdded(t *testing.T) {
	d, s, small := open(t)
	path := filepath.Join(t.TempDir(), "Zoë.png")
	if err := os.WriteFile(path, picture(t), 0o600); err != nil {
		t.Fatal(err)
	}
	s.editor.photo.take(path)
	got := person(t, d, small.People[0])
	if got.PhotoID == "" || len(d.Failed) > 0 || len(d.Told) != 1 {
		t.Fatalf("photo %q, told %q, failed %v", got.PhotoID, d.Told, d.Failed)
	}
	s.ShowTab(1)
	s.editor.photo.credit.Focus()
	d.Type("Kit Example")
	s.Flush()
	photo, err := d.Book().Photo(t.Context(), got.PhotoID)
	if err != nil || photo.Credit != "Kit Example" {
		t.Errorf("the credit is %q: %v", photo.Credit, err)
	}
	s.editor.photo.take(filepath.Join(t.TempDir(), "gone.png"))
	if len(d.Failed) != 1 {
		t.Error("a photo that cannot be read was not told of")
	}
}

func picture(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 60, 80))
	for x := range 60 {
		for y := range 80 {
			img.Set(x, y, color.RGBA{uint8(x * 4), uint8(y * 3), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
