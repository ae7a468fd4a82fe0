package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"

	"laurel/model"
)

// fields are columns of a row with the values they get.
type fields struct {
	columns []string
	values  []any
}

// set gives a column a value as the file keeps it.
func (f *fields) set(column string, v any) {
	f.columns = append(f.columns, column)
	f.values = append(f.values, stored(v))
}

// sets says whether one of some columns gets a value.
func (f *fields) sets(columns ...string) bool {
	return slices.ContainsFunc(f.columns, func(c string) bool { return slices.Contains(columns, c) })
}

// change sets a column where a command has a word to say about it.
func change[T any](f *fields, column string, v *T) {
	if v != nil {
		f.set(column, *v)
	}
}

// stored writes a value as the file keeps it: text in NFC, an empty ID as
// NULL, lists as JSON, fractions to a millionth.
func stored(v any) any {
	switch v := v.(type) {
	case nil, int, int64, []byte:
		return v
	case model.ID:
		if v == "" {
			return nil
		}
		return string(v)
	case bool:
		if v {
			return 1
		}
		return 0
	case float64:
		return math.Round(v*1e6) / 1e6
	case []string:
		all := make([]string, 0, len(v))
		for _, t := range v {
			all = append(all, clean(t))
		}
		return asJSON(all)
	case map[string]model.Crop:
		if len(v) == 0 {
			return "{}"
		}
		return asJSON(v)
	case map[string]string:
		all := make(map[string]string, len(v))
		for k, t := range v {
			all[clean(k)] = clean(t)
		}
		return asJSON(all)
	}
	return clean(reflect.ValueOf(v).String()) // a string, or a type made of one
}

// clean is text as it is kept; NUL cannot be part of any.
func clean(s string) string {
	return model.NormaliseText(strings.ReplaceAll(s, "\x00", ""))
}

// asJSON writes what always can be written: lists and maps of text and numbers.
func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "null" // which the file's own CHECKs refuse
	}
	return string(b)
}

// jsonColumn reads a column of JSON.
type jsonColumn struct{ into any }

// Scan reads what the driver gives.
func (j jsonColumn) Scan(v any) error {
	text, ok := v.(string)
	if !ok {
		return errors.New("not a text")
	}
	if text == "[]" || text == "{}" {
		return nil
	}
	return json.Unmarshal([]byte(text), j.into)
}

func (s *step) insert(table string, f fields) error {
	marks := strings.TrimSuffix(strings.Repeat("?,", len(f.columns)), ",")
	_, err := s.exec("INSERT INTO "+table+"("+strings.Join(f.columns, ",")+") VALUES("+marks+")", f.values...)
	return err
}

func (s *step) update(table string, id model.ID, f fields) error {
	if len(f.columns) == 0 {
		return nil
	}
	if table == "placement" && f.sets(orderColumns...) {
		s.ends = nil
	}
	_, err := s.exec("UPDATE "+table+" SET "+strings.Join(f.columns, "=?,")+"=? WHERE id=?", append(f.values, string(id))...)
	return err
}

func (s *step) remove(table string, id model.ID) error {
	s.ends = nil
	_, err := s.exec("DELETE FROM "+table+" WHERE id=?", string(id))
	return err
}

// one reads one record by its ID; missing is what is said where there is none.
func one[T any](ctx context.Context, q querier, scan func(func(...any) error) (T, error), query string, id model.ID, missing string) (T, error) {
	v, err := scan(q.QueryRowContext(ctx, query, string(id)).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return v, model.Faultf(model.ErrNotFound, missing)
	}
	return v, err
}

// fieldWords are what people call the columns. A column without a word of its
// own is called by its name.
var fieldWords = map[string]string{
	"prefix": "name", "given": "name", "particle": "name", "family": "name", "post_nominals": "name", "family_first": "name",
	"sort_as": "sorting", "organisation_id": "organisation", "consent_date": "consent date", "contact": "contact data",
	"notes": "private notes", "entry_name": "name", "list_name": "name of the list", "tie_style": "style of ties",
	"rank_number": "rank", "rank_tied": "rank", "rank_to": "rank", "rank_band": "rank", "rank_reason": "rank", "rank_source": "rank", "pos": "position",
	"crop_x": "crop", "crop_y": "crop", "crop_w": "crop", "crop_h": "crop", "scheme_top": "scheme", "scheme_bands": "scheme",
	"overrides": "text for print", "override_of": "text for print",
	"former_names": "former names", "file_name": "file name", "focal_x": "focal point", "focal_y": "focal point",
	"original": "answer", "edited": "edited answer", "approved": "approval", "excerpt_text": "excerpt", "excerpt_stale": "excerpt",
	"quote": "pull quote", "quote_text": "pull quote", "quote_stale": "pull quote", "definition": "book settings",
	"noted": "date", "master": "picture", "alt": "description", "trashed": "trash", "crops": "crop", "rights_until": "end of the rights", "pronouns": "pronouns",
}

func fieldWord(column string) string {
	if w, ok := fieldWords[column]; ok {
		return w
	}
	return column
}

// changeLabel names a step by the field that changed: "Change title of …"; by
// the record alone where several did.
func (s *step) changeLabel(table string, id model.ID, name string) (model.Message, error) {
	if s.quiet {
		return model.Message{}, nil
	}
	columns, err := texts(s.ctx, s, "SELECT DISTINCT col FROM change WHERE op=? AND id>? AND tbl=? AND row=? AND kind='U'", s.op, s.since, table, string(id))
	if err != nil {
		return model.Message{}, err
	}
	word := ""
	for _, c := range columns {
		switch w := fieldWord(c); {
		case word == "" || w == word:
			word = w
		default:
			return model.Say("Change {{.Name}}", "Name", name), nil
		}
	}
	if word == "" {
		return model.Say("Change {{.Name}}", "Name", name), nil
	}
	return model.Say("Change "+word+" of {{.Name}}", "Name", name), nil
}

// typing joins the names of the fields a command sets into the name of the
// place where somebody is typing. An empty one is not typing.
type typing struct {
	parts []string
	other bool
}

func typedIn[T any](t *typing, field string, v *T) {
	if v != nil {
		t.parts = append(t.parts, field)
	}
}

// chosen is a field that is set by a choice: every choice is a step of its own.
func chosen[T any](t *typing, v *T) { t.other = t.other || v != nil }

func (t *typing) place(record model.ID) string {
	if t.other || len(t.parts) != 1 {
		return ""
	}
	return string(record) + "/" + t.parts[0]
}
