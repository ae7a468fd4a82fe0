package interviews

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/ui/kit"
)

// state is how far an answer, or the interview of an entry, has come: what is
// worst comes first.
type state int

// The states, in the order in which they want looking at.
const (
	stateStale state = iota
	stateOver
	stateToChoose
	stateUnapproved
	stateApproved
	stateUnanswered
)

var states = []state{stateStale, stateOver, stateToChoose, stateUnapproved, stateApproved, stateUnanswered}

// word names a state for the heads of groups.
func (s state) word() string {
	switch s {
	case stateStale:
		return lang.L("Stale")
	case stateOver:
		return lang.L("Too long for the page")
	case stateToChoose:
		return lang.L("To choose")
	case stateUnapproved:
		return lang.L("To approve")
	case stateApproved:
		return lang.L("Approved")
	}
	return lang.L("No answers yet")
}

func (s state) icon() (kit.IconName, kit.Token) {
	switch s {
	case stateStale:
		return kit.IconWarning, kit.Warn
	case stateOver:
		return kit.IconError, kit.Error
	case stateToChoose:
		return kit.IconRing, kit.Ink3
	case stateUnapproved:
		return kit.IconCheck, kit.Accent
	case stateApproved:
		return kit.IconDoubleCheck, kit.Accent
	}
	return kit.IconClock, kit.Ink3
}

// stateOf is that of one answer, the page apart.
func stateOf(a model.Answer) state {
	switch {
	case a.Excerpt.Stale || a.PullQuote.Stale:
		return stateStale
	case strings.TrimSpace(a.Edited) == "":
		return stateUnanswered
	case a.Approved:
		return stateApproved
	case len(a.Excerpt.Parts) == 0 && !a.Excerpt.PrintOnly():
		return stateToChoose
	}
	return stateUnapproved
}

// summary is the state of an entry with the words for its row.
type summary struct {
	state state
	text  string
}

// summaryOf looks at all answers of an entry, and at its page where there is one.
func summaryOf(p *model.Placement, book *yearbook.Book) summary {
	count := map[state]int{}
	answered := 0
	for _, a := range p.Answers {
		s := stateOf(a)
		count[s]++
		if s != stateUnanswered {
			answered++
		}
	}
	over, placed := 0, false
	if book != nil {
		if slot, ok := book.Slots[p.ID]; ok {
			over, placed = slot.Lines-slot.MaxLines, true
		}
	}
	done := lang.L("{{.Chosen}} of {{.Count}} excerpts", map[string]any{"Chosen": answered - count[stateToChoose], "Count": len(p.Answers)})
	switch {
	case count[stateStale] > 0:
		return summary{stateStale, lang.N("{{.Count}} stale", count[stateStale], map[string]any{"Count": count[stateStale]})}
	case answered == 0:
		return summary{stateUnanswered, stateUnanswered.word()}
	case over > 0:
		return summary{stateOver, lang.N("Over by {{.Count}} lines", over, map[string]any{"Count": over})}
	case count[stateToChoose] == answered && placed: // and has room
		return summary{stateToChoose, lang.L("Prints whole")}
	case count[stateToChoose] > 0:
		return summary{stateToChoose, done}
	case count[stateUnapproved] > 0:
		return summary{stateUnapproved, done}
	}
	return summary{stateApproved, done}
}
