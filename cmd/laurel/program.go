package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"laurel/model"
	"laurel/store"
)

// program is what the commands need of the world outside.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	terminal       bool // somebody watches standard error
	answers        bool // somebody sits at standard input
	actor, device  string
	dataDir        string // for the sample book, backups and caches
}

// system is the program as the operating system started it.
func system() *program {
	p := &program{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		terminal: isTerminal(os.Stderr), answers: isTerminal(os.Stdin), actor: "somebody", dataDir: dataDir(),
	}
	if u, err := user.Current(); err == nil {
		p.actor = u.Username
		if u.Name != "" {
			p.actor = u.Name
		}
	}
	if host, err := os.Hostname(); err == nil {
		p.device = host
	}
	return p
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0 && info.Name() != filepath.Base(os.DevNull)
}

// dataDir is where this user's programs keep their data.
func dataDir() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	switch runtime.GOOS {
	case "windows":
		if local := os.Getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Laurel")
		}
		return filepath.Join(home, "Laurel")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Laurel")
	}
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) { // XDG Base Directory Specification
		return filepath.Join(data, "laurel")
	}
	return filepath.Join(home, ".local", "share", "laurel")
}

// status is an error that asks for an exit status of its own. Without a cause
// nothing is said: the command has said it already.
type status struct {
	code  int
	cause error
}

func (s status) Error() string {
	if s.cause == nil {
		return ""
	}
	return s.cause.Error()
}

func (s status) Unwrap() error { return s.cause }

// of is an error about one file or book, which is named before it.
type of struct {
	what  string
	cause error
}

func (o of) Error() string { return o.what + ": " + o.cause.Error() }
func (o of) Unwrap() error { return o.cause }

// run carries one command line out and gives the exit status: 0 done, 1 not
// done, 2 a check that could not run, 130 ended by Ctrl-C.
func run(ctx context.Context, p *program, args []string) int {
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	code := 1
	var s status
	if errors.As(err, &s) {
		code = s.code
	}
	if errors.Is(err, context.Canceled) {
		code = 130
		err = errors.New(speak(model.Say("cancelled; nothing was changed")))
	}
	if text := sentence(err); text != "" {
		fmt.Fprintf(p.stderr, "%s: %s\n", strings.ReplaceAll(cmd.CommandPath(), " ", ": "), text)
	}
	return code
}

// sentence makes one line of an error: what it is about, then what happened.
func sentence(err error) string {
	about := ""
	for {
		var o of
		if !errors.As(err, &o) {
			break
		}
		about += o.what + ": "
		err = o.cause
	}
	var fault *model.Fault
	if errors.As(err, &fault) {
		return about + speak(fault.Message)
	}
	return strings.Join(strings.Fields(about+err.Error()), " ")
}

// arguments refuses another number of them, and says how the command is written.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if n := len(args); n < least || n > most {
			return fmt.Errorf("write it as %s", cmd.UseLine())
		}
		return nil
	}
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "laurel [BOOK]",
		Short: "Curate a list of leaders and print it as a yearbook",
		Long: "Laurel keeps a list of leaders – people, photos, answers, places over the years –\n" +
			"in one .laurel file and prints it as a yearbook. Without a command it opens its window.",
		Args:              arguments(0, 1),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if show, err := cmd.Flags().GetBool("version"); err == nil && show {
				return p.version()
			}
			path := ""
			if len(args) > 0 {
				path = args[0]
			}
			return p.window(cmd.Context(), path)
		},
	}
	root.Flags().Bool("version", false, "print the version and what Laurel is built from")
	root.AddCommand(p.newCommand(), p.importCommand(), p.exportCommand(), p.checkCommand(), p.verifyCommand(),
		p.backupCommand(), p.historyCommand(), p.undoCommand(), p.redoCommand(), p.shotsCommand())
	return root
}

func (p *program) params(path string) store.Params {
	return store.Params{Path: path, Actor: p.actor, Device: p.device, BackupDir: filepath.Join(p.dataDir, "backups")}
}

// reading opens a book to read it.
func (p *program) reading(ctx context.Context, path string) (*store.Book, error) {
	params := p.params(path)
	params.ReadOnly = true
	b, err := store.Open(ctx, params)
	return b, about(path, err)
}

// writing opens a book to change it; one that cannot be changed is refused.
func (p *program) writing(ctx context.Context, path string) (*store.Book, error) {
	b, err := store.Open(ctx, p.params(path))
	if err != nil {
		return nil, about(path, err)
	}
	info, err := b.Info(ctx)
	if err == nil && info.ReadOnly {
		err = &model.Fault{Kind: model.ErrReadOnly, Message: info.Notice}
	}
	if err != nil {
		return nil, about(path, errors.Join(err, b.Close()))
	}
	return b, nil
}

// about names the book or file that an error is about, if there is one.
func about(path string, err error) error {
	if err == nil || path == "" {
		return err
	}
	return of{what: path, cause: err}
}

// edition finds an edition by name; where none is named and there are several,
// the newest is taken and named on standard error.
func (p *program) edition(ctx context.Context, b *store.Book, name, command string) (model.Edition, error) {
	all, err := b.Editions(ctx)
	if err != nil {
		return model.Edition{}, err
	}
	e, err := model.ChooseEdition(all, name)
	if err == nil && name == "" && len(all) > 1 {
		p.tell(command, model.Say("edition {{.Edition}}", "Edition", e.Name()))
	}
	return e, err
}

// tell says something beside the result, on standard error.
func (p *program) tell(command string, m model.Message) {
	fmt.Fprintf(p.stderr, "laurel: %s: %s\n", command, speak(m))
}

func (p *program) say(m model.Message) { fmt.Fprintln(p.stdout, speak(m)) }
