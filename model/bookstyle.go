package model

import "slices"

// HouseStyle is how a publisher sets, writes and files; the zero value is the
// British way, in a book of another language that language's. It changes what
// prints and never what the curator wrote.
type HouseStyle struct {
	Quotes         QuoteStyle  `json:"quotes,omitempty"`
	Dashes         DashStyle   `json:"dashes,omitempty"`
	Figures        FigureStyle `json:"figures,omitempty"`
	Edges          EdgeStyle   `json:"edges,omitempty"`
	Undivided      bool        `json:"undivided,omitempty"`        // no word is divided that fits a line
	LetterByLetter bool        `json:"letter_by_letter,omitempty"` // index; else word by word (BS ISO 999)
	McAsMac        bool        `json:"mc_as_mac,omitempty"`        // index: McAdam filed as MacAdam
}

// QuoteStyle is how quotations are marked.
type QuoteStyle string

// The quote styles. None is that of the book's language.
const (
	QuotesOfLanguage QuoteStyle = ""
	QuotesSingle     QuoteStyle = "single"    // ‘so “or” so’
	QuotesDouble     QuoteStyle = "double"    // “so ‘or’ so”
	QuotesAsWritten  QuoteStyle = "as is"     // nothing is changed
	QuotesGuillemets QuoteStyle = "guillemet" // «so»
)

// QuoteStyles are all styles in the order in which they are offered.
var QuoteStyles = []QuoteStyle{QuotesOfLanguage, QuotesSingle, QuotesDouble, QuotesGuillemets, QuotesAsWritten}

// DashStyle is the dash between words in what the book itself writes; ranges of
// numbers always have an en dash without spaces.
type DashStyle string

// The dash styles.
const (
	DashesSpaced DashStyle = ""   // so – and so (Hart's Rules)
	DashesClosed DashStyle = "em" // so—and so (Chicago)
)

// DashStyles are all styles in the order in which they are offered.
var DashStyles = []DashStyle{DashesSpaced, DashesClosed}

// FigureStyle is the form of figures in reading matter. Ranks have lining ones
// and tables tabular ones whatever the house likes.
type FigureStyle string

// The figure styles. None is the theme's.
const (
	FiguresOfTheme  FigureStyle = ""
	FiguresOldStyle FigureStyle = "old style"
	FiguresLining   FigureStyle = "lining"
)

// FigureStyles are all styles in the order in which they are offered.
var FigureStyles = []FigureStyle{FiguresOfTheme, FiguresOldStyle, FiguresLining}

// EdgeStyle is how the lines of reading matter end on the right. Columns too
// narrow for even word spaces are ragged in any case.
type EdgeStyle string

// The edge styles. None is the theme's.
const (
	EdgesOfTheme   EdgeStyle = ""
	EdgesJustified EdgeStyle = "justified"
	EdgesRagged    EdgeStyle = "ragged"
)

// EdgeStyles are all styles in the order in which they are offered.
var EdgeStyles = []EdgeStyle{EdgesOfTheme, EdgesJustified, EdgesRagged}

// validate refuses a style that nothing is known of, with ErrInvalid.
func (h HouseStyle) validate() error {
	switch {
	case !slices.Contains(QuoteStyles, h.Quotes):
		return Faultf(ErrInvalid, "There is no style of quotation marks called “{{.Style}}”.", "Style", string(h.Quotes))
	case !slices.Contains(DashStyles, h.Dashes):
		return Faultf(ErrInvalid, "There is no style of dashes called “{{.Style}}”.", "Style", string(h.Dashes))
	case !slices.Contains(FigureStyles, h.Figures):
		return Faultf(ErrInvalid, "There is no style of figures called “{{.Style}}”.", "Style", string(h.Figures))
	case !slices.Contains(EdgeStyles, h.Edges):
		return Faultf(ErrInvalid, "There is no style of edges called “{{.Style}}”.", "Style", string(h.Edges))
	}
	return nil
}
