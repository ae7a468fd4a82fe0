package intake

import "testing"

func TestDivideHeadline(t *testing.T) {
	for _, c := range []struct{ headline, name, letters, title, organisation string }{
		{"Ada Example, Director of Data, Example Ferry Service", "Ada Example", "", "Director of Data", "Example Ferry Service"},
		{"Ada Example, Director of Education, Culture and Sport, Example Council", "Ada Example", "", "Director of Education", "Culture and Sport, Example Council"},
		{"Ada Example, Founder and CEO, Example, Example & Partners, Leeds", "Ada Example", "", "Founder and CEO", "Example, Example & Partners, Leeds"},
		{"Ada Example, Vice President, Head of Data and AI, Example Bank, UK", "Ada Example", "", "Vice President, Head of Data and AI", "Example Bank, UK"},
		{"Ada Example, OBE, Chief Data Officer, Example Ltd", "Ada Example", "OBE", "Chief Data Officer", "Example Ltd"},
		{"Ada Example, OBE, FRS, Partner, Example LLP", "Ada Example", "OBE FRS", "Partner", "Example LLP"},
		{"Ada Example OBE, Partner, Example LLP", "Ada Example OBE", "", "Partner", "Example LLP"},
		{"Ada Example, GAICD, Chair, Example Ltd", "Ada Example", "GAICD", "Chair", "Example Ltd"},
		{"Ada Example, CEO, Example Ltd", "Ada Example", "", "CEO", "Example Ltd"},
		{"Ada Example, MD, Example Ltd", "Ada Example", "", "MD", "Example Ltd"},
		{"Ada Example, BBC", "Ada Example", "", "", "BBC"},
		{"Ada Example, Data, Insight and Growth, Example Ltd", "Ada Example", "", "Data, Insight and Growth", "Example Ltd"},
		{"Ada Example, Data Scientist", "Ada Example", "", "Data Scientist", ""},
		{"Ada Example, Example Ltd", "Ada Example", "", "", "Example Ltd"},
		{"Ada Example, Chief Data Officer at Example Bank", "Ada Example", "", "Chief Data Officer", "Example Bank"},
		{"Ada Example, Director of Data, Office of the President", "Ada Example", "", "Director of Data", "Office of the President"},
		{"Ada Example, Director, Head Office Services", "Ada Example", "", "Director", "Head Office Services"},
		{"Ada Example, Founder, Chief Data Officer", "Ada Example", "", "Founder, Chief Data Officer", ""},
		{"Ada Example – Director of Data, Example Ltd", "Ada Example", "", "Director of Data", "Example Ltd"},
		{"Ada Example | Director of Data | Example Ltd", "Ada Example", "", "Director of Data", "Example Ltd"},
		{"Ada Example, Director (EMEA, APAC), Example Ltd", "Ada Example", "", "Director (EMEA, APAC)", "Example Ltd"},
		{"Ada Smith-Example, Co-Founder & Chair, Example Ltd", "Ada Smith-Example", "", "Co-Founder & Chair", "Example Ltd"},
		{"Ada Example", "Ada Example", "", "", ""},
	} {
		h := divideHeadline(c.headline)
		if got := (jobHeadline{c.name, c.letters, c.title, c.organisation}); h != got {
			t.Errorf("%q is divided into %+v, want %+v", c.headline, h, got)
		}
	}
}
