package people

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
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
	sentences *fyne.Container
	strip     *kit.Paragraph
	counter   *kit.Label
	staleAt   *fyne.Container
	answers   []model.Answer
	placement model.ID
	at        int
	rows      []*sentenceRow
	buttons   []*kit.Button // of the questions
}

func newInterviewTab(e *editor) *interviewTab {
	t := &interviewTab{
		e: e, questions: kit.VBox(4), question: kit.NewParagraph("", kit.Question), original: kit.NewParagraph("", kit.Small),
		sentences: kit.VBox(2), strip: kit.NewParagraph("", kit.AsPrinted), counter: kit.NewLabel("", kit.Small), staleAt: kit.VBox(0),
	}
	t.edited = kit.NewReadingArea(lang.L("Edited text"), "")
	t.edited.MinRows = 4
	t.edited.OnCommit = t.save
	t.approved = kit.NewCheck(lang.L("Approved"), func(on bool) { t.change(store.UpdateAnswer{Approved: &on}) })
	clear := kit.NewQuiet(lang.L("Print the whole answer"), t.clear)
	t.body = kit.NewScroll(kit.Pad(kit.VBox(16,
		t.questions, kit.NewHLine(), t.staleAt,
		t.question, t.edited,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("Excerpt: choose the sentences that print"), kit.Heading)), kit.Space(), kit.Natural(clear), kit.Natural(t.approved)),
		t.sentences,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("As it prints"), kit.Heading)), kit.Space(), kit.Natural(t.counter)),
		kit.NewCard(kit.PadAll(t.strip, 16)),
		kit.NewLabel(lang.L("As it came"), kit.Heading), t.original), 16, 24, 32, 24))
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
		if len(t.rows) > 0 {
			t.e.s.desk.Window().Canvas().Focus(t.rows[0])
		}
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
	t.staleAt.Objects = nil
	if a.Excerpt.Stale || a.PullQuote.Stale {
		t.staleAt.Objects = []fyne.CanvasObject{kit.NewBanner(kit.BannerParams{
			Tone: kit.Warn, Icon: kit.IconWarning, Strong: lang.L("The answer changed after the excerpt was chosen."),
			Text: lang.L("The old words print until you choose again."), Action: lang.L("Print the whole answer"), OnTap: t.clear,
		})}
	}
	t.staleAt.Refresh()
	t.fillSentences(a)
	t.strip.SetText(a.Excerpt.Print(a.Edited))
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

// fillSentences builds a row for each sentence; chosen ones are marked.
func (t *interviewTab) fillSentences(a model.Answer) {
	sentences := model.Sentences(a.Edited)
	for len(t.rows) < len(sentences) {
		t.rows = append(t.rows, newSentenceRow())
	}
	t.sentences.Objects = nil
	for i, r := range sentences {
		row := t.rows[i]
		row.onChoose = func() { t.toggle(r) }
		row.onStar = func() { t.star(r) }
		row.onMove = func(by int) { t.move(row, by) }
		row.fill(a.Edited[r.Start:r.End], covered(a.Excerpt, r), len(a.PullQuote.Parts) > 0 && covered(a.PullQuote, r))
		t.sentences.Add(row)
	}
	t.rows = t.rows[:max(len(sentences), 0)]
	t.sentences.Refresh()
}

// covered says whether an excerpt's parts hold a whole sentence.
func covered(e model.Excerpt, r model.Range) bool {
	if e.Stale {
		return false
	}
	return slices.ContainsFunc(e.Parts, func(p model.ExcerptPart) bool { return p.Start <= r.Start && r.End <= p.End })
}

// toggle chooses a sentence or leaves it out. From the whole answer, choosing
// one sentence prints that one.
func (t *interviewTab) toggle(r model.Range) {
	a := t.answers[t.at]
	var ranges []model.Range
	was := covered(a.Excerpt, r)
	for _, s := range model.Sentences(a.Edited) {
		if s == r {
			if !was {
				ranges = append(ranges, s)
			}
			continue
		}
		if covered(a.Excerpt, s) {
			ranges = append(ranges, s)
		}
	}
	t.e.do(store.SetExcerpt{AnswerID: a.ID, Ranges: ranges})
}

// star makes a sentence the pull quote, or takes it away.
func (t *interviewTab) star(r model.Range) {
	a := t.answers[t.at]
	c := store.SetPullQuote{AnswerID: a.ID, Range: &r}
	if len(a.PullQuote.Parts) > 0 && covered(a.PullQuote, r) {
		c.Range = nil
	}
	t.e.do(c)
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
	t.counter.SetText("")
	if p == nil || len(t.answers) == 0 {
		return
	}
	slot, ok := p.Book.Slots[t.placement]
	if !ok {
		return
	}
	tone := kit.Ink2
	if slot.Lines > slot.MaxLines {
		tone = kit.Error
	}
	a := t.answers[t.at]
	t.counter.Set(lang.L("{{.Words}} words here · {{.Lines}} of {{.Max}} lines on the page", map[string]any{
		"Words": model.WordCount(a.Excerpt.Print(a.Edited)), "Lines": slot.Lines, "Max": slot.MaxLines,
	}), kit.Small.In(tone))
}

// act answers the commands of the Interview menu. Choosing goes to the first
// sentence, from where the arrow keys lead on; the pull quote is the sentence
// in focus.
func (t *interviewTab) act(c desk.Command) bool {
	switch c {
	case desk.ClearExcerpt:
		t.clear()
	case desk.ChooseSentence:
		t.e.showTab(tabOf(model.FieldExcerpt))
		t.focus(model.FieldExcerpt)
	default:
		for _, r := range t.rows {
			if r.focused {
				r.onStar()
				return true
			}
		}
		return false
	}
	return true
}

// move goes to the sentence before or after one.
func (t *interviewTab) move(from *sentenceRow, by int) {
	i := slices.Index(t.rows, from) + by
	if i >= 0 && i < len(t.rows) {
		t.e.s.desk.Window().Canvas().Focus(t.rows[i])
	}
}
