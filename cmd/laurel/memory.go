package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// How the heap grows while a book is made. Nearly all that a book is made of is
// needed to the end, so that going through a small heap again and again finds
// nothing, and letting a large one double only takes memory: measured on 100 and
// 1,000 people, these save a fifth of the time and a tenth of the memory.
const (
	heapFirst   = 32 << 20 // bytes before it is gone through for the first time
	heapStep    = 16 << 20 // by which it may grow then, at least
	heapPercent = 15       // of what is live, by which it may grow where that is more

	// The runtime's first limit is 4 MiB at 100 per cent and in proportion.
	firstPercent = heapFirst / (4 << 20) * 100
)

// growth sets the pace of the garbage collector after each of its runs.
type growth struct {
	mu    sync.Mutex
	ended bool
}

// paceCollector keeps the heap to the pace above until the returned func is called.
func paceCollector() (end func()) {
	g := &growth{}
	before := debug.SetGCPercent(firstPercent)
	g.watch()
	return func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.ended = true
		debug.SetGCPercent(before)
	}
}

// watch waits for the next run of the collector, which finds its token unused.
func (g *growth) watch() {
	token := new([16]byte) // no tiny allocation: those are kept for their neighbours
	runtime.AddCleanup(token, func(g *growth) { g.collected() }, g)
}

func (g *growth) collected() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ended {
		return
	}
	debug.SetGCPercent(growPercent(liveHeap()))
	g.watch()
}

// growPercent is by how much a heap of so many live bytes may grow.
func growPercent(live uint64) int {
	if live == 0 {
		return heapPercent
	}
	return int(max(heapPercent, min(heapStep*100/live, firstPercent)))
}

// liveHeap is what the last run of the collector left, in bytes.
func liveHeap() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}
