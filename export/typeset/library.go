package typeset

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"sync"
)

// Params are what a Library is made from.
type Params struct {
	Fonts    fs.FS    // "<face ID>.ttf" at its root
	Patterns fs.FS    // "hyph-<language>.tex" of hyph-utf8; nil sets without hyphenation
	Further  []Folder // fonts of the machine, asked for the scripts that no other face has
	Default  string   // ID of the face of a Style that names none; "" is DefaultFace
}

// DefaultFace is the face of a Style that names none.
const DefaultFace = "SourceSerif4SmText-Regular"

// Library is the type case: the faces, their shaped words and the hyphenation
// patterns. It is made once and may be used by several goroutines; everything
// in it is read when it is first asked for.
type Library struct {
	params   Params
	fallback *Face // of a Style that names none

	mu     sync.Mutex
	faces  map[string]*Face
	added  []*Face         // faces of the user, asked last for missing characters
	unread map[string]bool // stand-ins that could not be read

	fountMu sync.RWMutex
	founts  map[fountKey]*fount

	dictionaries dictionaries
	further      further
}

// NewLibrary makes a Library. It fails where the default face cannot be read.
func NewLibrary(p Params) (*Library, error) {
	if p.Fonts == nil {
		return nil, errors.New("opening the type library: no fonts given")
	}
	if p.Default == "" {
		p.Default = DefaultFace
	}
	l := &Library{params: p, faces: map[string]*Face{}, unread: map[string]bool{}, founts: map[fountKey]*fount{}}
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
	return l.face(id)
}

// Add takes in a font of the user and gives its face, whose ID is the font's
// PostScript name. From then on every other face falls back on it for
// characters that the embedded faces lack. The bytes must not change afterwards.
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
	if have := l.faces[f.id]; have != nil {
		return have, nil
	}
	l.faces[f.id] = f
	l.added = append(l.added, f)
	l.fountMu.Lock()
	clear(l.founts) // what was shaped without the new face is shaped again
	l.fountMu.Unlock()
	return f, nil
}

// face gives a face, reading it the first time. l.mu is held.
func (l *Library) face(id string) (*Face, error) {
	if f := l.faces[id]; f != nil {
		return f, nil
	}
	b, err := fs.ReadFile(l.params.Fonts, id+".ttf")
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", id, err)
	}
	f, err := ParseFace(id, b)
	if err != nil {
		return nil, err
	}
	l.faces[id] = f
	return f, nil
}

// standIns gives the faces to be asked in turn for a character that f lacks.
// Each is read when its turn comes: most books need none. A smaller set of
// fonts, or one that cannot be read, stands in for less, and the character is
// reported as missing.
func (l *Library) standIns(f *Face) iter.Seq[*Face] {
	return func(yield func(*Face) bool) {
		for _, id := range fallbacks(f) {
			l.mu.Lock()
			var stand *Face
			if !l.unread[id] {
				var err error
				stand, err = l.face(id)
				l.unread[id] = err != nil
			}
			l.mu.Unlock()
			if stand != nil && stand != f && !yield(stand) {
				return
			}
		}
		l.mu.Lock()
		added := l.added
		l.mu.Unlock()
		for _, stand := range added {
			if stand != f && !yield(stand) {
				return
			}
		}
	}
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
