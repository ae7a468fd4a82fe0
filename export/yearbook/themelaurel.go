package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// faces are the faces of a theme by what they are for. A curator's own font
// takes the place of all faces of its role.
type faces struct {
	text, textItalic, textStrong                        string
	display, displayLight, displayStrong, displayItalic string
	subhead, subheadItalic, caption                     string
	sans, sansStrong, sansBold                          string
}

// palette are the colours of a theme.
type palette struct {
	ink, grey, hair, main, mid, tint, deep, cream page.Color
}

var laurelFaces = faces{
	text: "SourceSerif4SmText-Regular", textItalic: "SourceSerif4SmText-It", textStrong: "SourceSerif4SmText-Semibold",
	display: "SourceSerif4Display-Regular", displayLight: "SourceSerif4Display-Light", displayStrong: "SourceSerif4Display-Semibold",
	displayItalic: "SourceSerif4Display-LightIt",
	subhead:       "SourceSerif4Subhead-Regular", subheadItalic: "SourceSerif4Subhead-It", caption: "SourceSerif4Caption-Regular",
	sans: "SourceSans3-Regular", sansStrong: "SourceSans3-Semibold", sansBold: "SourceSans3-Bold",
}

var laurelPalette = palette{
	ink:  page.Color{R: 0x1C, G: 0x1C, B: 0x1B, K: 100},
	grey: page.Color{R: 0x62, G: 0x65, B: 0x62, K: 72},
	hair: page.Color{R: 0xB4, G: 0xB9, B: 0xB5, C: 4, Y: 3, K: 30},
	main: page.Color{R: 0x2C, G: 0x5A, B: 0x45, C: 75, M: 25, Y: 65, K: 45},
	mid:  page.Color{R: 0x8F, G: 0xAE, B: 0x9B, C: 40, M: 8, Y: 35, K: 18},
	tint: page.Color{R: 0xE8, G: 0xEF, B: 0xEA, C: 9, M: 2, Y: 8, K: 1},
	deep: page.Color{R: 0x23, G: 0x4A, B: 0x3A, C: 80, M: 35, Y: 70, K: 55},
	// Paper white would glare on the deep green.
	cream: page.Color{R: 0xF6, G: 0xF3, B: 0xEA, C: 2, M: 3, Y: 9},
}

// Laurel is the default theme: a serif for reading, a sans for names of things
// and figures, one quiet green.
func Laurel() Theme { return laurel(laurelPalette, laurelFaces) }

func laurel(p palette, f faces) Theme {
	t := ground(p, f)
	t.Key = "laurel"
	t.Slots = slotTypes(&t, f, laurelSizes)
	t.Plans = plannedSlots()
	t.SmallSpread = smallSpread(t.Plans[slotSpread], 3.5)
	return t
}

// ground is what the themes have in common: the uses of type at the sizes of the
// default page, in the faces and colours of one of them.
func ground(p palette, f faces) Theme {
	t := Theme{
		Ink: p.ink, Grey: p.grey, Hair: p.hair, Main: p.main, Mid: p.mid, Tint: p.tint, Deep: p.deep, Cream: p.cream,
		HeadMargin: typeset.MM(20), FootMargin: typeset.MM(24.8),
		OuterMargin: typeset.MM(22), InnerMargin: typeset.MM(19),
		Columns: 6, Gutter: typeset.MM(5),
		Leading:  12 * typeset.Pt,
		PostGap:  333,
		HairRule: typeset.Points(0.4), Rule: typeset.Points(0.4), RuleColor: p.hair,
	}
	oldStyle, lining, tabular := []string{"onum"}, []string{"lnum"}, []string{"tnum", "lnum"}
	set := func(u Use, face string, size, leading float64, tracking int, features []string, c page.Color) {
		t.Type[u] = Type{Face: face, Size: typeset.Points(size), Leading: typeset.Points(leading), Tracking: tracking, Features: features, Color: c}
	}
	set(Body, f.text, 9.25, 12, 0, oldStyle, t.Ink)
	set(BodyItalic, f.textItalic, 9.25, 12, 0, oldStyle, t.Ink)
	set(BodyStrong, f.textStrong, 9.25, 12, 0, oldStyle, t.Ink)
	set(Question, f.sansStrong, 9, 12, 0, nil, t.Main)
	set(Name, f.display, 26, 30, -12, lining, t.Ink)
	set(NameGiven, f.displayLight, 26, 30, -12, lining, t.Ink)
	set(NameLong, f.display, 21, 24, -10, lining, t.Ink)
	set(PostNominals, f.display, 18.7, 30, 70, []string{"c2sc", "smcp"}, t.Grey)
	set(Rank, f.displayLight, 92, 92, -25, lining, t.Main)
	set(JobTitle, f.sans, 9.5, 12, 0, nil, t.Ink)
	set(Organisation, f.sansStrong, 9.5, 12, 0, nil, t.Ink)
	set(Strapline, f.subheadItalic, 12, 15, 0, nil, t.Main)
	set(PullQuote, f.displayItalic, 20, 25, 0, nil, t.Main)
	set(PageTitle, f.display, 46, 48, -14, lining, t.Ink)
	set(HalfTitle, f.display, 20, 24, -8, lining, t.Ink)
	set(BookTitle, f.display, 54, 58, -16, lining, t.Ink)
	set(Subtitle, f.subheadItalic, 20, 24, 0, nil, t.Main)
	set(OpenerTitle, f.displayLight, 64, 68, -16, lining, t.Cream)
	set(OpenerText, f.subhead, 11, 18, 0, nil, t.Cream)
	set(Label, f.sansStrong, 6.75, 9, 90, []string{"case"}, t.Grey)
	set(Caption, f.sans, 7.5, 9, 0, nil, t.Grey)
	set(CaptionStrong, f.sansStrong, 7.5, 9, 0, nil, t.Main)
	set(History, f.caption, 7.25, 9, 0, lining, t.Grey)
	set(HistoryYear, f.sansStrong, 7.5, 9, 0, tabular, t.Ink)
	set(Movement, f.sans, 8.5, 12, 0, lining, t.Grey)
	set(MovementMark, f.sansStrong, 8.5, 12, 0, lining, t.Main)
	set(MovementWord, f.sansBold, 6.75, 12, 90, []string{"case"}, t.Main)
	set(MovementNote, f.sans, 8, 12, 0, lining, t.Grey)
	set(PhotoCredit, f.caption, 7, 9, 0, nil, t.Grey)
	set(Band, f.sans, 8.5, 12, 0, tabular, t.Ink)
	set(BandStrong, f.sansStrong, 8.5, 12, 0, tabular, t.Main)
	set(BandNote, f.sans, 8.5, 12, 0, tabular, t.Grey)
	set(RunningHead, f.sans, 7.5, 9, 10, nil, t.Grey)
	set(Folio, f.text, 9.25, 12, 0, lining, t.Ink)
	set(ContentsTitle, f.subhead, 13, 18, 0, lining, t.Ink)
	set(ContentsPage, f.sansStrong, 10, 18, 0, tabular, t.Main)
	set(ContentsNote, f.sans, 8.5, 12, 0, nil, t.Grey)
	set(Table, f.sans, 8.5, 12, 0, tabular, t.Ink)
	set(TableStrong, f.sansStrong, 8.5, 12, 0, tabular, t.Ink)
	set(TableNumber, f.sansStrong, 9, 12, 0, tabular, t.Ink)
	set(TableName, f.text, 9.5, 12, 0, nil, t.Ink)
	set(TableNameStrong, f.textStrong, 9.5, 12, 0, nil, t.Ink)
	set(TableNote, f.sans, 7.25, 9, 0, nil, t.Grey)
	set(IndexLetter, f.subhead, 12, 12, 0, nil, t.Main)
	set(IndexEntry, f.sans, 7.75, 10.5, 0, nil, t.Ink)
	set(IndexMain, f.sansStrong, 7.75, 10.5, 0, nil, t.Ink)
	set(Imprint, f.text, 8, 12, 0, lining, t.Ink)
	set(ImprintLabel, f.text, 8, 12, 0, lining, t.Grey)
	set(Monogram, f.displayLight, 98, 98, 0, lining, t.Main)
	set(Prose, f.text, 11, 16, 0, oldStyle, t.Ink)
	set(ProseItalic, f.textItalic, 11, 16, 0, oldStyle, t.Ink)
	set(ProseStrong, f.textStrong, 11, 16, 0, oldStyle, t.Ink)
	set(ProseHeading, f.sansStrong, 11, 16, 0, nil, t.Main)
	set(Standfirst, f.subheadItalic, 18, 24, 0, nil, t.Main)
	set(SectionLabel, f.sansStrong, 7.25, 12, 90, []string{"case"}, t.Main)
	set(LargeQuote, f.displayItalic, 29, 36, 0, nil, t.Main)
	set(Quotation, f.text, 10.5, 15, 0, oldStyle, t.Ink)
	set(QuoteName, f.sansStrong, 7.75, 12, 0, nil, t.Ink)
	set(IndexPost, f.sans, 7.75, 10.5, 60, []string{"c2sc", "smcp"}, t.Grey)
	pale := blend(t.Deep, t.Cream, 0.72)
	set(OpenerLabel, f.sansStrong, 7.25, 12, 90, []string{"case"}, pale)
	set(OpenerEntry, f.sansStrong, 10, 12, 0, tabular, t.Cream)
	set(OpenerNote, f.sans, 10, 12, 0, tabular, pale)
	set(CoverTitle, f.display, 50, 49, -14, lining, t.Cream)
	set(CoverFigure, f.displayLight, 214, 214, -30, lining, t.Cream)
	set(CoverSubtitle, f.subheadItalic, 15.5, 18.5, 0, nil, pale)
	set(CoverNote, f.sans, 10, 12, 0, nil, t.Cream)
	set(CoverNoteStrong, f.sansStrong, 10, 12, 20, nil, t.Cream)
	return t
}

// slotSizes are the sizes and leadings of a slot's type in points; 0: those of
// the pages.
type slotSizes struct {
	name, nameLeading, rank, job, jobLeading, strapline, straplineLeading, quote, quoteLeading float64
}

var laurelSizes = [slotKinds]slotSizes{
	slotSpread:   {38, 42, 145, 10.5, 12, 14, 18, 29, 36},
	slotOne:      {26, 30, 92, 9.5, 12, 12, 15, 20, 25},
	slotTwo:      {20.5, 24, 40, 9, 12, 10.25, 12, 0, 0},
	slotTwoFiled: {20.5, 24, 40, 9, 12, 10.25, 12, 0, 0},
	slotThree:    {16, 18, 34, 8.25, 10, 9.5, 11, 0, 0},
	slotFour:     {15, 16, 28, 8.25, 10, 9.25, 10.5, 0, 0},
}

// slotTypes are names, ranks and titles in the sizes of each slot. Where three
// share a page the family name is the stronger, for they are filed by it.
func slotTypes(t *Theme, f faces, all [slotKinds]slotSizes) (slots [slotKinds]SlotTheme) {
	for kind, z := range all {
		size := func(u Use, size, leading float64) Type {
			out := t.Type[u]
			if size > 0 {
				out.Size, out.Leading = typeset.Points(size), typeset.Points(leading)
			}
			return out
		}
		types := map[Use]Type{
			Name: size(Name, z.name, z.nameLeading), NameLong: size(NameLong, z.name*0.82, z.nameLeading*0.82),
			NameGiven: size(NameGiven, z.name, z.nameLeading), PostNominals: size(PostNominals, z.name*0.72, z.nameLeading),
			Rank: size(Rank, z.rank, z.rank), JobTitle: size(JobTitle, z.job, z.jobLeading), Organisation: size(Organisation, z.job, z.jobLeading),
			Strapline: size(Strapline, z.strapline, z.straplineLeading), PullQuote: size(PullQuote, z.quote, z.quoteLeading),
		}
		if slotKind(kind) == slotThree {
			for _, u := range []Use{Name, NameLong} {
				strong := types[u]
				strong.Face = f.displayStrong
				types[u] = strong
			}
		}
		slots[kind].Type = types
	}
	return slots
}
