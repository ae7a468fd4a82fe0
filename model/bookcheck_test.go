package model

import (
	"errors"
	"strings"
	"testing"
)

func TestDefaultBookHasNoProblem(t *testing.T) {
	if got := DefaultYearbook().Problems(); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestEachBadValueIsNamedInOneSentence(t *testing.T) {
	for _, c := range []struct {
		what string
		bad  func(*Yearbook)
		says string
	}{
		{"theme", func(y *Yearbook) { y.Theme = "baroque" }, "baroque"},
		{"language", func(y *Yearbook) { y.Language = "tlh" }, "tlh"},
		{"accent", func(y *Yearbook) { y.Accent = "#12345" }, "#12345"},
		{"accent's words", func(y *Yearbook) { y.Accent = "green" }, "green"},
		{"font role", func(y *Yearbook) { y.Fonts = map[FontRole]ID{"blackletter": "1"} }, "blackletter"},
		{"trim", func(y *Yearbook) { y.Trim = "90×90" }, "90×90"},
		{"trim that is no number", func(y *Yearbook) { y.Trim = "NaN×NaN" }, "NaN"},
		{"per page", func(y *Yearbook) { y.PerPage = 5 }, "5"},
		{"per page of a section", func(y *Yearbook) { y.Sections[12].PerPage = 5 }, "5"},
		{"margin", func(y *Yearbook) { y.Margins = &Margins{Inner: 90} }, "90"},
		{"multiple", func(y *Yearbook) { y.Multiple = 3 }, "3"},
		{"caliper", func(y *Yearbook) { y.Caliper = 5 }, "5"},
		{"quotes", func(y *Yearbook) { y.House.Quotes = "curly" }, "curly"},
		{"dashes", func(y *Yearbook) { y.House.Dashes = "wavy" }, "wavy"},
		{"figures", func(y *Yearbook) { y.House.Figures = "Roman" }, "Roman"},
		{"edges", func(y *Yearbook) { y.House.Edges = "deckle" }, "deckle"},
		{"kind", func(y *Yearbook) { y.Sections[0].Kind = "horoscopes" }, "horoscopes"},
		{"two covers", func(y *Yearbook) { y.Sections = append(y.Sections, Section{Kind: SectionCover}) }, "cover"},
		{"order", func(y *Yearbook) { y.Sections[12].Order = "age" }, "age"},
		{"start", func(y *Yearbook) { y.Sections[12].Start = "left" }, "left"},
		{"chart", func(y *Yearbook) { y.Sections[14].Charts = []string{"pie"} }, "pie"},
		{"spreads", func(y *Yearbook) { y.Sections[10].Count = -1 }, "-1"},
		{"ISBN", func(y *Yearbook) { y.ISBN = "978-1-906-00000-1" }, "978-1-906-00000-1"},
		{"ISSN", func(y *Yearbook) { y.ISSN = "2049-3631" }, "2049-3631"},
	} {
		y := DefaultYearbook()
		c.bad(&y)
		got := y.Problems()
		if len(got) != 1 || got[0].Severity != Error || !strings.Contains(got[0].Text.String(), c.says) || strings.Contains(got[0].Text.String(), "{{") {
			t.Errorf("%s: %+v", c.what, got)
		}
		if err := y.Validate(); err != nil && !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestBookNumbers(t *testing.T) {
	for _, c := range []struct{ isbn, issn, ean string }{
		{"978-0-306-40615-7", "", "9780306406157"},
		{"0-306-40615-2", "", "9780306406157"},
		{"0-8044-2957-X", "", "9780804429573"},
		{"", "2049-3630", "9772049363002"},
		{"978-0-306-40615-7", "2049-3630", "9780306406157"},
		{"978-0-306-40615-8", "", ""},
		{"977-0-306-40615-7", "", ""},
		{"X-306-40615-2", "", ""},
		{"", "2049-363", ""},
		{"", "", ""},
	} {
		if got := (Yearbook{ISBN: c.isbn, ISSN: c.issn}).EAN13(); got != c.ean {
			t.Errorf("%s %s: %q, want %q", c.isbn, c.issn, got, c.ean)
		}
	}
}

func TestTrims(t *testing.T) {
	for _, preset := range Trims {
		if got, err := ParseTrim(preset.Name); err != nil || got != preset {
			t.Errorf("%s: %+v %v", preset.Name, got, err)
		}
	}
	for text, want := range map[string]Trim{
		"120x170": {"120×170", 120, 170}, "420 × 600": {"420×600", 420, 600}, "a4": {"A4", 210, 297}, "215,9×279.4 mm": {"215.9×279.4", 215.9, 279.4},
	} {
		if got, err := ParseTrim(text); err != nil || got != want {
			t.Errorf("%s: %+v %v", text, got, err)
		}
	}
	for _, text := range []string{"", "A3", "119×170", "120×601", "210", "×", "Inf×200"} {
		if got, err := ParseTrim(text); err == nil {
			t.Errorf("%q was read as %+v", text, got)
		}
	}
}

func TestAMissingAssetIsAProblem(t *testing.T) {
	s := &Snapshot{Yearbook: DefaultYearbook()}
	s.Yearbook.Sections[5].Picture = "gone"
	found := 0
	for _, p := range Check(s) {
		if p.Kind == ProblemBook {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d problems of the book's settings, want 1", found)
	}
	s.Assets = map[ID]Asset{"gone": {ID: "gone"}}
	for _, p := range Check(s) {
		if p.Kind == ProblemBook {
			t.Errorf("%+v", p)
		}
	}
}
