package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkWords looks at the words of an entry that print.
func (c *checker) checkWords(p *Placement) {
	for i, m := range p.Members {
		title, organisation := FieldTitle, FieldOrganisation
		if len(p.Members) > 1 {
			title, organisation = MemberField(title, i), MemberField(organisation, i)
		}
		c.checkText(p, title, "", m.Title)
		c.checkText(p, organisation, "", m.Organisation)
	}
	c.checkHidden(p, FieldName, p.EntryName)
	for i, m := range p.Members {
		field := FieldName
		if len(p.Members) > 1 {
			field = MemberField(field, i)
		}
		c.checkHidden(p, field, m.Name.Full())
	}
	c.checkText(p, FieldStrapline, "", p.Strapline)
	c.checkText(p, FieldCitation, "", p.Citation)
	c.checkNames(p, FieldStrapline, "", p.Strapline)
	c.checkNames(p, FieldCitation, "", p.Citation)
	for _, a := range p.Answers {
		c.checkText(p, FieldQuestion, a.ID, a.Question)
		text := a.Printed()
		c.checkText(p, FieldAnswer, a.ID, text)
		c.checkNames(p, FieldAnswer, a.ID, text)
	}
}

// checkText finds what the house style never prints: of each kind the first.
func (c *checker) checkText(p *Placement, field string, record ID, text string) {
	told := map[ProblemKind]bool{}
	writing := c.s.Yearbook.Writing()
	for _, slip := range writing.Slips(text) {
		if told[slip.Kind] {
			continue
		}
		told[slip.Kind] = true
		what, remedy := writing.Say(slip)
		c.note(p, Warning, slip.Kind, field, record, what, remedy)
	}
}

// checkHidden finds signs in a name that turn the direction of writing; the
// rest of the house style is not for names.
func (c *checker) checkHidden(p *Placement, field, text string) {
	if found := hiddenSlips(text); len(found) > 0 {
		what, remedy := Writing{}.Say(found[0])
		c.note(p, Warning, ProblemHiddenSign, field, "", what, remedy)
	}
}

// checkNames finds near misses of the members' own names in their text.
func (c *checker) checkNames(p *Placement, field string, record ID, text string) {
	for _, m := range p.Members {
		for _, w := range Misspelt(m.Name, text) {
			c.note(p, Warning, ProblemNameMisspelt, field, record,
				Say("Name spelled differently: “{{.Word}}”", "Word", w), Say("Correct the text, or leave it if it is somebody else."))
		}
	}
}

// nearMiss is a word of a text that looks like a misspelling, and what is meant.
type nearMiss struct {
	Range
	meant string
}

// nameWord is a word of a text that could be a name.
type nameWord struct {
	Range
	text string
}

// first says whether a word of a text begins a sentence, so that its capital
// says nothing.
func (w nameWord) first(text string) bool {
	before := strings.TrimRightFunc(text[:w.Start], func(r rune) bool { return opens(r) || unicode.IsSpace(r) && r != '\n' })
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || last == '\n' || terminal(last) || closes(last)
}

// Misspelt gives the words of a text that look like misspellings of a person's
// own name: a letter wrong beside the other half of the name, or by itself in a
// long name; or the accents left out. It looks at Latin letters only: other
// scripts inflect names.
func Misspelt(n Name, text string) []string {
	var found []string
	for _, m := range misspelt(n, text) {
		if w := text[m.Start:m.End]; !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	return found
}

func misspelt(n Name, text string) []nearMiss {
	families := strings.Fields(n.Family)
	var given string
	if g := strings.Fields(n.Given); len(g) > 0 {
		given = g[0]
	}
	words := nameWordsOf(text)
	var found []nearMiss
	at := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return words[i].text
	}
	for i, w := range words {
		if !startsUpper(w.text) {
			continue // quickly: most words
		}
		meant := ""
		if unlike(text, w, given, func() bool {
			return slices.ContainsFunc(families, func(f string) bool { return isOrNear(at(i+1), f) })
		}) {
			meant = given
		}
		for _, f := range families {
			if meant == "" && unlike(text, w, f, func() bool { return isOrNear(at(i-1), given) }) {
				meant = f
			}
		}
		if meant != "" && !ownWord(n, w.text) {
			found = append(found, nearMiss{w.Range, meant})
		}
	}
	return found
}

// mostUnlike is by how many bytes a misspelt name may be longer or shorter: two
// letters, or some accents, in UTF-8.
const mostUnlike = 8

// unlike says whether a word of a text is meant to be a part of a name and is not spelt
// like it. beside tells that the other part stands next to it.
func unlike(text string, w nameWord, part string, beside func() bool) bool {
	if d := len(w.text) - len(part); d > mostUnlike || -d > mostUnlike {
		return false // quickly
	}
	if w.text == part || !startsUpper(part) || !isLatin(part) || !isLatin(w.text) {
		return false
	}
	length := utf8.RuneCountInString(part)
	if Fold(w.text) == Fold(part) {
		return length > 3 && accents(w.text) < accents(part) && strings.ToUpper(w.text) != w.text
	}
	return NearName(w.text, part) && (length > 5 && !w.first(text) || beside())
}

func isOrNear(word, part string) bool {
	return word != "" && part != "" && (Fold(word) == Fold(part) || NearName(word, part))
}

// ownWord says whether a word is one of the name as it is printed.
func ownWord(n Name, word string) bool {
	for _, w := range strings.Fields(n.Display()) {
		if w == word || w+"s" == word || w+"es" == word {
			return true
		}
	}
	return false
}

// accents counts the letters that are more than plain ones.
func accents(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x80 && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func isLatin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}

// nameWordsOf divides a text into words without the "’s" at their end.
func nameWordsOf(text string) []nameWord {
	var out []nameWord
	inside := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.Is(unicode.M, r) || r == '-' || r == '’' || r == '\''
	}
	for at := 0; at < len(text); {
		start := strings.IndexFunc(text[at:], inside)
		if start < 0 {
			break
		}
		start += at
		end := strings.IndexFunc(text[start:], func(r rune) bool { return !inside(r) })
		if end < 0 {
			end = len(text) - start
		}
		at = start + end
		word := strings.Trim(text[start:at], "-’'")
		start += strings.Index(text[start:at], word)
		for _, s := range []string{"’s", "'s"} {
			word = strings.TrimSuffix(word, s)
		}
		out = append(out, nameWord{Range{start, start + len(word)}, word})
	}
	return out
}
