package sample

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// planted are the people of the draft whose text is wrong on purpose.
var planted = map[string]string{"lautaro": "straight quotes and a double space", "iracema": "own name misspelt"}

// eachText calls f with every text that prints, and of whom it is.
func eachText(d *Data, f func(where, text string)) {
	for _, e := range d.Editions {
		for _, s := range append([]string{e.ListName, e.Subtitle, e.Criteria, e.Method, e.Imprint}, append(e.Questions, e.Judges...)...) {
			f(e.ID, s)
		}
		for _, p := range e.Placements {
			who := p.Organisation
			if len(p.Members) > 0 {
				who = p.Members[0].Person
			}
			f(who, p.Entry)
			f(who, p.Strapline)
			f(who, p.Citation)
			for _, m := range p.Members {
				f(who, m.Title)
				f(who, m.Organisation)
			}
			for _, a := range p.Answers {
				f(who, a.Text)
				f(who, a.Original)
			}
		}
	}
	for _, p := range d.People {
		f(p.ID, p.Name.Given)
		f(p.ID, p.Name.Family)
		if p.Photo != nil {
			f(p.ID, p.Photo.Alt)
		}
	}
	for _, o := range d.Organisations {
		f(o.ID, o.Name)
	}
}

func TestTextIsSetAsAPublisherWouldSetIt(t *testing.T) {
	bad := []string{`"`, `'`, "  ", " - ", "...", "\t", " ,", " .", "''", "``"}
	eachText(load(t), func(where, text string) {
		if planted[where] != "" {
			return
		}
		for _, b := range bad {
			if strings.Contains(text, b) {
				t.Errorf("%s: %q in %q", where, b, text)
			}
		}
		if !norm.NFC.IsNormalString(text) {
			t.Errorf("%s: not NFC: %q", where, text)
		}
		if strings.TrimSpace(text) != text {
			t.Errorf("%s: white space about %q", where, text)
		}
	})
}

func TestPlantedWordsAreThere(t *testing.T) {
	var straight, double, misspelt bool
	eachText(load(t), func(where, text string) {
		switch where {
		case "lautaro":
			straight = straight || strings.Contains(text, `"`)
			double = double || strings.Contains(text, ".  ")
		case "iracema":
			misspelt = misspelt || strings.Contains(text, "Tapajora,") || strings.Contains(text, "Tapajora ")
		}
	})
	if !straight || !double || !misspelt {
		t.Errorf("straight quotes %v, double space %v, own name misspelt %v", straight, double, misspelt)
	}
}

func TestChosenPassagesAreInTheirAnswer(t *testing.T) {
	d := load(t)
	cuts, lower, quotes := 0, 0, 0
	for _, e := range d.Editions {
		for _, p := range e.Placements {
			for _, a := range p.Answers {
				at := 0
				for _, x := range a.Excerpt {
					i := strings.Index(a.Text[at:], x)
					if i < 0 {
						t.Errorf("%s: %q is not in its answer, or not in order", e.ID, x)
						continue
					}
					at += i + len(x)
					if c := x[0]; c >= 'a' && c <= 'z' {
						lower++
					}
				}
				cuts += max(0, len(a.Excerpt)-1)
				if a.PullQuote != "" {
					quotes++
					if !strings.Contains(a.Text, a.PullQuote) {
						t.Errorf("%s: pull quote %q is not in its answer", e.ID, a.PullQuote)
					}
				}
				if a.StaleText != "" && strings.Contains(a.Text, a.StaleText) {
					t.Errorf("%s: %q is not stale", e.ID, a.StaleText)
				}
				if e.Finished && !a.Approved {
					t.Errorf("%s: an answer of %s is not approved", e.ID, p.Members[0].Person)
				}
			}
		}
	}
	if cuts < 20 || lower < 3 || quotes < 10 {
		t.Errorf("%d cuts, %d passages that begin small, %d pull quotes", cuts, lower, quotes)
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?…][’”]?\s+`)

func TestNewestEditionSaysNothingTwice(t *testing.T) {
	seen := map[string]string{}
	for i, p := range edition(t, load(t), "emea-2026").Placements {
		if len(p.Answers) < 2 {
			t.Errorf("place %d has %d answers", i+1, len(p.Answers))
		}
		words := 0
		for _, a := range p.Answers {
			words += len(strings.Fields(a.Text))
			for _, s := range sentenceEnd.Split(a.Text, -1) {
				s = strings.ToLower(strings.TrimRight(s, ".!?…’”"))
				if seen[s] != "" {
					t.Errorf("place %d says %q, as another does", i+1, s)
				}
				seen[s] = p.Status
			}
		}
		low, high := 85, 335
		if i < 10 {
			low, high = 300, 430
		}
		if words < low || words > high {
			t.Errorf("place %d has %d words", i+1, words)
		}
		if p.Rank > 0 && (p.Strapline == "" || p.Video == "") {
			t.Errorf("rank %d lacks strapline or film", p.Rank)
		}
		if n := len(strings.Fields(p.Strapline)); n > 14 {
			t.Errorf("place %d: strapline of %d words", i+1, n)
		}
	}
}

var word = regexp.MustCompile(`\pL+`)

// Whoever speaks of themselves must be spelt as they are called.
func TestOwnNamesAreSpeltRight(t *testing.T) {
	d := load(t)
	families := map[string][]string{}
	for _, p := range d.People {
		families[p.ID] = word.FindAllString(p.Name.Family, -1)
	}
	eachText(d, func(where, text string) {
		if planted[where] != "" {
			return
		}
		for _, w := range word.FindAllString(text, -1) {
			for _, f := range families[where] {
				if len(f) < 5 || w == f || slices.Contains(families[where], w) {
					continue
				}
				if d := distance([]rune(strings.ToLower(w)), []rune(strings.ToLower(f))); d <= 1 {
					t.Errorf("%s: %q looks like %q misspelt", where, w, f)
				}
			}
		}
	})
}

// distance is how many letters must change to make a of b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
