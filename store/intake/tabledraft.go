package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"laurel/model"
)

// Draft makes entries of the rows, as the mapping says. Every cell of a column
// that means something goes into a field or is listed as left over.
func (t Table) Draft(m Mapping) (Draft, error) {
	if m.Column(MeansName) < 0 && m.Column(MeansGiven) < 0 && m.Column(MeansFamily) < 0 {
		return Draft{}, model.Faultf(model.ErrInvalid, "Say which column holds the names.")
	}
	r := tableReader{table: t, mapping: m, draft: Draft{Source: t.Source, Kind: Sheet, Leftover: slices.Clone(t.Before)}, sheets: map[Key]*sheet{}, known: map[string]bool{}}
	r.findNamesakes()
	for i := range t.Rows {
		if err := r.row(i); err != nil {
			return Draft{}, err
		}
	}
	if len(r.draft.Placements) == 0 {
		return Draft{}, model.Faultf(model.ErrInvalid, "No row could be read as an entry; nothing was read.")
	}
	r.tie()
	r.editions()
	r.tellDivided()
	r.tellUnused()
	return r.draft, nil
}

type tableReader struct {
	table   Table
	mapping Mapping
	draft   Draft
	sheets  map[Key]*sheet // by folded key
	order   []*sheet
	known   map[string]bool // who stands where already
	// namesakes are the places where rows of one name have several organisations.
	namesakes map[string]bool
	row0      []string
	line      int
}

// cell is the row's value of a meaning.
func (r *tableReader) cell(of Meaning) string {
	if i := r.mapping.Column(of); i >= 0 {
		return r.row0[i]
	}
	return ""
}

// left lists a whole row that is not taken.
func (r *tableReader) left(why model.Message) {
	r.draft.Leftover = append(r.draft.Leftover, Line{Number: r.line, Text: strings.Join(slices.DeleteFunc(slices.Clone(r.row0), empty), " "), Reason: why})
}

// leftCell lists a cell of the row that is not taken.
func (r *tableReader) leftCell(column int, why model.Message) {
	r.draft.Leftover = append(r.draft.Leftover, Line{Number: r.line, Column: column + 1, Text: r.row0[column], Reason: why})
}

func (r *tableReader) row(i int) error {
	r.row0, r.line = r.table.Rows[i], r.table.Lines[i]
	if r.headAgain() {
		r.left(becauseHeadAgain)
		return nil
	}
	key, ok := r.key()
	if !ok {
		r.leftCell(r.mapping.Column(MeansYear), becauseNoYear)
		return nil
	}
	if key.List == "" || key.Year == 0 {
		return model.Faultf(model.ErrInvalid, "Say which edition the rows belong to.")
	}
	p := Placement{Edition: key, Kind: r.mapping.Kind, Full: true, Category: oneLine(r.cell(MeansCategory)), Citation: r.cell(MeansCitation), Video: webLink(r.cell(MeansFilm))}
	if !r.named(&p) {
		r.left(becauseNameless)
		return nil
	}
	at := p.place()
	namesake := r.namesakes[at]
	if namesake {
		p.Members[0].Apart = model.Fold(p.Members[0].Organisation)
		at = p.place()
	}
	if r.known[at] || namesake && p.Members[0].Apart == "" {
		r.left(becauseInList)
		return nil
	}
	r.known[at] = true
	if namesake {
		r.noteNamesake(p.name())
	}
	p.Rank = r.rank(r.mapping.Column(MeansRank))
	p.Status, p.StatusAssumed = r.status()
	for c, column := range r.mapping.Columns {
		if column.Meaning == MeansAnswer && r.row0[c] != "" {
			p.Answers = append(p.Answers, Answer{Question: r.table.ColumnName(c), Original: r.row0[c], Edited: r.row0[c]})
		}
	}
	r.own(&p)
	r.draft.Placements = append(r.draft.Placements, p)
	r.sheet(key).count(p)
	r.then(p)
	return nil
}

// own takes what the row says in fields of the curator's own.
func (r *tableReader) own(p *Placement) {
	for c, column := range r.mapping.Columns {
		switch {
		case column.Meaning != MeansOwn || r.row0[c] == "":
		case len(p.Members) != 1:
			r.leftCell(c, becauseNotOne)
		default:
			p.Members[0].Own = append(p.Members[0].Own, OwnValue{r.table.ColumnName(c), r.row0[c]})
		}
	}
}

// findNamesakes finds the rows that name two people alike: in one category of
// one edition, each with an organisation of their own.
func (r *tableReader) findNamesakes() {
	r.namesakes = map[string]bool{}
	organisations := map[string]string{}
	for i := range r.table.Rows {
		r.row0 = r.table.Rows[i]
		key, ok := r.key()
		p := Placement{Edition: key, Kind: r.mapping.Kind, Category: oneLine(r.cell(MeansCategory))}
		if !ok || !r.named(&p) || len(p.Members) != 1 || p.Members[0].Organisation == "" {
			continue
		}
		at, organisation := p.place(), model.Fold(p.Members[0].Organisation)
		if was, have := organisations[at]; have && was != organisation {
			r.namesakes[at] = true
		}
		organisations[at] = organisation
	}
}

// noteNamesake says once of a name that several bear it.
func (r *tableReader) noteNamesake(name string) {
	said := model.Say("Rows of the name {{.Name}} have different organisations; they were taken for different people.", "Name", name)
	if !slices.ContainsFunc(r.draft.Notes, func(n model.Message) bool { return n.String() == said.String() }) {
		r.draft.Notes = append(r.draft.Notes, said)
	}
}

// place is equal for what stands in one category of one edition by one name.
func (p Placement) place() string {
	return fmt.Sprint(foldKey(p.Edition), "|", model.Fold(p.Category), "|", p.entryKey())
}

// headAgain says whether a row is a second one with names of columns: where the
// ranks should be stands a word for rank.
func (r *tableReader) headAgain() bool {
	i := r.mapping.Column(MeansRank)
	if i < 0 || r.row0[i] == "" {
		return false
	}
	if c, _ := meant(r.row0[i], 0); c.Meaning != MeansRank {
		return false
	}
	_, err := model.ParseRank(r.row0[i])
	return err != nil
}

// key is the edition of a row; what it does not say itself is the mapping's.
func (r *tableReader) key() (Key, bool) {
	k := r.mapping.Edition
	if list := oneLine(r.cell(MeansList)); list != "" {
		k.List = list
	}
	if region := oneLine(r.cell(MeansRegion)); region != "" {
		k.Region = region
	}
	if year := r.cell(MeansYear); year != "" {
		found := yearIn(year)
		if found == "" {
			return k, false
		}
		k.Year = number(found)
	}
	return k, true
}

// named gives the entry its people or its name; false where the row has none.
func (r *tableReader) named(p *Placement) bool {
	name := oneLine(r.cell(MeansName))
	title, organisation := oneLine(r.cell(MeansTitle)), oneLine(r.cell(MeansOrganisation))
	if both := r.cell(MeansJob); both != "" {
		t, o := jobOf(both)
		title, organisation = firstOf(title, t), firstOf(organisation, o)
	}
	if p.Kind != model.EntryPerson {
		if p.Entry = name; name == "" {
			return false
		}
		if p.Kind == model.EntryOrganisation {
			p.Organisation = name
		}
		return true
	}
	var names []model.Name
	if name == "" {
		names = []model.Name{nameOf(oneLine(r.cell(MeansGiven)), oneLine(r.cell(MeansFamily)))}
	} else {
		names, p.Entry = together(turned(name))
	}
	for _, n := range names {
		if n.IsZero() {
			return false
		}
		if len(names) == 1 {
			n.Prefix = firstOf(oneLine(r.cell(MeansPrefix)), n.Prefix)
			n.PostNominals = firstOf(model.OrderPostNominals(oneLine(r.cell(MeansPostNominals))), n.PostNominals)
		}
		p.Members = append(p.Members, Member{Name: n, Title: title, Organisation: organisation, Sector: oneLine(r.cell(MeansSector)), Country: oneLine(r.cell(MeansCountry))})
	}
	if len(names) > 1 || p.Entry != "" {
		p.Kind = model.EntryJoint
	}
	return true
}

// nameOf makes a name of two columns; the particle stands in that of the family
// name.
func nameOf(given, family string) model.Name {
	if family == "" || given == "" {
		return model.ParseName(given + family)
	}
	n := model.Name{Given: given, Family: family}
	if parsed := model.ParseName("X " + family); parsed.Given == "X" && parsed.Family != "" {
		n.Particle, n.Family, n.PostNominals = parsed.Particle, parsed.Family, parsed.PostNominals
	}
	return n
}

// together reads the people of a cell: “Ada Example & Bo Sample”, “Ada and Bo
// Example”, “Ada Example and family”. Where the names of the people do not make
// what the list calls them, entry is that.
func together(cell string) (names []model.Name, entry string) {
	whole, family := cell, false
	for _, and := range []string{" and family", " & family", " und familie", " et famille"} {
		if n := len(cell) - len(and); n > 0 && strings.EqualFold(cell[n:], and) {
			whole, family = cell[:n], true
		}
	}
	parts := jointNames(whole)
	shared := false
	for _, and := range []string{" & ", " and "} {
		first, second, ok := strings.Cut(whole, and)
		if !ok || len(parts) != 1 || words(first) != 1 || words(second) != 2 {
			continue
		}
		both := []string{first + " " + strings.Fields(second)[1], second}
		if model.ParseName(both[0]).Prefix == "" { // else “Lord and Lady Example”
			parts, shared = both, true
		}
	}
	for _, one := range parts {
		names = append(names, model.ParseName(one))
	}
	if !family && !shared {
		return names, ""
	}
	bare := names[0]
	entry = cell
	if bare.Prefix != "" {
		entry = strings.TrimSpace(strings.TrimPrefix(cell, bare.Prefix))
	}
	return names, entry
}

// turned puts a name written family name first, “Haeghe, Marisol van der”, the
// other way round. What follows the comma of “Ada Example, OBE” stays there.
func turned(name string) string {
	family, given, ok := strings.Cut(name, ",")
	given = strings.TrimSpace(given)
	if !ok || given == "" || strings.Contains(given, ",") || words(family) > 2 || given == strings.ToUpper(given) {
		return name
	}
	return given + " " + strings.TrimSpace(family)
}

// rank reads the rank in a column, -1 where there is none; what is no rank is
// listed, and the entry stands without one.
func (r *tableReader) rank(column int) model.Rank {
	text := ""
	if column >= 0 {
		text = r.row0[column]
	}
	parsed, err := model.ParseRank(text)
	if err != nil && column >= 0 {
		r.leftCell(column, becauseNoRank)
		return model.Rank{Reason: model.RankUnknown, Source: oneLine(text)}
	}
	return parsed.Rank
}

// status reads the status; assumed is that of rows which name none.
func (r *tableReader) status() (s model.Status, assumed bool) {
	usual := r.mapping.Status
	if usual == "" {
		usual = model.Confirmed
	}
	text := r.cell(MeansStatus)
	if text == "" {
		return usual, true
	}
	if s, ok := statusOf(text); ok {
		return s, false
	}
	r.leftCell(r.mapping.Column(MeansStatus), becauseNoStatus)
	return usual, true
}

// then adds what the columns of earlier ranks tell.
func (r *tableReader) then(p Placement) {
	for i, c := range r.mapping.Columns {
		if c.Meaning != MeansRankThen || r.row0[i] == "" || c.Year == p.Edition.Year {
			continue
		}
		was := Placement{Kind: p.Kind, Entry: p.Entry, Organisation: p.Organisation, Members: slices.Clone(p.Members), Category: p.Category, Status: model.Confirmed}
		for i := range was.Members {
			was.Members[i].Title, was.Members[i].Organisation = "", ""
		}
		was.Edition = Key{List: p.Edition.List, Year: c.Year, Region: p.Edition.Region}
		if was.Rank = r.rank(i); was.Rank.Number == 0 && was.Rank.Band == "" {
			continue // "new", or nothing: not placed then
		}
		r.draft.Placements = append(r.draft.Placements, was)
		s := r.sheet(was.Edition)
		s.then = true
		s.count(was)
	}
}

// tellDivided says of which cells it was guessed where the title ends.
func (r *tableReader) tellDivided() {
	i := r.mapping.Column(MeansJob)
	if i < 0 {
		return
	}
	several := 0
	for _, row := range r.table.Rows {
		if len(commaParts(plainCommas(row[i]))) > 2 {
			several++
		}
	}
	if several == 0 {
		r.draft.note("{{.Column}} holds job title and organisation; they were divided at the comma.", "Column", r.table.ColumnName(i))
		return
	}
	r.draft.note("{{.Column}} holds job title and organisation; they were divided after the words of the job, or at the last comma. Rows with several commas: {{.Count}}", "Column", r.table.ColumnName(i), "Count", several)
}

// tellUnused names the columns that went into no field.
func (r *tableReader) tellUnused() {
	var unused []string
	for i, c := range r.mapping.Columns {
		if c.Meaning == "" && slices.ContainsFunc(r.table.Rows, func(row []string) bool { return row[i] != "" }) {
			unused = append(unused, r.table.ColumnName(i))
		}
	}
	if len(unused) > 0 {
		r.draft.note("Columns not taken: {{.Columns}}", "Columns", strings.Join(unused, ", "))
	}
}

// readTable reads a table and takes its columns as their names suggest, or as
// the source says.
func readTable(src Source) (Draft, error) {
	t, err := ReadTable(src)
	if err != nil {
		return Draft{}, err
	}
	m := t.Guess(time.Now())
	for name, meaning := range src.Columns {
		i := slices.IndexFunc(t.Head, func(h string) bool { return model.Fold(h) == model.Fold(name) })
		if i < 0 {
			return Draft{}, model.Faultf(model.ErrNotFound, "There is no column “{{.Column}}” in it.", "Column", name)
		}
		if was := m.Column(meaning); was >= 0 && !meaning.often() {
			m.Columns[was] = Column{}
		}
		m.Columns[i] = Column{Meaning: meaning}
	}
	return t.Draft(m)
}
