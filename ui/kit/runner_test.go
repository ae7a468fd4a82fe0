package kit

import (
	"context"
	"errors"
	"image"
	"strings"
	"testing"
	"time"
)

func TestOnlyTheNewestResultIsShown(t *testing.T) {
	q := &Queue{}
	r := NewRunner(RunnerParams{Do: q.Do})
	defer r.Stop()
	release := make(chan struct{})
	var shown []string
	show := func(s string, err error) { shown = append(shown, s) }
	cancelled := make(chan error, 1)
	Fetch(r, "list", func(ctx context.Context) (string, error) {
		<-release
		cancelled <- ctx.Err()
		return "old", nil
	}, show)
	Fetch(r, "list", func(context.Context) (string, error) { return "new", nil }, show)
	Fetch(r, "other", func(context.Context) (string, error) { return "beside", nil }, show)
	close(release)
	r.WaitAll()
	q.Drain()
	if got := strings.Join(shown, ","); got != "new,beside" && got != "beside,new" {
		t.Errorf("shown %q", got)
	}
	if !errors.Is(<-cancelled, context.Canceled) {
		t.Error("the older work was not told to stop")
	}
}

func TestCancelKeyDropsTheResult(t *testing.T) {
	q := &Queue{}
	r := NewRunner(RunnerParams{Do: q.Do})
	defer r.Stop()
	shown := false
	Fetch(r, "x", func(context.Context) (int, error) { return 1, nil }, func(int, error) { shown = true })
	r.CancelKey("x")
	r.WaitAll()
	q.Drain()
	if shown {
		t.Error("shown all the same")
	}
}

func TestWorkIsToldOnlyWhenItTakesLong(t *testing.T) {
	clock := &fakeTime{}
	defer SetTimer(clock.after)()
	q := &Queue{}
	r := NewRunner(RunnerParams{Do: q.Do})
	defer r.Stop()
	var told [][]Job
	r.OnJobs = func(jobs []Job) { told = append(told, jobs) }
	r.Go("quick", func(context.Context, func(float64)) error { return nil }, nil)
	r.WaitAll()
	q.Drain()
	clock.pass(time.Second)
	if len(told) != 0 {
		t.Fatalf("quick work was told: %v", told)
	}
	step, stepped := make(chan struct{}), make(chan struct{})
	var failed error
	r.Go("Writing", func(ctx context.Context, progress func(float64)) error {
		<-step
		progress(0.5)
		close(stepped)
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { failed = err })
	clock.pass(shownAfter)
	if len(told) != 1 || told[0][0].Name != "Writing" || told[0][0].Progress >= 0 {
		t.Fatalf("told %v", told)
	}
	close(step)
	<-stepped
	q.Drain()
	if len(told) != 2 || told[1][0].Progress != 0.5 {
		t.Fatalf("progress told as %v", told)
	}
	told[1][0].Cancel()
	r.WaitAll()
	q.Drain()
	if !errors.Is(failed, context.Canceled) || r.Busy() {
		t.Errorf("after Cancel: %v", failed)
	}
	if last := told[len(told)-1]; len(last) != 0 {
		t.Errorf("still told of %v", last)
	}
}

func TestAPanicOfWorkIsAnError(t *testing.T) {
	q := &Queue{}
	r := NewRunner(RunnerParams{Do: q.Do})
	defer r.Stop()
	var got error
	r.Go("x", func(context.Context, func(float64)) error { panic("boom") }, func(err error) { got = err })
	r.WaitAll()
	q.Drain()
	if !errors.Is(got, errPanicked) || !strings.Contains(got.Error(), "boom") {
		t.Errorf("got %v", got)
	}
}

func pictures(q *Queue, budget int, load func(context.Context, string) (image.Image, error)) *PictureCache {
	return NewPictureCache(PictureCacheParams{Budget: budget, Load: load, Do: q.Do, Workers: 1})
}

func settle(q *Queue, c *PictureCache) {
	for c.reading > 0 {
		q.Drain()
		time.Sleep(time.Millisecond)
	}
}

func TestPictureCacheKeepsTheNewestByBytes(t *testing.T) {
	q := &Queue{}
	reads := map[string]int{}
	c := pictures(q, 3*(64+400), func(_ context.Context, key string) (image.Image, error) {
		reads[key]++ // one worker, one read at a time
		return image.NewNRGBA(image.Rect(0, 0, 10, 10)), nil
	})
	defer c.Stop()
	for _, key := range []string{"a", "b", "c", "a", "d", "b"} {
		c.Want(key, func(image.Image) {})
		settle(q, c)
	}
	if c.Bytes() > 3*(64+400) {
		t.Errorf("%d bytes are kept", c.Bytes())
	}
	if _, ok := c.Get("a"); !ok {
		t.Error("what was used lately was dropped")
	}
	if reads["a"] != 1 || reads["b"] != 2 {
		t.Errorf("read %v", reads)
	}
}

func TestAReboundRowDoesNotShowTheOldPicture(t *testing.T) {
	q := &Queue{}
	gate := map[string]chan struct{}{"first": make(chan struct{}), "second": make(chan struct{})}
	read := make(chan string, 8)
	c := pictures(q, 0, func(ctx context.Context, key string) (image.Image, error) {
		read <- key
		select {
		case <-gate[key]:
			return image.NewGray(image.Rect(0, 0, len(key), 1)), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	})
	defer c.Stop()
	p := NewPicture(32, 32)
	p.Load(c, "first")
	<-read
	p.Load(c, "second")
	close(gate["second"])
	settle(q, c)
	if p.images[0] == nil || p.images[0].Bounds().Dx() != len("second") {
		t.Errorf("the row shows %v", p.images[0])
	}
	if _, ok := c.Get("first"); ok {
		t.Error("what nobody wanted any more was kept")
	}
}

func TestAPictureThatCannotBeReadIsAMonogram(t *testing.T) {
	q := &Queue{}
	c := pictures(q, 0, func(context.Context, string) (image.Image, error) { return nil, errors.New("broken") })
	defer c.Stop()
	p := NewPicture(40, 40)
	p.SetMonogram("GD")
	p.Load(c, "x")
	if !p.waiting {
		t.Error("not waiting")
	}
	settle(q, c)
	if p.waiting || p.images[0] != nil {
		t.Error("still waiting, or an image out of nothing")
	}
}
