package desk_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// What is done is told; what fails is not.
func TestOnlyWhatIsDoneIsTold(t *testing.T) {
	book, small := desktest.SmallBook(t)
	d := desktest.New(t, book, kit.Light, fyne.NewSize(300, 200))
	desk.DoAndTell(d, "Renamed", store.UpdatePerson{ID: small.People[0], Title: new("Keeper of the Quay")})
	desk.DoAndTell(d, "Nobody renamed", store.UpdatePerson{ID: "nobody", Title: new("Keeper of the Quay")})
	if want := []string{"Renamed"}; !slices.Equal(d.Told, want) {
		t.Errorf("told is %q, want %q", d.Told, want)
	}
}
