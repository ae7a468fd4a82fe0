package yearbook

import (
	"math"

	"laurel/export/typeset"
)

// Lines of the grid at which the parts of a profile page stand.
const (
	rankLine       = 6.0
	movementLine   = 8.0
	nameLine       = 11.5
	answersGap     = 1.75 // least white, in lines, between that foot and the first answer
	footLines      = 5    // from the last line of answers to the last line of the page
	continuedFirst = 6
)

// Where a pull quote stands: under a shorter portrait, over both columns.
const (
	quotedPortrait = 3.0 // lines the portrait gives for a quote, where all has room
	leastPortrait  = 6.0 // lines it gives at the most
	quoteAbove     = 2.6 // lines from the portrait's foot to the quote's first baseline
	quoteBelow     = 2.0 // lines from its last baseline to the answers' first
)

// frame says at which lines of the grid the parts of one profile stand. It does
// not know the side of the leaf.
type frame struct {
	name, job, strapline float64
	movement             float64        // 0: there is none
	postX                typeset.Length // of the post-nominals, from the name's left edge
	post                 float64
	end                  float64 // the last line of them all
	foot                 float64 // of the portrait, and the last line of the history
	quote                float64
	answers              int
}

// frameIdentity finds the lines of name, jobs, movement and strapline.
func (c *composition) frameIdentity(p *profile) {
	f, e := &p.frame, p.entry
	at := nameLine
	if e.ranked {
		f.movement = movementLine
	} else {
		// Without a figure the name itself begins level with the portrait.
		at = float64(c.portraitTop()+c.capHeight(p.nameUse)-c.theme.HeadMargin) / float64(c.theme.Leading)
	}
	f.name = at
	step := c.inLines(c.theme.Type[p.nameUse].Leading)
	at += step * float64(max(len(p.name)-1, 0))
	f.post = at
	if len(p.postNominals.Glyphs) > 0 && len(p.name) > 0 {
		f.postX = p.name[len(p.name)-1].Width + c.theme.Type[p.nameUse].Size/3
		if f.postX+p.postNominals.Width > c.grid.half() {
			f.postX, at = 0, at+step
			f.post = at
		}
	}
	f.job = at + max(1.5, c.inLines(depth(p.name)+c.capHeight(JobTitle)+3*typeset.Pt))
	at = f.job - 1 + jobLines(p.jobs)
	if !e.ranked && c.hasMovement(e) {
		f.movement = at + 2
		at = f.movement
	}
	if n := len(p.strapline); n > 0 {
		f.strapline = at + 2.5
		at = f.strapline + float64(n-1)*c.inLines(c.theme.Type[Strapline].Leading)
	}
	f.end = at
	f.foot = max(c.portraitLast(), c.leastFoot(p))
	f.answers = firstAnswers(f.foot)
}

// depth is how far the ink of the last of the lines reaches below its baseline;
// some scripts reach deep.
func depth(lines []typeset.Line) (d typeset.Length) {
	if len(lines) == 0 {
		return 0
	}
	for _, g := range lines[len(lines)-1].Glyphs {
		if _, yMin, _, _, ok := g.Face.GlyphBox(g.ID); ok {
			d = max(d, -typeset.Length(g.YOffset)-g.Face.Scale(yMin, typeset.Length(g.Size)))
		}
	}
	return d
}

// leastFoot is the line at which the foot of portrait and history stands at the
// earliest: below the identity with a little white, and the history's lines.
func (c *composition) leastFoot(p *profile) float64 {
	return p.frame.end + 1.75 + float64(len(p.history))*c.inLines(c.theme.Type[History].Leading)
}

func firstAnswers(after float64) int { return int(math.Ceil(after + answersGap)) }

// frameQuote tries to stand the pull quote between portrait and answers so that
// rows still fit below; the portrait gives the room. It gives the number of lines
// that are too many, 0 where it stands.
func (c *composition) frameQuote(p *profile, rows []row) int {
	least := len(rows) + 1
	step := c.inLines(c.theme.Type[PullQuote].Leading)
	full := c.portraitLast()
	for foot := full - quotedPortrait; foot >= max(full-leastPortrait, c.leastFoot(p)); foot -= 0.5 {
		last := foot + quoteAbove + step*float64(len(p.quote)-1)
		first := int(math.Ceil(last + quoteBelow))
		cols, over := flow(rows, 2, c.grid.answersHeight(first))
		if len(over) > 0 {
			least = min(least, len(over))
			continue
		}
		// What rounding up to the grid leaves goes above the quote in equal parts.
		spare := (float64(first) - last - quoteBelow) / 2
		p.columns = cols
		p.frame.foot, p.frame.answers = foot, first
		p.frame.quote = foot + quoteAbove + spare
		return 0
	}
	return least
}

// inLines is a length in lines of the grid.
func (c *composition) inLines(l typeset.Length) float64 { return float64(l) / float64(c.theme.Leading) }

// jobLines is how many lines the jobs take.
func jobLines(jobs []job) (n float64) {
	for i, j := range jobs {
		if i > 0 {
			n += 0.5
		}
		if len(j.who.Glyphs) > 0 {
			n++
		}
		n += float64(len(j.title) + len(j.organisation))
	}
	return n
}

// answersHeight is how many lines answers have that begin on line first.
func (g grid) answersHeight(first int) int { return max(g.last-footLines-first+1, 0) }

// portraitTop is the cap line of the rank, so that figure and picture begin level.
func (c *composition) portraitTop() typeset.Length {
	return c.grid.ln(rankLine) - c.capHeight(Rank)
}

// portraitShape is the height of a portrait by its width.
const portraitShape = 1.298

// portraitLast is the line at which portrait and history end, if nothing needs
// it elsewhere: on the default page line 26.
func (c *composition) portraitLast() float64 {
	foot := c.portraitTop() + typeset.Length(portraitShape*float64(c.grid.half()))
	return math.Round(2*c.inLines(foot-c.theme.HeadMargin)) / 2
}
