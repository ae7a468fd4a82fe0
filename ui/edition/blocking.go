package edition

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// blocking is the panel beside the status board: what preflight found, by kind,
// with a way to the first of each.
type blocking struct {
	s      *screen
	object fyne.CanvasObject
	stage  *fyne.Container
	none   fyne.CanvasObject
	list   *kit.List
	kinds  []blocked
}

// blocked is one kind of problem with how often there is one, or the head of
// those that stop a press export or that do not.
type blocked struct {
	head kit.ListHead
	kind model.ProblemKind
	all  []model.Problem
}

func newBlocking(s *screen) *blocking {
	b := &blocking{s: s}
	b.list = kit.NewList(kit.ListParams{
		Label: lang.L("Preflight"), RowHeight: 40, Single: true, Separators: true,
		Length: func() int { return len(b.kinds) },
		Create: func() fyne.CanvasObject { return newBlockedRow() },
		Update: func(i int, o fyne.CanvasObject) { o.(*blockedRow).fill(b.kinds[i]) },
		Head:   func(i int) kit.ListHead { return b.kinds[i].head },
	})
	b.list.OnSelected = func(i int) {
		if i >= 0 {
			b.first(i)
		}
	}
	b.list.OnOpen = func(i int) { b.mend(i) }
	b.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconCheck, Missing: lang.L("Nothing speaks against printing"), Do: lang.L("Who is confirmed is complete. Export it, or read the pages."),
		Action: lang.L("To the yearbook"), OnTap: func() { s.desk.Go(desk.Place{Screen: desk.Yearbook}) },
	}), 240, 0))
	b.stage = container.NewStack(b.list)
	hint := kit.NewParagraph(lang.L("Click shows the first; Enter goes to its field"), kit.Caption)
	b.object = container.NewStack(kit.NewFill(kit.Canvas), kit.Column(0,
		kit.Fixed(64, kit.Pad(kit.MidRow(8, kit.Grow(1, kit.NewElastic(lang.L("Preflight"), kit.PanelTitle))), 0, 16, 0, 16)),
		kit.Fixed(1, kit.NewHLine()), kit.Grow(1, b.stage), kit.Fixed(1, kit.NewHLine()), kit.Natural(kit.Pad(hint, 8, 16, 8, 16))))
	return b
}

// fill counts the problems of the composed book by kind, under the heads that
// preflight has.
func (b *blocking) fill(proof *desk.Proof) {
	if proof == nil {
		return // the kinds of the proof before stay until there is another
	}
	stops, looks := desk.BySeverity(proof.Book.Problems)
	b.kinds = append(kindsOf(desk.StopsPrint, stops), kindsOf(desk.WorthALook, looks)...)
	var now fyne.CanvasObject = b.list
	if len(b.kinds) == 0 {
		now = b.none
	}
	if b.stage.Objects[0] != now {
		b.stage.Objects = []fyne.CanvasObject{now}
		b.stage.Refresh()
	}
	b.list.Refresh()
}

// kindsOf counts problems by kind under a head, the most frequent first.
func kindsOf(head string, problems []model.Problem) []blocked {
	if len(problems) == 0 {
		return nil
	}
	var kinds []blocked
	for _, all := range desk.ByKind(problems) {
		kinds = append(kinds, blocked{kind: all[0].Kind, all: all})
	}
	slices.SortStableFunc(kinds, func(a, b blocked) int { return len(b.all) - len(a.all) })
	return append([]blocked{{head: kit.ListHead{Text: lang.L(head), Note: kit.Number(len(problems))}}}, kinds...)
}

// first marks the entries of a kind on the board and brings the first into sight.
func (b *blocking) first(i int) {
	var ids []model.ID
	for _, p := range b.kinds[i].all {
		if p.PlacementID != "" {
			ids = append(ids, p.PlacementID)
		}
	}
	b.s.markAgain(ids, true)
}

// mend goes to the field that mends the first problem of a kind, or to its page.
func (b *blocking) mend(i int) {
	p, proof := b.kinds[i].all[0], b.s.desk.Proof()
	place := desk.Place{Screen: desk.Yearbook, Page: p.Page}
	if proof != nil {
		if field, ok := desk.FieldPlace(proof.Snapshot, desk.MendedAt(proof.Snapshot, p)); ok {
			place = field
		}
	}
	b.s.desk.Go(place)
}

// blockedRow is a kind of problem: how bad, what, how often.
type blockedRow struct {
	kit.RowBase
	icon  *kit.Icon
	text  *kit.Label
	count *kit.Label
}

func newBlockedRow() *blockedRow {
	r := &blockedRow{icon: kit.NewIcon(kit.IconWarning, 20, kit.Warn), text: kit.NewElastic("", kit.Body), count: kit.NewLabel("", kit.BodyStrong)}
	r.Build(r, kit.Pad(kit.MidRow(12, kit.Natural(r.icon), kit.Grow(1, r.text), kit.Natural(r.count)), 0, 16, 0, 20))
	return r
}

func (r *blockedRow) fill(k blocked) {
	r.icon.Set(kit.IconWarning, kit.Warn)
	if k.all[0].Severity == model.Error {
		r.icon.Set(kit.IconError, kit.Error)
	}
	r.text.SetText(desk.ProblemTitle(k.kind))
	r.count.SetText(kit.Number(len(k.all)))
	r.Refresh()
}
