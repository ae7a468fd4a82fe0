package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// Laurel is the default theme: a serif for reading, a sans for names of things
// and figures, one quiet green.
func Laurel() Theme {
	t := Theme{
		Key:  "laurel",
		Ink:  page.Color{R: 0x1C, G: 0x1C, B: 0x1B, K: 100},
		Grey: page.Color{R: 0x62, G: 0x65, B: 0x62, K: 72},
		Hair: page.Color{R: 0xB4, G: 0xB9, B: 0xB5, C: 4, Y: 3, K: 30},
		Main: page.Color{R: 0x2C, G: 0x5A, B: 0x45, C: 75, M: 25, Y: 65, K: 45},
		Mid:  page.Color{R: 0x8F, G: 0xAE, B: 0x9B, C: 40, M: 8, Y: 35, K: 18},
		Tint: page.Color{R: 0xE8, G: 0xEF, B: 0xEA, C: 9, M: 2, Y: 8, K: 1},
		Deep: page.Color{R: 0x23, G: 0x4A, B: 0x3A, C: 80, M: 35, Y: 70, K: 55},
		// Paper white would glare on the deep green.
		Cream: page.Color{R: 0xF6, G: 0xF3, B: 0xEA, C: 2, M: 3, Y: 9},

		HeadMargin: typeset.MM(20), FootLine: 52,
		OuterMargin: typeset.MM(22), InnerMargin: typeset.MM(19),
		Columns: 6, Gutter: typeset.MM(5),
		Leading:  12 * typeset.Pt,
		HairRule: typeset.Points(0.4), Rule: typeset.Points(0.6),
	}
	const (
		smText  = "SourceSerif4SmText-"
		display = "SourceSerif4Display-"
		subhead = "SourceSerif4Subhead-"
		caption = "SourceSerif4Caption-Regular"
		sans    = "SourceSans3-"
	)
	oldStyle, lining, tabular := []string{"onum"}, []string{"lnum"}, []string{"tnum", "lnum"}
	set := func(u Use, face string, size, leading float64, tracking int, features []string, c page.Color) {
		t.Type[u] = Type{Face: face, Size: typeset.Points(size), Leading: typeset.Points(leading), Tracking: tracking, Features: features, Color: c}
	}
	set(Body, smText+"Regular", 9.25, 12, 0, oldStyle, t.Ink)
	set(BodyItalic, smText+"It", 9.25, 12, 0, oldStyle, t.Ink)
	set(BodyStrong, smText+"Semibold", 9.25, 12, 0, oldStyle, t.Ink)
	set(Question, sans+"Semibold", 9, 12, 0, nil, t.Main)
	set(Name, display+"Regular", 26, 30, -12, lining, t.Ink)
	set(NameGiven, display+"Light", 26, 30, -12, lining, t.Ink)
	set(NameLong, display+"Regular", 21, 24, -10, lining, t.Ink)
	set(PostNominals, display+"Regular", 18.7, 30, 70, []string{"c2sc", "smcp"}, t.Grey)
	set(Rank, display+"Light", 92, 92, -25, lining, t.Main)
	set(JobTitle, sans+"Regular", 9.5, 12, 0, nil, t.Ink)
	set(Organisation, sans+"Semibold", 9.5, 12, 0, nil, t.Ink)
	set(Strapline, subhead+"It", 12, 15, 0, nil, t.Main)
	set(PullQuote, display+"LightIt", 20, 25, 0, nil, t.Main)
	set(PageTitle, display+"Regular", 46, 48, -14, lining, t.Ink)
	set(HalfTitle, display+"Regular", 20, 24, -8, lining, t.Ink)
	set(BookTitle, display+"Regular", 54, 58, -16, lining, t.Ink)
	set(Subtitle, subhead+"It", 20, 24, 0, nil, t.Main)
	set(OpenerTitle, display+"Light", 64, 68, -16, lining, t.Cream)
	set(OpenerText, subhead+"Regular", 11, 18, 0, nil, t.Cream)
	set(Label, sans+"Semibold", 6.75, 9, 90, []string{"case"}, t.Grey)
	set(Caption, sans+"Regular", 7.5, 9, 0, nil, t.Grey)
	set(CaptionStrong, sans+"Semibold", 7.5, 9, 0, nil, t.Main)
	set(History, caption, 7.25, 9, 0, lining, t.Grey)
	set(HistoryYear, sans+"Semibold", 7.5, 9, 0, tabular, t.Ink)
	set(Movement, sans+"Regular", 8.5, 12, 0, lining, t.Grey)
	set(MovementMark, sans+"Semibold", 8.5, 12, 0, lining, t.Main)
	set(MovementWord, sans+"Bold", 6.75, 12, 90, []string{"case"}, t.Main)
	set(MovementNote, sans+"Regular", 8, 12, 0, lining, t.Grey)
	set(PhotoCredit, caption, 7, 9, 0, nil, t.Grey)
	set(Band, sans+"Regular", 8.5, 12, 0, tabular, t.Ink)
	set(BandStrong, sans+"Semibold", 8.5, 12, 0, tabular, t.Main)
	set(BandNote, sans+"Regular", 8.5, 12, 0, tabular, t.Grey)
	set(RunningHead, sans+"Regular", 7.5, 9, 10, nil, t.Grey)
	set(Folio, smText+"Regular", 9.25, 12, 0, lining, t.Ink)
	set(ContentsTitle, subhead+"Regular", 13, 18, 0, lining, t.Ink)
	set(ContentsPage, sans+"Semibold", 10, 18, 0, tabular, t.Main)
	set(ContentsNote, sans+"Regular", 8.5, 12, 0, nil, t.Grey)
	set(Table, sans+"Regular", 8.5, 12, 0, tabular, t.Ink)
	set(TableStrong, sans+"Semibold", 8.5, 12, 0, tabular, t.Ink)
	set(TableNumber, sans+"Semibold", 9, 12, 0, tabular, t.Ink)
	set(TableName, smText+"Regular", 9.5, 12, 0, nil, t.Ink)
	set(TableNameStrong, smText+"Semibold", 9.5, 12, 0, nil, t.Ink)
	set(TableNote, sans+"Regular", 7.25, 9, 0, nil, t.Grey)
	set(IndexLetter, subhead+"Regular", 12, 12, 0, nil, t.Main)
	set(IndexEntry, sans+"Regular", 7.75, 10.5, 0, nil, t.Ink)
	set(IndexMain, sans+"Semibold", 7.75, 10.5, 0, nil, t.Ink)
	set(Imprint, smText+"Regular", 8, 12, 0, lining, t.Ink)
	set(ImprintLabel, smText+"Regular", 8, 12, 0, lining, t.Grey)
	set(Monogram, display+"Light", 98, 98, 0, lining, t.Main)
	set(Prose, smText+"Regular", 11, 16, 0, oldStyle, t.Ink)
	set(ProseItalic, smText+"It", 11, 16, 0, oldStyle, t.Ink)
	set(ProseStrong, smText+"Semibold", 11, 16, 0, oldStyle, t.Ink)
	set(ProseHeading, sans+"Semibold", 11, 16, 0, nil, t.Main)
	set(Standfirst, subhead+"It", 18, 24, 0, nil, t.Main)
	set(SectionLabel, sans+"Semibold", 7.25, 12, 90, []string{"case"}, t.Main)
	set(LargeQuote, display+"LightIt", 29, 36, 0, nil, t.Main)
	set(Quotation, smText+"Regular", 10.5, 15, 0, oldStyle, t.Ink)
	set(QuoteName, sans+"Semibold", 7.75, 12, 0, nil, t.Ink)
	set(IndexPost, sans+"Regular", 7.75, 10.5, 60, []string{"c2sc", "smcp"}, t.Grey)
	pale := blend(t.Deep, t.Cream, 0.72)
	set(OpenerLabel, sans+"Semibold", 7.25, 12, 90, []string{"case"}, pale)
	set(OpenerEntry, sans+"Semibold", 10, 12, 0, tabular, t.Cream)
	set(OpenerNote, sans+"Regular", 10, 12, 0, tabular, pale)
	set(CoverTitle, display+"Regular", 50, 49, -14, lining, t.Cream)
	set(CoverFigure, display+"Light", 214, 214, -30, lining, t.Cream)
	set(CoverSubtitle, subhead+"It", 15.5, 18.5, 0, nil, pale)
	set(CoverNote, sans+"Regular", 10, 12, 0, nil, t.Cream)
	set(CoverNoteStrong, sans+"Semibold", 10, 12, 20, nil, t.Cream)
	t.Portrait.Grey = false
	t.Slots = laurelSlots(&t)
	return t
}

// laurelSlots are the sizes of names, ranks and titles in each slot.
func laurelSlots(t *Theme) (slots [slotKinds]SlotTheme) {
	type sizes struct {
		name, nameLeading, rank, job, jobLeading, strapline, straplineLeading, quote, quoteLeading float64
	}
	for kind, z := range map[slotKind]sizes{
		slotSpread:   {38, 42, 145, 10.5, 12, 14, 18, 29, 36},
		slotOne:      {26, 30, 92, 9.5, 12, 12, 15, 20, 25},
		slotTwo:      {20.5, 24, 40, 9, 12, 10.25, 12, 0, 0},
		slotTwoFiled: {20.5, 24, 40, 9, 12, 10.25, 12, 0, 0},
		slotThree:    {16, 18, 34, 8.25, 10, 0, 0, 0, 0},
		slotFour:     {15, 16, 28, 8.25, 10, 0, 0, 0, 0},
	} {
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
		if kind == slotThree {
			strong := types[Name]
			strong.Face = "SourceSerif4Display-Semibold"
			types[Name] = strong
			strong.Size, strong.Leading = types[NameLong].Size, types[NameLong].Leading
			types[NameLong] = strong
		}
		slots[kind].Type = types
	}
	return slots
}
