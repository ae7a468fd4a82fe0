package model

// Unranked says why a placement has no rank.
type Unranked string

// The reasons.
const (
	Ranked        Unranked = ""             // it has one
	ByScheme      Unranked = "by scheme"    // included, the scheme gives no rank here
	RankUnknown   Unranked = "unknown"      // there was one, nobody wrote it down
	NotYetRanked  Unranked = "not yet"      // a draft
	OutsideRanked Unranked = "out of scope" // honorary, commended, hors concours
)

// Rank is a place in an order.
type Rank struct {
	Number int      // 1 is best; 0 none
	Tied   bool     // shared with others
	To     int      // last of a range ("101–150"); 0 none; -1 open ("1401+")
	Band   string   // "Band 1", "101–150"; then Number is 0
	Reason Unranked // why Number is 0
	Source string   // as found where it was imported from
}
