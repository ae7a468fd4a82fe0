package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

func TestOpenedForReadingOnly(t *testing.T) {
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

func TestBytesThatChangedAreSeen(t *testing.T) {
	p, c := testParams(t)
	p.BackupDir = t.TempDir()
	ctx := context.Background()
	b, err := Create(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	addPerson(t, b, "Ada Example")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(p.Path)
	if err != nil {
		t.Fatal(err)
	}
	spoilt := []byte(strings.Replace(string(whole), "Director of Data", "Director of Dada", 1))
	if string(spoilt) == string(whole) {
		t.Fatal("nothing was spoilt")
	}
	for _, test := range []struct {
		name string
		file []byte
		fine bool
	}{{"spoilt", spoilt, false}, {"whole", whole, true}} {
		c.pass(time.Hour)
		if err := os.WriteFile(p.Path, test.file, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Open(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		info, err := b.Info(ctx)
		if err != nil || info.ReadOnly == test.fine {
			t.Errorf("%s: %+v %v", test.name, info, err)
		}
		if _, err := b.Do(ctx, CreateList{List: model.List{Name: "x"}}); errors.Is(err, model.ErrDamaged) == test.fine {
			t.Errorf("%s: writing gives %v", test.name, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	// What another machine wrote is not damage.
	c.pass(time.Hour)
	tamper(t, p.Path, "UPDATE person SET title='Chief'")
	again, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	do(t, again, CreateList{List: model.List{Name: "y"}})
}

// A book that is deleted and made anew at the same path is another book, not a
// damaged one.
func TestAnotherBookAtTheSamePath(t *testing.T) {
	p, _ := testParams(t)
	p.BackupDir = t.TempDir()
	for range 2 {
		b, err := Create(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := b.Info(context.Background()); err != nil || info.ReadOnly {
			t.Errorf("%+v %v", info, err)
		}
		if err := errors.Join(b.Close(), os.Remove(p.Path)); err != nil {
			t.Fatal(err)
		}
	}
}

// bookOfVersion1 makes a book as the first version did, with one person and
// one edition.
func bookOfVersion1(t *testing.T) (p Params, ada model.ID) {
	t.Helper()
	ctx := context.Background()
	now := versions
	defer func() { versions = now }()
	p, _ = testParams(t)
	p.NewID = model.NewID
	versions = now[:1]
	if err := errors.Join(os.WriteFile(p.Path, nil, 0o600), build(ctx, p.Path, p, nil)); err != nil {
		t.Fatal(err)
	}
	versions = now
	ada = model.NewID()
	tamper(t, p.Path, `INSERT INTO person(id,given,title) VALUES('`+string(ada)+`','Ada','Director');
		INSERT INTO op(uid,began,ended,actor,label,kind) VALUES('1',1,1,'Nell','Add Ada','edit');
		INSERT INTO list(id,name) VALUES('00000000-0000-7000-8000-000000000001','Quay List');
		INSERT INTO edition(id,list,list_name,year) VALUES('00000000-0000-7000-8000-000000000002','00000000-0000-7000-8000-000000000001','Quay List',2025)`)
	return p, ada
}

func TestReadingAnOlderBook(t *testing.T) {
	ctx := context.Background()
	p, ada := bookOfVersion1(t)
	t.Setenv("TMPDIR", t.TempDir())
	before, err := os.ReadFile(p.Path)
	if err != nil {
		t.Fatal(err)
	}
	reading := p
	reading.ReadOnly, reading.Actor = true, ""
	b, err := Open(ctx, reading)
	if err != nil {
		t.Fatal(err)
	}
	if was, err := b.Person(ctx, ada); err != nil || was.Title != "Director" {
		t.Errorf("%+v %v", was, err)
	}
	if all, err := b.Editions(ctx); err != nil || len(all) != 1 {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := b.History(ctx, HistoryFilter{}); err != nil {
		t.Error(err)
	}
	if _, err := b.Do(ctx, CreateList{List: model.List{Name: "Another"}}); !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("the copy took a change: %v", err)
	}
	backup := filepath.Join(t.TempDir(), "copy.laurel")
	if err := b.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if h, err := readHeader(backup); err != nil || h.version != 1 {
		t.Errorf("the backup is of version %d, %v", h.version, err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(p.Path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("reading changed the file: %v", err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestMigration(t *testing.T) {
	ctx := context.Background()
	p, ada := bookOfVersion1(t)
	b, err := Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if was, err := b.Person(ctx, ada); err != nil || was.Title != "Director" {
		t.Errorf("%+v %v", was, err)
	}
	if all, err := b.Editions(ctx); err != nil || len(all) != 1 || all[0].Name() != "Quay List 2025" || all[0].Rules != nil {
		t.Errorf("the old edition is now %+v, %v", all, err)
	}
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
