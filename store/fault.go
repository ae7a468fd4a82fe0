package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"laurel/model"
)

// What SQLite answers when the file was renamed, replaced or deleted under us.
// https://www.sqlite.org/rescode.html#readonly_dbmoved
const readOnlyDBMoved = sqlite3.ErrNoExtended(8 | 4<<8)

// explain turns what SQLite says into what it means for the person at the desk.
// doing says what was being done, for the error's own text.
func explain(path, doing string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var fault *model.Fault
	if errors.As(err, &fault) {
		return err
	}
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s: %w", doing, model.ErrNotFound)
	}
	var lite sqlite3.Error
	if !errors.As(err, &lite) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	name := baseName(path)
	if lite.ExtendedCode == readOnlyDBMoved {
		return movedAway(path)
	}
	switch lite.Code {
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return model.Faultf(model.ErrDamaged, "{{.Book}} is damaged: open a backup, or bring back what can be read of it.", "Book", name)
	case sqlite3.ErrFull:
		return model.Faultf(model.ErrReadOnly, "The disk is full: the change was not saved, everything before it is. Make room and try again.")
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return model.Faultf(model.ErrReadOnly, "{{.Book}} cannot be written here: save a copy elsewhere to go on.", "Book", name)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return model.Faultf(model.ErrConflict, "Another program is using {{.Book}}: nothing was changed. Try again in a moment.", "Book", name)
	case sqlite3.ErrCantOpen:
		return fmt.Errorf("%s: %s cannot be opened: %w", doing, name, err)
	case sqlite3.ErrInterrupt:
		return context.Canceled
	case sqlite3.ErrConstraint:
		return constraint(doing, lite)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// constraint says which rule of the file a change would have broken.
func constraint(doing string, lite sqlite3.Error) error {
	switch lite.ExtendedCode {
	case sqlite3.ErrConstraintPrimaryKey, sqlite3.ErrConstraintUnique:
		return fmt.Errorf("%s: %w: %w", doing, model.ErrExists, lite)
	case sqlite3.ErrConstraintForeignKey:
		return fmt.Errorf("%s: it names a record that is not in the book: %w", doing, model.ErrNotFound)
	}
	return fmt.Errorf("%s: %w: %w", doing, model.ErrInvalid, lite)
}

func movedAway(path string) error {
	return model.Faultf(model.ErrConflict, "{{.Book}} was moved, replaced or deleted by another program: the last change was not saved, everything before it is. Save a copy, or open the book again.", "Book", baseName(path))
}

func invalid(text string, args ...any) error { return model.Faultf(model.ErrInvalid, text, args...) }
