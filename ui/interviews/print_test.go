package interviews

import (
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

func TestStaleExcerptIsReviewed(t *testing.T) {
	const rewritten = "We began with a small rowing boat. Nobody believed in it. Today the harbour is full."
	for _, c := range []struct {
		name string
		do   func(*screen)
		want string
		own  bool
	}{
		{"keep", func(s *screen) { r := s.answers.pane.review; r.OnKeep(false, s.answers.open().Printed()) }, "We began with a rowing boat. […] Today the harbour is full.", true},
		{"take", func(s *screen) {
			a := s.answers.open()
			s.answers.pane.review.OnTake(false, model.Proposal(a.Excerpt, a.Edited))
		}, "We began with a small rowing boat. […] Today the harbour is full.", false},
		{"anew", func(s *screen) {
			s.answers.pane.review.OnAnew()
			s.answers.pane.chooser.Prose.SetCurrent(1)
			s.answers.pane.chooser.Toggle()
		}, "Nobody believed in it.", false},
	} {
		d, s, small := open(t)
		d.Window().Canvas().Focus(s.answers.pane.chooser.Prose)
		d.Press(fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
		edited := rewritten
		d.Write(store.UpdateAnswer{ID: small.Answer, Edited: &edited})
		if !s.answers.pane.review.Object.Visible() {
			t.Fatalf("%s: nothing says that the excerpt is stale", c.name)
		}
		c.do(s)
		a := answer(t, d, small)
		if a.Printed() != c.want || a.Excerpt.Stale || a.Excerpt.PrintOnly() != c.own {
			t.Errorf("%s: the book prints %q (%+v)", c.name, a.Printed(), a.Excerpt)
		}
		if s.answers.pane.review.Object.Visible() {
			t.Errorf("%s: still to be reviewed", c.name)
		}
	}
}

func TestHouseStyleIsMended(t *testing.T) {
	d, s, small := open(t)
	edited := `It's "done" - and  Zoë Angstrom did it.`
	d.Write(store.UpdateAnswer{ID: small.Answer, Edited: &edited})
	p := s.answers.pane
	if !p.slips.object.Visible() || len(p.slips.found) < 5 {
		t.Fatalf("found %+v", p.slips.found)
	}
	p.slips.all.OnTapped()
	if got := answer(t, d, small).Edited; got != "It’s “done” – and Zoë Angstrom did it." {
		t.Errorf("mended to %q", got)
	}
	if len(p.slips.found) != 1 || p.slips.found[0].Safe {
		t.Errorf("left are %+v", p.slips.found)
	}
	p.slips.mend(p.slips.found...)
	if got := answer(t, d, small).Edited; got != "It’s “done” – and Zoë Ångström did it." {
		t.Errorf("mended to %q", got)
	}
}

func TestTextForPrintIsMarkedAndAskedAbout(t *testing.T) {
	d, s, small := open(t)
	s.answers.printed.focus(model.FieldTitle)
	kit.ForwardShortcut(d.Window().Canvas(), &fyne.ShortcutSelectAll{})
	d.Type("Dir. of the harbour")
	s.Flush()
	row := s.answers.printed.rows[model.FieldTitle]
	if !row.now.Own || row.now.Print != "Dir. of the harbour" || row.ask.Visible() || !row.object.Objects[1].Visible() {
		t.Fatalf("prints %+v", row.now)
	}
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil || p.Members[0].Title != "Harbour director" {
		t.Fatalf("the data hold %+v, %v", p.Members, err)
	}
	members := p.Members
	members[0].Title = "Harbour master"
	d.Write(store.UpdatePlacement{ID: small.Placement, Members: &members})
	if !row.ask.Visible() {
		t.Fatal("the data changed and nobody asks")
	}
	row.write(nil)
	if row.now.Own || row.field.Text() != "Harbour master" {
		t.Errorf("prints %+v in %q", row.now, row.field.Text())
	}
}

// An import over a book that prints other words leaves them and asks.
func TestWordsForPrintSurviveAnImport(t *testing.T) {
	d, s, small := open(t)
	title, excerpt := "Dir. of the harbour", "It began with a boat."
	d.Write(
		store.PrintAs{PlacementID: small.Placement, Field: model.FieldTitle, Text: &title},
		store.SetExcerpt{AnswerID: small.Answer, ForPrint: excerpt})
	const text = "Zoë Ångström OBE, Chief Harbour Officer, Port of Example\n\nHow did it begin?\n\nWe began with two boats. Everybody believed in them.\n\nZoë Ångström has been included in:\n• Quay List 2026\n"
	importPage(t, d, text)
	s.Changed(nil)
	a := answer(t, d, small)
	if a.Original == desktest.Said || a.Printed() != excerpt || !a.Excerpt.Stale {
		t.Errorf("after the import %+v", a)
	}
	row := s.answers.printed.rows[model.FieldTitle]
	if row.now.Print != title || !row.now.Changed() || row.now.Data != "Chief Harbour Officer" || !row.ask.Visible() {
		t.Errorf("after the import the title is %+v", row.now)
	}
	if !s.answers.pane.review.Object.Visible() {
		t.Error("nobody asks about the words that print in place of the answer")
	}
}

func importPage(t *testing.T, d *desktest.Desk, text string) {
	t.Helper()
	draft, err := intake.Read(t.Context(), intake.Source{Name: "page.txt", Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := intake.MakePlan(t.Context(), d.Book(), []intake.Draft{draft}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Book().Do(t.Context(), plan.Step()); err != nil {
		t.Fatal(err)
	}
}
