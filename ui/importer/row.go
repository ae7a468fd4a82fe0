package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// The measures of a row, px.
const (
	rowHeight    = 60
	askHeight    = 44 // of the line that asks who somebody is
	fieldHeight  = 40 // of a row by field
	changeHeight = 22
	thumbSize    = 36
	boxSize      = 18
	labelWidth   = 92  // of what is changed
	longLabel    = 176 // where that names an edition
	chipWidth    = 92
	mostChanges  = 6 // of a row that are shown
)

// heightOf is that of the name and a line for each change, and of the question.
func (c *changes) heightOf(l line) float32 {
	if l.more > 0 || l.change >= 0 {
		return fieldHeight
	}
	r := c.plan.Rows[l.row]
	n := len(changesOf(r))
	if n > mostChanges {
		n = mostChanges + 1
	}
	height := max(rowHeight, 16+changeHeight*float32(n))
	if c.isAsked(r) {
		height += askHeight
	}
	return height
}

// ground is that of rows that wait for a choice.
func (c *changes) ground(i int) kit.Token {
	if r, ok := c.at(i); ok && (r.Kind == intake.RowDoubtful || r.Unknown) {
		return kit.WarnSoft
	}
	return ""
}

// row is somebody of a plan: who, what would change, and how they are known.
type row struct {
	kit.RowBase
	c         *changes
	of        line
	box       *kit.Check // of the whole row
	boxOfOne  *kit.Check // of one change
	picture   *kit.Picture
	name, job *kit.Label
	changes   *fyne.Container
	kind      *kit.Chip
	ask       *asking
	object    *fyne.Container // the whole row, or one change of it
	whole     fyne.CanvasObject
	one       *fyne.Container
	who, more *kit.Label
}

func newRow(c *changes) *row {
	r := &row{
		c: c, picture: kit.NewPicture(thumbSize, thumbSize), name: kit.NewElastic("", kit.BodyStrong), job: kit.NewElastic("", kit.Small),
		changes: kit.VBox(0), kind: kit.NewChip("", kit.Accent), ask: newAsking(c),
		who: kit.NewElastic("", kit.BodyStrong), more: kit.NewLabel("", kit.Small),
	}
	tick := func(bool) { c.tick(r.index()) }
	r.box, r.boxOfOne = kit.NewCheck("", tick), kit.NewCheck("", tick)
	line := kit.MidRow(12, kit.Fixed(boxSize, container.NewStack(r.box)), kit.Fixed(thumbSize, r.picture), kit.Grow(5, kit.VBox(0, r.name, r.job)),
		kit.Grow(8, r.changes), kit.Fixed(chipWidth, r.kind))
	r.whole = kit.Pad(kit.Column(0, kit.Grow(1, line), kit.Natural(r.ask.object)), 0, 24, 0, 24)
	r.one = kit.VBox(0)
	r.object = container.NewStack(r.whole, r.one)
	r.Build(r, r.object)
	return r
}

// index is where the row stands in the list now.
func (r *row) index() int {
	for i, l := range r.c.lines {
		if l == r.of {
			return i
		}
	}
	return -1
}

func (r *row) fill(l line) {
	r.of = l
	kit.SetVisible(r.whole, l.change < 0 && l.more == 0)
	kit.SetVisible(r.one, l.change >= 0 || l.more > 0)
	switch {
	case l.more > 0:
		r.more.SetText(lang.N("and {{.Count}} more", l.more, map[string]any{"Count": kit.Number(l.more)}))
		r.one.Objects = []fyne.CanvasObject{kit.Pad(r.more, 10, 24, 0, 24)}
	case l.change >= 0:
		r.fillChange(r.c.plan.Rows[l.row], l.change)
	default:
		r.fillRow(r.c.plan.Rows[l.row])
	}
	r.Refresh()
}

func (r *row) fillRow(of intake.Row) {
	r.box.SetOn(r.c.taken(of))
	kit.SetVisible(r.box, of.Kind != intake.RowSame)
	r.picture.SetMonogram(model.ParseName(of.Name).Monogram())
	if of.Photo != "" {
		r.picture.Load(r.c.faces, of.Key)
	} else {
		r.loadFace(of)
	}
	r.name.SetText(of.Name)
	job := jobOf(of)
	r.job.SetText(job)
	kit.SetVisible(r.job, job != "")
	r.changes.Objects = nil
	for i, ch := range changesOf(of) {
		if i == mostChanges {
			r.changes.Add(kit.Sized(kit.NewLabel(lang.L("… and more"), kit.Small), 0, changeHeight))
			break
		}
		r.changes.Add(r.c.changeLine(ch))
	}
	kit.SetVisible(r.changes, len(r.changes.Objects) > 0) // else the name has all the room
	r.setKind(of)
	r.ask.fill(of)
}

// loadFace shows the face that the book has of somebody.
func (r *row) loadFace(of intake.Row) {
	photo := of.PhotoKey
	if of.Kind == intake.RowDoubtful && len(of.Choices) == 1 {
		photo = of.Choices[0].PhotoKey // it may be known by the face
	}
	r.picture.Load(r.c.s.desk.Thumbs(), photo)
}

// jobOf is where the source says that somebody is; of one in doubt also as what.
func jobOf(of intake.Row) string {
	at, title := of.Organisation, ""
	if at == of.Name { // the entry is the organisation
		at = ""
	}
	if of.Kind == intake.RowDoubtful {
		title = of.Title
	}
	return joinJob(title, at)
}

// setKind says how the row is known.
func (r *row) setKind(of intake.Row) {
	switch {
	case of.Kind == intake.RowDoubtful || of.Unknown:
		r.kind.Set(lang.L("Your choice"), kit.Warn)
	case of.Kind == intake.RowLeft || r.c.left[of.Key]:
		r.kind.Set(lang.L("Left out"), kit.Ink2)
	case of.Kind == intake.RowNew:
		r.kind.Set(lang.L("New"), kit.Accent)
	case of.Kind == intake.RowChanged:
		r.kind.Set(lang.L("Changed"), kit.Info)
	default:
		r.kind.Set(lang.L("Same"), kit.Ink2)
	}
}

// fillChange shows one change, under the head that names the field.
func (r *row) fillChange(of intake.Row, i int) {
	style := kit.BodyStrong
	if !r.c.taken(of) {
		style = style.In(kit.Ink3)
	}
	r.who.Set(of.Name, style)
	r.boxOfOne.SetOn(r.c.taken(of))
	edits := edited(changesOf(of)[i], 48, 80)
	r.one.Objects = []fyne.CanvasObject{kit.Sized(kit.Pad(kit.MidRow(12, kit.Fixed(boxSize, r.boxOfOne), kit.Grow(4, r.who), kit.Grow(9, edits)), 0, 24, 0, 24), 0, fieldHeight)}
}

// changeLine is a field with what it was and would be.
func (c *changes) changeLine(ch intake.Change) fyne.CanvasObject {
	var width float32 = labelWidth
	if c.several > 1 {
		width = longLabel
	}
	return kit.Sized(kit.MidRow(12, kit.Fixed(width, kit.NewElastic(c.label(ch), kit.Small)), kit.Grow(1, edited(ch, 18, 60))), 0, changeHeight)
}

// edited shows what a value was, in at most so many letters, and what it would
// be; the whole of both is its tooltip.
func edited(ch intake.Change, mostBefore, mostAfter int) fyne.CanvasObject {
	before, after := values(ch)
	var all []kit.Edit
	if before != "" {
		all = append(all, kit.Edit{Kind: kit.EditGone, Text: cut(before, mostBefore)})
	}
	if after != "" {
		all = append(all, kit.Edit{Kind: kit.EditAdded, Text: cut(after, mostAfter)})
	} else {
		all = append(all, kit.Edit{Text: lang.L("empty")})
	}
	edits := kit.NewEdits(kit.Small, all...)
	edits.MaxLines = 1
	tip := after
	if before != "" {
		tip = before + " → " + after
	}
	return kit.WithTip(edits, cut(tip, 400))
}
