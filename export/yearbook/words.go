package yearbook

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"laurel/model"
)

// words are the printed book's own words in its language. They belong to the
// book, not to the window: a German curator may print an English book.
type words map[string]string

// loadWords reads "<language>.json"; a language without its own file takes the
// one of its first part ("en-US": "en"), at last British English.
func loadWords(files fs.FS, language string) (words, error) {
	base, _, _ := strings.Cut(language, "-")
	for _, name := range []string{language, base, "en-GB"} {
		b, err := fs.ReadFile(files, name+".json")
		if err != nil {
			continue
		}
		w := words{}
		if err := json.Unmarshal(b, &w); err != nil {
			return nil, fmt.Errorf("reading the book's words in %s: %w", name, err)
		}
		return w, nil
	}
	return nil, fmt.Errorf("the book's words: no file for %s nor for en-GB", language)
}

// dashed puts the dash of the house between the book's own words.
func (w words) dashed(dash string) {
	for key, text := range w {
		w[key] = strings.ReplaceAll(text, spacedDash, dash)
	}
}

// say gives a word with its arguments (name, value, name, value) put in.
func (w words) say(key string, args ...string) string {
	text, ok := w[key]
	if !ok {
		text = key
	}
	for i := 0; i+1 < len(args); i += 2 {
		text = strings.ReplaceAll(text, "{"+args[i]+"}", args[i+1])
	}
	return text
}

// message says a sentence of the statistics: its British English source is the
// key under which the other languages have it.
func (w words) message(m model.Message) string {
	if text, ok := w[m.Text]; ok {
		m.Text = text
	}
	return m.String()
}

// plural gives the word for a number of things, with the number put in as the
// language writes it: "1 profile", "1,318 profiles".
func (w words) plural(key string, n int) string {
	if n == 1 || n == 0 && w["zero is one"] != "" {
		if _, ok := w[key+", one"]; ok {
			key += ", one"
		}
	}
	return w.say(key, "count", w.number(n))
}

// number writes a whole number with the language's marks between thousands.
func (w words) number(n int) string {
	text := strconv.Itoa(n)
	if n < 10_000 && w["thousands from"] == "10000" {
		return text
	}
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + w["thousands"] + text[i:]
	}
	return text
}

// count gives a number as a word up to a hundred where the language has it,
// else in figures.
func (w words) count(n int) string {
	if word, ok := w["number "+strconv.Itoa(n)]; ok {
		return word
	}
	return strconv.Itoa(n)
}

// date writes a day of the calendar ("2026-09-24") as the language does; what
// is no such day stays as it is.
func (w words) date(text string) string {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	month, ok := w["month "+strconv.Itoa(int(day.Month()))]
	if !ok {
		return text
	}
	return w.say("date", "day", strconv.Itoa(day.Day()), "month", month, "year", strconv.Itoa(day.Year()))
}
