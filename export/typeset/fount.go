package typeset

import (
	"strings"
	"sync"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// fountKey is what shaping depends on; the size does not matter to it.
type fountKey struct {
	face     *Face
	features string
	lang     string
	loose    bool
}

// fount is a face with its features and language, and the words already shaped in it.
type fount struct {
	fountKey
	library  *Library
	shaping  []harfbuzz.Feature
	language language.Language

	mu    sync.RWMutex
	young [2]map[string]*shaped // by direction
	old   [2]map[string]*shaped
}

// Words are kept in two generations: when the young one is full it becomes the
// old one, and what nobody asks for again is forgotten with it.
const (
	generation  = 16 << 10
	longestKept = 96 // bytes; longer words do not come again
)

// shaped is a run of text as glyphs, in font units so that it serves every size.
type shaped struct {
	text    string
	glyphs  []shape
	width   int64 // in millionths of an em
	letters int   // clusters
	dense   int32 // of which of scripts that set no space between words
	missing []MissingGlyph
	joined  bool // letters join: no tracking
}

// shape is a glyph of a shaped run, in visual order.
type shape struct {
	face         *Face
	advance      int32 // all in font units of face
	dx, dy       int32
	start, end   int32 // what the cluster shows: bytes of the run's text
	gid          uint16
	size         uint16 // of the type, in thousandths of the asked size
	first, final bool   // of its cluster
	speaks       bool   // carries the text of its cluster
}

// width of a shape in millionths of an em.
func (g *shape) width() int64 {
	return int64(g.advance) * 1000 * int64(g.size) / int64(g.face.upem)
}

func (l *Library) fount(s Style) *fount {
	k := s.fountKey(l.fallback)
	l.fountMu.RLock()
	f := l.founts[k]
	l.fountMu.RUnlock()
	if f != nil {
		return f
	}
	l.fountMu.Lock()
	defer l.fountMu.Unlock()
	if f = l.founts[k]; f == nil {
		f = &fount{fountKey: k, library: l, shaping: parseFeatures(k.features, k.loose), language: language.NewLanguage(k.lang)}
		for i := range f.young {
			f.young[i] = map[string]*shaped{}
		}
		l.founts[k] = f
	}
	return f
}

// shape gives the glyphs of a text without line breaks or changes of direction.
func (f *fount) shape(text string, rtl bool) *shaped {
	dir := 0
	if rtl {
		dir = 1
	}
	f.mu.RLock()
	s, aged := f.young[dir][text], false
	if s == nil {
		s = f.old[dir][text]
		aged = s != nil
	}
	f.mu.RUnlock()
	if s != nil && !aged {
		return s
	}
	if s == nil {
		s = f.shapeNew(strings.Clone(text), rtl)
	}
	if len(text) > longestKept {
		return s
	}
	f.mu.Lock()
	if len(f.young[dir]) >= generation {
		f.old[dir] = f.young[dir]
		f.young[dir] = map[string]*shaped{}
	}
	f.young[dir][s.text] = s
	f.mu.Unlock()
	return s
}

// at gives the width up to a byte of the text, in millionths of an em. A place
// within a ligature takes its share of it.
func (s *shaped) at(off int32) int64 {
	var w int64
	for i := range s.glyphs {
		g := &s.glyphs[i]
		switch {
		case g.end <= off:
			w += g.width()
		case g.start < off:
			w += g.width() * int64(off-g.start) / int64(g.end-g.start)
		}
	}
	return w
}
