package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestEachBookIsRememberedForItself(t *testing.T) {
	prefs := test.NewApp().Preferences()
	one, other := memory{prefs: prefs, book: "a"}, memory{prefs: prefs, book: "b"}
	one.SetNumber("split", 300)
	one.SetText("columns", "name,title")
	if n := one.Number("split", 536); n != 300 {
		t.Errorf("the width of the pane came back as %v", n)
	}
	if n := other.Number("split", 536); n != 536 {
		t.Errorf("another book took over the width %v", n)
	}
	if c := other.Text("columns", "all"); c != "all" {
		t.Errorf("another book took over the columns %q", c)
	}
}
