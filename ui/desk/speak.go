package desk

import (
	"fyne.io/fyne/v2/lang"

	"laurel/model"
)

// Speak says a message in the language of the program; one that counts says one
// thing otherwise than several.
func Speak(m model.Message) string {
	switch n := m.Args["Count"].(type) {
	case int:
		return lang.N(m.Text, n, m.Args)
	case float64: // of the history, as the book keeps it
		return lang.N(m.Text, int(n), m.Args)
	}
	return lang.L(m.Text, m.Args)
}
