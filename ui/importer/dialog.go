package importer

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// planDialog shows a plan: the headline as it was divided, to be confirmed;
// what would change; what was not understood.
type planDialog struct {
	desk      desk.Desk
	plan      intake.Plan
	decisions map[string]intake.Decision
	splits    []*split
	changes   *fyne.Container
	wrong     *kit.Label // why it was not carried out
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
	p := &planDialog{desk: d, plan: plan, decisions: map[string]intake.Decision{}, changes: kit.VBox(4), wrong: newWrong()}
	content := []fyne.CanvasObject{}
	for i, draft := range plan.Drafts {
		if draft.Kind != intake.Page {
			continue
		}
		content = append(content, p.headline(i, draft)...)
	}
	p.fillChanges()
	content = append(content, kit.NewLabel(lang.L("What changes"), kit.Heading), kit.NewParagraph(countsText(plan), kit.Body), p.changes)
	content = append(content, p.doubts()...)
	content = append(content, p.remarks()...)
	var foot []fyne.CanvasObject
	if back != nil {
		foot = append(foot, kit.NewButton(lang.L("Back to the columns"), func() {
			p.dialog.Close()
			back()
		}))
	}
	p.dialog = kit.NewDialog(d.Window(), kit.DialogParams{
		Title: title(plan), Primary: lang.L("Import"), OnPrimary: p.confirm, Width: 760, Foot: foot,
		Content: kit.Sized(kit.Column(0, kit.Grow(1, kit.NewScroll(kit.Pad(kit.VBox(12, content...), 0, 16, 0, 0))), kit.Natural(p.wrong)), 720, 520),
	})
	p.dialog.Show()
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
			kit.NewLabel(lang.L("The interview"), kit.Heading),
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

// fillChanges lists every field that would change, with old and new.
func (p *planDialog) fillChanges() {
	p.changes.Objects = nil
	for _, e := range p.plan.Editions {
		p.changes.Add(kit.NewLabel(lang.L("New edition: {{.Name}}", map[string]any{"Name": e}), kit.Body))
	}
	for _, r := range p.plan.Rows {
		if len(p.changes.Objects) > mostLines {
			p.changes.Add(kit.NewLabel(lang.L("… and more"), kit.Small))
			break
		}
		p.changes.Add(rowHead(r))
		for _, c := range r.Changes {
			p.changes.Add(changeLine(c))
		}
	}
	p.changes.Refresh()
}

// rowHead says who a row is about, as the source has it, and how they are known.
func rowHead(r intake.Row) fyne.CanvasObject {
	job := r.Title
	if r.Title != "" && r.Organisation != "" {
		job += " – "
	}
	who := kit.NewLine(kit.Run{Text: r.Name + "  ", Style: kit.BodyStrong, Cut: kit.CutEnd}, kit.Run{Text: job + r.Organisation, Style: kit.Small, Cut: kit.CutEnd})
	return kit.MidRow(12, kit.Grow(1, who), kit.Natural(kit.NewLabel(rowWord(r.Kind), kit.Small)))
}

func rowWord(k intake.RowKind) string {
	switch k {
	case intake.RowNew:
		return lang.L("new in the book")
	case intake.RowChanged:
		return lang.L("known, with changes")
	case intake.RowSame:
		return lang.L("known, nothing new")
	case intake.RowDoubtful:
		return lang.L("may be somebody in the book")
	}
	return lang.L("left out")
}

func changeLine(c intake.Change) fyne.CanvasObject {
	where := desk.FieldWord(c.Field)
	if c.Edition != "" {
		where = c.Edition + " · " + where
	}
	value := oneLine(c.New)
	if c.Old != "" {
		value = oneLine(c.Old) + "  →  " + value
	}
	return kit.Row(12, kit.Fixed(260, kit.NewElastic(where, kit.Small)), kit.Grow(1, kit.NewElastic(value, kit.SmallInk)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

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
	if len(out) == 0 {
		return nil
	}
	head := kit.MidRow(12, kit.Grow(1, kit.NewElastic(lang.L("In doubt"), kit.Heading)))
	if len(single) > 1 {
		all := kit.NewSmall(lang.L("All are the people of the book"), func() {
			for _, take := range single {
				take()
			}
		})
		head = kit.MidRow(12, kit.Grow(1, kit.NewElastic(lang.L("In doubt"), kit.Heading)), kit.Natural(all))
	}
	return append([]fyne.CanvasObject{head, kit.NewParagraph(lang.L("Who is left open here is left out of the import."), kit.Small)}, out...)
}

// remarks lists what was guessed and what was not understood.
func (p *planDialog) remarks() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, d := range p.plan.Drafts {
		for _, n := range d.Notes {
			out = append(out, kit.NewParagraph(lang.L(n.Text, n.Args), kit.Body))
		}
		for i, l := range d.Leftover {
			if i == mostLines {
				out = append(out, kit.NewLabel(lang.L("… and more"), kit.Small))
				break
			}
			line := lang.L("Line {{.Number}}: {{.Text}}", map[string]any{"Number": strconv.Itoa(l.Number), "Text": l.Text})
			if d.Kind == intake.Sheet {
				line += " – " + lang.L(l.Reason.Text, l.Reason.Args)
			}
			out = append(out, kit.NewElastic(line, kit.Small))
		}
	}
	for _, n := range p.plan.Notes {
		out = append(out, kit.NewParagraph(lang.L(n.Text, n.Args), kit.Body))
	}
	if len(out) > 0 {
		out = append([]fyne.CanvasObject{kit.NewLabel(lang.L("Not understood, or guessed"), kit.Heading)}, out...)
	}
	return out
}

// confirm plans again with what was corrected and decided, and carries it out.
// The dialog, and what was decided in it, stays until that has been written.
func (p *planDialog) confirm() bool {
	p.wrong.SetText("")
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
	compare(p.desk, drafts, p.decisions, p.wrong, func(plan intake.Plan) { apply(p.desk, plan, p.wrong, p.dialog.Close) })
	return false
}
