package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"laurel/model"
)

// Create makes an empty book and opens it. A file that is already there is
// refused (model.ErrExists) and left as it is.
func Create(ctx context.Context, params Params) (*Book, error) {
	return create(ctx, params, nil)
}

// create builds a book beside its place, complete and synced, and only then
// gives it its name: nobody ever sees half a book. fill may be nil.
func create(ctx context.Context, params Params, fill func(context.Context, *Book) error) (*Book, error) {
	p, err := params.complete()
	if err != nil {
		return nil, err
	}
	if p.ReadOnly {
		return nil, errors.New("store: a book cannot be created for reading only")
	}
	if _, err := os.Lstat(p.Path); err == nil {
		return nil, thereAlready(p.Path)
	}
	if info, err := os.Stat(filepath.Dir(p.Path)); err != nil || !info.IsDir() {
		return nil, model.Faultf(model.ErrNotFound, "There is no folder {{.Path}}.", "Path", filepath.Dir(p.Path))
	}
	f, err := os.CreateTemp(filepath.Dir(p.Path), "."+filepath.Base(p.Path)+".*.new")
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return nil, model.Faultf(model.ErrReadOnly, "Nothing can be written in {{.Path}}.", "Path", filepath.Dir(p.Path))
		}
		return nil, fmt.Errorf("create %s: %w", p.Path, err)
	}
	f.Close()
	defer os.Remove(f.Name())
	if err := build(ctx, f.Name(), p, fill); err != nil {
		return nil, explain(p.Path, "create "+filepath.Base(p.Path), err)
	}
	if err := publish(f.Name(), p.Path); err != nil {
		return nil, err
	}
	return Open(ctx, p)
}

func build(ctx context.Context, path string, p Params, fill func(context.Context, *Book) error) error {
	// Half a book is not worth a backup, and making one would read a file whose
	// connections come and go here.
	p.BackupDir = ""
	b := newBook(p)
	b.writer = connect(path, unsafeFill, nil)
	b.writer.SetMaxOpenConns(1)
	defer b.release()
	for _, q := range []string{
		fmt.Sprintf("PRAGMA application_id=%d", applicationID),
		fmt.Sprintf("PRAGMA user_version=%d", len(versions)),
		versions[len(versions)-1].schema,
	} {
		if _, err := b.writer.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	now := p.Clock().UnixMilli()
	for k, v := range map[string]string{"uid": string(p.NewID()), "title": p.Title, "created": strconv.FormatInt(now, 10)} {
		if _, err := b.writer.ExecContext(ctx, "INSERT INTO meta VALUES(?,?)", k, v); err != nil {
			return err
		}
	}
	if fill != nil {
		if err := b.fill(ctx, path, fill); err != nil {
			return err
		}
	}
	if err := b.writer.Close(); err != nil {
		return err
	}
	b.writer = nil
	return syncFile(path)
}

// fill lets fill put its records in by the same commands as everybody, and
// forgets that they were ever put in: such a book begins with its contents.
func (b *Book) fill(ctx context.Context, path string, fill func(context.Context, *Book) error) error {
	// A new connection, for the triggers need the tables to be there.
	if err := b.writer.Close(); err != nil {
		return err
	}
	b.writer = connect(path, unsafeFill, logChanges)
	b.writer.SetMaxOpenConns(1)
	b.readers = connect(path, readOnly, nil)
	if err := b.writer.QueryRowContext(ctx, "PRAGMA data_version").Scan(&b.head.dataVersion); err != nil {
		return err
	}
	if err := fill(ctx, b); err != nil {
		return err
	}
	_, err := b.writer.ExecContext(ctx, "DELETE FROM change; DELETE FROM op; DELETE FROM sqlite_sequence; VACUUM")
	return err
}

// publish gives a finished file its name, unless somebody took it meanwhile.
func publish(from, to string) error {
	if err := os.Chmod(from, 0o644); err != nil {
		return fmt.Errorf("create %s: %w", to, err)
	}
	err := os.Link(from, to)
	switch {
	case errors.Is(err, fs.ErrExist):
		return thereAlready(to)
	case err != nil: // a file system without links
		if _, err := os.Lstat(to); err == nil {
			return thereAlready(to)
		}
		if err := os.Rename(from, to); err != nil {
			return fmt.Errorf("create %s: %w", to, err)
		}
	}
	return syncDir(filepath.Dir(to))
}

func thereAlready(path string) error {
	return model.Faultf(model.ErrExists, "{{.Path}} is already there and was left as it is.", "Path", path)
}

// syncFile forces a file's contents onto the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
