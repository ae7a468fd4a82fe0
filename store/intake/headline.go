package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"laurel/model"
)

// roles are words that say what somebody is; a title runs to the comma after
// the last of them.
var roles = setOf(`director officer head chief partner president founder cofounder chair chairman chairwoman chairperson
	founders cofounders directors presidents chairs ceos heads
	manager lead leader principal owner scientist engineer analyst architect consultant adviser advisor strategist
	specialist professor lecturer reader dean provost chancellor secretary minister commissioner commander constable
	superintendent inspector governor treasurer trustee editor economist statistician researcher steward controller
	coordinator ambassador evangelist entrepreneur author curator registrar counsel actuary auditor archivist
	librarian vp svp evp avp ceo cdo cio cto coo cfo cmo cso cpo cro ciso cdio cdao cdaio caio cao md gm
	leiter leiterin geschäftsführer geschäftsführerin direktor direktorin directeur directrice directora
	responsable présidente presidente präsident präsidentin fondatrice fondateur`)

func setOf(text string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(text) {
		m[w] = true
	}
	return m
}

// jobHeadline is a headline divided.
type jobHeadline struct {
	name         string
	letters      string // post-nominals that were set apart by commas
	title        string
	organisation string
}

// divideHeadline reads "Name, Title, Organisation". The name ends at the first
// comma (or at a spaced dash or bar before it); letters after the name may
// stand between commas of their own.
func divideHeadline(text string) jobHeadline {
	parts := commaParts(plainCommas(text))
	h := jobHeadline{name: parts[0]}
	parts = parts[1:]
	for len(parts) > 0 && lettersOnly(parts[0], parts[1:]) {
		h.letters = strings.TrimSpace(h.letters + " " + parts[0])
		parts = parts[1:]
	}
	h.title, h.organisation = divideJob(parts)
	return h
}

// divideJob divides title from organisation: the title runs on to the comma
// after its last role word, the rest is the organisation, commas and all;
// without a role word the last comma divides.
func divideJob(parts []string) (title, organisation string) {
	if len(parts) == 0 {
		return "", ""
	}
	last := len(parts) - 1
	cut := 0 // how many parts are title
	for i, p := range parts[:last] {
		if hasRole(p) {
			cut = i + 1
		}
	}
	switch {
	case isRole(parts[last]) && (cut == last || cut == 0):
		cut = len(parts)
	case cut == 0 && hasRole(parts[last]) && last == 0:
		cut = 1
	case cut == 0 && last > 1 && legalForm.MatchString(parts[last]):
		cut = last - 1
	case cut == 0:
		cut = last
	}
	title, organisation = strings.Join(parts[:cut], ", "), strings.Join(parts[cut:], ", ")
	if organisation == "" {
		title, organisation = divideAt(title)
	} else if legalForm.MatchString(organisation) {
		if t, o := divideAt(title); o != "" {
			title, organisation = t, o+", "+organisation
		}
	}
	return title, organisation
}

// legalForm is what follows a company's name and is none itself.
var legalForm = regexp.MustCompile(`(?i)^(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|s\.?a|s\.?r\.?l|b\.?v|n\.?v|pty ltd|corp|co)\.?$`)

// divideAt reads "Director of Data at Example Service", where no comma divides.
func divideAt(title string) (string, string) {
	for _, at := range []string{" at the ", " at ", " @ "} {
		i := strings.LastIndex(title, at)
		if i > 0 && hasRole(title[:i]) && startsUpper(strings.TrimSpace(title[i+len(at):])) {
			return title[:i], strings.TrimSpace(title[i+len(at):])
		}
	}
	return title, ""
}

// plainCommas makes the other signs that divide a headline into commas: those
// of other scripts, bars, and a dash before the first comma.
func plainCommas(text string) string {
	text = strings.NewReplacer("，", ", ", "،", ", ", "、", ", ", " | ", ", ", " · ", ", ", " • ", ", ").Replace(text)
	for _, dash := range []string{" – ", " — ", " - "} {
		i := strings.Index(text, dash)
		if i < 0 || strings.Contains(text[:i], ",") {
			continue
		}
		rest := text[i+len(dash):]
		if !strings.Contains(rest, ",") {
			rest = strings.Replace(rest, dash, ", ", 1)
		}
		return text[:i] + ", " + rest
	}
	return text
}

// commaParts divides at commas that stand in no brackets.
func commaParts(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case r == '(' || r == '[':
			depth++
		case (r == ')' || r == ']') && depth > 0:
			depth--
		case r == ',' && depth == 0:
			parts = append(parts, strings.TrimSpace(text[start:i]))
			start = i + 1
		}
	}
	parts = append(parts, strings.TrimSpace(text[start:]))
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" && len(parts) > 1 })
}

// lettersOnly says whether a part is post-nominals; rest is what follows it.
func lettersOnly(part string, rest []string) bool {
	ws := strings.Fields(part)
	if len(ws) == 0 {
		return false
	}
	role := slices.ContainsFunc(rest, hasRole)
	for _, w := range ws {
		known := model.ParseName("Ada Example "+w).Family == "Example"
		switch {
		case hasRole(w): // MD is a degree only where a role follows
			if !known || !role {
				return false
			}
		case !known && (!role || !looksLikeLetters(w)):
			return false
		}
	}
	return true
}

// looksLikeLetters says whether an unknown word has the form of a post-nominal.
func looksLikeLetters(w string) bool {
	upper := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsLower(r) && r != '.':
			return false
		}
	}
	return upper >= 3 && len(w) <= 8
}

// roleWords divides a part into words as role words are looked up.
func roleWords(part string) []string {
	return strings.FieldsFunc(strings.ToLower(part), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",-‑–/&+()[]:;.", r)
	})
}

func hasRole(part string) bool {
	return slices.ContainsFunc(roleWords(part), func(w string) bool { return roles[w] })
}

// surnames are role words that are also names: John Constable, Ada Dean.
var surnames = setOf("chancellor constable dean governor head provost reader steward")

// namesRole says whether a role stands where the name should ("Head of Data").
// An honorific ("Professor Ada Example") is none, nor is a surname of somebody
// whose role follows; sure is true where the page says that it is the headline.
func namesRole(h jobHeadline, sure bool) bool {
	n := model.ParseName(h.name)
	ws := roleWords(n.Given + " " + n.Particle + " " + n.Family)
	found := slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return !roles[w] })
	switch len(found) {
	case 0:
		return false
	case 1:
		return len(ws) < 2 || !surnames[found[0]] || !sure && !hasRole(h.title) || slices.Contains(ws, "of") || slices.Contains(ws, "deputy") || slices.Contains(ws, "vice")
	}
	return true
}

// isRole is stricter than hasRole: the part as a whole names a role ("Chief
// Data Officer", "Head of Data"), not an organisation that has a role word in
// it ("Head Office", "Office of the President").
func isRole(part string) bool {
	ws := roleWords(part)
	if len(ws) == 0 || ws[0] == "office" || ws[0] == "institute" || ws[0] == "the" {
		return false
	}
	for i, w := range ws {
		if roles[w] && (i == len(ws)-1 || slices.Contains([]string{"of", "for", "and", "in", "at", "to"}, ws[i+1])) {
			return true
		}
	}
	return false
}

// nameLike says whether text could be somebody's name: a few words that begin
// with capitals, or of a script that has none.
func nameLike(text string) bool {
	ws := strings.Fields(text)
	if len(ws) == 0 || len(ws) > 9 || utf8.RuneCountInString(text) > 80 || prompts(text) || endsSentence(text) && !strings.HasSuffix(text, "r.") {
		return false
	}
	capitals := 0
	for _, w := range ws {
		r, _ := utf8.DecodeRuneInString(strings.Trim(w, "“”\"'‘’(&"))
		switch {
		case unicode.IsDigit(r):
			return false
		case unicode.IsUpper(r), unicode.IsLetter(r) && !unicode.IsLower(r):
			capitals++
		}
	}
	return capitals > 0 && capitals*2 >= len(ws)
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// member makes a person of a divided headline.
func (h jobHeadline) members() []Member {
	var out []Member
	for _, n := range jointNames(h.name) {
		name := model.ParseName(n)
		out = append(out, Member{Name: name, Title: h.title, Organisation: h.organisation})
	}
	if h.letters != "" {
		last := &out[len(out)-1].Name
		last.PostNominals = model.OrderPostNominals(strings.TrimSpace(last.PostNominals + " " + h.letters))
	}
	return out
}

// jointNames divides "Ada Example & Bo Sample"; each must have two words.
func jointNames(name string) []string {
	for _, and := range []string{" & ", " and ", " + "} {
		parts := strings.Split(name, and)
		if len(parts) < 2 {
			continue
		}
		if !slices.ContainsFunc(parts, func(p string) bool { return words(p) < 2 || !nameLike(p) }) {
			return parts
		}
	}
	return []string{name}
}
