package main

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
)

// The result of an import as --json writes it.
type (
	importReport struct {
		DryRun   bool         `json:"dry_run"`
		Step     *int64       `json:"step"` // number of the step in the history; null: none was recorded
		Editions []string     `json:"editions"`
		Rows     []reportRow  `json:"rows"`
		Leftover []reportLine `json:"leftover"`
		Notes    []string     `json:"notes"`
	}
	reportRow struct {
		Source  string         `json:"source"`
		Kind    intake.RowKind `json:"kind"`
		Name    string         `json:"name"`
		Changes []reportChange `json:"changes"`
	}
	reportChange struct {
		Edition string `json:"edition"`
		Field   string `json:"field"`
		Own     string `json:"own,omitempty"`
		Old     string `json:"old"`
		New     string `json:"new"`
	}
	reportLine struct {
		Source string `json:"source"`
		Line   int    `json:"line"`
		Text   string `json:"text"`
		Reason string `json:"reason"`
	}
)

func reportOf(plan intake.Plan, receipt store.Receipt, dryRun bool) importReport {
	r := importReport{DryRun: dryRun, Editions: append([]string{}, plan.Editions...), Rows: []reportRow{}, Leftover: []reportLine{}, Notes: []string{}}
	if receipt.Op != 0 {
		r.Step = &receipt.Op
	}
	for _, row := range plan.Rows {
		out := reportRow{Source: row.Source, Kind: row.Kind, Name: row.Name, Changes: []reportChange{}}
		for _, c := range row.Changes {
			out.Changes = append(out.Changes, reportChange(c))
		}
		r.Rows = append(r.Rows, out)
	}
	for _, d := range plan.Drafts {
		for _, l := range d.Leftover {
			r.Leftover = append(r.Leftover, reportLine{Source: d.Source, Line: l.Number, Text: l.Text, Reason: speak(l.Reason)})
		}
		for _, n := range d.Notes {
			r.Notes = append(r.Notes, speak(n))
		}
	}
	for _, n := range plan.Notes {
		r.Notes = append(r.Notes, speak(n))
	}
	return r
}

// kindWords say what a row does.
var kindWords = map[intake.RowKind]model.Message{
	intake.RowNew: model.Say("new"), intake.RowChanged: model.Say("changed"), intake.RowSame: model.Say("nothing new"),
	intake.RowDoubtful: model.Say("in doubt, left out"), intake.RowLeft: model.Say("left out"),
}

// report tells what was changed, or would be.
func (p *program) report(plan intake.Plan, dryRun bool) error {
	for _, row := range plan.Rows {
		word := kindWords[row.Kind]
		if row.Unknown {
			word = model.Say("left out: nobody in the book has this name")
		}
		fmt.Fprintf(p.stdout, "%s: %s\n", row.Name, speak(word))
		for _, c := range row.Changes {
			fmt.Fprintf(p.stdout, "  %s\n", changeText(c))
		}
	}
	for _, d := range plan.Drafts {
		for _, l := range d.Leftover {
			where := d.Source
			if l.Number > 0 {
				where = fmt.Sprintf("%s:%d", d.Source, l.Number)
			}
			fmt.Fprintf(p.stdout, "%s: %s: %s: “%s”\n", where, speak(model.Say("not taken")), speak(l.Reason), short(l.Text))
		}
		for _, n := range d.Notes {
			fmt.Fprintf(p.stdout, "%s: %s\n", d.Source, speak(n))
		}
	}
	for _, n := range plan.Notes {
		p.say(n)
	}
	switch {
	case plan.Empty():
		p.say(model.Say("Nothing was changed: the book has all of it."))
	case dryRun:
		p.say(model.Say("Nothing was changed: this was a dry run."))
	}
	return nil
}

func changeText(c intake.Change) string {
	text := cmp.Or(c.Own, c.Field) + ": "
	if c.Edition != "" {
		text = c.Edition + ": "
		if c.Field != intake.FieldPlacement {
			text += c.Field + ": "
		}
	}
	if c.Old != "" {
		text += short(c.Old) + " → "
	}
	return text + short(c.New)
}

// short cuts a text to what a line of a terminal holds.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	const most = 70
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}
