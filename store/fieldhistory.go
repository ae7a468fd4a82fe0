package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"laurel/model"
)

// What a row of the log shows of the whole record where one was made or lost.
const (
	FieldAdded   = "added"
	FieldRemoved = "removed"
)

// Changes gives what an operation changed, field by field, in the order in
// which it was done. Where a field was changed twice, it is told once.
func (b *Book) Changes(ctx context.Context, op int64) ([]FieldChange, error) {
	return b.fieldChanges(ctx, "c.op=?1", "ORDER BY g.first", op)
}

// FieldHistory gives every change of a record (for a placement also of its
// members and answers), newest first.
func (b *Book) FieldHistory(ctx context.Context, record model.ID) ([]FieldChange, error) {
	return b.fieldChanges(ctx, "c."+ofRecord, "ORDER BY g.op DESC, g.first", string(record))
}

// PersonHistory gives every change of what is known, printed or said of a
// person, photos and placements included, newest first. What was known of those
// who were merged into them belongs to it.
func (b *Book) PersonHistory(ctx context.Context, person model.ID) ([]FieldChange, error) {
	return b.fieldChanges(ctx, "c."+ofPerson, "ORDER BY g.op DESC, g.first", string(person))
}

// A field's first old and last new value of the operation are what it changed.
const fieldChangeQuery = `SELECT g.op, o.began, o.actor, coalesce(t.label,o.label), coalesce(t.args,o.args), o.kind, g.tbl, g.row, g.kind, g.col,
	(SELECT old FROM change WHERE id=g.first), (SELECT new FROM change WHERE id=g.last)
	FROM (SELECT c.op, c.tbl, c.row, c.kind, c.col, min(c.id) AS first, max(c.id) AS last
		FROM change c WHERE %s GROUP BY c.op,c.tbl,c.row,c.kind,c.col) g
	JOIN op o ON o.id=g.op LEFT JOIN op t ON t.id=o.target %s`

func (b *Book) fieldChanges(ctx context.Context, where, order string, arg any) ([]FieldChange, error) {
	var all []FieldChange
	err := b.consistently(ctx, "read the history", func(q querier) error {
		r := reader{ctx: ctx, q: q, names: map[string]string{}}
		rows, err := collect(ctx, q, scanRawChange, fmt.Sprintf(fieldChangeQuery, where, order), arg)
		if err != nil {
			return err
		}
		all = all[:0]
		for _, raw := range rows {
			c, tells, err := r.tell(raw)
			if err != nil {
				return err
			}
			if !tells {
				continue
			}
			if len(all) < namedChanges {
				if err := r.name(raw, &c); err != nil {
					return err
				}
			}
			all = append(all, c)
		}
		return nil
	})
	return all, err
}

// namedChanges is how many changes are told with the name of their record: of
// an import nobody reads more.
const namedChanges = 500

// personOf says whose record of each table it is.
var personOf = map[string]string{
	"person": "id", "photo": "coalesce(person,'')", "member": "person", "custom_value": "person",
	"placement": "coalesce((SELECT person FROM member WHERE placement=placement.id ORDER BY pos LIMIT 1),'')",
	"answer":    "coalesce((SELECT person FROM member WHERE placement=answer.placement ORDER BY pos LIMIT 1),'')",
}

// name says what a change's record is called, and whose it is.
func (r *reader) name(raw rawChange, c *FieldChange) error {
	c.Restorable = raw.kind == "U" && slices.Contains(restorable[raw.table], raw.column)
	var lost any
	if raw.kind == "D" {
		lost = raw.old
	}
	var err error
	if c.Of, err = r.recordName(raw.table, string(c.Record), lost); err != nil || personOf[raw.table] == "" {
		return err
	}
	key := "person of " + string(c.Record)
	if known, ok := r.names[key]; ok {
		c.Person = model.ID(known)
		return nil
	}
	err = r.q.QueryRowContext(r.ctx, "SELECT "+personOf[raw.table]+" FROM "+raw.table+" WHERE id=?", string(c.Record)).Scan(&c.Person)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	r.names[key] = string(c.Person)
	return err
}

// rawChange is a changed column as the log has it.
type rawChange struct {
	FieldChange
	table, kind, column string
	old, new            any
}

func scanRawChange(scan func(...any) error) (c rawChange, err error) {
	var at int64
	var text, args, kind string
	if err := scan(&c.Op, &at, &c.Actor, &text, &args, &kind, &c.table, &c.Record, &c.kind, &c.column, &c.old, &c.new); err != nil {
		return c, err
	}
	c.At, c.Topic = moment(at), topics[c.table]
	c.Label, err = labelOf(kind, text, args)
	return c, err
}

// reader turns what the log keeps into what people read.
type reader struct {
	ctx   context.Context
	q     querier
	names map[string]string // of the records that columns point at
}

// unread are columns that tell people nothing beside the one they go with.
var unread = []string{"excerpt", "quote", "rank_source", "rank_to", "focal_y", "crop_y", "crop_w", "crop_h", "organisation_id", "scheme_top"}

func (r *reader) tell(raw rawChange) (FieldChange, bool, error) {
	c := raw.FieldChange
	var err error
	switch raw.kind {
	case "I":
		if raw.table == "custom_value" { // its words come with the change that follows
			return c, false, nil
		}
		c.Field = FieldAdded
		c.New, err = r.recordName(raw.table, string(c.Record), nil)
	case "D":
		c.Field = FieldRemoved
		c.Old, err = r.recordName(raw.table, string(c.Record), raw.old)
	default:
		c.Field = strings.ReplaceAll(raw.column, "_", " ")
		if c.Old, err = r.value(raw.table, raw.column, raw.old); err == nil {
			c.New, err = r.value(raw.table, raw.column, raw.new)
		}
		if raw.table == "custom_value" && err == nil {
			c.Custom, err = r.customName(string(c.Record))
		}
		if slices.Contains(unread, raw.column) || c.Old == c.New {
			return c, false, err
		}
	}
	return c, true, err
}

// value writes a column's value for reading.
func (r *reader) value(table, column string, v any) (string, error) {
	text := ""
	switch v := v.(type) {
	case nil:
	case []byte:
		text = string(v)
	default:
		text = fmt.Sprint(v)
	}
	switch column {
	case "organisation":
		if table == "member" { // the words that were printed
			return text, nil
		}
		return r.recordName("organisation", text, nil)
	case "person", "speaker":
		return r.recordName("person", text, nil)
	case "photo":
		return r.recordName("photo", text, nil)
	case "predecessor":
		return r.recordName("edition", text, nil)
	case "rules":
		return readableRules(text)
	case "schedule":
		return readableSchedule(text)
	case "family_first", "trashed", "finished", "frozen", "approved", "rank_tied", "excerpt_stale", "quote_stale":
		if text == "1" {
			return "yes", nil
		}
		return "no", nil
	}
	if column == "crops" {
		return strings.Join(places(text), "; "), nil
	}
	var list []string
	if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &list) == nil {
		return strings.Join(list, "; "), nil
	}
	return text, nil
}

// places names the places in the book that have a crop of their own.
func places(crops string) []string {
	var of map[string]model.Crop
	if json.Unmarshal([]byte(crops), &of) != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(of))
}

// customName is what the curator calls the field of a value.
func (r *reader) customName(value string) (string, error) {
	var name string
	err := r.q.QueryRowContext(r.ctx, "SELECT f.name FROM custom_value v JOIN custom_field f ON f.id=v.field WHERE v.id=?", value).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) { // the field was taken away since
		return "", nil
	}
	return name, err
}

// nameParts are the parts of a name together: a particle such as “al-” is not
// parted from what follows.
const nameParts = "given||' '||particle||iif(substr(particle,-1) IN ('-','‑','''','’'),'',' ')||family"

// nameOf says by what a record of each table is called.
var nameOf = map[string]string{
	"person":       "trim(prefix||' '||" + nameParts + ")",
	"organisation": "name", "list": "name", "edition": "trim(list_name||' '||year||' '||region)", "photo": "file_name",
	"placement": "coalesce(nullif(entry_name,''),(SELECT trim(" + nameParts + ") FROM member WHERE placement=placement.id ORDER BY pos LIMIT 1),'')", "member": "trim(" + nameParts + ")", "answer": "question", "yearbook": "''", "asset": "name", "search": "name", "custom_field": "name", "erratum": "text",
	"custom_value": "(SELECT trim(prefix||' '||" + nameParts + ") FROM person WHERE person.id=custom_value.person)",
}

// recordName says what a record is called: of one that is gone, by the row that
// was lost.
func (r *reader) recordName(table, id string, lost any) (string, error) {
	if id == "" || nameOf[table] == "" {
		return "", nil
	}
	if name, known := r.names[table+id]; known && lost == nil {
		return name, nil
	}
	var name string
	var err error
	if lost != nil {
		name, err = r.lostName(table, lost)
	} else {
		err = r.q.QueryRowContext(r.ctx, "SELECT "+nameOf[table]+" FROM "+table+" WHERE id=?", id).Scan(&name)
		if errors.Is(err, sql.ErrNoRows) {
			err = r.q.QueryRowContext(r.ctx, "SELECT old FROM change WHERE tbl=? AND row=? AND kind='D' ORDER BY id DESC LIMIT 1", table, id).Scan(&lost)
			if errors.Is(err, sql.ErrNoRows) {
				return "", nil
			}
			if err == nil {
				name, err = r.lostName(table, lost)
			}
		}
	}
	name = strings.Join(strings.Fields(name), " ")
	r.names[table+id] = name
	return name, err
}

func (r *reader) lostName(table string, lost any) (string, error) {
	var row struct {
		Name, Given, Particle, Family, Question, Region, Prefix, Text string
		EntryName                                                     string `json:"entry_name"`
		ListName                                                      string `json:"list_name"`
		FileName                                                      string `json:"file_name"`
		Year                                                          int
	}
	text, _ := lost.(string)
	if err := json.Unmarshal([]byte(text), &row); err != nil {
		return "", err
	}
	switch table {
	case "person", "member":
		return model.Name{Prefix: row.Prefix, Given: row.Given, Particle: row.Particle, Family: row.Family}.Display(), nil
	case "edition":
		return fmt.Sprint(row.ListName, " ", row.Year, " ", row.Region), nil
	}
	return row.Name + row.EntryName + row.Question + row.FileName + row.Text, nil
}

// RestoreField brings a field of a record back to what it was before an
// operation, as a new step: Op, Record and Field as FieldHistory gives them.
type RestoreField struct {
	Op     int64
	Record model.ID
	Field  string
}

// restorable are the fields that stand alone; places, ranks and what is derived
// from an answer's words are changed by commands of their own.
var restorable = map[string][]string{
	"person":       {"given", "family", "prefix", "particle", "post_nominals", "family_first", "sort_as", "pronouns", "title", "organisation", "sector", "country", "photo", "consent", "consent_date", "notes", "contact", "former_names"},
	"organisation": {"name", "sort_as", "sector", "country"},
	"edition":      {"list_name", "size", "questions", "categories", "published", "method", "criteria", "judges", "tie_style", "predecessor", "finished", "rules", "schedule"},
	"placement":    {"entry_name", "citation", "strapline", "sector", "country", "photo", "video", "list_name"},
	"member":       {"given", "family", "prefix", "particle", "post_nominals", "family_first", "sort_as", "title", "organisation"},
	"answer":       {"question", "original", "edited", "approved", "speaker"},
	"custom_value": {"value"},
	"photo":        {"credit", "rights", "rights_until", "alt"},
	"yearbook":     {"definition"},
	"asset":        {"name", "alt", "credit"},
	"erratum":      {"noted", "text"},
}

func (c RestoreField) do(s *step) (model.Message, error) {
	column := strings.ReplaceAll(c.Field, " ", "_")
	var table string
	var old any
	err := s.row("SELECT tbl,old FROM change WHERE op=? AND row=? AND col=? AND kind='U' ORDER BY id LIMIT 1", c.Op, string(c.Record), column).Scan(&table, &old)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !slices.Contains(restorable[table], column) {
		return model.Message{}, invalid("This field cannot be brought back alone: undo the step instead.")
	} else if err != nil {
		return model.Message{}, err
	}
	switch {
	case table == "answer" && (column == "edited" || column == "original"):
		return s.restoreAnswer(c.Record, column, old)
	case table == "person":
		return s.restorePerson(c.Record, column, old)
	case table != "organisation" && table != "photo" && table != "asset" && table != "custom_value" && table != "erratum":
		if err := s.thawedRow(table, c.Record); err != nil {
			return model.Message{}, err
		}
	}
	if _, err := s.exec("UPDATE "+table+" SET "+column+"=? WHERE id=?", old, string(c.Record)); err != nil {
		return model.Message{}, err
	}
	r := reader{ctx: s.ctx, q: s, names: map[string]string{}}
	name, err := r.recordName(table, string(c.Record), nil)
	if name == "" {
		return model.Say("Bring back an earlier " + fieldWord(column)), err
	}
	return model.Say("Bring back an earlier "+fieldWord(column)+" of {{.Name}}", "Name", name), err
}

// restorePerson brings what follows a person back with them.
func (s *step) restorePerson(id model.ID, column string, old any) (model.Message, error) {
	was, err := personByID(s.ctx, s, id)
	if err != nil {
		return model.Message{}, err
	}
	if _, err := s.exec("UPDATE person SET "+column+"=? WHERE id=?", old, string(id)); err != nil {
		return model.Message{}, err
	}
	is, err := personByID(s.ctx, s, id)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Bring back an earlier "+fieldWord(column)+" of {{.Name}}", "Name", is.Name.Display()), s.membersFollow(was, is)
}

// restoreAnswer goes the way of every change of an answer, for its excerpt is
// to be found again.
func (s *step) restoreAnswer(id model.ID, column string, old any) (model.Message, error) {
	a, p, err := s.thawedAnswer(id)
	if err != nil {
		return model.Message{}, err
	}
	text, edited := old.(string)
	update := UpdateAnswer{ID: id, Original: &text}
	if column == "edited" {
		if !edited { // it was the original then
			text = a.Original
		}
		update = UpdateAnswer{ID: id, Edited: &text}
	}
	_, err = update.do(s)
	return model.Say("Bring back an earlier answer of {{.Name}}", "Name", p.PrintedName()), err
}

// thawedRow refuses a row of a frozen edition.
func (s *step) thawedRow(table string, id model.ID) error {
	edition := map[string]string{
		"edition": "?1", "yearbook": "?1",
		"placement": "(SELECT edition FROM placement WHERE id=?1)",
		"member":    "(SELECT p.edition FROM member m JOIN placement p ON p.id=m.placement WHERE m.id=?1)",
		"answer":    "(SELECT p.edition FROM answer a JOIN placement p ON p.id=a.placement WHERE a.id=?1)",
	}[table]
	var of string
	if err := s.row("SELECT coalesce("+edition+",'')", string(id)).Scan(&of); err != nil {
		return err
	}
	_, err := s.thawed(model.ID(of))
	return err
}
