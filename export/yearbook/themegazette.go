package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

var gazetteFaces = faces{
	text: "SourceSans3-Regular", textItalic: "SourceSans3-It", textStrong: "SourceSans3-Semibold",
	display: "SourceSans3-Bold", displayLight: "SourceSans3-Regular", displayStrong: "SourceSans3-Black", displayItalic: "SourceSans3-Semibold",
	subhead: "SourceSans3-Semibold", subheadItalic: "SourceSans3-Semibold", caption: "SourceSans3-Regular",
	sans: "SourceSans3-Regular", sansStrong: "SourceSans3-Semibold", sansBold: "SourceSans3-Bold",
}

var gazettePalette = palette{
	ink:   page.Color{R: 0x11, G: 0x11, B: 0x11, K: 100},
	grey:  page.Color{R: 0x5A, G: 0x5A, B: 0x5A, K: 75},
	hair:  page.Color{R: 0x9C, G: 0x9C, B: 0x9C, K: 45},
	main:  page.Color{R: 0xC8, G: 0x10, B: 0x2E, C: 10, M: 100, Y: 85, K: 5},
	mid:   page.Color{R: 0xA6, G: 0xA6, B: 0xA6, K: 42},
	tint:  page.Color{R: 0xEE, G: 0xEE, B: 0xEE, K: 9},
	deep:  page.Color{R: 0xC8, G: 0x10, B: 0x2E, C: 10, M: 100, Y: 85, K: 5},
	cream: page.Color{R: 0xFF, G: 0xFF, B: 0xFF},
}

// Gazette is modernist: one sans throughout, heavy ranks on red plates, a wide
// outer margin, thick rules, ragged right.
func Gazette() Theme { return gazette(gazettePalette, gazetteFaces) }

func gazette(p palette, f faces) Theme {
	t := ground(p, f)
	t.Key = "gazette"
	t.OuterMargin, t.InnerMargin = typeset.MM(36), typeset.MM(16)
	t.Rule, t.RuleColor = typeset.Points(1.5), p.ink
	t.Ragged, t.Ornament = true, OrnamentBars
	t.Portrait = PortraitStyle{Plate: true, PlateColor: p.cream, Tone: gazetteTone(p)}
	for _, u := range []Use{Body, BodyItalic, BodyStrong} {
		// The sans runs narrower and lighter than the serif at the same size.
		t.Type[u].Size, t.Type[u].Features = typeset.Points(9.25), []string{"lnum"}
	}
	t.Type[Question].Size, t.Type[Question].Color = typeset.Points(9.25), p.main
	t.Type[Question].Face = f.sansBold
	t.Type[Rank].Face, t.Type[Rank].Tracking = "SourceSans3-Black", -20
	if f.displayStrong != gazetteFaces.displayStrong {
		t.Type[Rank].Face = f.displayStrong
	}
	t.Type[CoverFigure].Face, t.Type[Monogram].Face = t.Type[Rank].Face, t.Type[Rank].Face
	for _, u := range []Use{Name, NameLong, NameGiven, PageTitle, HalfTitle, BookTitle, OpenerTitle, CoverTitle} {
		t.Type[u].Tracking = -12
	}
	t.Type[OpenerTitle].Face = t.Type[Rank].Face
	t.Type[Strapline].Color, t.Type[PullQuote].Color = p.ink, p.main
	t.Type[PostNominals].Face = f.sans
	t.Slots = slotTypes(&t, f, [slotKinds]slotSizes{
		slotSpread:   {36, 38, 150, 10.5, 12, 13, 16, 26, 31},
		slotOne:      {25, 27, 46, 9.5, 12, 11.5, 14, 19, 23},
		slotTwo:      {19, 21, 26, 9, 12, 9.75, 12, 0, 0},
		slotTwoFiled: {19, 21, 26, 9, 12, 9.75, 12, 0, 0},
		slotThree:    {15, 16.5, 20, 8.25, 10, 9, 10.75, 0, 0},
		slotFour:     {14, 15, 18, 8.25, 10, 8.75, 10.25, 0, 0},
	})
	t.Plans = gazettePlans()
	t.Plans[slotSpread].answers.first = line{slotTop, 14} // its names are set closer
	t.SmallSpread = smallSpread(t.Plans[slotSpread], 3.5)
	return t
}

// gazetteTone prints portraits in black with a little of the accent in their
// middle tones: photos of many hands become those of one book, and the red stays
// the only colour.
func gazetteTone(p palette) page.Tone {
	grey := page.Color{R: 0x8C, G: 0x8C, B: 0x8C, K: 52}
	return page.Tone{Dark: p.ink, Middle: blend(grey, p.main, 0.16)}
}

// gazettePlans have the rank on the portrait and not beside the name.
func gazettePlans() [slotKinds]plan {
	plans := plannedSlots()
	plans[slotTwo] = plans[slotTwoFiled]
	for kind := range plans {
		if slotKind(kind) == slotSpread {
			continue
		}
		for i := range plans[kind].stacks {
			stack := &plans[kind].stacks[i]
			items, rank := stack.items[:0:0], itemPlan{}
			for _, item := range stack.items {
				if item.element == ofRank {
					rank = item
					continue
				}
				if rank.gap > item.gap { // what stood below the rank takes its place
					item.gap, item.notAbove = rank.gap, rank.notAbove
				}
				items, rank = append(items, item), itemPlan{}
			}
			stack.items = items
		}
	}
	plans[slotOne].stacks[0].items[1].gap = 2.5
	return plans
}
