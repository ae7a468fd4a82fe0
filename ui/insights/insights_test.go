package insights

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// sampleFile makes the sample once; drawing its portraits takes a while.
var sampleFile = sync.OnceValues(func() (data []byte, err error) {
	dir, err := os.MkdirTemp("", "laurel-insights")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "sample.laurel")
	b, err := store.CreateSample(context.Background(), store.Params{Path: path, Actor: "Ada Example", Device: "desk"})
	if err != nil {
		return nil, err
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// copyOfSample opens a copy of the sample.
func copyOfSample(ctx context.Context, p store.Params) (*store.Book, error) {
	data, err := sampleFile()
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(p.Path, data, 0o600); err != nil {
		return nil, err
	}
	return store.Open(ctx, p)
}

// open shows the screen over the sample.
func open(t *testing.T, size fyne.Size) (*desktest.Desk, *screen) {
	t.Helper()
	d := desktest.New(t, desktest.Book(t, copyOfSample), kit.Light, size)
	s := d.Open(New, desk.Place{}).(*screen)
	if len(d.Failed) > 0 {
		t.Fatal(d.Failed)
	}
	return d, s
}

func (s *screen) chartOf(t *testing.T, kind string) *shown {
	t.Helper()
	for _, c := range s.charts {
		if c.kind == kind {
			return c
		}
	}
	t.Fatalf("there is no chart %q", kind)
	return nil
}

var usual = fyne.NewSize(1352, 788)

// TestScreenShowsWhatTheBookCounts: the same figures as a chronicle read by
// itself, and a chart in every card.
func TestScreenShowsWhatTheBookCounts(t *testing.T) {
	d, s := open(t, usual)
	c, err := d.Book().Chronicle(t.Context(), d.Edition)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(s.shown.turnovers, c.Turnovers()) || len(s.shown.stories) != len(c.Stories()) {
		t.Errorf("the screen counts %+v, the book %+v", s.shown.turnovers, c.Turnovers())
	}
	for _, one := range s.charts {
		if one.plot.chart == nil || len(one.plot.chart.Spots) == 0 {
			t.Errorf("%s shows nothing", one.kind)
		}
	}
	if want := "26 new, 6 back, 32 gone"; !strings.HasSuffix(s.chartOf(t, model.ChartTurnover).card.head.Text(), want) {
		t.Errorf("turnover says %q, want %q", s.chartOf(t, model.ChartTurnover).card.head.Text(), want)
	}
	if len(s.movers.rows) != 2*shownEach {
		t.Errorf("%d movers are listed", len(s.movers.rows))
	}
}

// TestSpanIsKept: choosing this edition counts one year, and the next screen
// over the same book begins there.
func TestSpanIsKept(t *testing.T) {
	d, s := open(t, usual)
	control := s.spans.Objects[0].(*kit.Segment)
	d.Window().Canvas().Focus(control)
	d.Press(fyne.KeyLeft)
	if len(s.shown.turnovers) != 1 || len(s.shown.sectors.Years) != 2 {
		t.Fatalf("this edition shows %d years of turnover and %d of sectors", len(s.shown.turnovers), len(s.shown.sectors.Years))
	}
	again := d.Open(New, desk.Place{}).(*screen)
	if again.span != thisEdition || len(again.shown.turnovers) != 1 {
		t.Errorf("the span is %d when the screen is made again", again.span)
	}
}

func TestArrowKeysWalkAlongALineAndDownAColumn(t *testing.T) {
	d, s := open(t, usual)
	p := s.chartOf(t, model.ChartTopTen).plot
	d.Window().Canvas().Focus(p)
	d.Press(fyne.KeyRight)
	first, ok := p.spot()
	if !ok || !strings.HasPrefix(first.Tip, "Eluned Prytherch") {
		t.Fatalf("the keys begin at %+v", first)
	}
	d.Press(fyne.KeyDown)
	second, _ := p.spot()
	if !strings.HasPrefix(second.Tip, "Babajide Okonrende") || second.Col != first.Col {
		t.Errorf("↓ leads to %+v", second)
	}
	d.Press(fyne.KeyLeft)
	if at, _ := p.spot(); at.Key != second.Key || at.Col != second.Col-1 {
		t.Errorf("← leads from the name to %+v", at)
	}
	d.Press(fyne.KeyLeft)
	if at, _ := p.spot(); at.Key != second.Key || !strings.HasSuffix(at.Tip, "2025: No. 1") {
		t.Errorf("← leads along the line to %+v", at)
	}
	d.Press(fyne.KeyEnter)
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.People || d.Gone[0].PersonID != second.Person {
		t.Errorf("Enter leads to %+v", d.Gone)
	}
}

// TestPointingFollowsALine: between two dots, too, and the chart is drawn anew
// with that line before all others.
func TestPointingFollowsALine(t *testing.T) {
	_, s := open(t, usual)
	p := s.chartOf(t, model.ChartTopTen).plot
	heroes := len(p.chart.Spots)
	var key string
	for i := 1; i < heroes; i++ {
		a, b := p.chart.Spots[i-1], p.chart.Spots[i]
		if a.Key == "" || a.Key != b.Key || b.Col != a.Col+1 || a.Y == b.Y {
			continue
		}
		at := fyne.NewPos(pixels((a.X+a.W/2+b.X+b.W/2)/2), pixels((a.Y+a.H/2+b.Y+b.H/2)/2))
		p.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		if key = p.follow(); key != "" {
			break
		}
	}
	if key == "" {
		t.Fatal("no line can be pointed at")
	}
	p.MouseOut()
	if p.follow() != "" || p.at != -1 {
		t.Error("leaving goes on following")
	}
}

func TestAClickLeadsToThePersonOrTheEdition(t *testing.T) {
	d, s := open(t, usual)
	p := s.chartOf(t, model.ChartTurnover).plot
	first := p.chart.Spots[0]
	test.TapAt(p, fyne.NewPos(pixels(first.X+first.W/2), pixels(first.Y+first.H/2)))
	if len(d.Gone) != 1 || d.Gone[0].Screen != desk.Edition || d.Gone[0].EditionID != first.Edition {
		t.Errorf("the first column leads to %+v", d.Gone)
	}
	d.Window().Canvas().Focus(s.movers.list.Focusable())
	d.Press(fyne.KeyHome, fyne.KeyEnter)
	if last := d.Gone[len(d.Gone)-1]; last.PersonID != s.movers.rows[0].Placement.Members[0].PersonID {
		t.Errorf("the first mover leads to %+v", last)
	}
}

func TestChartsAreWrittenAsTheyAreShown(t *testing.T) {
	d, s := open(t, usual)
	dir := t.TempDir()
	files := map[string]func() ([]byte, error){}
	for _, l := range s.allCharts() {
		for _, ending := range []string{".png", ".svg", ".csv"} {
			files[filepath.Join(dir, l.title+ending)] = func() ([]byte, error) { return l.encoded(ending, "Here") }
		}
	}
	if len(files) != 3*7 {
		t.Fatalf("%d files are offered", len(files))
	}
	s.write("Save", files, "done")
	if len(d.Failed) > 0 || !slices.Equal(d.Told, []string{"done"}) {
		t.Fatal(d.Failed, d.Told)
	}
	for path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(path) {
		case ".png":
			if img, err := png.Decode(bytes.NewReader(data)); err != nil || img.Bounds().Dx() < 1000 {
				t.Errorf("%s: %v", filepath.Base(path), err)
			}
		case ".svg":
			if !bytes.HasPrefix(data, []byte("<svg")) {
				t.Errorf("%s is no drawing", filepath.Base(path))
			}
		case ".csv":
			if bytes.Count(data, []byte("\n")) < 2 {
				t.Errorf("%s holds %q", filepath.Base(path), data)
			}
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestTheBookIsNeverOverwrittenByAPicture: saving onto the open book is refused.
func TestTheBookIsNeverOverwrittenByAPicture(t *testing.T) {
	d, s := open(t, usual)
	info, err := d.Book().Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.write("Save", map[string]func() ([]byte, error){info.Path: func() ([]byte, error) { return []byte("x"), nil }}, "done")
	if len(d.Failed) == 0 || len(d.Told) > 0 {
		t.Errorf("it was written: %v, %v", d.Failed, d.Told)
	}
}

func TestCopyGivesATable(t *testing.T) {
	_, s := open(t, usual)
	if !s.Act(desk.CopyChart) {
		t.Fatal("it cannot be copied")
	}
	rows := strings.Split(strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()), "\n")
	if len(rows) != 4 || !strings.HasPrefix(rows[3], "2026\t100\t68\t26\t6") {
		t.Errorf("the clipboard holds %q", rows)
	}
}

func TestPutInBook(t *testing.T) {
	d, s := open(t, usual)
	book := func() model.Section {
		t.Helper()
		y, err := d.Book().Yearbook(t.Context(), d.Edition)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(y.Sections, func(n model.Section) bool { return n.Kind == model.SectionNumbers })
		if i < 0 {
			t.Fatal("the book has no year in numbers")
		}
		return y.Sections[i]
	}
	y, err := d.Book().Yearbook(t.Context(), d.Edition)
	if err != nil {
		t.Fatal(err)
	}
	y.Sections = slices.DeleteFunc(slices.Clone(y.Sections), func(n model.Section) bool { return n.Kind == model.SectionNumbers })
	d.Write(store.UpdateYearbook{EditionID: d.Edition, Yearbook: y})
	s.putInBook(model.ChartSectors)
	if n := book(); n.Off || !slices.Equal(n.Charts, []string{model.ChartSectors}) {
		t.Fatalf("the section is %+v", n)
	}
	s.putInBook(model.ChartTurnover)
	s.putInBook(model.ChartTurnover)
	if n := book(); !slices.Equal(n.Charts, []string{model.ChartSectors, model.ChartTurnover}) {
		t.Errorf("the section is %+v", n)
	}
	story := s.shown.stories[0]
	s.tellInBook(story)
	s.tellInBook(story)
	if n := book(); n.Text != story.Text.String() {
		t.Errorf("the text is %q, want %q", n.Text, story.Text)
	}
	d.Undo()
	if n := book(); n.Text != "" || len(n.Charts) > 0 {
		t.Errorf("undo leaves %+v", n)
	}
}

func TestNothingToCount(t *testing.T) {
	small, _ := desktest.SmallBook(t)
	for name, book := range map[string]*store.Book{"no edition": desktest.Book(t, store.Create), "one person": small} {
		d := desktest.New(t, book, kit.Dark, usual)
		s := d.Open(New, desk.Place{}).(*screen)
		s.Act(desk.SaveAllCharts)
		if len(d.Failed) > 0 {
			t.Errorf("%s: %v", name, d.Failed)
		}
		empty := s.object.Objects[len(s.object.Objects)-1] == s.none
		if empty != (name == "no edition") {
			t.Errorf("%s: the empty state is shown: %t", name, empty)
		}
	}
}

// TestALateAnswerIsDropped: figures of an edition left meanwhile are not shown.
func TestALateAnswerIsDropped(t *testing.T) {
	d, s := open(t, usual)
	before := s.shown.edition.ID
	d.Late = true
	s.Show(desk.Place{})
	for _, e := range editionsOf(t, d) {
		if e.ID != before {
			d.Edition = e.ID
			break
		}
	}
	d.Arrive()
	if s.shown.edition.ID != before {
		t.Errorf("figures of %s are shown", s.shown.edition.Name())
	}
	s.Changed(nil)
	if s.shown.edition.ID != d.Edition {
		t.Error("the chosen edition is not shown")
	}
}

func editionsOf(t *testing.T, d *desktest.Desk) []model.Edition {
	t.Helper()
	all, err := d.Book().Editions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestStoriesFitOrAreFolded: what has no room is counted, and shown on demand.
func TestStoriesFitOrAreFolded(t *testing.T) {
	_, s := open(t, usual)
	hidden := 0
	for _, o := range s.tales.object.Objects[1:] {
		if !o.Visible() {
			hidden++
		} else if o.Position().Y+o.Size().Height > s.tales.object.Size().Height+1 {
			t.Errorf("a story stands outside its card")
		}
	}
	if hidden != s.tales.fit.hidden {
		t.Errorf("%d stories are hidden, the button says %d", hidden, s.tales.fit.hidden)
	}
	s.tales.expand()
	for i, o := range s.tales.object.Objects[1:] {
		if !o.Visible() {
			t.Errorf("story %d stays hidden", i)
		}
	}
}
