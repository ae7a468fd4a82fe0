package main

import (
	"github.com/spf13/cobra"

	"laurel/model"
)

func (p *program) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup BOOK DEST",
		Short: "a consistent copy, also while the book is open elsewhere",
		Long:  "Writes a consistent copy of a book to DEST, also while the book is open elsewhere. A file that is there is left as it is.",
		Args:  arguments(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.reading(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer b.Close()
			if err := b.Backup(cmd.Context(), args[1]); err != nil {
				return about(args[1], written(err))
			}
			p.say(model.Say("Wrote {{.Path}}", "Path", args[1]))
			return nil
		},
	}
}
