package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
)

// importFlags are the flags of import.
type importFlags struct {
	edition string
	onDoubt string
	columns []string
	sheet   string
	dryRun  bool
	json    bool
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import BOOK SOURCE...",
		Short: "read published profile pages, tables, JSON documents or photos into a book, as one undoable step",
		Long: "Reads published profile pages (text or HTML, one person each), tables (CSV, TSV, XLSX, a row for each entry) and JSON documents\n" +
			"of Laurel, and photos or a folder of them, each named after somebody in the book. “-” is standard input. Columns of a table are known by their names, or named with --map.\n" +
			"However many sources there are, they become one step that “laurel undo” takes back. Where one of them cannot be\n" +
			"read none is taken. What the book has already is not taken again, and what was not understood is listed.",
		Args: arguments(2, math.MaxInt),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.importInto(cmd.Context(), args[0], args[1:], f)
		},
	}
	c.Flags().StringVar(&f.edition, "edition", "", "the edition that answers and film belong to, “100 Brands 2024 (EMEA)”; without it each page's newest")
	c.Flags().StringVar(&f.sheet, "sheet", "", "which sheet of a workbook; without it the first that holds rows")
	c.Flags().StringArrayVar(&f.columns, "map", nil, "which column of a table goes into a field, “name=Full name”; the fields: "+meanings())
	c.Flags().StringVar(&f.onDoubt, "on-doubt", string(intake.Ask), "what to do with somebody who may be a person of the book: ask, new or skip")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show what would change, and change nothing")
	c.Flags().BoolVar(&f.json, "json", false, "write what changes as JSON")
	return c
}

func (p *program) importInto(ctx context.Context, path string, names []string, f importFlags) error {
	doubt := intake.Doubt(f.onDoubt)
	if doubt != intake.Ask && doubt != intake.New && doubt != intake.Skip {
		return fmt.Errorf("--on-doubt is ask, new or skip, not %q", f.onDoubt)
	}
	open := p.writing
	if f.dryRun {
		open = p.reading
	}
	b, err := open(ctx, path)
	if err != nil {
		return err
	}
	defer b.Close()
	columns, err := columnsOf(f.columns)
	if err != nil {
		return err
	}
	if names, err = intake.Files(names); err != nil {
		return err
	}
	drafts, err := p.read(ctx, b, names, intake.Source{Columns: columns, Sheet: f.sheet})
	if err != nil {
		return err
	}
	plan, err := p.decide(ctx, b, drafts, intake.Options{Edition: f.edition, OnDoubt: doubt}, names)
	if err != nil {
		return err
	}
	if plan.Edition != "" && f.edition == "" {
		p.tell("import", model.Say("edition {{.Edition}}", "Edition", plan.Edition))
	}
	var receipt store.Receipt
	if !plan.Empty() && !f.dryRun {
		if receipt, err = b.Do(ctx, plan.Step()); err != nil {
			return about(path, err)
		}
	}
	if f.json {
		err = writeJSON(p.stdout, reportOf(plan, receipt, f.dryRun))
	} else {
		err = p.report(plan, f.dryRun)
	}
	return errors.Join(err, b.Close())
}

// read reads all sources; where one cannot be read, none is applied.
func (p *program) read(ctx context.Context, b *store.Book, names []string, how intake.Source) ([]intake.Draft, error) {
	questions, err := questionsOf(ctx, b)
	if err != nil {
		return nil, err
	}
	progress := p.bar("import")
	defer progress.clear()
	var drafts []intake.Draft
	for i, name := range names {
		d, err := p.readSource(ctx, intake.Source{Name: name, Questions: questions, Columns: how.Columns, Sheet: how.Sheet})
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, d)
		if len(names) > 3 {
			progress.step(i+1, len(names))
		}
	}
	return drafts, nil
}

// meanings lists the fields that a column can go into.
func meanings() string {
	var all []string
	for _, m := range intake.Meanings {
		all = append(all, string(m))
	}
	return strings.Join(all, ", ")
}

// columnsOf reads what --map says.
func columnsOf(said []string) (map[string]intake.Meaning, error) {
	columns := map[string]intake.Meaning{}
	for _, s := range said {
		field, column, ok := strings.Cut(s, "=")
		m := intake.Meaning(strings.TrimSpace(field))
		if !ok || !slices.Contains(intake.Meanings, m) {
			return nil, fmt.Errorf("--map is field=column with one of the fields %s, not %q", meanings(), s)
		}
		columns[strings.TrimSpace(column)] = m
	}
	return columns, nil
}

// questionsOf gives every question the book asks.
func questionsOf(ctx context.Context, b *store.Book) ([]string, error) {
	editions, err := b.Editions(ctx)
	var all []string
	for _, e := range editions {
		all = append(all, e.Questions...)
	}
	return all, err
}

// maxSource is the largest source that is read.
const maxSource = 64 << 20

func (p *program) readSource(ctx context.Context, src intake.Source) (intake.Draft, error) {
	name := src.Name
	var err error
	if name == "-" {
		src.Name = "standard input"
		src.Bytes, err = io.ReadAll(io.LimitReader(p.stdin, maxSource+1))
	} else {
		src.Bytes, err = readFile(name)
		if root, rootErr := os.OpenRoot(filepath.Dir(name)); rootErr == nil {
			defer root.Close()
			src.Beside = root.FS()
		}
	}
	if err != nil {
		return intake.Draft{}, about(src.Name, err)
	}
	d, err := intake.Read(ctx, src)
	return d, about(src.Name, err)
}

func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, model.Faultf(model.ErrInvalid, "This is a folder; name the files in it.")
	}
	return io.ReadAll(io.LimitReader(f, maxSource+1))
}

// plain takes the path and the system call from an error of the file system:
// the path is named anyhow.
func plain(err error) error {
	var path *os.PathError
	switch {
	case errors.Is(err, os.ErrNotExist):
		return model.Faultf(model.ErrNotFound, "There is no such file.")
	case errors.Is(err, os.ErrPermission):
		return model.Faultf(model.ErrReadOnly, "This file may not be read.")
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

// decide plans, and asks about doubtful people where somebody sits there to answer.
func (p *program) decide(ctx context.Context, b *store.Book, drafts []intake.Draft, o intake.Options, names []string) (intake.Plan, error) {
	o.Decisions = map[string]intake.Decision{}
	var in *bufio.Reader
	if p.answers && !contains(names, "-") {
		in = bufio.NewReader(p.stdin)
	}
	for {
		plan, err := intake.MakePlan(ctx, b, drafts, o)
		if err != nil || o.OnDoubt != intake.Ask {
			return plan, err
		}
		doubtful := plan.Doubtful()
		if len(doubtful) == 0 {
			return plan, nil
		}
		if in == nil {
			return plan, about(doubtful[0].Source, model.Faultf(model.ErrConflict,
				"{{.Name}} may or may not be {{.Known}} of the book; say --on-doubt new or --on-doubt skip.",
				"Name", doubtful[0].Name, "Known", choiceText(doubtful[0].Choices[0])))
		}
		d, err := p.ask(in, doubtful[0])
		if err != nil {
			return plan, err
		}
		d.Same = append(d.Same, o.Decisions[doubtful[0].Key].Same...) // of another one of the same entry
		o.Decisions[doubtful[0].Key] = d
	}
}

func contains(all []string, one string) bool {
	for _, a := range all {
		if a == one {
			return true
		}
	}
	return false
}

func choiceText(c intake.Choice) string {
	text := c.Name
	for _, more := range []string{c.Title, c.Organisation} {
		if more != "" {
			text += ", " + more
		}
	}
	return text
}

// ask asks who somebody is.
func (p *program) ask(in *bufio.Reader, row intake.Row) (intake.Decision, error) {
	who := intake.Choice{Name: row.Name, Title: row.Title, Organisation: row.Organisation}
	fmt.Fprintf(p.stderr, "%s\n", speak(model.Say("Who is {{.Name}}?", "Name", choiceText(who))))
	for i, c := range row.Choices {
		fmt.Fprintf(p.stderr, "  %d  %s\n", i+1, choiceText(c))
	}
	fmt.Fprintf(p.stderr, "  n  %s\n  s  %s\n> ", speak(model.Say("somebody else of the same name")), speak(model.Say("leave out")))
	for {
		line, err := in.ReadString('\n')
		answer := strings.ToLower(strings.TrimSpace(line))
		n, _ := strconv.Atoi(answer)
		switch {
		case answer == "n":
			return intake.Decision{New: true}, nil
		case answer == "s":
			return intake.Decision{Leave: true}, nil
		case n >= 1 && n <= len(row.Choices):
			return intake.Decision{Same: []model.ID{row.Choices[n-1].PersonID}}, nil
		case err != nil:
			return intake.Decision{}, model.Faultf(model.ErrConflict, "No answer was given; nothing was changed.")
		}
		fmt.Fprint(p.stderr, "> ")
	}
}
