package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// backupEvery is how long a change may wait for an automatic backup.
const backupEvery = 30 * time.Minute

// backupName is the name of an automatic backup: its time in UTC.
const backupName = "2006-01-02 15-04-05.000"

// BackupFile is one automatic backup.
type BackupFile struct {
	Path  string
	At    time.Time
	Bytes int64
}

// backups makes copies of a book while it is worked on, and thins them out.
type backups struct {
	book *Book

	mu      sync.Mutex // guards what follows
	known   bool       // the newest backup was looked for
	newest  time.Time
	dirty   bool // there are changes without a backup
	failed  error
	running sync.WaitGroup
	busy    bool
}

func newBackups(b *Book) *backups { return &backups{book: b} }

func (k *backups) wanted() bool {
	return k.book.params.BackupDir != "" && k.book.writer != nil && k.book.readers != nil
}

// folder is where the backups of this book go; it keeps its name when the book
// is moved or renamed.
func (b *Book) backupFolder(ctx context.Context) (string, error) {
	info, err := b.Info(ctx)
	if err != nil {
		return "", err
	}
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, info.Title)
	return filepath.Join(b.params.BackupDir, strings.TrimSpace(name)+" "+info.UID[len(info.UID)-8:]), nil
}

// Backups gives the automatic backups of the book, newest first.
func (b *Book) Backups(ctx context.Context) ([]BackupFile, error) {
	if b.params.BackupDir == "" {
		return nil, nil
	}
	folder, err := b.backupFolder(ctx)
	if err != nil {
		return nil, err
	}
	return listBackups(folder)
}

func listBackups(folder string) ([]BackupFile, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("look for backups: %w", err)
	}
	var all []BackupFile
	for _, e := range entries {
		at, err := time.Parse(backupName, strings.TrimSuffix(e.Name(), ".laurel"))
		if err != nil || !strings.HasSuffix(e.Name(), ".laurel") {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // taken away since
		}
		all = append(all, BackupFile{Path: filepath.Join(folder, e.Name()), At: at, Bytes: info.Size()})
	}
	slices.SortFunc(all, func(a, b BackupFile) int { return b.At.Compare(a.At) })
	return all, nil
}

// LastBackup says when the newest automatic backup was made (zero: there is
// none), and why the last attempt failed, if it did.
func (b *Book) LastBackup(ctx context.Context) (time.Time, error) {
	k := b.backups
	k.mu.Lock()
	defer k.mu.Unlock()
	k.look(ctx)
	return k.newest, k.failed
}

// look finds the newest backup, and whether the book changed since.
func (k *backups) look(ctx context.Context) {
	if k.known {
		return
	}
	k.known = true
	all, err := k.book.Backups(ctx)
	if err != nil {
		k.failed = err
		return
	}
	if len(all) > 0 {
		k.newest = all[0].At
	}
	if info, err := k.book.Info(ctx); err == nil && info.Change > 0 && info.ChangedAt.After(k.newest) {
		k.dirty = true
	}
}

// changed notes a change; where the last backup is old, one is made beside the
// work that goes on.
func (k *backups) changed() {
	if !k.wanted() {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.look(context.Background())
	k.dirty = true
	if k.busy || k.book.params.Clock().Sub(k.newest) < backupEvery {
		return
	}
	k.busy = true
	k.running.Add(1)
	go func() {
		defer k.running.Done()
		k.make(context.Background())
		k.mu.Lock()
		k.busy = false
		k.mu.Unlock()
	}()
}

// before makes a backup before something large is done. That it failed is told
// by LastBackup: work goes on.
func (k *backups) before(ctx context.Context) {
	if !k.wanted() {
		return
	}
	k.running.Wait()
	k.mu.Lock()
	k.look(ctx)
	dirty := k.dirty
	k.mu.Unlock()
	if dirty {
		k.make(ctx)
	}
}

// atClose makes a backup of what has none yet.
func (k *backups) atClose(ctx context.Context) error {
	if !k.wanted() {
		return nil
	}
	k.before(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.failed
}

// make makes one backup, and thins the older ones out once it is verified.
func (k *backups) make(ctx context.Context) {
	now := k.book.params.Clock().UTC()
	k.mu.Lock()
	k.dirty = false // what changes from here on may not be in it
	k.mu.Unlock()
	err := k.makeAt(ctx, now)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.failed = err
	if err != nil {
		k.dirty = true
		return
	}
	k.newest = now
}

func (k *backups) makeAt(ctx context.Context, now time.Time) error {
	folder, err := k.book.backupFolder(ctx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make the backup folder: %w", err)
	}
	if err := k.book.Backup(ctx, filepath.Join(folder, now.Format(backupName)+".laurel")); err != nil {
		return err
	}
	all, err := listBackups(folder)
	if err != nil {
		return err
	}
	for _, old := range thinOut(all, now, k.book.params.BackupBytes) {
		if err := os.Remove(old.Path); err != nil {
			return fmt.Errorf("thin out the backups: %w", err)
		}
	}
	return nil
}

// thinOut says which backups may go: all of two days stay, then the newest of
// 12 days, 10 weeks and 9 months, as far as the room goes. The newest stays
// whatever its size. all is newest first.
func thinOut(all []BackupFile, now time.Time, room int64) (gone []BackupFile) {
	keep := map[string]bool{}
	spans := []struct {
		count int
		name  func(time.Time) string
	}{
		{12, func(t time.Time) string { return t.Format("2006-01-02") }},
		{10, func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, "w", w) }},
		{9, func(t time.Time) string { return t.Format("2006-01") }},
	}
	for _, span := range spans {
		seen := map[string]bool{}
		for _, b := range all {
			if now.Sub(b.At) < 48*time.Hour {
				keep[b.Path] = true
				continue
			}
			if name := span.name(b.At); !seen[name] && len(seen) < span.count {
				seen[name] = true
				keep[b.Path] = true
			}
		}
	}
	used := int64(0)
	for i, b := range slices.SortedStableFunc(slices.Values(all), func(a, b BackupFile) int { return cmp.Compare(b.At.UnixMilli(), a.At.UnixMilli()) }) {
		if keep[b.Path] {
			used += b.Bytes
		}
		if !keep[b.Path] || i > 0 && used > room {
			gone = append(gone, b)
		}
	}
	return gone
}
