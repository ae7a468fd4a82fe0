package ui

import (
	"strings"
	"testing"
	"time"
)

func TestPulse(t *testing.T) {
	var out strings.Builder
	p := pulse{out: &out}
	at := time.UnixMilli(1_000)
	beat := func(held int, busy, fetching bool) {
		asked := at
		at = at.Add(time.Duration(held) * time.Millisecond)
		p.beat(asked, at, busy, fetching)
		at = at.Add(5 * time.Millisecond)
	}
	beat(300, false, true)
	beat(20, false, false) // in place, not yet painted
	beat(30, false, false)
	beat(90, false, false) // nothing goes on: nobody is kept waiting by work
	beat(10, true, false)
	beat(40, true, false)
	beat(2, true, false)
	beat(3, false, false)
	beat(1, false, true)
	beat(1, false, false)
	beat(1, false, false)
	if want := "shown 1360\nwork 70 40\n"; out.String() != want {
		t.Errorf("told\n%swant\n%s", &out, want)
	}
}
