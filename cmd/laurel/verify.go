package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"laurel/model"
	"laurel/store"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify BOOK",
		Short: "whether the file is sound: 0 sound, 1 damaged, 2 could not run",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := store.Verify(cmd.Context(), args[0])
			if err != nil {
				return status{code: 2, cause: about(args[0], err)}
			}
			if v.Result == store.Sound {
				p.say(model.Say("{{.Path}} is sound", "Path", args[0]))
				return nil
			}
			for _, f := range v.Findings {
				fmt.Fprintf(p.stdout, "%s: %s\n", args[0], speak(f))
			}
			return status{code: 1}
		},
	}
}
