package yearbook

import (
	"strings"
	"testing"

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
