package yearbook

import (
	"math"
	"slices"

	"laurel/export/typeset"
	"laurel/model"
)

// frame says at which lines of its slot the parts of one profile stand. It does
// not know the side of the leaf.
type frame struct {
	foot    float64           // of the portrait
	at      [elements]float64 // first baselines; 0: the element is not there
	below   float64           // last line of what stands below the portrait of a spread, at the least its foot
	quote   float64           // first baseline
	answers int               // first and last line
	last    int
	rule    float64 // above the answers, 0: none
}

// leastAnswers is how many lines of answers a growing portrait leaves.
const leastAnswers = 6

// fewestAnswers is how many lines of answers every slot has at the least.
const fewestAnswers = 3

// withoutCode is how many lines more the answers have above a foot line without
// a film's code.
const withoutCode = 2

// squeezes are by how much the white between elements may shrink where a slot
// is too short for them.
var squeezes = []float64{1, 0.85, 0.7, 0.55}

// frameProfile finds where everything stands. Where it is too much for the
// slot, the portrait gives way, then the white; at last what is said elsewhere
// in the book is left out and what is not goes on overleaf, and is reported.
func (c *composition) frameProfile(s *setter, p *profile, k cell) {
	strapline := p.strapline
	if k.optional(ofStrapline) {
		p.strapline = nil
	}
	spilt, white := c.spillLong(s, p, k), 1.0
	for {
		best, excess := frame{}, math.Inf(1)
		for _, squeeze := range squeezes {
			white = squeeze
			for _, foot := range c.portraitFeet(k) {
				f, over := c.frameAt(s, p, k, foot, squeeze)
				if over < excess {
					best, excess = f, over
				}
				if excess <= 0 {
					break
				}
			}
			if excess <= 0 {
				break
			}
		}
		p.frame = best
		if excess <= 0 || !c.giveWay(p, spilt) {
			break
		}
	}
	c.reportSpilt(s, p, spilt)
	if k.optional(ofStrapline) {
		c.addStrapline(s, p, k, strapline, white)
	}
}

// clearOfRank is how many lines a strapline keeps from the figure below it.
const clearOfRank = 0.9

// addStrapline stands the strapline of a slot that has room for one at times:
// where neither the rank nor the answers move for it.
func (c *composition) addStrapline(s *setter, p *profile, k cell, lines []typeset.Line, white float64) {
	p.strapline = lines
	f, over := c.frameAt(s, p, k, p.frame.foot, white)
	if below := f.at[ofRank] - s.caps(Rank) - f.at[ofStrapline] - c.linesOf(s, p, k, ofStrapline); f.at[ofRank] > f.at[ofStrapline] && below < clearOfRank {
		over = max(over, clearOfRank-below)
	}
	fits := over <= 0 && len(lines) <= k.most[ofStrapline] && f.at[ofRank] == p.frame.at[ofRank] && f.answers == p.frame.answers
	if p.leftOut = !fits && len(lines) > 0; p.leftOut {
		p.strapline = nil
		return
	}
	p.frame = f
}

// optional says whether a slot has room for an element at times.
func (k cell) optional(e element) bool {
	for _, stack := range k.stacks {
		for _, item := range stack.items {
			if item.element == e {
				return item.optional
			}
		}
	}
	return false
}

// portraitFeet are the lines on which the portrait may end, the best first: its
// own shape, then longer where the text beside it asks for that, or shorter.
func (c *composition) portraitFeet(k cell) (feet []float64) {
	w := float64(k.width(k.portrait.box))
	if k.portrait.bleed {
		w += float64(c.grid.outerMargin())
	}
	foot := func(shape float64) float64 {
		return math.Round((c.portraitTop(k)+shape*w/float64(c.theme.Leading))/k.portrait.step) * k.portrait.step
	}
	full, least := foot(k.portrait.shape), foot(k.portrait.least)
	if k.spread {
		deepest := float64(k.height - 12)
		if k.portrait.most > 0 {
			deepest = math.Round(k.portrait.most * float64(k.height))
		}
		return []float64{min(full, deepest)}
	}
	longest := float64(k.height)
	if k.answers.first.from == portraitFoot {
		// The answers stand below it and need room too.
		longest += k.answers.last.by - leastAnswers - k.answers.first.by
	}
	full = min(full, longest)
	feet = append(feet, full)
	if k.answers.quoted { // beside it everything stands, so it may grow
		for f := full + k.portrait.step; f <= longest; f += k.portrait.step {
			feet = append(feet, f)
		}
		return feet
	}
	for f := full - k.portrait.step; f >= least; f -= k.portrait.step {
		feet = append(feet, f)
	}
	return feet
}

// frameAt stands all elements for one length of the portrait and one measure of
// white, and says by how many lines they are too much.
func (c *composition) frameAt(s *setter, p *profile, k cell, foot, squeeze float64) (f frame, over float64) {
	f.foot, f.below = foot, foot
	f.last = int(math.Floor(k.at(k.answers.last, foot)))
	switch film := p.entry.placement.Video != ""; {
	case !c.speaksAtFoot(p.entry.placement, k):
		f.last = k.height
	case k.film == filmLine && !film:
		f.last += withoutCode
	}
	answers := k.at(k.answers.first, foot)
	ends := make([]float64, len(k.stacks))
	for i := range k.stacks {
		stack := &k.stacks[i]
		if stack.standing {
			continue
		}
		ends[i] = c.stackDown(s, p, k, stack, &f, squeeze)
		if k.spread && stack.items[0].notAbove.from == portraitFoot {
			f.below = max(f.below, ends[i])
		}
		if stack.clears && ends[i] > 0 {
			answers = max(answers, ends[i]+k.answers.gap*max(squeeze, 0.7))
		} else if ends[i] > float64(k.height) {
			over += ends[i] - float64(k.height)
		}
	}
	for i := range k.stacks {
		if stack := &k.stacks[i]; stack.standing {
			raised := 0.0
			if filmed := k.film == filmCorner && p.entry.placement.Video != ""; filmed && stack.box == k.filmBox {
				raised = c.inLines(c.codeWidth(k)) + 2.25
			}
			top := c.stackUp(s, p, k, stack, &f, raised)
			for j := range k.stacks {
				o := &k.stacks[j]
				if !o.standing && o.box == stack.box && o.recto == stack.recto && ends[j] > 0 && top > 0 && o.begins(&f) < k.at(stack.foot, foot) {
					over += max(0, ends[j]+1.25*squeeze-top)
				}
			}
			if stack.box.side == outer && stack.foot.from == slotFoot && top > 0 {
				over += max(0, foot+1.25-top) // clear of the portrait
			}
		}
	}
	over += max(0, ends[0]-float64(k.height))
	if film := k.film == filmCorner && p.entry.placement.Video != ""; film && k.filmBox.side == inner {
		over += max(0, c.movementEnd(p, k, &f)+0.75-(float64(k.height)-1-c.inLines(c.codeWidth(k))))
	}
	f.answers = int(math.Ceil(answers - 1e-9))
	over += max(0, float64(fewestAnswers-(f.last-f.answers+1)))
	if k.answers.rule > 0 {
		f.rule = float64(f.answers) - k.answers.rule
	}
	return f, over
}

// stackDown stands a stack's elements from the top and gives its last line.
func (c *composition) stackDown(s *setter, p *profile, k cell, stack *stackPlan, f *frame, squeeze float64) (end float64) {
	first, kept := true, 0.0
	for i, item := range stack.items {
		lines := c.linesOf(s, p, k, item.element)
		if lines < 0 {
			// Names stand level, also those of whom no movement is known.
			if item.element == ofMovement && !first && squeeze == 1 && k.movement != movementBeside && c.comparedYear() != "" {
				kept = item.gap
			}
			continue
		}
		item.gap, kept = item.gap+kept, 0
		if item.element == ofMovement && f.at[ofRank] == 0 && slices.ContainsFunc(stack.items[i+1:], func(o itemPlan) bool { return o.element == ofMovement }) {
			continue // its place is farther down
		}
		if item.element == ofMovement && f.at[ofMovement] > 0 {
			continue // it stands with the rank
		}
		caps := s.caps(p.useOf(item.element))
		at := k.top + caps
		switch {
		case item.element == ofMovement && k.movement == movementBeside && f.at[ofRank] > 0:
			f.at[ofMovement] = f.at[ofRank] // beside the rank
			continue
		case first && item.notAbove.from == portraitFoot:
			at = k.at(item.notAbove, f.foot)
		case first:
			at = max(at, k.at(item.notAbove, f.foot))
		default:
			at = end + max(item.gap*squeeze*max(1, c.theme.share), caps+0.4)
			if item.notAbove != (line{}) {
				at = max(at, k.at(item.notAbove, f.foot))
			}
		}
		if item.step > 0 {
			at = math.Ceil(at/item.step-1e-6) * item.step
		}
		f.at[item.element], first = at, false
		end = at + lines
	}
	return end
}

// begins is the first baseline of a stack.
func (o *stackPlan) begins(f *frame) float64 {
	for _, item := range o.items {
		if at := f.at[item.element]; at > 0 {
			return at
		}
	}
	return 0
}

// stackUp stands a stack's elements on its foot and gives its first line.
func (c *composition) stackUp(s *setter, p *profile, k cell, stack *stackPlan, f *frame, raised float64) float64 {
	at := k.at(stack.foot, f.foot) - raised
	for i := len(stack.items) - 1; i >= 0; i-- {
		item := stack.items[i]
		lines := c.linesOf(s, p, k, item.element)
		if lines < 0 {
			at -= item.gap
			continue
		}
		at -= lines
		f.at[item.element] = at
		if i > 0 {
			at -= item.gap
		}
	}
	return at
}

// useOf is the use whose capitals hang an element.
func (p *profile) useOf(e element) Use {
	switch e {
	case ofRank:
		return Rank
	case ofMovement:
		return Movement
	case ofName:
		if len(p.given) > 0 && !p.givenLast {
			return NameGiven
		}
		return p.nameUse
	case ofJobs:
		return JobTitle
	case ofStrapline:
		return Strapline
	case ofHistory:
		return History
	}
	return PhotoCredit
}

// linesOf is how far an element reaches below its first baseline, in lines of
// the grid; −1 where there is nothing to stand.
func (c *composition) linesOf(s *setter, p *profile, k cell, e element) float64 {
	below := func(n int, use Use) float64 {
		if n == 0 {
			return -1
		}
		return float64(n-1) * s.leading(use)
	}
	switch e {
	case ofRank:
		return below(min(len(p.figure.Glyphs), 1), Rank)
	case ofMovement:
		return c.movementLines(p, k)
	case ofName:
		return p.nameLines(s)
	case ofJobs:
		return p.jobsLines(s)
	case ofStrapline:
		return below(len(p.strapline), Strapline)
	case ofHistory:
		return p.history.height(s, k)
	}
	return below(len(p.credit), PhotoCredit)
}

// nameLines is from the first baseline of the name to the last of the
// post-nominals, and what the ink reaches deeper than usual.
func (p *profile) nameLines(s *setter) float64 {
	n := len(p.name) + len(p.given)
	if n == 0 {
		return -1
	}
	below := 0.0
	if p.postBelow(s) {
		below = s.leading(PostNominals) * postLeading
	}
	// Latin descenders are reckoned with; some scripts reach deeper.
	usual := s.typeOf(p.nameUse).Size * typeset.Length(p.nameScale) / 1000 * 32 / 100
	return float64(n-1)*p.nameLeading(s) + below + max(0, s.c.inLines(depth(p.name)-usual))
}

// postLeading is how far below the name post-nominals stand that have a line of
// their own, by their leading.
const postLeading = 0.78

func (p *profile) nameLeading(s *setter) float64 {
	return s.leading(p.nameUse) * float64(p.nameScale) / 1000
}

// postBelow says whether the post-nominals have a line of their own.
func (p *profile) postBelow(s *setter) bool {
	k := s.c.cellAt(&s.c.plans[p.kind], 0)
	return len(p.postNominals.Glyphs) > 0 && p.postX(s)+p.postNominals.Width > k.widthOf(ofName)
}

// postX is where post-nominals follow the name's last line.
func (p *profile) postX(s *setter) typeset.Length {
	if len(p.name) == 0 || p.givenLast {
		return 0
	}
	return p.name[len(p.name)-1].Width + s.typeOf(p.nameUse).Size*typeset.Length(p.nameScale)/1000*typeset.Length(s.c.theme.PostGap)/1000
}

// jobsLines is from the first baseline of the jobs to their last.
func (p *profile) jobsLines(s *setter) float64 {
	n := 0.0
	for i, j := range p.jobs {
		if i > 0 {
			n += 0.5
		}
		if len(j.who.Glyphs) > 0 {
			n++
		}
		n += float64(len(j.lines))
	}
	if n == 0 {
		return -1
	}
	return (n - 1) * s.leading(JobTitle)
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

// inLines is a length in lines of the grid.
func (c *composition) inLines(l typeset.Length) float64 { return float64(l) / float64(c.theme.Leading) }

// spilt counts, by field, the lines that had to go on overleaf.
type spilt map[string]int

// spillLong sends what is longer than its place allows on overleaf.
func (c *composition) spillLong(s *setter, p *profile, k cell) spilt {
	out := spilt{}
	for len(p.strapline) > max(1, k.most[ofStrapline]) {
		c.spillStrapline(p, out)
	}
	for p.jobCount() > max(1, k.most[ofJobs]) {
		c.spillJob(p, out)
	}
	p.history.shorten(k.most[ofHistory])
	return out
}

func (c *composition) spillStrapline(p *profile, out spilt) {
	mark := from(p.entry.placement, model.FieldStrapline)
	p.spill(&p.strapline, Strapline, mark)
	out[model.FieldStrapline]++
}

// spill moves the last of the lines to the head of what goes on overleaf.
func (p *profile) spill(lines *[]typeset.Line, use Use, mark textMark) {
	n := len(*lines) - 1
	last := (*lines)[n]
	*lines = (*lines)[:n]
	p.more = append([]row{{line: last, use: use, mark: mark, first: true}}, p.more...)
}

func (p *profile) jobCount() (n int) {
	for _, j := range p.jobs {
		n += len(j.lines)
		if len(j.who.Glyphs) > 0 {
			n++
		}
	}
	return n
}

// spillJob moves the last line of the last job overleaf.
func (c *composition) spillJob(p *profile, out spilt) {
	for i := len(p.jobs) - 1; i >= 0; i-- {
		j := &p.jobs[i]
		n := len(j.lines) - 1
		if n < 0 {
			p.jobs = p.jobs[:i]
			continue
		}
		runs := j.lines[n].runs
		j.lines = j.lines[:n]
		for r := len(runs) - 1; r >= 0; r-- {
			mark := runs[r].mark
			mark.source.Start, mark.source.End = 0, 0
			p.more = append([]row{{line: runs[r].line, use: runs[r].use, mark: mark, first: true}}, p.more...)
			out[mark.source.Field]++
		}
		return
	}
}

// giveWay makes a slot's text one line shorter: first what stands elsewhere in
// the book too, then what can go on overleaf. It says whether there was any.
func (c *composition) giveWay(p *profile, out spilt) bool {
	switch {
	case len(p.credit) > 0:
		p.credit = nil
	case p.history.count() > 0:
		p.history.shorten(p.history.count() - 1)
	case len(p.strapline) > 0:
		c.spillStrapline(p, out)
	case p.jobCount() > 1:
		c.spillJob(p, out)
	default:
		return false
	}
	return true
}

func (c *composition) reportSpilt(s *setter, p *profile, out spilt) {
	for _, field := range sortedKeys(out) {
		s.problem(spillProblem(p.entry.placement, field, out[field]))
	}
	if len(p.more) > 0 {
		p.more[len(p.more)-1].keep = false
	}
}
