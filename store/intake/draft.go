package intake

import (
	"io/fs"

	"laurel/model"
)

// Source is one thing to read.
type Source struct {
	Name  string // how it was given: "page.html", "standard input"
	Bytes []byte
	// Beside is the folder the source lies in, for photos that a document
	// names; nil: there is none.
	Beside fs.FS
	// Questions are those the book asks in some edition. A line that is one of
	// them is a question, however it looks on the page.
	Questions []string
	// Columns says by their names what columns of a table mean, where that is
	// not what the names suggest.
	Columns map[string]Meaning
	// Sheet names the sheet of a workbook; empty: the first that holds rows.
	Sheet string
}

// Kind is what a source turned out to be.
type Kind string

// The kinds of source.
const (
	Page     Kind = "page"     // a published profile page
	Document Kind = "document" // the JSON document that an export writes
	Sheet    Kind = "sheet"    // a table, a row for each entry
	Portrait Kind = "photo"    // a photo, named after somebody of the book
)

// Draft is what was understood of one source.
type Draft struct {
	Source     string
	Kind       Kind
	Editions   []Edition // every edition that is named, oldest first
	Placements []Placement
	// Leftover lists the lines that were not understood, Dropped those that
	// belong to the site and not to the person: breadcrumb, footer, buttons.
	// With the placements they account for every word of a page.
	Leftover []Line
	Dropped  []Line
	Photo    *Photo // of a Portrait
	// Notes say what was guessed and what disagrees.
	Notes []model.Message
}

// Line is a line of the source that went into no field.
type Line struct {
	Number int // from 1; in HTML of the text's lines; 0 where there are none
	Column int // of a table: the column of the cell, from 1; 0: it is more than a cell
	Text   string
	Reason model.Message
}

// Edition is an edition as the source names it.
type Edition struct {
	List   string
	Year   int
	Region string
	Scheme model.Scheme
	// Stated is true where the source says scheme and size itself; else both
	// are what the lines suggest.
	Stated     bool
	Size       int
	TieStyle   model.TieStyle
	Categories []string
	Questions  []string
	// Predecessor is the edition it was compared with, where that is not the
	// newest earlier one of the same list and region; else the zero Key.
	Predecessor Key
	// Series is the list's present name, where it had another that year.
	Series string
}

// Key names an edition within a draft and finds it in the book.
type Key struct {
	List   string
	Year   int
	Region string
}

// Key gives the edition's name.
func (e Edition) Key() Key { return Key{List: e.List, Year: e.Year, Region: e.Region} }

// Placement is an entry of an edition as the source has it.
type Placement struct {
	// Edition is the zero Key where a page names no list at all.
	Edition  Key
	Kind     model.EntryKind
	Entry    string // printed name, where the members do not make it
	Members  []Member
	Rank     model.Rank
	Category string
	// Full is true where the source describes the placement itself: job,
	// answers, film. Else it is known from a line of history alone, which says
	// nothing of these.
	Full         bool
	Organisation string // of an entry that is an organisation or a thing
	Status       model.Status
	// StatusAssumed is true where the source names no status: the one it is given
	// brings an entry of the book further, and never back.
	StatusAssumed bool
	Citation      string
	Video         string // canonical link
	Answers       []Answer
	Photo         *Photo
}

// Member is a person of an entry.
type Member struct {
	ID           model.ID // as a document gives it; empty in a page
	Name         model.Name
	SortKey      string // as a document gives it
	Title        string
	Organisation string
	Sector       string // as a table gives it
	Country      string
	Own          []OwnValue // as a table gives them
	// Apart is the folded organisation where that alone tells somebody from
	// another one of the same name in the same list; else empty.
	Apart string
}

// OwnValue is what a source says of somebody in a field of the curator's own.
type OwnValue struct{ Field, Value string }

// Answer is a question with what was answered.
type Answer struct {
	Question string
	Original string
	Edited   string // in a page equal to Original
	Excerpt  string // as it prints; empty: the whole edited text
	Approved bool
}

// Photo is a picture that came with the source.
type Photo struct {
	FileName string
	Bytes    []byte
	Credit   string
}
