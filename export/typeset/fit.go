package typeset

import (
	"context"
	"fmt"
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
	microShare  = 88  // per cent of what a line lacks that letters take before word spaces do
	tightest    = 300 // a word space narrower by this
	looseFirst  = 500 // wider by this, at first
	looseThen   = 980 // wider by this, where the first finds nothing
)

// What a setting costs besides uneven spaces, in the unit of the square of a
// space's deviation in thousandths.
const (
	costUnit      = 8000 // of a stop's penalty
	costSecond    = 30_000
	costForbidden = 1_000_000_000
	costLoosest   = 10_000_000_000
	costContrast  = 12_000
	costShortEnd  = 12_000
	costBrokenEnd = 60_000
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
	for attempt := range 4 {
		if attempt < 3 {
			f.loosest = [...]int64{looseFirst, looseThen, 1 << 30}[attempt]
			f.stops = f.q.stops(f.stops, f.p, widest, [...]effort{gentle, hard, desperate}[attempt])
		}
		f.final = attempt == 3
		end, err := f.attempt(ctx)
		if err != nil {
			return nil, err
		}
		if end >= 0 {
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
	f.active, f.next = append(f.next, f.fresh...), f.active
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
	if f.p.Align != Justify {
		return f.ragged(lack, f.width(line), last)
	}
	letters := to.endLetters - from.startLetters
	if last && lack >= 0 {
		return lineFit{ok: true, class: 1, cost: f.endCost(natural, letters)}
	}
	scaled, tracked, rest := share(lack, natural-space, f.size*Length(letters))
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

// share parts what a line lacks between the width of its letters, the white
// between them and the word spaces. Letters are scaled first, which the eye
// does not see, and tracked only when that is not enough. em is the type size
// times the number of letters.
func share(lack, ink, em Length) (scaled, tracked, rest Length) {
	micro := lack * microShare / 100
	limit := ink * maxScale / 1000
	scaled = min(max(micro, -limit), limit)
	tracked = min(max(micro-scaled, -em*minTracking/1000), em*maxTracking/1000)
	return scaled, tracked, lack - scaled - tracked
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

// endCost is the cost of a last line that is too short to stand alone.
func (f *fitter) endCost(natural Length, letters int32) int64 {
	switch {
	case letters < fewestLetters:
		return costForbidden
	case natural < f.p.Measure/12:
		return costShortEnd
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
	made := node{stop: k, prev: a, class: l.class, cost: n.cost + l.cost + s.penalty*costUnit}
	if f.p.Align != Justify {
		made.cost += s.penalty * costUnit
	}
	made.line = n.line + 1
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
		}
	}
	if d := l.class - n.class; d > 1 || d < -1 {
		made.cost += costContrast
	}
	if last && f.stops[n.stop].kind == atHyphen {
		made.cost += costBrokenEnd
	}
	for _, i := range f.fresh {
		have := &f.nodes[i]
		if have.hyphens == made.hyphens && have.class == made.class && (!f.lines || have.line == made.line) {
			if made.cost < have.cost {
				*have = made
			}
			return
		}
	}
	f.nodes = append(f.nodes, made)
	f.fresh = append(f.fresh, int32(len(f.nodes)-1))
}

func (f *fitter) noHyphen(line int) bool {
	for _, n := range f.p.NoHyphenAfter {
		if n == f.first+line {
			return true
		}
	}
	return false
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
	return best
}
