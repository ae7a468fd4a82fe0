package interviews

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// The two ways through the interviews.
const (
	byPerson = iota
	byQuestion
)

// list is the left pane: all people, or all questions.
type list struct {
	s       *screen
	object  fyne.CanvasObject
	way     *kit.Segment
	told    *kit.Label
	group   *kit.Button
	list    *kit.List
	rows    []row
	grouped bool
	heights kit.Heights
}

// row is a line of the list: an entry, a question, or the head of a group.
type row struct {
	head     kit.ListHead
	entry    *model.Placement
	photos   []string // keys of the pictures, one a member
	summary  summary
	question string
	number   int // of the question
	told     string
	state    state
}

func newList(s *screen) *list {
	l := &list{s: s, told: kit.NewElastic("", kit.Small)}
	l.grouped = s.desk.Memory().Number("interviews.grouped", 0) == 1
	l.way = kit.NewSegment([]string{lang.L("By person"), lang.L("By question")}, func(i int) { s.setWay(i) })
	l.group = kit.NewIconButton(kit.IconFilter, lang.L("Group by state"), l.toggleGroups)
	l.list = kit.NewList(kit.ListParams{
		Label: lang.L("Interviews"), RowHeight: rowHeight, Single: true,
		Length:   func() int { return len(l.rows) },
		Create:   func() fyne.CanvasObject { return newRowView(s.desk) },
		Update:   func(i int, o fyne.CanvasObject) { o.(*rowView).fill(l.rows[i], l.tieStyle(), l.list.Size().Width) },
		Head:     func(i int) kit.ListHead { return l.rows[i].head },
		HeightOf: func(i int) float32 { return l.heightIn(l.rows[i], l.list.Size().Width) },
	})
	l.list.OnSelected = l.selected
	l.list.OnOpen = func(int) { s.enter() }
	l.list.OnType = l.jump
	l.object = container.NewStack(kit.NewFill(kit.Canvas), kit.Column(0,
		kit.Fixed(64, kit.Pad(kit.MidRow(0, kit.Natural(kit.NewLabel(lang.L("Interviews"), kit.Title))), 0, 16, 0, 16)),
		kit.Fixed(44, kit.Pad(l.way, 0, 16, 12, 16)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Fixed(32, kit.Pad(kit.MidRow(4, kit.Grow(1, l.told), kit.Natural(l.group)), 0, 8, 0, 16)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, container.NewStack(kit.NewFill(kit.Surface), l.list))))
	return l
}

func (l *list) tieStyle() model.TieStyle {
	if l.s.data == nil {
		return model.TieBefore
	}
	return l.s.data.Edition.TieStyle
}

// fill builds the rows anew and keeps the selection with what is shown.
func (l *list) fill() {
	if l.s.way == byQuestion {
		l.rows = l.s.questionRows()
	} else {
		l.rows = l.s.entryRows(l.grouped)
	}
	l.told.SetText(l.s.progress())
	l.list.Refresh()
	at := slices.IndexFunc(l.rows, func(r row) bool {
		if l.s.way == byQuestion {
			return r.head.Text == "" && r.question == l.s.question
		}
		return r.entry != nil && r.entry.ID == l.s.placement
	})
	if at != l.list.Selected() {
		l.list.Select(at)
	}
}

// refresh brings what the rows say up to date: the pages are made anew.
func (l *list) refresh() {
	if l.grouped || l.s.way == byQuestion {
		l.fill()
		return
	}
	for i := range l.rows {
		if e := l.rows[i].entry; e != nil {
			l.rows[i].summary = summaryOf(e, l.s.book())
		}
	}
	l.list.Refresh()
}

func (l *list) toggleGroups() {
	l.grouped = !l.grouped
	l.s.desk.Memory().SetNumber("interviews.grouped", map[bool]float64{true: 1}[l.grouped])
	l.s.fill()
}

func (l *list) selected(i int) {
	if i < 0 || i >= len(l.rows) || l.rows[i].head.Text != "" {
		return
	}
	if l.s.way == byQuestion {
		l.s.showQuestion(l.rows[i].question)
		return
	}
	l.s.showEntry(l.rows[i].entry.ID)
}

// jump goes to the next entry whose name begins with a letter.
func (l *list) jump(r rune) bool {
	letter := model.Fold(string(r))
	i := l.list.Next(func(i int) bool {
		e := l.rows[i].entry
		return letter != "" && l.s.way == byPerson && e != nil && strings.HasPrefix(model.Fold(e.PrintedName()), letter)
	})
	if i >= 0 {
		l.list.Select(i)
		l.selected(i)
	}
	return i >= 0
}

func (l *list) focus() { l.s.desk.Window().Canvas().Focus(l.list.Focusable()) }

// entryRows are the rows of all entries, under heads of their states if grouped.
func (s *screen) entryRows(grouped bool) []row {
	var all []row
	for _, e := range s.entries() {
		all = append(all, row{entry: e, photos: s.photosOf(e), summary: summaryOf(e, s.book())})
	}
	if !grouped {
		return all
	}
	var out []row
	for _, st := range states {
		var of []row
		for _, r := range all {
			if r.summary.state == st {
				of = append(of, r)
			}
		}
		if len(of) > 0 {
			out = append(append(out, row{head: kit.ListHead{Text: st.word(), Note: itoa(len(of))}}), of...)
		}
	}
	return out
}

// photosOf gives the keys of an entry's pictures: its own, or its people's.
func (s *screen) photosOf(e *model.Placement) []string {
	if photo, ok := s.data.Photos[e.PhotoID]; ok {
		return []string{photo.Key}
	}
	var keys []string
	for _, m := range e.Members {
		if photo, ok := s.data.Photos[s.data.People[m.PersonID].PhotoID]; ok {
			keys = append(keys, photo.Key)
		}
	}
	return keys
}

// between parts what is to be said of a question.
const between = "  ·  "

// questionRows are the rows of all questions, with what is to be done about each.
func (s *screen) questionRows() []row {
	var rows []row
	for i, q := range s.questions() {
		count, asked := map[state]int{}, 0
		for _, e := range s.entries() {
			for _, a := range e.Answers {
				if a.Question == q {
					count[stateOf(a)]++
					asked++
				}
			}
		}
		r := row{question: q, number: i + 1, state: stateApproved, told: lang.L("{{.Answered}} of {{.Count}} answered", map[string]any{"Answered": asked - count[stateUnanswered], "Count": asked})}
		for _, st := range []state{stateStale, stateToChoose, stateUnapproved} {
			if count[st] > 0 {
				r.state, r.told = st, st.word()+" "+itoa(count[st])+between+r.told
				break
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// progress says how many have answered.
func (s *screen) progress() string {
	entries := s.entries()
	answered := 0
	for _, e := range entries {
		if slices.ContainsFunc(e.Answers, func(a model.Answer) bool { return stateOf(a) != stateUnanswered }) {
			answered++
		}
	}
	return lang.L("{{.Answered}} of {{.Count}} have answered", map[string]any{"Answered": answered, "Count": len(entries)})
}
