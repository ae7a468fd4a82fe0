package model

// Snapshot is everything an edition's book, checks and exports are made from:
// an immutable copy, so that work on it never waits for the store.
type Snapshot struct {
	BookTitle string
	Change    int64 // number of the last operation in the book
	ChangedAt int64 // its time, Unix ms UTC

	List          List
	Edition       Edition
	Predecessor   *Edition    // the comparable edition, nil if there is none
	Placements    []Placement // every status, by category and Pos
	People        map[ID]Person
	Organisations map[ID]Organisation
	Photos        map[ID]Photo
	// Facts are the values of the curator's own fields that print, by person, in
	// the order of the fields.
	Facts map[ID][]Fact
	// Earlier holds, by placement, where the same members were placed before
	// in the same list (all regions), oldest first; for movement.
	Earlier map[ID][]Appearance
	// History holds, by person, every printed appearance in the book but this
	// edition's, oldest first.
	History map[ID][]Appearance
	// Compared is the order of the predecessor edition, for those who left.
	Compared []Placement
	// Chronicle is the list through the years up to this edition, for the
	// statistics that the book prints.
	Chronicle *Chronicle
	Yearbook  Yearbook
	Assets    map[ID]Asset
}
