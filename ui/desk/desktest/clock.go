package desktest

import (
	"testing"
	"time"

	"laurel/ui/kit"
)

// Clock stands for the timer of all widgets: time passes when the test says so.
type Clock struct {
	now   time.Duration
	calls []*call
}

type call struct {
	at   time.Duration
	run  func()
	over bool
}

// NewClock replaces the timer of all widgets until the test ends.
func NewClock(t testing.TB) *Clock {
	c := &Clock{}
	t.Cleanup(kit.SetTimer(func(wait time.Duration, run func()) func() {
		one := &call{at: c.now + wait, run: run}
		c.calls = append(c.calls, one)
		return func() { one.over = true }
	}))
	return c
}

// Pass lets time pass; what falls due runs in its order.
func (c *Clock) Pass(d time.Duration) {
	until := c.now + d
	for next := c.due(until); next != nil; next = c.due(until) {
		next.over = true
		c.now = next.at
		next.run()
	}
	c.now = until
}

func (c *Clock) due(until time.Duration) *call {
	var next *call
	for _, one := range c.calls {
		if !one.over && one.at <= until && (next == nil || one.at < next.at) {
			next = one
		}
	}
	return next
}
