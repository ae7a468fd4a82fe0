package typeset

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"
)

// shaper is what one goroutine needs to shape; HarfBuzz's own values cannot be shared.
type shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
}

var shapers = sync.Pool{New: func() any {
	return &shaper{buffer: harfbuzz.NewBuffer(), fonts: map[*Face]*harfbuzz.Font{}}
}}

func (s *shaper) font(f *Face) *harfbuzz.Font {
	hf := s.fonts[f]
	if hf == nil {
		hf = harfbuzz.NewFont(font.NewFace(f.font))
		s.fonts[f] = hf
	}
	return hf
}

// stretch is a part of a run that one face shows in one script.
type stretch struct {
	face     *Face
	script   language.Script
	from, to int // runes
	missing  bool
}

// tallest is the height from the highest to the lowest stroke of a script that
// lines of text bear, in thousandths of an em.
const tallest = 1750

func (f *fount) shapeNew(text string, rtl bool) *shaped {
	runes := []rune(text)
	offsets := make([]int32, len(runes)+1)
	at := 0
	for i, r := range runes {
		offsets[i] = int32(at)
		at += utf8.RuneLen(r)
	}
	offsets[len(runes)] = int32(at)

	out := &shaped{text: text, glyphs: make([]shape, 0, len(runes))}
	parts := f.stretches(runes)
	for i := range parts {
		part := parts[i]
		if rtl {
			part = parts[len(parts)-1-i]
		}
		if joins(part.script) {
			out.joined = true
		}
		if part.missing || !f.shapeStretch(out, runes, offsets, part, rtl) {
			f.boxes(out, runes, offsets, part, rtl)
		}
	}
	for i := range out.glyphs {
		out.width += out.glyphs[i].width()
		if out.glyphs[i].final {
			out.letters++
			if out.denseAt(out.glyphs[i].start) {
				out.dense++
			}
		}
	}
	return out
}

// denseAt says whether the character at a byte is of a script that sets no space
// between words.
func (s *shaped) denseAt(at int32) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return dense(r)
}

// stretches divides a run by face and script. A letter and the marks on it are
// never parted.
func (f *fount) stretches(runes []rune) []stretch {
	var out []stretch
	var script language.Script
	tower := false // the cluster was cut off: what follows is set beside it, not on top
	for from := 0; from < len(runes); {
		to := clusterEnd(runes, from)
		if s := scriptOf(runes[from:to]); s != 0 {
			script = s
		}
		face, ok := f.faceFor(runes[from:to])
		n := len(out)
		if n > 0 && !tower && out[n-1].face == face && out[n-1].missing == !ok && (out[n-1].script == script || out[n-1].script == 0) {
			out[n-1].to, out[n-1].script = to, script
		} else {
			out = append(out, stretch{face: face, script: script, from: from, to: to, missing: !ok})
		}
		tower = to-from == mostMarks
		from = to
	}
	for i := range out {
		if out[i].script == 0 {
			out[i].script = language.Latin
		}
	}
	return out
}

// mostMarks are the characters that make one on the page: a family of four in four
// colours of skin has eleven.
const mostMarks = 16

// clusterEnd is where the character that begins at from ends with its marks,
// joiners and variation selectors. It is cut off where no writing goes on, so
// that hostile towers of marks stay cheap, and low.
func clusterEnd(runes []rune, from int) int {
	to := from + 1
	for to < len(runes) && to-from < mostMarks {
		r := runes[to]
		if r < 0x300 {
			break
		}
		joined := runes[to-1] == 0x200D && r > 0x7F
		if !joined && !unicode.Is(unicode.M, r) && r != 0x200D && r != 0x200C && !(r >= 0x1F3FB && r <= 0x1F3FF) {
			break
		}
		to++
	}
	return to
}

func scriptOf(cluster []rune) language.Script {
	for _, r := range cluster {
		if r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z') {
			continue
		}
		switch s := language.LookupScript(r); s {
		case language.Common, language.Inherited, language.Unknown:
		default:
			return s
		}
	}
	return 0
}

// faceFor chooses the face that shows a whole cluster; ok is false where none can.
func (f *fount) faceFor(cluster []rune) (face *Face, ok bool) {
	if f.face.shows(cluster) {
		return f.face, true
	}
	for stand := range f.library.standIns(f.face) {
		if stand.shows(cluster) {
			return stand, true
		}
	}
	if len(f.library.params.Further) > 0 {
		if stand := f.library.furtherFace(cluster); stand != nil {
			return stand, true
		}
	}
	return f.face, false
}

// shows says whether the face has every character of a cluster, as it stands
// or composed.
func (f *Face) shows(cluster []rune) bool {
	if len(cluster) == 1 {
		return f.has(cluster[0])
	}
	all := true
	for _, r := range cluster {
		all = all && f.has(r)
	}
	if all {
		return true
	}
	composed := norm.NFC.String(string(cluster))
	if composed == string(cluster) {
		return false
	}
	for _, r := range composed {
		if !f.has(r) {
			return false
		}
	}
	return true
}

func (f *Face) has(r rune) bool {
	if r == unicode.ReplacementChar {
		return false // it stands for a damaged text: always reported
	}
	if harfbuzz.IsDefaultIgnorable(r) {
		return true // shown by nothing
	}
	if unicode.Is(unicode.Cc, r) {
		return false
	}
	g, ok := f.NominalGlyph(r)
	return ok && g != 0
}

// joins names the scripts whose letters are one stroke or hang from one line.
func joins(s language.Script) bool {
	switch s {
	case language.Arabic, language.Syriac, language.Mongolian, language.Nko, language.Devanagari, language.Bengali, language.Gurmukhi:
		return true
	}
	return false
}

// shapeStretch shapes one stretch and says whether it could: a broken font of
// the user may bring the shaper down.
func (f *fount) shapeStretch(out *shaped, runes []rune, offsets []int32, part stretch, rtl bool) (ok bool) {
	before := len(out.glyphs)
	s, _ := shapers.Get().(*shaper)
	defer func() {
		if r := recover(); r != nil { // the shaper is not given back: its state is unknown
			out.glyphs = out.glyphs[:before]
			ok = false
			return
		}
		shapers.Put(s)
	}()
	b := s.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Language: f.language, Script: part.script, Direction: harfbuzz.LeftToRight}
	if rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.AddRunes(runes, part.from, part.to-part.from)
	b.Shape(s.font(part.face), f.shaping)
	if len(b.Info) == 0 {
		return false
	}
	size := f.standInSize(part)
	for i := range b.Info {
		if b.Info[i].Glyph > 0xFFFF {
			out.glyphs = out.glyphs[:before]
			return false
		}
		c := b.Info[i].Cluster
		first := i == 0 || b.Info[i-1].Cluster != c
		g := shape{
			face: part.face, gid: uint16(b.Info[i].Glyph), size: size, start: offsets[c], first: first,
			final:   i+1 == len(b.Info) || b.Info[i+1].Cluster != c,
			advance: b.Pos[i].XAdvance, dx: b.Pos[i].XOffset, dy: b.Pos[i].YOffset,
		}
		out.glyphs = append(out.glyphs, g)
	}
	closeClusters(out.glyphs[before:], offsets[part.from], offsets[part.to], rtl)
	giveVoice(out.glyphs[before:])
	return true
}

// giveVoice lets the widest glyph of each cluster carry its text: a reader of
// the page takes a text to be as wide as its glyph, and sees gaps elsewhere.
func giveVoice(glyphs []shape) {
	widest := 0
	for i := range glyphs {
		if glyphs[i].first || glyphs[i].advance > glyphs[widest].advance {
			widest = i
		}
		if glyphs[i].final {
			glyphs[widest].speaks = true
		}
	}
}

// closeClusters finds where each cluster ends: where the next in reading begins.
func closeClusters(glyphs []shape, start, end int32, rtl bool) {
	if len(glyphs) == 0 {
		return
	}
	next := end
	for k := range glyphs {
		i := len(glyphs) - 1 - k
		if rtl {
			i = k
		}
		g := &glyphs[i]
		g.end = next
		last := k+1 == len(glyphs)
		if last {
			break
		}
		before := i - 1
		if rtl {
			before = i + 1
		}
		if glyphs[before].start != g.start {
			next = g.start
		}
	}
	if rtl {
		glyphs[len(glyphs)-1].start = start
		for i := len(glyphs) - 2; i >= 0 && !glyphs[i].final; i-- {
			glyphs[i].start = start
		}
		return
	}
	for i := range glyphs {
		glyphs[i].start = start
		if glyphs[i].final {
			break
		}
	}
}

// standInSize makes a stand-in as large to the eye as the face it stands in
// for, by the height of the small letters. Scripts that have none keep their
// size, unless they stack so high that they would not fit between the lines.
func (f *fount) standInSize(part stretch) uint16 {
	if part.face == f.face {
		return 1000
	}
	if part.script != language.Latin && part.script != language.Greek && part.script != language.Cyrillic {
		tall := (part.face.Ascent() - part.face.Descent()) * 1000 / part.face.upem
		return uint16(min(max(tallest*1000/max(tall, 1), 700), 1000))
	}
	want := f.face.XHeight() * 1000 / f.face.upem
	have := part.face.XHeight() * 1000 / part.face.upem
	return uint16(min(max(want*1000/max(have, 1), 850), 1100))
}

// boxes sets each character of a stretch that no face shows as a box and notes it.
func (f *fount) boxes(out *shaped, runes []rune, offsets []int32, part stretch, rtl bool) {
	box := f.box()
	before := len(out.glyphs)
	for i := part.from; i < part.to; i++ {
		if harfbuzz.IsDefaultIgnorable(runes[i]) && len(out.glyphs) > before {
			out.glyphs[len(out.glyphs)-1].end = offsets[i+1]
			continue
		}
		out.glyphs = append(out.glyphs, shape{
			face: box.face, gid: box.gid, advance: int32(box.face.GlyphAdvance(box.gid)), size: 1000,
			start: offsets[i], end: offsets[i+1], first: true, final: true, speaks: true,
		})
		out.missing = append(out.missing, MissingGlyph{Rune: runes[i], Start: int(offsets[i])})
	}
	if rtl {
		slices.Reverse(out.glyphs[before:])
	}
}

// box is the glyph that stands for a missing one: the font's own, if it draws
// something, else a white square.
func (f *fount) box() faceGlyph {
	if g, ok := f.face.box(); ok {
		return g
	}
	for stand := range f.library.standIns(f.face) {
		if g, ok := stand.box(); ok {
			return g
		}
	}
	return faceGlyph{f.face, 0}
}

func (f *Face) box() (faceGlyph, bool) {
	if _, _, _, _, ok := f.GlyphBox(0); ok && f.GlyphAdvance(0) > 0 {
		return faceGlyph{f, 0}, true
	}
	g, ok := f.NominalGlyph('□')
	return faceGlyph{f, g}, ok
}

// faceGlyph is a glyph of a face.
type faceGlyph struct {
	face *Face
	gid  uint16
}
