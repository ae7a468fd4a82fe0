package history

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// The spans of time that can be chosen, in their order.
const (
	allTime = iota
	today
	thisWeek
	betweenDays
)

// when chooses the time that steps are asked for: a span, or from one day to
// another, which may be partial.
type when struct {
	span     *kit.Choice
	from, to *kit.Field
	between  fyne.CanvasObject // the fields, while they are asked for
	changed  func()
}

func newWhen(changed func()) *when {
	w := &when{changed: changed}
	w.span = kit.NewChoice("", kit.Options(lang.L("All time"), lang.L("Today"), lang.L("This week"), lang.L("Between two days…")), func(int) { w.follow() })
	day := func(label string) *kit.Field {
		f := kit.NewField(label, "2026-03-31")
		f.OnChanged = func(string) { w.changed() }
		return f
	}
	w.from, w.to = day(lang.L("From")), day(lang.L("To"))
	w.between = kit.Row(8, kit.Grow(1, w.from), kit.Grow(1, w.to))
	w.span.Select(allTime)
	w.between.Hide()
	return w
}

func (w *when) follow() {
	if w.span.Selected() == betweenDays {
		w.between.Show()
	} else {
		w.between.Hide()
	}
	w.changed()
}

func (w *when) clear() {
	w.span.Select(allTime)
	w.from.SetText("")
	w.to.SetText("")
	w.between.Hide()
}

// bounds are the times from which on and before which steps are asked for; zero
// where there is no bound. A week begins on Monday.
func (w *when) bounds(now time.Time) (since, until time.Time) {
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch w.span.Selected() {
	case today:
		return midnight, time.Time{}
	case thisWeek:
		return midnight.AddDate(0, 0, -(int(now.Weekday())+6)%7), time.Time{}
	case betweenDays:
		since, _ = period(w.from, now.Location())
		_, until = period(w.to, now.Location())
	}
	return since, until
}

// period is what a date in a field covers: a year, a month or a day. One that is
// none is marked, and bounds nothing.
func period(f *kit.Field, in *time.Location) (from, to time.Time) {
	text := strings.TrimSpace(f.Text())
	f.SetError("")
	if text == "" {
		return from, to
	}
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if at, err := time.ParseInLocation(form.layout, text, in); err == nil && model.IsDate(text) {
			return at, at.AddDate(form.years, form.months, form.days)
		}
	}
	if len(text) >= 4 { // while it is being typed nothing is wrong with it yet
		f.SetError(lang.L("2026, 2026-03 or 2026-03-31"))
	}
	return from, to
}
