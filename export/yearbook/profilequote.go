package yearbook

import (
	"math"

	"laurel/export/typeset"
)

// Where a pull quote stands: under a shorter portrait, over all columns.
const (
	quotedPortrait = 3.0 // lines the portrait gives for a quote, where all has room
	leastPortrait  = 6.0 // lines it gives at the most
	quoteAbove     = 2.6 // lines from the portrait's foot to the quote's first baseline
	quoteBelow     = 2.0 // lines from its last baseline to the answers' first
)

// quoteScales are tried in turn until a quote fits below the portrait of a spread.
var quoteScales = []int{1000, 880, 780, 690}

// setQuote sets the pull quote as evenly as its lines allow.
func (c *composition) setQuote(s *setter, p *profile, k cell, text string) {
	w := k.w
	if k.spread {
		w = min(k.w, c.grid.col(5)+typeset.MM(8))
	}
	s.scale = p.quoteScale
	p.quote = s.phrased(p.quoteMark, PullQuote, text, w)
	s.scale = 0
}

func (p *profile) quoteLeading(s *setter) float64 {
	return s.leading(PullQuote) * float64(p.quoteScale) / 1000
}

// frameSpreadQuote stands the quote below the portrait of a spread, smaller
// where it is long; at last the portrait gives it room.
func (c *composition) frameSpreadQuote(s *setter, p *profile, k cell) bool {
	text := c.quoteTextOf(p)
	for _, given := range []float64{0, 3, 6} {
		f, over := c.frameAt(s, p, k, p.frame.foot-given, 1)
		if over > 0 {
			break
		}
		f.quote = f.below + k.plan.quote
		room := float64(k.height) + 0.5 - f.quote
		for _, p.quoteScale = range quoteScales {
			c.setQuote(s, p, k, text)
			if float64(len(p.quote)-1)*p.quoteLeading(s) <= room {
				p.frame = f
				return true
			}
		}
	}
	return false
}

// quoteTextOf is the text of the quote that was set.
func (c *composition) quoteTextOf(p *profile) string {
	for i := range p.entry.placement.Answers {
		if text := c.quoteText(&p.entry.placement.Answers[i]); text != "" {
			return text
		}
	}
	return ""
}

// frameQuote tries to stand the pull quote between portrait and answers so that
// rows still fit below; the portrait, as long as alone without one, gives the
// room. It gives the number of lines that are too many, 0 where it stands.
func (c *composition) frameQuote(s *setter, p *profile, k cell, alone frame, rows []row, columns int) int {
	least, full := len(rows)+1, alone.foot
	for foot := full - quotedPortrait; foot >= full-leastPortrait; foot -= 0.5 {
		f, over := c.frameAt(s, p, k, foot, 1)
		if over > 0 || f.answers != int(math.Ceil(k.at(k.answers.first, foot))) {
			break // what stands beside the portrait needs its length
		}
		last := foot + quoteAbove + p.quoteLeading(s)*float64(len(p.quote)-1)
		first := int(math.Ceil(last + quoteBelow))
		cols, over1 := flow(rows, columns, max(0, f.last-first+1))
		if len(over1) > 0 {
			least = min(least, len(over1))
			continue
		}
		// What rounding up to the grid leaves goes above the quote in equal parts.
		spare := (float64(first) - last - quoteBelow) / 2
		p.columns = cols
		f.answers, f.quote = first, foot+quoteAbove+spare
		p.frame = f
		return 0
	}
	return least
}
