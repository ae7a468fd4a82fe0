package yearbook

import (
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The marks round a quotation are those of the house, or else of the language;
// double marks within double ones become single, and nothing else changes.
func TestQuotationMarks(t *testing.T) {
	for _, tt := range []struct {
		style       model.QuoteStyle
		text, wants string
	}{
		{model.QuotesOfLanguage, "We don’t", "‘We don’t’"},
		{model.QuotesAsWritten, "We don’t", "‘We don’t’"},
		{model.QuotesSingle, "She said “never”", "‘She said “never”’"},
		{model.QuotesDouble, "She said “never”, and didn’t", "“She said ‘never’, and didn’t”"},
		{model.QuotesGuillemets, "She said “never”", "«She said “never”»"},
	} {
		s := invented(2)
		s.Yearbook.House.Quotes = tt.style
		a := &s.Placements[1].Answers[0]
		a.Edited = tt.text + ". " + strings.Repeat("The sea is wide. ", 12)
		a.PullQuote = chosen(a.Edited, tt.text)
		if got := placed(compose(t, s), string(a.ID), model.FieldPullQuote); got != inked(tt.wants) {
			t.Errorf("%q: %q, want %q", tt.style, got, tt.wants)
		}
		if a.Edited[:len(tt.text)] != tt.text {
			t.Error("the curator's text changed")
		}
	}
}

// Who said a sentence of a theme stands below it, flush with it, on all pages and
// of all sentences; the pages after the first are not half empty.
func TestAttributionsStandAlike(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "210×265", "297×210"} {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			b := compose(t, s)
			pages := sectionsOf(b)[string(model.SectionThemes)]
			for i, n := range pages {
				p, foot := b.Document.Pages[n-1], typeset.Length(0)
				var quote *page.Text
				for _, text := range pageTexts(p) {
					foot = max(foot, text.Y)
					switch {
					case text.Role == page.Quote:
						quote = text
					case i > 0 && text.Role == page.Caption && text.Source.Field == model.FieldName:
						if off := text.X - quote.X; text.Y <= quote.Y || off > 6*typeset.Pt || off < -6*typeset.Pt {
							t.Errorf("%s %s: %q stands %.1f mm right and %.1f mm below of what was said", theme, trim, readLine(text), off.MM(), (text.Y - quote.Y).MM())
						}
					}
				}
				if foot < b.Document.Trim.H*64/100 {
					t.Errorf("%s %s: page %d of %d ends at %.0f of %.0f mm", theme, trim, i+1, len(pages), foot.MM(), b.Document.Trim.H.MM())
				}
			}
		}
	}
}
