package typeset

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"
)

// Params are what a Library is made from.
type Params struct {
	Fonts    fs.FS  // "<face ID>.ttf" at its root
	Patterns fs.FS  // "hyph-<language>.tex" of hyph-utf8; nil sets without hyphenation
	Default  string // ID of the face of a Style that names none; "" is DefaultFace
}

// DefaultFace is the face of a Style that names none.
const DefaultFace = "SourceSerif4SmText-Regular"

// Library is the type case: the faces, their shaped words and the hyphenation
// patterns. It is made once and may be used by several goroutines; everything
// in it is read when it is first asked for.
type Library struct {
	params   Params
	fallback *Face // of a Style that names none

	mu    sync.Mutex
	faces map[string]*Face
	added []*Face // faces of the user, asked last for missing characters

	fountMu sync.RWMutex
	founts  map[fountKey]*fount

	dictionaries dictionaries
}

// NewLibrary makes a Library. It fails where the default face cannot be read.
func NewLibrary(p Params) (*Library, error) {
	if p.Fonts == nil {
		return nil, errors.New("opening the type library: no fonts given")
	}
	if p.Default == "" {
		p.Default = DefaultFace
	}
	l := &Library{params: p, faces: map[string]*Face{}, founts: map[fountKey]*fount{}}
	f, err := l.Face(p.Default)
	if err != nil {
		return nil, fmt.Errorf("opening the type library: %w", err)
	}
	l.fallback = f
	return l, nil
}

// Face gives the face of that ID, reading it when it is first asked for.
func (l *Library) Face(id string) (*Face, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.face(id, true)
}

// Add takes in a font of the user and gives its face, whose ID is the font's
// PostScript name. Every other face falls back on it for characters that the
// embedded faces lack, so fonts must be added before text is set.
// The bytes must not change afterwards.
func (l *Library) Add(ttf []byte) (*Face, error) {
	f, err := ParseFace("", ttf)
	if err != nil {
		return nil, err
	}
	f.id = f.metrics.postScript
	l.mu.Lock()
	defer l.mu.Unlock()
	if f.id == "" {
		f.id = fmt.Sprintf("added-%d", len(l.added)+1)
	}
	if have, ok := l.faces[f.id]; ok {
		return have, nil
	}
	l.faces[f.id] = f
	l.added = append(l.added, f)
	if err := l.link(f); err != nil {
		return nil, err
	}
	for _, other := range l.faces {
		if other != f {
			other.chain = append(other.chain[:len(other.chain):len(other.chain)], f)
		}
	}
	return f, nil
}

func (l *Library) face(id string, link bool) (*Face, error) {
	if f, ok := l.faces[id]; ok && (f.chain != nil || !link) {
		return f, nil
	}
	f := l.faces[id]
	if f == nil {
		b, err := fs.ReadFile(l.params.Fonts, id+".ttf")
		if err != nil {
			return nil, fmt.Errorf("reading font %s: %w", id, err)
		}
		if f, err = ParseFace(id, b); err != nil {
			return nil, err
		}
		l.faces[id] = f
	}
	if link {
		if err := l.link(f); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// link sets the faces that stand in for characters f lacks.
func (l *Library) link(f *Face) error {
	chain := []*Face{}
	for _, id := range fallbacks(f) {
		if id == f.id {
			continue
		}
		stand, err := l.face(id, false)
		if errors.Is(err, fs.ErrNotExist) {
			continue // a smaller set of fonts is allowed; the character is then reported
		}
		if err != nil {
			return err
		}
		chain = append(chain, stand)
	}
	for _, a := range l.added {
		if a != f {
			chain = append(chain, a)
		}
	}
	f.chain = chain
	return nil
}

// fallbacks names the stand-ins for a face: of the same weight and slope where
// there is one. Source Sans comes last, for its arrows and signs.
func fallbacks(f *Face) []string {
	weight, sans := "Regular", "SourceSans3-Regular"
	if f.Weight() >= 600 {
		weight, sans = "SemiBold", "SourceSans3-Semibold"
	}
	latin := "NotoSerif-" + weight
	if f.Italic() && weight == "Regular" {
		latin = "NotoSerif-Italic"
	}
	return []string{
		latin,
		"NotoNaskhArabic-" + weight,
		"NotoSerifHebrew-" + weight,
		"NotoSerifDevanagari-" + weight,
		sans,
	}
}
