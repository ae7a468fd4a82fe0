package desk_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

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

// The name of a field in a message is said in the language of the message.
func TestTheFieldOfAMessageIsTranslated(t *testing.T) {
	desktest.Speak(t)
	if err := lang.AddTranslations(fyne.NewStaticResource("en.json", []byte(`{"tidemark": "Flutmarke"}`))); err != nil {
		t.Fatal(err)
	}
	message := model.Say("No such sentence on the {{.Field}}", "Field", model.WordOf("tidemark/1"))
	for range 2 { // the message itself stays as it is
		if got := desk.Speak(message); got != "No such sentence on the Flutmarke" {
			t.Errorf("said is %q", got)
		}
	}
	if got := message.String(); got != "No such sentence on the tidemark" {
		t.Errorf("in the source language it is %q", got)
	}
}
