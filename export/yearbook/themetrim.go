package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// displayUses are what becomes smaller or larger with the page. Reading type does not.
var displayUses = []Use{
	Name, NameLong, NameGiven, PostNominals, Rank, Strapline, PullQuote, PageTitle, HalfTitle, BookTitle, Subtitle, OpenerTitle, Monogram,
	Standfirst, LargeQuote, CoverTitle, CoverFigure, CoverSubtitle,
}

// forTrim gives the theme for a page of another width than the one it is drawn
// for: its large type follows the page, its reading type stays.
func (t Theme) forTrim(trim page.Size) *Theme {
	const drawnFor, least, most = 210, 0.58, 1.5
	share := max(least, min(most, trim.W.MM()/drawnFor))
	// Between the A sizes and the default nobody sees a difference, but texts break otherwise.
	if share > 0.99 && share < 1.04 {
		share = 1
	}
	t.share = share
	scaled := func(u Use, z Type) Type {
		floor := typeset.Length(0)
		switch u {
		case Name, NameLong, NameGiven:
			floor = typeset.Points(11)
		case PostNominals:
			floor = typeset.Points(8)
		case Strapline:
			floor = typeset.Points(9.5)
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
	t.OuterMargin, t.InnerMargin = t.OuterMargin*trim.W/typeset.MM(drawnFor), t.InnerMargin*trim.W/typeset.MM(drawnFor)
	high := max(0.7, min(1.6, trim.H.MM()/265))
	t.HeadMargin, t.FootMargin = typeset.Points(t.HeadMargin.Pt()*high), typeset.Points(t.FootMargin.Pt()*high)
	for k := range t.Slots {
		types := make(map[Use]Type, len(t.Slots[k].Type))
		for u, z := range t.Slots[k].Type {
			types[u] = z
		}
		for _, u := range displayUses {
			if z, own := types[u]; own {
				types[u] = scaled(u, z)
			}
		}
		t.Slots[k].Type = types
	}
	return &t
}
