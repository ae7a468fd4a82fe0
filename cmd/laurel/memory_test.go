package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGrowPercent(t *testing.T) {
	for _, test := range []struct {
		live uint64
		want int
	}{
		{0, heapPercent},
		{1 << 10, firstPercent},
		{50 << 20, 32},
		{100 << 20, 16},
		{1 << 30, 15},
	} {
		if got := growPercent(test.live); got != test.want {
			t.Errorf("%d bytes may grow by %d %%, want %d", test.live, got, test.want)
		}
	}
}

// The pace is set anew after each run of the collector, and is as before in the end.
func TestPaceCollector(t *testing.T) {
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	before := percent()
	end := paceCollector()
	if got := percent(); got != firstPercent {
		t.Errorf("at first the heap may grow by %d %%, want %d", got, firstPercent)
	}
	kept := make([]byte, 64<<20)
	for i := 0; percent() == firstPercent; i++ {
		if i == 500 {
			t.Fatal("the pace is still the first after many runs of the collector")
		}
		runtime.GC()
		time.Sleep(10 * time.Millisecond) // cleanups run on a goroutine of their own
	}
	if got := percent(); got < heapPercent || got > heapStep*100/len(kept) {
		t.Errorf("with 64 MiB live the heap may grow by %d %%", got)
	}
	runtime.KeepAlive(kept)
	end()
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	if got := percent(); got != before {
		t.Errorf("afterwards the heap may grow by %d %%, want %d as before", got, before)
	}
}
