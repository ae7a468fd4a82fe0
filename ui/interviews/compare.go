package interviews

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
)

// compare is the middle pane of one question: all answers to it below each
// other, as they print, by what is to be done about them.
type compare struct {
	s        *screen
	object   fyne.CanvasObject
	question *kit.Label
	told     *kit.Label
	view     *kit.Segment
	list     *kit.List
	rows     []said
	heights  kit.Heights
	measure  *kit.Prose
}

// said is one answer to the question, or the head of a group.
type said struct {
	head   kit.ListHead
	entry  *model.Placement
	photos []string
	answer model.Answer
}

func newCompare(s *screen) *compare {
	c := &compare{s: s, question: kit.NewElastic("", kit.PanelTitle), told: kit.NewElastic("", kit.Small), measure: kit.NewProse(kit.AsPrinted)}
	c.question.Narrow = kit.Narrow
	c.view = kit.NewSegment([]string{lang.L("Original"), lang.L("As it prints"), lang.L("Difference")}, func(int) { c.fill() })
	c.view.Select(1)
	c.list = kit.NewList(kit.ListParams{
		Label: lang.L("Answers"), RowHeight: 120, Single: true, Separators: true,
		Length:   func() int { return len(c.rows) },
		Create:   func() fyne.CanvasObject { return newSaidView(c) },
		Update:   func(i int, o fyne.CanvasObject) { o.(*saidView).fill(c.rows[i]) },
		Head:     func(i int) kit.ListHead { return c.rows[i].head },
		HeightOf: c.heightOf,
	})
	c.list.OnSelected = func(i int) {
		if i >= 0 && i < len(c.rows) && c.rows[i].entry != nil {
			s.answers.opened = c.rows[i].answer.ID
			s.showEntry(c.rows[i].entry.ID)
		}
	}
	c.list.OnOpen = func(i int) {
		if i >= 0 && i < len(c.rows) && c.rows[i].entry != nil {
			s.openAnswer(c.rows[i].entry.ID, c.rows[i].answer.ID)
		}
	}
	head := kit.Pad(kit.MidRow(12, kit.Grow(1, kit.VBox(0, c.question, c.told)), kit.Natural(c.view)), 0, 16, 0, 24)
	c.object = container.NewStack(kit.NewFill(kit.Surface), kit.Column(0, kit.Fixed(64, head), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, c.list)))
	return c
}

// fill shows the answers to the question, grouped by state.
func (c *compare) fill() {
	s := c.s
	c.question.SetText(s.question)
	byState := map[state][]said{}
	n, words := 0, 0
	for _, e := range s.entries() {
		for _, a := range e.Answers {
			if a.Question != s.question {
				continue
			}
			st := stateOf(a)
			byState[st] = append(byState[st], said{entry: e, photos: s.photosOf(e), answer: a})
			if st != stateUnanswered {
				n++
				words += model.WordCount(a.Printed())
			}
		}
	}
	c.rows = c.rows[:0]
	for _, st := range states {
		if of := byState[st]; len(of) > 0 {
			c.rows = append(append(c.rows, said{head: kit.ListHead{Text: st.word(), Note: itoa(len(of))}}), of...)
		}
	}
	mean := 0
	if n > 0 {
		mean = words / n
	}
	c.told.SetText(lang.L("{{.Count}} answers, {{.Words}} words in print on average", map[string]any{"Count": n, "Words": mean}))
	c.list.Refresh()
	at := slices.IndexFunc(c.rows, func(r said) bool { return r.entry != nil && r.entry.ID == s.placement })
	if at != c.list.Selected() {
		c.list.Select(at)
	}
}

// step goes to the answer before or after.
func (c *compare) step(by int) {
	for i := c.list.Selected() + by; i >= 0 && i < len(c.rows); i += by {
		if c.rows[i].entry != nil {
			c.list.Select(i)
			c.list.OnSelected(i)
			return
		}
	}
}

// content gives the text of an answer in the chosen view.
func (c *compare) content(a model.Answer) kit.ProseContent {
	switch c.view.Selected() {
	case 0:
		return shown(a.Original)
	case 2:
		return excerpt.Together(a.Original, a.Edited)
	}
	return shown(a.Printed())
}

func shown(text string) kit.ProseContent {
	if strings.TrimSpace(text) == "" {
		return kit.ProseContent{Text: lang.L("No answer yet"), Rest: kit.Ink3}
	}
	return kit.ProseContent{Text: text}
}

// What stands round the text of a row, px.
const (
	saidHead  = 52
	saidFoot  = 12
	saidAside = 24 + 24 // left and right
)

// heightOf measures a row.
func (c *compare) heightOf(i int) float32 {
	if i >= len(c.rows) {
		return 0
	}
	content, width := c.content(c.rows[i].answer), c.list.Size().Width
	return saidHead + saidFoot + c.heights.Of(width, content.Text, func() float32 {
		c.measure.Set(content)
		return c.measure.HeightFor(max(100, width-saidAside))
	})
}

// saidView is one answer in the list.
type saidView struct {
	kit.RowBase
	c        *compare
	rank     *kit.Label
	picture  *kit.Picture
	name     *kit.Label
	chips    *fyne.Container
	state    *kit.Chip
	approved *kit.FilterChip
	text     *kit.Prose
	shown    said
}

func newSaidView(c *compare) *saidView {
	v := &saidView{
		c: c, rank: kit.NewLabel("", kit.Story.In(kit.Ink2)), picture: kit.NewPicture(32, 32), name: kit.NewElastic("", kit.BodyStrong),
		chips: kit.HBox(6), state: kit.NewChip("", kit.Warn), text: kit.NewProse(kit.AsPrinted),
	}
	v.approved = kit.NewFilterChip("", -1, func(on bool) {
		c.s.do(store.UpdateAnswer{ID: v.shown.answer.ID, Approved: &on})
	})
	v.Build(v, kit.Pad(kit.Column(0,
		kit.Fixed(saidHead, kit.MidRow(10, kit.Natural(v.rank), kit.Fixed(32, v.picture), kit.Grow(1, v.name), kit.Natural(v.chips), kit.Natural(v.state), kit.Natural(v.approved))),
		kit.Grow(1, v.text)), 0, saidAside/2, saidFoot, saidAside/2))
	return v
}

func (v *saidView) fill(r said) {
	v.shown = r
	figure := r.entry.Rank.Figure(v.c.s.list.tieStyle())
	if len([]rune(figure)) > 4 {
		figure = ""
	}
	v.rank.SetText(figure)
	v.name.SetText(r.entry.PrintedName())
	v.picture.SetMonogram(r.entry.Monogram())
	if len(r.photos) > 1 {
		v.picture.LoadPair(v.c.s.desk.Thumbs(), r.photos[0], r.photos[1])
	} else {
		v.picture.Load(v.c.s.desk.Thumbs(), strings.Join(r.photos, ""))
	}
	v.fillChips(r.answer)
	v.text.Set(v.c.content(r.answer))
	v.Refresh()
}

func (v *saidView) fillChips(a model.Answer) {
	v.chips.Objects = nil
	for i, theme := range a.Themes {
		if i == 2 {
			v.chips.Add(kit.NewLabel("+"+itoa(len(a.Themes)-2), kit.Caption))
			break
		}
		v.chips.Add(kit.NewChip(theme, kit.Ink2))
	}
	v.chips.Refresh()
	switch st := stateOf(a); st {
	case stateStale, stateToChoose:
		_, tone := st.icon()
		v.state.Set(st.word(), tone)
		v.state.Show()
	default:
		v.state.Hide()
	}
	v.approved.Show()
	v.approved.Set(lang.L("Approve"), -1)
	switch {
	case stateOf(a) == stateUnanswered:
		v.approved.Hide()
	case a.Approved:
		v.approved.Set("✓ "+lang.L("Approved"), -1)
	}
	v.approved.SetOn(a.Approved)
	if v.c.s.frozen() {
		v.approved.Disable()
	} else {
		v.approved.Enable()
	}
}
