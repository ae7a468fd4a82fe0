package importer

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// source is the left pane: what is imported, and what was understood of it.
type source struct {
	pane         fyne.CanvasObject
	icon         *kit.Icon
	name, detail *kit.Label
	body         *fyne.Container
	scroll       *kit.Scroll
}

// paneSide is the space beside what stands in a pane, px.
const paneSide = 16

func newSource(s *Screen) *source {
	p := &source{icon: kit.NewIcon(kit.IconFile, 24, kit.Accent), name: kit.NewElastic("", kit.BodyStrong), detail: kit.NewElastic("", kit.Small), body: container.NewStack()}
	card := kit.NewFill(kit.Sunken)
	card.Radius = 8
	what := kit.MidRow(12, kit.Natural(p.icon), kit.Grow(1, kit.VBox(0, p.name, p.detail)), kit.Natural(kit.NewSmall(lang.L("Change…"), s.choose)))
	p.scroll = kit.NewScroll(p.body)
	p.pane = kit.Column(0,
		kit.Natural(kit.Pad(kit.NewLabel(lang.L("Import"), kit.Title), 14, paneSide, 12, paneSide)),
		kit.Natural(kit.Pad(container.NewStack(card, kit.Pad(what, 10, 12, 10, 12)), 0, paneSide, 16, paneSide)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, p.scroll))
	return p
}

func (p *source) show(of understood) {
	icon, name, detail := of.card()
	p.icon.Set(icon, kit.Accent)
	p.name.SetText(name)
	p.detail.SetText(detail)
	p.body.Objects = []fyne.CanvasObject{of.object()}
	p.body.Refresh()
	p.scroll.SetOffset(0)
}

// sectionHead is the head of a part of the left pane, with how much there is of it.
func sectionHead(text string, note *kit.Label) fyne.CanvasObject {
	return kit.VBox(0, container.NewStack(kit.NewFill(kit.Canvas),
		kit.Sized(kit.Pad(kit.MidRow(8, kit.Grow(1, kit.NewElastic(text, kit.SmallBold)), kit.Natural(note)), 0, paneSide, 0, paneSide), 0, 32)), kit.NewHLine())
}

// mostLines is how many lines of a kind are shown: more nobody reads.
const mostLines = 200

// remarks shows what was guessed of a source and what was not taken from it.
type remarks struct{ object *fyne.Container }

func newRemarks() *remarks { return &remarks{object: kit.VBox(0)} }

func (r *remarks) show(plan intake.Plan) {
	r.object.Objects = nil
	notes := slices.Clone(plan.Notes)
	for _, d := range plan.Drafts {
		notes = append(notes, d.Notes...)
	}
	if len(notes) > 0 {
		r.object.Add(kit.Pad(noteCard(notes), 16, paneSide, 16, paneSide))
	}
	var lines []fyne.CanvasObject
	left := 0
	for _, d := range plan.Drafts {
		for _, l := range d.Leftover {
			if left++; left <= mostLines {
				lines = append(lines, leftLine(d.Kind, l))
			}
		}
	}
	if left > mostLines {
		lines = append(lines, kit.NewLabel(lang.N("and {{.Count}} more", left-mostLines, map[string]any{"Count": kit.Number(left - mostLines)}), kit.Small))
	}
	if left > 0 {
		r.object.Add(kit.NewHLine())
		r.object.Add(sectionHead(lang.L("Not taken"), kit.NewLabel(kit.Number(left), kit.Caption)))
		r.object.Add(kit.Pad(kit.VBox(8, lines...), 12, paneSide, 16, paneSide))
	}
	r.object.Refresh()
}

// noteCard says what was guessed, one remark below the other.
func noteCard(notes []model.Message) fyne.CanvasObject {
	said := kit.VBox(6)
	for _, n := range notes[:min(len(notes), mostLines)] {
		said.Add(kit.NewParagraph(lang.L(n.Text, n.Args), kit.SmallInk.In(kit.Warn)))
	}
	ground := kit.NewFill(kit.WarnSoft)
	ground.Radius = 8
	icon := kit.VBox(0, kit.NewIcon(kit.IconWarning, 20, kit.Warn))
	return container.NewStack(ground, kit.Pad(kit.Row(10, kit.Natural(icon), kit.Grow(1, said)), 10, 14, 10, 12))
}

// leftLine is a line or a cell that went into no field, and why.
func leftLine(kind intake.Kind, l intake.Line) fyne.CanvasObject {
	text := kit.NewElastic(l.Text, kit.SmallInk)
	if kind != intake.Sheet {
		return text
	}
	why := lang.L("Line {{.Number}}: {{.Text}}", map[string]any{"Number": strconv.Itoa(l.Number), "Text": lang.L(l.Reason.Text, l.Reason.Args)})
	return kit.VBox(0, text, kit.NewElastic(why, kit.Caption))
}
