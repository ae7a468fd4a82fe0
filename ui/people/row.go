package people

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// personRow is a person in the list: picture, name over the job, and the chosen
// columns.
type personRow struct {
	kit.RowBase
	desk    desk.Desk
	columns *columnSet
	content *fyne.Container
	picture *kit.Picture
	name    *kit.Label
	job     *kit.Label
	chips   [2]*kit.Chip
	more    *kit.Label
	missing []store.Missing
	cells   []*kit.Label // one a column; that of the chips stays empty
	version int          // of the columns that cells are for
}

func newPersonRow(d desk.Desk, c *columnSet) fyne.CanvasObject {
	r := &personRow{
		desk: d, columns: c, picture: kit.NewPicture(40, 40), name: kit.NewElastic("", kit.BodyStrong), job: kit.NewElastic("", kit.Small),
		more: kit.NewLabel("", kit.Caption), version: -1,
	}
	for i := range r.chips {
		r.chips[i] = kit.NewChip("", kit.Warn)
	}
	r.content = container.New(&personRowLayout{r})
	r.Build(r, r.content)
	return r
}

// build makes a cell for each column.
func (r *personRow) build() {
	r.version = r.columns.grid.Version()
	r.cells = r.cells[:0]
	r.content.Objects = []fyne.CanvasObject{r.picture, r.name, r.job, r.chips[0], r.chips[1], r.more}
	for _, c := range r.columns.grid.All() {
		cell := kit.NewElastic("", kit.Small)
		cell.Align = c.Align
		r.cells = append(r.cells, cell)
		r.content.Objects = append(r.content.Objects, cell)
	}
}

// fill shows a person; said are the words in which the search found them, ""
// where their job is to be shown.
func (r *personRow) fill(p store.PersonRow, said string) {
	if r.version != r.columns.grid.Version() {
		r.build()
	}
	r.name.SetText(p.Name)
	r.job.SetText(r.second(p))
	if said != "" {
		r.job.SetText(said)
	}
	r.picture.SetMonogram(model.ParseName(p.Name).Monogram())
	r.picture.Load(r.desk.Thumbs(), p.PhotoKey)
	for i, col := range r.columns.shown() {
		if col.text != nil {
			r.cells[i+2].SetText(col.text(p))
		}
	}
	r.missing = p.Missing
	if !r.columns.has(store.ByMissing) {
		r.missing = nil
	}
	r.Refresh()
}

// second is what stands under the name: of the job what has no column of its own.
func (r *personRow) second(p store.PersonRow) string {
	title, organisation := p.Title, p.Organisation
	if r.columns.has(store.ByTitle) {
		title = ""
	}
	if r.columns.has(store.ByOrganisation) {
		organisation = ""
	}
	return joined(" – ", title, organisation)
}

// fillMissing shows the first of what is missing, at most most of them, and how many
// there are besides.
func (r *personRow) fillMissing(most int) {
	shown := min(most, len(r.missing), len(r.chips))
	for i, chip := range r.chips {
		kit.SetVisible(chip, i < shown)
		if i < shown {
			chip.Set(missingWord(r.missing[i]), missingTone(r.missing[i]))
		}
	}
	n := len(r.missing) - shown
	kit.SetVisible(r.more, n > 0)
	r.more.SetText("+" + itoa(n))
	words := make([]string, len(r.missing))
	for i, m := range r.missing {
		words[i] = missingWord(m)
	}
	r.more.Tip = strings.Join(words, ", ")
}

type personRowLayout struct{ r *personRow }

// MinSize is the least of a row.
func (x *personRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 56) }

// Layout sets the cells where the columns stand; the chips of what is missing
// may use what the name leaves free, for the name is never cut for them.
func (x *personRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := x.r
	spans := r.columns.grid.Spans(size.Width)
	if len(spans) < 2 || len(r.cells) != len(spans) {
		return
	}
	r.picture.Move(fyne.NewPos(spans[0].X, (size.Height-40)/2))
	r.picture.Resize(fyne.NewSquareSize(40))
	name := spans[1]
	all := r.columns.grid.All()
	beside := len(all) > 2 && all[2].ID == string(store.ByMissing)
	for most := len(r.chips); most >= 0; most-- {
		r.fillMissing(most)
		free, fit := x.layoutMissing(size, spans)
		if beside && free > name.X {
			name.Width = free - name.X
		}
		if fit && (!beside || kit.BodyStrong.Width(r.name.Text()) <= name.Width) {
			break
		}
	}
	top := float32(9)
	if r.job.Text() == "" { // nobody has said what they do: the name stands by itself
		top = (size.Height - 20) / 2
	}
	r.name.Move(fyne.NewPos(name.X, top))
	r.name.Resize(fyne.NewSize(name.Width, 20))
	r.job.Move(fyne.NewPos(name.X, 31))
	r.job.Resize(fyne.NewSize(name.Width, 16))
	for i, cell := range r.cells {
		if i < 2 || spans[i].Width == 0 {
			cell.Resize(fyne.Size{})
			continue
		}
		cell.Move(fyne.NewPos(spans[i].X, (size.Height-16)/2))
		cell.Resize(fyne.NewSize(spans[i].Width, 16))
	}
}

// layoutMissing sets the chips from the right end of their column and gives where
// the room before them ends, and whether all had room; those that had none are left out.
func (x *personRowLayout) layoutMissing(size fyne.Size, spans []kit.Span) (free float32, all bool) {
	r := x.r
	at, left := float32(-1), float32(0)
	for i, c := range r.columns.grid.All() {
		if c.ID == string(store.ByMissing) && spans[i].Width > 0 {
			at, left = spans[i].X+spans[i].Width, spans[i].X
		}
	}
	objects := []fyne.CanvasObject{r.more, r.chips[1], r.chips[0]}
	if at < 0 {
		for _, o := range objects {
			o.Resize(fyne.Size{})
			o.Move(fyne.NewPos(-1000, 0))
		}
		return 0, true
	}
	free, all = at, true
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if at-min.Width < left-1 {
			o.Resize(fyne.Size{})
			o.Move(fyne.NewPos(-1000, 0))
			all = false
			continue
		}
		at -= min.Width
		o.Move(fyne.NewPos(at, (size.Height-min.Height)/2))
		o.Resize(min)
		at -= 6
		free = at - 6
	}
	return free, all
}

// rankText is the rank as the list shows it, or that somebody is included.
func rankText(p store.PersonRow) string {
	switch {
	case p.PlacementID == "":
		return "–"
	case !p.Status.Printed():
		return desk.Word(string(p.Status))
	case p.Rank.IsRanked():
		return p.Rank.Display(model.TieBefore)
	case p.Rank.Band != "":
		return p.Rank.Band
	}
	return lang.L("Included")
}

func missingWord(m store.Missing) string {
	for _, k := range missingKinds {
		if k.kind == m {
			return lang.L(k.text)
		}
	}
	return string(m)
}

// missingTone is red for what stops a page from being printed.
func missingTone(m store.Missing) kit.Token {
	if m == store.MissingPhoto || m == store.MissingAnswers {
		return kit.Error
	}
	return kit.Warn
}
