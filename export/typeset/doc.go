// Package typeset turns text and a width into lines: fonts, shaping, hyphenation
// and line breaking over whole paragraphs. It knows no page, no file and nothing
// of leaders' lists.
//
// A Library is made once and shared:
//
//	lib, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
//	face, err := lib.Face("SourceSerif4SmText-Regular")
//	body := typeset.Style{Face: face, Size: typeset.Points(9.25), Features: "onum,pnum", Lang: "en-GB"}
//
// A paragraph becomes lines, whose first glyphs belong at the left edge of the
// measure + Indent - Hang:
//
//	set, err := lib.Set(ctx, typeset.Paragraph{
//		Spans: []typeset.Span{{Text: answer, Style: body}}, Measure: typeset.MM(82),
//		Hyphenate: true, Hang: true,
//	})
//	for i, line := range set.Lines {
//		draw(x+line.Indent-line.Hang, y+typeset.Length(i)*leading, line)
//	}
//
// Labels and names are set in one line, as wide as they are or within a limit:
//
//	line, missing := lib.SetLine(typeset.Span{Text: "No. 3", Style: label})
//	line, size, fits := lib.FitLine(typeset.MM(38.5), 850, typeset.Span{Text: name, Style: display})
//
// What no face can show is set as a box and reported; no character is lost.
// Everything is counted in whole numbers: the same text gives the same lines on
// every machine.
package typeset
