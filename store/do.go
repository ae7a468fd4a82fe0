package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"laurel/model"
)

// Command is one of the values of this package that say what somebody wants done.
type Command interface {
	// do carries the command out within a step and says what it did.
	do(*step) (model.Message, error)
}

// Step is several commands that are one step of the history, with a name of
// its own. An empty Kind is "edit"; "import" is the other one.
type Step struct {
	Label    model.Message
	Kind     string
	Commands []Command
}

// The kinds of operation.
const (
	KindEdit    = "edit"
	KindUndo    = "undo"
	KindRedo    = "redo"
	KindImport  = "import"
	KindMigrate = "migrate"
)

// typist is a command that may be one keystroke of many: typed names the field
// that is being typed in, or is empty.
type typist interface{ typed() string }

// joinWithin is how long typing in one field by one person stays one step.
const joinWithin = time.Minute

// Do carries commands out as one step of the history: all of them or none. When
// it returns without an error, the change is on disk. Typing on in one field
// within a minute continues the step before.
func (b *Book) Do(ctx context.Context, commands ...Command) (Receipt, error) {
	kind, title, joins := KindEdit, model.Message{}, ""
	if len(commands) == 1 {
		if s, ok := commands[0].(Step); ok {
			commands, title = s.Commands, s.Label
			if s.Kind != "" {
				kind = s.Kind
			}
		} else if t, ok := commands[0].(typist); ok {
			joins = t.typed()
		}
	}
	if kind != KindEdit && kind != KindImport {
		return Receipt{}, fmt.Errorf("store: a step of kind %q cannot be asked for", kind)
	}
	commands, err := prepared(ctx, commands, func() {})
	if err != nil {
		return Receipt{}, err
	}
	if kind == KindImport {
		b.backups.before(ctx)
	}
	return b.step(ctx, kind, joins, func(s *step) (model.Message, error) {
		label, err := s.doAll(commands)
		if title.Text != "" {
			label = title
		}
		return label, err
	})
}

// Ready gives the step with its photos made ready, which is what takes time of a
// large one: it can be shown and stopped, unlike the step itself. progress is told
// how far it is, from 0 to 1.
func (c Step) Ready(ctx context.Context, progress func(float64)) (Step, error) {
	done, all := 0, c.photos()
	commands, err := prepared(ctx, c.Commands, func() {
		done++
		progress(float64(done) / float64(all))
	})
	c.Commands = commands
	return c, err
}

// photos is how many photos a step adds.
func (c Step) photos() (n int) {
	for _, command := range c.Commands {
		switch command := command.(type) {
		case AddPhoto:
			n++
		case Step:
			n += command.photos()
		}
	}
	return n
}

// prepared does what takes time before anybody has to wait for it: it makes
// photos ready, so that the step itself is short, and tells of each.
func prepared(ctx context.Context, commands []Command, done func()) ([]Command, error) {
	ready := make([]Command, len(commands))
	for i, c := range commands {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ready[i] = c
		var err error
		switch c := c.(type) {
		case AddPhoto:
			ready[i], err = c.prepare()
			done()
		case Step:
			c.Commands, err = prepared(ctx, c.Commands, done)
			ready[i] = c
		}
		if err != nil {
			return nil, err
		}
	}
	return ready, nil
}

// do lets a Step stand among other commands.
func (c Step) do(s *step) (model.Message, error) {
	label, err := s.doAll(c.Commands)
	if c.Label.Text != "" {
		label = c.Label
	}
	return label, err
}

func (s *step) doAll(commands []Command) (model.Message, error) {
	var label model.Message
	defer func(before map[changing]int) { s.coming = before }(s.coming)
	s.coming = coming(commands)
	for i, c := range commands {
		if err := s.ctx.Err(); err != nil {
			return label, err
		}
		l, err := c.do(s)
		if err != nil {
			return label, err
		}
		if i == 0 {
			label = l
		}
		s.quiet = true
	}
	if n := len(commands); n > 1 {
		label = model.Say(label.Text+" (and {{.More}} more)", append(pairs(label.Args), "More", n-1)...)
	}
	return label, nil
}

func pairs(args map[string]any) []any {
	var all []any
	for k, v := range args {
		all = append(all, k, v)
	}
	return all
}

// step is one step of the history under way.
type step struct {
	ctx     context.Context // of the caller: asked between commands
	tx      *sql.Tx
	book    *Book
	kind    string
	op      int64
	joined  bool  // op was there before and is continued
	since   int64 // the last row of its log before we began
	created model.ID
	quiet   bool // the step has its name already
	stmts   map[string]*sql.Stmt
	// ends are where new entries go, by edition and category; see endOf.
	ends map[changing]*listEnd
	// coming counts the entries that the step still places, see makeRoom.
	coming map[changing]int
	// organisations finds them by folded name; filled when first asked for.
	organisations map[string]model.ID
}

// step runs what as one operation. Nothing is written where it fails, and
// nothing is recorded where it changes nothing.
func (b *Book) step(ctx context.Context, kind, joins string, what func(*step) (model.Message, error)) (Receipt, error) {
	if b.refusal != nil {
		return Receipt{}, b.refusal
	}
	done, err := b.turn(ctx)
	if err != nil {
		return Receipt{}, err
	}
	receipt, touched, err := b.stepNow(ctx, kind, joins, what)
	if err == nil && receipt.Op != 0 {
		b.people.touch(touched)
		b.words.touch(touched)
	}
	done()
	if err != nil {
		return Receipt{}, explain(b.params.Path, "change the book", err)
	}
	b.watchers.tell(receipt.Events)
	if receipt.Op != 0 {
		b.backups.changed()
	}
	return receipt, nil
}

func (b *Book) stepNow(ctx context.Context, kind, joins string, what func(*step) (model.Message, error)) (Receipt, touched, error) {
	// The caller's context is asked between commands; a statement itself is
	// short, and watching the context costs more than most of them.
	tx, err := b.writer.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return Receipt{}, touched{}, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := b.stillOurs(ctx, tx); err != nil {
		return Receipt{}, touched{}, err
	}
	s := &step{ctx: ctx, tx: tx, book: b, kind: kind, stmts: map[string]*sql.Stmt{}}
	if err := s.begin(joins); err != nil {
		return Receipt{}, touched{}, err
	}
	label, err := what(s)
	if err != nil {
		return Receipt{}, touched{}, err
	}
	if _, err := s.exec("DELETE FROM temp.step"); err != nil {
		return Receipt{}, touched{}, err
	}
	t, err := s.touched()
	if err != nil || t.empty() {
		return Receipt{Label: label, Created: s.created}, touched{}, err
	}
	if err := s.end(label); err != nil {
		return Receipt{}, touched{}, err
	}
	if err := ctx.Err(); err != nil {
		return Receipt{}, touched{}, err
	}
	if err := tx.Commit(); err != nil {
		return Receipt{}, touched{}, err
	}
	return Receipt{Op: s.op, Label: label, Events: t.events(s.op), Created: s.created}, t, nil
}

// stillOurs refuses to write into a file that another program has written since
// we last looked: what is on the screen may not be what is in the file.
func (b *Book) stillOurs(ctx context.Context, tx *sql.Tx) error {
	var v int64
	if err := tx.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v); err != nil {
		return err
	}
	if v != b.head.dataVersion {
		return model.Faultf(model.ErrConflict, "{{.Book}} was changed by another program: the last change was not saved. Save a copy, or open the book again.", "Book", baseName(b.params.Path))
	}
	return nil
}

// begin opens the operation, or continues the one before.
func (s *step) begin(joins string) error {
	p, now := s.book.params, s.book.params.Clock().UnixMilli()
	if joins != "" {
		err := s.row(`SELECT id,(SELECT max(id) FROM change) FROM op
			WHERE id=(SELECT max(id) FROM op) AND joins=? AND actor=? AND device=? AND kind='edit'
			AND undone_by IS NULL AND ? BETWEEN began AND began+?`,
			joins, p.Actor, p.Device, now, joinWithin.Milliseconds()).Scan(&s.op, &s.since)
		s.joined = err == nil
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	if !s.joined {
		r, err := s.exec("INSERT INTO op(uid,began,ended,actor,device,label,kind,joins) VALUES(?,?,?,?,?,'',?,?)",
			string(p.NewID()), now, now, p.Actor, p.Device, s.kind, joins)
		if err != nil {
			return err
		}
		if s.op, err = r.LastInsertId(); err != nil {
			return err
		}
	}
	_, err := s.exec("INSERT INTO temp.step VALUES(?)", s.op)
	return err
}

// end names the operation; one that was continued is drawn together. What was
// undone or redone is told by the name of the step it was done to.
func (s *step) end(label model.Message) error {
	switch {
	case s.joined:
		return s.drawTogether()
	case s.kind == KindUndo || s.kind == KindRedo:
		return nil
	}
	args, err := json.Marshal(label.Args)
	if err != nil {
		return fmt.Errorf("name the step: %w", err)
	}
	if label.Args == nil {
		args = []byte("{}")
	}
	_, err = s.exec("UPDATE op SET label=?, args=? WHERE id=?", label.Text, string(args), s.op)
	return err
}

// drawTogether makes one logged change of each field out of what was typed
// before and what was typed now. Where the words are back to what they were,
// nothing is left of the step.
func (s *step) drawTogether() error {
	for _, q := range []string{
		`UPDATE change SET new=(SELECT n.new FROM change n WHERE n.op=change.op AND n.tbl=change.tbl AND n.row=change.row
			AND n.col=change.col AND n.kind='U' ORDER BY n.id DESC LIMIT 1) WHERE op=? AND kind='U'`,
		`DELETE FROM change WHERE op=? AND kind='U' AND EXISTS(SELECT 1 FROM change o WHERE o.op=change.op AND o.id<change.id
			AND o.tbl=change.tbl AND o.row=change.row AND o.col=change.col AND o.kind='U')`,
		`DELETE FROM change WHERE op=? AND kind='U' AND old IS new`,
		`DELETE FROM op WHERE id=? AND NOT EXISTS(SELECT 1 FROM change WHERE op=op.id)`,
	} {
		if _, err := s.exec(q, s.op); err != nil {
			return err
		}
	}
	_, err := s.exec("UPDATE op SET ended=max(ended,?) WHERE id=?", s.book.params.Clock().UnixMilli(), s.op)
	return err
}

// prepared keeps the statements of a step: an import runs each a thousand times.
func (s *step) prepared(query string) (*sql.Stmt, error) {
	if st := s.stmts[query]; st != nil {
		return st, nil
	}
	st, err := s.tx.Prepare(query)
	if err != nil {
		return nil, err
	}
	s.stmts[query] = st
	return st, nil
}

func (s *step) exec(query string, args ...any) (sql.Result, error) {
	st, err := s.prepared(query)
	if err != nil {
		return nil, err
	}
	return st.Exec(args...)
}

func (s *step) row(query string, args ...any) *sql.Row {
	st, err := s.prepared(query)
	if err != nil {
		return s.tx.QueryRow(query, args...) // which fails again and says so
	}
	return st.QueryRow(args...)
}

// QueryContext and QueryRowContext make a step a querier, so that reading is
// the same within a step and outside.
func (s *step) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := s.prepared(query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(context.WithoutCancel(ctx), args...)
}

// QueryRowContext reads one row.
func (s *step) QueryRowContext(_ context.Context, query string, args ...any) *sql.Row {
	return s.row(query, args...)
}

// newID names a new record, unless the command already did.
func (s *step) newID(given model.ID) model.ID {
	if given != "" {
		return given
	}
	return s.book.params.NewID()
}
