package yearbook

import (
	"slices"

	"laurel/export/typeset"
)

// barePortrait is how many columns wide the portraits of a bare list are where two
// profiles share a page.
const barePortrait = 2.5

// leastBareName is the width in mm that names keep beside them.
const leastBareName = 50

// widenPortraits gives portraits the room that nobody's words take: where two
// profiles share a page and there is none that speaks.
func (c *composition) widenPortraits(kind slotKind) {
	plan := &c.plans[kind]
	more := barePortrait - plan.portrait.cols
	if more <= 0 || slices.ContainsFunc(c.entries[c.spreads:], entry.speaks) {
		return
	}
	wider := func(b box) box {
		switch {
		case b.side == outer && b.at == 0 && b.cols == plan.portrait.cols:
			b.cols += more
		case b.side == inner && b.cols > 1: // what is beside it has that much less
			b.cols -= more
		}
		return b
	}
	name := c.cellAt(plan, 0).widthOf(ofName) - typeset.Length(more*float64(c.grid.unit+c.theme.Gutter))
	if name < typeset.MM(leastBareName) {
		return
	}
	plan.stacks = slices.Clone(plan.stacks)
	for i := range plan.stacks {
		plan.stacks[i].box = wider(plan.stacks[i].box)
	}
	plan.answers.box = wider(plan.answers.box)
	plan.filmBox = box{inner, 0, 1} // where words would stand: below the portraits it would make some smaller
	plan.portrait.box = wider(plan.portrait.box)
}
