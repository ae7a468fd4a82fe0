package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test program play the other programs that dev starts.
func TestMain(m *testing.M) {
	switch role, argument, _ := strings.Cut(os.Getenv("DEV_TEST_ROLE"), " "); role {
	case "":
		os.Exit(m.Run())
	case "exit":
		n, err := strconv.Atoi(argument)
		if err != nil {
			n = 99
		}
		os.Exit(n)
	case "copy":
		if _, err := io.Copy(os.Stdout, os.Stdin); err != nil {
			os.Exit(99)
		}
	case "wait": // until asked to end
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, os.Interrupt)
		fmt.Fprintln(os.NewFile(3, "three"), "ready")
		<-asked
		fmt.Println("asked")
	}
}

func playing(role string) process {
	return process{name: os.Args[0], env: []string{"DEV_TEST_ROLE=" + role}}
}

func TestProcessStatus(t *testing.T) {
	for _, want := range []int{0, 1, 3, 66} {
		err := processes{}.run(t.Context(), playing(fmt.Sprint("exit ", want)))
		got := 0
		var exit *exitError
		if errors.As(err, &exit) {
			got = exit.status
		} else if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("got status %d, want %d", got, want)
		}
	}
	if err := (processes{}).run(t.Context(), process{name: "no-such-program-anywhere"}); err == nil {
		t.Error("a program that is not there ran")
	}
}

func TestProcessPassesThrough(t *testing.T) {
	p := playing("copy")
	var out bytes.Buffer
	var used cost
	p.stdin, p.stdout, p.used = strings.NewReader("a\x00b"), &out, &used
	if err := (processes{}).run(t.Context(), p); err != nil || out.String() != "a\x00b" {
		t.Errorf("got %q, %v", out.String(), err)
	}
	if used.wall <= 0 {
		t.Error("no time was measured")
	}
	if mb := used.memory >> 20; used.memory != 0 && (mb < 1 || mb > 1000) {
		t.Errorf("a Go program of this size held %d MB", mb)
	}
}

func TestStartedProcessIsAskedToEnd(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	var out bytes.Buffer
	p := playing("wait")
	p.stdout = &out
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	end, err := processes{}.start(ctx, p, write)
	write.Close()
	if err != nil {
		t.Fatal(err)
	}
	ready := make([]byte, 5)
	if _, err := io.ReadFull(read, ready); err != nil {
		t.Fatal(err)
	}
	end()
	if out.String() != "asked\n" {
		t.Errorf("got %q; want the process to end on being asked", out.String())
	}
}

func TestEnvironment(t *testing.T) {
	got := environment([]string{"A=1", "B=2", "AB=3"}, []string{"A=9", "B", "C=x=y"})
	equal(t, "environment", got, []string{"AB=3", "A=9", "C=x=y"})
}
