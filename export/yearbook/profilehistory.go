package yearbook

import (
	"slices"
	"strconv"
	"strings"

	"laurel/export/typeset"
	"laurel/model"
)

// past is where an entry's people were in an earlier edition.
type past struct {
	year int
	rank string // "No. 5"; empty: included without one
	list string // of another list or region; empty: this one
}

// history is "previously included in" as it is set into a slot.
type history struct {
	label typeset.Line
	lines []typeset.Line
	past  []past
	set   func([]past, bool) []typeset.Line // of so many years; whether some were left out
	all   int
}

// pastOf gives where the people of an entry were before, oldest first; other
// lists and regions after this one's own.
func (c *composition) pastOf(p *model.Placement) []past {
	edition := c.snapshot.Edition
	var own, others []past
	seen := map[model.ID]bool{}
	for _, m := range p.Members {
		for _, a := range c.snapshot.History[m.PersonID] {
			if a.Year >= edition.Year || seen[a.EditionID] {
				continue
			}
			seen[a.EditionID] = true
			found := past{year: a.Year, rank: a.Rank.Display(a.TieStyle)}
			if a.ListID != edition.ListID || a.Region != edition.Region {
				found.list = model.Edition{ListName: a.List, Year: a.Year, Region: a.Region}.Name()
				others = append(others, found)
				continue
			}
			own = append(own, found)
		}
	}
	return append(own, others...)
}

// spansOf writes the years of this list in a row, other lists on lines of their own.
func spansOf(all []past, shortened bool) (spans []span) {
	for i, a := range all {
		if a.list != "" {
			text := joined(" ", a.rank, a.list)
			if i > 0 {
				text = "\n" + text
			}
			spans = append(spans, span{History, text})
			continue
		}
		if i == 0 && shortened {
			spans = append(spans, span{History, "… "})
		} else if i > 0 {
			spans = append(spans, span{History, " · "})
		}
		spans = append(spans, span{HistoryYear, strconv.Itoa(a.year)})
		if a.rank != "" {
			spans = append(spans, span{History, noBreak(" (" + a.rank + ")")})
		}
	}
	return spans
}

// setHistory sets it as the slot wants it.
func (c *composition) setHistory(s *setter, p *profile, k cell) history {
	w := k.widthOf(ofHistory)
	if w == 0 {
		return history{}
	}
	h := history{past: c.pastOf(p.entry.placement)}
	h.all = len(h.past)
	h.label = c.historyLabel(s, h.past, w, k.history == historyInline)
	indent := typeset.Length(0)
	if k.history == historyInline {
		indent = h.label.Width + s.typeOf(Label).Size
	}
	mark := from(p.entry.placement, model.FieldHistory)
	h.set = func(all []past, shortened bool) []typeset.Line {
		if len(all) == 0 {
			return nil
		}
		return s.run(mark, typeset.Paragraph{Spans: s.styled(spansOf(all, shortened), true), Measure: w, Indent: indent, Align: typeset.Left})
	}
	h.lines = h.set(h.past, false)
	return h
}

// historyLabel is the heading over where an entry was before. In the first edition of
// a list it is not said of everybody that they are included for the first time.
func (c *composition) historyLabel(s *setter, all []past, w typeset.Length, short bool) typeset.Line {
	key := "previously"
	switch {
	case len(all) == 0 && c.snapshot.Predecessor == nil:
		return typeset.Line{}
	case len(all) == 0:
		key = "first time"
	case short || s.width(span{Label, c.label(c.words.say(key))}) > w:
		key = "previously, short"
	}
	return s.fit(furniture, Label, c.label(c.words.say(key)), w)
}

// count is how many lines there are.
func (h *history) count() int { return len(h.lines) }

// shorten leaves out the oldest years until at most n lines are left; with no
// line left the label goes too.
func (h *history) shorten(n int) {
	if h.set == nil || len(h.lines) == 0 {
		return
	}
	for len(h.lines) > n && len(h.past) > 0 {
		h.past = h.past[1:]
		h.lines = h.set(h.past, len(h.past) < h.all)
	}
	if len(h.lines) == 0 {
		*h = history{}
	}
}

// height is from the first baseline of the history to its last, in lines of the
// grid; −1 where there is none.
func (h *history) height(s *setter, k cell) float64 {
	if len(h.label.Glyphs) == 0 {
		return -1
	}
	n := len(h.lines)
	if k.history == historyInline {
		n = max(0, n-1)
	}
	return float64(n) * s.leading(History)
}

// label is a small heading as the theme writes it.
func (c *composition) label(text string) string {
	if c.theme.SmallCapLabels {
		return text
	}
	return strings.ToUpper(text)
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
