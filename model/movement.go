package model

// MovementKind is what happened since the comparable edition.
type MovementKind string

// The kinds, as in the JSON document.
const (
	MovedUp     MovementKind = "up"
	MovedDown   MovementKind = "down"
	MovedNot    MovementKind = "same"
	MovedNew    MovementKind = "new"
	MovedBack   MovementKind = "re-entry"
	MovedInto   MovementKind = "into-top"
	MovedOutOf  MovementKind = "out-of-top"
	MovedNoWord MovementKind = "none"
)

// Movement is the change against the comparable edition.
type Movement struct {
	Kind     MovementKind
	From     int // rank then; 0 none
	Places   int // how many places, never negative
	LastSeen int // year of the last earlier edition it was in; 0 never
}

// Appearance is an entry's or a person's place in some edition of the book.
type Appearance struct {
	EditionID ID
	ListID    ID
	List      string // its name that year
	Year      int
	Region    string
	Scheme    Scheme
	Category  string // "" where it had none, or it is not known
	Rank      Rank
	TieStyle  TieStyle
	Status    Status
	Entry     string // under which name, where it was not alone
}
