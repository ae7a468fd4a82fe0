package main

import (
	"sync"

	"laurel/model"
	"laurel/ui/desk"
)

// speak says a message in the language of the system.
func speak(m model.Message) string {
	words()
	return desk.Speak(m)
}

// words loads the words for a command that says something: the window loads those
// of the language that was chosen in it. Without them the commands speak English.
var words = sync.OnceFunc(func() { _ = desk.LoadWords("") })
