package ui

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/ui/desk"
)

// memory is what the program's settings keep of one book.
type memory struct {
	prefs fyne.Preferences
	book  string // its uid
}

var _ desk.Memory = memory{}

func (m memory) key(key string) string { return "book." + m.book + "." + key }

// Number gives a number kept under a key.
func (m memory) Number(key string, otherwise float64) float64 {
	return m.prefs.FloatWithFallback(m.key(key), otherwise)
}

// SetNumber keeps a number.
func (m memory) SetNumber(key string, n float64) { m.prefs.SetFloat(m.key(key), n) }

// Text gives a text kept under a key.
func (m memory) Text(key, otherwise string) string {
	return m.prefs.StringWithFallback(m.key(key), otherwise)
}

// SetText keeps a text.
func (m memory) SetText(key, text string) { m.prefs.SetString(m.key(key), text) }

// Memory gives what is remembered of the open book.
func (w *window) Memory() desk.Memory { return memory{prefs: w.app.Preferences(), book: w.info.UID} }

const memoryPlace = "place"

// keepPlace remembers where in this book one was.
func (w *window) keepPlace() {
	s := w.screens[w.current]
	if s == nil {
		return
	}
	p := s.Place()
	p.Screen, p.EditionID = w.current, w.edition
	if text, err := json.Marshal(p); err == nil {
		w.Memory().SetText(memoryPlace, string(text))
	}
}

// rememberedPlace is where one was when the book was last closed, as far as it
// is still there; People where nothing is known.
func (w *window) rememberedPlace() desk.Place {
	var p desk.Place
	if err := json.Unmarshal([]byte(w.Memory().Text(memoryPlace, "{}")), &p); err != nil {
		p = desk.Place{}
	}
	if !slices.ContainsFunc(screenMakers, func(m screenMaker) bool { return m.name == p.Screen }) {
		p.Screen = desk.People
	}
	if !slices.ContainsFunc(w.editions, func(e model.Edition) bool { return e.ID == p.EditionID }) {
		p.EditionID = ""
	}
	return p
}
