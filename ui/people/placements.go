package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// placementsTab lists where somebody was placed, over all lists and years.
type placementsTab struct {
	e      *editor
	object fyne.CanvasObject
	list   *kit.List
	shown  *details
	add    *kit.Button
}

func newPlacementsTab(e *editor) *placementsTab {
	t := &placementsTab{e: e}
	t.list = kit.NewList(kit.ListParams{
		Label: lang.L("Placements"), RowHeight: 56, Single: true, Separators: true,
		Length: func() int {
			if t.shown == nil {
				return 0
			}
			return len(t.shown.placements)
		},
		Create: newPlacementRow,
		Update: func(i int, o fyne.CanvasObject) {
			p := t.shown.placements[i]
			o.(*placementRow).fill(p, t.shown.editions[p.EditionID], t.shown.person.ID)
		},
	})
	t.list.OnOpen = func(i int) {
		p := t.shown.placements[i]
		e.s.desk.Go(desk.Place{Screen: desk.Edition, EditionID: p.EditionID, PlacementID: p.ID})
	}
	t.add = kit.NewButton("", t.place).WithIcon(kit.IconPlus)
	t.object = kit.Column(0,
		kit.Natural(kit.Pad(kit.MidRow(16, kit.Grow(1, kit.NewElastic(lang.L("Every list and year, newest first. Enter opens the edition."), kit.Small)), kit.Natural(t.add)), 12, 24, 12, 24)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, t.list))
	return t
}

// place puts the person into the chosen edition.
func (t *placementsTab) place() {
	id, edition := t.e.id, t.e.s.desk.EditionID()
	desk.DoAndTell(t.e.s.desk, lang.L("Added to the edition"), store.Place{Placement: model.Placement{
		EditionID: edition, Kind: model.EntryPerson, Status: model.Nominated, Members: []model.Member{{PersonID: id}},
	}})
}

func (t *placementsTab) content() fyne.CanvasObject { return t.object }
func (t *placementsTab) flush()                     {}
func (t *placementsTab) focus(string)               { t.list.Focus() }

func (t *placementsTab) fill(d *details) {
	t.shown = d
	t.add.Hide()
	if e, ok := d.editions[t.e.s.desk.EditionID()]; ok && d.placement == nil {
		t.add.SetText(lang.L("Add to {{.Edition}}", map[string]any{"Edition": e.Name()}))
		t.add.Show()
	}
	t.list.Refresh()
}

// placementRow is one placement: edition, job then, rank.
type placementRow struct {
	kit.RowBase
	edition, job *kit.Label
	status, rank *kit.Label
}

func newPlacementRow() fyne.CanvasObject {
	r := &placementRow{edition: kit.NewElastic("", kit.BodyStrong), job: kit.NewElastic("", kit.Small), status: kit.NewLabel("", kit.Small), rank: kit.NewLabel("", kit.Rank)}
	r.rank.Align = fyne.TextAlignTrailing
	r.Build(r, kit.Pad(kit.MidRow(16,
		kit.Grow(1, kit.VBox(2, r.edition, r.job)), kit.Natural(r.status), kit.Fixed(136, r.rank)), 0, 24, 0, 24))
	return r
}

func (r *placementRow) fill(p model.Placement, e model.Edition, person model.ID) {
	r.edition.SetText(e.Name())
	job := ""
	for _, m := range p.Members {
		if m.PersonID == person {
			job = joined(" – ", m.Title, m.Organisation)
		}
	}
	if len(p.Members) > 1 {
		job = joined(" · ", p.PrintedName(), job)
	}
	r.job.SetText(job)
	r.status.SetText(desk.Word(string(p.Status)))
	rank, style := p.Rank.Figure(e.TieStyle), kit.Rank
	if rank == "" {
		rank, style = withoutRank(p), kit.Body.In(kit.Ink2)
	}
	r.rank.Set(rank, style)
	r.Refresh()
}

// withoutRank is what stands for a rank that there is not: the list's own word
// (“Highly commended”), that somebody was included, or a dash where the book
// does not have them at all.
func withoutRank(p model.Placement) string {
	switch {
	case !p.Status.Printed():
		return "–"
	case p.Rank.Reason == model.OutsideRanked && p.Rank.Source != "":
		return p.Rank.Source
	}
	return lang.L("Included")
}
