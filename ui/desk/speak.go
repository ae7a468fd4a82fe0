package desk

import (
	"encoding/json"
	"maps"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/model"
)

// Speak says a message in the language of the program; one that counts says one
// thing otherwise than several.
func Speak(m model.Message) string {
	for name, arg := range m.Args {
		if field, ok := arg.(model.FieldWord); ok {
			m.Args = maps.Clone(m.Args)
			m.Args[name] = lang.L(string(field))
		}
	}
	if step, ok := strings.CutPrefix(m.Text, "Undo: "); ok {
		return lang.L("Undo: {{.Step}}", map[string]any{"Step": speakStep(step, m.Args)})
	}
	if step, ok := strings.CutPrefix(m.Text, "Redo: "); ok {
		return lang.L("Redo: {{.Step}}", map[string]any{"Step": speakStep(step, m.Args)})
	}
	if !counting()[m.Text] {
		return lang.L(m.Text, m.Args)
	}
	switch n := m.Args["Count"].(type) {
	case int:
		return lang.N(m.Text, n, m.Args)
	case float64: // of the history, as the book keeps it
		return lang.N(m.Text, int(n), m.Args)
	}
	return lang.L(m.Text, m.Args)
}

// speakStep says a step that was undone or redone. The book names it with a
// small letter, as English goes on after a colon; the words of other languages
// are found under the step's own name and stay as they are.
func speakStep(text string, args map[string]any) string {
	step := model.Message{Text: withFirst(text, unicode.ToUpper), Args: args}
	said := Speak(step)
	if said == step.String() {
		return withFirst(said, unicode.ToLower)
	}
	return said
}

// withFirst changes the first letter of a text.
func withFirst(text string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(change(r)) + text[size:]
}

// counting are the texts that have a form for one thing and a form for several
// in every language of the program: the toolkit fails on those that have not.
var counting = sync.OnceValue(func() map[string]bool {
	forms := map[string]bool{}
	words := assets.Translations()
	files, err := words.ReadDir("translations")
	if err != nil {
		return forms
	}
	without := map[string]bool{}
	for _, f := range files {
		var all map[string]any
		if b, err := words.ReadFile(path.Join("translations", f.Name())); err != nil || json.Unmarshal(b, &all) != nil {
			continue
		}
		for text, said := range all {
			if _, one := said.(string); one {
				without[text] = true
			} else if f.Name() == "en.json" {
				forms[text] = true
			}
		}
	}
	for text := range without {
		delete(forms, text)
	}
	return forms
})
