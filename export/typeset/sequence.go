package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sequence is a text between two forced line ends, as words and the gaps
// before them. Everything in it stands in the order of reading.
type sequence struct {
	lib    *Library
	spans  []Span
	ends   []int32  // byte where each span ends
	founts []*fount // of each span
	text   string   // of the whole paragraph

	from, to int32 // bytes of the text
	words    []word
	pieces   []piece
	base     int8 // level of the paragraph: 1 runs from right to left
	bidi     bool
	levels   []int8 // of each rune of the sequence, if bidi
	missing  []MissingGlyph
	tail     gap // white after the last word
	// keepWhite keeps the white at both ends.
	keepWhite bool
}

// word is what stands between two gaps. It may be empty, between two gaps of
// different kind.
type word struct {
	gap         gap // before it
	first, last int32
	start, end  int32 // bytes
	width       Length
	letters     int32
	dense       int32 // of which of scripts that set no space between words
	marks       mark
}

// piece is a part of a word in one style and direction.
type piece struct {
	text   string
	start  int32   // byte of the paragraph
	source []int32 // byte of the paragraph for each byte of text; nil: they run alike
	span   int32
	level  int8
	shaped *shaped
	width  Length
	// letters are the characters of the text.
	letters int32
}

// gap is white between words.
type gap struct {
	text       string // what its glyph stands for; "" is no gap
	start, end int32
	span       int32
	level      int8
	width      Length // before justification
	fixed      bool   // not changed by justification
	solid      bool   // no line ends here
}

// mark says what a word holds that line breaking looks at.
type mark uint8

const (
	hasSoftHyphen  mark = 1 << iota
	hasDamage           // bytes that are no UTF-8
	hasPunctuation      // hyphens, dashes, slashes, full stops inside
	hasDense            // scripts without word spaces
	hasDigit
)

// longestPiece bounds what is shaped at once, in bytes.
const longestPiece = 512

// span gives the number of the span in which a byte lies, from a first guess.
func (q *sequence) spanAt(at, guess int32) int32 {
	for int(guess) < len(q.ends)-1 && at >= q.ends[guess] {
		guess++
	}
	return guess
}

// read takes the text from byte from to byte to apart.
func (q *sequence) read(from, to int32) {
	q.from, q.to = from, to
	q.words, q.pieces = q.words[:0], q.pieces[:0]
	q.findLevels()
	pending := gap{}
	start, marks, letters := from, mark(0), int32(0)
	span, runeAt, firstRune := int32(0), 0, 0
	for i := from; i < to; {
		r, size := rune(q.text[i]), int32(1)
		if r >= utf8.RuneSelf {
			var n int
			r, n = utf8.DecodeRuneInString(q.text[i:to])
			size = int32(n)
			if r == utf8.RuneError && n == 1 {
				marks |= hasDamage
			}
		}
		if white(r) {
			if i > start || pending.text != "" && !pending.folds(r) {
				q.addWord(pending, start, i, span, firstRune, marks, letters)
				pending = gap{}
			}
			span = q.spanAt(i, span)
			pending = q.widen(pending, r, i, i+size, span, runeAt)
			start, marks, letters, firstRune = i+size, 0, 0, runeAt+1
		} else {
			marks |= marksOf(r)
			letters++
		}
		i += size
		runeAt++
	}
	if start < to || pending.text != "" || len(q.words) == 0 {
		q.addWord(pending, start, to, span, firstRune, marks, letters)
	}
	q.trim()
}

// trim takes away the white at both ends that no line shows.
func (q *sequence) trim() {
	q.tail = gap{}
	if n := len(q.words) - 1; n > 0 && q.words[n].first == q.words[n].last && !q.words[n].gap.solid {
		q.tail = q.words[n].gap
		q.words = q.words[:n]
	}
	if g := &q.words[0].gap; !g.solid && !q.keepWhite {
		*g = gap{}
	}
}

func (q *sequence) findLevels() {
	q.bidi, q.base = false, 0
	part := q.text[q.from:q.to]
	for _, r := range part {
		if rightToLeft(r) {
			q.bidi = true
			break
		}
	}
	if q.bidi {
		q.levels, q.base = levels([]rune(part))
	}
}

func (q *sequence) levelAt(runeAt int) int8 {
	if !q.bidi || runeAt >= len(q.levels) {
		return 0
	}
	return q.levels[runeAt]
}

func marksOf(r rune) mark {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return 0
	case r >= '0' && r <= '9':
		return hasDigit
	case r == 0xAD:
		return hasSoftHyphen
	case r < 0x80, r >= 0x2010 && r <= 0x2027, r == 0x200B:
		return hasPunctuation
	case dense(r):
		return hasDense
	}
	return 0
}

// dense says whether a character is of a script that sets no space between words.
func dense(r rune) bool {
	return r >= 0x0E00 && r <= 0x109F || r >= 0x1100 && r <= 0x11FF || r >= 0x1780 && r <= 0x17FF ||
		r >= 0x2E80 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F ||
		r >= 0xFF00 && r <= 0xFFEF || r >= 0x20000 && r <= 0x3FFFF
}

// denseIn counts the characters of such scripts, marks on them not counted.
func denseIn(text string) (n int32) {
	for _, r := range text {
		if dense(r) && !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

// addWord notes a word with the gap before it and shapes it.
func (q *sequence) addWord(g gap, start, end, span int32, runeAt int, marks mark, letters int32) {
	w := word{gap: g, first: int32(len(q.pieces)), start: start, end: end, marks: marks, letters: letters}
	span = q.spanAt(start, span)
	simple := marks&(hasSoftHyphen|hasDamage) == 0 && !q.bidi && q.spanAt(end-1, span) == span && end-start <= longestPiece
	switch {
	case start == end:
	case simple:
		q.pieces = append(q.pieces, piece{text: q.text[start:end], start: start, span: span})
	default:
		q.splitWord(start, end, span, runeAt)
	}
	w.last = int32(len(q.pieces))
	for i := w.first; i < w.last; i++ {
		q.shapePiece(&q.pieces[i])
		w.width += q.pieces[i].width
		w.dense += q.pieces[i].shaped.dense
	}
	q.words = append(q.words, w)
}

// splitWord makes the pieces of a word that changes its style or direction, or
// whose text must be mended before it can be shaped.
func (q *sequence) splitWord(start, end, span int32, runeAt int) {
	var text strings.Builder
	var source []int32
	pieceStart, level := start, q.levelAt(runeAt)
	flush := func(next int32) {
		if text.Len() > 0 {
			q.pieces = append(q.pieces, piece{text: text.String(), start: pieceStart, source: append(source, next), span: span, level: level})
		}
		text.Reset()
		source = nil
	}
	var before rune
	for i := start; i < end; runeAt++ {
		r, size := utf8.DecodeRuneInString(q.text[i:end])
		nextSpan := q.spanAt(i, span)
		if nextSpan != span || q.levelAt(runeAt) != level || text.Len() > longestPiece && q.apart(before, r, i+int32(size), end) {
			flush(i)
			pieceStart, span, level = i, nextSpan, q.levelAt(runeAt)
		}
		if r != softHyphen {
			n := text.Len()
			text.WriteRune(r)
			for range text.Len() - n {
				source = append(source, i)
			}
		}
		i += int32(size)
		before = r
	}
	flush(end)
}

// apart says whether the shape of a character, whose next begins at byte next,
// does not depend on what stands before it.
func (q *sequence) apart(before, r rune, next, end int32) bool {
	if r < 0x300 || r >= 0x2E80 && dense(r) && unicode.IsLetter(r) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(q.text[next:end])
	return syllable(before, r, after)
}

func (q *sequence) shapePiece(p *piece) {
	p.shaped = q.founts[p.span].shape(p.text, p.level&1 == 1)
	style := &q.spans[p.span].Style
	p.width = p.shaped.length(style)
	p.letters = int32(utf8.RuneCountInString(p.text))
	for _, m := range p.shaped.missing {
		q.missing = append(q.missing, MissingGlyph{Rune: m.Rune, Start: int(p.sourceOf(int32(m.Start)))})
	}
}

// sourceOf is the byte of the paragraph for a byte of the piece's text.
func (p *piece) sourceOf(at int32) int32 {
	if p.source == nil {
		return p.start + at
	}
	if int(at) < len(p.source) {
		return p.source[at]
	}
	return p.source[len(p.source)-1]
}

// textAt is the byte of the piece's text for a byte of the paragraph.
func (p *piece) textAt(source int32) int32 {
	if p.source == nil {
		return source - p.start
	}
	for i, s := range p.source {
		if s >= source {
			return int32(i)
		}
	}
	return int32(len(p.text))
}

// length is the width of shaped text in a style, before justification.
func (s *shaped) length(style *Style) Length {
	return ems(s.width, style.Size) + s.tracking(style)*Length(s.letters)
}

// tracking is the white after each letter. Letters that join have none.
func (s *shaped) tracking(style *Style) Length {
	if style.Tracking == 0 || s.joined {
		return 0
	}
	return Length(divRound(int64(style.Tracking)*int64(style.Size), 1000))
}

// ems turns millionths of an em into a length.
func ems(millionths int64, size Length) Length {
	return Length(divRound(millionths*int64(size), 1_000_000))
}
