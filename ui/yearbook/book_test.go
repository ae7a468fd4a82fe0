package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// kept is the book definition as the file has it.
func kept(t *testing.T, d *desktest.Desk) model.Yearbook {
	t.Helper()
	y, err := d.Book().Yearbook(t.Context(), d.Edition)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func TestTheLookIsWrittenAtOnce(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for _, fault := range []string{
		s.definition.edit(func(y *model.Yearbook) { y.Theme = "gazette" }),
		s.definition.edit(func(y *model.Yearbook) { y.PerPage = 4 }),
		s.definition.edit(func(y *model.Yearbook) { y.Trim = "A5" }),
	} {
		if fault != "" {
			t.Fatal(fault)
		}
	}
	d.Drain()
	if y := kept(t, d); y.Theme != "gazette" || y.PerPage != 4 || y.Trim != "A5" {
		t.Errorf("kept are theme %s, %d a page, trim %s", y.Theme, y.PerPage, y.Trim)
	}
}

func TestTheStyleOfTheHouseIsWritten(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for _, o := range s.book.style() {
		switch o := o.(type) {
		case *kit.Choice:
			o.OnChanged(1) // the second of each choice
		case *kit.Check:
			o.OnChanged(false)
		}
	}
	d.Drain()
	want := model.HouseStyle{Quotes: model.QuotesSingle, Dashes: model.DashesClosed, Figures: model.FiguresOldStyle, Edges: model.EdgesJustified, Undivided: true}
	if y := kept(t, d); y.House != want {
		t.Errorf("kept is %+v, want %+v", y.House, want)
	}
}

func TestWhatNoBookCanBeMadeOfChangesNothing(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	before := kept(t, d)
	for name, change := range map[string]func(*model.Yearbook){
		"trim":   func(y *model.Yearbook) { y.Trim = "3×4" },
		"colour": func(y *model.Yearbook) { y.Accent = "green" },
		"margin": func(y *model.Yearbook) { y.Margins = &model.Margins{Inner: 90} },
	} {
		if fault := s.definition.edit(change); !strings.HasSuffix(fault, ".") && !strings.Contains(fault, "#") {
			t.Errorf("%s: said %q", name, fault)
		}
	}
	d.Drain()
	if y := kept(t, d); y.Trim != before.Trim || y.Accent != "" || y.Margins != nil {
		t.Errorf("written all the same: %+v", y)
	}
	if s.definition.now.Trim != before.Trim {
		t.Error("the fields show what was refused")
	}
}

func kinds(sections []model.Section) (k []model.SectionKind) {
	for _, s := range sections {
		k = append(k, s.Kind)
	}
	return k
}

func TestSectionsMove(t *testing.T) {
	sections := []model.Section{{Kind: "a"}, {Kind: "b"}, {Kind: "c"}, {Kind: "d"}}
	for _, test := range []struct {
		from, to int
		want     []model.SectionKind
	}{
		{0, 2, []model.SectionKind{"b", "a", "c", "d"}},
		{3, 0, []model.SectionKind{"d", "a", "b", "c"}},
		{1, 4, []model.SectionKind{"a", "c", "d", "b"}},
		{1, 1, []model.SectionKind{"a", "b", "c", "d"}},
	} {
		if got := kinds(moved(sections, test.from, test.to)); !slices.Equal(got, test.want) {
			t.Errorf("%d before %d: %v", test.from, test.to, got)
		}
	}
	if !slices.Equal(kinds(sections), []model.SectionKind{"a", "b", "c", "d"}) {
		t.Error("the list that was given was changed")
	}
}

// A section is moved where it stands: in the list of sections, or by its head
// over the thumbnails.
func TestSectionsAreMovedInListAndLadder(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	was := kinds(kept(t, d).Sections)
	s.book.sections.list.OnStep([]int{0}, 1)
	d.Drain()
	if now := kinds(kept(t, d).Sections); now[0] != was[1] || now[1] != was[0] {
		t.Errorf("one down: %v", now)
	}
	d.Proofread()
	var heads []int
	for i, step := range s.ladder.steps {
		if step.head != "" && step.section >= 0 {
			heads = append(heads, i)
		}
	}
	if len(heads) < 3 {
		t.Fatalf("the ladder has only %d heads of sections", len(heads))
	}
	before := kept(t, d).Sections
	from, to := s.ladder.steps[heads[2]].section, s.ladder.steps[heads[0]].section
	s.ladder.dropped([]int{heads[2]}, s.ladder.nextHead(heads[0]))
	d.Drain()
	if want, now := kinds(moved(before, from, to)), kinds(kept(t, d).Sections); !slices.Equal(now, want) {
		t.Errorf("dragged to the front:\n%v, want\n%v", now, want)
	}
}

func TestASectionIsSwitchedOffAndAdded(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	i := slices.IndexFunc(s.book.sections.rows, func(s model.Section) bool { return s.Kind == model.SectionIndex })
	s.book.sections.change(i, func(s *model.Section) { s.Off = true })
	s.book.sections.add(model.SectionFree)
	d.Drain()
	y := kept(t, d)
	if at := slices.IndexFunc(y.Sections, func(s model.Section) bool { return s.Kind == model.SectionIndex }); !y.Sections[at].Off {
		t.Error("the index still prints")
	}
	if !slices.Contains(kinds(y.Sections), model.SectionFree) {
		t.Errorf("no free page: %v", kinds(y.Sections))
	}
	for _, item := range s.book.sections.addable() {
		if item.Label == desk.Word(string(model.SectionContents)) {
			t.Error("contents are offered a second time")
		}
	}
}

func TestTheFormOfASectionKeepsEverything(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for _, was := range []model.Section{
		{Kind: model.SectionForeword, Title: "Before you read", Text: "Some *words*.", Byline: "Ann Lee", Role: "Chair", Start: model.StartRecto},
		{Kind: model.SectionFree, Text: "A page.", Sponsor: "Pier Ltd", Bleed: true},
		{Kind: model.SectionProfiles, PerPage: 3, Order: model.OrderAZ},
		{Kind: model.SectionTop, Count: 7, Start: model.StartVerso},
		{Kind: model.SectionNumbers, Charts: []string{model.ChartSectors}, Text: "How we count."},
		{Kind: model.SectionJudges, Pictures: []model.ID{"p"}, Text: "Five people."},
	} {
		if got, ok := newSectionForm(s, was).section(); !ok || !equalSections(got, was) {
			t.Errorf("%s came back as %+v, want %+v", was.Kind, got, was)
		}
	}
	f := newSectionForm(s, model.Section{Kind: model.SectionTop})
	f.count.SetText("many")
	if _, ok := f.section(); ok {
		t.Error("“many” spreads were taken")
	}
}

func equalSections(a, b model.Section) bool {
	same := slices.Equal(a.Charts, b.Charts) && slices.Equal(a.Pictures, b.Pictures)
	a.Charts, b.Charts, a.Pictures, b.Pictures = nil, nil, nil, nil
	return same && a.Kind == b.Kind && a.Title == b.Title && a.Text == b.Text && a.Byline == b.Byline && a.Role == b.Role &&
		a.Start == b.Start && a.Sponsor == b.Sponsor && a.Bleed == b.Bleed && a.PerPage == b.PerPage && a.Order == b.Order && a.Count == b.Count
}

func TestEveryFieldOfAPageCanBeReachedFromTheList(t *testing.T) {
	d, s, small := open(t)
	d.Proofread()
	s.Show(desk.Place{PersonID: small.People[0]})
	d.Drain()
	names := 0
	for i, row := range s.onPage.rows {
		if row.head != "" {
			continue
		}
		if row.from.Field == model.FieldName {
			names++
		}
		s.onPage.list.OnSelected(i)
		shown := false
		for _, p := range s.view.pages {
			shown = shown || p.overlay.ring.Visible() && p.overlay.ring.Size().Width > 6
		}
		if !shown {
			t.Errorf("%+v is not outlined on its page", row.from)
		}
	}
	if names == 0 {
		t.Fatalf("no name among %d rows", len(s.onPage.rows))
	}
	d.Gone = nil
	i := slices.IndexFunc(s.onPage.rows, func(r pageRow) bool { return r.from.Field == model.FieldName })
	s.onPage.list.OnOpen(i)
	if len(d.Gone) != 1 || d.Gone[0].Field != model.FieldName {
		t.Errorf("it leads to %+v", d.Gone)
	}
}

// Somebody without a photo has a plate in its place: that is what is outlined.
func TestAProblemIsOutlinedWhereItIsSeen(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	openKinds(s)
	at := rowWhere(t, s, func(r problemLine) bool { return r.problem.Kind == model.ProblemMissingPhoto && r.count == 0 })
	s.problems.choose(at)
	d.Drain()
	for _, p := range s.view.pages {
		if p.overlay.ring.Visible() && p.overlay.callout.Visible() && p.overlay.ring.Size().Width > 40 {
			return
		}
	}
	t.Error("the place of the photo is not outlined")
}

func TestTheTabSaysWhyPagesAreBlank(t *testing.T) {
	d, s, _ := open(t)
	proof := d.Proofread()
	blanks := proof.Book.Blanks()
	for _, off := range []model.SectionKind{model.SectionHalfTitle, model.SectionImprint, model.SectionGlance} {
		if len(blanks) > 0 {
			break
		}
		// With a section less the next one may leave a page free to begin on its side.
		if fault := s.definition.edit(func(y *model.Yearbook) {
			for i := range y.Sections {
				y.Sections[i].Off = y.Sections[i].Off || y.Sections[i].Kind == off
			}
		}); fault != "" {
			t.Fatal(fault)
		}
		proof = d.Proofread()
		blanks = proof.Book.Blanks()
	}
	if len(blanks) == 0 {
		t.Fatal("no small book has a blank page to speak of")
	}
	said := remarks(proof)
	if n := min(len(blanks), mostRemarks); strings.Count(said, " is blank") != n {
		t.Errorf("%d blank pages, said is:\n%s", len(blanks), said)
	}
	s.book.askPlans()
	d.Drain()
	if s.desk.Window().Canvas().Overlays().Top() == nil || len(d.Failed) > 0 {
		t.Errorf("no ways to bind the book are offered: %v", d.Failed)
	}
}

// Who comes from a person sees whose page it is; there is no one field to go to.
func TestAWholeEntryIsOutlinedWithoutWords(t *testing.T) {
	d, s, small := open(t)
	d.Proofread()
	s.Show(desk.Place{PersonID: small.People[0]})
	d.Drain()
	outlined := false
	for _, p := range s.view.pages {
		outlined = outlined || p.overlay.ring.Visible()
		if p.overlay.callout.Visible() {
			t.Errorf("page %d says %q", p.n+1, p.overlay.said.Text())
		}
	}
	if !outlined {
		t.Error("the entry is not outlined")
	}
}

// The pages keep their place from tab to tab, however narrow the pane is dragged.
func TestThePaneIsAsWideForEveryTab(t *testing.T) {
	d, _, _ := open(t)
	d.Memory().SetNumber("yearbook.right", 200)
	s := d.Open(New, desk.Place{}).(*screen)
	d.Proofread()
	width := s.problems.object.Size().Width
	for tab := range s.TabNames() {
		s.ShowTab(tab)
		d.Drain()
		if asked := s.problems.object.MinSize().Width; asked > width {
			t.Errorf("tab %s asks for a pane of %.0f, which has %.0f", s.TabNames()[tab], asked, width)
		}
	}
}

// The ladder names a section as its pages do, and what is nowhere in print in the
// language of the window.
func TestTheLadderSpeaksAsThePagesDo(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	if fault := s.definition.edit(func(y *model.Yearbook) { y.Language = "fr" }); fault != "" {
		t.Fatal(fault)
	}
	d.Proofread()
	var heads []string
	for _, start := range s.sectionStarts() {
		heads = append(heads, start.title)
	}
	if heads[0] != "Cover" || slices.Contains(heads, "Couverture") || !slices.Contains(heads, "Index des personnes") {
		t.Errorf("the ladder reads %q", heads)
	}
}
