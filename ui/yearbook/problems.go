package yearbook

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// problems is the right pane: everything that speaks against printing, and
// beside it the making of the book.
type problems struct {
	s      *screen
	object fyne.CanvasObject
	tabs   *kit.Tabs
	stage  *fyne.Container
	list   *kit.List
	none   fyne.CanvasObject
	rows   []problemLine
	chosen model.Problem // last: where it comes back, as by an undo, it is chosen again
}

// problemLine is a problem, or the head of a group.
type problemLine struct {
	head    kit.ListHead
	problem model.Problem
}

func newProblems(s *screen) *problems {
	p := &problems{s: s}
	p.list = kit.NewList(kit.ListParams{
		Label: lang.L("Problems"), RowHeight: 52, Single: true, Separators: true,
		Length: func() int { return len(p.rows) },
		Create: newProblemRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*problemRow).fill(p.rows[i].problem) },
		Head:   func(i int) kit.ListHead { return p.rows[i].head },
	})
	p.list.OnSelected = p.choose
	p.list.OnOpen = p.mend
	p.none = kit.Pad(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconCheck, Missing: lang.L("Nothing speaks against printing"), Do: lang.L("Every check is clean."), Plain: true,
	}), 24, 16, 24, 16)
	p.tabs = kit.NewTabs([]kit.Tab{{Text: lang.L("Preflight")}, {Text: lang.L("Book")}, {Text: lang.L("Page")}}, p.show)
	p.stage = container.NewStack()
	p.object = kit.Column(0, kit.Fixed(48, kit.Pad(p.tabs, 48-p.tabs.Height, 16, 0, 16)), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, p.stage))
	p.show(0)
	return p
}

func (p *problems) show(i int) {
	content := fyne.CanvasObject(p.list)
	if len(p.rows) == 0 {
		content = p.none
	}
	switch i {
	case 1:
		content = p.s.book.object
	case 2:
		content = p.s.onPage.object
	}
	p.stage.Objects = []fyne.CanvasObject{content}
	p.stage.Refresh()
}

// fill takes in the problems of a proof, those that stop a press export first.
func (p *problems) fill(proof *desk.Proof) {
	stops, looks := desk.BySeverity(proof.Book.Problems)
	p.rows = append(linesOf(desk.StopsPrint, stops), linesOf(desk.WorthALook, looks)...)
	p.tabs.SetCounts(0, kit.Count{N: len(stops), Tone: kit.Error}, kit.Count{N: len(looks), Tone: kit.Warn})
	at, marked := p.list.Selected(), len(p.list.Marked()) > 0
	p.list.Refresh()
	switch i := slices.IndexFunc(p.rows, func(l problemLine) bool { return l.head.Text == "" && sameProblem(l.problem, p.chosen) }); {
	case i >= 0:
		p.list.Mark(i, i)
	case marked:
		p.list.Mark(at - 1) // it is mended: the next one is what took its place
	}
	p.show(p.tabs.Selected())
}

// sameProblem says whether two problems are one, wherever its page is now.
func sameProblem(a, b model.Problem) bool {
	return a.Kind == b.Kind && a.PlacementID == b.PlacementID && a.Record == b.Record && a.Field == b.Field
}

// linesOf puts problems under a head; none have none.
func linesOf(head string, problems []model.Problem) []problemLine {
	if len(problems) == 0 {
		return nil
	}
	lines := []problemLine{{head: kit.ListHead{Text: lang.L(head), Note: kit.Number(len(problems))}}}
	for _, p := range problems {
		lines = append(lines, problemLine{problem: p})
	}
	return lines
}

// markOf is the sign of the worst problem on two pages.
func (p *problems) markOf(first, second int) (kit.IconName, kit.Token) {
	icon, tone := kit.IconName(""), kit.Warn
	for _, r := range p.rows {
		if r.head.Text != "" || r.problem.Page == 0 || r.problem.Page != first && r.problem.Page != second {
			continue
		}
		if r.problem.Severity == model.Error {
			return kit.IconError, kit.Error
		}
		icon = kit.IconWarning
	}
	return icon, tone
}

// choose shows the page of a problem, with its place outlined.
func (p *problems) choose(i int) {
	if i < 0 || i >= len(p.rows) || p.rows[i].head.Text != "" {
		return
	}
	problem := p.rows[i].problem
	p.chosen = problem
	p.s.view.choose(chosen{from: p.onPage(problem), problem: &problem})
	if problem.Page > 0 {
		p.s.view.showPage(problem.Page - 1)
	}
}

// onPage is what of a problem stands on its page: the field that is wrong, else
// the same field of the entry (a plate stands in for a photo that is not there),
// else the entry.
func (p *problems) onPage(problem model.Problem) page.Source {
	from := desk.MendedAt(p.s.proof.Snapshot, problem)
	pages := p.s.proof.Book.Document.Pages
	if problem.Page < 1 || problem.Page > len(pages) {
		return from
	}
	for _, try := range []page.Source{from, {Record: string(problem.PlacementID), Field: problem.Field}, {Record: string(problem.PlacementID)}} {
		if _, ok := pages[problem.Page-1].Where(try.Record, try.Field); ok {
			return try
		}
	}
	return from
}

// mend goes to the field in which a problem is mended.
func (p *problems) mend(i int) {
	if i >= 0 && i < len(p.rows) && p.rows[i].head.Text == "" {
		p.s.mend(chosen{problem: &p.rows[i].problem})
	}
}

// step goes to the next or previous problem.
func (p *problems) step(by int) {
	n := len(p.rows)
	for i, k := p.list.Selected(), 0; k < n; k++ {
		i = (i + by + n) % n
		if p.rows[i].head.Text == "" {
			p.list.Select(i)
			p.choose(i)
			return
		}
	}
}

// problemRow is a problem: how bad, what, about whom, and on which page.
type problemRow struct {
	widget.BaseWidget
	icon      *kit.Icon
	text, who *kit.Label
	page      *kit.Label
	object    fyne.CanvasObject
}

func newProblemRow() fyne.CanvasObject {
	r := &problemRow{
		icon: kit.NewIcon("", 20, kit.Warn), text: kit.NewElastic("", kit.BodyStrong), who: kit.NewElastic("", kit.Small), page: kit.NewLabel("", kit.Small),
	}
	r.object = kit.Pad(kit.MidRow(12, kit.Fixed(20, r.icon), kit.Grow(1, kit.VBox(2, r.text, r.who)), kit.Natural(r.page)), 0, 16, 0, 16)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *problemRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.object) }

func (r *problemRow) fill(p model.Problem) {
	if p.Severity == model.Error {
		r.icon.Set(kit.IconError, kit.Error)
	} else {
		r.icon.Set(kit.IconWarning, kit.Warn)
	}
	text := desk.Speak(p.Text)
	r.text.SetText(desk.ProblemTitle(p.Kind))
	r.text.Tip = text + "\n" + lang.L(p.Remedy.Text, p.Remedy.Args)
	r.who.SetText(p.Person)
	if p.Person == "" {
		r.who.SetText(text)
	}
	r.who.Tip = r.text.Tip
	r.page.SetText("")
	if p.Page > 0 {
		r.page.SetText(lang.L("p. {{.Page}}", map[string]any{"Page": p.Page}))
	}
	r.Refresh()
}
