package ui

import (
	"slices"
	"strings"
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
			if f.detail != "File" || !slices.Equal(f.keys, []string{"Ctrl", "I"}) {
				t.Errorf("it is said to be at %q %q", f.detail, f.keys)
			}
			return
		}
	}
	t.Error("the command was not found")
}

func TestPaletteMarksWhatMatched(t *testing.T) {
	for _, test := range []struct {
		text   string
		wanted []string
		want   string // what is marked in brackets
	}{
		{"Dr Marisol van der Haeghe", []string{"mar"}, "Dr [Mar]isol van der Haeghe"},
		{"Márton Szentkirályi", []string{"mar"}, "[Már]ton Szentkirályi"},
		{"Tamara Mark", []string{"mar"}, "Tamara [Mar]k"},
		{"Marisol van der Haeghe", []string{"hae", "van"}, "Marisol [van] der [Hae]ghe"},
		{"Straße", []string{"strass"}, "[Straß]e"},
		{"Ada Example", nil, "Ada Example"},
	} {
		var got strings.Builder
		for _, r := range marked(test.text, test.wanted) {
			if r.Style == kit.BodyStrong.In(kit.Accent) {
				got.WriteString("[" + r.Text + "]")
				continue
			}
			got.WriteString(r.Text)
		}
		if got.String() != test.want {
			t.Errorf("%q in %s: %s, want %s", test.wanted, test.text, got.String(), test.want)
		}
	}
}

func TestPaletteOffersFirstWhatWasUsedLast(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.proofread()
	first := func() string {
		s.palette()
		s.settle()
		s.press(fyne.KeyReturn)
		s.settle()
		_, id := s.shown()
		return string(id)
	}
	before := first()
	var other string
	for _, id := range small.People {
		if string(id) != before {
			other = string(id)
		}
	}
	s.usedInPalette("person " + other)
	if got := first(); got != other {
		t.Errorf("the palette offers %s first, used last was %s", got, other)
	}
}

func TestPaletteShowsCommandsOnly(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	p := &palette{w: s.window, field: kit.NewSearchField(""), list: kit.NewList(kit.ListParams{Length: func() int { return 0 }})}
	p.field.SetText("> import")
	p.search()
	heads, commands := 0, 0
	for _, f := range p.found {
		if f.head != "" {
			heads++
		} else if strings.HasPrefix(f.key, "command ") {
			commands++
		}
	}
	if heads != 1 || commands == 0 || heads+commands != len(p.found) {
		t.Errorf("%+v", p.found)
	}
}

func TestPaletteReadsRanksAndPages(t *testing.T) {
	for _, c := range []struct {
		text, word string
		n          int
		ok         bool
	}{
		{"37", "", 37, true},
		{"rank 37", "rank", 37, true},
		{"no. 3", "no.", 3, true},
		{"#3", "#", 3, true},
		{"page 52", "page", 52, true},
		{"p52", "p", 52, true},
		{"somebody 52", "", 0, false},
		{"rank", "", 0, false},
	} {
		word, n, ok := askedFor(c.text)
		if ok != c.ok || ok && (word != c.word || n != c.n) {
			t.Errorf("%q asks for %q %d (%t)", c.text, word, n, ok)
		}
	}
}
