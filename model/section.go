package model

// SectionKind is what a section shows.
type SectionKind string

// The kinds of section. A section that has nothing to show leaves no page.
const (
	SectionCover         SectionKind = "cover"
	SectionHalfTitle     SectionKind = "half title"
	SectionTitle         SectionKind = "title"
	SectionImprint       SectionKind = "imprint"
	SectionContents      SectionKind = "contents"
	SectionForeword      SectionKind = "foreword" // repeatable
	SectionMethod        SectionKind = "method"
	SectionJudges        SectionKind = "judges"
	SectionGlance        SectionKind = "at a glance"
	SectionOpener        SectionKind = "opener"  // repeatable; opens the section after it, and each of its parts
	SectionTop           SectionKind = "top ten" // a spread each
	SectionProfiles      SectionKind = "profiles"
	SectionThemes        SectionKind = "what they said"
	SectionNumbers       SectionKind = "year in numbers"
	SectionAlumni        SectionKind = "alumni"
	SectionIndex         SectionKind = "index of people"
	SectionOrganisations SectionKind = "index of organisations"
	SectionCredits       SectionKind = "credits"
	SectionThanks        SectionKind = "thanks"
	SectionFree          SectionKind = "free page" // repeatable
)

// SectionKinds are all kinds in the order of the default book.
var SectionKinds = []SectionKind{
	SectionCover, SectionHalfTitle, SectionTitle, SectionImprint, SectionContents, SectionForeword, SectionMethod, SectionJudges, SectionGlance,
	SectionOpener, SectionTop, SectionProfiles, SectionThemes, SectionNumbers, SectionAlumni, SectionIndex, SectionOrganisations, SectionCredits,
	SectionThanks, SectionFree,
}

// Repeatable says whether a book may have several sections of a kind.
func (k SectionKind) Repeatable() bool {
	return k == SectionForeword || k == SectionOpener || k == SectionFree
}

// Section is one part of the book with its settings. Most kinds use few of them.
type Section struct {
	Kind SectionKind `json:"kind"`
	Off  bool        `json:"off,omitempty"`
	// Start is the side that the section begins on; empty: that of its kind.
	Start StartSide `json:"start,omitempty"`

	Title  string `json:"title,omitempty"`  // its own heading; empty: the book's word for it
	Text   string `json:"text,omitempty"`   // Markdown, for sections of free text
	Byline string `json:"byline,omitempty"` // who wrote it: "Ann Lee"
	Role   string `json:"role,omitempty"`   // "Chair of the panel"
	// Picture is an asset: the writer's portrait, the picture of a free page or cover.
	Picture  ID   `json:"picture,omitempty"`
	Pictures []ID `json:"pictures,omitempty"` // assets: the judges' portraits in the judges' order
	// Sponsor marks a free page as paid for, which its foot then says.
	Sponsor string `json:"sponsor,omitempty"`
	// Bleed lets the picture of a free page run over all of it.
	Bleed bool `json:"bleed,omitempty"`

	PerPage int          `json:"per_page,omitempty"` // profiles on a page: 1 to 4; 0: the book's
	Order   ProfileOrder `json:"order,omitempty"`
	// Count is how many leading entries get a spread; 0: as many as the scheme
	// ranks before its A–Z, else ten.
	Count  int      `json:"count,omitempty"`
	Charts []string `json:"charts,omitempty"` // some of ChartKinds; none: all that the data can fill
}

// StartSide is the side of the leaf that a section begins on.
type StartSide string

// The sides. The empty one is what the section's kind asks for.
const (
	StartAny   StartSide = "any"
	StartRecto StartSide = "recto" // right-hand
	StartVerso StartSide = "verso" // left-hand
)

// ProfileOrder is the order of profiles.
type ProfileOrder string

// The orders. The empty one is the scheme's: ranks first, then from A to Z;
// with categories by category.
const (
	OrderRank     ProfileOrder = "rank"
	OrderAZ       ProfileOrder = "a-z"
	OrderCategory ProfileOrder = "category"
)

// MaxPerPage is the largest number of profiles on a page.
const MaxPerPage = 4

// The charts of the year in numbers.
const (
	ChartTurnover      = "turnover"
	ChartMovers        = "movers"
	ChartSectors       = "sectors"
	ChartRegions       = "regions"
	ChartOrganisations = "organisations"
	ChartTenure        = "tenure"
	ChartTopTen        = "top ten" // a bump chart
)

// ChartKinds are all charts in the order of the default book.
var ChartKinds = []string{ChartTurnover, ChartSectors, ChartRegions, ChartTopTen, ChartMovers, ChartOrganisations, ChartTenure}

// DefaultYearbook is the book of an edition whose curator has decided nothing yet.
func DefaultYearbook() Yearbook {
	return Yearbook{
		Format: yearbookFormat, Theme: "laurel", Trim: "210×265", Language: "en-GB", PerPage: 2, Multiple: 4,
		Sections: []Section{
			{Kind: SectionCover},
			{Kind: SectionHalfTitle},
			{Kind: SectionTitle},
			{Kind: SectionImprint},
			{Kind: SectionContents},
			{Kind: SectionForeword},
			{Kind: SectionMethod},
			{Kind: SectionJudges},
			{Kind: SectionGlance},
			{Kind: SectionOpener},
			{Kind: SectionTop},
			{Kind: SectionOpener},
			{Kind: SectionProfiles},
			{Kind: SectionThemes},
			{Kind: SectionNumbers},
			{Kind: SectionAlumni},
			{Kind: SectionIndex},
			{Kind: SectionOrganisations},
			{Kind: SectionCredits},
			{Kind: SectionThanks},
		},
	}
}
