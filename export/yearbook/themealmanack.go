package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

var almanackFaces = faces{
	text: "SourceSerif4SmText-Regular", textItalic: "SourceSerif4SmText-It", textStrong: "SourceSerif4SmText-Semibold",
	display: "SourceSerif4Display-Regular", displayLight: "SourceSerif4Display-Regular", displayStrong: "SourceSerif4Display-Semibold",
	displayItalic: "SourceSerif4Display-LightIt",
	subhead:       "SourceSerif4Subhead-Regular", subheadItalic: "SourceSerif4Subhead-It", caption: "SourceSerif4Caption-Regular",
	sans: "SourceSerif4SmText-Regular", sansStrong: "SourceSerif4SmText-Semibold", sansBold: "SourceSerif4SmText-Semibold",
}

var almanackPalette = palette{
	ink:   page.Color{R: 0x1F, G: 0x1B, B: 0x18, K: 100},
	grey:  page.Color{R: 0x5E, G: 0x59, B: 0x54, K: 74},
	hair:  page.Color{R: 0x8C, G: 0x86, B: 0x80, K: 52},
	main:  page.Color{R: 0x6B, G: 0x1F, B: 0x24, C: 30, M: 95, Y: 80, K: 45},
	mid:   page.Color{R: 0xB3, G: 0xAB, B: 0xA1, C: 4, M: 6, Y: 10, K: 32},
	tint:  page.Color{R: 0xF3, G: 0xEF, B: 0xE7, C: 2, M: 3, Y: 7, K: 3},
	deep:  page.Color{R: 0x4E, G: 0x17, B: 0x1B, C: 35, M: 95, Y: 80, K: 60},
	cream: page.Color{R: 0xF6, G: 0xF1, B: 0xE6, C: 2, M: 4, Y: 10},
}

// Almanack is classical: one serif throughout, everything centred, names in
// small capitals, oval portraits, fine double rules, and no colour but the dark
// red of the ranks.
func Almanack() Theme { return almanack(almanackPalette, almanackFaces) }

func almanack(p palette, f faces) Theme {
	t := ground(p, f)
	t.Key = "almanack"
	t.Centred, t.DoubleRule, t.SmallCapLabels, t.Ornament = true, true, true, OrnamentFrame
	t.Rule, t.RuleColor, t.HairRule, t.Hair = typeset.Points(0.35), p.ink, typeset.Points(0.35), p.hair
	t.Portrait.Oval = true
	t.PostGap = 500 // letters after small capitals look like more of them
	smallCaps := []string{"smcp", "lnum"}
	for _, u := range []Use{Name, NameLong, NameGiven, HalfTitle, BookTitle, PageTitle, CoverTitle, OpenerTitle} {
		t.Type[u].Features, t.Type[u].Tracking = smallCaps, 15
	}
	for _, u := range []Use{Label, SectionLabel, OpenerLabel, MovementWord} {
		z := &t.Type[u]
		z.Face, z.Features, z.Tracking, z.Size = f.textStrong, []string{"c2sc", "smcp"}, 70, typeset.Points(8)
	}
	// Ink for all that other themes set in their accent: ranks alone are red.
	for _, u := range []Use{
		Question, Strapline, PullQuote, Subtitle, MovementMark, MovementWord, CaptionStrong, BandStrong, ContentsPage, SectionLabel,
		Standfirst, LargeQuote, ProseHeading, IndexLetter, Monogram,
	} {
		t.Type[u].Color = p.ink
	}
	t.Type[Question].Face, t.Type[Question].Size = f.textItalic, typeset.Points(9.25)
	t.Type[JobTitle].Face, t.Type[RunningHead].Face, t.Type[MovementNote].Face, t.Type[Caption].Face = f.textItalic, f.textItalic, f.textItalic, f.caption
	t.Type[Organisation].Face = f.text
	t.Type[Rank].Face, t.Type[Rank].Tracking = f.display, 0
	t.Type[Monogram].Features = smallCaps
	t.Type[HistoryYear].Face, t.Type[HistoryYear].Features = f.caption, []string{"onum"}
	t.Slots = slotTypes(&t, f, [slotKinds]slotSizes{
		slotSpread:   {34, 38, 84, 11, 13, 14, 18, 24, 30},
		slotOne:      {23, 27, 64, 10, 12, 12, 15, 18, 23},
		slotTwo:      {18.5, 22, 36, 9.25, 12, 10.25, 12, 0, 0},
		slotTwoFiled: {18.5, 22, 36, 9.25, 12, 10.25, 12, 0, 0},
		slotThree:    {15, 17, 30, 8.5, 10, 9.5, 11, 0, 0},
		slotFour:     {14.5, 16, 26, 8.5, 10, 9.25, 10.5, 0, 0},
	})
	t.Plans = almanackPlans()
	t.SmallSpread = smallSpread(t.Plans[slotSpread], 5)
	t.SmallSpread.portrait.at, t.SmallSpread.portrait.cols = 1.55, 2.9
	return t
}

// almanackPlans stand a spread's oval portrait in the middle of its page, the
// rank above it.
func almanackPlans() [slotKinds]plan {
	plans := plannedSlots()
	spread := &plans[slotSpread]
	spread.portrait = portraitPlan{box: box{outer, 1.25, 3.5}, shape: 1.27, step: 1, least: 0.9, below: 1.5}
	spread.quote = 5
	spread.stacks[0] = stackPlan{box: box{side: across}, items: []itemPlan{{element: ofRank}, {element: ofMovement, gap: 1.6}}}
	spread.stacks[1] = stackPlan{box: box{side: across}, standing: true, foot: line{portraitFoot, 1.5}, items: []itemPlan{{element: ofCredit}}}
	plans[slotOne].portrait.tall = 1.4 // ovals longer than that are eggs
	plans[slotTwo].portrait.shape, plans[slotTwoFiled].portrait.shape = 1.25, 1.25
	plans[slotThree].portrait.shape, plans[slotFour].portrait.shape = 1.25, 1.25
	return plans
}
