package typeset

import (
	"context"
	"fmt"
	"slices"
)

// Total fit: of all ways to divide a paragraph the one is taken whose word
// spaces vary least over all its lines together (after D. E. Knuth and
// M. F. Plass, Breaking Paragraphs into Lines, 1981). Everything is counted in
// whole numbers, so that every machine divides alike.

// How far a line may go, in thousandths.
const (
	maxScale    = 20  // letters wider or narrower
	maxTracking = 12  // of an em, between letters, where the line is loose
	minTracking = 7   // taken away, where it is tight
	lastResort  = 8   // of tracking more, for a line whose spaces would be twice their width
	microShare  = 88  // per cent of what a line lacks that letters take before word spaces do
	denseShare  = 8   // part of an em between characters without word spaces: opens as a word space of that width does
	tightest    = 300 // a word space narrower by this
	looseFirst  = 500 // wider by this, at first
	looseThen   = 980 // wider by this, where the first finds nothing
	looseBad    = 3_000
	looseAny    = 1 << 30
)

// What a setting costs besides uneven spaces, in the unit of the square of a
// space's deviation in thousandths.
const (
	costUnit      = 8000 // of a stop's penalty
	costRagged    = 900  // the same where lines are not justified
	costSecond    = 30_000
	costForbidden = 1_000_000_000
	costLoosest   = 10_000_000_000
	costContrast  = 12_000
	costShortEnd  = 200_000
	costBrokenEnd = 1_500_000
	costOverfull  = 1_000_000_000_000
	fewestLetters = 4 // in a last line
)

// node is a best way to reach a stop.
type node struct {
	stop, prev int32
	line       int32
	hyphens    int8 // line ends with hyphens in a row
	class      int8
	cost       int64
}

// fitter divides one sequence into lines.
type fitter struct {
	p       *Paragraph
	q       *sequence
	stops   []stop
	nodes   []node
	active  []int32
	next    []int32
	fresh   []int32
	first   int  // number of the sequence's first line within the paragraph
	lines   bool // lines differ: nodes of other line numbers are other nodes
	final   bool // the last attempt: a line may be overfull
	met     bool // the looseness asked for was reached
	loosest int64
	size    Length // of the largest type
	slack   Length // by which a line may be too wide before shorter ones are given up
}

// fit gives the stops at which the lines of the sequence end.
func (f *fitter) fit(ctx context.Context) ([]stop, error) {
	size := Length(0)
	for i := range f.q.spans {
		size = max(size, f.q.spans[i].Style.Size)
	}
	f.size, f.slack = size, size
	f.lines = f.p.Shape != nil || f.p.Looseness != 0 || len(f.p.NoHyphenAfter) > 0
	widest := f.width(1)
	if f.p.Shape != nil {
		widest = min(widest, f.width(0))
	}
	for attempt, loosest := range [...]int64{looseFirst, looseThen, looseBad, looseAny, looseAny} {
		f.loosest = loosest
		if attempt <= int(tearing) {
			f.stops = f.q.stops(f.stops, f.p, widest, effort(attempt))
		}
		f.final = attempt == 4
		end, err := f.attempt(ctx)
		if err != nil {
			return nil, err
		}
		if end >= 0 && (attempt >= 2 || f.nodes[end].cost < costForbidden && (attempt > 0 || f.met)) {
			return f.ends(end), nil
		}
	}
	return []stop{f.stops[len(f.stops)-1]}, nil // cannot be: the last attempt always ends
}

func (f *fitter) ends(n int32) []stop {
	var out []stop
	for ; f.nodes[n].prev >= 0; n = f.nodes[n].prev {
		out = append(out, f.stops[f.nodes[n].stop])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// width is the width of a line of the sequence.
func (f *fitter) width(line int) Length {
	if f.p.Shape != nil {
		_, w := f.p.Shape(f.first + line)
		return w
	}
	if f.first+line == 0 {
		return f.p.Measure - f.p.Indent
	}
	return f.p.Measure
}

// attempt looks for the best setting within the present limits and gives its
// last node, -1 where there is none.
func (f *fitter) attempt(ctx context.Context) (int32, error) {
	f.nodes = append(f.nodes[:0], node{prev: -1, class: 1})
	f.active = append(f.active[:0], 0)
	for k := 1; k < len(f.stops); k++ {
		if k&0xFFF == 0 && ctx.Err() != nil {
			return -1, fmt.Errorf("setting a paragraph: %w", ctx.Err())
		}
		f.reach(int32(k))
		if len(f.active) == 0 {
			return -1, nil
		}
	}
	return f.best(), nil
}

// reach finds the best ways to end a line at stop k.
func (f *fitter) reach(k int32) {
	f.next, f.fresh = f.next[:0], f.fresh[:0]
	last := int(k) == len(f.stops)-1
	lastStop, lastLine := int32(-1), int32(-1)
	var l lineFit
	for _, a := range f.active {
		n := f.nodes[a]
		if n.stop != lastStop || f.lines && n.line != lastLine {
			lastStop, lastLine = n.stop, n.line
			l = f.measure(n, k, last)
		}
		if !l.beyond && !last {
			f.next = append(f.next, a)
		}
		if l.ok {
			f.offer(a, k, &l, last)
		}
	}
	if len(f.next) == 0 && len(f.fresh) == 0 && f.final {
		f.force(k)
	}
	f.prune()
	f.active, f.next = append(f.next, f.fresh...), f.active
}

// prune gives up the ways that took many more lines than the shortest one: they
// would have to be counted apart, and are never wanted.
func (f *fitter) prune() {
	if !f.lines || len(f.fresh) == 0 {
		return
	}
	fewest := f.nodes[f.fresh[0]].line
	for _, i := range f.fresh {
		fewest = min(fewest, f.nodes[i].line)
	}
	most := fewest + int32(max(f.p.Looseness, 0)) + 2
	f.fresh = slices.DeleteFunc(f.fresh, func(i int32) bool { return f.nodes[i].line > most })
}

// force ends an overfull line at k, because nothing else can be done: the line
// begins as late as it can.
func (f *fitter) force(k int32) {
	from := f.active[0]
	for _, a := range f.active {
		if f.nodes[a].stop > f.nodes[from].stop || f.nodes[a].stop == f.nodes[from].stop && f.nodes[a].cost < f.nodes[from].cost {
			from = a
		}
	}
	n := f.nodes[from]
	f.nodes = append(f.nodes, node{stop: k, prev: from, line: n.line + 1, class: 1, cost: n.cost + costOverfull})
	f.fresh = append(f.fresh, int32(len(f.nodes)-1))
}

// lineFit is how a line between two stops fills its width.
type lineFit struct {
	ok     bool
	beyond bool // too wide, and so is every longer one
	cost   int64
	class  int8
}

func (f *fitter) measure(n node, k int32, last bool) lineFit {
	from, to := &f.stops[n.stop], &f.stops[k]
	natural := to.end - from.start - to.hangEnd - from.hangStart
	space := to.endSpace - from.startSpace
	line := 1
	if f.lines || n.stop == 0 {
		line = int(n.line)
	}
	lack := f.width(line) - natural
	letters := to.endLetters - from.startLetters
	if f.p.Align != Justify {
		l := f.ragged(lack, f.width(line), last)
		if last && n.stop > 0 {
			l.cost += f.endCost(natural, letters)
		}
		return l
	}
	if last && lack >= 0 {
		return lineFit{ok: true, class: 1, cost: f.endCost(natural, letters)}
	}
	ink := natural - space
	if lack > 0 {
		space += opening(to.dense-from.dense, f.size)
	}
	scaled, tracked, rest := share(lack, ink, space, f.size*Length(letters))
	if space <= 0 {
		if lack < 0 {
			return lineFit{ok: rest >= 0, beyond: lack < -f.slack}
		}
		space = max(f.size/4, 1) // one word: as bad as a line of two with all the white between them
	}
	ratio := int64(rest) * 1000 / int64(space)
	if ratio < -tightest {
		return lineFit{beyond: ratio < -tightest-1000*int64(f.slack)/int64(space)}
	}
	if ratio > f.loosest {
		return lineFit{}
	}
	felt := min(ratio, 30_000)
	if ratio < 0 {
		felt = ratio * 5 / 4 // narrow spaces hurt more: words run together
	}
	cost := felt*felt + min(felt*felt*felt/60_000*felt, costLoosest)
	bent := int64(scaled+2*tracked) * 1000 / int64(max(natural, 1))
	cost += 5 * bent * bent
	if last {
		cost += f.endCost(natural, letters)
	}
	return lineFit{ok: true, class: classOf(ratio), cost: cost}
}

// opening is the white that a line which lacks some has between so many characters of
// scripts without word spaces, as if it stood there: East Asian text is justified
// between all its characters.
func opening(dense int32, size Length) Length { return Length(dense) * size / denseShare }

// share parts what a line lacks between the width of its letters, the white
// between them and the word spaces. Letters are scaled first, which the eye
// does not see, and tracked only when that is not enough. em is the type size
// times the number of letters, space the natural width of the word spaces and what else opens.
func share(lack, ink, space, em Length) (scaled, tracked, rest Length) {
	micro := lack * microShare / 100
	limit := ink * maxScale / 1000
	scaled = min(max(micro, -limit), limit)
	tracked = min(max(micro-scaled, -em*minTracking/1000), em*maxTracking/1000)
	rest = lack - scaled - tracked
	if over := rest - space*95/100; over > 0 {
		more := min(over, em*lastResort/1000)
		tracked, rest = tracked+more, rest-more
	}
	return scaled, tracked, rest
}

func classOf(ratio int64) int8 {
	switch {
	case ratio < -90:
		return 0
	case ratio < 130:
		return 1
	case ratio < 330:
		return 2
	}
	return 3
}

// endCost is the cost of a last line that is too short to stand alone, the higher
// the shorter it is.
func (f *fitter) endCost(natural Length, letters int32) int64 {
	enough := f.p.Measure / 6
	switch {
	case letters < fewestLetters:
		return costForbidden
	case natural < enough:
		return costShortEnd * 2 * int64(enough-natural) / int64(enough)
	}
	return 0
}

// ragged measures a line that is not justified. The lines of a centred text
// are made alike, the last one too.
func (f *fitter) ragged(lack, width Length, last bool) lineFit {
	if lack < 0 {
		return lineFit{beyond: lack < -f.slack}
	}
	short := int64(lack) * 1000 / int64(max(width, 1))
	if short > f.loosest && !last {
		return lineFit{}
	}
	cost := short*short + 20_000
	if last {
		cost = 20_000
		if f.p.Align == Centre {
			cost += short * short
		}
	}
	return lineFit{ok: true, class: 1, cost: cost}
}

// offer notes a way to reach stop k unless a better one of its kind is known.
func (f *fitter) offer(a, k int32, l *lineFit, last bool) {
	n, s := &f.nodes[a], &f.stops[k]
	unit := int64(costUnit)
	if f.p.Align != Justify {
		unit = costRagged
	}
	made := node{stop: k, prev: a, line: n.line + 1, class: l.class, cost: n.cost + l.cost + s.penalty*unit}
	if s.hyphenated() {
		made.hyphens = n.hyphens + 1
		switch {
		case made.hyphens > 2:
			if f.loosest <= looseThen {
				return
			}
			made.hyphens = 2
			made.cost += costForbidden
		case made.hyphens == 2:
			made.cost += costSecond
		}
		if f.lines && f.noHyphen(int(n.line)) {
			made.cost += costForbidden
			if s.kind == atMark {
				made.cost += costSecond - costForbidden // a hyphen of the text does less harm
			}
		}
	}
	if d := l.class - n.class; d > 1 || d < -1 {
		made.cost += costContrast
	}
	if last && f.stops[n.stop].kind == atHyphen {
		made.cost += costBrokenEnd
	}
	for _, i := range f.fresh {
		if f.beats(&f.nodes[i], &made) {
			return
		}
	}
	f.fresh = slices.DeleteFunc(f.fresh, func(i int32) bool { return f.beats(&made, &f.nodes[i]) })
	f.nodes = append(f.nodes, made)
	f.fresh = append(f.fresh, int32(len(f.nodes)-1))
}

// beats says whether way a to a stop is better than way b whatever follows.
func (f *fitter) beats(a, b *node) bool {
	cost := a.cost
	if a.class != b.class {
		cost += costContrast
	}
	return cost <= b.cost && a.hyphens <= b.hyphens && (!f.lines || a.line == b.line)
}

func (f *fitter) noHyphen(line int) bool {
	return slices.Contains(f.p.NoHyphenAfter, f.first+line)
}

// best chooses among the settings of the whole text: the cheapest, or with a
// looseness the one whose number of lines comes nearest to what is asked.
func (f *fitter) best() int32 {
	best := f.active[0]
	for _, a := range f.active[1:] {
		if f.nodes[a].cost < f.nodes[best].cost {
			best = a
		}
	}
	f.met = true
	if f.p.Looseness == 0 {
		return best
	}
	want := int(f.nodes[best].line) + f.p.Looseness
	off := func(n int32) int { return max(int(f.nodes[n].line)-want, want-int(f.nodes[n].line)) }
	for _, a := range f.active {
		if d := off(a) - off(best); d < 0 || d == 0 && f.nodes[a].cost < f.nodes[best].cost {
			best = a
		}
	}
	f.met = off(best) == 0
	return best
}
