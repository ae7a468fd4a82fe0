package interviews

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
)

// answerPane is the answer that is open: the text in which sentences are chosen
// or that is edited, what prints of it, and what there is to say about it.
type answerPane struct {
	t        *answers
	object   *fyne.Container
	number   *kit.Label
	question *kit.Paragraph
	approved *kit.FilterChip
	review   *excerpt.Review
	text     *fyne.Container // chooser, area or the texts beside each other
	chooser  *excerpt.Chooser
	area     *kit.Area
	original *kit.Prose
	old, now *kit.Prose
	both     fyne.CanvasObject
	tools    *fyne.Container
	hint     *kit.Label
	whole    *kit.Button
	star     *kit.Button
	edit     *kit.Button
	words    *kit.Button
	strip    *excerpt.Strip
	slips    *slips
	themes   *themes
	speaker  *speaker
	answer   model.Answer
	view     int
	editing  bool
}

func newAnswerPane(t *answers) *answerPane {
	p := &answerPane{
		t: t, number: kit.NewLabel("", kit.Question.In(kit.Ink3)), question: kit.NewParagraph("", kit.Question),
		review: excerpt.NewReview(), chooser: excerpt.NewChooser(), strip: excerpt.NewStrip(),
		original: kit.NewProse(kit.Reading), old: kit.NewProse(kit.Story), now: kit.NewProse(kit.Story), text: kit.VBox(0),
	}
	p.approved = kit.NewFilterChip("", -1, func(on bool) { p.change(store.UpdateAnswer{Approved: &on}) })
	p.chooser.OnChoose, p.chooser.OnQuote, p.chooser.OnEdit, p.chooser.OnLeave = p.choose, p.quote, p.beginEditing, t.step
	p.review.OnKeep, p.review.OnTake, p.review.OnAnew = p.keep, p.take, func() { p.focus(model.FieldExcerpt) }
	p.area = kit.NewReadingArea("", "")
	p.area.MinRows = 6
	p.area.OnChanged = p.typed
	p.area.OnCommit = p.save
	p.area.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape {
			return false
		}
		p.doneEditing()
		return true
	}
	p.both = kit.Row(16,
		kit.Grow(1, kit.VBox(4, kit.NewLabel(lang.L("As it came"), kit.Small), p.old)),
		kit.Fixed(1, kit.NewVLine()),
		kit.Grow(1, kit.VBox(4, kit.NewLabel(lang.L("Edited text"), kit.Small), p.now)))
	p.buildTools()
	p.slips, p.themes, p.speaker = newSlips(p), newThemes(p), newSpeaker(p)
	head := kit.Row(12, kit.Grow(1, p.question), kit.Natural(kit.VBox(0, p.approved)))
	inner := kit.VBox(12, head, p.review.Object, p.text, p.tools, p.strip.Object, p.slips.object, p.speaker.object, p.themes.object)
	p.object = kit.Pad(kit.Row(8, kit.Fixed(20, kit.VBox(0, p.number)), kit.Grow(1, inner)), 16, 24, 24, 24)
	return p
}

func (p *answerPane) buildTools() {
	p.chooser.OnPoint = func(model.Range) { p.underline() }
	p.star = kit.NewSmall(lang.L("Pull quote"), func() { p.chooser.Star() }).WithIcon(kit.IconStar)
	p.whole = kit.NewSmall(lang.L("Clear"), p.clear)
	p.edit = kit.NewSmall(lang.L("Edit text"), func() {
		if p.editing {
			p.doneEditing()
			return
		}
		p.beginEditing()
	}).WithIcon(kit.IconEdit)
	p.words = kit.NewSmall(lang.L("Other words in print…"), p.write)
	p.hint = kit.NewElastic("", kit.Caption)
	p.tools = kit.VBox(6, kit.Wrap(8, p.star, p.whole, p.edit, p.words), p.hint)
}

// fill shows an answer in one of the views.
func (p *answerPane) fill(i int, a model.Answer, view int) {
	if a.ID != p.answer.ID {
		p.editing = false
	}
	locked := p.t.s.frozen()
	p.answer, p.view = a, view
	p.number.SetText(itoa(i + 1))
	p.question.SetText(a.Question)
	if a.Approved {
		p.approved.Set("✓ "+lang.L("Approved"), -1)
	} else {
		p.approved.Set(lang.L("Approve"), -1)
	}
	p.approved.SetOn(a.Approved)
	enable(!locked, p.star, p.whole, p.edit, p.words)
	if locked {
		p.approved.Disable()
	} else {
		p.approved.Enable()
	}
	if !p.area.Pending() && p.area.Text() != a.Edited {
		p.area.SetText(a.Edited)
	}
	slips := p.slips.fill(a, p.names(), locked)
	p.chooser.Show(a, slips, locked)
	p.review.Show(a, locked)
	p.strip.Show(a)
	p.strip.Fill(p.t.s.beside.fillOf(a))
	p.speaker.fill(a, p.t.s.entry(), locked)
	p.themes.fill(a, p.t.s.themes(), locked)
	p.showText()
}

func enable(on bool, buttons ...*kit.Button) {
	for _, b := range buttons {
		b.SetEnabled(on)
	}
}

// names are those of the people who answer.
func (p *answerPane) names() []model.Name {
	var names []model.Name
	if e := p.t.s.entry(); e != nil {
		for _, m := range e.Members {
			names = append(names, m.Name)
		}
	}
	return names
}

// showText puts the text of the view in place.
func (p *answerPane) showText() {
	var show fyne.CanvasObject
	hint := lang.L("Click a sentence, Shift-click to extend, drag for part of one")
	if strings.TrimSpace(p.answer.Edited) == "" {
		hint = lang.L("Edit text takes what you type or paste")
	}
	switch {
	case p.view == viewOriginal:
		p.original.Set(kit.ProseContent{Text: p.answer.Original})
		show, hint = p.original, lang.L("As it came: never changed")
	case p.view == viewBeside:
		old, now := excerpt.Difference(p.answer.Original, p.answer.Edited)
		p.old.Set(old)
		p.now.Set(now)
		show, hint = p.both, lang.L("Struck through: went. Underlined: came in.")
		if p.answer.Original == p.answer.Edited {
			hint = lang.L("Nothing was edited")
		}
	case p.editing:
		show, hint = p.area, lang.L("Esc goes back to choosing sentences")
	default:
		show = p.chooser.Prose
	}
	if p.t.s.frozen() {
		hint = ""
	}
	p.hint.SetText(hint)
	p.edit.SetText(map[bool]string{false: lang.L("Edit text"), true: lang.L("Done")}[p.editing])
	if len(p.text.Objects) != 1 || p.text.Objects[0] != show {
		p.text.Objects = []fyne.CanvasObject{show}
		p.text.Refresh()
	}
}

// focus puts the keyboard on what belongs to a field of the answer.
func (p *answerPane) focus(field string) {
	canvas := p.t.s.desk.Window().Canvas()
	switch field {
	case model.FieldApproved:
		canvas.Focus(p.approved)
	case model.FieldAnswer, model.FieldQuestion:
		p.beginEditing()
	default:
		p.t.view.Select(viewEdited)
		p.view = viewEdited
		p.endEditing()
		p.showText()
		canvas.Focus(p.chooser.Prose)
	}
}

// underline shows on the pages where the sentence with the keyboard prints.
func (p *answerPane) underline() {
	sentence, _ := p.chooser.Sentence()
	p.t.s.beside.underline(sentence)
}

func (p *answerPane) beginEditing() {
	if p.t.s.frozen() {
		return
	}
	p.editing, p.view = true, viewEdited
	p.t.view.Select(viewEdited)
	p.showText()
	// Through the window: the first time, the area is not drawn yet and knows no
	// canvas, and what is typed next is for it all the same.
	p.t.s.desk.Window().Canvas().Focus(p.area.Focusable())
}

// doneEditing hands over what was typed and goes back to choosing.
func (p *answerPane) doneEditing() {
	p.area.Flush()
	p.endEditing()
	p.showText()
	p.t.s.desk.Window().Canvas().Focus(p.chooser.Prose)
}

func (p *answerPane) endEditing() { p.editing = false }

// typed shows on the page what is being typed, before the book has it.
func (p *answerPane) typed(text string) {
	text = model.NormaliseText(text)
	p.t.s.put(p.answer.ID, func(a *model.Answer) {
		a.Excerpt = model.Reanchor(a.Excerpt, a.Edited, text)
		a.PullQuote = model.Reanchor(a.PullQuote, a.Edited, text)
		a.Edited = text
	})
	if a := p.t.open(); a != nil && a.ID == p.answer.ID {
		p.answer = *a
	}
	p.t.s.beside.refresh()
}

func (p *answerPane) save(text string) {
	text = model.NormaliseText(text)
	p.change(store.UpdateAnswer{Edited: &text})
}

func (p *answerPane) change(c store.UpdateAnswer) {
	c.ID = p.answer.ID
	p.t.s.do(c)
}

// choose shows at once what was chosen, and writes it.
func (p *answerPane) choose(ranges []model.Range) {
	p.put(func(a *model.Answer) { a.Excerpt = model.Choose(a.Edited, ranges) })
	p.t.s.do(store.SetExcerpt{AnswerID: p.answer.ID, Ranges: ranges})
}

func (p *answerPane) quote(r *model.Range) {
	p.put(func(a *model.Answer) {
		a.PullQuote = model.Excerpt{}
		if r != nil {
			a.PullQuote = model.Choose(a.Edited, []model.Range{*r})
		}
	})
	p.t.s.do(store.SetPullQuote{AnswerID: p.answer.ID, Range: r})
}

// put shows a change of the answer before the book has it.
func (p *answerPane) put(change func(*model.Answer)) {
	p.area.Flush()
	p.t.s.put(p.answer.ID, change)
	p.t.fill()
	p.t.s.beside.refresh()
}

func (p *answerPane) clear() {
	if !p.t.s.frozen() && p.answer.ID != "" {
		p.choose(nil)
	}
}

// keep lets the words go on printing that printed before the answer changed.
func (p *answerPane) keep(quote bool, text string) {
	if quote {
		p.put(func(a *model.Answer) { a.PullQuote = model.ForPrint(text) })
		p.t.s.do(store.SetPullQuote{AnswerID: p.answer.ID, ForPrint: text})
		return
	}
	p.put(func(a *model.Answer) { a.Excerpt = model.ForPrint(text) })
	p.t.s.do(store.SetExcerpt{AnswerID: p.answer.ID, ForPrint: text})
}

func (p *answerPane) take(quote bool, ranges []model.Range) {
	if quote {
		p.quote(&ranges[0])
		return
	}
	p.choose(ranges)
}

// write asks for words that print in place of the answer; none prints the answer.
func (p *answerPane) write() {
	id := p.answer.ID
	area := kit.NewReadingArea(lang.L("Prints in place of the answer"), "")
	area.SetText(p.answer.Printed())
	note := kit.NewParagraph(lang.L("The answer stays as it is, and so do these words when it changes or is imported again. Leave the field empty to print the answer."), kit.Small)
	d := kit.NewDialog(p.t.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Other words in print"), Primary: lang.L("Print these words"), Width: 640,
		Content: kit.VBox(12, area, note),
		OnPrimary: func() bool {
			text := model.NormaliseText(area.Text())
			p.t.s.put(id, func(a *model.Answer) { a.Excerpt = model.ForPrint(text) })
			p.t.s.do(store.SetExcerpt{AnswerID: id, ForPrint: text})
			return true
		},
	})
	d.Show()
}
