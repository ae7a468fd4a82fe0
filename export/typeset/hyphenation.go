package typeset

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
)

// The fewest letters that stay before and after a division. English patterns
// are made for 2 and 3, and the other languages look better with them.
const (
	lettersBefore = 2
	lettersAfter  = 3
	shortestWord  = 6
	longestWord   = 100 // what is longer is no word, and finding its syllables takes long
)

// patternFiles names the patterns of a language by its tag's beginning, the
// longer one first.
var patternFiles = []struct{ tag, file string }{
	{"en-us", "hyph-en-us.tex"},
	{"en", "hyph-en-gb.tex"},
	{"de", "hyph-de-1996.tex"},
	{"fr", "hyph-fr.tex"},
	{"es", "hyph-es.tex"},
	{"it", "hyph-it.tex"},
	{"nl", "hyph-nl.tex"},
	{"pt", "hyph-pt.tex"},
	{"sv", "hyph-sv.tex"},
	{"ru", "hyph-ru.tex"},
	{"el", "hyph-el-monoton.tex"},
	{"ka", "hyph-ka.tex"},
	{"hi", "hyph-hi.tex"},
	{"bn", "hyph-bn.tex"},
	{"pa", "hyph-pa.tex"},
	{"gu", "hyph-gu.tex"},
	{"or", "hyph-or.tex"},
	{"ta", "hyph-ta.tex"},
	{"te", "hyph-te.tex"},
	{"kn", "hyph-kn.tex"},
	{"ml", "hyph-ml.tex"},
}

// languageOf is the language whose syllables serve a word of another script
// than Latin: a Greek answer in an English book is still Greek.
var languageOf = map[language.Script]string{
	language.Cyrillic: "ru", language.Greek: "el", language.Georgian: "ka",
	language.Devanagari: "hi", language.Bengali: "bn", language.Gurmukhi: "pa", language.Gujarati: "gu", language.Oriya: "or",
	language.Tamil: "ta", language.Telugu: "te", language.Kannada: "kn", language.Malayalam: "ml",
}

// dictionaries are the hyphenation dictionaries read so far, by file.
type dictionaries struct {
	mu    sync.Mutex
	files map[string]*dictionary
}

// dictionary divides the words of one language.
type dictionary struct {
	patterns   patterns
	exceptions map[string][]int
	nouns      bool // common nouns are capitalised

	mu    sync.RWMutex
	known map[string][]uint8
}

// dictionaryFor gives the dictionary for a word of a text in a language.
func (l *Library) dictionaryFor(word, lang string) *dictionary {
	if r, _ := utf8.DecodeRuneInString(word); r >= 0x370 {
		lang = languageOf[language.LookupScript(r)]
	}
	return l.dictionary(lang)
}

// dictionary gives the dictionary of a language, nil where there is none.
func (l *Library) dictionary(lang string) *dictionary {
	if l.params.Patterns == nil {
		return nil
	}
	file := patternFile(lang)
	if file == "" {
		return nil
	}
	l.dictionaries.mu.Lock()
	defer l.dictionaries.mu.Unlock()
	d, ok := l.dictionaries.files[file]
	if !ok {
		d, _ = readDictionary(l.params.Patterns, file) // a language without patterns is set without division
		if l.dictionaries.files == nil {
			l.dictionaries.files = map[string]*dictionary{}
		}
		l.dictionaries.files[file] = d
	}
	return d
}

func patternFile(lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for _, p := range patternFiles {
		if rest, ok := strings.CutPrefix(lang, p.tag); ok && (rest == "" || rest[0] == '-') {
			return p.file
		}
	}
	return ""
}

// Hyphenates says whether words of a language can be divided, with an error
// that tells why its patterns cannot be read.
func (l *Library) Hyphenates(lang string) (bool, error) {
	file := patternFile(lang)
	if file == "" || l.params.Patterns == nil {
		return false, nil
	}
	_, err := readDictionary(l.params.Patterns, file)
	return err == nil, err
}

func readDictionary(fsys fs.FS, file string) (*dictionary, error) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("reading hyphenation patterns: %w", err)
	}
	text := withoutComments(string(b))
	patterns := group(text, `\patterns`)
	if patterns == "" {
		return nil, fmt.Errorf("reading hyphenation patterns %s: %w", file, errors.New("no \\patterns in it"))
	}
	d := &dictionary{patterns: readPatterns(patterns), exceptions: map[string][]int{}, known: map[string][]uint8{}, nouns: strings.HasPrefix(file, "hyph-de")}
	for word := range strings.FieldsSeq(group(text, `\hyphenation`)) {
		var at []int
		bytes := 0
		for part := range strings.SplitSeq(word, "-") {
			bytes += len(part)
			at = append(at, bytes)
		}
		d.exceptions[strings.ReplaceAll(word, "-", "")] = at[:len(at)-1]
	}
	return d, nil
}

// withoutComments drops TeX's comments.
func withoutComments(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.SplitSeq(text, "\n") {
		if i := strings.IndexByte(line, '%'); i >= 0 {
			line = line[:i]
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// group gives what stands in braces after a TeX command.
func group(text, command string) string {
	_, rest, found := strings.Cut(text, command)
	if !found {
		return ""
	}
	_, rest, _ = strings.Cut(rest, "{")
	inside, _, _ := strings.Cut(rest, "}")
	return inside
}

// divide gives the places (in bytes) where a word of letters may be divided.
func (d *dictionary) divide(word string) []uint8 {
	if len(word) > 4*longestWord {
		return nil
	}
	d.mu.RLock()
	at, ok := d.known[word]
	d.mu.RUnlock()
	if ok {
		return at
	}
	word = strings.Clone(word)
	at = d.syllables(word)
	d.mu.Lock()
	if len(d.known) >= generation {
		clear(d.known)
	}
	d.known[word] = at
	d.mu.Unlock()
	return at
}

// dividable says whether a word is neither a name nor an abbreviation, which
// are not divided: whether it has no capital.
func (d *dictionary) dividable(word string) bool {
	for i, r := range word {
		if unicode.IsUpper(r) && !(i == 0 && d.nouns) {
			return false
		}
	}
	return true
}

func (d *dictionary) syllables(word string) []uint8 {
	lower := strings.ToLower(word)
	if n := utf8.RuneCountInString(word); n < shortestWord || n > longestWord || len(lower) != len(word) || len(word) > 255 {
		return nil
	}
	at, known := d.exceptions[lower]
	if !known {
		at = d.patterns.divide(lower)
	}
	var out []uint8
	for _, i := range at {
		if utf8.RuneStart(word[i]) && utf8.RuneCountInString(word[:i]) >= lettersBefore && utf8.RuneCountInString(word[i:]) >= lettersAfter {
			out = append(out, uint8(i))
		}
	}
	return out
}
