package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// boundForward are words that never end a line: what they belong to follows.
var boundForward = set("No. Nos. no. nos. Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Mx Mx. Dame Sir Prof Prof. Lord Lady Rev Rev. Revd Hon. St St. " +
	"p. pp. vol. vols. ch. fig. figs. c. ca. v. vs. cf. e.g. i.e. § № " +
	"Mme Mmes Mlle MM. Mgr Hr. Fr. Frl. Sr. Sra. Sres. Srta. Dª Dña. Sig. Sig.ra Dott. Dott.ssa dott. dott.ssa Ing. ing. dhr. mevr. mr. dr. prof. ir. " +
	"'s ’s 't ’t 'n ’n") // Dutch: ’s avonds

// boundToNumber are words that never end a line where a number follows.
var boundToNumber = set("Nr. Nr nr. nr S. s. Abs. Art. art. Abb. Bd. Kap. kap. Tab. tab. Aufl. n.º n.o nº n° N° núm. num. pág. págs. pag. blz. cap. t. sid. Seite page pagina página sida")

// units follow a number without a line end between.
var units = set("mm cm m km mi ft in g kg t lb oz ml l s ms min h hr hrs K k GB MB TB kB kW MW GW kWh MWh GWh TWh V W Hz kHz MHz GHz dB " +
	"°C °F % ‰ am pm a.m. p.m. BC AD BCE CE million billion trillion bn tn m. per pt px dpi ha sq " +
	"€ £ $ ¥ kr kr. CHF EUR USD GBP SEK NOK DKK Mio. Mrd. Millionen Milliarden millions milliards millones miljoen miljard miljoner miljarder milhões milioni miliardi Uhr")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// bound says whether a line must not end between two words (Hart's Rules,
// "No. 3", "Dr Smith", "J. R. Smith", "12 km", before "[…]" and before a dash; the
// same in other languages: "S. 3", "z. B.", "10 000 €").
func bound(before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	if c := before[len(before)-1]; len(before) <= 8 && (c == '.' || c >= 'A' && c <= 'z' || c >= 0x80) {
		bare := strings.TrimLeft(before, "(‘“'\"[")
		if boundForward[bare] || boundForward[before] || initial(before) && capital(after) ||
			boundToNumber[bare] && digit(after[0]) || letterStop(bare) && letterStop(strings.TrimRight(after, ",;:)”’")) {
			return true
		}
	}
	switch after[0] {
	case '-':
		if strings.Trim(after, "-") == "" { // typed for a dash
			return true
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if thousands(before, after) {
			return true
		}
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

func digit(c byte) bool { return c >= '0' && c <= '9' }

// letterStop says whether a word is one letter with a full stop, as in "d. h.".
func letterStop(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return len(w) == n+1 && w[n] == '.' && unicode.IsLetter(r)
}

// thousands says whether a space parts the thousands of a number: "10 000".
func thousands(before, after string) bool {
	before = strings.TrimLeft(before, "(‘“'\"[~≈±£$€¥+-−")
	after = strings.TrimRight(after, ".,;:!?)”’")
	if len(before) < 1 || len(before) > 3 || before[0] == '0' && len(before) < 3 {
		return false
	}
	after, _, _ = strings.Cut(after, ",")
	return len(after) == 3 && strings.IndexFunc(before+after, func(r rune) bool { return r < '0' || r > '9' }) < 0
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
