package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// desktop drives the real program in a real window, as a user does.
type desktop struct {
	t       testing.TB
	program string
	home    string
	cmd     *exec.Cmd
	log     *os.File // what the program said on standard error
	env     []string // more of its environment
	window  string
}

// newDesktop needs a display, xdotool and the built program, which the
// project's test command provides; without them there is no window to test.
func newDesktop(t testing.TB) *desktop {
	t.Helper()
	program := os.Getenv("LAUREL_PROGRAM")
	if program == "" || os.Getenv("DISPLAY") == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("the window is not tested: LAUREL_PROGRAM and DISPLAY are to be set by the test command")
		}
		t.Skip("needs the window that `go run ./cmd/dev test` opens")
	}
	d := &desktop{t: t, program: program, home: t.TempDir(), log: logFile(t)}
	for _, folder := range []string{"config", "data", "cache"} {
		if err := os.Mkdir(filepath.Join(d.home, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func logFile(t testing.TB) *os.File {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// said is everything the program said so far.
func (d *desktop) said() string {
	b, err := os.ReadFile(d.log.Name())
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// run runs the command line beside the window.
func (d *desktop) run(args ...string) string {
	d.t.Helper()
	out, err := d.command(args...).Output()
	if err != nil {
		d.t.Fatalf("laurel %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

func (d *desktop) command(args ...string) *exec.Cmd {
	cmd := exec.Command(d.program, args...)
	cmd.Env = append(os.Environ(), "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, "config"),
		"XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"), "FYNE_THEME=light")
	cmd.Env = append(cmd.Env, d.env...)
	return cmd
}

// open starts the program on a book, or on none, and waits for its window.
func (d *desktop) open(book string) {
	d.t.Helper()
	d.cmd = d.command(slices.DeleteFunc([]string{book}, func(a string) bool { return a == "" })...)
	d.cmd.Stderr = d.log
	if err := d.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(d.kill)
	pid := strconv.Itoa(d.cmd.Process.Pid)
	d.wait("the window", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", pid, "--name", "Laurel").Output()
		d.window = lastLine(string(out))
		return err == nil && d.window != ""
	})
	d.xdotool("windowactivate", "--sync", d.window)
	d.xdotool("windowfocus", "--sync", d.window)
	d.settle() // the list and the first person are read meanwhile
}

func lastLine(s string) string {
	lines := strings.Fields(s)
	if len(lines) == 0 {
		return ""
	}
	return lines[len(lines)-1]
}

// kill ends the program without any chance to save.
func (d *desktop) kill() {
	if d.cmd != nil && d.cmd.Process != nil {
		d.cmd.Process.Kill()
		d.cmd.Wait()
	}
	d.cmd = nil
}

func (d *desktop) xdotool(args ...string) {
	d.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// keys presses keys one after the other.
func (d *desktop) keys(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.xdotool("key", "--clearmodifiers", k)
		time.Sleep(350 * time.Millisecond)
	}
}

func (d *desktop) write(text string) {
	d.t.Helper()
	d.xdotool("type", "--delay", "60", text)
	d.settle()
}

// settle gives the program time to show what a key asked for: until it is quiet,
// or, where a cursor blinks and it never is, a few seconds.
func (d *desktop) settle() {
	d.t.Helper()
	const pause = 250 * time.Millisecond
	last := int64(-1)
	for range 14 {
		time.Sleep(pause)
		used := d.ticks()
		if last >= 0 && used-last <= 2 { // hundredths of a second
			return
		}
		last = used
	}
}

// ticks is the processor time the program has used, in hundredths of a second.
func (d *desktop) ticks() int64 {
	b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(d.cmd.Process.Pid), "stat"))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return user + system
}

// until does something by hand and waits for its effect; on a machine so slow
// that a key went astray it is done again.
func (d *desktop) until(what string, do func(), is func() bool) {
	d.t.Helper()
	began := time.Now()
	for try := range 4 {
		if is() {
			return
		}
		do()
		for range 20 {
			if is() {
				d.t.Logf("%s: %.0f s, at try %d", what, time.Since(began).Seconds(), try+1)
				return
			}
			time.Sleep(time.Second)
		}
		d.keys("Escape", "Escape")
	}
	d.t.Fatalf("tried in vain: %s\n%s", what, d.said())
}

// wait tries until something is so.
func (d *desktop) wait(what string, is func() bool) {
	d.t.Helper()
	for end := time.Now().Add(90 * time.Second); time.Now().Before(end); time.Sleep(time.Second) {
		if is() {
			return
		}
	}
	d.t.Fatalf("waited in vain for %s\n%s", what, d.said())
}

// find goes to a person through the palette.
func (d *desktop) find(name string) {
	d.t.Helper()
	d.keys("ctrl+k")
	d.settle()
	d.write(name)
	d.settle()
	d.keys("Return")
	d.settle()
}

// exports writes the book through the dialog, and waits for a file of some bytes.
func (d *desktop) exports(pdf string, least int64) {
	d.t.Helper()
	d.until("an exported book", func() {
		d.keys("ctrl+e")
		d.settle()
		d.keys("ctrl+a")
		d.write(pdf)
		d.keys("Return")
	}, func() bool {
		info, err := os.Stat(pdf)
		return err == nil && info.Size() > least
	})
}

// exported is what the end-to-end test looks at of the JSON document.
type exported struct {
	Placements []struct {
		Rank      int
		Entry     string
		Title     string
		Interview []struct{ Edited, Excerpt string }
	}
}

func (d *desktop) document(book string) exported {
	d.t.Helper()
	var e exported
	if err := json.Unmarshal([]byte(d.run("export", book, "--format", "json", "-o", "-")), &e); err != nil {
		d.t.Fatal(err)
	}
	return e
}

func (e exported) find(name string) (rank int, title string, excerpts []string) {
	for _, p := range e.Placements {
		if p.Entry == name {
			for _, a := range p.Interview {
				excerpts = append(excerpts, a.Excerpt)
			}
			return p.Rank, p.Title, excerpts
		}
	}
	return 0, "", nil
}

// fieldJobTitle is how often Tab is pressed from the list of people to the
// field of the printed job title.
const fieldJobTitle = 8

// TestWindow is an afternoon in a minute: find somebody, change a title, move a
// rank, choose an excerpt, export, and be killed; nothing of it is lost, and
// undo still works.
func TestWindow(t *testing.T) {
	d := newDesktop(t)
	book := filepath.Join(t.TempDir(), "Sample.laurel")
	d.run("new", book, "--sample")
	before := d.document(book)
	third := before.Placements[2].Entry
	_, _, whole := before.find(third)
	d.open(book)

	d.until("a new title", func() {
		d.find(third)
		d.keys("Return") // from the list into the editor
		for range fieldJobTitle {
			d.keys("Tab")
		}
		d.keys("ctrl+a")
		d.write("Keeper of the Tides")
	}, func() bool {
		_, title, _ := d.document(book).find(third)
		return title == "Keeper of the Tides"
	})

	d.until("an excerpt of one sentence", func() {
		d.find(third)
		d.keys("ctrl+Return") // into the sentences of the answer
		d.settle()
		d.keys("ctrl+shift+BackSpace")
		d.settle()
		d.keys("Down", "space")
	}, func() bool {
		_, _, excerpts := d.document(book).find(third)
		return len(excerpts) > 0 && len(excerpts[0]) < len(whole[0])
	})
	_, _, chosen := d.document(book).find(third)

	d.until("a better rank", func() {
		d.keys("ctrl+2")
		d.settle()
		d.keys("ctrl+k")
		d.settle()
		d.write("rank 3")
		d.keys("Return")
		d.settle()
		d.keys("alt+Up")
	}, func() bool {
		rank, _, _ := d.document(book).find(third)
		return rank == 2
	})

	pdf := filepath.Join(t.TempDir(), "book.pdf")
	d.exports(pdf, 100_000)

	d.kill()
	rank, title, excerpts := d.document(book).find(third)
	if rank != 2 || title != "Keeper of the Tides" || excerpts[0] != chosen[0] {
		t.Errorf("after being killed %s is number %d, %q, and says %q", third, rank, title, excerpts[0])
	}
	d.open(book)
	d.until("the rank undone", func() { d.keys("ctrl+z") }, func() bool {
		rank, _, _ := d.document(book).find(third)
		return rank == 3
	})
	d.until("the rank redone", func() { d.keys("ctrl+shift+z") }, func() bool {
		rank, _, _ := d.document(book).find(third)
		return rank == 2
	})
	d.until("the end of the program", func() { d.keys("ctrl+q") }, func() bool { return ended(d.cmd) })
	d.complained()
}

// complained fails the test where the program told of a race, a panic or a widget
// used outside the UI goroutine.
func (d *desktop) complained() {
	d.t.Helper()
	if bad := regexp.MustCompile(`Error in Fyne call thread|DATA RACE|panic:`).FindString(d.said()); bad != "" {
		d.t.Errorf("the program complained: %s\n%s", bad, d.said())
	}
}

// ended says whether a process has come to its end, without waiting for it.
func ended(cmd *exec.Cmd) bool {
	state, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(cmd.Process.Pid), "stat"))
	return err != nil || strings.Contains(string(state), ") Z ")
}

// TestWindowFromAListToABook is the first hour of a newcomer: the start screen, a
// list as a spreadsheet program saved it, the book made of it, its first export,
// and the whole import taken back in one step.
func TestWindowFromAListToABook(t *testing.T) {
	d := newDesktop(t)
	folder := t.TempDir()
	list, book, pdf := filepath.Join(folder, "Quay List 2026.csv"), filepath.Join(folder, "Mine.laurel"), filepath.Join(folder, "Mine.pdf")
	text := "Rank;Name;Job title;Company\r\n1;Zoë Quill;Harbour master;Port of Ayr\r\n2;Ada Example;Pilot;Quayside Ltd\r\n3;Bo Salt;;\r\n"
	if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d.open("")
	d.until("a book", func() {
		d.keys("ctrl+i")
		d.settle()
		d.keys("ctrl+a")
		d.write(list)
		d.keys("Return") // the list
		d.settle()
		d.keys("ctrl+a")
		d.write(book)
		d.keys("Return") // where the book shall stand
	}, func() bool {
		_, err := os.Stat(book)
		return err == nil
	})
	d.settle()
	d.until("the list in the book", func() {
		d.settle() // until it is compared with the book
		d.keys("ctrl+Return")
	}, func() bool {
		out, err := d.command("export", book, "--format", "json", "-o", "-").Output()
		return err == nil && strings.Contains(string(out), "Bo Salt")
	})
	if rank, title, _ := d.document(book).find("Zoë Quill"); rank != 1 || title != "Harbour master" {
		t.Errorf("Zoë Quill is number %d, %q", rank, title)
	}
	d.exports(pdf, 10_000)
	d.until("an empty book", func() { d.keys("ctrl+z") }, func() bool {
		return d.command("export", book, "--format", "json", "-o", "-").Run() != nil // there is no edition
	})
	d.until("the end of the program", func() { d.keys("ctrl+q") }, func() bool { return ended(d.cmd) })
	d.complained()
}
