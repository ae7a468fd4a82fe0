package yearbook

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// mostRemarks is how many remarks on the pages stand in the tab; the problems
// have a list of their own.
const mostRemarks = 6

// remarks say of the composed book why pages are blank and where text was set
// closer than usual, so that nothing is done by stealth.
func remarks(proof *desk.Proof) string {
	var lines []string
	say := func(m model.Message) { lines = append(lines, lang.L(m.Text, m.Args)) }
	for _, b := range proof.Book.Blanks() {
		say(b.Message())
	}
	names := map[model.ID]string{}
	for _, p := range proof.Snapshot.Placements {
		names[p.ID] = p.PrintedName()
	}
	for _, f := range proof.Book.Copyfitted() {
		say(f.Copyfit.Message(names[f.Placement]))
	}
	if n := len(lines) - mostRemarks; n > 0 {
		lines = append(lines[:mostRemarks], lang.L("… and more"))
	}
	return strings.Join(lines, "\n")
}

// binding offers the ways to bind the book with what each costs; the chosen one
// becomes the definition.
func (b *bookTab) binding() fyne.CanvasObject {
	return kit.HBox(0, kit.NewSmall(lang.L("Ways to bind it…"), b.askPlans))
}

func (b *bookTab) askPlans() {
	proof, composer := b.s.proof, b.s.desk.Composer()
	if proof == nil {
		return
	}
	b.s.desk.Fetch("yearbook.plans", func(ctx context.Context, _ *store.Book) (any, error) {
		return composer.Plans(ctx, proof.Snapshot)
	}, func(v any, err error) {
		if err != nil {
			b.s.desk.Fail(err)
			return
		}
		b.offer(v.([]yearbook.Plan))
	})
}

// offer lets one of the ways be chosen. The first is the book as it is.
func (b *bookTab) offer(plans []yearbook.Plan) {
	options := make([]kit.Option, len(plans))
	for i, p := range plans {
		options[i].Text = lang.L(p.Text.Text, p.Text.Args)
	}
	kit.ChooseFrom(b.s.desk.Window(), lang.L("Ways to bind the book"), lang.L("Take it"), options, func(i int) {
		b.s.definition.edit(func(y *model.Yearbook) { *y = plans[i].Yearbook })
	})
}
