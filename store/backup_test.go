package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"laurel/model"
)

func TestBackup(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	fillBook(t, b)
	want := dump(t, b)
	dest := filepath.Join(t.TempDir(), "copy.laurel")
	if err := b.Backup(ctx, dest); err != nil {
		t.Fatal(err)
	}
	if err := b.Backup(ctx, dest); !errors.Is(err, model.ErrExists) {
		t.Errorf("over an old one: %v", err)
	}
	if err := b.Backup(ctx, filepath.Join(t.TempDir(), "no", "such")); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("into no folder: %v", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(dest)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
	p := b.params
	p.Path = dest
	copied, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if got := dump(t, copied); got != want {
		t.Errorf("the copy holds\n%s\nwant\n%s", got, want)
	}
	undo(t, copied) // its history came with it
}

func TestBackupWhileWorking(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	fillBook(t, b)
	ada := addPerson(t, b, "Ada Again")
	stop := make(chan struct{})
	var work sync.WaitGroup
	work.Add(1)
	go func() {
		defer work.Done()
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := b.Do(ctx, UpdatePerson{ID: ada, Title: ptr(fmt.Sprint("Title ", i)), Country: ptr(fmt.Sprint(i))}); err != nil {
				t.Error(err)
				return
			}
		}
	}()
	for i := range 5 {
		dest := filepath.Join(t.TempDir(), fmt.Sprintf("copy%d.laurel", i))
		if err := b.Backup(ctx, dest); err != nil {
			t.Error(err)
		}
		if v, err := Verify(ctx, dest); err != nil || v.Result != Sound {
			t.Errorf("%v %v", v, err)
		}
	}
	close(stop)
	work.Wait()
}

func TestBackupIsCancelled(t *testing.T) {
	b, _ := newTestBook(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := t.TempDir()
	if err := b.Backup(ctx, filepath.Join(dir, "copy.laurel")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestAutomaticBackups(t *testing.T) {
	p, c := testParams(t)
	p.BackupDir = t.TempDir()
	ctx := context.Background()
	b, err := Create(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	count := func() int {
		t.Helper()
		b.backups.running.Wait()
		all, err := b.Backups(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	ada := addPerson(t, b, "Ada Example")
	if n := count(); n != 1 {
		t.Errorf("%d after the first change", n)
	}
	c.pass(10 * time.Minute)
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief")})
	if n := count(); n != 1 {
		t.Errorf("%d ten minutes later", n)
	}
	c.pass(21 * time.Minute)
	do(t, b, UpdatePerson{ID: ada, Country: ptr("Malta")})
	if n := count(); n != 2 {
		t.Errorf("%d half an hour later", n)
	}
	c.pass(time.Minute)
	do(t, b, UpdatePerson{ID: ada, Sector: ptr("Retail")})
	c.pass(time.Minute)
	do(t, b, Step{Kind: KindImport, Label: model.Say("Import"), Commands: []Command{CreateList{List: model.List{Name: "100 Brands"}}}})
	if n := count(); n != 3 {
		t.Errorf("%d before an import", n)
	}
	c.pass(time.Minute)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b, err = Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 4 {
		t.Errorf("%d at closing", n)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if n := len(mustList(t, p.BackupDir)); n != 4 {
		t.Errorf("%d after a visit that changed nothing", n)
	}
}

func mustList(t *testing.T, dir string) []BackupFile {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(dir, "test *"))
	if err != nil || len(folders) != 1 {
		t.Fatalf("%v %v", folders, err)
	}
	all, err := listBackups(folders[0])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBackupsAreThinnedOut(t *testing.T) {
	now := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	var all []BackupFile
	for age := time.Duration(0); age < 500*24*time.Hour; age += 6 * time.Hour {
		all = append(all, BackupFile{Path: age.String(), At: now.Add(-age), Bytes: 1})
	}
	gone := thinOut(all, now, 1000)
	left := map[string]bool{}
	for _, b := range all {
		left[b.Path] = true
	}
	for _, b := range gone {
		delete(left, b.Path)
	}
	ages := map[string]int{}
	for _, b := range all {
		if !left[b.Path] {
			continue
		}
		switch age := now.Sub(b.At); {
		case age < 48*time.Hour:
			ages["two days"]++
		case age < 15*24*time.Hour:
			ages["a fortnight"]++
		case age < 80*24*time.Hour:
			ages["ten weeks"]++
		default:
			ages["older"]++
		}
	}
	if ages["two days"] != 8 || ages["a fortnight"] < 12 || ages["ten weeks"] < 8 || ages["older"] < 5 || len(left) > 8+12+10+9 {
		t.Errorf("%v are left of %d", ages, len(all))
	}
	if gone := thinOut(all[:3], now, 0); len(gone) != 2 || gone[0].Path != all[1].Path {
		t.Errorf("with no room %v go; the newest must stay", gone)
	}
}
