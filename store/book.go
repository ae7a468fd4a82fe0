package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"laurel/model"
)

// Params says which book is meant, who works on it, and what the store takes
// from outside.
type Params struct {
	Path   string
	Actor  string // who makes the changes, for the history; needed for writing
	Device string // on which machine
	Title  string // for Create; empty: the file's name
	// ReadOnly opens a book only to read, also beside a Laurel that writes.
	ReadOnly bool
	// BackupDir is where automatic backups go, in a folder for each book;
	// empty: none are made.
	BackupDir string
	// BackupBytes is how much room the backups of one book may take; 0: 10 GB.
	BackupBytes int64
	Clock       func() time.Time // nil: time.Now
	NewID       func() model.ID  // nil: model.NewID
}

func (p Params) complete() (Params, error) {
	if p.Path == "" {
		return p, model.Faultf(model.ErrNotFound, "No book is named.")
	}
	if p.Actor == "" && !p.ReadOnly {
		return p, errors.New("store: nobody named who makes the changes")
	}
	abs, err := filepath.Abs(p.Path)
	if err != nil {
		return p, err
	}
	p.Path = abs
	if p.Title == "" {
		p.Title = baseName(abs)
	}
	if p.BackupBytes == 0 {
		p.BackupBytes = 10 << 30
	}
	if p.Clock == nil {
		p.Clock = time.Now
	}
	if p.NewID == nil {
		p.NewID = model.NewID
	}
	return p, nil
}

// Book is one open .laurel file. Its methods may be called from any goroutine.
type Book struct {
	params   Params
	lock     *bookLock
	readers  *sql.DB
	asFound  *sql.DB       // the file itself, where a copy of an older book is read; else nil
	copied   string        // the folder of that copy
	writer   *sql.DB       // nil while the book is read-only
	writing  chan struct{} // holds one token: whose turn it is to use writer
	refusal  error         // why nothing can be written; nil if it can
	notice   model.Message
	head     head
	watchers watchers
	people   *peopleIndex
	words    *wordIndex
	backups  *backups
	closing  sync.Once
}

// head is what we know of the end of the file; the writing token guards it.
type head struct {
	dataVersion int64 // changes when another process has written
}

// Open opens a book. Whatever is in the file, it is checked before anything of
// it is used. A book that another Laurel is writing, that lies where nothing
// can be written, or that a newer Laurel made, is opened for reading only and
// Path is where the book lies, as it was opened.
func (b *Book) Path() string { return b.params.Path }

// Info says why.
func Open(ctx context.Context, params Params) (*Book, error) {
	p, err := params.complete()
	if err != nil {
		return nil, err
	}
	h, err := readHeader(p.Path)
	if err != nil {
		return nil, err
	}
	b := newBook(p)
	b.claim(h)
	if err := b.open(ctx, h); err != nil {
		b.release()
		return nil, explain(p.Path, "open "+filepath.Base(p.Path), err)
	}
	return b, nil
}

func newBook(p Params) *Book {
	b := &Book{params: p, writing: make(chan struct{}, 1)}
	b.writing <- struct{}{}
	b.people = newPeopleIndex(b)
	b.words = newWordIndex(b)
	b.backups = newBackups(b)
	return b
}

// claim decides whether the book can be written, and takes the lock if so.
func (b *Book) claim(h header) {
	p := b.params
	refuse := func(text string, args ...any) {
		b.refusal = model.Faultf(model.ErrReadOnly, text, args...)
		b.notice = model.Say(text, args...)
	}
	switch {
	case int(h.version) > len(versions):
		refuse("{{.Book}} was made by a newer Laurel: it can be read but not changed here.", "Book", baseName(p.Path))
		b.refusal = &model.Fault{Kind: model.ErrNewer, Message: b.notice}
		return
	case p.ReadOnly:
		b.refusal = model.Faultf(model.ErrReadOnly, "{{.Book}} was opened for reading only.", "Book", baseName(p.Path))
		return
	}
	f, err := os.OpenFile(p.Path, os.O_RDWR, 0)
	if err != nil {
		refuse("{{.Book}} lies where it cannot be changed: save a copy elsewhere to edit it.", "Book", baseName(p.Path))
		return
	}
	f.Close()
	lock, other, err := lockBookSoon(p.Path, holder{Actor: p.Actor, Device: p.Device, Since: p.Clock().UnixMilli()})
	switch {
	case errors.Is(err, errHeld):
		who := other.Actor
		if other.Device != "" && other.Device != p.Device {
			who = strings.TrimSpace(who + " (" + other.Device + ")")
		}
		if who == "" {
			refuse("{{.Book}} is open in another Laurel: it can be read here, and changed there.", "Book", baseName(p.Path))
			return
		}
		refuse("{{.Book}} is open in another Laurel, by {{.Who}}: it can be read here, and changed there.", "Book", baseName(p.Path), "Who", who)
	case err != nil:
		refuse("{{.Book}} lies where it cannot be changed: save a copy elsewhere to edit it.", "Book", baseName(p.Path))
	default:
		b.lock = lock
	}
}

func (b *Book) open(ctx context.Context, h header) error {
	p := b.params
	if b.lock != nil {
		var fault *model.Fault
		if err := p.checkDigest(ctx, h); errors.As(err, &fault) {
			b.refusal, b.notice = fault, fault.Message
		} else if err != nil {
			return err
		}
	}
	if err := settle(ctx, p.Path, h); err != nil {
		return err
	}
	b.readers = connectReaders(p.Path)
	if err := checkContents(ctx, b.readers, h); err != nil {
		return err
	}
	older := int(h.version) < len(versions)
	if b.refusal != nil {
		if older {
			return b.readCopy(ctx, int(h.version))
		}
		return nil
	}
	if older {
		if err := b.migrate(ctx, int(h.version)); err != nil {
			return err
		}
	}
	b.writer = connect(p.Path, readWrite, logChanges)
	b.writer.SetMaxOpenConns(1)
	b.writer.SetMaxIdleConns(1)
	return b.writer.QueryRowContext(ctx, "PRAGMA data_version").Scan(&b.head.dataVersion)
}

func connectReaders(path string) *sql.DB {
	db := connect(path, readOnly, nil)
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	return db
}

// settle brings a file to rest that a killed process or a WAL-writing program
// left unfinished, before anything of it is checked. SQLite alone knows whether
// a journal beside the file is somebody's work in progress.
func settle(ctx context.Context, path string, h header) error {
	journal, err := os.Stat(path + "-journal")
	if unfinished := err == nil && journal.Size() > 0; !unfinished && !h.wal {
		return nil
	}
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err != nil {
		if h.wal {
			return model.Faultf(model.ErrReadOnly, "{{.Book}} was left unfinished by another program and lies where it cannot be changed: copy it to another folder first.", "Book", baseName(path))
		}
		return nil // reading may still work, and says so if it does not
	} else {
		f.Close()
	}
	db := connect(path, readWrite, nil)
	defer db.Close()
	db.SetMaxOpenConns(1)
	var n int
	return db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
}

// checkContents looks at everything in the file before it is trusted.
func checkContents(ctx context.Context, q querier, h header) error {
	if err := quickCheck(ctx, q); err != nil {
		return err
	}
	if int(h.version) <= len(versions) {
		if err := checkSchema(ctx, q, versions[h.version-1].schema); err != nil {
			return err
		}
	}
	return foreignKeyCheck(ctx, q)
}

var errBroken = model.Faultf(model.ErrDamaged, "The book is damaged: open a backup, or bring back what can be read of it.")

func quickCheck(ctx context.Context, q querier) error {
	found, err := texts(ctx, q, "PRAGMA quick_check(1)")
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return errBroken
	}
	return nil
}

func foreignKeyCheck(ctx context.Context, q querier) error {
	var n int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&n); err != nil {
		return err
	}
	if n > 0 {
		return errBroken
	}
	return nil
}

// Close lets go of the file, after a backup if the book changed. It is safe to
// call it twice.
func (b *Book) Close() error {
	var err error
	b.closing.Do(func() {
		b.words.close()
		ctx := context.Background()
		if b.writer != nil {
			err = errors.Join(b.collectBlobs(ctx), b.backups.atClose(ctx))
			b.backups.running.Wait()
		}
		done, turnErr := b.turn(ctx) // a step under way is let finish
		if turnErr == nil {
			defer done()
		}
		wrote, uid := b.writer != nil, ""
		if info, infoErr := b.Info(ctx); wrote && infoErr == nil {
			uid = info.UID
		}
		b.release()
		if wrote {
			err = errors.Join(err, b.params.keepDigest(ctx, uid))
		}
	})
	return err
}

func (b *Book) release() {
	if b.writer != nil {
		b.writer.Close()
	}
	for _, db := range []*sql.DB{b.readers, b.asFound} {
		if db != nil {
			db.Close()
		}
	}
	if b.copied != "" {
		os.RemoveAll(b.copied) // what stays behind lies in the system's folder for such files
	}
	b.lock.release()
	b.lock = nil
}

// Info says what the file says of itself.
func (b *Book) Info(ctx context.Context) (BookInfo, error) {
	info := BookInfo{Path: b.params.Path, ReadOnly: b.refusal != nil, Notice: b.notice}
	var created, changed int64
	err := b.readers.QueryRowContext(ctx, `SELECT
		(SELECT value FROM meta WHERE key='uid'),
		(SELECT value FROM meta WHERE key='title'),
		(SELECT CAST(value AS INT) FROM meta WHERE key='created'),
		coalesce((SELECT max(id) FROM op),0),
		coalesce((SELECT ended FROM op ORDER BY id DESC LIMIT 1),(SELECT CAST(value AS INT) FROM meta WHERE key='created'))`).
		Scan(&info.UID, &info.Title, &created, &info.Change, &changed)
	if err != nil {
		return BookInfo{}, explain(b.params.Path, "read what the book says of itself", err)
	}
	info.CreatedAt, info.ChangedAt = moment(created), moment(changed)
	return info, nil
}

// moment reads a time as the file keeps it: Unix ms UTC.
func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// turn waits for the writer; the function it gives ends the turn.
func (b *Book) turn(ctx context.Context) (func(), error) {
	select {
	case <-b.writing:
		return func() { b.writing <- struct{}{} }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for the book: %w", ctx.Err())
	}
}
