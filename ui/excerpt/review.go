package excerpt

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// Review is the card for an excerpt or a pull quote whose answer changed under
// it: what printed until now, what the new answer has of it, and which of them
// shall print.
type Review struct {
	Object *fyne.Container

	// OnKeep gets the words that shall go on printing, whatever the answer says.
	OnKeep func(quote bool, text string)
	// OnTake gets the ranges of the new answer that shall print.
	OnTake func(quote bool, ranges []model.Range)
	// OnAnew runs when somebody wants to choose again.
	OnAnew func()

	old, now  *kit.Prose
	head      *kit.Label
	keep      *kit.Button
	take      *kit.Button
	quote     bool
	proposed  []model.Range
	keptWords string
}

// NewReview gives a hidden card.
func NewReview() *Review {
	r := &Review{old: kit.NewProse(kit.AsPrinted), now: kit.NewProse(kit.AsPrinted), head: kit.NewElastic("", kit.BodyStrong.In(kit.Warn))}
	r.keep = kit.NewSmall(lang.L("Keep the old words"), func() { r.OnKeep(r.quote, r.keptWords) })
	r.take = kit.NewSmall(lang.L("Take the new words"), func() { r.OnTake(r.quote, r.proposed) })
	anew := kit.NewSmall(lang.L("Choose again"), func() { r.OnAnew() })
	head := kit.MidRow(12, kit.Natural(kit.NewIcon(kit.IconWarning, 20, kit.Warn)), kit.Grow(1, r.head))
	columns := kit.Row(16,
		kit.Grow(1, kit.VBox(4, kit.NewLabel(lang.L("Printed until now"), kit.Small), r.old)),
		kit.Fixed(1, kit.NewVLine()),
		kit.Grow(1, kit.VBox(4, kit.NewLabel(lang.L("In the new answer"), kit.Small), r.now)))
	foot := kit.Wrap(8, r.keep, r.take, anew)
	r.Object = container.NewStack(kit.NewFrame(kit.WarnSoft, kit.Warn, 8),
		kit.Pad(kit.VBox(12, head, container.NewStack(kit.NewFrame(kit.Surface, kit.Clear, 6), kit.PadAll(columns, 12)), foot), 12, 12, 12, 12))
	r.Object.Hide()
	return r
}

// Show shows what there is to decide on an answer; the card hides where there is
// nothing, or where the edition is locked.
func (r *Review) Show(a model.Answer, locked bool) {
	e := a.Excerpt
	r.quote = !e.Stale && a.PullQuote.Stale
	if r.quote {
		e = a.PullQuote
	}
	if !e.Stale || locked {
		r.Object.Hide()
		return
	}
	r.proposed = model.Proposal(e, a.Edited)
	if r.quote && len(r.proposed) > 1 {
		r.proposed = []model.Range{spanning(r.proposed[0], r.proposed[len(r.proposed)-1])}
	}
	r.keptWords = e.Print(a.Edited)
	proposal := ""
	if len(r.proposed) > 0 {
		proposal = model.Choose(a.Edited, r.proposed).Print(a.Edited)
	}
	r.head.SetText(r.told(e, a.Edited))
	r.compare(r.keptWords, proposal)
	r.take.SetEnabled(len(r.proposed) > 0)
	r.Object.Show()
	r.Object.Refresh()
}

// told says what happened and how much of it still matches.
func (r *Review) told(e model.Excerpt, edited string) string {
	what := lang.L("The answer changed under this excerpt.")
	if r.quote {
		what = lang.L("The answer changed under the pull quote.")
	}
	sentences, same := model.Sentences(e.Print(edited)), 0
	for _, s := range sentences {
		if strings.Contains(edited, e.Print(edited)[s.Start:s.End]) {
			same++
		}
	}
	switch {
	case same == 0:
		return what + " " + lang.L("None of its sentences is there as it was.")
	case same == len(sentences):
		return what + " " + lang.L("Its sentences are still there.")
	}
	return what + " " + lang.N("{{.Count}} sentences still match.", same, map[string]any{"Count": same})
}

// compare shows the two with what went and what came.
func (r *Review) compare(before, after string) {
	old, now := Difference(before, after)
	r.old.Set(old)
	if after == "" {
		now = kit.ProseContent{Text: lang.L("Nothing in the new answer is like it."), Rest: kit.Ink3}
	}
	r.now.Set(now)
}

// Difference gives two texts with the words marked that went from the one and
// came into the other.
func Difference(before, after string) (old, now kit.ProseContent) {
	old.Text, now.Text = before, after
	var from, to int
	for _, w := range model.CompareWords(before, after) {
		bare := len(strings.TrimRight(w.Text, " \n\t"))
		switch w.Change {
		case model.Gone:
			old.Marks = append(old.Marks, kit.ProseMark{Stretch: kit.Stretch{Start: from, End: from + bare}, Look: kit.LookGone})
			from += len(w.Text)
		case model.Added:
			now.Marks = append(now.Marks, kit.ProseMark{Stretch: kit.Stretch{Start: to, End: to + bare}, Look: kit.LookAdded})
			to += len(w.Text)
		default:
			from += len(w.Text)
			to += len(w.Text)
		}
	}
	return old, now
}

// Together gives one text of both: the words that went struck through before
// those that came.
func Together(before, after string) kit.ProseContent {
	var c kit.ProseContent
	var text strings.Builder
	for _, w := range model.CompareWords(before, after) {
		look := map[model.Change]kit.Look{model.Gone: kit.LookGone, model.Added: kit.LookAdded}[w.Change]
		start := text.Len()
		text.WriteString(w.Text)
		if text.Len() > 0 && !strings.HasSuffix(w.Text, " ") && !strings.HasSuffix(w.Text, "\n") {
			text.WriteString(" ")
		}
		if look != 0 {
			c.Marks = append(c.Marks, kit.ProseMark{Stretch: kit.Stretch{Start: start, End: start + len(strings.TrimRight(w.Text, " \n\t"))}, Look: look})
		}
	}
	c.Text = text.String()
	return c
}
