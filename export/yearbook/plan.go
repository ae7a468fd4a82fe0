package yearbook

import "laurel/export/typeset"

// slotKind is a kind of place that a profile can have.
type slotKind uint8

// The kinds of slot: a spread, or one to four profiles on a page.
const (
	slotSpread slotKind = iota
	slotOne
	slotTwo
	slotTwoFiled // two on a page, of a list without ranks
	slotThree
	slotFour
	slotKinds
)

// plan is the drawing of a slot: where its parts stand. It is the same
// mechanism for all slots; only these numbers differ. Across it counts in
// columns of the grid from the left of a verso (on a recto the portrait changes
// sides), downwards in lines of the grid, line 1 being the first of the slot.
type plan struct {
	rows, across int     // slots on a page
	top          float64 // where the portrait and the first capitals begin
	spread       bool    // over two facing pages

	portrait portraitPlan
	stacks   []stackPlan
	answers  answersPlan
	quote    float64 // lines from the portrait's foot to the quote of a spread
	film     filmPlan
	filmBox  box // of a film shown in the corner
	band     bandPlan
	history  historyForm
	movement movementForm
	job      jobForm

	most [elements]int // lines that an element may have at the most; 0: one
}

// side is which part of the slot a box belongs to.
type side uint8

const (
	across side = iota // the whole width
	outer              // with the portrait, at the fore-edge
	inner              // beside the portrait
)

// box is a place across: cols columns from column at of its side.
type box struct {
	side     side
	at, cols float64
}

// portraitPlan is where the picture stands.
type portraitPlan struct {
	box
	shape float64 // height by width
	step  float64 // its foot stands on a whole (1) or half (0.5) line
	least float64 // height by width, where other parts need its room
	bleed bool    // it runs over head and fore-edge of a left-hand page
	below float64 // lines between the first stack and the portrait below it; 0: level with the slot's top
	tall  float64 // height by width at the most, where the answers of a book are short; 0: as shape
	most  float64 // of the slot's height that it reaches down to at the most; 0: so that 12 lines are left
}

// line is a place downwards: lines below the top of the slot, the foot of the
// portrait or the last line of the slot.
type line struct {
	from edge
	by   float64
}

type edge uint8

const (
	slotTop edge = iota
	portraitFoot
	slotFoot
)

// element is a part of a profile that stands in a stack.
type element uint8

const (
	ofRank element = iota
	ofMovement
	ofName
	ofJobs
	ofStrapline
	ofHistory
	ofCredit
	elements
)

// stackPlan is a column of elements one below the other.
type stackPlan struct {
	box
	recto bool // on the right-hand page of a spread
	// A standing stack is built upwards: its last element ends on the line foot.
	standing bool
	foot     line
	items    []itemPlan
	// The answers begin below the stack.
	clears bool
}

// itemPlan places an element: gap lines below the last baseline of the one above
// it, but not above the line notAbove. The first is hung by its capitals.
type itemPlan struct {
	element  element
	gap      float64
	notAbove line    // zero: anywhere
	step     float64 // its baseline stands on a multiple of so many lines; 0: anywhere
	optional bool    // it stands only where rank and answers do not move for it; if not, it is left out and that is said
}

// answersPlan is where the answers stand.
type answersPlan struct {
	box
	recto bool
	first line    // they begin here at the earliest
	gap   float64 // lines below the stacks that they clear
	last  line    // their last line
	rule  float64 // lines from a rule above them to their first line; 0: no rule
	// A pull quote may take the place of the portrait's last lines.
	quoted bool
}

// filmPlan is how the film is shown.
type filmPlan uint8

const (
	noFilm     filmPlan = iota
	filmCorner          // QR code and address at the foot of filmBox
	filmLine            // a line along the foot with sector and country
	filmBand            // a band of three parts along the foot
)

// bandPlan is the band of three parts along the foot of a spread.
type bandPlan struct {
	lines int        // below its labels
	parts [2]float64 // where its second and third part begin, of its width
	code  float64    // lines between the foot of the code and that of the slot
}

// historyForm is how "previously included in" is written.
type historyForm uint8

const (
	historyBelow  historyForm = iota // below its label
	historyInline                    // after its label
	historyInBand                    // in the band along the foot
)

// movementForm is how much is said of movement.
type movementForm uint8

const (
	movementLong   movementForm = iota // the mark and the rank before, on a line that has room for both
	movementInTwo                      // below each other
	movementBeside                     // the mark alone, beside the rank
)

// jobForm is how title and organisation stand.
type jobForm uint8

const (
	jobBelow jobForm = iota // the organisation below the title
	jobOnOne                // behind it, after a comma
)

// perPage is how many slots a page has.
func (p *plan) perPage() int { return max(1, p.rows*p.across) }

// slotGap is how many lines stand between slots one below the other, with a rule
// in the middle.
const slotGap = 2

// height is how many lines a slot has on pages of this grid.
func (p *plan) height(g grid) int {
	if p.rows <= 1 {
		return g.last
	}
	return (g.last - slotGap*(p.rows-1)) / p.rows
}

// cell is one slot on a page: its plan and where it stands.
type cell struct {
	*plan
	c      *composition
	height int            // lines
	x, w   typeset.Length // of the slot, from the left edge of the text area
	origin float64        // lines of the grid above line 0 of the slot
}

// cellAt is the slot n (from 0) of a page, filled line by line.
func (c *composition) cellAt(p *plan, n int) cell {
	w := (c.grid.text - typeset.Length(p.across-1)*c.theme.Gutter) / typeset.Length(p.across)
	row, col := n/p.across, n%p.across
	return cell{
		plan: p, c: c, height: p.height(c.grid), w: w,
		x: typeset.Length(col) * (w + c.theme.Gutter), origin: float64(row * (p.height(c.grid) + slotGap)),
	}
}

// place gives x (from the slot's left edge) and width of a box on a left- or
// right-hand page.
func (k cell) place(b box, verso bool) (x, w typeset.Length) {
	pitch := k.c.grid.unit + k.c.theme.Gutter
	at, cols := typeset.Length(b.at*float64(pitch)), typeset.Length(b.cols*float64(pitch))
	w = cols - k.c.theme.Gutter
	switch {
	case b.side == across || b.cols == 0:
		return 0, k.w
	case b.side == outer && verso:
		return at, w
	case b.side == outer:
		return k.w - at - w, w
	case verso:
		portrait := typeset.Length((k.portrait.at + k.portrait.cols) * float64(pitch))
		return portrait + at, w
	}
	return at, w
}

// width of a box, which does not depend on the side.
func (k cell) width(b box) typeset.Length {
	_, w := k.place(b, true)
	return w
}

// portraitTop is the line where the portrait of a slot begins.
func (c *composition) portraitTop(k cell) float64 {
	if k.portrait.below == 0 {
		return k.top
	}
	// Below the rank and the movement, also where an entry has neither: portraits
	// of a book begin level.
	s := &setter{c: c, look: c.lookOf(slotSpread)}
	at := k.top + s.caps(Rank)
	for _, item := range k.stacks[0].items[1:] {
		at += item.gap
	}
	return at + k.portrait.below
}

// at resolves a line, given where the portrait ends.
func (k cell) at(l line, foot float64) float64 {
	switch l.from {
	case portraitFoot:
		return foot + l.by
	case slotFoot:
		return float64(k.height) + l.by
	}
	if k.spread { // drawn for pages of 52 lines
		return l.by * min(1, float64(k.height)/52)
	}
	return l.by
}
