package people

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// list is the left pane: search, filters, rows.
type list struct {
	s         *screen
	object    fyne.CanvasObject
	count     *kit.Label
	search    *kit.Field
	inEdition *kit.FilterChip
	missing   []*kit.FilterChip
	list      *kit.List
	rows      []store.PersonRow
	said      map[model.ID]string // see found
	want      model.ID            // who is to be selected when the rows arrive
	year      *kit.Label
}

// missingKinds are the filters for what somebody lacks, with their words.
var missingKinds = []struct {
	kind store.Missing
	text string
}{
	{store.MissingPhoto, "Photo"},
	{store.MissingCredit, "Credit"},
	{store.MissingAnswers, "Interview"},
	{store.MissingExcerpt, "Excerpt"},
	{store.MissingApproval, "Approval"},
}

func newList(s *screen) *list {
	l := &list{s: s, count: kit.NewLabel("", kit.Small), year: kit.NewLabel("", kit.Caption)}
	l.search = kit.NewSearchField(lang.L("Name, organisation, title, answer…"))
	l.search.OnChanged = func(string) { l.fetch() }
	l.search.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp {
			l.focus()
			return l.list.HandleKey(ev)
		}
		return false
	}
	l.inEdition = kit.NewFilterChip(lang.L("In the edition"), -1, func(bool) { l.fetch() })
	chips := []fyne.CanvasObject{l.inEdition}
	for i, m := range missingKinds {
		chip := kit.NewFilterChip(lang.L(m.text), -1, func(on bool) { l.filter(i, on) }).WithTone(kit.Warn)
		l.missing = append(l.missing, chip)
		chips = append(chips, chip)
	}
	l.list = kit.NewList(kit.ListParams{
		Label: lang.L("People"), RowHeight: 56,
		Length: func() int { return len(l.rows) },
		Create: func() fyne.CanvasObject { return newPersonRow(s.desk) },
		Update: func(i int, o fyne.CanvasObject) { o.(*personRow).fill(l.rows[i], l.said[l.rows[i].ID]) },
	})
	l.list.OnSelected = func(i int) {
		if i >= 0 && i < len(l.rows) {
			s.editor.show(l.rows[i].ID, desk.Place{})
		}
	}
	l.list.OnOpen = func(int) { s.editor.focus() }
	l.list.OnMenu = l.menu
	l.list.OnType = l.jump
	add := kit.NewMedium(lang.L("Add"), s.add).WithIcon(kit.IconPlus)
	head := kit.Pad(kit.VBox(12,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("People"), kit.Title)), kit.Natural(l.count), kit.Space(), kit.Natural(add)),
		l.search,
		kit.Wrap(6, chips...)), 14, 16, 12, 16)
	columns := kit.Pad(kit.MidRow(12,
		kit.Fixed(40, kit.NewLabel("", kit.Caption)), kit.Grow(1, kit.NewElastic(lang.L("Name (sorted)"), kit.Caption)),
		kit.Natural(kit.NewLabel(lang.L("Missing"), kit.Caption)), kit.Fixed(64, l.year)), 8, 16, 8, 16)
	l.year.Align = fyne.TextAlignTrailing
	l.object = kit.Column(0, kit.Natural(head), kit.Fixed(1, kit.NewHLine()), kit.Fixed(32, columns), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, l.list))
	return l
}

// filter keeps one filter for what is missing on at a time.
func (l *list) filter(i int, on bool) {
	for j, chip := range l.missing {
		chip.SetOn(on && i == j)
	}
	l.fetch()
}

// chosen is what the search and the chips ask for.
func (l *list) chosen() store.PeopleFilter {
	f := store.PeopleFilter{Text: l.search.Text(), EditionID: l.s.desk.EditionID(), InEdition: l.inEdition.On()}
	for i, chip := range l.missing {
		if chip.On() {
			f.Missing = missingKinds[i].kind
		}
	}
	return f
}

// found is what a fetch of the list brings.
type found struct {
	rows    []store.PersonRow
	counts  counts
	edition model.Edition
	said    map[model.ID]string // the words in which somebody was found, where it is not in the row
}

func (l *list) fetch() {
	filter := l.chosen()
	l.s.desk.Fetch("people.rows", func(ctx context.Context, b *store.Book) (any, error) {
		text := filter
		text.InEdition, text.Missing = false, ""
		rows, err := b.PeopleRows(ctx, text)
		if err != nil {
			return nil, err
		}
		var f found
		f.rows, f.counts = sift(rows, filter)
		if filter.EditionID != "" {
			f.edition, err = b.Edition(ctx, filter.EditionID)
		}
		return f, err
	}, func(v any, err error) {
		if err != nil {
			l.s.desk.Fail(err)
			return
		}
		f := v.(found)
		l.show(f, filter)
		l.fetchSaid(f, filter)
	})
}

// counts is how many each chip would leave of what the search finds.
type counts struct {
	inEdition int
	missing   map[store.Missing]int
}

// sift keeps the rows that the chips choose, and counts what each of them would
// leave beside the others.
func sift(rows []store.PersonRow, filter store.PeopleFilter) ([]store.PersonRow, counts) {
	n := counts{missing: map[store.Missing]int{}}
	var kept []store.PersonRow
	for _, r := range rows {
		in := r.PlacementID != ""
		lacks := filter.Missing == "" || slices.Contains(r.Missing, filter.Missing)
		if in && lacks {
			n.inEdition++
		}
		if !in && filter.InEdition {
			continue
		}
		for _, m := range r.Missing {
			n.missing[m]++
		}
		if lacks {
			kept = append(kept, r)
		}
	}
	return kept, n
}

// fetchSaid adds those who are found in what they said or in the notes. It
// comes second, because the index of all words takes a while after opening.
func (l *list) fetchSaid(f found, filter store.PeopleFilter) {
	const fewest = 3 // letters: fewer find nearly everybody
	if utf8.RuneCountInString(filter.Text) < fewest {
		return
	}
	l.s.desk.Fetch("people.said", func(ctx context.Context, b *store.Book) (any, error) {
		return addSaid(ctx, b, f, filter)
	}, func(v any, err error) {
		if err != nil {
			l.s.desk.Fail(err)
			return
		}
		if more := v.(found); len(more.said) > 0 && filter == l.chosen() {
			l.show(more, filter)
		}
	})
}

func addSaid(ctx context.Context, b *store.Book, f found, filter store.PeopleFilter) (found, error) {
	hits, err := b.Search(ctx, filter.Text, 0)
	if err != nil {
		return f, err
	}
	f.said = map[model.ID]string{}
	for _, h := range hits {
		f.said[h.PersonID] = h.Snippet
	}
	for _, r := range f.rows {
		delete(f.said, r.ID)
	}
	if len(f.said) == 0 {
		return f, nil
	}
	filter.Text = ""
	all, err := b.PeopleRows(ctx, filter)
	f.rows = slices.Clone(f.rows)
	for _, r := range all {
		if _, ok := f.said[r.ID]; ok {
			f.rows = append(f.rows, r)
		}
	}
	return f, err
}

// show fills the list and keeps the selection with the person, not the row.
func (l *list) show(f found, filter store.PeopleFilter) {
	selected := l.s.editor.id
	if l.want != "" {
		selected, l.want = l.want, ""
	}
	was := l.list.Selected()
	l.rows, l.said = f.rows, f.said
	l.list.Refresh()
	l.count.SetText(lang.N("{{.Count}} people", len(f.rows), map[string]any{"Count": kit.Number(len(f.rows))}))
	l.year.SetText("")
	if f.edition.Year > 0 {
		l.year.SetText(itoa(f.edition.Year))
		l.inEdition.Set(lang.L("In {{.Year}}", map[string]any{"Year": f.edition.Year}), f.counts.inEdition)
	}
	for i, chip := range l.missing {
		chip.Set(lang.L(missingKinds[i].text), f.counts.missing[missingKinds[i].kind])
	}
	at := -1
	for i, r := range l.rows {
		if r.ID == selected {
			at = i
		}
	}
	switch {
	case at >= 0:
		l.list.Select(at)
	case len(l.rows) > 0 && selected == "":
		next := max(0, min(was, len(l.rows)-1))
		l.list.Select(next)
		l.s.editor.show(l.rows[next].ID, desk.Place{})
	case len(l.rows) == 0 && (selected == "" || filter == store.PeopleFilter{EditionID: filter.EditionID}):
		l.s.editor.showEmpty()
	default:
		l.list.Select(-1) // who is shown at the right is not among those found
	}
}

func (l *list) focus() { l.s.desk.Window().Canvas().Focus(l.list.Focusable()) }

// marked gives the people marked in the list.
func (l *list) marked() []model.ID {
	var ids []model.ID
	for _, i := range l.list.Marked() {
		if i < len(l.rows) {
			ids = append(ids, l.rows[i].ID)
		}
	}
	return ids
}

// jump goes to the next person whose sort key begins with a letter.
func (l *list) jump(r rune) bool {
	letter := model.Fold(string(r))
	n := len(l.rows)
	for k := 1; k <= n && letter != ""; k++ {
		i := (l.list.Selected() + k) % n
		if strings.HasPrefix(l.rows[i].SortKey, letter) {
			l.list.Select(i)
			l.s.editor.show(l.rows[i].ID, desk.Place{})
			return true
		}
	}
	return false
}

func (l *list) menu(row int, at fyne.Position) {
	kit.ShowMenuAt(l.s.desk.Window(), at,
		kit.MenuItem(lang.L("Show on page"), kit.IconPage, func() { l.s.editor.showOnPage() }),
		kit.MenuItem(lang.L("Move to trash"), kit.IconTrash, l.s.trash))
}

// personRow is a person in the list.
type personRow struct {
	widget.BaseWidget
	desk    desk.Desk
	picture *kit.Picture
	name    *kit.Label
	job     *kit.Label
	chips   [2]*kit.Chip
	more    *kit.Label
	rank    *kit.Label
}

func newPersonRow(d desk.Desk) fyne.CanvasObject {
	r := &personRow{
		desk: d, picture: kit.NewPicture(40, 40), name: kit.NewElastic("", kit.BodyStrong), job: kit.NewElastic("", kit.Small),
		more: kit.NewLabel("", kit.Caption), rank: kit.NewLabel("", kit.Small),
	}
	for i := range r.chips {
		r.chips[i] = kit.NewChip("", kit.Warn)
	}
	r.rank.Align = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *personRow) CreateRenderer() fyne.WidgetRenderer {
	chips := kit.HBox(6, r.chips[0], r.chips[1], r.more)
	return widget.NewSimpleRenderer(kit.Pad(kit.MidRow(12,
		kit.Fixed(40, r.picture), kit.Grow(1, kit.VBox(2, r.name, r.job)), kit.Natural(chips), kit.Fixed(64, r.rank)), 0, 16, 0, 16))
}

// fill shows a person; said are the words in which the search found them, ""
// where their job is to be shown.
func (r *personRow) fill(p store.PersonRow, said string) {
	r.name.SetText(p.Name)
	r.job.SetText(joined(" – ", p.Title, p.Organisation))
	if said != "" {
		r.job.SetText(said)
	}
	r.rank.SetText(rankText(p))
	r.picture.SetMonogram(model.ParseName(p.Name).Monogram())
	r.picture.Load(r.desk.Thumbs(), p.PhotoKey)
	for i, chip := range r.chips {
		if i < len(p.Missing) {
			chip.Set(missingWord(p.Missing[i]), missingTone(p.Missing[i]))
			chip.Show()
		} else {
			chip.Hide()
		}
	}
	r.more.Hide()
	if n := len(p.Missing) - len(r.chips); n > 0 {
		r.more.SetText("+" + itoa(n))
		r.more.Show()
	}
	r.Refresh()
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
