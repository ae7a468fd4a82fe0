package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// textWords are the fields in which words can be found, with their names.
var textWords = map[store.TextField]string{
	store.TextTitle: "Job title today", store.TextOrganisation: "Organisation", store.TextSector: "Sector", store.TextCountry: "Country",
	store.TextNotes: "Private notes", store.TextPrintedTitle: "Job title as printed", store.TextPrintedOrganisation: "Organisation as printed",
	store.TextStrapline: "Strapline", store.TextCitation: "Citation", store.TextAnswer: "Answers", store.TextQuestion: "Questions",
}

// findReplace looks for words in chosen fields and replaces them where they are
// ticked, as one step.
func (s *screen) findReplace() {
	s.editor.flush()
	r := &replacing{s: s, on: map[store.TextField]bool{}, left: map[int]bool{}}
	for _, f := range store.TextFields {
		r.on[f] = f != store.TextNotes && f != store.TextQuestion
	}
	r.show()
}

// replacing is the dialog.
type replacing struct {
	s              *screen
	find, replace  *kit.Field
	caps, whole    *kit.Check
	on             map[store.TextField]bool
	search         store.TextSearch // that hits were found by
	hits           []store.TextHit
	left           map[int]bool // hits that are not ticked
	said           *kit.Label
	list           *kit.TickList
	dialog         *kit.Dialog
	onlyTheEdition *kit.Check
}

func (r *replacing) show() {
	look := func(string) { r.look() }
	r.find, r.replace = kit.NewField(lang.L("Find"), ""), kit.NewField(lang.L("Replace by"), "")
	r.find.OnChanged, r.replace.OnChanged = look, look
	r.caps = kit.NewCheck(lang.L("Same capitals"), func(bool) { r.look() })
	r.whole = kit.NewCheck(lang.L("Whole words"), func(bool) { r.look() })
	r.whole.SetOn(true)
	r.onlyTheEdition = kit.NewCheck(lang.L("Only this edition"), func(bool) { r.look() })
	chips := make([]fyne.CanvasObject, len(store.TextFields))
	for i, f := range store.TextFields {
		chip := kit.NewFilterChip(lang.L(textWords[f]), -1, func(on bool) {
			r.on[f] = on
			r.look()
		})
		chip.SetOn(r.on[f])
		chips[i] = chip
	}
	r.said = kit.NewElastic("", kit.Small)
	r.list = kit.NewTickList(kit.ListParams{
		Label: lang.L("Places found"), RowHeight: 68, Separators: true,
		Length: func() int { return len(r.hits) },
		Create: newHitRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*hitRow).fill(r.hits[i]) },
	}, func(i int) bool { return !r.left[i] })
	r.list.OnTicked = func(i int, on bool) {
		r.left[i] = !on
		r.count()
	}
	r.dialog = kit.NewDialog(r.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Find and replace"), Primary: lang.L("Replace"), OnPrimary: r.confirm, Width: 800, First: r.find.Focusable(),
		Note: lang.L("Editions that are frozen are left out. One step; excerpts are found again."),
		Content: kit.VBox(12,
			kit.Row(16, kit.Grow(1, r.find), kit.Grow(1, r.replace)),
			kit.HBox(20, r.whole, r.caps, r.onlyTheEdition),
			kit.Wrap(6, chips...),
			r.said, kit.Sized(framed(r.list), 752, 68*4+40)),
	})
	r.dialog.Show()
	r.look()
}

// look finds the words, as they are written so far.
func (r *replacing) look() {
	search := store.TextSearch{Find: r.find.Text(), Replace: r.replace.Text(), Case: r.caps.On(), Whole: r.whole.On()}
	for _, f := range store.TextFields {
		if r.on[f] {
			search.Fields = append(search.Fields, f)
		}
	}
	if r.onlyTheEdition.On() {
		search.Edition = r.s.desk.EditionID()
	}
	r.dialog.Await()
	r.s.desk.Fetch("people.replace", func(ctx context.Context, b *store.Book) (any, error) {
		return b.FindText(ctx, search)
	}, func(v any, err error) {
		if err != nil {
			r.said.SetText(sentence(err))
			r.search, r.hits = search, nil
			r.list.Refresh()
			r.dialog.SetPrimaryEnabled(false)
			r.dialog.Ready()
			return
		}
		r.search, r.hits, r.left = search, v.([]store.TextHit), map[int]bool{}
		r.list.Refresh()
		r.count()
		r.dialog.Ready()
	})
}

// count says how many places there are and how many are ticked.
func (r *replacing) count() {
	times, ticked := 0, 0
	for i, h := range r.hits {
		if !r.left[i] {
			ticked++
			times += h.Count
		}
	}
	switch {
	case r.search.Find == "":
		r.said.SetText(lang.L("Write what to look for."))
	case len(r.hits) == 0:
		r.said.SetText(lang.L("Nothing found in these fields."))
	default:
		r.said.SetText(lang.L("{{.Ticked}} of {{.All}} fields ticked, {{.Count}} times.", map[string]any{
			"Ticked": kit.Number(ticked), "All": kit.Number(len(r.hits)), "Count": kit.Number(times),
		}))
	}
	r.dialog.SetPrimaryEnabled(ticked > 0)
}

func (r *replacing) confirm() bool {
	var hits []store.TextHit
	times := 0
	for i, h := range r.hits {
		if !r.left[i] {
			hits = append(hits, h)
			times += h.Count
		}
	}
	if len(hits) == 0 {
		return false
	}
	desk.DoAndTell(r.s.desk, lang.N("Replaced {{.Count}} times", times, map[string]any{"Count": kit.Number(times)}), store.ReplaceText{Search: r.search, Hits: hits})
	return true
}

// hitRow is a field that holds the words: whose and which, as it is, as it will be.
type hitRow struct {
	kit.RowBase
	whose, field, old, now *kit.Label
}

func newHitRow() fyne.CanvasObject {
	r := &hitRow{
		whose: kit.NewElastic("", kit.SmallBold), field: kit.NewLabel("", kit.Caption),
		old: kit.NewElastic("", kit.Small.In(kit.Ink3)), now: kit.NewElastic("", kit.SmallInk),
	}
	r.Build(r, kit.VBox(3, kit.MidRow(12, kit.Grow(1, r.whose), kit.Natural(r.field)), r.old, r.now))
	return r
}

func (r *hitRow) fill(h store.TextHit) {
	r.whose.SetText(h.Name)
	r.field.SetText(joined(" · ", lang.L(textWords[h.Field]), h.Edition))
	from := firstDifference(h.Old, h.New)
	r.old.SetText(around(h.Old, from))
	r.now.SetText(around(h.New, from))
	r.Refresh()
}

// firstDifference is where two texts part, in bytes, at a letter's beginning.
func firstDifference(a, b string) int {
	last := 0
	for i, r := range a {
		if i >= len(b) || !strings.HasPrefix(b[i:], string(r)) {
			return i
		}
		last = i
	}
	return last
}

// around is a long text from some words before a place on.
func around(text string, at int) string {
	const before = 40 // bytes
	text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	if at <= before || at > len(text) {
		return text
	}
	cut := strings.LastIndexByte(text[:at-before/2], ' ')
	if cut < 0 {
		return text
	}
	return "…" + text[cut:]
}
