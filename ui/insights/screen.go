// Package insights is the screen of what a list tells over the years: who came
// and went, who moved, where they come from, how the top changed, and stories
// worth telling. Every chart is drawn once, as marks of a page: the window
// paints the marks that the book prints. It never counts on the UI goroutine.
package insights

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/chart"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

type screen struct {
	desk   desk.Desk
	object *fyne.Container
	work   fyne.CanvasObject
	none   fyne.CanvasObject
	wait   *kit.Skeleton
	about  *kit.Label // which list
	spans  *fyne.Container
	save   *kit.Button
	scroll *kit.Scroll
	board  *board
	cards  *fyne.Container
	charts []*shown
	last   *shown // the chart that had the keyboard last
	movers *moverList
	moved  *card
	tales  *storyList
	told   *card
	shown  *figures
	span   span
	coming bool // the screen was gone to: the keyboard is taken when there are charts
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d, span: spanNamed(d.Memory().Text("insights.span", "")), wait: kit.NewSkeleton(boardRow1, 0)}
	s.about = kit.NewElastic("", kit.Small.In(kit.Ink3))
	s.spans = container.NewStack()
	s.save = kit.NewMedium(lang.L("Save all…"), s.saveAll).WithIcon(kit.IconExport)
	s.movers, s.tales = newMoverList(s), newStoryList(s)
	s.build()
	head := kit.Pad(kit.MidRow(12,
		kit.Natural(kit.NewLabel(lang.L("Insights"), kit.Title)), kit.Grow(1, s.about), kit.Natural(s.spans), kit.Natural(s.save)), 0, boardEdge, 0, boardEdge)
	s.scroll = kit.NewScroll(s.cards)
	s.work = kit.Column(0, kit.Fixed(64, head), kit.Grow(1, s.scroll))
	s.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconChart, Missing: lang.L("There is nothing to count yet"),
		Do:     lang.L("Insights tell how a list changes: confirm people in an edition, and enter or import the years before it."),
		Action: lang.L("Go to the edition"), OnTap: func() { d.Go(desk.Place{Screen: desk.Edition}) },
	}), 420, 0))
	s.object = container.NewStack(kit.NewFill(kit.Canvas), s.wait)
	return s
}

// Heights of the rows of cards at the smallest.
const (
	boardRow1 = 312
	boardRow2 = 376
	boardRow3 = 340
)

// build makes the cards.
func (s *screen) build() {
	turnover := s.addChart(model.ChartTurnover, lang.L("Turnover"), lang.L("Turnover needs two editions"), lang.L("Enter or import the year before."), drawTurnover)
	sectors := s.addChart(model.ChartSectors, lang.L("Sectors"), lang.L("No sectors yet"), lang.L("Give the people of this edition a sector."), drawSectors)
	bump := s.addChart(model.ChartTopTen, lang.L("Rank over the years"), lang.L("Ranks need two editions"), lang.L("Lines are drawn where two editions or more give ranks."), drawBump)
	countries := s.addChart(model.ChartRegions, lang.L("Countries"), lang.L("No countries yet"), lang.L("Give the people of this edition a country."), drawCountries)
	organisations := s.addChart(model.ChartOrganisations, lang.L("Organisations"), lang.L("Nobody shares an organisation"), lang.L("Organisations with two people or more stand here."), drawOrganisations)
	tenure := s.addChart(model.ChartTenure, lang.L("How often included"), lang.L("Tenure needs two editions"), lang.L("Enter or import the year before."), drawTenure)
	s.moved = newCard(lang.L("Movers"), s.movers.list, lang.L("Nobody has moved"), lang.L("Movement is counted between two editions that give ranks."), func() []*fyne.MenuItem { return s.chartMenu(s.moverChart()) })
	s.told = newCard(lang.L("Stories"), s.tales.object, lang.L("No stories yet"), lang.L("They are found where several editions can be compared."), s.storyMenu)
	s.board = &board{
		spans: [][]int{{1, 1, 1}, {2, 1}, {1, 1, 1}},
		least: []float32{boardRow1, boardRow2, boardRow3},
		room: func() float32 {
			if s.scroll == nil {
				return 0
			}
			return s.scroll.Size().Height
		},
	}
	s.cards = container.New(s.board, turnover, sectors, s.moved.object, bump, s.told.object, countries, organisations, tenure)
}

// shown is a chart on the screen.
type shown struct {
	kind string
	card *card
	plot *plot
	draw func(*figures) drawing
}

func (s *screen) addChart(kind, title, none, do string, draw func(*figures) drawing) fyne.CanvasObject {
	c := &shown{kind: kind, draw: draw}
	c.plot = newPlot(title, fyne.NewSize(160, 160), s.openSpot, s.desk.Fail)
	c.card = newCard(title, c.plot, none, do, func() []*fyne.MenuItem { return s.chartMenu(s.leaving(c)) })
	c.plot.focus = func() {
		s.last = c
		top := c.card.object.Position().Y
		s.scroll.Reveal(top, top+c.card.object.Size().Height)
	}
	s.charts = append(s.charts, c)
	return c.card.object
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show counts anew and gives the keyboard to the chart that had it last.
func (s *screen) Show(desk.Place) {
	s.coming = true
	s.fetch()
}

// Place says which edition is shown.
func (s *screen) Place() desk.Place {
	return desk.Place{Screen: desk.Insights, EditionID: s.desk.EditionID()}
}

// Changed counts again.
func (s *screen) Changed([]store.Event) { s.fetch() }

// Flush has nothing to hand over: nothing is typed here.
func (s *screen) Flush() {}

// Act answers the commands of the menus. Those about a chart mean the one that
// had the keyboard last, at first the first.
func (s *screen) Act(c desk.Command) bool {
	if s.shown == nil {
		return false
	}
	if s.last == nil {
		s.last = s.charts[0]
	}
	l := s.leaving(s.last)
	switch c {
	case desk.CopyChart:
		s.copyChart(l)
	case desk.SaveChart:
		s.saveChart(l, ".png")
	case desk.ChartInBook:
		s.putInBook(l.kind)
	case desk.SaveAllCharts:
		s.saveAll()
	default:
		return false
	}
	return true
}

func (s *screen) fetch() {
	id, chosen := s.desk.EditionID(), s.span
	if id == "" {
		s.stage(s.none)
		return
	}
	if s.shown == nil {
		s.wait.Begin()
	}
	s.desk.Fetch("insights.figures", func(ctx context.Context, b *store.Book) (any, error) { return count(ctx, b, id, chosen) }, func(v any, err error) {
		s.wait.End()
		switch {
		case err != nil:
			s.desk.Fail(err)
		case id == s.desk.EditionID():
			s.fill(v.(*figures))
		}
	})
}

func (s *screen) stage(o fyne.CanvasObject) {
	if last := len(s.object.Objects) - 1; s.object.Objects[last] != o {
		s.object.Objects = append(s.object.Objects[:1:1], o)
		s.object.Refresh()
	}
}

// fill shows what was counted.
func (s *screen) fill(f *figures) {
	s.shown = f
	if len(f.turnovers) == 0 || f.turnovers[len(f.turnovers)-1].Entries == 0 {
		s.stage(s.none)
		return
	}
	s.about.SetText(aboutList(f))
	s.fillSpans(f)
	for _, c := range s.charts {
		draw := c.draw(f)
		c.plot.set(draw)
		c.card.say(noteOf(c.kind, f))
		c.card.show(canDraw(draw, s.desk.Fail))
	}
	s.movers.fill(f)
	if f.movers.Before > 0 {
		s.moved.say(lang.L("since {{.Year}}", map[string]any{"Year": f.movers.Before}))
	}
	s.moved.show(len(s.movers.rows) > 0)
	s.tales.fill(f)
	s.told.say(lang.N("{{.Count}} found", len(f.stories), map[string]any{"Count": len(f.stories)}))
	s.told.show(len(f.stories) > 0)
	s.stage(s.work)
	s.relay()
	if s.coming {
		s.coming = false
		if s.last == nil {
			s.last = s.charts[0]
		}
		s.last.plot.quiet = true
		s.desk.Window().Canvas().Focus(s.last.plot)
	}
}

// relay lays the cards out again.
func (s *screen) relay() {
	s.board.least[1] = boardRow2
	if s.tales.expanded {
		const frame = 76 // head and padding of the card
		s.board.least[1] = fyne.Max(boardRow2, s.tales.height(s.tales.object.Size().Width)+frame)
	}
	s.cards.Refresh()
	s.scroll.Refresh()
}

// canDraw says whether a chart has something to show at a usual size.
func canDraw(draw drawing, failed func(error)) bool {
	t, err := onPaper()
	if err != nil {
		failed(err)
		return false
	}
	return draw(t, length(380), length(240), "") != nil
}

// aboutList names the list, its region and what it was called before.
func aboutList(f *figures) string {
	name := f.list.Name
	if f.edition.Region != "" {
		name += " (" + f.edition.Region + ")"
	}
	if former := f.list.FormerNames; len(former) > 0 {
		return lang.L("{{.List}}, formerly {{.Former}}", map[string]any{"List": name, "Former": strings.Join(former, ", ")})
	}
	return name
}

// fillSpans offers the spans that differ.
func (s *screen) fillSpans(f *figures) {
	first, last := f.years[0], f.years[len(f.years)-1]
	offered := []span{thisEdition, allYears}
	texts := []string{lang.L("This edition"), yearsText(first, last)}
	if len(f.years) > recent {
		offered = []span{thisEdition, recentYears, allYears}
		texts = []string{lang.L("This edition"), yearsText(f.years[len(f.years)-recent], last), lang.L("All years")}
	}
	if len(f.years) < 2 {
		s.spans.Objects = nil
		s.spans.Refresh()
		return
	}
	control := kit.NewSegment(texts, func(i int) {
		s.span = offered[i]
		s.desk.Memory().SetText("insights.span", strconv.Itoa(int(s.span)))
		s.fetch()
	})
	chosen := s.span
	if !slices.Contains(offered, chosen) {
		chosen = allYears
	}
	control.Select(slices.Index(offered, chosen))
	if len(s.spans.Objects) == 1 {
		if old, ok := s.spans.Objects[0].(*kit.Segment); ok && slices.Equal(old.Options(), texts) {
			old.Select(control.Selected())
			return
		}
	}
	s.spans.Objects = []fyne.CanvasObject{control}
	s.spans.Refresh()
}

func spanNamed(text string) span {
	if n, err := strconv.Atoi(text); err == nil && n >= int(thisEdition) && n <= int(allYears) {
		return span(n)
	}
	return recentYears
}

func yearsText(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// openSpot leads to what a part of a chart stands for.
func (s *screen) openSpot(at chart.Spot) {
	switch {
	case at.Person != "":
		s.desk.Go(desk.Place{Screen: desk.People, PersonID: at.Person})
	case at.Placement != "":
		s.openPlacement(at.Placement)
	case at.Edition != "":
		s.desk.Go(desk.Place{Screen: desk.Edition, EditionID: at.Edition})
	}
}

// openPlacement leads to an entry in the list of its year.
func (s *screen) openPlacement(id model.ID) {
	s.desk.Fetch("insights.open", func(ctx context.Context, b *store.Book) (any, error) { return b.Placement(ctx, id) }, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.desk.Go(desk.Place{Screen: desk.Edition, EditionID: v.(model.Placement).EditionID, PlacementID: id})
	})
}

func (s *screen) openEntry(p *model.Placement) {
	if len(p.Members) == 0 {
		s.openPlacement(p.ID)
		return
	}
	s.desk.Go(desk.Place{Screen: desk.People, PersonID: p.Members[0].PersonID})
}

func (s *screen) openStory(story model.Story) {
	switch {
	case len(story.About) == 0:
		s.desk.Go(desk.Place{Screen: desk.Edition})
	case story.About[0].Person != "":
		s.desk.Go(desk.Place{Screen: desk.People, PersonID: story.About[0].Person})
	default:
		s.openPlacement(story.About[0].Placement)
	}
}
