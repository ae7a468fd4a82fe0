package model

import "slices"

// List is a series of editions: "100 Brands". It may have been renamed.
type List struct {
	ID          ID
	Name        string
	FormerNames []string
}

// SchemeKind is how an edition ranks.
type SchemeKind string

// The kinds of scheme.
const (
	SchemeFull       SchemeKind = "full"       // 1–100
	SchemeTop        SchemeKind = "top"        // N ranked, the rest A–Z
	SchemeBands      SchemeKind = "bands"      // 101–150, Band 1
	SchemeCategories SchemeKind = "categories" // ranked within each category
	SchemeUnranked   SchemeKind = "unranked"   // A–Z
)

// Scheme is how an edition ranks: "full", "top 10", "bands", "categories", "unranked".
type Scheme struct {
	Kind  SchemeKind
	Top   int      // for SchemeTop: how many are ranked
	Bands []string // for SchemeBands: their names, best first
}

// TieStyle is how a shared rank prints.
type TieStyle string

// The tie styles.
const (
	TieBefore TieStyle = "=3"
	TieAfter  TieStyle = "3="
)

// Edition is one list, one year, one region.
type Edition struct {
	ID          ID
	ListID      ID
	ListName    string // the list's name as printed that year
	Year        int
	Region      string // "" if the line named none
	Size        int    // how many entries it is meant to have; 0 unknown
	Scheme      Scheme
	TieStyle    TieStyle
	Categories  []string
	Questions   []string // the question set, in order
	Predecessor ID       // chosen by hand; empty: the newest earlier one of the same list and region
	Locale      string   // of sorting and hyphenation: "en-GB"
	Finished    bool     // no longer a draft
	Frozen      bool
	Published   string   // human date
	Method      string   // Markdown: how the list was made
	Criteria    string   // Markdown
	Judges      []string // one a line: a name, after a comma what they do
	Rules       []Rule   // who may stand in it
	Schedule    Schedule
}

// Schedule is when an edition's steps before it is published are due: human
// dates, which may be partial ("2026-05") or empty.
type Schedule struct {
	Nominations string `json:"nominations,omitempty"` // they close
	Shortlist   string `json:"shortlist,omitempty"`   // it is decided
	Press       string `json:"press,omitempty"`       // the file goes to the printer
}

// Erratum is a dated note on what a frozen edition printed: what was wrong and
// what is right. It changes nothing that was printed, and is printed nowhere.
type Erratum struct {
	ID          ID
	PlacementID ID
	Noted       string // human date
	Text        string
}

// EntryKind is what is placed.
type EntryKind string

// The kinds of entry.
const (
	EntryPerson       EntryKind = "person"
	EntryJoint        EntryKind = "joint"
	EntryOrganisation EntryKind = "organisation"
	EntryThing        EntryKind = "thing"
)

// Status is how far a placement has come.
type Status string

// The statuses, in the order of the year; then those that are out.
const (
	Nominated   Status = "nominated"
	Longlisted  Status = "longlisted"
	Shortlisted Status = "shortlisted"
	Confirmed   Status = "confirmed"
	SignedOff   Status = "signed off"
	Reserve     Status = "reserve"
	Declined    Status = "declined"
	Withdrawn   Status = "withdrawn"
)

// Printed says whether a placement of this status is in the book and in exports.
func (s Status) Printed() bool { return s == Confirmed || s == SignedOff }

// Statuses are all of them: those an entry comes through, in the order of the
// year, then those that are out.
var Statuses = []Status{Nominated, Longlisted, Shortlisted, Confirmed, SignedOff, Reserve, Declined, Withdrawn}

// After says whether an entry comes from one status to another in the course of
// the year. Nothing comes after one that is out, and being out after none.
func (s Status) After(other Status) bool {
	to, from := slices.Index(Statuses, s), slices.Index(Statuses, other)
	return to > from && to <= slices.Index(Statuses, SignedOff)
}

// Member is one person of an entry with the job as printed that year.
type Member struct {
	PersonID       ID
	Name           Name // as printed that year
	SortAs         string
	Title          string
	Organisation   string // as printed that year
	OrganisationID ID     // the record it belongs to, for statistics
}

// Placement is an entry in an edition, as printed that year.
type Placement struct {
	ID             ID
	EditionID      ID
	Kind           EntryKind
	EntryName      string // printed name of a joint entry, organisation or thing; empty: from the members
	OrganisationID ID     // for EntryOrganisation
	Members        []Member
	Category       string
	Pos            int // place within edition and category, from 1, without holes
	Rank           Rank
	Citation       string
	Strapline      string
	Sector         string
	Country        string
	Status         Status
	ListName       string // as printed that year, if it differs from the edition's
	PhotoID        ID     // empty: the person's photo
	Crop           Crop
	Crops          map[string]Crop // for one place in the book each, by SectionKind; see CropFor
	Video          string          // canonical link: https://vimeo.com/1
	Answers        []Answer
	Overrides      map[string]string // print-only texts by field; survive imports
	OverrideOf     map[string]string // what the field held when its print-only text was written
}

// CropFor is the crop chosen for one place in the book (a SectionKind): its own,
// else the one for every place. The zero Crop fills the slot about the focal point.
func (p Placement) CropFor(place string) Crop {
	if c, ok := p.Crops[place]; ok {
		return c
	}
	return p.Crop
}
