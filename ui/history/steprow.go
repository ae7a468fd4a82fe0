package history

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// dayOf is a day as the heads of the list call it.
func dayOf(at time.Time) string {
	now := time.Now()
	switch day := at.Format("2006-01-02"); day {
	case now.Format("2006-01-02"):
		return lang.L("Today")
	case now.AddDate(0, 0, -1).Format("2006-01-02"):
		return lang.L("Yesterday")
	}
	return desk.Day(at)
}

// initials are the first letters of a curator's first and last name.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "?"
	}
	letters := firstLetter(words[0])
	if len(words) > 1 {
		letters += firstLetter(words[len(words)-1])
	}
	return letters
}

func firstLetter(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(r))
}

// stepRow is a step in the list: when, by whom, what, and how much.
type stepRow struct {
	kit.RowBase
	when        *kit.Label
	who         *kit.Badge
	what, about *kit.Label
	count       *kit.Label
}

func newStepRow() fyne.CanvasObject {
	r := &stepRow{
		when: kit.NewLabel("", kit.Small), who: kit.NewBadge(28),
		what: kit.NewElastic("", kit.Body), about: kit.NewElastic("", kit.Small), count: kit.NewLabel("", kit.Small),
	}
	r.count.Align = fyne.TextAlignTrailing
	r.Build(r, container.New(&stepRowLayout{r}, r.when, r.who, r.what, r.about, r.count))
	return r
}

type stepRowLayout struct{ r *stepRow }

// MinSize is the least of a row.
func (x *stepRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 52) }

// Layout places what there is; a step without a remark stands in the middle.
func (x *stepRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := x.r
	put := func(o fyne.CanvasObject, left, top, width, height float32) {
		o.Move(fyne.NewPos(left, top))
		o.Resize(fyne.NewSize(width, height))
	}
	count := r.count.MinSize().Width
	put(r.when, 16, 18, 40, 16)
	put(r.who, 66, 12, 28, 28)
	left, right := float32(108), size.Width-16-count
	put(r.count, right, 18, count, 16)
	width := fyne.Max(0, right-12-left)
	if r.about.Text() == "" {
		put(r.what, left, 16, width, 20)
		put(r.about, left, 29, 0, 16)
		return
	}
	put(r.what, left, 7, width, 20)
	put(r.about, left, 29, width, 16)
}

func (r *stepRow) fill(o store.Operation) {
	ink := kit.Ink
	if o.Undone {
		ink = kit.Ink3
	}
	r.when.SetText(o.At.Local().Format("15:04"))
	r.who.Set(initials(o.Actor), badgeTone(o.Actor))
	r.what.Set(desk.Speak(o.Label), kit.Body.In(ink))
	r.about.SetText(remark(o))
	r.count.SetText(lang.N("{{.Count}} changes", o.Changes, map[string]any{"Count": kit.Number(o.Changes)}))
	r.Refresh()
}

// badgeTone gives every curator a colour that stays theirs.
func badgeTone(name string) kit.Token {
	sum := 0
	for _, r := range name {
		sum += int(r)
	}
	return []kit.Token{kit.Accent, kit.Info, kit.Star}[sum%3]
}

// remark says what became of a step, or what kind it is where it is no edit.
func remark(o store.Operation) string {
	switch {
	case o.Undone:
		return lang.L("taken back since")
	case o.Kind == store.KindImport:
		return lang.L("import")
	case o.Kind == store.KindMigrate:
		return lang.L("by a newer Laurel")
	}
	return ""
}
