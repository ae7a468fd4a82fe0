package main

import (
	"fmt"
	"io"
	"strings"
)

// bar shows how far long work is, on a terminal only.
type bar struct {
	w     io.Writer
	name  string
	shown int // hundredths; -1 nothing yet
}

func (p *program) bar(name string) *bar {
	b := &bar{name: name, shown: -1}
	if p.terminal {
		b.w = p.stderr
	}
	return b
}

// step shows that done of all steps are done.
func (b *bar) step(done, all int) {
	if b.w == nil || all <= 0 {
		return
	}
	const width = 30
	if now := done * 100 / all; now != b.shown {
		b.shown = now
		full := done * width / all
		fmt.Fprintf(b.w, "\r%s %s%s %3d %%", b.name, strings.Repeat("█", full), strings.Repeat("░", width-full), now)
	}
}

// clear takes the bar away again.
func (b *bar) clear() {
	if b.w != nil && b.shown >= 0 {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
