package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// migrate brings a book of an older version up to date, in one transaction and
// after a backup. The step is recorded; undo does not go past it.
func (b *Book) migrate(ctx context.Context, from int) error {
	p := b.params
	ext := filepath.Ext(p.Path)
	kept := fmt.Sprintf("%s (version %d, %s)%s", strings.TrimSuffix(p.Path, ext), from, p.Clock().UTC().Format("2006-01-02 15-04-05"), ext)
	if err := b.Backup(ctx, kept); err != nil {
		return fmt.Errorf("back up before bringing the book up to date: %w", err)
	}
	return b.bringUp(ctx, p.Path, from)
}

// readCopy is for a book of an older version that is only read, or cannot be
// changed: a copy of it is brought up to date and read in its place, and the
// file stays as it is. What another Laurel writes meanwhile is not seen.
func (b *Book) readCopy(ctx context.Context, from int) error {
	dir, err := os.MkdirTemp("", "laurel-")
	if err != nil {
		return err
	}
	b.copied = dir
	path := filepath.Join(dir, filepath.Base(b.params.Path))
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return err
	}
	if err := b.copyTo(ctx, path); err != nil {
		return err
	}
	if err := b.bringUp(ctx, path, from); err != nil {
		return err
	}
	b.asFound, b.readers = b.readers, connectReaders(path)
	return nil
}

// bringUp runs the statements that lead from a version to ours on one file.
func (b *Book) bringUp(ctx context.Context, path string, from int) error {
	p := b.params
	db := connect(path, readWrite, nil)
	defer db.Close()
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	for i := from; i < len(versions); i++ {
		if _, err := tx.ExecContext(ctx, versions[i].migrate); err != nil {
			return fmt.Errorf("bring the book to version %d: %w", i+1, err)
		}
	}
	now := p.Clock().UnixMilli()
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version=%d", len(versions))); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO op(uid,began,ended,actor,device,label,kind) VALUES(?,?,?,?,?,'Bring the book up to date','migrate')",
		string(p.NewID()), now, now, p.Actor, p.Device); err != nil {
		return err
	}
	if err := checkSchema(ctx, tx, versions[len(versions)-1].schema); err != nil {
		return err
	}
	if err := foreignKeyCheck(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}
