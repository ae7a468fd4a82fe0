package yearbook

import (
	"math"
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
)

// displayUses are what becomes smaller or larger with the page.
var displayUses = []Use{
	Name, NameLong, NameGiven, PostNominals, Rank, Strapline, PullQuote, PageTitle, HalfTitle, BookTitle, Subtitle, OpenerTitle, Monogram,
	Standfirst, LargeQuote, CoverTitle, CoverFigure, CoverSubtitle,
}

// The page that the themes are drawn for, in mm.
const drawnWidth, drawnHeight = 210, 265

// broadest is how much larger than the height of a page asks for its large type
// is at the most.
const broadest = 1.15

// Reading type steps down on narrower pages, which are held nearer to the eye:
// by readingStep of its size for each mm of width, 8.5 pt on A5, 8.25 pt on the
// narrowest page; never under leastReading, where the x-height of the serif is
// 1.4 mm, what is asked of print that everybody can read (1.2 mm is the least
// that EU 1169/2011 allows on labels). Notes and labels end at leastNote.
const (
	readingStep  = 0.00131
	leastReading = 8.0  // pt
	leastNote    = 6.75 // pt
)

// readingShare is the size of reading type on a page of a width, of that on the
// default page.
func readingShare(w typeset.Length) float64 {
	return 1 - readingStep*max(0, drawnWidth-w.MM())
}

// forTrim gives the theme for a page of another width than the one it is drawn
// for: its large type follows the page; its reading type, and the grid with it,
// steps down a little on small pages.
func (t Theme) forTrim(trim page.Size) *Theme {
	const least, most = 0.58, 1.5
	share := max(least, min(most, trim.W.MM()/drawnWidth, broadest*trim.H.MM()/drawnHeight))
	// Between the A sizes and the default nobody sees a difference, but texts break otherwise.
	if share > 0.99 && share < 1.04 {
		share = 1
	}
	t.share = share
	t.stepReading(readingShare(trim.W))
	scaled := func(u Use, z Type) Type {
		floor := typeset.Length(0)
		switch u {
		case Name, NameLong, NameGiven:
			floor = typeset.Points(11)
		case PostNominals:
			floor = typeset.Points(8)
		case Strapline:
			floor = typeset.Points(9)
		}
		if size := max(typeset.Length(float64(z.Size)*share), min(floor, z.Size)); size != z.Size {
			z.Leading = typeset.Length(float64(z.Leading) * float64(size) / float64(z.Size))
			z.Size = size
		}
		return z
	}
	for _, u := range displayUses {
		t.Type[u] = scaled(u, t.Type[u])
	}
	t.OuterMargin, t.InnerMargin = t.OuterMargin*trim.W/typeset.MM(drawnWidth), t.InnerMargin*trim.W/typeset.MM(drawnWidth)
	high := max(0.7, min(1.6, trim.H.MM()/drawnHeight))
	t.HeadMargin, t.FootMargin = typeset.Points(t.HeadMargin.Pt()*high), typeset.Points(t.FootMargin.Pt()*high)
	for k := range t.Slots {
		for _, u := range displayUses {
			if z, own := t.Slots[k].Type[u]; own {
				t.Slots[k].Type[u] = scaled(u, z)
			}
		}
	}
	if trim.W < typeset.MM(roomyWidth) || trim.H < typeset.MM(roomyHeight) {
		t.Plans[slotSpread] = t.SmallSpread
	}
	return &t
}

// stepReading makes all type that does not follow the page smaller by a share,
// and the grid with it; the slots get types of their own, which may be changed.
func (t *Theme) stepReading(share float64) {
	// The grid goes by quarters of a point, so that its lines are those of any ruler.
	leading := typeset.Points(math.Round(t.Leading.Pt()*share*4) / 4)
	step := func(u Use, z Type) Type {
		if share == 1 || slices.Contains(displayUses, u) {
			return z
		}
		least := typeset.Points(leastNote)
		if slices.Contains(readingUses, u) {
			least = typeset.Points(leastReading)
		}
		twentieths := math.Round(z.Size.Pt() * share * 20) // of a point
		z.Size = max(typeset.Points(twentieths/20), min(least, z.Size))
		z.Leading = z.Leading * leading / t.Leading
		return z
	}
	for u := range t.Type {
		t.Type[u] = step(Use(u), t.Type[u])
	}
	for k := range t.Slots {
		types := make(map[Use]Type, len(t.Slots[k].Type))
		for u, z := range t.Slots[k].Type {
			types[u] = step(u, z)
		}
		t.Slots[k].Type = types
	}
	t.Leading, t.Gutter = leading, typeset.Length(float64(t.Gutter)*share)
}
