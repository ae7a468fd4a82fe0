package edition

import (
	"strconv"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
)

// faultKind is what is wrong with the order of an edition, apart from holes.
type faultKind int

const (
	faultTwice   faultKind = iota // a rank is given to several who are not tied
	faultLoneTie                  // marked as equal, and nobody else is there
	faultTakenUp                  // the rank should be left out after a tie
	faultTooMany                  // more print than the edition is meant to have
	faultTooFew                   // fewer, though it is finished
)

// withFaults puts a row for each fault under the entries it is about.
func withFaults(lines []line, e model.Edition) []line {
	var out []line
	for i := 0; i < len(lines); {
		if lines[i].kind != lineEntry || lines[i].row.Placement.Rank.Number == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && sameRank(lines[i], lines[end]) {
			end++
		}
		out = append(out, lines[i:end]...)
		if f, wrong := faultOf(lines[i:end], out[:len(out)-(end-i)]); wrong {
			out = append(out, f)
		}
		i = end
	}
	return append(out, faultsOfNumber(out, e)...)
}

func sameRank(a, b line) bool {
	return b.kind == lineEntry && a.category == b.category && a.row.Placement.Rank.Number == b.row.Placement.Rank.Number
}

// faultOf looks at those who have one rank; before are the rows above them.
func faultOf(holders, before []line) (line, bool) {
	rank := holders[0].row.Placement.Rank
	f := line{kind: lineFault, from: rank.Number, category: holders[0].category}
	untied := 0
	for _, h := range holders {
		f.about = append(f.about, h.row.Placement.ID)
		if !h.row.Placement.Rank.Tied {
			untied++
		}
	}
	switch {
	case len(holders) > 1 && untied > 0:
		f.fault = faultTwice
	case len(holders) == 1 && rank.Tied:
		f.fault = faultLoneTie
	case takenUp(rank.Number, before, f.category):
		f.fault = faultTakenUp
	default:
		return f, false
	}
	return f, true
}

// takenUp says whether a tie above leaves no room for a rank.
func takenUp(rank int, before []line, category string) bool {
	tied, above := 0, 0
	for i := len(before) - 1; i >= 0; i-- {
		l := before[i]
		if l.kind != lineEntry || l.category != category {
			continue
		}
		n := l.row.Placement.Rank.Number
		if above == 0 {
			above = n
		}
		if n != above || !l.row.Placement.Rank.Tied {
			break
		}
		tied++
	}
	return tied > 1 && rank < above+tied
}

// faultsOfNumber compares those who print with the size of the edition; that a
// draft is not full yet is no fault, nor that many are nominated.
func faultsOfNumber(lines []line, e model.Edition) []line {
	var printed []model.ID
	for _, l := range lines {
		if l.kind == lineEntry && l.row.Placement.Status.Printed() {
			printed = append(printed, l.row.Placement.ID)
		}
	}
	switch n := len(printed) - e.Size; {
	case e.Size == 0 || n == 0 || len(printed) == 0:
		return nil
	case n > 0:
		return []line{{kind: lineFault, fault: faultTooMany, about: printed[e.Size:]}}
	case e.Finished:
		return []line{{kind: lineFault, fault: faultTooFew, from: -n}}
	}
	return nil
}

// faultText says what is wrong.
func faultText(l line) string {
	rank := map[string]any{"Rank": l.from, "Count": len(l.about)}
	switch l.fault {
	case faultTwice:
		return lang.L("Rank {{.Rank}} is given to {{.Count}} entries without a tie", rank)
	case faultLoneTie:
		return lang.L("Equal at rank {{.Rank}}, but nobody else is there", rank)
	case faultTakenUp:
		return lang.L("Rank {{.Rank}} is taken up by the tie above", rank)
	case faultTooMany:
		return lang.N("{{.Count}} entries more than the edition has places", len(l.about), rank)
	}
	return lang.N("{{.Count}} places are empty", l.from, map[string]any{"Count": l.from})
}

// mend is a button that mends a fault.
type mend struct {
	text string
	do   func()
}

// numberAnew gives the ranks of a category anew, without holes.
func (s *screen) numberAnew(l line) mend {
	return mend{lang.L("Number anew"), func() {
		s.do(model.Message{}, false, store.Renumber{EditionID: s.shown.edition.ID, Category: l.category})
	}}
}

// mends gives the ways in which a fault is mended, the nearest first.
func (s *screen) mends(l line) []mend {
	anew := s.numberAnew(l)
	switch l.fault {
	case faultTwice:
		return []mend{{lang.L("Tie them"), func() { s.markEqual(l, true) }}, anew}
	case faultLoneTie:
		return []mend{{lang.L("End the tie"), func() { s.markEqual(l, false) }}}
	case faultTakenUp:
		return []mend{anew}
	case faultTooMany:
		return []mend{{lang.L("Last ones to the reserves"), func() { s.do(model.Message{}, false, store.SetStatus{IDs: l.about, Status: model.Reserve}) }}}
	}
	return []mend{{lang.L("Add…"), func() { s.addEntry(model.Confirmed) }}}
}

// markEqual marks those at a rank as equal, or no longer, and moves nobody.
func (s *screen) markEqual(l line, equal bool) {
	var commands []store.Command
	for _, id := range l.about {
		rank := s.entry(id).Placement.Rank
		rank.Tied = equal
		commands = append(commands, store.SetRank{ID: id, Rank: rank, RankAsIs: true})
	}
	s.do(model.Say("Mend rank {{.Rank}}", "Rank", l.from), false, commands...)
}

func rankText(l line) string {
	if l.from == 0 || l.fault == faultTooFew {
		return ""
	}
	return strconv.Itoa(l.from)
}
