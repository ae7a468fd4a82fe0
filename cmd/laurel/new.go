package main

import (
	"github.com/spf13/cobra"

	"laurel/model"
	"laurel/store"
)

func (p *program) newCommand() *cobra.Command {
	sample := false
	c := &cobra.Command{
		Use:   "new BOOK",
		Short: "create a book, empty or with the invented sample list",
		Long:  "Creates a book, empty or with the invented sample list. A file that is there is left as it is.",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			create := store.Create
			if sample {
				create = store.CreateSample
			}
			params := p.params(args[0])
			params.BackupDir = "" // there is nothing in it yet that could be lost
			b, err := create(cmd.Context(), params)
			if err != nil {
				return about(args[0], err)
			}
			if err := b.Close(); err != nil {
				return about(args[0], err)
			}
			p.say(model.Say("Created {{.Path}}", "Path", args[0]))
			return nil
		},
	}
	c.Flags().BoolVar(&sample, "sample", false, "fill it with the invented sample list")
	return c
}
