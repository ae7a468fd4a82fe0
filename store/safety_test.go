package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"laurel/model"
)

func TestSecondLaurelOnlyReads(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	ada := addPerson(t, b, "Ada Example")
	p := b.params
	p.Actor = "Olu Other"
	second, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	info, err := second.Info(ctx)
	if err != nil || !info.ReadOnly || !strings.Contains(info.Notice.String(), "Nell Curator") {
		t.Errorf("%+v %v", info, err)
	}
	for name, err := range map[string]error{
		"do":   func() error { _, err := second.Do(ctx, TrashPerson{ID: ada}); return err }(),
		"undo": func() error { _, err := second.Undo(ctx); return err }(),
	} {
		if !errors.Is(err, model.ErrReadOnly) || !strings.Contains(err.Error(), "Nell Curator") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	// What the first does, the second sees.
	if got := find(t, second, PeopleFilter{}); got != "Ada Example" {
		t.Errorf("reads %q", got)
	}
	time.Sleep(5 * time.Millisecond) // the time of a file may have no finer grain
	do(t, b, UpdatePerson{ID: ada, Name: &model.Name{Given: "Eda"}})
	if got := find(t, second, PeopleFilter{}); got != "Eda" {
		t.Errorf("reads %q", got)
	}
	dest := filepath.Join(t.TempDir(), "copy.laurel")
	if err := second.Backup(ctx, dest); err != nil {
		t.Errorf("backup beside a window: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	third, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer third.Close()
	do(t, third, TrashPerson{ID: ada})
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Log("permissions do not hold here: only the asked-for reading is tested")
	}
	p := aBook(t)
	p.ReadOnly, p.Actor = true, ""
	b, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if _, err := b.Do(context.Background(), CreateList{List: model.List{Name: "x"}}); !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(p.Path)); err != nil || len(entries) != 1 {
		t.Errorf("reading left something behind: %v %v", entries, err)
	}
}

func TestFileMovedAwayUnderUs(t *testing.T) {
	for name, disturb := range map[string]func(path string) error{
		"deleted": os.Remove,
		"renamed": func(path string) error { return os.Rename(path, path+".elsewhere") },
		"replaced": func(path string) error {
			if err := os.WriteFile(path+".other", []byte("something else"), 0o600); err != nil {
				return err
			}
			return os.Rename(path+".other", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := testParams(t)
			ctx := context.Background()
			b, err := Create(ctx, p)
			if err != nil {
				t.Fatal(err)
			}
			ada := addPerson(t, b, "Ada Example")
			if err := disturb(p.Path); err != nil {
				t.Fatal(err)
			}
			_, err = b.Do(ctx, UpdatePerson{ID: ada, Title: ptr("Chief")})
			if !errors.Is(err, model.ErrConflict) || !strings.Contains(err.Error(), "moved, replaced or deleted") {
				t.Errorf("got %v", err)
			}
			dest := filepath.Join(t.TempDir(), "rescued.laurel")
			if err := b.Backup(ctx, dest); err != nil {
				t.Fatalf("save a copy: %v", err)
			}
			b.Close() // may complain; what matters is the copy
			p.Path = dest
			rescued, err := Open(ctx, p)
			if err != nil {
				t.Fatal(err)
			}
			defer rescued.Close()
			if got := find(t, rescued, PeopleFilter{}); got != "Ada Example" {
				t.Errorf("the copy holds %q", got)
			}
		})
	}
}

func TestWrittenByAnotherProgram(t *testing.T) {
	b, _ := newTestBook(t)
	ada := addPerson(t, b, "Ada Example")
	tamper(t, b.params.Path, "UPDATE person SET title='Something else'")
	_, err := b.Do(context.Background(), UpdatePerson{ID: ada, Title: ptr("Chief")})
	if !errors.Is(err, model.ErrConflict) {
		t.Errorf("got %v", err)
	}
}

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
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	all, err := listBackups(filepath.Join(dir, entries[0].Name()))
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

func TestVerify(t *testing.T) {
	p := aBook(t)
	ctx := context.Background()
	v, err := Verify(ctx, p.Path)
	if err != nil || v.Result != Sound || v.Photos != 1 || v.Change == 0 {
		t.Errorf("%+v %v", v, err)
	}
	tamper(t, p.Path, "UPDATE blob SET data=zeroblob(length(data))")
	v, err = Verify(ctx, p.Path)
	if err != nil || v.Result != Damaged || !strings.Contains(v.Findings[0].String(), "Ada Example") {
		t.Errorf("%+v %v", v, err)
	}
	if _, err := Verify(ctx, p.Path+".no"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("no such file: %v", err)
	}
	if v, err := Verify(ctx, filepath.Dir(p.Path)); err != nil || v.Result != Damaged {
		t.Errorf("a folder: %+v %v", v, err)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Verify(stopped, p.Path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestMigration(t *testing.T) {
	p := aBook(t)
	ctx := context.Background()
	old := versions
	defer func() { versions = old }()
	migrate := "ALTER TABLE list ADD COLUMN colour TEXT NOT NULL DEFAULT ''"
	after := strings.Replace(schemaV1, "CHECK(json_type(former_names)='array')\n) STRICT", "CHECK(json_type(former_names)='array')\n, colour TEXT NOT NULL DEFAULT '') STRICT", 1)
	versions = append(versions[:1:1], version{schema: after, migrate: migrate})
	b, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ops, err := b.History(ctx, HistoryFilter{Limit: 1})
	if err != nil || ops[0].Kind != KindMigrate {
		t.Errorf("%+v %v", ops, err)
	}
	if _, err := b.Undo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("undo went past the migration: %v", err)
	}
	do(t, b, CreateList{List: model.List{Name: "Another"}})
	undo(t, b)
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(p.Path), "test (version 1*).laurel"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("no backup was made before: %v %v", kept, err)
	}
	versions = old
	if v, err := Verify(ctx, kept[0]); err != nil || v.Result != Sound {
		t.Errorf("%+v %v", v, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	fillBook(t, b)
	editions, err := b.Editions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	events := make(chan Event, 10000)
	stop := b.Watch(func(e Event) { events <- e })
	defer stop()
	var group sync.WaitGroup
	for w := range 4 {
		group.Add(2)
		go func() {
			defer group.Done()
			for i := range 15 {
				id, err := b.Do(ctx, CreatePerson{Person: model.Person{Name: model.Name{Given: fmt.Sprint("Person ", w, i)}}})
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := b.Do(ctx, Place{Placement: model.Placement{EditionID: editions[0].ID, Members: []model.Member{{PersonID: id.Created}}}}); err != nil {
					t.Error(err)
				}
			}
		}()
		go func() {
			defer group.Done()
			for range 15 {
				if _, err := b.PeopleRows(ctx, PeopleFilter{Text: "person", EditionID: editions[0].ID}); err != nil {
					t.Error(err)
				}
				if _, err := b.Snapshot(ctx, editions[0].ID); err != nil {
					t.Error(err)
				}
				if _, err := b.Search(ctx, "person", 5); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	group.Wait()
	if got := strings.Count(find(t, b, PeopleFilter{Text: "person"}), "Person"); got != 60 {
		t.Errorf("%d people, want 60", got)
	}
	ranking(t, b, editions[0].ID)
	if len(events) < 120 {
		t.Errorf("%d events", len(events))
	}
}
