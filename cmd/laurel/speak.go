package main

import (
	"fyne.io/fyne/v2/lang"

	"laurel/model"
)

// speak says a message in the user's language.
func speak(m model.Message) string {
	if m.Args == nil {
		return lang.L(m.Text)
	}
	return lang.L(m.Text, m.Args)
}
