package insights

import (
	"context"
	"slices"

	"laurel/export/chart"
	"laurel/model"
	"laurel/store"
)

// figures is everything the screen shows, counted off the UI goroutine.
type figures struct {
	edition       model.Edition
	list          model.List
	years         []int // of the whole series
	span          []int // of the years shown
	turnovers     []model.Turnover
	sectors       model.Breakdown
	countries     model.Breakdown
	organisations model.Breakdown
	tenure        model.Tenure
	bump          model.Bump
	movers        model.Movers
	stories       []model.Story
	photos        map[model.ID]string // keys of pictures by placement
}

// span says which years are shown.
type span int

// The spans, in the order in which they are offered.
const (
	thisEdition span = iota
	recentYears      // the last few; only where there are more
	allYears
)

// recent is how many editions recentYears shows.
const recent = 6

// since is the first year that a span of some years shows.
func (s span) since(years []int) int {
	switch {
	case s == thisEdition && len(years) > 0:
		return years[len(years)-1]
	case s == recentYears && len(years) > recent:
		return years[len(years)-recent]
	}
	return 0
}

// count reads and counts what the screen shows.
func count(ctx context.Context, b *store.Book, edition model.ID, s span) (*figures, error) {
	c, err := b.Chronicle(ctx, edition)
	if err != nil {
		return nil, err
	}
	f := figuresOf(c, s)
	f.photos = map[model.ID]string{}
	shown := shownMovers(f.movers)
	for _, m := range slices.Concat(shown.up, shown.down) {
		if f.photos[m.Placement.ID], err = photoKey(ctx, b, m.Placement); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// figuresOf counts a chronicle. What is told of the newest year – movers,
// stories, tenure – is told from all years whatever the span is.
func figuresOf(c *model.Chronicle, s span) *figures {
	short := c.Since(s.since(c.Span()))
	ranks := short
	if s == thisEdition && len(c.Years) > 1 { // a line needs two ends
		ranks = c.Since(c.Years[len(c.Years)-2].Edition.Year)
	}
	f := &figures{
		edition: c.Present().Edition, list: c.List, years: c.Span(), span: short.Span(),
		turnovers: short.Turnovers(), tenure: c.Tenure(), bump: ranks.Bump(chart.Depth(c)),
		movers: c.Movers(), stories: c.Stories(),
	}
	parts := short
	if s == thisEdition { // last year's strokes
		parts = ranks
	}
	f.sectors, f.countries, f.organisations = parts.Sectors(), parts.Countries(), parts.Organisations().Several()
	return f
}

// photoKey is the key of the picture an entry is shown with: its own, else its
// first member's; "" where there is none.
func photoKey(ctx context.Context, b *store.Book, p *model.Placement) (string, error) {
	photo := p.PhotoID
	if photo == "" && len(p.Members) > 0 {
		person, err := b.Person(ctx, p.Members[0].PersonID)
		if err != nil {
			return "", err
		}
		photo = person.PhotoID
	}
	if photo == "" {
		return "", nil
	}
	f, err := b.Photo(ctx, photo)
	return f.Key, err
}

// moverGroups are the movers that have room on the screen.
type moverGroups struct{ up, down []model.Mover }

// shownEach is how many movers of each way the screen shows.
const shownEach = 3

// shownMovers gives those who rose and fell furthest; where too few moved from
// one rank to another, those who came into or went out of the top.
func shownMovers(m model.Movers) moverGroups {
	first := func(all ...[]model.Mover) []model.Mover {
		joined := slices.Concat(all...)
		return joined[:min(shownEach, len(joined))]
	}
	return moverGroups{up: first(m.Climbs, m.Into), down: first(m.Falls, m.OutOf)}
}
