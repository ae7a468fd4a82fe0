package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"laurel/model"
)

// clock is a clock that tests move.
type clock struct{ now time.Time }

func (c *clock) time() time.Time { return c.now }

func (c *clock) pass(d time.Duration) { c.now = c.now.Add(d) }

func testClock() *clock { return &clock{now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)} }

func testParams(t testing.TB) (Params, *clock) {
	c := testClock()
	return Params{Path: filepath.Join(t.TempDir(), "test.laurel"), Actor: "Nell Curator", Device: "desk", Clock: c.time}, c
}

// newTestBook makes an empty book whose clock stands still unless moved.
func newTestBook(t testing.TB) (*Book, *clock) {
	t.Helper()
	p, c := testParams(t)
	b, err := Create(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b, c
}

func reopen(t testing.TB, b *Book) *Book {
	t.Helper()
	p := b.params
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

func do(t testing.TB, b *Book, commands ...Command) Receipt {
	t.Helper()
	r, err := b.Do(context.Background(), commands...)
	if err != nil {
		t.Fatalf("%T: %v", commands[0], err)
	}
	return r
}

func undo(t testing.TB, b *Book) Receipt {
	t.Helper()
	r, err := b.Undo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func redo(t testing.TB, b *Book) Receipt {
	t.Helper()
	r, err := b.Redo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ptr[T any](v T) *T { return &v }

func addPerson(t testing.TB, b *Book, name string) model.ID {
	t.Helper()
	given, family, _ := strings.Cut(name, " ")
	return do(t, b, CreatePerson{Person: model.Person{Name: model.Name{Given: given, Family: family}, Title: "Director of Data"}}).Created
}

func addEdition(t testing.TB, b *Book, year int, scheme model.Scheme) model.ID {
	t.Helper()
	return do(t, b, CreateEdition{Edition: model.Edition{
		ListName: "100 Brands", Year: year, Region: "EMEA", Scheme: scheme,
		Questions: []string{"Describe your career to date", "What comes next?"},
	}}).Created
}

// ranking writes the order of an edition: "1 Ada, =2 Ben, …".
func ranking(t testing.TB, b *Book, edition model.ID) string {
	t.Helper()
	rows, err := b.EntryRows(context.Background(), edition)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i, r := range rows {
		if r.Placement.Pos != i+1 {
			t.Errorf("%s stands at %d, want %d", r.Name, r.Placement.Pos, i+1)
		}
		name, _, _ := strings.Cut(r.Name, " ")
		all = append(all, strings.TrimSpace(r.Placement.Rank.Figure(model.TieBefore)+" "+name))
	}
	return strings.Join(all, ", ")
}

// dump writes every row of the book that the history covers.
func dump(t testing.TB, b *Book) string {
	t.Helper()
	shape, err := currentShape()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, table := range logged {
		lines, err := texts(context.Background(), b.readers, "SELECT json_array("+strings.Join(shape.columns[table], ",")+") FROM "+table+" ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			fmt.Fprintf(&out, "%s %s\n", table, l)
		}
	}
	return out.String()
}

func TestCreateRefusesWhatIsThere(t *testing.T) {
	p, _ := testParams(t)
	if err := os.WriteFile(p.Path, []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(context.Background(), p); !errors.Is(err, model.ErrExists) {
		t.Fatalf("got %v, want ErrExists", err)
	}
	if b, err := os.ReadFile(p.Path); err != nil || string(b) != "precious" {
		t.Errorf("the file was touched: %q %v", b, err)
	}
	entries, err := os.ReadDir(filepath.Dir(p.Path))
	if err != nil || len(entries) != 1 {
		t.Errorf("something was left behind: %v %v", entries, err)
	}
}

func TestPathsOfAnyName(t *testing.T) {
	for _, name := range []string{"50% more?.laurel", "a#b.laurel", "Größe ü.laurel", "with space & amp.laurel", "%41.laurel"} {
		p, _ := testParams(t)
		p.Path = filepath.Join(filepath.Dir(p.Path), name)
		b, err := Create(context.Background(), p)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		addPerson(t, b, "Ada Example")
		b = reopen(t, b)
		if rows, err := b.PeopleRows(context.Background(), PeopleFilter{}); err != nil || len(rows) != 1 {
			t.Errorf("%s: %v %v", name, rows, err)
		}
		b.Close()
		entries, err := os.ReadDir(filepath.Dir(p.Path))
		if err != nil || len(entries) != 1 || entries[0].Name() != name {
			t.Errorf("%s: the folder holds %v", name, entries)
		}
	}
}

func TestChangesSurviveClosing(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	id := addPerson(t, b, "Ada Example")
	c.pass(time.Hour)
	r := do(t, b, UpdatePerson{ID: id, Title: ptr("Chief Data Officer"), Organisation: ptr("Example Service")})
	if r.Label.String() != "Change Ada Example" {
		t.Errorf("label %q", r.Label)
	}
	b = reopen(t, b)
	p, err := b.Person(ctx, id)
	if err != nil || p.Title != "Chief Data Officer" {
		t.Fatalf("%+v %v", p, err)
	}
	o, err := b.Organisation(ctx, p.OrganisationID)
	if err != nil || o.Name != "Example Service" {
		t.Errorf("%+v %v", o, err)
	}
	info, err := b.Info(ctx)
	if err != nil || info.Change != r.Op || !info.ChangedAt.Equal(c.now) || info.Title != "test" {
		t.Errorf("%+v %v", info, err)
	}
}

func TestNothingChangedIsNoStep(t *testing.T) {
	b, _ := newTestBook(t)
	id := addPerson(t, b, "Ada Example")
	r := do(t, b, UpdatePerson{ID: id, Title: ptr("Director of Data")})
	if r.Op != 0 || len(r.Events) != 0 {
		t.Errorf("recorded %+v", r)
	}
	ops, err := b.History(context.Background(), HistoryFilter{})
	if err != nil || len(ops) != 1 {
		t.Errorf("%v %v", ops, err)
	}
}

func TestAllOrNothing(t *testing.T) {
	b, _ := newTestBook(t)
	before := dump(t, b)
	_, err := b.Do(context.Background(), CreatePerson{Person: model.Person{Name: model.Name{Given: "Ada"}}}, CreatePerson{})
	if !errors.Is(err, model.ErrInvalid) {
		t.Fatalf("got %v", err)
	}
	if dump(t, b) != before {
		t.Error("half of it was done")
	}
}
