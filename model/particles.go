package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// particles stand between given and family name, mostly with a small letter.
var particles = setOf("van", "der", "den", "de", "het", "ter", "ten", "te", "tot", "von", "zu", "zur", "zum", "vom", "am", "auf",
	"la", "las", "le", "les", "los", "lo", "du", "des", "di", "del", "della", "dello", "delle", "dei", "degli", "da", "dal", "dalla", "dalle", "do", "dos", "das",
	"bin", "ibn", "bint", "binti", "binte", "ben", "bat", "abu", "umm", "af", "av", "'t", "’t", "op", "in", "aan", "el", "al", "ap", "ab", "ferch",
	"بن", "ابن", "بنت", "ابو", "آل", "בן", "בת", "אבו")

// capitalParticles count also with a capital; the others are names then
// ("Ben", "Do", "In").
var capitalParticles = setOf("van", "der", "den", "de", "ter", "ten", "von", "zu", "zur", "zum", "vom", "la", "las", "le", "les", "los", "lo", "du", "des",
	"di", "del", "della", "dello", "dei", "degli", "da", "dal", "dalla", "dos", "das", "bin", "ibn", "bint", "binti", "abu", "el", "al")

// familyWords begin a family name and belong to it: "Mac Giolla Rua", "St John".
var familyWords = setOf("mac", "mc", "ó", "ní", "nic", "uí", "mhic", "nig", "fitz", "st", "st.", "ste", "saint", "sainte", "san", "santa", "santo",
	"abd", "abdul", "abdel", "عبد")

// attachedParticles are written together with the family name; those in small
// letters only with a small letter ("d’Artagnan", but "D’Arcy").
var attachedParticles = []struct {
	text      string
	smallOnly bool
}{
	{"al-", false},
	{"el-", false},
	{"ad-", true},
	{"as-", true},
	{"ar-", true},
	{"an-", true},
	{"at-", true},
	{"ash-", true},
	{"az-", true},
	{"ul-", true},
	{"d'", true},
	{"dell'", true},
	{"dall'", true},
	{"l'", true},
	{"'t-", true},
}

// The habits of filing, by what a particle is.
var (
	patronymics = setOf("bin", "ibn", "bint", "binti", "binte", "ben", "bat", "abu", "umm", "بن", "ابن", "بنت", "ابو", "בן", "בת", "אבו", "ap", "ab", "ferch")
	articles    = setOf("al", "el", "al-", "el-", "ad-", "as-", "ar-", "an-", "at-", "ash-", "az-", "ul-", "ال", "آل")
	romanceArts = setOf("la", "las", "le", "les", "lo", "los", "l'")
	contracted  = setOf("du", "des", "zum", "zur", "vom", "am")
	italian     = setOf("di", "della", "dello", "delle", "dei", "degli", "dal", "dalla", "dalle", "dell'", "dall'")
)

// isParticle says whether a word can be a particle as it is written.
func isParticle(w string) bool {
	if low := strings.ToLower(w); low != w {
		return capitalParticles[low]
	}
	return particles[w] || particles[Fold(w)] && !isASCII(w)
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

func isFamilyWord(w string) bool {
	return (startsUpper(w) || !strings.ContainsFunc(w, unicode.IsLower)) && familyWords[strings.ToLower(w)]
}

func isPatronymic(w string) bool { return patronymics[strings.ToLower(w)] || patronymics[Fold(w)] }
func isArticle(w string) bool    { return articles[strings.ToLower(w)] }

// attachedTo gives how many bytes of a word are a particle written together with it.
func attachedTo(w string) int {
	low := strings.NewReplacer("’", "'", "‑", "-").Replace(strings.ToLower(w))
	for _, a := range attachedParticles {
		if !strings.HasPrefix(low, a.text) || len(low) < len(a.text)+2 || a.smallOnly && !startsLower(w) {
			continue
		}
		n := 0
		for i, r := range w { // the same number of characters, which may be longer in bytes
			if i > 0 && n == len([]rune(a.text)) {
				return i
			}
			_ = r
			n++
		}
	}
	return 0
}

// SortText is the name as it files in an index: "Haeghe, Marisol van der".
// Particles follow the habits of their language (New Hart's Rules 19.3): Dutch,
// German, Spanish, Scandinavian and French "de" stand after the given name;
// French articles and "du", Italian particles, patronymics and particles that
// have become capitals ("De Vere") file with the family name; the Arabic
// article is ignored. A locale changes that to the habit of its country:
// Belgium and South Africa file under "Van", Italy under every particle,
// Portugal and Brazil under the last name.
func (n Name) SortText(locale string) string {
	head, tail := n.filing(locale)
	switch {
	case tail == "":
		return head
	case n.FamilyFirst:
		return head + " " + tail
	}
	return head + ", " + tail
}

// IndexForm is the name as the index of a British book prints it, with the
// honorific where it does not sort: "Haeghe, Dr Marisol van der". The
// post-nominals are left to the caller, who sets them in small capitals.
func (n Name) IndexForm() string { return n.IndexFormIn("en-GB") }

// IndexFormIn is IndexForm by the habits of a locale.
func (n Name) IndexFormIn(locale string) string {
	head, tail := n.filing(locale)
	if n.FamilyFirst {
		head, tail = spaced(head, tail), ""
	}
	if rest := spaced(n.Prefix, tail); rest != "" {
		return head + ", " + rest
	}
	return head
}

// filing divides a name for an index: what it files under, and the rest.
func (n Name) filing(locale string) (head, tail string) {
	switch {
	case n.Family == "":
		return glue(n.Particle, n.Given), ""
	case n.FamilyFirst:
		return glue(n.Particle, n.Family), n.Given
	}
	family, generation := n.Family, ""
	if i := strings.LastIndexByte(family, ' '); i > 0 && isGeneration(family[i+1:]) {
		family, generation = family[:i], ", "+family[i+1:]
	}
	tag, _ := language.Parse(locale)
	base, _ := tag.Base()
	if base.String() == "pt" {
		if i := strings.LastIndexByte(family, ' '); i > 0 {
			return family[i+1:], spaced(n.Given, n.Particle, family[:i]) + generation
		}
	}
	region, _ := tag.Region()
	kept, moved := fileParticle(n.Particle, base.String(), region.String())
	return glue(kept, family), spaced(n.Given, moved) + generation
}

// fileParticle divides a particle into what the family name files with and
// what moves behind the given name.
func fileParticle(particle, base, region string) (kept, moved string) {
	words := strings.Fields(particle)
	if len(words) == 0 {
		return "", ""
	}
	first, last := particleForm(words[0]), particleForm(words[len(words)-1])
	// "de La Fontaine", "de l’Isle": the article goes with the name, "de" does not.
	if base == "fr" && len(words) > 1 && first == "de" && romanceArts[last] {
		return strings.Join(words[1:], " "), words[0]
	}
	if keepsParticle(words[0], first, base, region) {
		return particle, ""
	}
	return "", particle
}

func keepsParticle(word, first, base, region string) bool {
	switch {
	case patronymics[first]:
		return true
	case articles[first]:
		return base == "es" && first == "el"
	}
	switch base {
	case "it":
		return true
	case "af":
		return true
	case "nl":
		return region == "BE"
	case "de", "fr":
		return contracted[first] || romanceArts[first]
	case "es", "ca", "gl", "sv", "da", "nb", "nn", "no", "fi", "pt":
		return romanceArts[first]
	}
	return startsUpper(word) || italian[first] || romanceArts[first] || first == "du" || first == "des"
}

func particleForm(w string) string { return strings.ReplaceAll(strings.ToLower(w), "’", "'") }

// SortKey is the folded text by which somebody is sorted: from the curator's
// own sorting text where there is one, else from the name. Apostrophes and
// points are left out, a hyphen divides, "St" files as "Saint", and the Arabic
// article is ignored.
func SortKey(n Name, sortAs, locale string) string {
	return sortKey(n, sortAs, locale, Fold)
}

// fileKey is SortKey with the letters that the locale holds to be its own.
func fileKey(n Name, sortAs, locale string) string {
	return sortKey(n, sortAs, locale, func(text string) string { return asBase(text, locale) })
}

// sortKey is SortKey with the letters as plain leaves them.
func sortKey(n Name, sortAs, locale string, plain func(string) string) string {
	text := sortAs
	if strings.TrimSpace(text) == "" {
		text = n.SortText(locale)
	}
	words := sortWords(plain(text))
	if len(words) == 0 {
		return plain(text) // signs and nothing else: better than nothing
	}
	switch {
	case len(words) > 1 && strings.EqualFold(words[0], "st"):
		words[0] = "saint"
	case len(words) > 1 && strings.EqualFold(words[0], "ste"):
		words[0] = "sainte"
	}
	if rest, ok := strings.CutPrefix(words[0], "ال"); ok && len([]rune(rest)) > 1 {
		words[0] = rest
	}
	return strings.Join(words, " ")
}
