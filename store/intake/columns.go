package intake

import (
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"laurel/model"
)

// Meaning is what the cells of a column say.
type Meaning string

// The meanings. A column may also mean nothing.
const (
	MeansRank         Meaning = "rank"
	MeansRankThen     Meaning = "rank then" // in the year of the column
	MeansName         Meaning = "name"
	MeansPrefix       Meaning = "prefix"
	MeansGiven        Meaning = "given name"
	MeansFamily       Meaning = "family name"
	MeansPostNominals Meaning = "post-nominals"
	MeansTitle        Meaning = "job title"
	MeansOrganisation Meaning = "organisation"
	MeansJob          Meaning = "title and organisation" // in one cell: "Director of Data, Example Service"
	MeansSector       Meaning = "sector"
	MeansCountry      Meaning = "country"
	MeansCategory     Meaning = "category"
	MeansCitation     Meaning = "citation"
	MeansStatus       Meaning = "status"
	MeansFilm         Meaning = "film"
	MeansAnswer       Meaning = "answer" // to the question that is the column's name
	MeansList         Meaning = "list"
	MeansYear         Meaning = "year"
	MeansRegion       Meaning = "region"
	MeansOwn          Meaning = "own field" // of the people, which is called as the column is
)

// Meanings are all of them, in the order in which they are offered.
var Meanings = []Meaning{
	MeansName, MeansPrefix, MeansGiven, MeansFamily, MeansPostNominals, MeansTitle, MeansOrganisation, MeansJob, MeansRank, MeansRankThen,
	MeansCategory, MeansStatus, MeansCitation, MeansAnswer, MeansFilm, MeansSector, MeansCountry, MeansOwn, MeansList, MeansYear, MeansRegion,
}

// often says whether several columns may mean the same.
func (m Meaning) often() bool {
	return m == "" || m == MeansAnswer || m == MeansRankThen || m == MeansOwn
}

// Column is what one column means.
type Column struct {
	Meaning Meaning
	Year    int // of MeansRankThen
}

// Mapping says how the rows of a table become entries.
type Mapping struct {
	Columns []Column // one for each of the table
	// Edition is where rows belong that name no list or year of their own.
	Edition Key
	// Dated says that the source itself names the year of Edition.
	Dated bool
	// Kind is what the rows are: model.EntryPerson, EntryOrganisation or EntryThing.
	Kind model.EntryKind
	// Status of rows that name none; empty is Confirmed.
	Status model.Status
}

// Column finds the column of a meaning, -1 if there is none.
func (m Mapping) Column(of Meaning) int {
	return slices.IndexFunc(m.Columns, func(c Column) bool { return c.Meaning == of })
}

// spelled are the names that columns go by, folded, in the languages that lists
// come in.
var spelled = map[Meaning][]string{
	MeansRank:         {"rank", "ranking", "rang", "platz", "position", "pos", "place", "placing", "no", "nr", "number", "#", "rank display", "final rank", "platzierung", "classement"},
	MeansName:         {"name", "full name", "fullname", "person", "leader", "nominee", "candidate", "laureate", "winner", "honouree", "honoree", "entry", "entrant", "vor- und nachname", "vollstandiger name", "nom complet"},
	MeansPrefix:       {"prefix", "honorific", "salutation", "anrede", "civilite"},
	MeansGiven:        {"given name", "given names", "given", "first name", "firstname", "forename", "forenames", "vorname", "prenom"},
	MeansFamily:       {"family name", "family", "last name", "lastname", "surname", "nachname", "familienname", "nom", "nom de famille"},
	MeansPostNominals: {"post-nominals", "post nominals", "postnominals", "letters", "suffix", "honours"},
	MeansTitle:        {"title", "job title", "job", "role", "function", "funktion", "position title", "jobtitel", "berufsbezeichnung", "poste"},
	MeansOrganisation: {"organisation", "organization", "organisation name", "organization name", "company", "company name", "employer", "institution", "institution name", "firm", "fund", "brand", "affiliation", "unternehmen", "firma", "arbeitgeber", "societe", "entreprise"},
	MeansSector:       {"sector", "industry", "branche", "secteur"},
	MeansCountry:      {"country", "nation", "land", "pays"},
	MeansCategory:     {"category", "kategorie", "award category", "track", "categorie"},
	MeansCitation:     {"citation", "motivation", "reason", "why", "judges’ comment", "judges' comment", "comment", "begrundung", "blurb"},
	MeansStatus:       {"status", "stage", "stand"},
	MeansFilm:         {"film", "video", "vimeo", "youtube", "video link", "video url"},
	MeansList:         {"list", "list name", "liste", "ranking name"},
	MeansYear:         {"year", "jahr", "annee", "prize year", "edition year", "list year"},
	MeansRegion:       {"edition region", "list region"},
}

var (
	yearAlone = regexp.MustCompile(`(?:^|[^0-9])((?:1[89]|20)[0-9]{2})(?:[^0-9]|$)`)
	notWord   = regexp.MustCompile(`[_\s()\[\].:/]+`)
)

// meant guesses what a column is by its name; sure is how surely: 3 by the name
// itself, 2 by a rank of some year, 1 by the end of the name. letters is how
// long its values are on average.
func meant(name string, letters int) (c Column, sure int) {
	plain := strings.TrimSpace(notWord.ReplaceAllString(model.Fold(name), " "))
	if plain == "" {
		return Column{}, 0
	}
	for m, names := range spelled {
		if slices.Contains(names, plain) {
			return Column{Meaning: m}, 3
		}
	}
	if y := yearIn(plain); y != "" {
		rest := strings.TrimSpace(strings.Replace(plain, y, "", 1))
		if slices.Contains(spelled[MeansRank], rest) {
			return Column{Meaning: MeansRankThen, Year: number(y)}, 2
		}
	}
	if strings.HasSuffix(strings.TrimSpace(name), "?") || letters > 160 {
		return Column{Meaning: MeansAnswer}, 2
	}
	if utf8.RuneCountInString(plain) <= 24 {
		for _, m := range []Meaning{MeansOrganisation, MeansTitle, MeansName} {
			for _, n := range spelled[m] {
				if len(n) > 3 && (strings.HasSuffix(plain, " "+n) || strings.HasPrefix(plain, n+" ")) {
					return Column{Meaning: m}, 1
				}
			}
		}
	}
	return Column{}, 0
}

// Guess says what the columns seem to mean, by their names and values. now
// gives the year of a list that names none.
func (t Table) Guess(now time.Time) Mapping {
	m := Mapping{Columns: make([]Column, len(t.Head)), Kind: model.EntryPerson, Status: model.Confirmed}
	surest := map[Meaning]int{}
	for i, name := range t.Head {
		c, sure := meant(name, t.letters(i))
		switch {
		case c.Meaning == MeansRank && !t.mostly(i, isRank):
			c, sure = Column{}, 0
			if model.Fold(name) == "position" { // of a job
				c, sure = Column{Meaning: MeansTitle}, 1
			}
		case c.Meaning == MeansStatus && !t.mostly(i, isStatus):
			c, sure = Column{}, 0
		}
		if c.Meaning.often() {
			m.Columns[i] = c
			continue
		}
		if sure > surest[c.Meaning] {
			if was := m.Column(c.Meaning); was >= 0 {
				m.Columns[was] = Column{}
			}
			m.Columns[i], surest[c.Meaning] = c, sure
		}
	}
	m.newestRank()
	if i := m.Column(MeansTitle); i >= 0 && m.Column(MeansOrganisation) < 0 && t.mostly(i, holdsBoth) {
		m.Columns[i] = Column{Meaning: MeansJob}
	}
	if m.Column(MeansName) < 0 && m.Column(MeansFamily) < 0 {
		switch organisation := m.Column(MeansOrganisation); {
		case organisation >= 0:
			m.Kind = model.EntryOrganisation
			m.Columns[organisation] = Column{Meaning: MeansName}
		default:
			m.nameByLooks(t)
		}
	}
	m.Edition, m.Dated = t.named(now)
	if i := m.Column(MeansRank); i >= 0 {
		if y := t.YearOf(i); y > 0 {
			m.Edition.Year, m.Dated = y, true
		}
	}
	return m
}

// jobOf divides a cell that says what somebody is, and where; what nothing
// divides is the title.
func jobOf(cell string) (title, organisation string) {
	parts := commaParts(plainCommas(oneLine(cell)))
	if len(parts) == 1 {
		return divideAt(parts[0])
	}
	return divideJob(parts)
}

// holdsBoth says whether a cell of job titles names an organisation too, and not
// a field of work alone: "Vice President, data".
func holdsBoth(cell string) bool {
	title, organisation := jobOf(cell)
	return title != "" && startsUpper(organisation) && !isRole(organisation)
}

// newestRank takes the newest of the ranks that have a year for the rank of the
// list, where no column is plainly that.
func (m *Mapping) newestRank() {
	if m.Column(MeansRank) >= 0 {
		return
	}
	newest := -1
	for i, c := range m.Columns {
		if c.Meaning == MeansRankThen && (newest < 0 || c.Year > m.Columns[newest].Year) {
			newest = i
		}
	}
	if newest >= 0 {
		m.Columns[newest] = Column{Meaning: MeansRank}
	}
}

// nameByLooks takes the first column without a meaning whose values look like
// names: two words or more, no digits, hardly any twice.
func (m *Mapping) nameByLooks(t Table) {
	for i, c := range m.Columns {
		if c.Meaning != "" {
			continue
		}
		names, different := 0, map[string]bool{}
		for _, row := range t.Rows {
			if words(row[i]) >= 2 && words(row[i]) <= 6 && !strings.ContainsAny(row[i], "0123456789@") {
				names++
			}
			different[row[i]] = true
		}
		if names*10 >= len(t.Rows)*8 && len(different)*10 >= len(t.Rows)*8 {
			m.Columns[i] = Column{Meaning: MeansName}
			return
		}
	}
}

// letters is how long the values of a column are on average.
func (t Table) letters(column int) int {
	n, sum := 0, 0
	for _, row := range t.Rows {
		if row[column] != "" {
			n++
			sum += utf8.RuneCountInString(row[column])
		}
	}
	return sum / max(n, 1)
}

// mostly says whether most values of a column are of a kind.
func (t Table) mostly(column int, is func(string) bool) bool {
	n, good := 0, 0
	for _, row := range t.Rows {
		if row[column] == "" {
			continue
		}
		n++
		if is(row[column]) {
			good++
		}
	}
	return good*10 >= n*7 && n > 0
}

func isRank(text string) bool {
	_, err := model.ParseRank(text)
	return err == nil
}

func isStatus(text string) bool {
	_, ok := statusOf(text)
	return ok
}

// statusOf reads a status as a table writes it.
func statusOf(text string) (model.Status, bool) {
	for _, s := range model.Statuses {
		if model.Fold(text) == string(s) {
			return s, true
		}
	}
	return "", false
}

// named reads list and year from the name of the source: "rich-list-2020.csv".
func (t Table) named(now time.Time) (k Key, dated bool) {
	k.Year = now.Year()
	name := path.Base(filepath.ToSlash(t.Source))
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	between := "_- "
	if strings.Contains(name, " ") {
		between = "_ " // then a hyphen is one of the name
	}
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(between, r) }), " ")
	if y := yearIn(name); y != "" {
		k.Year, dated = number(y), true
		name = strings.Join(strings.Fields(strings.Replace(name, y, "", 1)), " ")
	}
	if first, size := utf8.DecodeRuneInString(name); size > 0 {
		name = strings.ToUpper(string(first)) + name[size:]
	}
	k.List = name
	return k, dated
}

// yearIn is the first year in a text, "" where there is none.
func yearIn(text string) string {
	if m := yearAlone.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// YearOf is the year in the name of a column, 0 where there is none.
func (t Table) YearOf(column int) int { return number(yearIn(t.Head[column])) }

// Twice gives a meaning that two columns have, of those that only one may have.
func (m Mapping) Twice() (Meaning, bool) {
	seen := map[Meaning]bool{}
	for _, c := range m.Columns {
		if seen[c.Meaning] && !c.Meaning.often() {
			return c.Meaning, true
		}
		seen[c.Meaning] = true
	}
	return "", false
}
