package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// boundForward are words that never end a line: what they belong to follows.
var boundForward = set("No. Nos. no. nos. Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Mx Mx. Dame Sir Prof Prof. Lord Lady Rev Rev. Revd Hon. St St. " +
	"p. pp. vol. vols. ch. fig. figs. c. ca. v. vs. cf. e.g. i.e. § №")

// units follow a number without a line end between.
var units = set("mm cm m km mi ft in g kg t lb oz ml l s ms min h hr hrs K k GB MB TB kB kW MW GW kWh MWh GWh TWh V W Hz kHz MHz GHz dB " +
	"°C °F % ‰ am pm a.m. p.m. BC AD BCE CE million billion trillion bn tn m. per pt px dpi ha sq")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// bound says whether a line must not end between two words (Hart's Rules,
// "No. 3", "Dr Smith", "J. R. Smith", "12 km", before "[…]" and before a dash).
func bound(before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	if c := before[len(before)-1]; len(before) <= 8 && (c == '.' || c >= 'A' && c <= 'z' || c >= 0x80) {
		if boundForward[strings.TrimLeft(before, "(‘“'\"[")] || initial(before) && capital(after) {
			return true
		}
	}
	switch after[0] {
	case '[':
		if strings.HasPrefix(after, "[…]") || strings.HasPrefix(after, "[...]") {
			return true
		}
	case ':', ';', '!', '?', ')', ']', '/', '%':
		if len(after) == 1 {
			return true
		}
	}
	if after[0] >= 0x80 {
		switch strings.TrimRight(after, ".,;:!?)”’") {
		case "–", "—", "−", "…", "»":
			return true
		}
	}
	if before == "«" || before == "‹" {
		return true
	}
	return numeral(before) && units[strings.TrimRight(after, ",;:!?)”’")]
}

// initial says whether a word is initials of a name: "J.", "J.R.", "(J".
func initial(w string) bool {
	w = strings.TrimLeft(w, "(‘“'\"[")
	if !strings.HasSuffix(w, ".") {
		return false
	}
	for len(w) > 0 {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || len(w) == n || w[n] != '.' {
			return false
		}
		w = strings.TrimPrefix(w[n+1:], "-")
	}
	return true
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func numeral(w string) bool {
	w = strings.TrimLeft(w, "(‘“'\"[~≈±£$€¥+-−")
	if w == "" {
		return false
	}
	for _, r := range w {
		if (r < '0' || r > '9') && r != '.' && r != ',' && r != '–' && r != '½' && r != '¼' && r != '¾' {
			return false
		}
	}
	return w[0] >= '0' && w[0] <= '9' || w[0] == 0xC2
}
