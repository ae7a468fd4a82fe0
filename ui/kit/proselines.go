package kit

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// proseBit is a part of a word that looks the same, or a sign.
type proseBit struct {
	Stretch
	text string
	icon IconName
	look Look
	sign bool
	x, w float32
}

// proseLine is a line of prose: its bits with their places.
type proseLine struct {
	start int // byte at which the line begins
	bits  []proseBit
}

func (l proseLine) meets(s Stretch) bool {
	return slices.ContainsFunc(l.bits, func(b proseBit) bool { return !b.sign && b.Start < s.End && s.Start < b.End })
}

// broken gives the lines for a width; they are kept until it or the content
// changes.
func (p *Prose) broken(width float32) []proseLine {
	if width != p.width {
		p.lines = p.breakLines(width)
		p.width = width
	}
	return p.lines
}

// proseBreaker sets words one after the other.
type proseBreaker struct {
	p     *Prose
	width float32
	space float32
	x     float32
	lines []proseLine
	cuts  []int // bytes at which the look changes
	signs []ProseSign
}

func (p *Prose) breakLines(width float32) []proseLine {
	b := &proseBreaker{p: p, width: width, space: p.widthOf(" "), signs: p.content.Signs}
	for _, m := range p.marks() {
		b.cuts = append(b.cuts, m.Start, m.End)
	}
	for _, s := range b.signs {
		b.cuts = append(b.cuts, s.At, s.At+s.Replaces)
	}
	slices.Sort(b.cuts)
	start := 0
	for paragraph := range strings.SplitSeq(p.content.Text, "\n") {
		b.paragraph(start, start+len(paragraph))
		start += len(paragraph) + 1
	}
	return b.lines
}

// marks are those of the content, and the stretch being drawn over.
func (p *Prose) marks() []ProseMark {
	if p.drag == nil {
		return p.content.Marks
	}
	return append(slices.Clone(p.content.Marks), ProseMark{*p.drag, LookChosen})
}

func (p *Prose) widthOf(text string) float32 {
	w, ok := p.widths[text]
	if !ok {
		w = p.style.Width(text)
		p.widths[text] = w
	}
	return w
}

func (b *proseBreaker) paragraph(start, end int) {
	b.lines = append(b.lines, proseLine{start: start})
	b.x = 0
	text := b.p.content.Text
	for at := start; at < end; {
		if text[at] == ' ' || text[at] == '\t' {
			at++
			continue
		}
		b.loose(at)
		word := at
		for at < end && text[at] != ' ' && text[at] != '\t' {
			at++
		}
		b.word(b.bitsOf(word, at))
	}
	b.loose(end + 1)
}

// loose sets the signs that stand before a byte as words of their own.
func (b *proseBreaker) loose(before int) {
	for len(b.signs) > 0 && b.signs[0].Replaces == 0 && b.signs[0].At < before {
		s := b.signs[0]
		b.signs = b.signs[1:]
		bit := proseBit{Stretch: Stretch{s.At, s.At}, text: s.Text, icon: s.Icon, look: LookSign, sign: true, w: b.p.widthOf(s.Text)}
		if s.Icon != "" {
			bit.w = 16
		}
		b.word([]proseBit{bit})
	}
}

// bitsOf cuts a word where its look changes, and puts a sign in place of what
// it replaces.
func (b *proseBreaker) bitsOf(start, end int) []proseBit {
	var bits []proseBit
	for at := start; at < end; {
		next := end
		if i, found := slices.BinarySearch(b.cuts, at); found || i < len(b.cuts) {
			for i < len(b.cuts) && b.cuts[i] <= at {
				i++
			}
			if i < len(b.cuts) {
				next = min(next, b.cuts[i])
			}
		}
		bit := proseBit{Stretch: Stretch{at, next}, text: b.p.content.Text[at:next], look: b.lookAt(at)}
		if len(b.signs) > 0 && b.signs[0].Replaces > 0 && b.signs[0].At <= at {
			bit.text, bit.look = b.signs[0].Text, bit.look|LookSign
			b.signs = b.signs[1:]
		}
		bit.w = b.p.widthOf(bit.text)
		bits = append(bits, bit)
		at = next
	}
	return bits
}

func (b *proseBreaker) lookAt(at int) (look Look) {
	for _, m := range b.p.marks() {
		if m.holds(at) {
			look |= m.Look
		}
	}
	return look
}

// word sets a word on the line, or on the next where it has no room. One that is
// wider than any line is divided.
func (b *proseBreaker) word(bits []proseBit) {
	var w float32
	for _, bit := range bits {
		w += bit.w
	}
	if b.x > 0 {
		if b.width > 0 && b.x+b.space+w > b.width {
			b.newLine(bits[0].Start)
		} else {
			b.x += b.space
		}
	}
	for _, bit := range bits {
		for b.width > 0 && b.x+bit.w > b.width && !bit.sign && utf8.RuneCountInString(bit.text) > 1 {
			head := b.fits(bit.text)
			if head == len(bit.text) {
				break
			}
			first := bit
			first.text, first.End = bit.text[:head], bit.Start+head
			first.w = b.p.widthOf(first.text)
			b.add(first)
			bit.text, bit.Start = bit.text[head:], bit.Start+head
			bit.w = b.p.widthOf(bit.text)
			b.newLine(bit.Start)
		}
		b.add(bit)
	}
}

// fits gives how many bytes of a text go on the line: at least one letter.
func (b *proseBreaker) fits(text string) int {
	end := 0
	for i, r := range text {
		next := i + utf8.RuneLen(r)
		if end > 0 && b.x+b.p.style.Width(text[:next]) > b.width {
			break
		}
		end = next
	}
	return end
}

func (b *proseBreaker) add(bit proseBit) {
	bit.x = b.x
	b.x += bit.w
	line := &b.lines[len(b.lines)-1]
	line.bits = append(line.bits, bit)
}

func (b *proseBreaker) newLine(start int) {
	b.lines = append(b.lines, proseLine{start: start})
	b.x = 0
}
