package model

// Severity is how bad a problem is.
type Severity string

// An error should stop a press export; a warning is worth a look.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// ProblemKind names a kind of problem for programs; as in the JSON of a check.
type ProblemKind string

// The kinds of problem.
const (
	ProblemOverset        ProblemKind = "overset"
	ProblemMissingGlyph   ProblemKind = "missing-glyph"
	ProblemMissingPhoto   ProblemKind = "missing-photo"
	ProblemMissingCredit  ProblemKind = "missing-credit"
	ProblemNoConsent      ProblemKind = "no-consent"
	ProblemLowResolution  ProblemKind = "low-resolution"
	ProblemRankHole       ProblemKind = "rank-hole"
	ProblemRankTwice      ProblemKind = "rank-duplicate"
	ProblemRankMissing    ProblemKind = "rank-missing"
	ProblemTieUnmarked    ProblemKind = "tie-unmarked"
	ProblemWrongNumber    ProblemKind = "wrong-number"
	ProblemStaleExcerpt   ProblemKind = "stale-excerpt"
	ProblemUnapproved     ProblemKind = "unapproved"
	ProblemNoInterview    ProblemKind = "no-interview"
	ProblemNameMisspelt   ProblemKind = "own-name"
	ProblemStraightQuotes ProblemKind = "straight-quotes"
	ProblemDoubleSpace    ProblemKind = "double-space"
	ProblemDoubleWord     ProblemKind = "double-word"
	ProblemHyphenDash     ProblemKind = "hyphen-for-dash"
	ProblemHiddenSign     ProblemKind = "direction-sign"
	ProblemLooseLine      ProblemKind = "loose-line"
	ProblemSamePhoto      ProblemKind = "same-photo"
	ProblemOnPages        ProblemKind = "not-on-one-page"
	ProblemNoTitle        ProblemKind = "no-title"
	ProblemSpineText      ProblemKind = "spine-text"
	ProblemNotIndexed     ProblemKind = "not-in-index"
	ProblemSmallCode      ProblemKind = "qr-small"
	ProblemNearEdge       ProblemKind = "near-edge"
	ProblemRightsEnded    ProblemKind = "rights-ended"
	ProblemBook           ProblemKind = "book-settings"
	ProblemIneligible     ProblemKind = "not-eligible"
	ProblemNamesake       ProblemKind = "namesake"
)

// Problem is a reason why the book should not be printed yet, with the place
// where it is mended.
type Problem struct {
	Severity    Severity
	Kind        ProblemKind
	PlacementID ID
	PersonID    ID
	Person      string // the printed name
	Field       string // the field that mends it, as in Source.Field
	Record      ID     // the record the field belongs to: an answer, photo or person; empty: the placement
	Page        int    // page of the book, 0 if none
	Text        Message
	Remedy      Message
}
