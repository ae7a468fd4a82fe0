package desk_test

import (
	"testing"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
)

func TestOneIsSaidOtherwiseThanSeveral(t *testing.T) {
	desktest.Speak(t)
	for _, c := range []struct {
		count any
		want  string
	}{{1, "Put 1 entry into Sea"}, {3, "Put 3 entries into Sea"}, {float64(1), "Put 1 entry into Sea"}} {
		if got := desk.Speak(model.Say("Put {{.Count}} entries into {{.Group}}", "Count", c.count, "Group", "Sea")); got != c.want {
			t.Errorf("%v: %q, want %q", c.count, got, c.want)
		}
	}
	if got := desk.Speak(model.Say("Undo: put {{.Count}} entries into {{.Group}}", "Count", 2, "Group", "Sea")); got != "Undo: put 2 entries into Sea" {
		t.Errorf("undone: %q", got)
	}
	if got := desk.Speak(model.Say("No such words, {{.Count}}", "Count", 2)); got != "No such words, 2" {
		t.Errorf("without a translation: %q", got)
	}
}
