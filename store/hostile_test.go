package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"laurel/model"
)

// aBook makes a closed book with something of everything in it.
func aBook(t testing.TB) Params {
	t.Helper()
	p, _ := testParams(t)
	b, err := Create(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	fillBook(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return p
}

func fillBook(t testing.TB, b *Book) {
	t.Helper()
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeTop, Top: 2})
	for _, n := range []string{"Ada Example", "Ben Other", "Cy Third"} {
		id := addPerson(t, b, n)
		do(t, b, AddPhoto{PersonID: id, File: aJPEG(t, 60, 80), Credit: "Nell"})
		do(t, b, Place{Placement: model.Placement{
			EditionID: edition, Members: []model.Member{{PersonID: id}},
			Answers: []model.Answer{{Question: "What?", Original: "One sentence. Another one."}},
		}})
	}
}

// tamper runs SQL on a file as somebody else would.
func tamper(t testing.TB, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite3", fileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func TestHostileFilesAreNotOpened(t *testing.T) {
	overwrite := func(at int64, with []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if _, err := f.WriteAt(with, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	query := func(q string) func(*testing.T, string) {
		return func(t *testing.T, path string) { tamper(t, path, q) }
	}
	cut := func(size int64) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.Truncate(path, size); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		name  string
		spoil func(*testing.T, string)
		want  error
	}{
		{"hidden trigger", query("CREATE TRIGGER t AFTER UPDATE ON person BEGIN DELETE FROM answer; END"), model.ErrDamaged},
		{"view", query("CREATE VIEW v AS SELECT 1"), model.ErrDamaged},
		{"table", query("CREATE TABLE t(a)"), model.ErrDamaged},
		{"index", query("CREATE INDEX t ON person(hex(given))"), model.ErrDamaged},
		{"column", query("ALTER TABLE person ADD COLUMN extra TEXT"), model.ErrDamaged},
		{"missing index", query("DROP INDEX change_row"), model.ErrDamaged},
		{"dangling reference", query("PRAGMA foreign_keys=OFF; DELETE FROM person WHERE given='Ada'"), model.ErrDamaged},
		{"another program's file", query("PRAGMA application_id=1"), model.ErrNotLaurel},
		{"no version", query("PRAGMA user_version=0"), model.ErrDamaged},
		{"negative version", query("PRAGMA user_version=-5"), nil},
		{"empty", cut(0), model.ErrNotLaurel},
		{"header alone", cut(100), model.ErrDamaged},
		{"cut in the middle", cut(5 * pageSize), model.ErrDamaged},
		{"text", overwrite(0, []byte("Dear reader, this is not a book")), model.ErrNotLaurel},
		{"page of noise", overwrite(pageSize, []byte("noise noise noise noise")), model.ErrDamaged},
		{"odd page size", overwrite(16, []byte{0x12, 0x34}), model.ErrDamaged},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := aBook(t)
			test.spoil(t, p.Path)
			b, err := Open(context.Background(), p)
			if test.want == nil { // of a newer Laurel: for reading at the most
				if err == nil {
					defer b.Close()
					if _, err := b.Do(context.Background(), CreateList{List: model.List{Name: "x"}}); !errors.Is(err, model.ErrNewer) {
						t.Errorf("written with %v", err)
					}
				}
				return
			}
			if err == nil {
				b.Close()
				t.Fatal("it was opened")
			}
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			v, err := Verify(context.Background(), p.Path)
			if err != nil || v.Result != Damaged || len(v.Findings) == 0 {
				t.Errorf("verify says %+v %v", v, err)
			}
		})
	}
}

func TestNewerBookIsReadOnly(t *testing.T) {
	p := aBook(t)
	tamper(t, p.Path, "PRAGMA user_version=99; CREATE TABLE novelty(a)")
	b, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	info, err := b.Info(context.Background())
	if err != nil || !info.ReadOnly || info.Notice.Text == "" {
		t.Errorf("%+v %v", info, err)
	}
	if got := find(t, b, PeopleFilter{}); got != "Ada Example, Ben Other, Cy Third" {
		t.Errorf("reads %s", got)
	}
	if _, err := b.Do(context.Background(), CreateList{List: model.List{Name: "x"}}); !errors.Is(err, model.ErrNewer) {
		t.Errorf("written: %v", err)
	}
	if _, err := Verify(context.Background(), p.Path); !errors.Is(err, model.ErrNewer) {
		t.Errorf("verify: %v", err)
	}
}

func TestWALFileIsConverted(t *testing.T) {
	p := aBook(t)
	tamper(t, p.Path, "PRAGMA journal_mode=WAL; UPDATE person SET country='Malta'")
	h, err := readHeader(p.Path)
	if err != nil || !h.wal {
		t.Fatalf("%+v %v", h, err)
	}
	b, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := b.PeopleRows(context.Background(), PeopleFilter{})
	if err != nil || rows[0].Country != "Malta" {
		t.Errorf("%+v %v", rows, err)
	}
	b.Close()
	if h, err = readHeader(p.Path); err != nil || h.wal {
		t.Errorf("%+v %v", h, err)
	}
}

func TestSettingsReachEveryConnection(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	for name, db := range map[string]*sql.DB{"writer": b.writer, "reader": b.readers} {
		for pragma, want := range map[string]string{
			"journal_mode": "delete", "page_size": "16384", "foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "busy_timeout": "10000",
		} {
			var got string
			if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s is %q, want %q (%v)", name, pragma, got, want, err)
			}
		}
	}
	var sync string
	if err := b.writer.QueryRow("PRAGMA synchronous").Scan(&sync); err != nil || sync != "3" {
		t.Errorf("synchronous is %s (%v), want EXTRA", sync, err)
	}
	if _, err := b.readers.Exec("DELETE FROM meta"); err == nil {
		t.Error("a reader could write")
	}
	if _, err := b.writer.Exec("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='x' WHERE name='person'"); err == nil && (runtime.GOOS == "linux" || runtime.GOOS == "windows") {
		t.Error("the schema could be written: defensive mode is off")
	}
	if _, err := b.writer.Exec("ATTACH ':memory:' AS other"); err == nil {
		t.Error("another database could be attached")
	}
}

// FuzzOpen opens a book with bytes changed: it must be opened, or refused with
// an error; and what was opened must be readable or fail with one.
func FuzzOpen(f *testing.F) {
	p := aBook(f)
	whole, err := os.ReadFile(p.Path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint64(1), uint16(1))
	f.Add(uint64(2), uint16(200))
	f.Add(uint64(3), uint16(5000))
	f.Fuzz(func(t *testing.T, seed uint64, n uint16) {
		r := rand.New(rand.NewPCG(seed, uint64(n)))
		file := append([]byte{}, whole...)
		for range n {
			at := r.IntN(len(file))
			if r.IntN(4) == 0 {
				at = r.IntN(200)
			}
			file[at] = byte(r.Uint32())
		}
		q, _ := testParams(t)
		if err := os.WriteFile(q.Path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx := context.Background()
		if v, err := Verify(ctx, q.Path); err == nil && v.Result == Damaged && len(v.Findings) == 0 {
			t.Error("damaged, and nothing found")
		}
		b, err := Open(ctx, q)
		if err != nil {
			return
		}
		defer b.Close()
		editions, err := b.Editions(ctx)
		if err == nil && len(editions) > 0 {
			_, err = b.Snapshot(ctx, editions[0].ID)
		}
		if err == nil {
			_, err = b.PeopleRows(ctx, PeopleFilter{Text: "a"})
		}
		if err == nil {
			_, err = b.Undo(ctx)
		}
		_ = err // any error will do; a panic or a hang would not
	})
}
