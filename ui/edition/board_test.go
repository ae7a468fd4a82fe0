package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
)

// columned is the board as it stands: "confirmed: Ann Bea".
func columned(s *screen) string {
	var out []string
	for _, c := range s.board.columns {
		var names []string
		for _, r := range c.rows {
			first, _, _ := strings.Cut(r.Name, " ")
			names = append(names, first)
		}
		if len(names) > 0 {
			out = append(out, fmt.Sprint(c.status, ": ", strings.Join(names, " ")))
		}
	}
	return strings.Join(out, ", ")
}

func TestBoardByKeyboard(t *testing.T) {
	d, s := open(t, full)
	choose(s, "Cyd", "Dot")
	s.Act(desk.SwitchBoard)
	if s.list.stage.Objects[0] != s.board.object || s.balance.object.Visible() || !s.blocking.object.Visible() {
		t.Fatal("the board is not shown")
	}
	wantMarked(t, s, "Cyd", "Dot")
	if !s.Act(desk.Rightwards) {
		t.Fatal("the keys are not taken")
	}
	if got, want := columned(s), "confirmed: Ann Bea Eve Fay, signed off: Cyd Dot"; got != want {
		t.Fatalf("the board is %s, want %s", got, want)
	}
	wantMarked(t, s, "Cyd", "Dot")
	signed := s.board.columns[4].list.List
	if d.Window().Canvas().Focused() != signed.Focusable() {
		t.Error("the keyboard did not go along")
	}
	s.Act(desk.Rightwards) // there is no further column
	s.Act(desk.Leftwards)
	s.Act(desk.Leftwards)
	if got, want := columned(s), "shortlisted: Cyd Dot, confirmed: Ann Bea Eve Fay"; got != want {
		t.Errorf("the board is %s, want %s", got, want)
	}
	s.Act(desk.SwitchBoard)
	if s.list.stage.Objects[0] != s.list.list || s.Act(desk.Leftwards) {
		t.Error("the list takes the keys of the board")
	}
	wantMarked(t, s, "Cyd", "Dot")
}

func TestCardsAreDroppedInAColumnOrTheDock(t *testing.T) {
	_, s := open(t, full)
	s.Act(desk.SwitchBoard)
	driver := fyne.CurrentApp().Driver()
	confirmed := s.board.columns[3]
	for _, to := range []struct {
		target fyne.CanvasObject
		taken  bool
		want   string
	}{
		{s.board.columns[0].object, true, "nominated: Ann, confirmed: Bea Cyd Dot Eve Fay"},
		{s.dock.object, true, "nominated: Ann, confirmed: Cyd Dot Eve Fay"},
		{s.blocking.object, false, "nominated: Ann, confirmed: Cyd Dot Eve Fay"},
	} {
		s.markAgain([]model.ID{confirmed.rows[0].Placement.ID}, false)
		at := driver.AbsolutePositionForObject(to.target).AddXY(60, 20)
		if taken := confirmed.list.OnDragOut([]int{0}, at); taken != to.taken {
			t.Errorf("taken: %v, want %v", taken, to.taken)
		}
		if got := columned(s); got != to.want {
			t.Errorf("the board is %s, want %s", got, to.want)
		}
	}
	if len(s.dock.rows) != 1 || s.dock.rows[0].Placement.Status != model.Reserve {
		t.Errorf("the dock holds %+v", s.dock.rows)
	}
}

func TestWhatBlocksTheBook(t *testing.T) {
	d, s := open(t, full)
	s.Act(desk.SwitchBoard)
	d.Proofread()
	i := -1
	for k, b := range s.blocking.kinds {
		if b.kind == model.ProblemMissingPhoto {
			i = k
		}
	}
	if i < 0 || len(s.blocking.kinds[i].all) != 6 {
		t.Fatalf("blocking are %+v", s.blocking.kinds)
	}
	s.blocking.first(i)
	wantMarked(t, s, "Ann", "Bea", "Cyd", "Dot", "Eve", "Fay")
	s.blocking.mend(i)
	if got := d.Gone[len(d.Gone)-1]; got.Screen != desk.People || got.PersonID == "" || got.Field != model.FieldPhoto {
		t.Errorf("goes to %+v", got)
	}
}

// What is wrong with a rank is mended in the ranking, wherever it was read.
func TestAHoleLeadsFromTheBoardToTheRanking(t *testing.T) {
	d, s := open(t, full)
	d.Write(store.SetRank{ID: s.list.lines[4].row.Placement.ID, Rank: model.Rank{Number: 6}, RankAsIs: true},
		store.SetRank{ID: s.list.lines[5].row.Placement.ID, Rank: model.Rank{Number: 7}, RankAsIs: true})
	s.Act(desk.SwitchBoard)
	d.Proofread()
	for i, b := range s.blocking.kinds {
		if b.kind == model.ProblemRankHole {
			s.blocking.mend(i)
		}
	}
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Edition {
		t.Fatalf("a hole leads to %+v", d.Gone)
	}
	s.Show(d.Gone[0])
	d.Arrive()
	if s.list.stage.Objects[0] != s.list.list {
		t.Error("the board still covers the ranking")
	}
	wantMarked(t, s, "Eve")
}

func TestFaultsAreMendedInTheRow(t *testing.T) {
	d, s := open(t, full)
	d.Write(store.SetRank{ID: s.list.lines[3].row.Placement.ID, Rank: model.Rank{Number: 3}, RankAsIs: true})
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 3 Dot, fault, 5 Eve, 6 Fay")
	row := newMendingRow(s)
	row.fill(s.list.lines[4])
	// By the mouse, through the list: the first button at the right end of the row.
	list := s.list.list.List
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(list)
	row.Resize(fyne.NewSize(list.Size().Width, rowHeight))
	button := row.buttons[0]
	x := button.Position().X + button.Size().Width/2
	test.TapCanvas(d.Window().Canvas(), origin.AddXY(x+8, 4*rowHeight+rowHeight/2))
	wantList(t, s, "1 Ann, 2 Bea, =3 Cyd, =3 Dot, 5 Eve, 6 Fay")
	d.Undo()
	s.mends(s.list.lines[4])[1].do()
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
}

// Columns without cards leave their room to the others, and where even so a name has
// none, its card has initials.
func TestCardsHaveTheRoomOfEmptyColumns(t *testing.T) {
	_, s := open(t, full)
	s.switchBoard(true)
	width := func(status model.Status) float32 {
		return s.board.columns[slices.Index(stages, status)].object.Size().Width
	}
	if wide, narrow := width(model.Confirmed), width(model.Nominated); narrow != width(model.SignedOff) || wide < 2*narrow {
		t.Errorf("the cards have %.0f px, none have %.0f", wide, narrow)
	}
	c := newCard(s)
	row := s.shown.rows[0]
	row.Name, row.Placement.Members[0].Name = "Dame Rosalind Mkhwanazi OBE", model.ParseName("Rosalind Mkhwanazi")
	for _, size := range []struct {
		width float32
		want  string
	}{{400, "Dame Rosalind Mkhwanazi OBE"}, {210, "Rosalind Mkhwanazi"}, {180, "R. Mkhwanazi"}} {
		c.Resize(fyne.NewSize(size.width, cardHeight))
		c.fill(row, s.shown)
		if got := c.name.Shown(); got != size.want {
			t.Errorf("%.0f px show %q, want %q", size.width, got, size.want)
		}
	}
}

func TestAPageNumberLeadsToThePage(t *testing.T) {
	d, s := open(t, full)
	d.Proofread()
	list := s.list.list.List
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(list)
	test.TapCanvas(d.Window().Canvas(), origin.AddXY(list.Size().Width-30, rowHeight/2))
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Yearbook || d.Gone[0].Page == 0 {
		t.Errorf("gone to %+v", d.Gone)
	}
}

func TestBalanceFollowsADrag(t *testing.T) {
	d, s := open(t, full)
	for i := range 6 {
		country := "Norway"
		if i > 3 {
			country = "Kenya"
		}
		d.Write(store.UpdatePlacement{ID: s.shown.rows[i].Placement.ID, Country: &country})
	}
	if got := tallyOf(s.shown, s.list.reordered(0), 2).countries; got[0] != (share{"Norway", 2, 0}) {
		t.Errorf("before: %v", got)
	}
	choose(s, "Fay")
	if got := tallyOf(s.shown, s.list.reordered(0), 2).countries; len(got) != 2 || got[0].now != 1 {
		t.Errorf("with Fay on top: %v", got)
	}
}

func TestMenuPutsIntoACategory(t *testing.T) {
	d, s := open(t, full)
	if s.groupMenu(s.shown.rows[0]) != nil {
		t.Error("a list without categories offers some")
	}
	d.Write(store.UpdateEdition{ID: d.Edition, Categories: &[]string{"Sea", "Land"}, Scheme: &model.Scheme{Kind: model.SchemeCategories}})
	choose(s, "Bea", "Dot")
	s.groupMenu(s.marked()[0]).ChildMenu.Items[1].Action()
	wantList(t, s, "–, 1 Bea, 2 Dot, –, 1 Ann, 2 Cyd, 3 Eve, 4 Fay")
	if text, _ := s.headText(s.list.lines[0]); text != "Land" {
		t.Errorf("the first head says %q", text)
	}
	d.Write(store.UpdateEdition{ID: d.Edition, Rules: &[]model.Rule{{Kind: model.RuleCategory, Category: "Land", Least: 1, Most: 3}}})
	if text, _ := s.headText(s.list.lines[0]); text != "Land  2 of 1 to 3" {
		t.Errorf("with numbers the head says %q", text)
	}
}
