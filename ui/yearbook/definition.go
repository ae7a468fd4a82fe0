package yearbook

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// definition is the book definition as it is being changed: what was typed last
// wins over a proof that was composed before.
type definition struct {
	s       *screen
	now     model.Yearbook
	edition model.ID
	pending int      // changes on their way to the book
	shows   []func() // bring the fields up to date
}

// proofed takes in what the book says, unless changes are still on their way.
func (d *definition) proofed() {
	if proof := d.s.proof; proof != nil && (d.pending == 0 || proof.EditionID != d.edition) {
		d.now, d.edition = proof.Snapshot.Yearbook, proof.EditionID
		d.refresh()
	}
}

func (d *definition) refresh() {
	for _, show := range d.shows {
		show()
	}
}

// edit changes the definition in one step. A change of which no book can be
// made changes nothing and comes back as a sentence.
func (d *definition) edit(change func(*model.Yearbook)) string {
	next := d.now
	next.Sections = slices.Clone(d.now.Sections)
	change(&next)
	if err := next.Validate(); err != nil {
		var fault *model.Fault
		if errors.As(err, &fault) {
			return lang.L(fault.Message.Text, fault.Message.Args)
		}
		return err.Error()
	}
	d.now = next
	d.pending++
	d.s.desk.Do(func(_ store.Receipt, err error) {
		d.pending--
		if err != nil {
			d.proofed() // the book's own stands
		}
	}, store.UpdateYearbook{EditionID: d.edition, Yearbook: next})
	d.refresh()
	return ""
}

// line binds a field of one line to a text of the definition.
func (d *definition) line(label, placeholder string, get func(model.Yearbook) string, set func(*model.Yearbook, string)) *kit.Field {
	f := kit.NewField(label, placeholder)
	f.OnCommit = func(text string) { f.SetError(d.edit(func(y *model.Yearbook) { set(y, strings.TrimSpace(text)) })) }
	d.shows = append(d.shows, func() {
		if !f.Pending() && f.Text() != get(d.now) && !f.Focused() {
			f.SetText(get(d.now))
			f.SetError("")
		}
	})
	return f
}

// area binds a field of several lines.
func (d *definition) area(label, placeholder string, get func(model.Yearbook) string, set func(*model.Yearbook, string)) *kit.Area {
	a := kit.NewArea(label, placeholder)
	a.OnCommit = func(text string) { a.SetError(d.edit(func(y *model.Yearbook) { set(y, strings.TrimSpace(text)) })) }
	focused := false
	a.OnFocus = func(on bool) { focused = on }
	d.shows = append(d.shows, func() {
		if !a.Pending() && !focused && a.Text() != get(d.now) {
			a.SetText(get(d.now))
		}
	})
	return a
}

// millimetres binds a field to a length in mm; empty is 0, the theme's own.
func (d *definition) millimetres(label string, get func(model.Yearbook) float64, set func(*model.Yearbook, float64)) *kit.Field {
	var f *kit.Field
	show := func(y model.Yearbook) string {
		if v := get(y); v != 0 {
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		return ""
	}
	f = d.line(label, "–", show, nil)
	f.OnCommit = func(text string) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
		if err != nil && strings.TrimSpace(text) != "" {
			f.SetError(lang.L("Write a number of millimetres."))
			return
		}
		f.SetError(d.edit(func(y *model.Yearbook) { set(y, v) }))
	}
	return f
}

// choice binds a choice to one of a few values.
func choice[T comparable](d *definition, label string, values []T, word func(T) string, get func(model.Yearbook) T, set func(*model.Yearbook, T)) *kit.Choice {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = word(v)
	}
	c := kit.NewChoice(label, kit.Options(texts...), nil)
	c.OnChanged = func(i int) { c.SetError(d.edit(func(y *model.Yearbook) { set(y, values[i]) })) }
	d.shows = append(d.shows, func() { c.Select(slices.Index(values, get(d.now))) })
	return c
}

// check binds a box to tick.
func (d *definition) check(text string, get func(model.Yearbook) bool, set func(*model.Yearbook, bool)) *kit.Check {
	c := kit.NewCheck(text, nil)
	c.OnChanged = func(on bool) { d.edit(func(y *model.Yearbook) { set(y, on) }) }
	d.shows = append(d.shows, func() { c.SetOn(get(d.now)) })
	return c
}
