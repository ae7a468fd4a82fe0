package yearbook

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// problemLine is a row of the list: a problem, a kind of which there are several,
// or the head of those that stop a press export or that do not.
type problemLine struct {
	head    kit.ListHead
	problem model.Problem // of a kind, the first
	count   int           // how many problems a kind has; 0: it is no kind
	open    bool          // the problems of the kind stand below it
	inside  bool          // it stands below its kind
	title   string
	about   string // second line, or ""
	at      int    // place in all problems; of a kind or a head, of the first below it
}

// kind is what a row with several problems has together.
type kind struct {
	severity model.Severity
	kind     model.ProblemKind
}

func kindOf(p model.Problem) kind { return kind{p.Severity, p.Kind} }

// same says whether two rows show the same problem or the same kind.
func (l problemLine) same(other problemLine) bool {
	if l.head.Text != "" || other.head.Text != "" || l.count > 0 != (other.count > 0) {
		return false
	}
	if l.count > 0 {
		return kindOf(l.problem) == kindOf(other.problem)
	}
	return sameProblem(l.problem, other.problem)
}

// sameProblem says whether two problems are one, wherever its page is now.
func sameProblem(a, b model.Problem) bool {
	return a.Kind == b.Kind && a.PlacementID == b.PlacementID && a.Record == b.Record && a.Field == b.Field
}

// spoken gives a row its words. Of those below a kind it says what they do not
// all have together.
func (l problemLine) spoken(alike bool) problemLine {
	l.title, l.about = desk.ProblemTitle(l.problem.Kind), desk.Speak(l.problem.Text)
	switch {
	case l.count > 0:
		l.about = ""
	case l.inside && l.problem.Person == "":
		l.title, l.about = l.about, ""
	case l.inside && alike:
		l.title, l.about = l.problem.Person, ""
	case l.inside:
		l.title = l.problem.Person
	case l.problem.Person != "":
		l.about = l.problem.Person
	}
	return l
}

// alike says whether the same is said of all problems.
func alike(problems []model.Problem) bool {
	first := desk.Speak(problems[0].Text)
	return !slices.ContainsFunc(problems, func(p model.Problem) bool { return desk.Speak(p.Text) != first })
}

// How a row is laid out, px.
const (
	problemHeight = 52 // of two lines
	kindHeight    = 40 // of one line
	problemAside  = 16 + 20 + 12 + 12 + pageWidth + 16
	pageWidth     = 50 // at the most
)

func newAbout() *kit.Paragraph {
	p := kit.NewParagraph("", kit.Small)
	p.MaxLines = 3
	return p
}

// setAbout gives a paragraph the second line of a row in a list of a width; it wraps.
func (l problemLine) setAbout(p *kit.Paragraph, width float32) (height float32) {
	p.SetText(l.about)
	height = p.HeightFor(width - problemAside)
	p.Resize(fyne.NewSize(width-problemAside, height)) // before it is laid out: only then it knows its height
	return height
}

// heightIn is the height of a row in a list of a width.
func (p *problems) heightIn(l problemLine, width float32) float32 {
	switch {
	case l.about == "":
		return kindHeight
	case width <= 0:
		return problemHeight
	}
	return problemHeight - kit.Small.Line + p.heights.Of(width, l.about, func() float32 { return l.setAbout(newAbout(), width) })
}

// problemRow is a problem: how bad, what, about whom, and on which page; or a kind
// of problem: how bad, what, how often, and whether it is open.
type problemRow struct {
	kit.RowBase
	icon  *kit.Icon
	text  *kit.Label
	about *kit.Paragraph
	note  *kit.Label
	arrow *kit.Icon
}

func newProblemRow() fyne.CanvasObject {
	r := &problemRow{
		icon: kit.NewIcon("", 20, kit.Warn), text: kit.NewElastic("", kit.BodyStrong), about: newAbout(),
		note: kit.NewLabel("", kit.Small), arrow: kit.NewIcon("", 16, kit.Ink2),
	}
	r.Build(r, kit.Pad(kit.MidRow(12, kit.Fixed(20, r.icon), kit.Grow(1, kit.VBox(2, r.text, r.about)), kit.Natural(kit.MidRow(4, kit.Natural(r.note), kit.Natural(r.arrow)))), 0, 16, 0, 16))
	return r
}

func (r *problemRow) fill(l problemLine, width float32) {
	p := l.problem
	r.icon.Set(kit.IconWarning, kit.Warn)
	if p.Severity == model.Error {
		r.icon.Set(kit.IconError, kit.Error)
	}
	if l.inside {
		r.icon.Set("", kit.Warn) // its kind has it
	}
	r.text.Set(l.title, kit.BodyStrong)
	if l.inside {
		r.text.Set(l.title, kit.Body)
	}
	l.setAbout(r.about, width)
	kit.SetVisible(r.about, l.about != "")
	r.text.Tip = desk.Speak(p.Text) + "\n" + lang.L(p.Remedy.Text, p.Remedy.Args)
	r.note.SetText("")
	kit.SetVisible(r.arrow, l.count > 0)
	switch {
	case l.count > 0:
		r.text.Tip = "" // each of them has its own
		r.note.SetText(kit.Number(l.count))
		r.arrow.Set(kit.IconChevronDown, kit.Ink2)
		if l.open {
			r.arrow.Set(kit.IconChevronUp, kit.Ink2)
		}
	case p.Page > 0:
		r.note.SetText(lang.L("p. {{.Page}}", map[string]any{"Page": p.Page}))
	}
	r.about.Tip = r.text.Tip
	r.Refresh()
}
