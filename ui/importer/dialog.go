package importer

import (
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// planDialog shows a plan: the headline as it was divided, to be confirmed;
// what would change; who is in doubt; what was not understood.
type planDialog struct {
	desk      desk.Desk
	plan      intake.Plan
	decisions map[string]intake.Decision
	splits    []*split
	changes   *changes
	dialog    *kit.Dialog
}

// mostLines is how many lines a part of the dialog shows: more nobody reads.
const mostLines = 200

// mostDoubts is of how many people it is asked one by one who they are.
const mostDoubts = 100

// split is the division of one headline.
type split struct {
	draft, placement          int
	name, title, organisation *kit.Field
}

func show(d desk.Desk, plan intake.Plan, back func()) {
	p := &planDialog{desk: d, plan: plan, decisions: map[string]intake.Decision{}}
	tabs, parts := p.parts()
	stage := container.NewStack(parts[0])
	bar := kit.NewTabs(tabs, func(i int) {
		stage.Objects = []fyne.CanvasObject{parts[i]}
		stage.Refresh()
	})
	var foot []fyne.CanvasObject
	if back != nil {
		foot = append(foot, kit.NewButton(lang.L("Back to the columns"), func() {
			p.dialog.Close()
			back()
		}))
	}
	var first fyne.Focusable
	if p.changes.object == parts[0] {
		first = p.changes.list.Focusable()
	}
	p.dialog = kit.NewDialog(d.Window(), kit.DialogParams{
		First: first, Title: title(plan), Primary: lang.L("Import"), OnPrimary: p.confirm, Width: dialogWidth, Height: dialogHeight(d), Foot: foot,
		Note:    lang.L("Nothing is saved yet; Undo takes it all back."),
		Content: kit.Sized(kit.Column(0, kit.Natural(bar), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, stage)), 720, 480),
	})
	p.dialog.Show()
}

// dialogWidth is how wide the dialogs of an import are.
const dialogWidth = 920

// dialogHeight is how high they are: lists are long, and the window may be too.
func dialogHeight(d desk.Desk) float32 { return d.Window().Canvas().Size().Height * 0.84 }

// parts are what the dialog shows, those first in which something is to be done.
func (p *planDialog) parts() (tabs []kit.Tab, parts []fyne.CanvasObject) {
	add := func(tab kit.Tab, part fyne.CanvasObject) { tabs, parts = append(tabs, tab), append(parts, part) }
	scrolled := func(objects []fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewScroll(kit.Pad(kit.VBox(12, objects...), 16, 16, 16, 2))
	}
	p.changes = newChanges(p.plan, func(any bool) { p.dialog.SetPrimaryEnabled(any) })
	if doubtful := len(p.plan.Doubtful()); doubtful > 0 {
		add(kit.Tab{Text: lang.L("In doubt"), Counts: []kit.Count{{N: doubtful, Tone: kit.Warn}}}, scrolled(p.doubts()))
	}
	var headlines []fyne.CanvasObject
	for i, draft := range p.plan.Drafts {
		if draft.Kind == intake.Page {
			headlines = append(headlines, p.headline(i, draft)...)
		}
	}
	if len(headlines) > 0 {
		add(kit.Tab{Text: lang.L("The interview")}, scrolled(headlines))
	}
	add(kit.Tab{Text: lang.L("What changes"), Counts: []kit.Count{{N: len(p.changes.rows), Tone: kit.Ink3}}}, p.changes.object)
	if remarks := p.remarks(); len(remarks) > 0 {
		add(kit.Tab{Text: lang.L("Not understood, or guessed"), Counts: []kit.Count{{N: p.remarked(), Tone: kit.Ink3}}}, scrolled(remarks))
	}
	return tabs, parts
}

func title(plan intake.Plan) string {
	if len(plan.Drafts) == 1 {
		return lang.L("Import from {{.Source}}", map[string]any{"Source": plan.Drafts[0].Source})
	}
	return lang.L("Import from {{.Count}} sources", map[string]any{"Count": len(plan.Drafts)})
}

// countsText says how many entries are new, changed, in doubt.
func countsText(plan intake.Plan) string {
	count := map[intake.RowKind]int{}
	for _, r := range plan.Rows {
		count[r.Kind]++
	}
	var said []string
	for _, k := range []struct {
		kind intake.RowKind
		text func(int) string
	}{
		{intake.RowNew, func(n int) string { return lang.N("{{.Count}} are new", n, map[string]any{"Count": kit.Number(n)}) }},
		{intake.RowChanged, func(n int) string {
			return lang.N("{{.Count}} are known, with changes", n, map[string]any{"Count": kit.Number(n)})
		}},
		{intake.RowSame, func(n int) string {
			return lang.N("{{.Count}} are known, with nothing new", n, map[string]any{"Count": kit.Number(n)})
		}},
		{intake.RowDoubtful, func(n int) string {
			return lang.N("{{.Count}} are in doubt", n, map[string]any{"Count": kit.Number(n)})
		}},
	} {
		if n := count[k.kind]; n > 0 {
			said = append(said, k.text(n))
		}
	}
	left := 0
	for _, d := range plan.Drafts {
		if d.Kind == intake.Sheet {
			left += len(d.Leftover)
		}
	}
	if left > 0 { // which they are stands below all changes, where few look
		said = append(said, lang.N("{{.Count}} lines are not taken", left, map[string]any{"Count": kit.Number(left)}))
	}
	return strings.Join(said, " · ")
}

// headline shows how the headline of a page was divided.
func (p *planDialog) headline(draft int, d intake.Draft) []fyne.CanvasObject {
	for i, pl := range d.Placements {
		if !pl.Full || len(pl.Members) != 1 {
			continue
		}
		m := pl.Members[0]
		s := &split{draft: draft, placement: i, name: kit.NewField(lang.L("Name"), ""), title: kit.NewField(lang.L("Job title"), ""), organisation: kit.NewField(lang.L("Organisation"), "")}
		s.name.SetText(m.Name.Full())
		s.title.SetText(m.Title)
		s.organisation.SetText(m.Organisation)
		p.splits = append(p.splits, s)
		out := []fyne.CanvasObject{
			kit.NewLabel(lang.L("Is the headline divided rightly?"), kit.Heading),
			s.name, kit.Row(16, kit.Grow(1, s.title), kit.Grow(1, s.organisation)),
		}
		for _, a := range pl.Answers {
			out = append(out, kit.VBox(2, kit.NewElastic(a.Question, kit.BodyStrong),
				kit.NewLabel(lang.L("{{.Count}} words", map[string]any{"Count": kit.Number(model.WordCount(a.Original))}), kit.Small)))
		}
		if len(pl.Answers) == 0 {
			out = append(out, kit.NewLabel(lang.L("No questions were found."), kit.Small))
		}
		if pl.Video != "" {
			out = append(out, kit.NewLabel(lang.L("Film: {{.Link}}", map[string]any{"Link": pl.Video}), kit.Small))
		}
		return out
	}
	return nil
}

// doubts asks who is meant where a name fits somebody in the book.
func (p *planDialog) doubts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var single []func() // takes one who may be only one person, and is open yet, for that person
	open := func(r intake.Row) bool { _, decided := p.decisions[r.Key]; return !decided }
	doubtful := p.plan.Doubtful()
	for i, r := range doubtful {
		same := intake.Decision{}
		if len(r.Choices) == 1 {
			same.Same = r.Choices[0].PersonID
		}
		if i >= mostDoubts { // too many to be asked one by one: all at once, or later
			if same.Same != "" {
				single = append(single, func() {
					if open(r) {
						p.decisions[r.Key] = same
					}
				})
			}
			continue
		}
		options := []kit.Option{{Text: lang.L("Somebody new")}, {Text: lang.L("Leave out")}}
		for _, c := range r.Choices {
			options = append(options, kit.Option{Text: lang.L("Is {{.Name}}", map[string]any{"Name": c.Name}), Detail: strings.Trim(c.Title+", "+c.Organisation, ", ")})
		}
		choice := kit.NewChoice(lang.L("{{.Name}}: who is it?", map[string]any{"Name": r.Name}), options, func(i int) {
			switch i {
			case 0:
				p.decisions[r.Key] = intake.Decision{New: true}
			case 1:
				p.decisions[r.Key] = intake.Decision{Leave: true}
			default:
				p.decisions[r.Key] = intake.Decision{Same: r.Choices[i-2].PersonID}
			}
		})
		choice.Placeholder = lang.L("left out until this is decided")
		choice.SetHint(jobOf(r), kit.Ink3)
		out = append(out, choice)
		if same.Same != "" {
			single = append(single, func() {
				if open(r) {
					choice.Select(2)
					p.decisions[r.Key] = same
				}
			})
		}
	}
	if more := len(doubtful) - mostDoubts; more > 0 {
		out = append(out, kit.NewLabel(lang.N("and {{.Count}} more", more, map[string]any{"Count": more}), kit.Small))
	}
	head := []kit.Cell{kit.Grow(1, kit.NewElastic(lang.L("Who is left open here is left out of the import."), kit.Small))}
	if len(single) > 1 {
		head = append(head, kit.Natural(kit.NewSmall(lang.L("All are the people of the book"), func() {
			for _, take := range single {
				take()
			}
		})))
	}
	return append([]fyne.CanvasObject{kit.MidRow(12, head...)}, out...)
}

// remarks lists what was guessed and what was not understood.
func (p *planDialog) remarks() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	note := func(n model.Message) { out = append(out, kit.NewParagraph(lang.L(n.Text, n.Args), kit.Body)) }
	for _, d := range p.plan.Drafts {
		each(d.Notes, note)
	}
	each(p.plan.Notes, note)
	for _, d := range p.plan.Drafts {
		each(d.Leftover, func(l intake.Line) {
			line := lang.L("Line {{.Number}}: {{.Text}}", map[string]any{"Number": strconv.Itoa(l.Number), "Text": l.Text})
			if d.Kind == intake.Sheet {
				line += " – " + lang.L(l.Reason.Text, l.Reason.Args)
			}
			out = append(out, kit.NewElastic(line, kit.Small))
		})
	}
	if more := p.remarked() - len(out); more > 0 {
		out = append(out, kit.NewLabel(lang.N("and {{.Count}} more", more, map[string]any{"Count": kit.Number(more)}), kit.Small))
	}
	return out
}

// remarked is how many remarks there are.
func (p *planDialog) remarked() int {
	n := len(p.plan.Notes)
	for _, d := range p.plan.Drafts {
		n += len(d.Notes) + len(d.Leftover)
	}
	return n
}

// each takes up as many of a kind as somebody reads.
func each[T any](all []T, take func(T)) {
	for _, one := range all[:min(len(all), mostLines)] {
		take(one)
	}
}

// confirm plans again with what was corrected and decided, and carries it out.
// The dialog, and what was decided in it, stays until that has been written.
func (p *planDialog) confirm() bool {
	p.dialog.SetFault("")
	drafts := p.plan.Drafts
	for _, s := range p.splits {
		name := model.ParseName(s.name.Text())
		if name.IsZero() {
			s.name.SetError(lang.L("Write a name."))
			return false
		}
		m := &drafts[s.draft].Placements[s.placement].Members[0]
		m.Title, m.Organisation = s.title.Text(), s.organisation.Text()
		if s.name.Text() != m.Name.Full() {
			m.Name = name
			for i := range drafts[s.draft].Placements {
				drafts[s.draft].Placements[i].Members[0].Name = name
			}
		}
	}
	decisions := maps.Clone(p.decisions)
	for key := range p.changes.left {
		decisions[key] = intake.Decision{Leave: true}
	}
	compare(p.desk, drafts, decisions, p.dialog.SetFault, func(plan intake.Plan) { apply(p.desk, plan, p.dialog.SetFault, p.dialog.Close) })
	return false
}
