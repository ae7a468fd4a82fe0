package edition

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// item is one of several texts in an order, with the numbers of a category.
type item struct {
	text        string
	least, most int
}

// texts is a list of texts that are put in order by hand and written in a field
// below it: the questions, the categories, the judges of an edition.
type texts struct {
	object      fyne.CanvasObject
	all         []item
	list        *kit.RankList
	field       *kit.Field
	least, most *kit.Field // of categories, else nil
	remove      *kit.Button
	loading     bool
}

// textsParams is what such a list is about.
type textsParams struct {
	label, one, placeholder, add string
	numbers                      bool // each has a least and a most
}

func newTexts(p textsParams, all []item) *texts {
	t := &texts{all: slices.Clone(all)}
	t.list = kit.NewRankList(kit.RankListParams{ListParams: kit.ListParams{
		Label: p.label, RowHeight: 36, Single: true, Separators: true,
		Length: func() int { return len(t.all) },
		Create: func() fyne.CanvasObject { return newTextRow() },
		Update: func(i int, o fyne.CanvasObject) { o.(*textRow).fill(i, t.all[i]) },
	}})
	t.list.List.OnSelected = t.load
	t.list.OnMove = func(rows []int, to int) {
		if to > rows[0] {
			to--
		}
		t.move(rows[0], to)
	}
	t.list.OnStep = func(rows []int, by int) { t.move(rows[0], rows[0]+by) }
	t.list.List.OnOpen = func(int) { t.field.Focus() }
	t.field = kit.NewField(p.one, p.placeholder)
	t.field.OnChanged = func(string) { t.take() }
	t.field.OnSubmit = func(string) { t.next() }
	t.remove = kit.NewIconButton(kit.IconTrash, lang.L("Take away"), t.drop)
	cells := []kit.Cell{kit.Grow(1, t.field)}
	if p.numbers {
		t.least, t.most = kit.NewField(lang.L("At least"), "–"), kit.NewField(lang.L("At most"), "–")
		for _, f := range []*kit.Field{t.least, t.most} {
			f.OnChanged = func(string) { t.take() }
			f.OnSubmit = func(string) { t.next() }
			cells = append(cells, kit.Fixed(88, f))
		}
	}
	cells = append(cells, kit.Natural(kit.Pad(t.remove, 22, 0, 0, 0)))
	t.object = kit.VBox(12,
		kit.MidRow(8, kit.Grow(1, kit.NewElastic(lang.L("Drag, or Alt ↑ and ↓, puts them in order"), kit.Caption)), kit.Natural(kit.NewSmall(p.add, t.append).WithIcon(kit.IconPlus))),
		kit.Sized(container.NewStack(kit.NewFrame(kit.Clear, kit.Line, 6), kit.PadAll(t.list, 1)), 0, 36*6+2),
		kit.Row(8, cells...))
	t.choose(min(0, len(t.all)-1))
	return t
}

// choose selects a text, -1 none, and shows it in the field.
func (t *texts) choose(i int) {
	t.list.Refresh()
	t.list.List.Select(i)
	t.load(i)
}

func (t *texts) load(i int) {
	t.loading = true
	defer func() { t.loading = false }()
	one, there := item{}, i >= 0 && i < len(t.all)
	if there {
		one = t.all[i]
	}
	t.field.SetText(one.text)
	t.remove.SetEnabled(there)
	if t.least != nil {
		t.least.SetText(number(one.least))
		t.most.SetText(number(one.most))
	}
}

// take puts what is in the fields into the list; what is typed where there is
// nothing yet is the first.
func (t *texts) take() {
	if t.loading {
		return
	}
	i := t.list.List.Selected()
	if i < 0 {
		i = len(t.all)
		t.all = append(t.all, item{})
		t.list.Refresh()
		t.list.List.Select(i)
		t.remove.SetEnabled(true)
	}
	t.all[i] = item{text: t.field.Text()}
	if t.least != nil {
		t.all[i].least, t.all[i].most = count(t.least), count(t.most)
	}
	t.list.Refresh()
}

// count reads a field for a number; what is none is marked, and counts as 0.
func count(f *kit.Field) int {
	text := strings.TrimSpace(f.Text())
	n, err := strconv.Atoi(text)
	if text != "" && (err != nil || n < 0) {
		f.SetError(lang.L("Write a number."))
		return 0
	}
	f.SetError("")
	return n
}

// next goes on to the text below, behind the last one to another.
func (t *texts) next() {
	switch i := t.list.List.Selected(); {
	case i+1 < len(t.all):
		t.choose(i + 1)
		t.field.Focus()
	case strings.TrimSpace(t.field.Text()) != "":
		t.append()
	}
}

func (t *texts) append() {
	t.all = append(t.all, item{})
	t.choose(len(t.all) - 1)
	t.field.Focus()
}

func (t *texts) drop() {
	i := t.list.List.Selected()
	if i < 0 || i >= len(t.all) {
		return
	}
	t.all = slices.Delete(t.all, i, i+1)
	t.choose(min(i, len(t.all)-1))
}

func (t *texts) move(from, to int) {
	if to < 0 || to >= len(t.all) || from == to {
		return
	}
	one := t.all[from]
	t.all = slices.Insert(slices.Delete(t.all, from, from+1), to, one)
	t.choose(to)
}

// lines gives the texts that are not empty.
func (t *texts) lines() []string {
	var out []string
	for _, one := range t.all {
		if text := strings.TrimSpace(one.text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func itemsOf(lines []string) []item {
	all := make([]item, len(lines))
	for i, text := range lines {
		all[i].text = text
	}
	return all
}

// textRow is one of the texts with its number.
type textRow struct {
	kit.RowBase
	number, text, meant *kit.Label
}

func newTextRow() *textRow {
	r := &textRow{number: kit.NewLabel("", kit.Small), text: kit.NewElastic("", kit.Body), meant: kit.NewLabel("", kit.Small)}
	r.number.Align = fyne.TextAlignTrailing
	r.Build(r, kit.Pad(kit.MidRow(8, kit.Natural(kit.NewIcon(kit.IconGrip, 16, kit.Ink3)), kit.Fixed(20, r.number), kit.Grow(1, r.text), kit.Natural(r.meant)), 0, 12, 0, 8))
	return r
}

func (r *textRow) fill(i int, one item) {
	r.number.SetText(strconv.Itoa(i + 1))
	r.text.SetText(one.text)
	meant := ""
	if one.least > 0 || one.most > 0 {
		meant = number(one.least) + "–" + number(one.most)
	}
	r.meant.SetText(meant)
	r.Refresh()
}
