package interviews

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// How a row is laid out, px: beside its words stand the rank and the picture of an
// entry, or the number of a question.
const (
	rowHeight    = 52 // of one line of words over one of what is to be said of it
	air          = rowHeight - 20 - 16
	gap          = 10
	rankWidth    = 28
	pictureWidth = 32
	numberWidth  = 20
	leftEdge     = 16 // of a question
	rightEdge    = 12
	iconWidth    = 16
	iconGap      = 4
)

func newName() *kit.Paragraph  { return wrapping(2, kit.Body) }
func newAsked() *kit.Paragraph { return wrapping(3, kit.Body) }
func newTold() *kit.Paragraph  { return wrapping(2, kit.Small) }

func wrapping(most int, style kit.Style) *kit.Paragraph {
	p := kit.NewParagraph("", style)
	p.MaxLines = most
	return p
}

// setName gives a paragraph the name of an entry in a list of a width. One that has
// no room in one line has two, for two people one below the other, with initials if
// need be.
func (x row) setName(p *kit.Paragraph, width float32) (height float32) {
	name, short := x.entry.PrintedName(), x.entry.ShortName()
	p.SetOr(name, parted(name), parted(short))
	return fit(p, width-(gap+rankWidth+gap+pictureWidth+gap+rightEdge))
}

// setQuestion gives two paragraphs a question and what is to be said of it.
func (x row) setQuestion(asked, told *kit.Paragraph, width float32) (height float32) {
	asked.SetOr(x.question)
	told.SetOr(x.told, strings.ReplaceAll(x.told, between, "\n"))
	width -= leftEdge + numberWidth + gap + rightEdge
	return fit(asked, width) + fit(told, width-iconWidth-iconGap)
}

// fit gives a paragraph its width before it is laid out: only then it knows its height.
func fit(p *kit.Paragraph, width float32) (height float32) {
	height = p.HeightFor(width)
	p.Resize(fyne.NewSize(width, height))
	return height
}

// parted sets the last of several people on a line of their own.
func parted(name string) string {
	if i := strings.LastIndex(name, " & "); i >= 0 {
		return name[:i] + " &\n" + name[i+3:]
	}
	return name
}

// heightIn is the height of a row in a list of a width; 0 is the usual one.
func (l *list) heightIn(x row, width float32) float32 {
	switch {
	case width <= 0:
		return 0
	case x.entry != nil:
		return l.heights.Of(width, x.entry.PrintedName(), func() float32 {
			return air + x.setName(newName(), width) + kit.Small.Line
		})
	}
	return l.heights.Of(width, x.question+x.told, func() float32 {
		return air + x.setQuestion(newAsked(), newTold(), width)
	})
}

// rowView is a line of the list.
type rowView struct {
	kit.RowBase
	desk              desk.Desk
	rank              *kit.Label
	picture           *kit.Picture
	name, asked, told *kit.Paragraph
	said              *kit.Label
	icon              *kit.Icon
	person            *fyne.Container
	number            *kit.Label
	question          *fyne.Container
	stateIcon         *kit.Icon
}

func newRowView(d desk.Desk) *rowView {
	r := &rowView{
		desk: d, rank: kit.NewLabel("", kit.Story.In(kit.Ink2)), picture: kit.NewPicture(32, 32), name: newName(), said: kit.NewElastic("", kit.Small),
		icon:   kit.NewIcon("", 16, kit.Ink3),
		number: kit.NewLabel("", kit.Question.In(kit.Ink3)), asked: newAsked(), told: newTold(), stateIcon: kit.NewIcon("", 16, kit.Ink3),
	}
	r.rank.Align = fyne.TextAlignTrailing
	r.person = kit.Pad(kit.MidRow(gap, kit.Fixed(rankWidth, r.rank), kit.Fixed(pictureWidth, r.picture),
		kit.Grow(1, kit.VBox(1, r.name, kit.MidRow(iconGap, kit.Natural(r.icon), kit.Grow(1, r.said))))), 0, rightEdge, 0, gap)
	r.question = kit.Pad(kit.MidRow(gap, kit.Fixed(numberWidth, r.number),
		kit.Grow(1, kit.VBox(1, r.asked, kit.Row(iconGap, kit.Natural(kit.VBox(0, r.stateIcon)), kit.Grow(1, r.told))))), 0, rightEdge, 0, leftEdge)
	r.Build(r, container.NewStack(r.person, r.question))
	return r
}

// fill shows a row in a list of a width.
func (r *rowView) fill(x row, tie model.TieStyle, width float32) {
	r.person.Hide()
	r.question.Hide()
	switch {
	case x.entry != nil:
		r.fillEntry(x, tie, width)
		r.person.Show()
	default:
		icon, tone := x.state.icon()
		r.number.SetText(itoa(x.number))
		x.setQuestion(r.asked, r.told, width)
		r.stateIcon.Set(icon, tone)
		r.question.Show()
	}
	r.Refresh()
}

func (r *rowView) fillEntry(x row, tie model.TieStyle, width float32) {
	figure := x.entry.Rank.Figure(tie)
	if len([]rune(figure)) > 4 {
		figure = ""
	}
	r.rank.SetText(figure)
	x.setName(r.name, width)
	icon, tone := x.summary.state.icon()
	r.icon.Set(icon, tone)
	ink := kit.Ink2
	if x.summary.state == stateStale || x.summary.state == stateOver {
		ink = tone
	}
	r.said.Set(x.summary.text, kit.Small.In(ink))
	r.picture.SetMonogram(x.entry.Monogram())
	keys := x.photos
	if len(keys) > 1 {
		r.picture.LoadPair(r.desk.Thumbs(), keys[0], keys[1])
		return
	}
	r.picture.Load(r.desk.Thumbs(), strings.Join(keys, ""))
}
