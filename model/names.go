package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// prefixes are honorifics that stand before a name, folded and without points.
var prefixes = setOf("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady",
	"baroness", "baron", "earl", "countess", "viscount", "viscountess", "rev", "revd", "reverend", "fr", "sr", "rabbi",
	"imam", "sheikh", "sheikha", "he", "hh", "hrh", "hon", "ing", "ir", "drs", "mag", "dipl-ing", "capt", "captain",
	"col", "colonel", "major", "maj", "gen", "general", "lt", "sgt", "cllr", "councillor", "ambassador", "eng", "pr",
	"the rt hon", "rt hon", "the hon", "his excellency", "her excellency", "the reverend", "the right honourable")

// postNominals are in the order in which they are printed: baronetcy, orders and
// decorations by precedence, appointments, degrees, fellowships.
var postNominals = []string{
	"Bt", "VC", "GC", "KG", "LG", "KT", "LT", "GCB", "OM", "GCSI", "GCMG", "GCIE", "GCVO", "GBE", "CH",
	"KCB", "DCB", "KCMG", "DCMG", "KCVO", "DCVO", "KBE", "DBE", "CB", "CMG", "CVO", "CBE", "DSO", "LVO", "OBE",
	"ISO", "MVO", "MBE", "RRC", "DSC", "MC", "DFC", "AFC", "GM", "QGM", "KGM", "BEM", "QPM", "KPM", "QFSM", "TD", "VR",
	"KC", "QC", "SC", "DL", "JP", "MP", "MSP", "MS", "MLA", "TD", "MEP",
	"DSc", "LLD", "DLitt", "DPhil", "PhD", "EdD", "MD", "DBA", "LLM", "MBA", "MPhil", "MSc", "MA", "MEng", "MRes", "LLB", "BSc", "BA", "BEng", "BCom",
	"FRCP", "FRCS", "FRCGP", "FRCN", "MRCP",
	"FRS", "FBA", "FRSE", "FREng", "FMedSci", "FAcSS", "MRIA", "FLSW", "FSA", "FRSA", "FRSS", "FRGS", "FRSC", "FRAS", "FBCS", "FIET", "FIMA", "FCA", "FCCA", "FCIM", "FCIPD", "FCMI", "FInstP", "FIDM", "MBCS", "CEng", "CITP", "CStat", "CSci", "CPhys", "CFA", "ACA", "ACMA", "CGMA",
}

// particles are the words that stand between given and family name and are
// printed in lower case.
var particles = setOf("van", "der", "den", "de", "het", "ter", "ten", "te", "von", "zu", "zur", "zum", "vom", "und",
	"la", "le", "les", "du", "des", "di", "del", "della", "delle", "dei", "degli", "da", "dal", "dalla", "do", "dos", "das", "e",
	"bin", "ibn", "bint", "ben", "bat", "abu", "af", "av", "y", "i", "'t", "op", "van't", "el", "al")

// attached are particles that are written together with the family name.
var attached = []string{"al-", "el-", "ad-", "as-", "ar-", "an-", "at-", "ash-", "az-", "ul-", "d'", "d’", "dell'", "dell’", "l'", "l’", "'t "}

// sortedUnder are particles that a family name files under (Italian, French
// articles, patronymics); all others file after the given name.
var sortedUnder = setOf("la", "le", "les", "du", "des", "di", "del", "della", "delle", "dei", "degli", "dal", "dalla",
	"dell'", "l'", "bin", "ibn", "bint", "ben", "bat", "abu", "op", "ter", "ten")

// familyBegins are capitalised words that begin a family name of several words.
var familyBegins = setOf("mac", "mc", "o", "ó", "ní", "ni", "nic", "uí", "ui", "fitz", "st", "saint", "san", "santa",
	"van", "von", "de", "del", "della", "di", "du", "la", "le", "den", "der", "ter", "ten", "al", "el", "dos", "da", "das", "bin", "ben", "abu", "ap")

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// ParseName divides a name as it is written into its parts. Nothing of it is
// lost but commas and the points of post-nominals. Names are too free for a
// rule to be always right, so every part can be changed by hand.
func ParseName(display string) Name {
	text := strings.Join(strings.Fields(NormaliseText(display)), " ")
	before, after, comma := strings.Cut(text, ",")
	if comma && !onlyPostNominals(after) && wholeName(after) && !strings.Contains(after, ",") {
		// "Family, Given"
		n := ParseName(strings.TrimSpace(after) + " " + strings.TrimSpace(before))
		return refile(n, strings.TrimSpace(before))
	}
	var n Name
	words := strings.Fields(strings.ReplaceAll(text, ",", " "))
	words, n.Prefix = takePrefix(words)
	words, n.PostNominals = takePostNominals(words)
	divide(&n, words)
	return n
}

// refile makes the words before the comma the family name whatever they are.
func refile(n Name, family string) Name {
	whole := n.Display()
	given := strings.TrimSpace(strings.TrimSuffix(whole, family))
	if given == "" || given == whole {
		return n
	}
	n.Given, n.Family, n.Particle = given, family, ""
	words := strings.Fields(given)
	cut := len(words)
	for cut > 1 && particles[words[cut-1]] {
		cut--
	}
	n.Given, n.Particle = strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
	return n
}

func wholeName(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter)
}

func onlyPostNominals(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	for _, w := range words {
		if _, ok := postNominal(w); !ok && !looksPostNominal(w) {
			return false
		}
	}
	return true
}

// looksPostNominal says whether an unknown word could be letters after a name.
func looksPostNominal(w string) bool {
	upper := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsLower(r) && r != '.':
			return false
		}
	}
	return upper >= 2 && len(w) <= 8
}

func postNominal(w string) (string, bool) {
	bare := strings.ReplaceAll(strings.Trim(w, ",;"), ".", "")
	for _, p := range postNominals {
		if bare == p || len(bare) > 3 && strings.EqualFold(bare, p) {
			return p, true
		}
	}
	return "", false
}

func takePrefix(words []string) (rest []string, prefix string) {
	n := 0
	for n < len(words)-1 {
		took := 0
		for size := min(3, len(words)-1-n); size > 0; size-- {
			if prefixes[bare(words[n:n+size])] {
				took = size
				break
			}
		}
		if took == 0 {
			break
		}
		n += took
	}
	return words[n:], strings.Join(words[:n], " ")
}

func bare(words []string) string {
	return strings.ReplaceAll(Fold(strings.Join(words, " ")), ".", "")
}

func takePostNominals(words []string) (rest []string, letters string) {
	end := len(words)
	var found []string
	for end > 1 {
		p, ok := postNominal(words[end-1])
		if !ok {
			break
		}
		found = append([]string{p}, found...)
		end--
	}
	if end < 2 && len(found) > 0 && len(words) == 2 {
		return words, "" // "Yo MA": more likely a name than a degree
	}
	return words[:end], strings.Join(found, " ")
}

// divide finds given name, particle and family name.
func divide(n *Name, words []string) {
	if len(words) == 0 {
		return
	}
	if len(words) == 1 {
		n.Given = words[0]
		return
	}
	family := len(words) - 1
	for i := 1; i < len(words)-1; i++ {
		w := words[i]
		if particles[w] || familyBegins[Fold(w)] && startsUpper(w) {
			family = i
			break
		}
	}
	start := family
	for family < len(words)-1 && particles[words[family]] {
		family++
	}
	n.Given = strings.Join(words[:start], " ")
	n.Particle = strings.Join(words[start:family], " ")
	n.Family = strings.Join(words[family:], " ")
	if n.Particle != "" {
		return
	}
	for _, a := range attached {
		if len(n.Family) > len(a) && strings.HasPrefix(strings.ToLower(n.Family), a) {
			n.Particle, n.Family = n.Family[:len(a)], n.Family[len(a):]
			return
		}
	}
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// glue joins a particle to what follows: "al-" without a space, "van der" with one.
func glue(particle, rest string) string {
	switch {
	case particle == "":
		return rest
	case rest == "":
		return particle
	case strings.HasSuffix(particle, "-") || strings.HasSuffix(particle, "'") || strings.HasSuffix(particle, "’"):
		return particle + rest
	}
	return particle + " " + rest
}

func spaced(parts ...string) string {
	var have []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, " ")
}

// IsZero says whether there is no name at all.
func (n Name) IsZero() bool { return n.Display() == "" }

// Display is the name without prefix and post-nominals: "Marisol van der Haeghe".
func (n Name) Display() string {
	if n.FamilyFirst {
		return spaced(glue(n.Particle, n.Family), n.Given)
	}
	return spaced(n.Given, glue(n.Particle, n.Family))
}

// WithPrefix is the name as it heads a profile: "Dr Marisol van der Haeghe".
func (n Name) WithPrefix() string { return spaced(n.Prefix, n.Display()) }

// Full is the whole name: "Dr Marisol van der Haeghe OBE".
func (n Name) Full() string { return spaced(n.Prefix, n.Display(), n.PostNominals) }

// filing divides the name for an index: what it files under, and the rest.
func (n Name) filing() (head, tail string) {
	if n.Family == "" {
		return n.Given, ""
	}
	if n.FamilyFirst {
		return glue(n.Particle, n.Family), n.Given
	}
	first, _, _ := strings.Cut(n.Particle, " ")
	if sortedUnder[strings.ReplaceAll(strings.ToLower(first), "’", "'")] || startsUpper(first) && !strings.HasSuffix(first, "-") {
		return glue(n.Particle, n.Family), n.Given
	}
	return n.Family, spaced(n.Given, n.Particle)
}

// SortText is the name as it files: "Haeghe, Marisol van der". Particles follow
// the habits of their language (New Hart's Rules 19.3): Dutch, German, Spanish,
// Portuguese and French "de" after the given name, Italian ones and French
// articles before the family name, Arabic "al-" ignored.
func (n Name) SortText(string) string {
	head, tail := n.filing()
	if tail == "" {
		return head
	}
	if n.FamilyFirst {
		return head + " " + tail // family-first names take no comma
	}
	return head + ", " + tail
}

// IndexForm is the name as the index prints it, with the honorific where it
// does not sort: "Haeghe, Dr Marisol van der". Post-nominals are left to the caller.
func (n Name) IndexForm() string {
	head, tail := n.filing()
	if n.FamilyFirst {
		if n.Prefix != "" {
			return spaced(head, tail) + ", " + n.Prefix
		}
		return spaced(head, tail)
	}
	if rest := spaced(n.Prefix, tail); rest != "" {
		return head + ", " + rest
	}
	return head
}

// SortKey is the folded text by which somebody is sorted: the curator's own,
// where there is one, else from the name. "St" files as "Saint".
func SortKey(n Name, sortAs, locale string) string {
	text := sortAs
	if strings.TrimSpace(text) == "" {
		text = n.SortText(locale)
	}
	key := strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(Fold(text))), " ")
	if rest, ok := strings.CutPrefix(key, "st "); ok {
		key = "saint " + rest
	}
	return key
}

// OrderPostNominals brings letters after a name into the order of precedence,
// without points and commas; unknown ones keep their order at the end.
func OrderPostNominals(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	rank := func(w string) int {
		if p, ok := postNominal(w); ok {
			return slices.Index(postNominals, p)
		}
		return len(postNominals)
	}
	slices.SortStableFunc(words, func(a, b string) int { return rank(a) - rank(b) })
	for i, w := range words {
		if p, ok := postNominal(w); ok {
			words[i] = p
		} else {
			words[i] = strings.ReplaceAll(w, ".", "")
		}
	}
	return strings.Join(words, " ")
}

// Monogram is the one or two letters that stand in for a missing photo.
func (n Name) Monogram() string {
	first, last := initial(n.Given), initial(n.Family)
	if n.FamilyFirst {
		first, last = last, first
	}
	return first + last
}

func initial(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(s) { // an accent that has no letter of its own stays with its base
			m, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.Is(unicode.Mn, m) {
				break
			}
			end += size
		}
		return strings.ToUpper(s[i:end])
	}
	return ""
}

// SameName says whether two names are the same but for accents, case, honorific
// and post-nominals.
func SameName(a, b Name) bool {
	fa := Fold(a.Display())
	return fa != "" && fa == Fold(b.Display())
}

// NearName says whether two words are so alike that one may be a misspelling of
// the other: one letter in four or more, two in nine or more.
func NearName(a, b string) bool {
	a, b = Fold(a), Fold(b)
	if a == b {
		return false
	}
	n := utf8.RuneCountInString(a)
	limit := 1
	if n < 4 {
		return false
	}
	if n >= 9 {
		limit = 2
	}
	return distance([]rune(a), []rune(b), limit) <= limit
}

// distance counts the edits between two words (insert, delete, replace, swap
// neighbours); it may stop counting above limit.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
