package yearbook

import (
	"strings"

	"laurel/model"
)

// quoted puts a quotation between the marks of the house style, or else of the
// book's language. Double marks within double ones become single (Hart's Rules);
// a single one may be an apostrophe and stays.
func (c *composition) quoted(text string) string {
	switch c.snapshot.Yearbook.House.Quotes {
	case model.QuotesSingle:
		return "‘" + text + "’"
	case model.QuotesDouble:
		return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(text) + "”"
	case model.QuotesGuillemets:
		return "«" + text + "»"
	}
	return c.words.say("quote", "text", text)
}

// withoutMarks takes away the marks round the whole of a quotation; those round
// a part of it stay.
func withoutMarks(text string) string {
	for _, pair := range [...][2]string{{"‘", "’"}, {"“", "”"}, {"«", "»"}} {
		inner, opens := strings.CutPrefix(text, pair[0])
		inner, closes := strings.CutSuffix(inner, pair[1])
		if opens && closes && !strings.Contains(inner, pair[0]) {
			return inner
		}
	}
	return text
}

// spacedDash is the dash between words as the book's own words have it.
const spacedDash = " – "

// dash is what the house sets between words.
func (c *composition) dash() string {
	if c.snapshot.Yearbook.House.Dashes == model.DashesClosed {
		return "—"
	}
	return spacedDash
}
