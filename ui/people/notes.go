package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/kit"
)

// notesTab is what never leaves the book: notes and contact data.
type notesTab struct {
	object         fyne.CanvasObject
	notes, contact *kit.Area
}

func newNotesTab(e *editor) *notesTab {
	t := &notesTab{notes: kit.NewArea(lang.L("Notes"), ""), contact: kit.NewArea(lang.L("Contact"), "")}
	t.notes.MinRows, t.contact.MinRows = 8, 3
	t.notes.OnCommit = func(s string) { e.person(store.UpdatePerson{Notes: &s}) }
	t.contact.OnCommit = func(s string) { e.person(store.UpdatePerson{Contact: &s}) }
	t.object = kit.NewScroll(kit.Pad(kit.AtMost(formWidth, kit.VBox(16,
		kit.NewLabel(lang.L("Private: printed nowhere and in no export."), kit.Small), t.notes, t.contact)), 24, 24, 32, 24))
	return t
}

func (t *notesTab) content() fyne.CanvasObject { return t.object }
func (t *notesTab) focus(string)               { t.notes.Focus() }

func (t *notesTab) flush() {
	t.notes.Flush()
	t.contact.Flush()
}

func (t *notesTab) fill(d *details) {
	setArea(t.notes, d.person.Notes)
	setArea(t.contact, d.person.Contact)
}
