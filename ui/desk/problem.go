package desk

import (
	"unicode"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
)

// ProblemTitle is a kind of problem in two or three words, for chips and lists;
// the problem's own text says the rest.
func ProblemTitle(k model.ProblemKind) string {
	switch k {
	case model.ProblemOverset:
		return lang.L("Text too long")
	case model.ProblemMissingGlyph:
		return lang.L("Missing letter")
	case model.ProblemMissingPhoto:
		return lang.L("No photo")
	case model.ProblemMissingCredit:
		return lang.L("No photo credit")
	case model.ProblemNoConsent:
		return lang.L("No consent")
	case model.ProblemLowResolution:
		return lang.L("Photo too small")
	case model.ProblemRankHole:
		return lang.L("Nobody at a rank")
	case model.ProblemRankTwice:
		return lang.L("Rank given twice")
	case model.ProblemRankMissing:
		return lang.L("No rank")
	case model.ProblemTieUnmarked:
		return lang.L("Tie not marked")
	case model.ProblemWrongNumber:
		return lang.L("Wrong number of entries")
	case model.ProblemStaleExcerpt:
		return lang.L("Excerpt is stale")
	case model.ProblemUnapproved:
		return lang.L("Not approved")
	case model.ProblemNoInterview:
		return lang.L("No interview")
	case model.ProblemNameMisspelt:
		return lang.L("Name spelled differently")
	case model.ProblemStraightQuotes:
		return lang.L("Straight quotes")
	case model.ProblemDoubleSpace:
		return lang.L("Double space")
	case model.ProblemDoubleWord:
		return lang.L("Word written twice")
	case model.ProblemHiddenSign:
		return lang.L("Hidden direction sign")
	case model.ProblemHyphenDash:
		return lang.L("Hyphen for a dash")
	case model.ProblemLooseLine:
		return lang.L("Loose line")
	case model.ProblemSamePhoto:
		return lang.L("Same photo twice")
	case model.ProblemNoTitle:
		return lang.L("No job title")
	case model.ProblemIneligible:
		return lang.L("Against the rules")
	case model.ProblemNamesake:
		return lang.L("Same name")
	case model.ProblemOnPages:
		return lang.L("Not on exactly one page")
	case model.ProblemNotIndexed:
		return lang.L("Not in the index")
	case model.ProblemSmallCode:
		return lang.L("QR code too small")
	case model.ProblemNearEdge:
		return lang.L("Text too near the edge")
	case model.ProblemBook:
		return lang.L("Settings of the book")
	case model.ProblemRightsEnded:
		return lang.L("Photo licence ended")
	case model.ProblemSpineText:
		return lang.L("No text on the spine")
	}
	return lang.L("Problem")
}

// The heads over the problems of a book, wherever they are listed.
const (
	StopsPrint = "Stops a press export"
	WorthALook = "Worth a look"
)

// BySeverity parts the problems that stop a press export from the others.
func BySeverity(all []model.Problem) (stops, looks []model.Problem) {
	for _, p := range all {
		if p.Severity == model.Error {
			stops = append(stops, p)
		} else {
			looks = append(looks, p)
		}
	}
	return stops, looks
}

// ByKind parts problems by their kinds, in the order in which each kind comes first.
func ByKind(all []model.Problem) [][]model.Problem {
	var kinds [][]model.Problem
	at := map[model.ProblemKind]int{}
	for _, p := range all {
		i, ok := at[p.Kind]
		if !ok {
			i = len(kinds)
			at[p.Kind] = i
			kinds = append(kinds, nil)
		}
		kinds[i] = append(kinds[i], p)
	}
	return kinds
}

// Word is a word of the model (a status, a kind of section) as the window shows
// it: translated, with a capital.
func Word(word string) string {
	if word == "" {
		return ""
	}
	text := []rune(lang.L(word))
	if len(text) > 0 {
		text[0] = unicode.ToUpper(text[0])
	}
	return string(text)
}
