package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// Use is a purpose that type is set for. A theme gives each use its look.
type Use int

// The uses of type in a book.
const (
	Body Use = iota
	BodyItalic
	BodyStrong
	Question
	Name
	NameLong  // a name too wide for one line
	NameGiven // the given name, where it has a line of its own
	PostNominals
	Rank
	JobTitle
	Organisation
	Strapline
	PullQuote
	PageTitle
	HalfTitle
	BookTitle
	Subtitle
	OpenerTitle
	OpenerText
	Label
	Caption
	CaptionStrong
	History
	HistoryYear
	Movement
	MovementMark
	MovementWord // NEW
	MovementNote // No. 5 in 2024
	PhotoCredit
	Band // along the foot of a spread
	BandStrong
	BandNote
	RunningHead
	Folio
	ContentsTitle
	ContentsPage
	ContentsNote
	Table
	TableStrong
	TableNumber
	TableName
	TableNameStrong
	TableNote
	IndexLetter
	IndexEntry
	IndexMain
	Imprint
	ImprintLabel
	Monogram
	Prose // forewords and free pages
	ProseItalic
	ProseStrong
	ProseHeading
	Standfirst
	SectionLabel
	LargeQuote
	Quotation
	QuoteName
	IndexPost
	OpenerLabel
	OpenerEntry
	OpenerNote
	CoverTitle
	CoverFigure
	CoverSubtitle
	CoverNote
	CoverNoteStrong
	uses
)

// Type is how a use looks: a face, its size and the distance of its lines.
type Type struct {
	Face     string         // typeset face ID
	Size     typeset.Length // of the type
	Leading  typeset.Length // from baseline to baseline
	Tracking int            // thousandths of an em
	Features []string       // OpenType features switched on
	Color    page.Color
}

// Theme is a book's look as data: nothing in it is computed from a book.
type Theme struct {
	Key   string
	Type  [uses]Type
	Ink   page.Color
	Grey  page.Color
	Hair  page.Color // thin rules
	Main  page.Color // the accent
	Mid   page.Color // second colour of charts
	Tint  page.Color // plates behind monograms
	Deep  page.Color // full-bleed pages
	Cream page.Color // type on Deep

	HeadMargin  typeset.Length // to line 0
	FootMargin  typeset.Length // below the last line of text, at the least
	OuterMargin typeset.Length
	InnerMargin typeset.Length
	Columns     int
	Gutter      typeset.Length
	Leading     typeset.Length
	HairRule    typeset.Length
	Rule        typeset.Length

	RuleColor  page.Color // of the rules between slots and above answers, Rule thick
	DoubleRule bool       // those rules are two

	share float64 // of its large type on this trim, of that on the default page

	Plans          [slotKinds]plan
	SmallSpread    plan // the spread of pages narrower than roomyWidth or lower than roomyHeight
	Slots          [slotKinds]SlotTheme
	Ornament       Ornament
	Ragged         bool // reading matter is set flush left
	Portrait       PortraitStyle
	Centred        bool // names, titles and what stands with them; else flush left
	SmallCapLabels bool // labels are small capitals; else capitals
	PostGap        int  // between a name and its post-nominals, in thousandths of the name's em
}

// SlotTheme is what a theme does otherwise in one kind of slot.
type SlotTheme struct {
	Type map[Use]Type
}

// PortraitStyle is how photos print.
type PortraitStyle struct {
	Grey bool // in black only
	// The two tones that their greys print in; the zero Tone is colour.
	Tone page.Tone
	Oval bool
	// The rank stands on a plate of the accent over a corner of the portrait.
	Plate      bool
	PlateColor page.Color // of the figure on it
}

// Ornament is what decorates a theme's full-bleed pages.
type Ornament uint8

// The ornaments.
const (
	OrnamentBranch Ornament = iota // a laurel branch
	OrnamentBars                   // broad bars
	OrnamentFrame                  // a fine double frame
)
