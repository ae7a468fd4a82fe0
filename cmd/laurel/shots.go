package main

import (
	"fyne.io/fyne/v2"
	"github.com/spf13/cobra"

	"laurel/ui"
)

// shotsCommand photographs every screen of a book into a folder. It is for the
// project's own pictures and stays out of the help.
func (p *program) shotsCommand() *cobra.Command {
	var width, height float32
	c := &cobra.Command{
		Use:    "shots BOOK DIR",
		Short:  "Photograph every screen of a book",
		Hidden: true,
		Args:   arguments(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := composer(0)
			if err != nil {
				return err
			}
			params := ui.Params{Path: args[0], Actor: p.actor, Device: p.device, DataDir: p.dataDir, Composer: c}
			return about(args[0], ui.Shots(cmd.Context(), params, args[1], fyne.NewSize(width, height)))
		},
	}
	c.Flags().Float32Var(&width, "width", 1440, "of the window, px")
	c.Flags().Float32Var(&height, "height", 900, "of the window, px")
	return c
}
