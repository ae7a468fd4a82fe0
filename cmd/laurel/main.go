// Command laurel is the desktop program and its command line in one.
//
// This package wires the parts together: it reads arguments, opens books,
// speaks messages and chooses exit statuses. It holds no rule of the domain,
// writes no SQL and composes no page.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, system(), os.Args[1:]))
}
