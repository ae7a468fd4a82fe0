package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// spanishFamilies are the commonest Spanish family names, folded; they tell
// that the word before the last is a family name too ("García Márquez").
var spanishFamilies = setOf("garcia", "rodriguez", "gonzalez", "fernandez", "lopez", "martinez", "sanchez", "perez", "gomez", "martin", "jimenez", "ruiz",
	"hernandez", "diaz", "moreno", "munoz", "alvarez", "romero", "alonso", "gutierrez", "navarro", "torres", "dominguez", "vazquez", "ramos", "gil", "ramirez",
	"serrano", "blanco", "molina", "morales", "suarez", "ortega", "delgado", "castro", "ortiz", "rubio", "marin", "sanz", "nunez", "iglesias", "medina", "garrido",
	"cortes", "castillo", "santos", "lozano", "guerrero", "cano", "prieto", "mendez", "cruz", "herrera", "penas", "flores", "cabrera", "vega", "vargas", "fuentes",
	"carrasco", "reyes", "aguilar", "mendoza", "rojas", "salazar", "guzman", "silva", "marquez", "valdes", "ibanez", "pena", "rios", "soto", "campos", "vidal", "lorca", "borges")

// vietnameseFamilies and koreanFamilies stand first in a name.
var (
	vietnameseFamilies = setOf("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Phan", "Đinh", "Trịnh")
	koreanFamilies     = setOf("Kim", "Lee", "Yi", "Park", "Pak", "Choi", "Choe", "Jeong", "Jung", "Chung", "Kang", "Cho", "Jo", "Yoon", "Yun", "Jang", "Chang", "Lim", "Im", "Han", "Oh", "Seo",
		"Shin", "Sin", "Kwon", "Hwang", "Ahn", "An", "Song", "Ryu", "Yoo", "Yu", "Hong", "Moon", "Mun", "Bae", "Baek", "Paik", "Nam", "Noh", "Roh", "Ha", "Ban", "Koo", "Ku", "Son", "Sohn")
)

// compoundGivens are the words after "María de" that make one given name with it.
var compoundGivens = setOf("angeles", "carmen", "mar", "pilar", "rosario", "dolores", "paz", "cruz", "luz", "soledad", "mercedes", "jesus", "dios", "lourdes",
	"fatima", "guadalupe", "rocio", "valle", "socorro", "refugio", "consuelo", "nieves", "milagros", "amparo", "concepcion", "remedios", "graca", "ceu", "fe")

func isSpanishFamily(w string) bool {
	f := Fold(w)
	return startsUpper(w) && (spanishFamilies[f] || len(f) > 5 && strings.HasSuffix(f, "ez"))
}

// twoFamilyNames says whether the last two words are both family names, as in
// Spain and Latin America.
func twoFamilyNames(words []string, hints NameHints) bool {
	last := words[len(words)-1]
	before := words[len(words)-2]
	switch base := baseOf(hints.Locale); {
	case base == "es" || base == "gl" || base == "ca":
		return isSpanishFamily(before) || len(words) > 3
	case !isSpanishFamily(before):
		return false
	}
	accented := Fold(before) != strings.ToLower(before)
	first, _, _ := strings.Cut(last, "-")
	return accented || isSpanishFamily(first)
}

// afterCompoundGiven gives the word at which looking for a family name may
// start: 1, or later behind a given name such as "María de los Ángeles".
func afterCompoundGiven(words []string) int {
	switch Fold(words[0]) {
	case "maria", "mª", "jose", "juan", "ana", "rosa":
	default:
		return 1
	}
	i := 1
	for i < len(words) && isParticle(words[i]) && startsLower(words[i]) {
		i++
	}
	if i > 1 && i < len(words)-1 && compoundGivens[Fold(words[i])] {
		return i + 1
	}
	return 1
}

// familyFirst says whether a name of two words or more begins with the family
// name: by hint, by script, by a family in capitals ("WANG Xiaoming"), or
// because it is plainly Vietnamese or Korean.
func familyFirst(words []string, hints NameHints) bool {
	if hints.FamilyFirst {
		return true
	}
	switch baseOf(hints.Locale) {
	case "hu", "zh", "ja", "ko", "vi":
		return true
	}
	switch {
	case isEastAsian(words[0]):
		return true
	case vietnameseFamilies[words[0]]:
		return true
	case len(words) == 2 && koreanFamilies[words[0]]:
		first, second, hyphen := strings.Cut(words[1], "-")
		return hyphen && startsUpper(first) && startsLower(second) && len(first) > 1
	}
	shouted := isShouted(words[0], 3)
	for _, w := range words[1:] {
		shouted = shouted && strings.ContainsFunc(w, unicode.IsLower)
	}
	return shouted
}

func isEastAsian(w string) bool {
	return !strings.ContainsFunc(w, func(r rune) bool {
		return !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
	})
}

func baseOf(locale string) string {
	tag, err := language.Parse(locale)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}
