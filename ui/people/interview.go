package people

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
)

// interviewTab is the interview of the chosen edition: one answer at a time,
// what came beside what is edited, and the sentences that make the excerpt.
type interviewTab struct {
	e         *editor
	object    *fyne.Container
	none      fyne.CanvasObject
	body      fyne.CanvasObject
	questions *fyne.Container
	question  *kit.Paragraph
	edited    *kit.Area
	original  *kit.Paragraph
	approved  *kit.Check
	chooser   *excerpt.Chooser
	strip     *excerpt.Strip
	review    *excerpt.Review
	answers   []model.Answer
	placement model.ID
	at        int
	buttons   []*kit.Button // of the questions
}

func newInterviewTab(e *editor) *interviewTab {
	t := &interviewTab{
		e: e, questions: kit.VBox(4), question: kit.NewParagraph("", kit.Question), original: kit.NewParagraph("", kit.Small),
		chooser: excerpt.NewChooser(), strip: excerpt.NewStrip(), review: excerpt.NewReview(),
	}
	t.chooser.OnChoose = func(r []model.Range) { t.excerpt(store.SetExcerpt{Ranges: r}) }
	t.chooser.OnQuote = func(r *model.Range) { t.quote(store.SetPullQuote{Range: r}) }
	t.chooser.OnEdit = func() { t.edited.Focus() }
	t.review.OnKeep, t.review.OnTake, t.review.OnAnew = t.keep, t.take, func() { t.focus(model.FieldExcerpt) }
	t.edited = kit.NewReadingArea(lang.L("Edited text"), "")
	t.edited.MinRows = 4
	t.edited.OnCommit = t.save
	t.approved = kit.NewCheck(lang.L("Approved"), func(on bool) { t.change(store.UpdateAnswer{Approved: &on}) })
	clear := kit.NewQuiet(lang.L("Print the whole answer"), t.clear)
	t.body = kit.NewScroll(kit.Pad(kit.AtMost(formWidth, kit.VBox(16,
		t.questions, kit.NewHLine(),
		t.question, t.edited, t.review.Object,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("Excerpt: choose the sentences that print"), kit.Heading)), kit.Space(), kit.Natural(clear), kit.Natural(t.approved)),
		t.chooser.Prose, t.strip.Object,
		kit.NewLabel(lang.L("As it came"), kit.Heading), t.original)), 16, 24, 32, 24))
	t.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconInterviews, Missing: lang.L("No interview in this edition"),
		Do:     lang.L("Ask the edition’s questions, or import the published page."),
		Action: lang.L("Add a question…"), OnTap: t.ask,
	}), 420, 0))
	t.object = kit.Column(0, kit.Grow(1, t.none))
	return t
}

func (t *interviewTab) content() fyne.CanvasObject { return t.object }
func (t *interviewTab) flush()                     { t.edited.Flush() }

func (t *interviewTab) focus(field string) {
	if field == model.FieldExcerpt || field == model.FieldPullQuote {
		t.e.s.desk.Window().Canvas().Focus(t.chooser.Prose)
		return
	}
	if field == model.FieldApproved {
		t.e.s.desk.Window().Canvas().Focus(t.approved)
		return
	}
	t.edited.Focus()
}

func (t *interviewTab) fill(d *details) {
	shown := model.ID("")
	if t.at < len(t.answers) {
		shown = t.answers[t.at].ID
	}
	if d.placement == nil || !slices.ContainsFunc(d.placement.Answers, func(a model.Answer) bool { return a.ID == shown }) {
		t.flush() // what was typed is meant for the answer that was shown
	}
	t.answers, t.placement = nil, ""
	if d.placement != nil {
		if d.placement.ID != t.placement {
			t.placement = d.placement.ID
		}
		t.answers = d.placement.Answers
	}
	if i := slices.IndexFunc(t.answers, func(a model.Answer) bool { return a.ID == shown }); i >= 0 {
		t.at = i
	} else if t.at >= len(t.answers) {
		t.at = 0
	}
	show := t.none
	if len(t.answers) > 0 {
		show = t.body
		t.fillAnswer()
	}
	t.object.Objects = []fyne.CanvasObject{show}
	t.object.Layout = kit.Column(0, kit.Grow(1, show)).Layout
	t.object.Refresh()
}

// fillAnswer shows the chosen answer.
func (t *interviewTab) fillAnswer() {
	t.fillQuestions()
	a := t.answers[t.at]
	t.question.SetText(a.Question)
	setArea(t.edited, a.Edited)
	t.original.SetText(a.Original)
	t.approved.SetOn(a.Approved)
	frozen := t.e.shown != nil && t.e.shown.editions[t.e.shown.placement.EditionID].Frozen
	t.chooser.Show(a, nil, frozen)
	t.review.Show(a, frozen)
	t.edited.SetReadOnly(frozen)
	t.strip.Show(a)
	t.proofed(t.e.s.desk.Proof())
}

func (t *interviewTab) fillQuestions() {
	t.questions.Objects = nil
	for i, a := range t.answers {
		b := t.button(i)
		b.SetText(kit.Shorten(a.Question, kit.Body, 560, kit.CutEnd))
		tone, mark := kit.Ink2, kit.Clear
		if i == t.at {
			tone, mark = kit.Ink, kit.Accent
		}
		b.WithTone(tone).Refresh()
		bar := kit.NewFill(mark)
		bar.Radius = 1.5
		t.questions.Add(kit.Row(8, kit.Fixed(3, kit.Pad(bar, 4, 0, 4, 0)), kit.Natural(b)))
	}
	t.questions.Add(kit.HBox(0, kit.NewQuiet(lang.L("Add a question…"), t.ask).WithIcon(kit.IconPlus)))
	t.questions.Refresh()
}

// button is that of a question: kept, so that choosing one keeps the keyboard on it.
func (t *interviewTab) button(i int) *kit.Button {
	for len(t.buttons) <= i {
		n := len(t.buttons)
		t.buttons = append(t.buttons, kit.NewQuiet("", func() { t.choose(n) }))
	}
	return t.buttons[i]
}

func (t *interviewTab) choose(i int) {
	t.flush()
	t.at = i
	t.fillAnswer()
}

// showAnswer goes to the answer of an ID.
func (t *interviewTab) showAnswer(id model.ID) {
	for i, a := range t.answers {
		if a.ID == id {
			t.choose(i)
		}
	}
}

// excerpt writes what prints of the answer that is shown.
func (t *interviewTab) excerpt(c store.SetExcerpt) {
	if t.at < len(t.answers) {
		c.AnswerID = t.answers[t.at].ID
		t.e.do(c)
	}
}

// quote writes the pull quote of the answer that is shown.
func (t *interviewTab) quote(c store.SetPullQuote) {
	if t.at < len(t.answers) {
		c.AnswerID = t.answers[t.at].ID
		t.e.do(c)
	}
}

// keep lets the words go on printing that printed before the answer changed.
func (t *interviewTab) keep(quote bool, text string) {
	if quote {
		t.quote(store.SetPullQuote{ForPrint: text})
		return
	}
	t.excerpt(store.SetExcerpt{ForPrint: text})
}

// take prints what the new answer has of them.
func (t *interviewTab) take(quote bool, ranges []model.Range) {
	if quote {
		t.quote(store.SetPullQuote{Range: &ranges[0]})
		return
	}
	t.excerpt(store.SetExcerpt{Ranges: ranges})
}

func (t *interviewTab) clear() {
	if len(t.answers) > 0 {
		t.e.do(store.SetExcerpt{AnswerID: t.answers[t.at].ID})
	}
}

func (t *interviewTab) save(text string) {
	text = model.NormaliseText(text)
	t.change(store.UpdateAnswer{Edited: &text})
}

func (t *interviewTab) change(c store.UpdateAnswer) {
	if len(t.answers) == 0 {
		return
	}
	c.ID = t.answers[t.at].ID
	t.e.do(c)
}

// ask adds a question with an empty answer.
func (t *interviewTab) ask() {
	d := t.e.shown
	if d == nil || d.placement == nil {
		t.e.s.desk.Tell(lang.L("Add the person to the edition first."), false)
		return
	}
	id := d.placement.ID
	question, answer := kit.NewField(lang.L("Question"), ""), kit.NewArea(lang.L("Answer"), "")
	for _, q := range d.editions[d.placement.EditionID].Questions {
		asked := slices.ContainsFunc(d.placement.Answers, func(a model.Answer) bool { return a.Question == q })
		if !asked {
			question.SetText(q)
			break
		}
	}
	kit.Form(t.e.s.desk.Window(), lang.L("Add a question"), lang.L("Add"), []fyne.CanvasObject{question, answer}, func() bool {
		if strings.TrimSpace(question.Text()) == "" {
			question.SetError(lang.L("Write the question."))
			return false
		}
		text := model.NormaliseText(answer.Text())
		t.e.do(store.AddAnswer{PlacementID: id, Answer: model.Answer{Question: question.Text(), Original: text, Edited: text}})
		return true
	})
}

// proofed shows how full the person's slot is.
func (t *interviewTab) proofed(p *desk.Proof) {
	if p == nil || len(t.answers) == 0 {
		return
	}
	t.strip.Fill(excerpt.FillOf(p.Book, t.placement, t.answers[t.at]))
}

// act answers the commands of the Interview menu: choosing goes to the sentences
// first, then chooses the one with the keyboard, which is also what becomes the
// pull quote.
func (t *interviewTab) act(c desk.Command) bool {
	if len(t.answers) == 0 {
		return false
	}
	switch c {
	case desk.ClearExcerpt:
		t.clear()
	case desk.ChooseSentence:
		if t.chooser.Prose.Focused() {
			t.chooser.Toggle()
			break
		}
		t.e.showTab(tabOf(model.FieldExcerpt))
		t.focus(model.FieldExcerpt)
	default:
		if !t.chooser.Prose.Focused() {
			return false
		}
		t.chooser.Star()
	}
	return true
}
