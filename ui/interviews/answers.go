package interviews

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// The ways to look at an answer.
const (
	viewOriginal = iota
	viewEdited
	viewBeside
)

// answers is the middle pane of one entry: its questions below each other, of
// which one is open.
type answers struct {
	s       *screen
	object  fyne.CanvasObject
	name    *kit.Label
	job     *kit.Label
	view    *kit.Segment
	scroll  *kit.Scroll
	body    *fyne.Container
	stage   *fyne.Container
	none    fyne.CanvasObject
	unasked fyne.CanvasObject // the edition has no questions that could be asked
	rows    []*questionRow
	pane    *answerPane
	printed *printed
	lock    fyne.CanvasObject
	opened  model.ID // the answer that is open; "" where all are closed
	field   string   // to focus once the answer is shown
}

func newAnswers(s *screen) *answers {
	t := &answers{s: s, name: kit.NewElastic("", kit.PanelTitle), job: kit.NewElastic("", kit.Small)}
	t.name.Narrow = kit.Narrow
	t.view = kit.NewSegment([]string{lang.L("Original"), lang.L("Edited"), lang.L("Beside")}, func(int) { t.fill() })
	t.view.Select(viewEdited)
	t.pane = newAnswerPane(t)
	t.printed = newPrinted(t)
	head := kit.Pad(kit.MidRow(8,
		kit.Grow(1, kit.VBox(0, t.name, t.job)), kit.Natural(t.view),
		kit.Natural(kit.NewIconButton(kit.IconChevronUp, keyTip("Previous person", "PgUp"), func() { s.stepPerson(-1) })),
		kit.Natural(kit.NewIconButton(kit.IconChevronDown, keyTip("Next person", "PgDn"), func() { s.stepPerson(1) }))), 0, 12, 0, 24)
	t.lock = kit.Pad(kit.NewBanner(kit.BannerParams{
		Tone: kit.Info, Icon: kit.IconLock, Strong: lang.L("This edition is frozen."),
		Text: lang.L("It prints as it was signed off."),
	}), 12, 24, 12, 24)
	t.body = kit.VBox(0)
	t.scroll = kit.NewScroll(t.body)
	t.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconInterviews, Missing: lang.L("No questions were asked here"),
		Do:     lang.L("Ask the edition’s questions, or import the published page."),
		Action: lang.L("Ask the edition’s questions"), OnTap: s.ask,
	}), 420, 0))
	t.unasked = s.newUnasked()
	t.stage = container.NewStack(t.scroll)
	t.object = container.NewStack(kit.NewFill(kit.Surface), kit.Column(0, kit.Fixed(64, head), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, t.stage)))
	return t
}

// keyTip is a tooltip with its shortcut.
func keyTip(text, key string) string { return lang.L(text) + "  " + lang.L("Ctrl") + " " + key }

// open gives the answer that is open, nil where there is none.
func (t *answers) open() *model.Answer {
	p := t.s.entry()
	if p == nil {
		return nil
	}
	for i := range p.Answers {
		if p.Answers[i].ID == t.opened {
			return &p.Answers[i]
		}
	}
	return nil
}

// keepTyped puts what is being typed into data that were read meanwhile.
func (t *answers) keepTyped() {
	if t.pane.area.Pending() {
		t.pane.typed(t.pane.area.Text())
	}
}

// flush hands over what was typed.
func (t *answers) flush() {
	t.pane.area.Flush()
	t.printed.flush()
}

// fill shows the entry as the data stand.
func (t *answers) fill() {
	p := t.s.entry()
	if p == nil {
		t.name.SetText("")
		t.job.SetText("")
		return
	}
	t.name.SetText(p.FullName())
	t.job.SetText(joined(" – ", p.PrintedTitle(), p.PrintedOrganisation()))
	switch {
	case len(p.Answers) == 0 && len(t.s.data.Edition.Questions) == 0:
		t.show(t.unasked)
		return
	case len(p.Answers) == 0:
		t.show(t.none)
		return
	}
	t.show(t.scroll)
	if t.open() == nil && t.opened != closed {
		t.opened = t.firstToDo(p)
	}
	var objects []fyne.CanvasObject
	if t.s.frozen() {
		objects = append(objects, t.lock)
	}
	for i := range p.Answers {
		a := &p.Answers[i]
		if a.ID == t.opened {
			t.pane.fill(i, *a, t.view.Selected())
			objects = append(objects, t.pane.object)
		} else {
			row := t.row(i)
			row.fill(i, *a, t.s.beside.fillOf(*a))
			objects = append(objects, row)
		}
		objects = append(objects, kit.NewHLine())
	}
	t.printed.fill(p)
	objects = append(objects, t.printed.object)
	if !slices.Equal(objects, t.body.Objects) {
		t.body.Objects = objects
	}
	t.body.Refresh()
	t.goOn()
}

// closed stands for an entry whose answers are all closed by hand.
const closed model.ID = "closed"

// firstToDo is the answer to look at first: the first stale one, else the first.
func (t *answers) firstToDo(p *model.Placement) model.ID {
	for _, a := range p.Answers {
		if stateOf(a) == stateStale {
			return a.ID
		}
	}
	return p.Answers[0].ID
}

func (t *answers) show(o fyne.CanvasObject) {
	if t.stage.Objects[0] != o {
		t.stage.Objects = []fyne.CanvasObject{o}
		t.stage.Refresh()
	}
}

func (t *answers) row(i int) *questionRow {
	for len(t.rows) <= i {
		n := len(t.rows)
		t.rows = append(t.rows, newQuestionRow(func() {
			if p := t.s.entry(); p != nil && n < len(p.Answers) {
				t.goTo(p.Answers[n].ID, "")
			}
		}))
	}
	return t.rows[i]
}

// goTo opens an answer and focuses what belongs to one of its fields.
func (t *answers) goTo(id model.ID, field string) {
	if id != t.opened {
		t.flush()
		t.pane.endEditing()
	}
	t.opened, t.field = id, field
	if field == "" {
		t.field = model.FieldExcerpt
	}
	t.fill()
	t.s.beside.measured()
}

// goToPart opens an answer at the sentence that prints at a byte of what one of
// its fields prints.
func (t *answers) goToPart(a model.Answer, field string, at int) {
	t.goTo(a.ID, field)
	if field == model.FieldPullQuote && len(a.PullQuote.Parts) > 0 {
		at, _ = partOf(a, a.PullQuote.Parts[0].Range)
	} else if field != model.FieldExcerpt {
		return
	}
	if top, bottom, ok := t.pane.chooser.PointAt(at); ok {
		driver := fyne.CurrentApp().Driver()
		y := driver.AbsolutePositionForObject(t.pane.chooser.Prose).Y - driver.AbsolutePositionForObject(t.body).Y
		t.scroll.Reveal(y+top, y+bottom)
	}
}

// partOf is where a part of an answer begins in what prints of it.
func partOf(a model.Answer, r model.Range) (int, bool) {
	part, ok := a.Excerpt.InPrint(a.Edited, r)
	return part.Start, ok
}

// step opens the question before or after.
func (t *answers) step(by int) {
	p := t.s.entry()
	if p == nil || len(p.Answers) == 0 {
		return
	}
	i := slices.IndexFunc(p.Answers, func(a model.Answer) bool { return a.ID == t.opened })
	if next := i + by; next >= 0 && next < len(p.Answers) {
		t.goTo(p.Answers[next].ID, "")
	}
}

// goOn focuses the field that was asked for and brings the open answer into sight.
func (t *answers) goOn() {
	field := t.field
	t.field = ""
	if field == "" || t.open() == nil {
		return
	}
	t.pane.focus(field)
	t.reveal()
}

// reveal scrolls so that the head of the open answer is in sight.
func (t *answers) reveal() {
	top := t.pane.object.Position().Y
	t.scroll.Reveal(top, top+min(t.pane.object.Size().Height, t.scroll.Size().Height))
}

// measured shows anew how full the places are.
func (t *answers) measured() {
	p := t.s.entry()
	if p == nil {
		return
	}
	for i := range p.Answers {
		a := p.Answers[i]
		if a.ID == t.opened {
			t.pane.strip.Fill(t.s.beside.fillOf(a))
		} else if i < len(t.rows) {
			t.rows[i].fill(i, a, t.s.beside.fillOf(a))
		}
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

func joined(sep string, parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += sep + p
		}
	}
	return out
}
