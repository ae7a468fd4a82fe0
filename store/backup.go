package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"laurel/model"
)

// pagesAtOnce is how many pages are copied between two edits: 4 MB, a few ms.
const pagesAtOnce = 256

// Backup writes a consistent copy of the book to dest, also while the book is
// being changed, here or elsewhere. The copy gets its name only after it was
// checked. A file that is already there is refused (model.ErrExists).
func (b *Book) Backup(ctx context.Context, dest string) error {
	dest, err := filepath.Abs(dest)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(dest); err == nil {
		return thereAlready(dest)
	}
	tmp, err := os.CreateTemp(filepath.Dir(dest), filepath.Base(dest)+".*.tmp")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return model.Faultf(model.ErrNotFound, "There is no folder {{.Path}}.", "Path", filepath.Dir(dest))
	case err != nil:
		return fmt.Errorf("back up to %s: %w", dest, err)
	}
	tmp.Close()
	defer os.Remove(tmp.Name())
	if err := b.copyTo(ctx, tmp.Name()); err != nil {
		return explain(b.params.Path, "back up", err)
	}
	if err := syncFile(tmp.Name()); err != nil {
		return fmt.Errorf("back up to %s: %w", dest, err)
	}
	checked, err := Verify(ctx, tmp.Name())
	if err != nil {
		return fmt.Errorf("check the backup: %w", err)
	}
	if checked.Result != Sound {
		return model.Faultf(model.ErrDamaged, "{{.Book}} could not be backed up: {{.Why}}", "Book", baseName(b.params.Path), "Why", checked.Findings[0])
	}
	return publish(tmp.Name(), dest)
}

// copyTo copies the book page by page into a file that is empty.
func (b *Book) copyTo(ctx context.Context, path string) error {
	to := connect(path, unsafeFill, nil)
	defer to.Close()
	to.SetMaxOpenConns(1)
	return withConn(ctx, to, func(dest *sqlite3.SQLiteConn) error {
		if b.writer == nil {
			// Another Laurel may be writing: one read of the whole file, for
			// every change from outside makes a copy in steps begin again.
			from := b.readers
			if b.asFound != nil {
				from = b.asFound
			}
			return withConn(ctx, from, func(source *sqlite3.SQLiteConn) error {
				return copyPages(ctx, dest, source, -1, func() (func(), error) { return func() {}, nil })
			})
		}
		done, err := b.turn(ctx)
		if err != nil {
			return err
		}
		// The pool of the writer has one connection, which stays the same: its
		// own changes reach a copy that is under way.
		var source *sqlite3.SQLiteConn
		err = withConn(ctx, b.writer, func(c *sqlite3.SQLiteConn) error { source = c; return nil })
		done()
		if err != nil {
			return err
		}
		return copyPages(ctx, dest, source, pagesAtOnce, func() (func(), error) { return b.turn(ctx) })
	})
}

// copyPages runs SQLite's own backup, taking a turn for each step.
func copyPages(ctx context.Context, dest, source *sqlite3.SQLiteConn, pages int, turn func() (func(), error)) (err error) {
	done, err := turn()
	if err != nil {
		return err
	}
	backup, err := dest.Backup("main", source, "main")
	done()
	if err != nil {
		return err
	}
	defer func() {
		if done, turnErr := turn(); turnErr == nil {
			defer done()
		}
		err = errors.Join(err, backup.Finish())
	}()
	for finished := false; !finished; {
		if err := ctx.Err(); err != nil {
			return err
		}
		done, err := turn()
		if err != nil {
			return err
		}
		finished, err = backup.Step(pages)
		done()
		if err != nil {
			return err
		}
	}
	return nil
}

// withConn lets f use a connection of a pool as the driver knows it.
func withConn(ctx context.Context, db *sql.DB, f func(*sqlite3.SQLiteConn) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		lite, ok := c.(*sqlite3.SQLiteConn)
		if !ok {
			return errors.New("not a connection to SQLite")
		}
		return f(lite)
	})
}
