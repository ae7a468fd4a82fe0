package yearbook

import (
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/model"
)

// hostileTexts are what curators paste, from the innocent to the malicious.
var hostileTexts = []string{
	"Yes",
	"No.",
	"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh the Younger, of that ilk",
	"Dame Ann said: “No. 3 – of 1,000 – cost £3.5 million in 2022–2024 […] at 12 km”. See https://www.example.org/a/very/long/path/that-goes-on?and=on&so=forth#until-it-ends.",
	"office ffi ﬁ Łódź naïve Ångström’s ‘q’ “w” — em–en-hyphen … ½ ⅓ № § ¶ † ‡ ™ ®",
	"Κάθε χρόνο μετρούσαμε ξανά το λιμάνι",
	"Каждый год мы заново измеряли гавань",
	"قسنا الميناء مرة أخرى وكان لا يزال هناك، 25 مترا.",
	"מדדנו את הנמל שוב, 25 מטר, והוא (עדיין) שם.",
	"हमने बंदरगाह को फिर से नापा और वह अब भी वहीं था",
	"港口 항구 เรือ \U0001F600 \U0001F468\u200D\U0001F469\u200D\U0001F467 \U00013000",
	"h\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 tower, a\u0308 composed, \u0301alone",
	"soft\u00adhyphens in trans\u00adfor\u00adma\u00adtion",
	"\u202Eoverride\u202C \u2066isolate\u2069 \u200Emark\u200F zero\u200Bwidth non\u200Cjoiner",
	"bell\u0007 null\u0000 escape\u001b delete\u007f private\ue000 nonchar\ufffe\uffff replaced\ufffd",
	"broken \xff\xfe\xc3( bytes",
	strings.Repeat("W", 300),
	strings.Repeat("unbreakable\u00a0", 40) + "end",
	strings.Repeat("a-b/c.d,", 60),
}

// Whatever stands in whichever field, every character of it stands on the pages
// of its profile, once and in order, and the source of each line is true.
func TestEveryFieldIsPlacedWhole(t *testing.T) {
	s := invented(len(hostileTexts))
	for i := range s.Placements {
		p, text := &s.Placements[i], func(n int) string { return hostileTexts[(i+n)%len(hostileTexts)] }
		p.Members[0].Name = model.Name{Given: "Ada", Family: "Quill" + itoa(i)}
		p.Members[0].Title, p.Members[0].Organisation = text(0), text(1)
		p.Strapline, p.Citation = text(2), text(3)
		a := &p.Answers[0]
		a.Question, a.Edited = text(4), strings.Repeat(text(5)+" ", 1+i%4)
		p.Answers = append(p.Answers, model.Answer{ID: a.ID + "-long", Question: "And then?", Edited: proseOf(900) + "\n\n" + text(6)})
	}
	b := compose(t, s)
	checkOnThePage(t, b)
	for i := range s.Placements {
		p := &s.Placements[i]
		checkWhole(t, b, p, string(p.ID), model.FieldTitle, p.Members[0].Title)
		checkWhole(t, b, p, string(p.ID), model.FieldOrganisation, p.Members[0].Organisation)
		checkWhole(t, b, p, string(p.ID), model.FieldStrapline, p.Strapline)
		checkWhole(t, b, p, string(p.ID), model.FieldCitation, p.Citation)
		checkWhole(t, b, p, string(p.ID), model.FieldName, p.Members[0].Name.WithPrefix())
		for j := range p.Answers {
			checkWhole(t, b, p, string(p.Answers[j].ID), model.FieldQuestion, p.Answers[j].Question)
			checkWhole(t, b, p, string(p.Answers[j].ID), model.FieldExcerpt, p.Answers[j].Printed())
		}
	}
	missing := problemsOf(b, model.ProblemMissingGlyph)
	for _, p := range missing {
		if p.Person == "" || p.Field == "" || !strings.Contains(p.Text.String(), "U+") {
			t.Errorf("%+v names no person, field or character", p)
		}
	}
	if len(missing) == 0 {
		t.Error("no character is missing")
	}
}

// checkWhole reads a field on the pages of its profile.
func checkWhole(t *testing.T, b *Book, p *model.Placement, record, field, given string) {
	t.Helper()
	var all strings.Builder
	for _, n := range b.PagesOf(p.ID) {
		for _, text := range pageTexts(b.Document.Pages[n-1]) {
			if text.Source.Record != record || text.Source.Field != field || text.Role == page.Caption {
				continue // a name below what somebody says at large is a caption
			}
			line := readLine(text)
			all.WriteString(line)
			checkRange(t, text, given, line)
		}
	}
	// A title may run on to the organisation with a comma.
	if got, want := inked(all.String()), mended(given); got != want && got != want+"," {
		t.Errorf("%s of %s:\nplaced %q\ngiven  %q", field, p.ID, got, want)
	}
}

// checkRange looks that a line's source says where in the field its text is.
func checkRange(t *testing.T, text *page.Text, given, line string) {
	t.Helper()
	from, to := text.Source.Start, text.Source.End
	if to <= from || to > len(given) {
		return // a line of a field that is set whole, such as a name
	}
	if got, want := inked(line), mended(given[from:to]); got != want {
		t.Errorf("the source of %q is %q", got, want)
	}
}

// mended is what prints of a text: each damaged byte as a sign of its own.
func mended(text string) string { return inked(string([]rune(text))) }
