package edition

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// six are on the list of the tests, in this order, as they come.
var six = []string{"Ann Ash", "Bea Birch", "Cyd Cedar", "Dot Dogwood", "Eve Elm", "Fay Fir"}

// open shows an edition of six by a scheme, the first of them chosen.
func open(t *testing.T, scheme model.Scheme) (*desktest.Desk, *screen) {
	t.Helper()
	d := desktest.New(t, desktest.Book(t, store.Create), kit.Light, fyne.NewSize(1352, 816))
	d.Edition = d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Size: 6, Scheme: scheme, Questions: []string{"Why?"}}}).Created
	for _, name := range six {
		person := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}}).Created
		d.Write(store.Place{Placement: model.Placement{EditionID: d.Edition, Status: model.Confirmed, Members: []model.Member{{PersonID: person}}}})
	}
	s := d.Open(New, desk.Place{}).(*screen)
	t.Cleanup(func() {
		for _, err := range d.Failed {
			t.Errorf("failed: %v", err)
		}
	})
	choose(s, "Ann")
	return d, s
}

var full = model.Scheme{Kind: model.SchemeFull}

// choose marks entries by their first names.
func choose(s *screen, names ...string) {
	var ids []model.ID
	for _, name := range names {
		for _, r := range s.shown.rows {
			if strings.HasPrefix(r.Name, name) {
				ids = append(ids, r.Placement.ID)
			}
		}
	}
	s.list.mark(ids, true)
	s.dock.mark(ids)
	s.enable()
}

// listed is the list as it stands: "1 Ann, =2 Bea, =2 Cyd".
func listed(s *screen) string {
	var out []string
	for _, l := range s.list.lines {
		switch l.kind {
		case lineHole:
			out = append(out, "hole")
		case lineFault:
			out = append(out, "fault")
		case lineHead:
			out = append(out, "–")
		default:
			first, _, _ := strings.Cut(l.row.Name, " ")
			out = append(out, strings.TrimSpace(l.row.Placement.Rank.Figure(model.TieBefore)+" "+first))
		}
	}
	return strings.Join(out, ", ")
}

func wantList(t *testing.T, s *screen, want string) {
	t.Helper()
	if got := listed(s); got != want {
		t.Errorf("the list is %s\nwant        %s", got, want)
	}
}

func wantMarked(t *testing.T, s *screen, want ...string) {
	t.Helper()
	var got []string
	for _, r := range s.marked() {
		first, _, _ := strings.Cut(r.Name, " ")
		got = append(got, first)
	}
	if !slices.Equal(got, want) {
		t.Errorf("marked are %v, want %v", got, want)
	}
}

func TestNoEditionAsksForOne(t *testing.T) {
	d := desktest.New(t, desktest.Book(t, store.Create), kit.Light, fyne.NewSize(1352, 816))
	s := d.Open(New, desk.Place{}).(*screen)
	if s.object.Objects[0] != s.none {
		t.Fatal("a book without editions shows a list")
	}
	if s.Act(desk.AddEntry) || !s.Act(desk.NewEdition) {
		t.Fatal("the commands are answered wrongly")
	}
	d.Press(fyne.KeyReturn)
	if d.Edition != "" {
		t.Fatal("an edition was made of nothing")
	}
	d.Type("Quay List")
	d.Press(fyne.KeyTab)
	d.Window().Canvas().FocusNext()
	d.Type("2026")
	d.Press(fyne.KeyReturn)
	if d.Edition == "" {
		t.Fatal("no edition was made")
	}
	e, err := d.Book().Edition(t.Context(), d.Edition)
	if err != nil || e.Name() != "Quay List 2026" || e.Scheme.Kind != model.SchemeFull {
		t.Errorf("made %+v, %v", e, err)
	}
	if s.object.Objects[0] != s.work || s.list.stage.Objects[0] != s.list.empty {
		t.Error("the new edition does not say that it is empty")
	}
}

func TestAltArrowsMoveAndTheSelectionFollows(t *testing.T) {
	d, s := open(t, full)
	alt := func(key fyne.KeyName) {
		d.Window().Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	alt(fyne.KeyDown)
	wantList(t, s, "1 Bea, 2 Ann, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
	alt(fyne.KeyDown)
	wantList(t, s, "1 Bea, 2 Cyd, 3 Ann, 4 Dot, 5 Eve, 6 Fay")
	wantMarked(t, s, "Ann")
	choose(s, "Bea", "Cyd")
	alt(fyne.KeyUp) // they are at the top
	alt(fyne.KeyDown)
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
	wantMarked(t, s, "Bea", "Cyd")
}

func TestTypingARankMoves(t *testing.T) {
	d, s := open(t, full)
	d.Type("4")
	d.Press(fyne.KeyReturn)
	wantList(t, s, "1 Bea, 2 Cyd, 3 Dot, 4 Ann, 5 Eve, 6 Fay")
	choose(s, "Eve", "Fay")
	d.Type("1")
	d.Press(fyne.KeyReturn)
	wantList(t, s, "1 Eve, 2 Fay, 3 Bea, 4 Cyd, 5 Dot, 6 Ann")
}

func TestMoveToRankAsksUntilItIsOne(t *testing.T) {
	d, s := open(t, full)
	if !s.Act(desk.MoveToRank) {
		t.Fatal("not asked")
	}
	d.Type("nowhere")
	d.Press(fyne.KeyReturn)
	if !kit.ModalOpen(d.Window()) {
		t.Fatal("nonsense was taken")
	}
	for range "nowhere" {
		d.Press(fyne.KeyBackspace)
	}
	d.Type("=3")
	d.Press(fyne.KeyReturn)
	wantList(t, s, "1 Bea, =2 Cyd, =2 Ann, 4 Dot, 5 Eve, 6 Fay")
}

func TestDropBeforeARow(t *testing.T) {
	_, s := open(t, full)
	choose(s, "Ann", "Cyd")
	s.list.move([]int{0, 2}, 5)
	wantList(t, s, "1 Bea, 2 Dot, 3 Eve, 4 Ann, 5 Cyd, 6 Fay")
	s.list.move([]int{5}, 0)
	wantList(t, s, "1 Fay, 2 Bea, 3 Dot, 4 Eve, 5 Ann, 6 Cyd")
}

func TestTieAndEndIt(t *testing.T) {
	_, s := open(t, full)
	choose(s, "Bea", "Cyd", "Dot")
	s.Act(desk.Tie)
	wantList(t, s, "1 Ann, =2 Bea, =2 Cyd, =2 Dot, 5 Eve, 6 Fay")
	choose(s, "Cyd")
	s.Act(desk.Tie)
	choose(s, "Fay")
	s.Act(desk.Tie)
	if got := listed(s); !strings.HasSuffix(got, "=5 Eve, =5 Fay") {
		t.Errorf("the list is %s", got)
	}
	choose(s, "Eve") // the first of a tie ends it too
	s.Act(desk.Tie)
	if got := listed(s); !strings.HasSuffix(got, "5 Eve, 6 Fay") || strings.Contains(got, "=5") {
		t.Errorf("the list is %s", got)
	}
}

func TestTieBringsThoseApartTogether(t *testing.T) {
	d, s := open(t, full)
	choose(s, "Ann", "Dot")
	s.Act(desk.Tie)
	wantList(t, s, "=1 Ann, =1 Dot, 3 Bea, 4 Cyd, 5 Eve, 6 Fay")
	d.Undo()
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
}

func TestATieIsPassedAsAWhole(t *testing.T) {
	_, s := open(t, full)
	choose(s, "Cyd")
	s.Act(desk.Tie)
	choose(s, "Dot")
	s.Act(desk.MoveUp)
	wantList(t, s, "1 Ann, 2 Dot, =3 Bea, =3 Cyd, 5 Eve, 6 Fay")
	s.Act(desk.MoveDown)
	wantList(t, s, "1 Ann, =2 Bea, =2 Cyd, 4 Dot, 5 Eve, 6 Fay")
	if to := s.list.snap([]int{4}, 2); to != 3 {
		t.Errorf("let go between the two, somebody lands before row %d", to)
	}
}

func TestReservesGoAndComeBack(t *testing.T) {
	_, s := open(t, full)
	s.Act(desk.ToReserves)
	wantList(t, s, "1 Bea, 2 Cyd, 3 Dot, 4 Eve, 5 Fay")
	wantMarked(t, s, "Ann")
	if len(s.dock.rows) != 1 {
		t.Fatalf("the dock holds %d", len(s.dock.rows))
	}
	s.insert(idsOf(s.dock.rows), 2)
	wantList(t, s, "1 Bea, 2 Cyd, 3 Ann, 4 Dot, 5 Eve, 6 Fay")
	wantMarked(t, s, "Ann")
}

// holed is a list that was printed with a hole at 2 and one at 5, and a reserve.
func holed(t *testing.T) (*desktest.Desk, *screen) {
	t.Helper()
	d, s := open(t, full)
	choose(s, "Fay")
	s.Act(desk.ToReserves)
	for i, rank := range []int{1, 3, 4, 6, 7} {
		d.Write(store.SetRank{ID: s.list.lines[rowNamed(s, six[i])].row.Placement.ID, Rank: model.Rank{Number: rank}, RankAsIs: true})
	}
	wantList(t, s, "1 Ann, hole, 3 Bea, 4 Cyd, hole, 6 Dot, 7 Eve")
	return d, s
}

func rowNamed(s *screen, name string) int {
	return slices.IndexFunc(s.list.lines, func(l line) bool { return l.row.Name == name })
}

func TestCloseOneGapOnly(t *testing.T) {
	d, s := holed(t)
	s.closeGap(s.list.lines[1])
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, hole, 5 Dot, 6 Eve")
	s.closeGap(s.list.lines[3])
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve")
	d.Undo()
	d.Undo()
	wantList(t, s, "1 Ann, hole, 3 Bea, 4 Cyd, hole, 6 Dot, 7 Eve")
}

func TestSwapAReserveIntoAHole(t *testing.T) {
	_, s := holed(t)
	s.askReserve(2) // one reserve: there is nothing to ask
	wantList(t, s, "1 Ann, 2 Fay, 3 Bea, 4 Cyd, hole, 6 Dot, 7 Eve")
}

func TestMovesLeaveHolesUnlessTheyGoIntoThem(t *testing.T) {
	d, s := holed(t)
	choose(s, "Eve")
	s.Act(desk.MoveUp)
	wantList(t, s, "1 Ann, hole, 3 Bea, 4 Cyd, hole, 6 Eve, 7 Dot")
	s.Act(desk.MoveUp)
	wantList(t, s, "1 Ann, hole, 3 Bea, 4 Cyd, 5 Eve, hole, 7 Dot")
	s.Act(desk.MoveDown)
	wantList(t, s, "1 Ann, hole, 3 Bea, 4 Cyd, hole, 6 Eve, 7 Dot")
	for range 3 {
		d.Undo()
	}
	for _, c := range []struct {
		name string
		to   int
		rank int
		want string
	}{
		{"Eve", 0, 1, "1 Eve, hole, 3 Ann, 4 Bea, hole, 6 Cyd, 7 Dot"},
		{"Eve", 1, 2, "1 Ann, 2 Eve, 3 Bea, 4 Cyd, hole, 6 Dot"},
		{"Eve", 5, 5, "1 Ann, hole, 3 Bea, 4 Cyd, 5 Eve, 6 Dot"},
		{"Ann", 3, 3, "1 Bea, hole, 3 Ann, 4 Cyd, hole, 6 Dot, 7 Eve"},
		{"Ann", 4, 5, "hole, 3 Bea, 4 Cyd, 5 Ann, 6 Dot, 7 Eve"},
	} {
		choose(s, c.name)
		if got := s.rankBefore(c.to, "", s.markedIDs()); got != c.rank {
			t.Errorf("%s before row %d would get rank %d, want %d", c.name, c.to, got, c.rank)
		}
		s.list.move([]int{rowOf(s.list.lines, s.markedIDs()[0])}, c.to)
		wantList(t, s, c.want)
		d.Undo()
	}
	choose(s, "Ann", "Bea")
	s.rank("6")
	wantList(t, s, "1 Cyd, hole, 3 Dot, 4 Eve, hole, 6 Ann, 7 Bea")
}

func TestFillingAHoleLeavesARankGivenTwiceInSight(t *testing.T) {
	d, s := holed(t)
	s.closeGap(s.list.lines[1])
	d.Write(store.SetRank{ID: s.list.lines[rowNamed(s, "Eve Elm")].row.Placement.ID, Rank: model.Rank{Number: 5}, RankAsIs: true})
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, hole, 5 Dot, 5 Eve, fault")
	s.askReserve(4)
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Fay, 5 Dot, 5 Eve, fault")
	if !s.list.lines[4].clash || !s.list.lines[5].clash {
		t.Error("the rank given twice is not shown as such")
	}
}

func TestTopListHasAnAlphabeticalPart(t *testing.T) {
	_, s := open(t, model.Scheme{Kind: model.SchemeTop, Top: 2})
	wantList(t, s, "1 Ann, 2 Bea, –, Cyd, Dot, Eve, Fay")
	if s.list.mayDrop([]int{3}, 6) {
		t.Error("the A–Z part can be put in another order")
	}
	s.list.move([]int{5}, 0) // Eve
	wantList(t, s, "1 Eve, 2 Ann, –, Bea, Cyd, Dot, Fay")
}

func TestStatusAndTakingOut(t *testing.T) {
	d, s := open(t, full)
	choose(s, "Ann", "Bea")
	s.Act(desk.SignOff)
	for _, r := range s.marked() {
		if r.Placement.Status != model.SignedOff {
			t.Errorf("%s is %s", r.Name, r.Placement.Status)
		}
	}
	s.Act(desk.RemoveEntry)
	wantList(t, s, "1 Cyd, 2 Dot, 3 Eve, 4 Fay")
	if len(d.Told) != 1 {
		t.Errorf("told %v", d.Told)
	}
	d.Undo()
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
}

func TestOpenLeadsToThePerson(t *testing.T) {
	d, _ := open(t, full)
	d.Press(fyne.KeyReturn)
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.People || d.Gone[0].PersonID == "" {
		t.Errorf("went to %+v", d.Gone)
	}
}

func TestPlaceIsFoundAgain(t *testing.T) {
	_, s := open(t, full)
	choose(s, "Dot")
	p := s.Place()
	choose(s, "Ann")
	s.Show(p)
	wantMarked(t, s, "Dot")
	s.Show(desk.Place{PersonID: s.shown.rows[4].Placement.Members[0].PersonID})
	wantMarked(t, s, "Eve")
}

func TestLettersJump(t *testing.T) {
	d, s := open(t, full)
	d.Type("e")
	wantMarked(t, s, "Eve")
}

func TestChangesFromElsewhereKeepSelectionAndScroll(t *testing.T) {
	d, s := open(t, full)
	d.Window().Resize(fyne.NewSize(1352, 280))
	choose(s, "Eve")
	list := s.list.list.List
	list.SetOffset(60)
	at := list.Offset()
	if at == 0 {
		t.Fatal("the list does not scroll")
	}
	first := s.shown.rows[0].Placement.ID
	d.Write(store.RemovePlacement{ID: first})
	wantMarked(t, s, "Eve")
	if list.Offset() != at {
		t.Errorf("scrolled from %v to %v", at, list.Offset())
	}
}

func TestBandsAreGivenByDroppingAndByWriting(t *testing.T) {
	d, s := open(t, model.Scheme{Kind: model.SchemeBands, Bands: []string{"Band 1", "Band 2"}})
	s.Act(desk.MoveToRank)
	d.Type("Band 2")
	d.Press(fyne.KeyReturn)
	wantList(t, s, "–, Band 2 Ann, –, Bea, Cyd, Dot, Eve, Fay")
	s.list.move([]int{rowNamed(s, "Cyd Cedar")}, 2)
	wantList(t, s, "–, Band 2 Ann, Band 2 Cyd, –, Bea, Dot, Eve, Fay")
}

// What is asked for while the rows are being read means the place gone to and
// the list as it is by then.
func TestCommandsWaitForTheRows(t *testing.T) {
	d, s := open(t, full)
	fay := s.shown.rows[5].Placement.ID
	d.Late = true
	s.Show(desk.Place{PlacementID: fay})
	s.Act(desk.MoveUp)
	d.Arrive()
	wantMarked(t, s, "Fay")
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Fay, 6 Eve")

	d.Late = true
	s.Act(desk.MoveUp)
	s.Act(desk.MoveUp) // before the list shows the first
	d.Arrive()
	wantMarked(t, s, "Fay")
	wantList(t, s, "1 Ann, 2 Bea, 3 Fay, 4 Cyd, 5 Dot, 6 Eve")
}

// A row let go in another category goes into it, at that place; ranks are closed
// up in the one and made room for in the other, as one step.
func TestDragBetweenCategories(t *testing.T) {
	for _, scheme := range []model.SchemeKind{model.SchemeCategories, model.SchemeUnranked} {
		d, s := open(t, model.Scheme{Kind: scheme})
		d.Write(store.UpdateEdition{ID: d.Edition, Categories: &[]string{"Sea", "Land"}})
		for i, r := range s.shown.rows {
			category := []string{"Sea", "Land"}[i/3]
			d.Write(store.UpdatePlacement{ID: r.Placement.ID, Category: &category})
		}
		bea, fay := rowNamed(s, "Bea Birch"), rowNamed(s, "Fay Fir")
		if !s.list.movable(bea) || !s.list.mayDrop([]int{bea}, fay) {
			t.Fatalf("%s: it cannot be dropped in the other category", scheme)
		}
		if scheme == model.SchemeUnranked && s.list.mayDrop([]int{bea}, bea+2) {
			t.Error("an A–Z list lets its order be changed")
		}
		choose(s, "Bea")
		s.list.move([]int{bea}, fay)
		want := "–, 1 Ann, 2 Cyd, –, 1 Dot, 2 Eve, 3 Bea, 4 Fay"
		if scheme == model.SchemeUnranked {
			want = "–, Ann, Cyd, –, Bea, Dot, Eve, Fay"
		}
		wantList(t, s, want)
		wantMarked(t, s, "Bea")
		d.Undo()
		if row := s.list.lines[rowNamed(s, "Bea Birch")]; row.category != "Sea" {
			t.Errorf("%s: undone, it stands in %q", scheme, row.category)
		}
	}
}

// A photo dropped on an entry is that of its person.
func TestPhotoIsDroppedOnAnEntry(t *testing.T) {
	d, s := open(t, full)
	path := filepath.Join(t.TempDir(), "face.png")
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 60, 80))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list.list)
	if !s.Dropped(at.AddXY(300, rowHeight*1.5), []string{path}) {
		t.Fatal("it was not taken")
	}
	if s.Dropped(at.AddXY(300, rowHeight*30), []string{path}) {
		t.Error("one dropped beside the rows was taken")
	}
	photos, err := d.Book().PhotosOf(t.Context(), s.list.lines[1].row.Placement.Members[0].PersonID)
	if err != nil || len(photos) != 1 {
		t.Errorf("the photos are %+v, %v", photos, err)
	}
}
