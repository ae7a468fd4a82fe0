package model

// Name is a person's name in parts. A mononym stands in Given alone.
type Name struct {
	Prefix       string // honorific: "Dr", "Dame", "HE"
	Given        string
	Particle     string // "van der", "de la", "al-"
	Family       string
	PostNominals string // without points or commas, in order of precedence: "CBE FRS"
	FamilyFirst  bool   // printed family name first, as in Hungarian or Chinese
}

// Consent is what a person said about being printed.
type Consent string

// The states of consent.
const (
	ConsentUnknown Consent = "unknown"
	ConsentAsked   Consent = "asked"
	ConsentGranted Consent = "granted"
	ConsentRefused Consent = "refused"
)

// Person is somebody who can be placed. Title and OrganisationID are today's
// job; what was printed in a year stands in the Placement.
type Person struct {
	ID             ID
	Name           Name
	SortAs         string // the curator's own sorting text, "Haeghe, Marisol van der"; empty: derived from Name
	FormerNames    []string
	Pronouns       string
	Title          string
	OrganisationID ID
	Sector         string
	Country        string
	PhotoID        ID // the photo used unless a placement has its own
	Consent        Consent
	ConsentDate    string // human date, may be partial: "2026-03"
	Notes          string // private: never leaves the book
	Contact        string // private: never leaves the book
	Trashed        bool
}

// Organisation is where people work.
type Organisation struct {
	ID      ID
	Name    string
	SortAs  string
	Sector  string
	Country string
}

// Photo is a picture of a person or an entry. The pixels are an upright sRGB
// master without metadata, found by Key.
type Photo struct {
	ID            ID
	PersonID      ID // whose photo it is; empty for an entry that is not a person
	Key           string
	Width, Height int // px of the master
	Credit        string
	Rights        string  // the licence: who may print it, and where
	RightsUntil   string  // the last day of the licence, "2026-12-31", may be partial; empty: no end
	Alt           string  // what is to be seen, for those who cannot
	FileName      string  // as it came
	Look          string  // what it looks like from far off, see LookOf; empty: not known
	FocalX        float64 // 0…1, what a crop must keep in the middle
	FocalY        float64
}

// Crop is the part of a photo that prints, in fractions of its width and
// height. The zero Crop means: fill the slot about the focal point.
type Crop struct{ X, Y, W, H float64 }
