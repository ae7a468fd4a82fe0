package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"laurel/model"
	"laurel/store"
)

// operation is a step of the history as `history --json` writes it.
type operation struct {
	ID      int64  `json:"id"`
	At      string `json:"at"`
	Actor   string `json:"actor"`
	Label   string `json:"label"`
	Kind    string `json:"kind"`
	Undone  bool   `json:"undone"`
	Changes int    `json:"changes"`
}

func (p *program) historyCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "history BOOK",
		Short: "who changed what when, newest last",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.reading(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer b.Close()
			ops, err := b.History(cmd.Context(), store.HistoryFilter{})
			if err != nil {
				return about(args[0], err)
			}
			slices.Reverse(ops)
			if asJSON {
				return writeJSON(p.stdout, operations(ops))
			}
			return p.listHistory(ops)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return c
}

func operations(ops []store.Operation) []operation {
	out := make([]operation, 0, len(ops))
	for _, o := range ops {
		out = append(out, operation{
			ID: o.ID, At: o.At.UTC().Format(time.RFC3339), Actor: o.Actor, Label: speak(o.Label),
			Kind: o.Kind, Undone: o.Undone, Changes: o.Changes,
		})
	}
	return out
}

func (p *program) listHistory(ops []store.Operation) error {
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, o := range ops {
		undone := ""
		if o.Undone {
			undone = "(" + speak(model.Say("undone")) + ")"
		}
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\n", o.ID, o.At.Local().Format("2006-01-02 15:04"), o.Actor, speak(o.Label), undone)
	}
	return t.Flush()
}

// writeJSON writes a result for other programs.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

func (p *program) undoCommand() *cobra.Command {
	return p.stepCommand("undo", "take back the last step", (*store.Book).Undo)
}

func (p *program) redoCommand() *cobra.Command {
	return p.stepCommand("redo", "do again what was undone last", (*store.Book).Redo)
}

// stepCommand is undo or redo: it says which step it was.
func (p *program) stepCommand(name, short string, step func(*store.Book, context.Context) (store.Receipt, error)) *cobra.Command {
	return &cobra.Command{
		Use:   name + " BOOK",
		Short: short,
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.writing(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer b.Close()
			receipt, err := step(b, cmd.Context())
			if err != nil {
				return about(args[0], err)
			}
			p.say(receipt.Label)
			return b.Close()
		},
	}
}
