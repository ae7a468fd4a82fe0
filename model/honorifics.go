package model

import "strings"

// honorifics stand before a name; folded, without points.
var honorifics = setOfFolded(
	"mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady", "dowager",
	"the lord", "the lady", "the baroness", "the baron", "the earl of", "the countess of", "the viscount", "the viscountess", "the duke of", "the duchess of",
	"baroness", "viscount", "viscountess", "countess", "marquess", "marchioness", "duchess",
	"the rt hon", "rt hon", "the right hon", "right hon", "the right honourable", "right honourable", "the hon", "the honourable", "honourable",
	"he", "hh", "hm", "hrh", "tsh", "his excellency", "her excellency", "their excellencies", "his highness", "her highness",
	"his royal highness", "her royal highness", "his majesty", "her majesty", "his eminence", "his grace", "her grace",
	"rev", "revd", "reverend", "the rev", "the revd", "the reverend", "the very revd", "the rt revd", "the right revd", "the right reverend",
	"the most revd", "the most reverend", "the very reverend", "the ven", "the venerable", "canon", "archbishop", "archdeacon", "cardinal", "father", "mgr", "msgr", "monsignor",
	"rabbi", "imam", "sheikh", "sheikha", "shaikh", "shaikha", "sayyid", "ayatollah", "haji", "hajjah", "alhaji", "alhaja", "mallam",
	"capt", "captain", "maj", "lt", "lieutenant", "col", "colonel", "lt col", "lieutenant colonel", "brig", "brigadier", "maj gen", "major general",
	"lt gen", "lieutenant general", "gen", "admiral", "adm", "rear admiral", "vice admiral", "cdr", "commander", "lt cdr", "lieutenant commander", "commodore",
	"air marshal", "air chief marshal", "air vice-marshal", "air vice marshal", "air commodore", "group captain", "wing commander", "squadron leader", "flight lieutenant",
	"field marshal", "sgt", "sergeant", "cpl", "corporal", "cllr", "councillor", "alderman", "senator", "sen", "ambassador", "amb",
	"mr justice", "mrs justice", "ms justice", "lord justice", "lady justice", "his honour judge", "her honour judge", "hhj",
	"tan sri", "tan sri dato", "tan sri datuk", "tun", "datuk", "dato", "dato'", "datuk seri", "dato sri", "dato' sri", "datin", "datin paduka", "puan sri",
	"herr", "frau", "dipl-ing", "dipl-kfm", "dipl-volkswirt", "dr-ing", "univ-prof", "ao univ-prof", "priv-doz", "pd", "drs", "monsieur", "madame", "mme", "mlle", "maître",
	"señor", "señora", "señorita", "srta", "dona", "doña", "dott", "dottssa", "profssa", "avv", "mudr", "judr", "phdr", "rndr", "mvdr", "paeddr", "shri", "smt", "shrimati",
	"δρ", "καθ", "καθηγητης", "καθηγητρια", "κ", "κα", "д-р", "проф", "профессор", "доктор", "г-н", "г-жа", "акад",
	"د", "أد", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة", "السيد", "السيدة", "الشيخ", "الشيخة", "الأمير", "الأميرة",
	`ד"ר`, "פרופ'", "פרופ", "פרופסור", "מר", "גב'", "הרב", "עוד",
)

// honorificsToo are given or family names as well: they count before two words
// or more ("Major Anna Reed", but "Major Reed") or after another honorific.
var honorificsToo = setOf("major", "general", "baron", "earl", "duke", "prince", "princess", "chief", "judge", "justice", "bishop", "hon",
	"fr", "sister", "brother", "ing", "sri", "marshal", "president", "pandit", "ustad", "sultan", "shah", "dom")

// honorificsPointed count only with their point: without it they are names.
var honorificsPointed = setOf("ing", "ir", "mag", "eng", "engr", "arch", "adv", "er", "sr", "sra", "sig", "on", "doc", "bc", "pr", "me", "d", "ven", "fr", "kum")

// honorificsAfter only go on after an honorific: "Dr. h.c. mult.", "Dr. rer. nat.".
var honorificsAfter = setOf("hc", "mult", "med", "dent", "iur", "jur", "phil", "rer", "nat", "pol", "habil", "eh", "theol", "vet", "oec", "sc", "techn", "ing", "agr")

// longestHonorific is how many words one honorific has at the most.
const longestHonorific = 4

// takeHonorifics parts the honorifics, as they are written, from the words after
// them; at least one word stays a name.
func takeHonorifics(words []string) (name []string, prefix string) {
	var taken []string
	for len(words) > 1 {
		n := honorificLength(words, len(taken) > 0)
		if n == 0 {
			break
		}
		for _, w := range words[:n] {
			taken = append(taken, strings.Trim(w, ","))
		}
		words = words[n:]
	}
	return words, strings.Join(taken, " ")
}

// honorificLength is how many of the first words are one honorific.
func honorificLength(words []string, after bool) int {
	for n := min(longestHonorific, len(words)-1); n > 0; n-- {
		form := honorificForm(strings.Join(words[:n], " "))
		if n == 1 && form == "he" && strings.ReplaceAll(words[0], ".", "") != "HE" {
			continue // "He" is a name
		}
		if honorifics[form] || honorificsToo[form] && (after || len(words)-n > 1) {
			return n
		}
	}
	pointed := strings.HasSuffix(words[0], ".")
	form := honorificForm(words[0])
	switch {
	case pointed && honorificsPointed[form], pointed && after && honorificsAfter[form]:
		return 1
	case after && len(words) > 2 && (words[0] == "&" || words[0] == "and") && honorificLength(words[1:], true) > 0:
		return 1
	}
	return 0
}

// honorificForm is how an honorific is looked up.
func honorificForm(s string) string {
	return strings.ReplaceAll(Fold(strings.Trim(s, ",")), ".", "")
}

func setOfFolded(words ...string) map[string]bool {
	for i, w := range words {
		words[i] = Fold(w)
	}
	return setOf(words...)
}
