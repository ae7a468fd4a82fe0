package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"laurel/model"
)

// The test binary runs itself as the process that is killed.
const (
	victimBook = "LAUREL_TEST_VICTIM_BOOK"
	victimWho  = "LAUREL_TEST_VICTIM_PERSON"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(victimBook); path != "" {
		if err := victim(path, model.ID(os.Getenv(victimWho))); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// victim changes the book until it is killed, and says so of each change that
// was acknowledged: notes count up, and all entries of the edition move.
func victim(path string, person model.ID) error {
	ctx := context.Background()
	b, err := Open(ctx, Params{Path: path, Actor: "Victim"})
	if err != nil {
		return err
	}
	p, err := b.Person(ctx, person)
	if err != nil {
		return err
	}
	editions, err := b.Editions(ctx)
	if err != nil {
		return err
	}
	rows, err := b.EntryRows(ctx, editions[0].ID)
	if err != nil {
		return err
	}
	n, _ := strconv.Atoi(p.Notes) // empty the first time
	for {
		n++
		notes := strconv.Itoa(n)
		if _, err := b.Do(ctx, UpdatePerson{ID: person, Notes: &notes}, Move{IDs: []model.ID{rows[len(rows)-1].Placement.ID}, To: 1 + n%len(rows)}); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func TestKilledProcessLosesNothing(t *testing.T) {
	p, _ := testParams(t)
	ctx := context.Background()
	b, err := Create(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	var person model.ID
	for i := range 40 {
		person = addPerson(t, b, fmt.Sprintf("Person%d Example", i))
		do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: person}}}})
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	hot, total := 0, 0
	for range 15 {
		acknowledged := kill(t, p.Path, person, time.Duration(30+random.IntN(120))*time.Millisecond)
		total += acknowledged.count
		if info, err := os.Stat(p.Path + "-journal"); err == nil && info.Size() > 0 {
			hot++
		}
		b, err := Open(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		if b.refusal != nil {
			t.Fatalf("the dead still hold the book: %v", b.refusal)
		}
		got, err := b.Person(ctx, person)
		if err != nil {
			t.Fatal(err)
		}
		n, _ := strconv.Atoi(got.Notes)
		if n < acknowledged.last {
			t.Errorf("change %d was acknowledged, the book has %d", acknowledged.last, n)
		}
		if places := strings.Count(ranking(t, b, edition), ",") + 1; places != 40 {
			t.Errorf("%d entries stand in the list", places)
		}
		if acknowledged.last > 0 {
			undo(t, b)
			if got, err = b.Person(ctx, person); err != nil || got.Notes == strconv.Itoa(n) {
				t.Errorf("undo did nothing: %+v %v", got, err)
			}
			redo(t, b)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
		if v, err := Verify(ctx, p.Path); err != nil || v.Result != Sound {
			t.Errorf("%v %v", v, err)
		}
	}
	if total == 0 {
		t.Error("nothing was ever acknowledged: the test tested nothing")
	}
	t.Logf("%d changes acknowledged, %d times a journal was left", total, hot)
}

type acknowledged struct{ count, last int }

// kill starts a victim, kills it after a while and gives what it acknowledged.
func kill(t *testing.T, path string, person model.ID, after time.Duration) (a acknowledged) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), victimBook+"="+path, victimWho+"="+string(person))
	var complaints strings.Builder
	c.Stderr = &complaints
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	timer := (*time.Timer)(nil)
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // a line cut short was not acknowledged
			break
		}
		if timer == nil { // it has begun
			timer = time.AfterFunc(after, func() { c.Process.Kill() })
		}
		n, err := strconv.Atoi(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		a.count, a.last = a.count+1, n
	}
	err = c.Wait()
	if complaints.Len() > 0 {
		t.Fatalf("the victim failed: %s (%v)", complaints.String(), err)
	}
	return a
}
