package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// problems is the right pane: everything that speaks against printing, and
// beside it the making of the book.
type problems struct {
	s       *screen
	object  fyne.CanvasObject
	tabs    *kit.Tabs
	stage   *fyne.Container
	list    *kit.List
	heights kit.Heights
	none    fyne.CanvasObject
	found   []model.Problem
	all     []model.Problem // those found, in the order of the list, also where their kind is shut
	rows    []problemLine
	open    map[kind]bool // whether each problem of a kind is shown, as far as somebody said so
	chosen  problemLine   // last: where it comes back, as by an undo, it is chosen again
	here    int           // place of the chosen problem in all
	before  bool          // it is before that place: at a kind, or at what is mended now
}

// few is how many problems of a kind are shown without being asked for.
const few = 4

func newProblems(s *screen) *problems {
	p := &problems{s: s, open: map[kind]bool{}}
	p.list = kit.NewList(kit.ListParams{
		Label: lang.L("Problems"), RowHeight: problemHeight, Single: true, Separators: true,
		Length:   func() int { return len(p.rows) },
		Create:   newProblemRow,
		Update:   func(i int, o fyne.CanvasObject) { o.(*problemRow).fill(p.rows[i], p.list.Size().Width) },
		Head:     func(i int) kit.ListHead { return p.rows[i].head },
		HeightOf: func(i int) float32 { return p.heightIn(p.rows[i], p.list.Size().Width) },
		OneClick: func(i int) bool { return p.rows[i].count > 0 },
	})
	p.list.OnSelected = p.choose
	p.list.OnOpen = func(i int) {
		if !p.fold(i, !p.rows[i].open) {
			p.mend(i)
		}
	}
	p.list.OnKey = p.key
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

// fill takes in the problems of a proof.
func (p *problems) fill(proof *desk.Proof) {
	p.found = proof.Book.Problems
	marked := len(p.list.Marked()) > 0
	p.lay()
	if i, ok := p.again(); ok {
		p.list.Mark(i, i)
		p.here, p.before = p.rows[i].at, p.rows[i].count > 0
	} else if marked {
		p.before = true // it is mended: the next one is what took its place
		p.list.Mark(p.rowOf(p.here) - 1)
	}
	p.show(p.tabs.Selected())
}

// again finds the row of what was chosen last; that of a problem whose kind is
// shut now is its kind.
func (p *problems) again() (row int, ok bool) {
	if row = slices.IndexFunc(p.rows, p.chosen.same); row >= 0 {
		return row, true
	}
	i := slices.IndexFunc(p.all, func(q model.Problem) bool { return sameProblem(q, p.chosen.problem) })
	return p.rowOf(i), i >= 0
}

// lay makes the rows: what stops a press export first, then by kind, as often as
// there are several of one.
func (p *problems) lay() {
	stops, looks := desk.BySeverity(p.found)
	p.all, p.rows = nil, nil
	p.put(desk.StopsPrint, stops)
	p.put(desk.WorthALook, looks)
	p.tabs.SetCounts(0, kit.Count{N: len(stops), Tone: kit.Error}, kit.Count{N: len(looks), Tone: kit.Warn})
	p.list.Refresh()
}

// put adds the rows of problems under a head; none have none.
func (p *problems) put(head string, problems []model.Problem) {
	if len(problems) == 0 {
		return
	}
	p.rows = append(p.rows, problemLine{head: kit.ListHead{Text: lang.L(head), Note: kit.Number(len(problems))}, at: len(p.all)})
	for _, same := range inOrder(desk.ByKind(problems)) {
		several, alike := len(same) > 1, alike(same)
		open, asked := p.open[kindOf(same[0])]
		if !asked {
			open = len(same) <= few
		}
		if several {
			p.rows = append(p.rows, problemLine{problem: same[0], count: len(same), open: open, at: len(p.all)}.spoken(alike))
		}
		for _, problem := range same {
			if !several || open {
				p.rows = append(p.rows, problemLine{problem: problem, inside: several, at: len(p.all)}.spoken(alike))
			}
			p.all = append(p.all, problem)
		}
	}
}

// inOrder sorts kinds: those of the whole book first, then by their titles. By page
// they would change places while one of them is mended.
func inOrder(kinds [][]model.Problem) [][]model.Problem {
	slices.SortStableFunc(kinds, func(a, b []model.Problem) int {
		return cmp.Or(min(a[0].Page, 1)-min(b[0].Page, 1), strings.Compare(desk.ProblemTitle(a[0].Kind), desk.ProblemTitle(b[0].Kind)))
	})
	return kinds
}

// rowOf gives the row that shows the problem at a place in all: its own, or that
// of its kind. After the last problem it is the row after the last.
func (p *problems) rowOf(at int) int {
	if at >= len(p.all) {
		return len(p.rows)
	}
	row := len(p.rows) - 1
	for row > 0 && p.rows[row].at > at {
		row--
	}
	return row
}

// fold opens or shuts the kind in a row; false where there is none.
func (p *problems) fold(i int, open bool) bool {
	if i < 0 || i >= len(p.rows) || p.rows[i].count == 0 {
		return false
	}
	p.open[kindOf(p.rows[i].problem)] = open
	p.lay()
	if open {
		p.list.Reveal(i + min(3, p.rows[i].count)) // some of what came up
	}
	p.list.Select(i)
	return true
}

// key opens and shuts kinds: → and ← as in a tree, Space to and fro.
func (p *problems) key(ev *fyne.KeyEvent) bool {
	i := p.list.Selected()
	if i < 0 || i >= len(p.rows) {
		return false
	}
	switch ev.Name {
	case fyne.KeyRight:
		return p.fold(i, true)
	case fyne.KeySpace:
		return p.fold(i, !p.rows[i].open)
	case fyne.KeyLeft:
		for p.rows[i].inside {
			i--
		}
		if p.fold(i, false) {
			p.choose(i)
			return true
		}
	}
	return false
}

// markOf is the sign of the worst problem on two pages.
func (p *problems) markOf(first, second int) (kit.IconName, kit.Token) {
	icon, tone := kit.IconName(""), kit.Warn
	for _, problem := range p.found {
		if problem.Page == 0 || problem.Page != first && problem.Page != second {
			continue
		}
		if problem.Severity == model.Error {
			return kit.IconError, kit.Error
		}
		icon = kit.IconWarning
	}
	return icon, tone
}

// choose shows the page of a problem, with its place outlined; of a kind, none.
func (p *problems) choose(i int) {
	if i < 0 || i >= len(p.rows) || p.rows[i].head.Text != "" {
		return
	}
	p.chosen = p.rows[i]
	p.here, p.before = p.chosen.at, p.chosen.count > 0
	if p.before {
		p.s.view.choose(chosen{})
		return
	}
	problem := p.chosen.problem
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
	if i >= 0 && i < len(p.rows) && p.rows[i].head.Text == "" && p.rows[i].count == 0 {
		p.s.mend(chosen{problem: &p.rows[i].problem})
	}
}

// step goes to the next or previous problem, and opens its kind where that is shut.
func (p *problems) step(by int) {
	n := len(p.all)
	if n == 0 {
		return
	}
	at := p.here + by
	switch {
	case p.list.Selected() < 0 && !p.before: // nothing was chosen yet
		at = min(by, 0)
	case p.before && by > 0:
		at = p.here
	}
	at = (at + n) % n
	if row := p.rowOf(at); p.rows[row].count > 0 {
		p.fold(row, true)
	}
	row := p.rowOf(at)
	p.bring()
	p.list.Select(row)
	p.choose(row)
}

// bring shows the problems and gives them the keyboard: Enter goes to the field of
// one.
func (p *problems) bring() {
	p.s.showTab(0)
	p.s.desk.Window().Canvas().Focus(p.list.Focusable())
}
