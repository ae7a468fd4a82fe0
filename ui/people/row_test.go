package people

import (
	"testing"

	"fyne.io/fyne/v2"

	"laurel/store"
)

// A name is never cut for what is missing: the chips give way to how many they are.
func TestANameIsNotCutForChips(t *testing.T) {
	_, s, _ := open(t)
	row := newPersonRow(s.desk, s.list.columns).(*personRow)
	row.Resize(fyne.NewSize(440, 56))
	missing := []store.Missing{store.MissingPhoto, store.MissingAnswers, store.MissingApproval}
	for _, c := range []struct {
		name    string
		missing int
		chips   int
		more    string // "" where nothing more is said
	}{
		{"Ada Quill", 2, 2, ""},
		{"Ada Quill", 3, 1, "+2"}, // three have no room in the column
		{"Thusnelda von Hohenlohe", 2, 1, "+1"},
		{"Thusnelda von Hohenlohe-Walden", 3, 0, "+3"},
	} {
		row.fill(store.PersonRow{Name: c.name, Missing: missing[:c.missing]}, "")
		chips := 0
		for _, chip := range row.chips {
			if chip.Visible() && chip.Size().Width > 0 {
				chips++
			}
		}
		more := ""
		if row.more.Visible() {
			more = row.more.Text()
		}
		if chips != c.chips || more != c.more || row.name.Shown() != c.name {
			t.Errorf("%s is shown as %q with %d chips and %q, want %d and %q", c.name, row.name.Shown(), chips, more, c.chips, c.more)
		}
	}
	if want := missingWord(missing[0]) + ", " + missingWord(missing[1]) + ", " + missingWord(missing[2]); row.more.Tooltip() != want {
		t.Errorf("the tooltip says %q, want %q", row.more.Tooltip(), want)
	}
}
