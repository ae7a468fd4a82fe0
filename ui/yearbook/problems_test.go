package yearbook

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// openKinds shows every problem of every kind.
func openKinds(s *screen) {
	for i := 0; i < len(s.problems.rows); i++ {
		s.problems.fold(i, true)
	}
}

// rowWhere gives the row of a problem, or of a kind, that satisfies want.
func rowWhere(t *testing.T, s *screen, want func(problemLine) bool) int {
	t.Helper()
	at := slices.IndexFunc(s.problems.rows, want)
	if at < 0 {
		t.Fatalf("there is no such row among %+v", s.problems.rows)
	}
	return at
}

func TestProblemsAreListedBySeverity(t *testing.T) {
	d, s, small := open(t)
	second, err := d.Book().PlacementsOf(t.Context(), small.People[1])
	if err != nil {
		t.Fatal(err)
	}
	d.Write(store.SetRank{ID: second[0].ID, Rank: model.Rank{Number: 1}, RankAsIs: true})
	proof := d.Proofread()
	errs := slices.IndexFunc(proof.Book.Problems, func(p model.Problem) bool { return p.Severity == model.Error })
	if errs < 0 || len(proof.Book.Problems) < 3 {
		t.Fatalf("the book has only the problems %+v", proof.Book.Problems)
	}
	openKinds(s)
	heads, listed := 0, 0
	warnings := false
	for i, r := range s.problems.rows {
		if r.head.Text != "" {
			heads++
			warnings = i > 0
			continue
		}
		if r.count == 0 {
			listed++
		}
		if (r.problem.Severity != model.Error) != warnings {
			t.Errorf("row %d (%s) stands under the wrong head", i, r.problem.Kind)
		}
	}
	if heads != 2 || listed != len(proof.Book.Problems) {
		t.Errorf("%d heads and %d of %d problems", heads, listed, len(proof.Book.Problems))
	}
}

func TestProblemLeadsToItsFieldAndItsPage(t *testing.T) {
	d, s, small := open(t)
	proof := d.Proofread()
	if !s.Act(desk.NextProblem) {
		t.Fatal("not done")
	}
	reached := map[string]bool{}
	for range proof.Book.Problems {
		row := s.problems.rows[s.problems.list.Selected()]
		if row.head.Text != "" {
			t.Fatal("the head of a group is chosen")
		}
		reached[fmt.Sprint(row.problem)] = row.count == 0
		if n := row.problem.Page; n > 0 && !slices.Contains(s.view.shown(), n-1) {
			t.Errorf("%s is on page %d, shown are %v", row.problem.Kind, n, s.view.shown())
		}
		d.Gone = nil
		s.Act(desk.ShowInField)
		if len(d.Gone) != 1 {
			t.Fatalf("%s leads to %d places", row.problem.Kind, len(d.Gone))
		}
		if p := d.Gone[0]; row.problem.PlacementID != "" && row.problem.Field != model.FieldRank && (p.Screen != desk.People || p.PersonID == "" || p.Field != row.problem.Field) {
			t.Errorf("%s (%s) leads to %+v", row.problem.Kind, row.problem.Field, p)
		}
		s.Act(desk.NextProblem)
	}
	for _, p := range proof.Book.Problems {
		if !reached[fmt.Sprint(p)] {
			t.Errorf("%s of %s is not reached", p.Kind, p.Person)
		}
	}
	at := s.problems.list.Selected()
	s.Act(desk.NextProblem)
	s.Act(desk.PreviousProblem)
	if s.problems.list.Selected() != at {
		t.Error("previous is not the way back of next")
	}
	s.Show(desk.Place{PlacementID: small.Placement})
	if n := proof.Book.Pages[small.Placement]; !slices.Contains(s.view.shown(), n-1) {
		t.Errorf("the profile is on page %d, shown are %v", n, s.view.shown())
	}
	s.Show(desk.Place{PersonID: small.People[0]})
	if n := proof.Book.Pages[small.Placement]; !slices.Contains(s.view.shown(), n-1) {
		t.Errorf("the person is on page %d, shown are %v", n, s.view.shown())
	}
}

// A problem that is mended leaves its place to the next one, and has it again when
// that is undone.
func TestTheChosenProblemIsKept(t *testing.T) {
	d, s, small := open(t)
	d.Proofread()
	openKinds(s)
	at := rowWhere(t, s, func(l problemLine) bool {
		return l.problem.Kind == model.ProblemNoConsent && l.problem.PersonID == small.People[1]
	})
	s.problems.list.Select(at)
	s.problems.choose(at)
	d.Write(store.UpdatePerson{ID: small.People[1], Consent: new(model.ConsentGranted)})
	d.Proofread()
	if marked := s.problems.list.Marked(); len(marked) > 0 {
		t.Errorf("it is mended, and rows %v are marked", marked)
	}
	d.Undo()
	d.Proofread()
	if marked := s.problems.list.Marked(); !slices.Equal(marked, []int{at}) {
		t.Errorf("it is back, and rows %v are marked, want %d", marked, at)
	}
	d.Write(store.UpdatePerson{ID: small.People[1], Consent: new(model.ConsentGranted)})
	d.Proofread()
	next := s.problems.rows[at].problem
	s.Act(desk.NextProblem)
	if got := s.problems.rows[s.problems.list.Selected()].problem; !sameProblem(got, next) {
		t.Errorf("the next problem is %+v, want %+v", got, next)
	}
}

func TestMarkOfAnOpeningIsItsWorst(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	say := model.Say("No photo")
	s.problems.found = []model.Problem{
		{Severity: model.Error, Page: 5, Text: say}, {Severity: model.Warning, Page: 4, Text: say}, {Severity: model.Warning, Page: 6, Text: say}, {Severity: model.Error, Text: say},
	}
	s.problems.open = map[kind]bool{{model.Error, ""}: false, {model.Warning, ""}: false}
	s.problems.lay()
	if shown := len(s.problems.rows); shown != 4 {
		t.Fatalf("%d rows, want two kinds with their heads", shown)
	}
	for _, c := range []struct {
		first, second int
		want          kit.IconName
	}{{0, 1, ""}, {2, 3, ""}, {4, 5, kit.IconError}, {6, 7, kit.IconWarning}} {
		if got, _ := s.problems.markOf(c.first, c.second); got != c.want {
			t.Errorf("pages %d and %d are marked %q, want %q", c.first, c.second, got, c.want)
		}
	}
}

// A problem leads to where it is mended: a rank to the ranking, a setting of the
// book to its tab.
func TestWhereProblemsAreMended(t *testing.T) {
	d, s, _ := open(t)
	proof := d.Proofread()
	entry := proof.Snapshot.Placements[0]
	for _, c := range []struct {
		problem model.Problem
		want    desk.Place
	}{
		{model.Problem{PlacementID: entry.ID, Field: model.FieldRank}, desk.Place{Screen: desk.Edition, PlacementID: entry.ID, Field: model.FieldRank}},
		{model.Problem{Field: model.FieldISBN}, desk.Place{Screen: desk.Yearbook, Field: model.FieldISBN}},
		{model.Problem{Field: model.FieldSize}, desk.Place{Screen: desk.Edition, Field: model.FieldSize}},
	} {
		s.problems.rows = []problemLine{{problem: c.problem}}
		s.problems.mend(0)
		if got := d.Gone[len(d.Gone)-1]; got != c.want {
			t.Errorf("%s leads to %+v, want %+v", c.problem.Field, got, c.want)
		}
	}
	s.Show(desk.Place{Screen: desk.Yearbook, Field: model.FieldISBN})
	if s.problems.stage.Objects[0] != s.book.object || s.book.parts.Selected() != partImprint {
		t.Error("the ISBN is not in sight")
	}
}

// kindOfAll is a kind of which the small book has one problem for each person.
const kindOfAll = model.ProblemMissingPhoto

// Of three problems of one kind stands one row, which opens and shuts by keyboard
// and by pointer; of one there is no kind to open.
func TestProblemsOfAKindStandTogether(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for i := len(s.problems.rows) - 1; i >= 0; i-- {
		s.problems.fold(i, false)
	}
	at := rowWhere(t, s, func(l problemLine) bool { return l.problem.Kind == kindOfAll })
	shut, kinds := len(s.problems.rows), map[model.ProblemKind]int{}
	for _, r := range s.problems.rows {
		kinds[r.problem.Kind]++
	}
	for _, p := range s.problems.found {
		if kinds[p.Kind] != 1 {
			t.Errorf("%s has %d rows", p.Kind, kinds[p.Kind])
		}
	}
	if one := s.problems.rows[rowWhere(t, s, func(l problemLine) bool { return l.problem.Kind == model.ProblemUnapproved })]; one.count != 0 {
		t.Errorf("a kind of one problem has %d", one.count)
	}
	s.problems.list.Focus()
	s.problems.list.Select(at)
	s.problems.choose(at)
	for _, c := range []struct {
		doing string
		do    func()
		more  int
	}{
		{"right", func() { d.Press(fyne.KeyRight) }, 3},
		{"right again", func() { d.Press(fyne.KeyRight) }, 3},
		{"left", func() { d.Press(fyne.KeyLeft) }, 0},
		{"enter", func() { d.Press(fyne.KeyReturn) }, 3},
		{"enter again", func() { d.Press(fyne.KeyReturn) }, 0},
		{"space", func() { d.Press(fyne.KeySpace) }, 3},
		{"left on the second below it", func() { d.Press(fyne.KeyDown); d.Press(fyne.KeyDown); d.Press(fyne.KeyLeft) }, 0},
	} {
		c.do()
		if got := len(s.problems.rows) - shut; got != c.more || s.problems.list.Selected() != at {
			t.Fatalf("%s: %d rows more, want %d; at row %d, want %d", c.doing, got, c.more, s.problems.list.Selected(), at)
		}
	}
	if len(d.Gone) > 0 {
		t.Errorf("opening a kind leads to %+v", d.Gone)
	}
	if head := s.problems.rows[0].head; head.Note != kit.Number(len(s.problems.found)) {
		t.Errorf("the head says %s of %d problems", head.Note, len(s.problems.found))
	}
	s.problems.fold(at, true)
	if r := s.problems.rows[at+1]; r.title != r.problem.Person || r.about != "" {
		t.Errorf("below its kind stands %q, %q", r.title, r.about)
	}
}

// The next problem is shown whatever stood there, and Enter goes to its field.
func TestTheNextProblemIsSeen(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	s.showBook(partLook)
	s.Act(desk.NextProblem)
	if s.problems.tabs.Selected() != 0 || s.problems.stage.Objects[0] != s.problems.list {
		t.Error("the problems are not shown")
	}
	d.Press(fyne.KeyReturn)
	if len(d.Gone) != 1 {
		t.Errorf("Enter leads to %v", d.Gone)
	}
}

// What is said below a kind wraps in its row.
func TestLongProblemsWrap(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	say := model.Say("No photo")
	line := problemLine{problem: model.Problem{Text: say, Remedy: say}, about: "The excerpt of Théodore Bettencourt-Reis & Zbigniew Żuraw-Dębska has 2 lines too many for its place; they go on overleaf."}
	if got := s.problems.heightIn(line, 312); got != problemHeight+2*16 {
		t.Errorf("the row is %.0f high", got)
	}
	if got := s.problems.heightIn(problemLine{about: "Question 1"}, 312); got != problemHeight {
		t.Errorf("a short one is %.0f high", got)
	}
	row := newProblemRow().(*problemRow)
	row.Resize(fyne.NewSize(312, problemHeight+2*16))
	row.fill(line, 312)
	if row.about.Tooltip() != "No photo\nNo photo" {
		t.Errorf("the tooltip is %q", row.about.Tooltip())
	}
	if got := row.about.Size().Height; got != 3*16 {
		t.Errorf("its text is %.0f high", got)
	}
}

// Of a few problems of a kind each is shown without being asked for.
func TestAKindOfFewIsOpen(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for n := few; n <= few+1; n++ {
		s.problems.found = slices.Repeat([]model.Problem{{Severity: model.Warning, Kind: model.ProblemNearEdge, Text: model.Say("No photo")}}, n)
		s.problems.lay()
		if got, want := len(s.problems.rows), map[int]int{few: 2 + few, few + 1: 2}[n]; got != want {
			t.Errorf("%d problems of a kind make %d rows, want %d", n, got, want)
		}
	}
}

// A kind stays open and in its place when the book is composed again, and the next
// problem is found also where the last but one of its kind is mended.
func TestMendingAKindToItsLast(t *testing.T) {
	d, s, small := open(t)
	d.Proofread()
	at := rowWhere(t, s, func(l problemLine) bool { return l.problem.Kind == model.ProblemNoConsent })
	s.problems.fold(at, true)
	for _, id := range small.People[:2] {
		i := rowWhere(t, s, func(l problemLine) bool {
			return l.problem.Kind == model.ProblemNoConsent && l.problem.PersonID == id && l.count == 0
		})
		s.problems.list.Select(i)
		s.problems.choose(i)
		d.Write(store.UpdatePerson{ID: id, Consent: new(model.ConsentGranted)})
		d.Proofread()
	}
	left := s.problems.rows[at]
	if left.count != 0 || left.problem.PersonID != small.People[2] {
		t.Fatalf("left is %+v", left)
	}
	s.Act(desk.NextProblem)
	if got := s.problems.list.Selected(); got != at {
		t.Errorf("the next problem is in row %d, want %d", got, at)
	}
}
