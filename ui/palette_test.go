package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"laurel/ui/desk"
	"laurel/ui/kit"
)

func TestPaletteFinds(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.proofread()
	for _, c := range []struct {
		typed string
		moves []fyne.KeyName
		want  desk.Place
	}{
		{typed: "angstrom", want: desk.Place{Screen: desk.People, PersonID: small.People[0]}},
		{typed: "hae mari", want: desk.Place{Screen: desk.People, PersonID: small.People[1]}},
		{typed: "rank 1", want: desk.Place{Screen: desk.Edition, PlacementID: small.Placement}},
		{typed: "#1", want: desk.Place{Screen: desk.Edition, PlacementID: small.Placement}},
		{typed: "histo", want: desk.Place{Screen: desk.History}},
		{typed: "1", moves: []fyne.KeyName{fyne.KeyDown}, want: desk.Place{Screen: desk.Yearbook, Page: 1}},
		{typed: "page 3", want: desk.Place{Screen: desk.Yearbook, Page: 2}}, // 2 and 3 face each other
	} {
		t.Run(c.typed, func(t *testing.T) {
			s.visit(desk.Place{Screen: desk.People, PersonID: small.People[2]})
			s.palette()
			s.settle()
			s.typeText(c.typed)
			s.press(c.moves...)
			s.press(fyne.KeyReturn)
			if kit.ModalOpen(s.win) {
				t.Fatal("the palette is still open")
			}
			s.settle()
			got := s.screens[s.current].Place()
			got.Screen, got.EditionID = s.current, ""
			if got.Screen != c.want.Screen || got.PersonID != c.want.PersonID || got.Page != c.want.Page ||
				c.want.PlacementID != "" && got.PlacementID != c.want.PlacementID {
				t.Errorf("leads to %+v", got)
			}
		})
	}
}

func TestPaletteClosesOnEscape(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[2]})
	s.palette()
	s.settle()
	s.typeText("nobody here")
	s.press(fyne.KeyReturn)
	if !kit.ModalOpen(s.win) {
		t.Fatal("nothing was found, but the palette closed")
	}
	s.press(fyne.KeyEscape)
	if kit.ModalOpen(s.win) {
		t.Error("the palette is still open")
	}
	if _, id := s.shown(); id != small.People[2] {
		t.Error("it led elsewhere")
	}
}

func TestPaletteNamesTheKeysOfCommands(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	p := &palette{w: s.window}
	for _, f := range p.findCommands("import") {
		if f.text == "Import…" {
			if f.detail != "File  Ctrl I" {
				t.Errorf("it is said to be at %q", f.detail)
			}
			return
		}
	}
	t.Error("the command was not found")
}
