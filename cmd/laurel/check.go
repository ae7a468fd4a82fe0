package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"laurel/model"
)

// problem is a problem as `check --json` writes it.
type problem struct {
	Severity model.Severity    `json:"severity"`
	Kind     model.ProblemKind `json:"kind"`
	Person   string            `json:"person"`
	Field    string            `json:"field"`
	Page     int               `json:"page"`
	Text     string            `json:"text"`
	Remedy   string            `json:"remedy"`
}

// checkReport is the whole of it.
type checkReport struct {
	Edition  string    `json:"edition"`
	Problems []problem `json:"problems"`
}

func (p *program) checkCommand() *cobra.Command {
	edition, asJSON := "", false
	c := &cobra.Command{
		Use:   "check BOOK",
		Short: "why a book should not be printed yet: 0 clean, 1 problems, 2 could not run",
		Long: "Lists every reason why a book should not be printed yet, with what to do about it.\n" +
			"Exit status: 0 clean, 1 problems, 2 could not run.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := p.check(cmd.Context(), args[0], edition)
			if err != nil {
				return status{code: 2, cause: err}
			}
			if asJSON {
				if err := writeJSON(p.stdout, report); err != nil {
					return status{code: 2, cause: err}
				}
			} else {
				if err := p.listProblems(report); err != nil {
					return status{code: 2, cause: err}
				}
			}
			if len(report.Problems) > 0 {
				return status{code: 1}
			}
			return nil
		},
	}
	c.Flags().StringVar(&edition, "edition", "", "which edition, “100 Brands 2024 (EMEA)”; without it the newest")
	c.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return c
}

func (p *program) check(ctx context.Context, path, edition string) (checkReport, error) {
	b, err := p.reading(ctx, path)
	if err != nil {
		return checkReport{}, err
	}
	defer b.Close()
	e, err := p.edition(ctx, b, edition, "check")
	if err != nil {
		return checkReport{}, about(path, err)
	}
	s, err := b.Snapshot(ctx, e.ID)
	if err != nil {
		return checkReport{}, about(path, err)
	}
	c, err := composer(0)
	if err != nil {
		return checkReport{}, err
	}
	book, err := c.Compose(ctx, s)
	if err != nil {
		return checkReport{}, about(path, err)
	}
	report := checkReport{Edition: e.Name(), Problems: []problem{}}
	for _, found := range book.Problems {
		report.Problems = append(report.Problems, problem{
			Severity: found.Severity, Kind: found.Kind, Person: found.Person, Field: found.Field, Page: found.Page,
			Text: speak(found.Text), Remedy: speak(found.Remedy),
		})
	}
	return report, nil
}

func (p *program) listProblems(r checkReport) error {
	var text strings.Builder
	for _, found := range r.Problems {
		where := ""
		if found.Page > 0 {
			where = fmt.Sprintf("p. %d: ", found.Page)
		}
		who := ""
		if found.Person != "" {
			who = found.Person + ": "
		}
		fmt.Fprintf(&text, "%s: %s%s%s", found.Severity, where, who, found.Text)
		if found.Remedy != "" {
			fmt.Fprintf(&text, " – %s", found.Remedy)
		}
		fmt.Fprintln(&text)
	}
	fmt.Fprintln(&text, speak(model.Say("{{.Edition}}: {{.Count}} problems", "Edition", r.Edition, "Count", len(r.Problems))))
	_, err := io.WriteString(p.stdout, text.String())
	return err
}
