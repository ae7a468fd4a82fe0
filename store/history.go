package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"laurel/model"
)

// HistoryFilter chooses operations. The zero value is all of them.
type HistoryFilter struct {
	Limit  int      // at most so many; 0: all
	Before int64    // only those with a lower number; 0: from the newest
	Record model.ID // only those that changed this record (or a placement's members and answers)
	Person model.ID // only those that changed something of this person
	Actor  string   // only those of one curator
	Topic  Topic    // only those that changed a record of this kind
	Text   string   // every word begins a word of what the step is called
	// Since and Until leave out what is older than the one and not older than
	// the other; the zero time leaves nothing out.
	Since, Until time.Time
}

const operationColumns = `o.id, o.began, o.actor, o.device, coalesce(t.label,o.label), coalesce(t.args,o.args), o.kind, o.undone_by IS NOT NULL,
	(SELECT count(DISTINCT c.tbl||c.row||c.col) FROM change c WHERE c.op=o.id)`

// ofRecord is which rows of the log belong to a record: its own, and those of a
// placement's members and answers. The tables are named for the index's sake.
const ofRecord = `tbl IN('person','organisation','photo','list','edition','placement','member','answer','yearbook','asset','custom_value','erratum')
	AND row IN (SELECT ?1 UNION SELECT id FROM member WHERE placement=?1 UNION SELECT id FROM answer WHERE placement=?1
		UNION SELECT id FROM erratum WHERE placement=?1
		UNION SELECT id FROM custom_value WHERE person=?1 UNION ` + survivedBy + `)`

// survivedBy are the records that were merged into one, and into those.
const survivedBy = `SELECT id FROM (WITH RECURSIVE lost(id) AS (SELECT ?1 UNION SELECT merged.id FROM merged JOIN lost ON merged.survivor=lost.id) SELECT id FROM lost)`

// ofPerson is which rows of the log belong to a person, in whatever table.
const ofPerson = `tbl IN('person','photo','placement','member','answer','custom_value') AND row IN (` + survivedBy + `
		UNION SELECT id FROM photo WHERE person=?1 UNION SELECT id FROM custom_value WHERE person=?1
		UNION SELECT id FROM member WHERE person=?1 UNION SELECT placement FROM member WHERE person=?1
		UNION SELECT a.id FROM answer a JOIN member m ON m.placement=a.placement WHERE m.person=?1)`

// History gives the operations, newest first.
func (b *Book) History(ctx context.Context, f HistoryFilter) ([]Operation, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	if f.Text != "" {
		limit = -1 // what a step is called is looked at afterwards
	}
	subject, of := string(f.Record), ofRecord
	if f.Person != "" {
		subject, of = string(f.Person), ofPerson
	}
	ops, err := collect(ctx, b.readers, scanOperation, `SELECT `+operationColumns+` FROM op o LEFT JOIN op t ON t.id=o.target
		WHERE (?2=0 OR o.id<?2) AND (?1='' OR o.id IN (SELECT op FROM change WHERE `+of+`))
		AND (?4='' OR o.actor=?4) AND (?5='[]' OR EXISTS(SELECT 1 FROM change WHERE op=o.id AND tbl IN (SELECT value FROM json_each(?5))))
		AND (?6=0 OR o.began>=?6) AND (?7=0 OR o.began<?7)
		ORDER BY o.id DESC LIMIT ?3`, subject, f.Before, limit, f.Actor, tablesOf(f.Topic), milliseconds(f.Since), milliseconds(f.Until))
	if f.Text != "" {
		ops = called(ops, f)
	}
	return ops, explain(b.params.Path, "read the history", err)
}

// milliseconds is a time as the book keeps it; 0 is none.
func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// called keeps the steps whose names hold all words of a filter.
func called(ops []Operation, f HistoryFilter) []Operation {
	var wanted []string
	for _, w := range searchWords(f.Text) {
		wanted = append(wanted, " "+w)
	}
	var kept []Operation
	for _, o := range ops {
		if holdsAll(foundBy(o.Label.String(), o.Actor), wanted) {
			kept = append(kept, o)
		}
	}
	if f.Limit > 0 && len(kept) > f.Limit {
		kept = kept[:f.Limit]
	}
	return kept
}

// tablesOf are the tables of a topic, as JSON; none for no topic.
func tablesOf(t Topic) string {
	all := []string{}
	for table, topic := range topics {
		if topic == t && t != "" {
			all = append(all, table)
		}
	}
	return asJSON(all)
}

// Actors gives everybody who changed something in the book, by name.
func (b *Book) Actors(ctx context.Context) ([]string, error) {
	all, err := texts(ctx, b.readers, "SELECT DISTINCT actor FROM op ORDER BY actor COLLATE NOCASE")
	return all, explain(b.params.Path, "read the history", err)
}

func scanOperation(scan func(...any) error) (Operation, error) {
	var o Operation
	var at int64
	var args string
	if err := scan(&o.ID, &at, &o.Actor, &o.Device, &o.Label.Text, &args, &o.Kind, &o.Undone, &o.Changes); err != nil {
		return o, err
	}
	o.At = moment(at)
	label, err := labelOf(o.Kind, o.Label.Text, args)
	o.Label = label
	return o, err
}

// labelOf speaks of a step: what was undone or redone is told by the label of
// the step it was done to.
func labelOf(kind, text, args string) (model.Message, error) {
	m := model.Message{Text: text}
	if args != "{}" && args != "" {
		if err := json.Unmarshal([]byte(args), &m.Args); err != nil {
			return m, err
		}
	}
	switch kind {
	case KindUndo:
		m.Text = "Undo: " + lowerFirst(m.Text)
	case KindRedo:
		m.Text = "Redo: " + lowerFirst(m.Text)
	}
	return m, nil
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// undoable is the newest step that is done and was not undone; what was
// migrated cannot be brought back, for the columns have changed.
const undoable = `SELECT o.id, o.label, o.args FROM op o WHERE o.kind IN('edit','import') AND o.undone_by IS NULL
	AND o.id>coalesce((SELECT max(id) FROM op WHERE kind='migrate'),0) ORDER BY o.id DESC LIMIT 1`

// redoable is the newest undo that was not redone, as long as nothing else was
// done since: its own number, and what it undid.
const redoable = `SELECT u.id, o.label, o.args FROM op u JOIN op o ON o.id=u.target WHERE u.kind='undo' AND u.undone_by IS NULL
	AND u.id>coalesce((SELECT max(id) FROM op WHERE kind IN('edit','import','migrate')),0) ORDER BY u.id DESC LIMIT 1`

// nextStep finds what undo (or redo) would take next.
func nextStep(ctx context.Context, q querier, which, kind string) (op int64, label model.Message, err error) {
	var text, args string
	err = q.QueryRowContext(ctx, which).Scan(&op, &text, &args)
	if errors.Is(err, sql.ErrNoRows) {
		if kind == KindRedo {
			return 0, label, model.Faultf(model.ErrNothing, "There is nothing left to redo.")
		}
		return 0, label, model.Faultf(model.ErrNothing, "There is nothing left to undo.")
	} else if err != nil {
		return 0, label, err
	}
	label, err = labelOf(kind, text, args)
	return op, label, err
}

// frozenBy names the edition that a step froze or unfroze, or is empty: undo
// stops there.
func frozenBy(ctx context.Context, q querier, op int64) (string, error) {
	var name string
	err := q.QueryRowContext(ctx, `SELECT coalesce((SELECT list_name||' '||year FROM edition WHERE id=row),'an edition')
		FROM change WHERE op=? AND tbl='edition' AND col='frozen' LIMIT 1`, op).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return name, err
}

// CanUndo says whether there is a step to undo, and which.
func (b *Book) CanUndo(ctx context.Context) (model.Message, bool) {
	if b.refusal != nil {
		return model.Message{}, false
	}
	op, label, err := nextStep(ctx, b.readers, undoable, KindUndo)
	if err != nil {
		return model.Message{}, false
	}
	barrier, err := frozenBy(ctx, b.readers, op)
	return label, err == nil && barrier == ""
}

// CanRedo says whether there is a step to redo, and which.
func (b *Book) CanRedo(ctx context.Context) (model.Message, bool) {
	if b.refusal != nil {
		return model.Message{}, false
	}
	_, label, err := nextStep(ctx, b.readers, redoable, KindRedo)
	return label, err == nil
}

// Undo takes back the newest step that is not undone, as a new step. Where
// there is none, or where the freeze of an edition stands before it, the error
// is model.ErrNothing.
func (b *Book) Undo(ctx context.Context) (Receipt, error) {
	return b.step(ctx, KindUndo, "", func(s *step) (model.Message, error) {
		target, label, err := nextStep(ctx, s, undoable, KindUndo)
		if err != nil {
			return label, err
		}
		barrier, err := frozenBy(ctx, s, target)
		if err != nil {
			return label, err
		}
		if barrier != "" {
			return label, model.Faultf(model.ErrNothing, "Undo stops here: the step before froze or unfroze {{.Edition}}.", "Edition", barrier)
		}
		if err := s.replay(target); err != nil {
			return label, err
		}
		if _, err := s.exec("UPDATE op SET undone_by=? WHERE id=?", s.op, target); err != nil {
			return label, err
		}
		_, err = s.exec("UPDATE op SET target=? WHERE id=?", target, s.op)
		return label, err
	})
}

// Redo does again what was last undone, unless something else was done since.
func (b *Book) Redo(ctx context.Context) (Receipt, error) {
	return b.step(ctx, KindRedo, "", func(s *step) (model.Message, error) {
		undo, label, err := nextStep(ctx, s, redoable, KindRedo)
		if err != nil {
			return label, err
		}
		if err := s.replay(undo); err != nil {
			return label, err
		}
		for _, q := range []string{
			"UPDATE op SET target=(SELECT target FROM op WHERE id=?2) WHERE id=?1",
			"UPDATE op SET undone_by=NULL WHERE id=(SELECT target FROM op WHERE id=?2)",
			"UPDATE op SET undone_by=?1 WHERE id=?2",
		} {
			if _, err := s.exec(q, s.op, undo); err != nil {
				return label, err
			}
		}
		return label, nil
	})
}

// errElsewhere is that the file does not hold what the step left there.
var errElsewhere = model.Faultf(model.ErrConflict, "This step cannot be taken back: what it changed has been changed since by another program. Nothing was done.")

// logged change of one step, as replay reads it.
type loggedChange struct {
	table, row, kind, column string
	old, new                 any
}

// replay undoes a step, its changes last first. Each is guarded by the value
// the log says is there now.
func (s *step) replay(op int64) error {
	if _, err := s.tx.Exec("PRAGMA defer_foreign_keys=ON"); err != nil {
		return err
	}
	shape, err := currentShape()
	if err != nil {
		return err
	}
	changes, err := collect(s.ctx, s, func(scan func(...any) error) (c loggedChange, err error) {
		return c, scan(&c.table, &c.row, &c.kind, &c.column, &c.old, &c.new)
	}, "SELECT tbl,row,kind,col,old,new FROM change WHERE op=? ORDER BY id DESC", op)
	if err != nil {
		return err
	}
	for _, c := range changes {
		query, args := c.reversed(shape.columns[c.table])
		if query == "" {
			return errBroken
		}
		r, err := s.exec(query, args...)
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); err != nil || n != 1 {
			return errors.Join(errElsewhere, err)
		}
	}
	return nil
}

// reversed gives the statement that takes a change back. Names of tables and
// columns come from the file: only those we know become part of a statement.
func (c loggedChange) reversed(columns []string) (string, []any) {
	switch c.kind {
	case "U":
		for _, name := range columns {
			if name == c.column {
				return "UPDATE " + c.table + " SET " + name + "=?1 WHERE id=?2 AND " + name + " IS ?3", []any{c.old, c.row, c.new}
			}
		}
	case "I":
		if len(columns) > 0 {
			return "DELETE FROM " + c.table + " WHERE id=?", []any{c.row}
		}
	case "D":
		if len(columns) > 0 {
			values := make([]string, len(columns))
			for i, name := range columns {
				values[i] = "json_extract(?1,'$." + name + "')"
			}
			return "INSERT INTO " + c.table + "(" + strings.Join(columns, ",") + ") SELECT " + strings.Join(values, ","), []any{c.old}
		}
	}
	return "", nil
}
