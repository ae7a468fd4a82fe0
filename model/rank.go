package model

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

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
	Hidden bool     // not to be shown: in a proof under embargo, see WithoutRanks
}

// ParsedRank is what a rank as somebody wrote it means.
type ParsedRank struct {
	Rank
	Movement MovementKind // MovedNew or MovedBack where the text was "New" or "RE", else ""
	TopTen   bool         // "Top Ten" without a number
}

const maxRank = 100000

var (
	rankNumber = regexp.MustCompile(`^(?:no\.?|nr\.?|nº|n°|№|number|rank|ranked|position|#)?\s*(\d{1,6})\s*(?:st|nd|rd|th|\.|º)?$`)
	rankTied   = regexp.MustCompile(`^(?:no\.?\s*|#\s*)?(?:=|t-?|joint\s+|equal\s+|tied\s+)\s*(?:no\.?|#|number)?\s*(\d{1,6})\s*(?:st|nd|rd|th)?$`)
	rankTiedB  = regexp.MustCompile(`^(?:no\.?|#|number)?\s*(\d{1,6})\s*(?:st|nd|rd|th)?\s*(?:=|\(?(?:joint|tied|tie|equal)\)?)$`)
	rankRange  = regexp.MustCompile(`^(\d{1,6})\s*(?:[-–—−‐‑]|to)\s*(\d{1,6})$`)
	rankOpen   = regexp.MustCompile(`^(\d{1,6})\s*\+$`)
	rankBand   = regexp.MustCompile(`^(?:band|tier|group|class)\s+\S.*$`)
	rankTopNo  = regexp.MustCompile(`^top (?:ten|10)[ ,:–-]+((?:no|number|#|joint|=).*)$`)
	rankTop    = regexp.MustCompile(`^(?:top|in the top)\s+(?:ten|10)$`)
)

// ParseRank reads a rank in all the forms that lists use: "3", "No. 3", "#3",
// "3rd", "=17", "6=", "T12", "joint 3rd", "101-150", "1401+", "Band 1", "HC",
// "Top Ten", "New", "RE", "–" and nothing. It fails with ErrInvalid on anything
// else, and on 0.
func ParseRank(text string) (ParsedRank, error) {
	source := oneLine(text)
	t := strings.ToLower(source)
	p := ParsedRank{Rank: Rank{Source: source}}
	if m := firstMatch(t, rankTopNo); m != "" {
		p.TopTen, t = true, m
	}
	if m := firstMatch(t, rankTied, rankTiedB); m != "" {
		p.Tied = true
		return p.numbered(m, text)
	}
	if m := firstMatch(t, rankNumber); m != "" {
		return p.numbered(m, text)
	}
	if m := rankRange.FindStringSubmatch(t); m != nil {
		from, to := atoi(m[1]), atoi(m[2])
		if from < 1 || to <= from {
			return ParsedRank{}, badRank(text)
		}
		p.Band, p.To = fmt.Sprintf("%d–%d", from, to), to
		return p, nil
	}
	if m := firstMatch(t, rankOpen); m != "" {
		p.Band, p.To = m+"+", -1
		return p, nil
	}
	switch {
	case rankBand.MatchString(t):
		p.Band = source
	case rankTop.MatchString(t):
		p.TopTen, p.Reason = true, RankUnknown
	case t == "hc" || t == "h.c." || t == "hors concours" || t == "highly commended" || t == "commended":
		p.Reason = OutsideRanked
	case t == "new" || t == "new entry" || t == "n":
		p.Movement, p.Reason = MovedNew, RankUnknown
	case t == "re" || t == "re-entry" || t == "re-entrant" || t == "return":
		p.Movement, p.Reason = MovedBack, RankUnknown
	case t == "" || strings.Trim(t, "-–—−. ") == "" || t == "n/a" || t == "unranked" || t == "none":
		p.Reason = ByScheme
	case t == "?" || t == "unknown":
		p.Reason = RankUnknown
	case t == "tbc" || t == "tba" || t == "tbd":
		p.Reason = NotYetRanked
	default:
		return ParsedRank{}, badRank(text)
	}
	return p, nil
}

func firstMatch(t string, patterns ...*regexp.Regexp) string {
	for _, p := range patterns {
		if m := p.FindStringSubmatch(t); m != nil {
			return m[1]
		}
	}
	return ""
}

func (p ParsedRank) numbered(digits, text string) (ParsedRank, error) {
	p.Number = atoi(digits)
	if p.Number < 1 || p.Number > maxRank {
		return ParsedRank{}, badRank(text)
	}
	return p, nil
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func badRank(text string) error {
	return Faultf(ErrInvalid, "“{{.Text}}” is not a rank; write 3, =3, 101–150, a band or nothing.", "Text", text)
}

// IsRanked says whether there is a number.
func (r Rank) IsRanked() bool { return r.Number > 0 }

// Figure is the rank as lists and large figures show it: "3", "=3", "101–150";
// nothing for the unranked.
func (r Rank) Figure(style TieStyle) string {
	switch {
	case r.Hidden:
		return HiddenRank
	case r.Number == 0:
		return r.Band
	case !r.Tied:
		return strconv.Itoa(r.Number)
	case style == TieAfter:
		return strconv.Itoa(r.Number) + "="
	}
	return "=" + strconv.Itoa(r.Number)
}

// Display is the rank in words, as published pages and the JSON document write
// it: "No. 3", "=3", "101–150"; nothing for the unranked.
func (r Rank) Display(style TieStyle) string {
	if r.Number > 0 && !r.Tied && !r.Hidden {
		return "No. " + strconv.Itoa(r.Number)
	}
	return r.Figure(style)
}
