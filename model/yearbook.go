package model

import (
	"cmp"
	"encoding/json"
	"fmt"
)

// Yearbook is the book definition of an edition: re-runnable next year. It is
// stored as JSON, so fields may be added but not renamed.
type Yearbook struct {
	// Format says which sections there are: see upgraded.
	Format   int       `json:"format,omitempty"`
	Theme    string    `json:"theme"`    // one of Themes
	Trim     string    `json:"trim"`     // a preset of Trims or "W×H" in mm
	Language string    `json:"language"` // one of BookLanguages
	PerPage  int       `json:"per_page"` // profiles on a page: 1, 2, 3 or 4
	Sections []Section `json:"sections"`
	Title    string    `json:"title,omitempty"` // empty: list and year
	Subtitle string    `json:"subtitle,omitempty"`
	Imprint  string    `json:"imprint,omitempty"` // Markdown

	Accent  string          `json:"accent,omitempty"`  // "#RRGGBB"; empty: the theme's
	Logo    ID              `json:"logo,omitempty"`    // an asset; of whoever publishes the list
	Fonts   map[FontRole]ID `json:"fonts,omitempty"`   // assets that stand in for the theme's faces
	Margins *Margins        `json:"margins,omitempty"` // nil: the theme's
	// Multiple is what the number of pages is filled up to be a multiple of:
	// 1 for no fillers, 4, 8 or 16.
	Multiple int        `json:"page_multiple,omitempty"`
	House    HouseStyle `json:"house_style,omitzero"`

	Publisher string `json:"publisher,omitempty"`
	Place     string `json:"place,omitempty"` // of publication
	Copyright string `json:"copyright,omitempty"`
	ISBN      string `json:"isbn,omitempty"`
	ISSN      string `json:"issn,omitempty"`
	Issue     string `json:"issue,omitempty"` // as printed: "Volume 3"
	Printer   string `json:"printer,omitempty"`
	Paper     string `json:"paper,omitempty"` // its name, for the imprint
	// Caliper is the thickness of a leaf of the paper in mm: with the number of
	// pages it makes the width of the spine. 0: see DefaultCaliper.
	Caliper float64 `json:"caliper,omitempty"`
	// Credits says who made the book, one to a line: "Editor: Ann Lee".
	Credits string `json:"credits,omitempty"`
}

// yearbookFormat is the Format of definitions made today.
const yearbookFormat = 2

// DefaultCaliper is that of a leaf of uncoated paper of 120 g/m², in mm.
const DefaultCaliper = 0.14

// Margins of a page in mm; a zero is the theme's.
type Margins struct {
	Top    float64 `json:"top,omitempty"`
	Bottom float64 `json:"bottom,omitempty"`
	Inner  float64 `json:"inner,omitempty"`
	Outer  float64 `json:"outer,omitempty"`
}

// FontRole is what a font of the curator stands in for.
type FontRole string

// The roles of fonts. Without an italic or a semibold of its own, a role's
// plain font serves for them too: two families never mix in one line.
const (
	FontText          FontRole = "text" // answers and other reading
	FontTextItalic    FontRole = "text italic"
	FontTextStrong    FontRole = "text semibold"
	FontDisplay       FontRole = "display" // ranks, names, titles
	FontDisplayItalic FontRole = "display italic"
	FontSans          FontRole = "sans" // labels, tables, questions
	FontSansStrong    FontRole = "sans semibold"
)

// FontRoles are all roles in the order in which they are offered.
var FontRoles = []FontRole{FontText, FontTextItalic, FontTextStrong, FontDisplay, FontDisplayItalic, FontSans, FontSansStrong}

// Plain is the role whose font serves where a role has none of its own.
func (r FontRole) Plain() FontRole {
	switch r {
	case FontTextItalic, FontTextStrong:
		return FontText
	case FontDisplayItalic:
		return FontDisplay
	case FontSansStrong:
		return FontSans
	}
	return r
}

// Themes are the keys of the looks that a book may have.
var Themes = []string{"laurel", "gazette", "almanack"}

// BookLanguages are the languages (BCP 47) that a book may be set in: their
// words and their hyphenation are known.
var BookLanguages = []string{"en-GB", "en-US", "de", "fr", "es", "it", "nl", "pt", "sv"}

// UnmarshalJSON reads a stored book definition; what it does not say is as in
// the default book, so that a definition of an older Laurel goes on printing.
func (y *Yearbook) UnmarshalJSON(data []byte) error {
	type stored Yearbook // without this method
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("read a book definition: %w", err)
	}
	if s.PerPage < 1 || s.PerPage > MaxPerPage {
		s.PerPage = 0
	}
	*y = Yearbook(s).WithDefaults()
	return nil
}

// WithDefaults fills in what a definition leaves open.
func (y Yearbook) WithDefaults() Yearbook {
	d := DefaultYearbook()
	y.Theme, y.Trim, y.Language = cmp.Or(y.Theme, d.Theme), cmp.Or(y.Trim, d.Trim), cmp.Or(y.Language, d.Language)
	y.Multiple = cmp.Or(y.Multiple, d.Multiple)
	y.PerPage = cmp.Or(y.PerPage, d.PerPage)
	if y.Sections == nil {
		y.Sections = d.Sections
	} else if y.Format < yearbookFormat {
		y.Sections = upgraded(y.Sections)
	}
	y.Format = yearbookFormat
	return y
}

// upgraded gives the sections of a definition of the first format, in which the
// title brought its half title, the method its judges, and the profiles their
// openers and no spreads.
func upgraded(sections []Section) []Section {
	var out []Section
	for _, s := range sections {
		off := func(kind SectionKind) Section { return Section{Kind: kind, Off: s.Off} }
		switch s.Kind {
		case SectionTitle:
			out = append(out, off(SectionHalfTitle), s)
		case SectionMethod:
			out = append(out, s, off(SectionJudges))
		case SectionProfiles:
			out = append(out, off(SectionOpener), s)
		default:
			out = append(out, s)
		}
	}
	return out
}
