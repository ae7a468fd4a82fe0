package model

import (
	"cmp"
	"encoding/json"
	"fmt"
)

// Yearbook is the book definition of an edition: re-runnable next year. It is
// stored as JSON, so fields may be added but not renamed.
type Yearbook struct {
	Theme    string    `json:"theme"`    // "laurel"
	Trim     string    `json:"trim"`     // "210×265"
	Language string    `json:"language"` // BCP 47
	PerPage  int       `json:"per_page"` // profiles on a page: 1, 2, 3 or 4
	Sections []Section `json:"sections"`
	Title    string    `json:"title,omitempty"` // empty: list and year
	Subtitle string    `json:"subtitle,omitempty"`
	Imprint  string    `json:"imprint,omitempty"` // Markdown
}

// UnmarshalJSON reads a stored book definition; what it does not say is as in
// the default book, so that a definition of an older Laurel goes on printing.
func (y *Yearbook) UnmarshalJSON(data []byte) error {
	type stored Yearbook // without this method
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("read a book definition: %w", err)
	}
	*y = Yearbook(s).withDefaults()
	return nil
}

func (y Yearbook) withDefaults() Yearbook {
	d := DefaultYearbook()
	y.Theme, y.Trim, y.Language = cmp.Or(y.Theme, d.Theme), cmp.Or(y.Trim, d.Trim), cmp.Or(y.Language, d.Language)
	if y.PerPage < 1 || y.PerPage > 4 {
		y.PerPage = d.PerPage
	}
	if y.Sections == nil {
		y.Sections = d.Sections
	}
	return y
}

// SectionKind is what a section shows.
type SectionKind string

// The kinds of section.
const (
	SectionTitle    SectionKind = "title"
	SectionContents SectionKind = "contents"
	SectionGlance   SectionKind = "at a glance"
	SectionProfiles SectionKind = "profiles"
	SectionIndex    SectionKind = "index of people"
	SectionImprint  SectionKind = "imprint"
	SectionMethod   SectionKind = "method"
	SectionCredits  SectionKind = "credits"
)

// Section is one part of the book.
type Section struct {
	Kind SectionKind `json:"kind"`
	Off  bool        `json:"off,omitempty"`
	Text string      `json:"text,omitempty"` // Markdown, for sections of free text
}

// DefaultYearbook is the book of an edition whose curator has decided nothing yet.
func DefaultYearbook() Yearbook {
	return Yearbook{
		Theme: "laurel", Trim: "210×265", Language: "en-GB", PerPage: 1,
		Sections: []Section{
			{Kind: SectionTitle},
			{Kind: SectionImprint},
			{Kind: SectionContents},
			{Kind: SectionMethod},
			{Kind: SectionGlance},
			{Kind: SectionProfiles},
			{Kind: SectionIndex},
			{Kind: SectionCredits},
		},
	}
}
