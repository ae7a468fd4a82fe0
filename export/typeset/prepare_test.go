package typeset_test

import (
	"testing"

	"laurel/export/typeset"
)

func TestPrepare(t *testing.T) {
	quotes := typeset.HouseStyle{Quotes: true}
	dashes := typeset.HouseStyle{Dashes: true}
	bind := typeset.HouseStyle{NoBreak: true}
	tests := []struct {
		name     string
		style    typeset.HouseStyle
		in, want string
	}{
		{"nothing asked", typeset.HouseStyle{}, `"It's" - 2022-2024 … No. 3`, `"It's" - 2022-2024 … No. 3`},
		{"quotes", quotes, `She said "it's 'ours'" (the '90s).`, `She said “it’s ‘ours’” (the ’90s).`},
		{"curly quotes stay", quotes, `‘single’ “double” it’s`, `‘single’ “double” it’s`},
		{"possessive", quotes, `the teams' work`, `the teams’ work`},
		{"damaged bytes stay", quotes, "\"a\xffb\"", "“a\xffb”"},
		{"dash between spaces", dashes, `work - and luck -- and time`, `work – and luck – and time`},
		{"hyphens stay", dashes, `well-known, 020-7946, 2024-05-01, -3`, `well-known, 020-7946, 2024-05-01, -3`},
		{"years", dashes, `2022-2024, 1999-2000, 2023-24 but 2024-05`, `2022–2024, 1999–2000, 2023–24 but 2024-05`},
		{"ellipses stay", typeset.UK, `I… well … and […] then`, `I… well … and […] then`},
		{"bound words", bind, `No. 3 by Dr Ann J. R. Smith, 12 km away […] and on`, "No.\u00a03 by Dr\u00a0Ann J.\u00a0R.\u00a0Smith, 12\u00a0km away\u00a0[…] and on"},
	}
	for _, tt := range tests {
		if got := typeset.Prepare(tt.in, tt.style); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		once := typeset.Prepare(tt.in, tt.style)
		if twice := typeset.Prepare(once, tt.style); twice != once {
			t.Errorf("%s: prepared twice %q", tt.name, twice)
		}
	}
}
