package store

import "laurel/model"

// A command is what somebody wants done. It is a plain value, checked in Go
// before anything is written, and becomes one operation of the history.
// In an Update… command a nil pointer leaves the field as it is.

// CreatePerson adds somebody. An empty ID is filled in.
type CreatePerson struct{ Person model.Person }

// UpdatePerson changes fields of a person.
type UpdatePerson struct {
	ID             model.ID
	Name           *model.Name
	SortAs         *string
	FormerNames    *[]string
	Pronouns       *string
	Title          *string
	OrganisationID *model.ID
	Organisation   *string // by name: found, or made where there is none; wins over OrganisationID
	Sector         *string
	Country        *string
	PhotoID        *model.ID
	Consent        *model.Consent
	ConsentDate    *string
	Notes          *string
	Contact        *string
}

// TrashPerson hides a person from lists and search, or brings them back.
// Who is placed in a frozen edition stays printed there.
type TrashPerson struct {
	ID      model.ID
	Restore bool
}

// CreateOrganisation adds an organisation; UpdateOrganisation renames it or
// changes its facts (what was printed in a year stays as it was printed).
type CreateOrganisation struct{ Organisation model.Organisation }

// UpdateOrganisation changes fields of an organisation.
type UpdateOrganisation struct {
	ID      model.ID
	Name    *string
	SortAs  *string
	Sector  *string
	Country *string
}

// CreateList adds a list.
type CreateList struct{ List model.List }

// UpdateList renames a list; the old name joins its former names.
type UpdateList struct {
	ID   model.ID
	Name *string
}

// CreateEdition adds an edition of a list. Where Edition.ListID is empty the
// list is found by ListName, or made.
type CreateEdition struct{ Edition model.Edition }

// UpdateEdition changes fields of an edition. A new scheme renumbers by order.
type UpdateEdition struct {
	ID          model.ID
	ListName    *string
	Year        *int
	Region      *string
	Size        *int
	Scheme      *model.Scheme
	TieStyle    *model.TieStyle
	Categories  *[]string
	Questions   *[]string
	Predecessor *model.ID
	Locale      *string
	Finished    *bool
	Published   *string
	Method      *string
	Criteria    *string
	Judges      *[]string
	Rules       *[]model.Rule
	Schedule    *model.Schedule
}

// DeleteEdition takes an edition away with its placements and their answers.
type DeleteEdition struct{ ID model.ID }

// Place puts an entry into an edition, at Placement.Pos or, where that is 0,
// where its rank stands, or at the end. A rank that is given is kept as it is;
// with the zero rank it follows from the order. Members' names, titles and
// organisations left empty are taken from the people, the answers from the
// edition's question set. AsPrinted says that what was printed is known: what
// is empty stays empty (the names alone are still taken from the people).
type Place struct {
	Placement model.Placement
	AsPrinted bool
}

// UpdatePlacement changes fields of a placement.
type UpdatePlacement struct {
	ID        model.ID
	EntryName *string
	Members   *[]model.Member
	Citation  *string
	Strapline *string
	Sector    *string
	Country   *string
	Status    *model.Status
	PhotoID   *model.ID
	Crop      *model.Crop
	Crops     *map[string]model.Crop // all of them
	Video     *string
	Category  *string
}

// PrintAs makes a field of a placement (one of its PrintFields) print another
// text than the data hold; nil, and the data's own words, end that. The data
// stay as they are, and so does the text when they change: PrintField.Changed
// then asks for a look.
type PrintAs struct {
	PlacementID model.ID
	Field       string
	Text        *string
}

// RemovePlacement takes an entry out of its edition; its answers go with it.
type RemovePlacement struct{ ID model.ID }

// Move puts placements, in their present order, so that the first of them
// stands at position To of its category (1 is first); the others close up.
// Ranks follow from the order by the edition's scheme, ties of the moved ones
// with their old neighbours end.
type Move struct {
	IDs []model.ID
	To  int
}

// SetRank writes a rank as typed ("17", "=17", ""): the entry moves to where
// that rank stands. RankAsIs stores it beside the order without moving anyone,
// as in a list that was printed with holes.
type SetRank struct {
	ID       model.ID
	Rank     model.Rank
	RankAsIs bool
}

// SetTie makes a placement share the rank of the one above it, or no longer.
type SetTie struct {
	ID   model.ID
	Tied bool
}

// UpdateAnswer changes an answer. A new Edited text re-anchors the excerpt and
// the pull quote, or marks them stale.
type UpdateAnswer struct {
	ID       model.ID
	Question *string
	Original *string // changes Edited too while the two are equal
	Edited   *string
	Approved *bool
	Speaker  *model.ID
	Themes   *[]string
}

// AddAnswer appends a question with its answer to a placement's interview.
type AddAnswer struct {
	PlacementID model.ID
	Answer      model.Answer
}

// RemoveAnswer takes a question and its answer away.
type RemoveAnswer struct{ ID model.ID }

// SetExcerpt chooses ranges of the edited text; none chooses the whole text.
// ForPrint, if it is not empty, prints in place of the answer, which stays as it is.
type SetExcerpt struct {
	AnswerID model.ID
	Ranges   []model.Range
	ForPrint string
}

// SetPullQuote chooses the range that prints large; nil takes it away. ForPrint,
// if it is not empty, prints in its place.
type SetPullQuote struct {
	AnswerID model.ID
	Range    *model.Range
	ForPrint string
}

// AddPhoto stores a photo for a person (or, with PlacementID, for one
// placement only) and makes it the one used. File holds the bytes as they
// came: JPEG, PNG or WebP.
type AddPhoto struct {
	PersonID    model.ID
	PlacementID model.ID
	File        []byte
	FileName    string
	Credit      string
	Alt         string
}

// UpdatePhoto changes what is said of a photo.
type UpdatePhoto struct {
	ID     model.ID
	Credit *string
	Rights *string
	// RightsUntil is a date that may be partial, or empty.
	RightsUntil *string
	Alt         *string
	FocalX      *float64
	FocalY      *float64
}

// UpdateYearbook replaces the book definition of an edition.
type UpdateYearbook struct {
	EditionID model.ID
	Yearbook  model.Yearbook
}

// AddAsset keeps a file that the book is made with: a logo or picture (JPEG,
// PNG or WebP) or a font (one TrueType or OpenType font with outlines).
type AddAsset struct {
	Kind   model.AssetKind
	File   []byte
	Name   string
	Alt    string
	Credit string
}

// UpdateAsset changes what is said of a logo, picture or font.
type UpdateAsset struct {
	ID     model.ID
	Name   *string
	Alt    *string
	Credit *string
}

// RemoveAsset takes a logo, picture or font away. It is refused while a book's
// settings name it.
type RemoveAsset struct{ ID model.ID }

// Freeze ends the changing of an edition; Unfreeze is the explicit, recorded
// step back. Undo does not go past a freeze.
type Freeze struct {
	EditionID model.ID
	Unfreeze  bool
}
