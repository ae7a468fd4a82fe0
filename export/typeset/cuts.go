package typeset

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// cut is a place inside a word where a line may end.
type cut struct {
	piece, at int32 // byte of the piece's text, 0 is before the piece
	kind      ending
	penalty   int64
}

// ending is how a line ends.
type ending uint8

const (
	atSpace    ending = iota
	atHyphen          // a hyphen is added
	atMark            // after a hyphen of the text
	atPlace           // nothing is added and nothing seen: after a slash, between ideographs
	atTextEnd         // the end of the paragraph or a forced line end
	atAnything        // torn because it fits no line
)

// What a line end costs, in the unit of badness.
const (
	costHyphen      = 55 // added
	costShortHyphen = 95 // added, with two letters before or three after
	costSoftHyphen  = 30 // the writer offered it
	costMark        = 35
	costNameMark    = 120 // at the hyphen of a double name
	costDash        = 15
	costURL         = 40
	costSyllable    = 40  // where a dictionary would be needed to know the words
	costInCompound  = 100 // besides the hyphen
	costOpeningWord = 150 // besides the hyphen
	costRange       = 400 // in "2022–2024"

	// As dear as word spaces twice their width: a name is whole up to there.
	costNameHyphen = 3_000
	// Dearer than the loosest line: only taken where a word fits no line.
	costTorn = 20_000_000
)

// effort is how far line breaking goes to fill its lines.
type effort uint8

const (
	gentle    effort = iota // syllables of plain words, and the marks in compounds
	hard                    // also syllables within compounds and of a sentence's first word
	desperate               // also lone names
	tearing                 // also what is wider than its line, anywhere
)

// cuts appends the places where word i may be divided; wide says that it is
// wider than a line.
func (q *sequence) cuts(out []cut, i int, p *Paragraph, e effort, wide bool) []cut {
	w := &q.words[i]
	if w.first == w.last {
		return out
	}
	switch {
	case w.marks&hasSoftHyphen != 0:
		out = q.softCuts(out, w)
	case w.marks&hasDense != 0:
		out = q.denseCuts(out, w)
	}
	if w.marks&hasPunctuation != 0 {
		out = q.markCuts(out, w)
	}
	if e < tearing {
		wide = false
	}
	if (p.Hyphenate || wide) && w.marks&(hasSoftHyphen|hasDense|hasDamage) == 0 && w.last == w.first+1 {
		out = q.hyphenCuts(out, i, e, wide)
	}
	if wide {
		out = q.tears(out, w)
	}
	return inOrder(out)
}

// softCuts are the soft hyphens of the writer.
func (q *sequence) softCuts(out []cut, w *word) []cut {
	for at := w.start; at < w.end; {
		i := strings.IndexRune(q.text[at:w.end], softHyphen)
		if i < 0 {
			break
		}
		at += int32(i) + 2
		if c, ok := q.cutAt(w, at); ok {
			c.kind, c.penalty = atHyphen, costSoftHyphen
			out = append(out, c)
		}
	}
	return out
}

// cutAt finds the place in a word's pieces of a byte of the paragraph.
func (q *sequence) cutAt(w *word, source int32) (cut, bool) {
	if source <= w.start || source >= w.end {
		return cut{}, false
	}
	for i := w.first; i < w.last; i++ {
		p := &q.pieces[i]
		if i+1 < w.last && source >= q.pieces[i+1].start {
			continue
		}
		at := p.textAt(source)
		if at <= 0 && i == w.first || int(at) >= len(p.text) {
			return cut{}, false
		}
		return cut{piece: i, at: at}, true
	}
	return cut{}, false
}

// denseCuts are the line ends that Unicode Standard Annex 14 finds in scripts
// that set no space between words, and the surest of the syllables in those for
// which it asks for a dictionary.
func (q *sequence) denseCuts(out []cut, w *word) []cut {
	text := []rune(q.text[w.start:w.end])
	var s segmenter.Segmenter
	s.Init(text)
	at := w.start
	for it := s.LineIterator(); it.Next(); {
		for _, r := range it.Line().Text {
			at += int32(max(utf8.RuneLen(r), 1))
		}
		if c, ok := q.cutAt(w, at); ok {
			c.kind = atPlace
			out = append(out, c)
		}
	}
	var before rune
	for at, r := range q.text[w.start:w.end] {
		from := w.start + int32(at)
		next, _ := utf8.DecodeRuneInString(q.text[min(from+int32(utf8.RuneLen(r)), w.end):w.end])
		if syllable(before, r, next) {
			if c, ok := q.cutAt(w, from); ok {
				c.kind, c.penalty = atPlace, costSyllable
				out = append(out, c)
			}
		}
		before = r
	}
	return out
}

// syllable says whether a syllable of Thai, Lao, Khmer or Burmese surely begins
// with r. In Thai and Lao a vowel that is written before its consonant begins
// one and some that are written after it end one; in Khmer a consonant begins
// one that has a vowel and is not stacked; in Burmese every consonant that is
// neither stacked nor closes one by its mark (asat).
func syllable(before, r, next rune) bool {
	switch {
	case r >= 0x0E40 && r <= 0x0E44, r >= 0x0EC0 && r <= 0x0EC4:
		return before >= 0x0E01 && before <= 0x0EDF && before != r
	case before == 0x0E30, before == 0x0E33, before == 0x0EB0, before == 0x0EB3:
		return r >= 0x0E01 && r <= 0x0E2E || r >= 0x0E81 && r <= 0x0EAE
	case r >= 0x1780 && r <= 0x17A2:
		return before >= 0x1780 && before <= 0x17D1 && (next >= 0x17B6 && next <= 0x17C5)
	case r >= 0x1000 && r <= 0x1021:
		return before >= 0x1000 && before <= 0x109F && before != 0x1039 && next != 0x1039 && next != 0x103A
	}
	return false
}

// markCuts are the line ends after hyphens, dashes and, in addresses, at the
// marks that part them.
func (q *sequence) markCuts(out []cut, w *word) []cut {
	text := q.text[w.start:w.end]
	address := isAddress(text)
	var before rune
	for i, r := range text {
		at := i + utf8.RuneLen(r)
		if r == utf8.RuneError || at >= len(text) || i == 0 {
			before = r
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at:])
		kind, cost := q.markCut(text, i, at, r, before, next, address)
		if kind != atSpace {
			if c, ok := q.cutAt(w, w.start+int32(at)); ok {
				c.kind, c.penalty = kind, cost
				out = append(out, c)
			}
		}
		before = r
	}
	return out
}

// markCut says how a line may end after the character r of a word; atSpace
// means that it may not.
func (q *sequence) markCut(text string, i, at int, r, before, next rune, address bool) (ending, int64) {
	if address {
		switch r {
		case '/', '.', '-', '?', '&', '=', '#', '_', '@', '%', '+', '~', ':', ',':
			if next == '/' || !wordly(next) || len(text)-at < 3 || i < 3 {
				return atSpace, 0
			}
			return atPlace, costURL
		}
		return atSpace, 0
	}
	switch r {
	case '-', 0x2010:
		if !wordly(before) || !wordly(next) || i < 2 || len(text)-at < 2 || unicode.IsDigit(next) {
			return atSpace, 0
		}
		if unicode.IsUpper(next) {
			return atMark, costNameMark
		}
		return atMark, costMark
	case '–', '—':
		if !wordly(next) && next != '‘' && next != '“' {
			return atSpace, 0
		}
		if unicode.IsDigit(before) && unicode.IsDigit(next) {
			return atPlace, costRange
		}
		return atPlace, costDash
	case '…', '/':
		if !wordly(before) || !wordly(next) {
			return atSpace, 0
		}
		return atPlace, costMark
	case 0x200B:
		return atPlace, 0
	}
	return atSpace, 0
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isAddress says whether a word is the address of a page or a mailbox.
func isAddress(w string) bool {
	if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") {
		return true
	}
	dot := strings.LastIndexByte(strings.TrimRight(w, ".,;:!?)”’"), '.')
	if dot <= 0 || dot+2 >= len(w) || !unicode.IsLower(rune(w[dot+1])) && !strings.Contains(w, "/") {
		return false
	}
	return strings.IndexByte(w, '@') > 0 || strings.IndexByte(w[:dot], '.') > 0 || strings.IndexByte(w, '/') > dot
}

// hyphenCuts are the syllables of the letters in a word.
func (q *sequence) hyphenCuts(out []cut, i int, e effort, wide bool) []cut {
	w := &q.words[i]
	p := &q.pieces[w.first]
	style := &q.spans[p.span].Style
	if len(p.text) < shortestWord || style.NoHyphen && !wide {
		return out
	}
	compound := len(out) > 0
	if !wide && (w.marks&hasDigit != 0 || compound && e < hard) || isAddress(p.text) {
		return out
	}
	if !wide && i > 0 && q.bound(i) { // a name after its title, a unit after its number
		return out
	}
	for from, to := range letterRuns(p.text) {
		word := p.text[from:to]
		d := q.lib.dictionaryFor(word, style.Lang)
		if d == nil {
			continue
		}
		cost := int64(0)
		if compound {
			cost = costInCompound
		}
		if !d.dividable(word) {
			switch {
			case wide:
				cost = costTorn / 8 // several hyphens before one tear
			case e >= desperate && q.alone(i):
				cost = costNameHyphen
			case e == hard && from == strings.IndexFunc(p.text, unicode.IsLetter) && d.dividable(lowerFirst(word)) && q.opens(i):
				cost = costOpeningWord
			default:
				continue
			}
		}
		for _, at := range d.divide(word) {
			out = append(out, cut{piece: w.first, at: int32(from) + int32(at), kind: atHyphen, penalty: cost + hyphenCost(word, int(at))})
		}
	}
	return out
}

// letterRuns gives the parts of a word that are letters, by their bytes.
func letterRuns(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		from := -1
		for i, r := range text {
			letter := unicode.IsLetter(r) || from >= 0 && unicode.Is(unicode.M, r)
			switch {
			case letter && from < 0:
				from = i
			case !letter && from >= 0:
				if !yield(from, i) {
					return
				}
				from = -1
			}
		}
		if from >= 0 {
			yield(from, len(text))
		}
	}
}

func lowerFirst(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return strings.ToLower(w[:n]) + w[n:]
}

// opens says whether word i begins a sentence: only there does a capital say
// nothing of a name.
func (q *sequence) opens(i int) bool {
	if i == 0 {
		return true
	}
	w := &q.words[i-1]
	before := q.text[w.start:w.end]
	if initial(before) || boundForward[before] {
		return false
	}
	before = strings.TrimRight(before, "”’\"')]")
	r, _ := utf8.DecodeLastRuneInString(before)
	return r == '.' || r == '?' || r == '!' || r == '…' || r == ':'
}

// alone says whether a capitalised word stands without another or a title
// beside it: a place rather than a person, and a lesser loss when divided.
func (q *sequence) alone(i int) bool {
	if i > 0 {
		w := &q.words[i-1]
		if capital(strings.TrimLeft(q.text[w.start:w.end], "(‘“")) {
			return false
		}
	}
	if i+1 < len(q.words) {
		w := &q.words[i+1]
		return !capital(q.text[w.start:w.end])
	}
	return true
}

func hyphenCost(word string, at int) int64 {
	if at <= lettersBefore || len(word)-at <= lettersAfter {
		return costShortHyphen
	}
	return costHyphen
}

// tears are all places between characters, for a word that is wider than any line.
func (q *sequence) tears(out []cut, w *word) []cut {
	for i := w.first; i < w.last; i++ {
		p := &q.pieces[i]
		if i > w.first {
			out = append(out, cut{piece: i, kind: atAnything, penalty: costTorn})
		}
		for k := range p.shaped.glyphs {
			g := &p.shaped.glyphs[k]
			if g.first && g.start > 0 {
				out = append(out, cut{piece: i, at: g.start, kind: atAnything, penalty: costTorn})
			}
		}
	}
	return out
}

// inOrder sorts the places of one word and keeps the cheapest of equal ones.
func inOrder(cuts []cut) []cut {
	less := func(a, b cut) bool {
		if a.piece != b.piece {
			return a.piece < b.piece
		}
		if a.at != b.at {
			return a.at < b.at
		}
		return a.penalty < b.penalty
	}
	sorted := true
	for i := 1; i < len(cuts) && sorted; i++ {
		sorted = less(cuts[i-1], cuts[i])
	}
	if !sorted {
		slices.SortFunc(cuts, func(a, b cut) int {
			switch {
			case less(a, b):
				return -1
			case less(b, a):
				return 1
			}
			return 0
		})
	}
	return slices.CompactFunc(cuts, func(a, b cut) bool { return a.piece == b.piece && a.at == b.at })
}
