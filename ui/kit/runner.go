package kit

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// shownAfter is how long work goes on before anybody is told of it.
const shownAfter = 200 * time.Millisecond

// RunnerParams is what a runner needs.
type RunnerParams struct {
	// Do brings a function to the UI goroutine; nil: the toolkit's.
	Do func(func())
}

// Job is work a runner tells about.
type Job struct {
	Name string
	// Progress from 0 to 1; negative while nothing is known.
	Progress float64
	// Cancel ends the work.
	Cancel func()
}

// Runner does work off the UI goroutine and brings what came of it back there.
// Work under the same key is numbered: when newer work has begun, the result
// of older work is dropped. All methods are called on the UI goroutine.
type Runner struct {
	// OnJobs tells which named work is going on, once it has taken 200 ms, and
	// again at every progress and end. It runs on the UI goroutine.
	OnJobs func([]Job)

	do      func(func())
	base    context.Context
	stop    context.CancelFunc
	working sync.WaitGroup

	latest map[string]*running
	named  []*running
}

type running struct {
	job    Job
	cancel context.CancelFunc
	shown  bool
}

// NewRunner gives a runner that works until Stop.
func NewRunner(p RunnerParams) *Runner {
	if p.Do == nil {
		p.Do = toUI
	}
	r := &Runner{do: p.Do, latest: map[string]*running{}}
	r.base, r.stop = context.WithCancel(context.Background())
	return r
}

// Go runs named work. Its progress, from 0 to 1, may be told from any
// goroutine. done gets its error on the UI goroutine: context.Canceled when it
// was cancelled.
func (r *Runner) Go(name string, work func(ctx context.Context, progress func(float64)) error, done func(error)) (cancel func()) {
	ctx, cancelWork := context.WithCancel(r.base)
	run := &running{cancel: cancelWork}
	run.job = Job{Name: name, Progress: -1, Cancel: cancelWork}
	r.named = append(r.named, run)
	stopShowing := after(shownAfter, func() {
		run.shown = true
		r.tell()
	})
	progress := func(p float64) {
		r.do(func() {
			if p != run.job.Progress && r.going(run) {
				run.job.Progress = p
				if run.shown {
					r.tell()
				}
			}
		})
	}
	r.spawn(func() error { return work(ctx, progress) }, func(err error) {
		stopShowing()
		cancelWork()
		r.drop(run)
		if run.shown {
			r.tell()
		}
		if done != nil {
			done(err)
		}
	})
	return cancelWork
}

// Fetch runs unnamed work whose result is shown on the UI goroutine unless
// later work with the same key has begun; then the earlier work's context is
// cancelled and its result dropped.
func Fetch[T any](r *Runner, key string, read func(context.Context) (T, error), show func(T, error)) {
	if old := r.latest[key]; old != nil {
		old.cancel()
	}
	ctx, cancel := context.WithCancel(r.base)
	run := &running{cancel: cancel}
	r.latest[key] = run
	var result T
	r.spawn(func() (err error) {
		result, err = read(ctx)
		return err
	}, func(err error) {
		cancel()
		if r.latest[key] != run {
			return
		}
		delete(r.latest, key)
		show(result, err)
	})
}

// CancelKey drops work begun with Fetch.
func (r *Runner) CancelKey(key string) {
	if run := r.latest[key]; run != nil {
		run.cancel()
		delete(r.latest, key)
	}
}

// Busy tells whether named work is going on.
func (r *Runner) Busy() bool { return len(r.named) > 0 }

// Fetching tells whether something is being read with Fetch under a key that
// counts.
func (r *Runner) Fetching(counts func(key string) bool) bool {
	for key := range r.latest {
		if counts(key) {
			return true
		}
	}
	return false
}

// Stop cancels all work; WaitAll then waits for its end.
func (r *Runner) Stop() { r.stop() }

// WaitAll waits until no work is going on. What it has brought to Do may still
// be waiting there. Not for the UI goroutine of a running program.
func (r *Runner) WaitAll() { r.working.Wait() }

func (r *Runner) spawn(work func() error, done func(error)) {
	r.working.Add(1)
	go func() {
		defer r.working.Done()
		err := guarded(work)
		r.do(func() { done(err) })
	}()
}

// guarded turns a panic of the work into an error: background work must not
// take the program, and with it what is being typed, down.
func guarded(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v\n%s", errPanicked, p, debug.Stack())
		}
	}()
	return work()
}

var errPanicked = errors.New("background work failed unexpectedly")

func (r *Runner) going(run *running) bool {
	for _, n := range r.named {
		if n == run {
			return true
		}
	}
	return false
}

func (r *Runner) drop(run *running) {
	for i, n := range r.named {
		if n == run {
			r.named = append(r.named[:i], r.named[i+1:]...)
			return
		}
	}
}

func (r *Runner) tell() {
	if r.OnJobs == nil {
		return
	}
	var jobs []Job
	for _, run := range r.named {
		if run.shown {
			jobs = append(jobs, run.job)
		}
	}
	r.OnJobs(jobs)
}

// Queue is a Do for tests: it keeps functions until Drain runs them on the
// goroutine of the test.
type Queue struct {
	mu      sync.Mutex
	waiting []func()
}

// Do keeps a function.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, f)
}

// Drain runs what is waiting, and what that adds.
func (q *Queue) Drain() {
	for {
		q.mu.Lock()
		waiting := q.waiting
		q.waiting = nil
		q.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}
