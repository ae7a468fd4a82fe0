package importer

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// pagesForm shows how the headlines of published pages were divided, and what
// else was found on them. Of documents and of tables among several sources there
// is nothing to correct.
type pagesForm struct {
	s       *Screen
	sources []intake.Draft
	splits  []*split
	remarks *remarks
	body    fyne.CanvasObject
}

// split is the division of one headline.
type split struct {
	draft, placement          int
	name, title, organisation *kit.Field
}

// mostHeadlines is how many headlines can be divided by hand here.
const mostHeadlines = 60

func newPagesForm(s *Screen, drafts []intake.Draft) *pagesForm {
	f := &pagesForm{s: s, sources: drafts, remarks: newRemarks()}
	body := kit.VBox(0)
	for i, d := range drafts {
		if d.Kind == intake.Portrait { // of which the right pane tells all
			continue
		}
		if len(f.splits) == mostHeadlines {
			more := len(drafts) - i
			body.Add(kit.Pad(kit.NewLabel(lang.N("and {{.Count}} more", more, map[string]any{"Count": kit.Number(more)}), kit.Small), 12, paneSide, 12, paneSide))
			break
		}
		if len(drafts) > 1 {
			body.Add(sectionHead(d.Source, kit.NewLabel("", kit.Caption)))
		}
		body.Add(kit.Pad(f.found(i, d), 12, paneSide, 20, paneSide))
	}
	body.Add(f.remarks.object)
	f.body = body
	return f
}

func (f *pagesForm) card() (kit.IconName, string, string) {
	n := len(f.sources)
	if photos := f.photos(); photos == n {
		return kit.IconPhoto, lang.N("{{.Count}} photos", n, map[string]any{"Count": kit.Number(n)}), lang.L("The file names say whose they are")
	}
	if n > 1 {
		return kit.IconDocument, lang.L("{{.Count}} sources", map[string]any{"Count": kit.Number(n)}), lang.L("Taken together as one step")
	}
	d := f.sources[0]
	return kit.IconDocument, named(d.Source), kindOf(d)
}

// photos is how many of the sources are photos.
func (f *pagesForm) photos() int {
	n := 0
	for _, d := range f.sources {
		if d.Kind == intake.Portrait {
			n++
		}
	}
	return n
}

// kindOf says what a source turned out to be.
func kindOf(d intake.Draft) string {
	switch d.Kind {
	case intake.Page:
		return lang.L("A published page")
	case intake.Sheet:
		return lang.L("A table")
	}
	return lang.L("A document that Laurel wrote")
}

func (f *pagesForm) object() fyne.CanvasObject { return f.body }

func (f *pagesForm) flush() {
	for _, s := range f.splits {
		s.name.Flush()
		s.title.Flush()
		s.organisation.Flush()
	}
}

func (f *pagesForm) told(plan intake.Plan) { f.remarks.show(plan) }

// found shows what was found in one source.
func (f *pagesForm) found(draft int, d intake.Draft) fyne.CanvasObject {
	at := slices.IndexFunc(d.Placements, func(p intake.Placement) bool { return p.Full && len(p.Members) == 1 })
	if d.Kind != intake.Page || at < 0 {
		return kit.NewLabel(lang.N("{{.Count}} entries", len(d.Placements), map[string]any{"Count": kit.Number(len(d.Placements))}), kit.Body)
	}
	p := d.Placements[at]
	return kit.VBox(12, append(f.headline(draft, at, p), interview(p)...)...)
}

// headline shows how the headline of a page was divided.
func (f *pagesForm) headline(draft, placement int, p intake.Placement) []fyne.CanvasObject {
	m := p.Members[0]
	s := &split{draft: draft, placement: placement, name: kit.NewField(lang.L("Name"), ""), title: kit.NewField(lang.L("Job title"), ""), organisation: kit.NewField(lang.L("Organisation"), "")}
	s.name.SetText(m.Name.Full())
	s.title.SetText(m.Title)
	s.organisation.SetText(m.Organisation)
	for _, field := range []*kit.Field{s.name, s.title, s.organisation} {
		field.OnCommit = func(string) { f.s.compare() }
	}
	f.splits = append(f.splits, s)
	return []fyne.CanvasObject{kit.NewLabel(lang.L("Is the headline divided rightly?"), kit.BodyStrong), s.name, s.title, s.organisation}
}

// interview lists the questions of a page with the lengths of the answers.
func interview(p intake.Placement) []fyne.CanvasObject {
	if len(p.Answers) == 0 {
		return []fyne.CanvasObject{kit.NewLabel(lang.L("No questions were found."), kit.Small)}
	}
	var out []fyne.CanvasObject
	for _, a := range p.Answers {
		out = append(out, kit.VBox(2, kit.NewParagraph(a.Question, kit.BodyStrong),
			kit.NewLabel(lang.L("{{.Count}} words", map[string]any{"Count": kit.Number(model.WordCount(a.Original))}), kit.Small)))
	}
	if p.Video != "" {
		out = append(out, kit.NewElastic(lang.L("Film: {{.Link}}", map[string]any{"Link": p.Video}), kit.Small))
	}
	return out
}

// drafts are the sources with what was corrected.
func (f *pagesForm) drafts() (func() ([]intake.Draft, error), string) {
	drafts, fault := slices.Clone(f.sources), ""
	for _, s := range f.splits {
		name := model.ParseName(s.name.Text())
		s.name.SetError("")
		if name.IsZero() {
			fault = lang.L("Write a name.")
			s.name.SetError(fault)
			continue
		}
		drafts[s.draft].Placements = s.corrected(drafts[s.draft].Placements, name)
	}
	if fault != "" {
		return nil, fault
	}
	return func() ([]intake.Draft, error) { return drafts, nil }, ""
}

// corrected gives the placements of a page with the name, and the job in the one
// that tells of it. The placements of the source stay as they are: a comparison
// may be reading them.
func (s *split) corrected(placements []intake.Placement, name model.Name) []intake.Placement {
	out := slices.Clone(placements)
	renamed := s.name.Text() != out[s.placement].Members[0].Name.Full()
	for i := range out {
		out[i].Members = slices.Clone(out[i].Members)
		if renamed && len(out[i].Members) > 0 {
			out[i].Members[0].Name = name
		}
	}
	m := &out[s.placement].Members[0]
	m.Title, m.Organisation = s.title.Text(), s.organisation.Text()
	return out
}
