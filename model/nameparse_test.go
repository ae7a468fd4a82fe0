package model

import (
	"strings"
	"testing"
	"unicode"
)

func TestParseName(t *testing.T) {
	tests := []struct {
		text string
		want Name
	}{
		{"", Name{}},
		{"  ", Name{}},
		{"Ada Example", Name{Given: "Ada", Family: "Example"}},
		{"  Ada\u00a0 Example ", Name{Given: "Ada", Family: "Example"}},
		{"Ada Mary Example", Name{Given: "Ada Mary", Family: "Example"}},
		{"J. R. R. Marlow", Name{Given: "J. R. R.", Family: "Marlow"}},
		{"Ada Reed-Marsh", Name{Given: "Ada", Family: "Reed-Marsh"}},
		{"Siobhán O’Leary", Name{Given: "Siobhán", Family: "O’Leary"}},
		{"Anne-Marie D'Arcy", Name{Given: "Anne-Marie", Family: "D'Arcy"}},
		{"bell rivers", Name{Given: "bell", Family: "rivers"}},
		{"Zendara", Name{Given: "Zendara"}},
		{"will.o.wisp", Name{Given: "will.o.wisp"}},

		// honorifics
		{"Dr Ada Example", Name{Prefix: "Dr", Given: "Ada", Family: "Example"}},
		{"Dr. Ada Example", Name{Prefix: "Dr.", Given: "Ada", Family: "Example"}},
		{"Prof. Dr. Ada Example", Name{Prefix: "Prof. Dr.", Given: "Ada", Family: "Example"}},
		{"Prof Dr Dr h.c. mult. Ada Example", Name{Prefix: "Prof Dr Dr h.c. mult.", Given: "Ada", Family: "Example"}},
		{"Dr.-Ing. Ada Example", Name{Prefix: "Dr.-Ing.", Given: "Ada", Family: "Example"}},
		{"Dr Phil Example", Name{Prefix: "Dr", Given: "Phil", Family: "Example"}},
		{"The Rt Hon Ada Example MP", Name{Prefix: "The Rt Hon", Given: "Ada", Family: "Example", PostNominals: "MP"}},
		{"The Rt. Hon. Dame Ada Example DBE", Name{Prefix: "The Rt. Hon. Dame", Given: "Ada", Family: "Example", PostNominals: "DBE"}},
		{"The Right Honourable the Baroness Hale of Rookmoor", Name{Prefix: "The Right Honourable the Baroness", Given: "Hale of Rookmoor"}},
		{"Baroness Hale of Rookmoor DBE", Name{Prefix: "Baroness", Given: "Hale of Rookmoor", PostNominals: "DBE"}},
		{"Ada Marsh of Kelso", Name{Given: "Ada", Family: "Marsh of Kelso"}},
		{"H.E. Ada Example", Name{Prefix: "H.E.", Given: "Ada", Family: "Example"}},
		{"HE Sheikha Noor Al Harith", Name{Prefix: "HE Sheikha", Given: "Noor", Particle: "Al", Family: "Harith"}},
		{"He Jianguo", Name{Given: "He", Family: "Jianguo"}},
		{"His Excellency Ada Example", Name{Prefix: "His Excellency", Given: "Ada", Family: "Example"}},
		{"Sir Tom Reed KBE", Name{Prefix: "Sir", Given: "Tom", Family: "Reed", PostNominals: "KBE"}},
		{"Dame Mary", Name{Prefix: "Dame", Given: "Mary"}},
		{"Rev Dr Tom Reed", Name{Prefix: "Rev Dr", Given: "Tom", Family: "Reed"}},
		{"Air Vice-Marshal Sue Reed CB", Name{Prefix: "Air Vice-Marshal", Given: "Sue", Family: "Reed", PostNominals: "CB"}},
		{"Lt Col Sue Reed", Name{Prefix: "Lt Col", Given: "Sue", Family: "Reed"}},
		{"Major Reed", Name{Given: "Major", Family: "Reed"}},
		{"Major Sue Reed", Name{Prefix: "Major", Given: "Sue", Family: "Reed"}},
		{"Earl Grayling", Name{Given: "Earl", Family: "Grayling"}},
		{"Mr. & Mrs. Tom Reed", Name{Prefix: "Mr. & Mrs.", Given: "Tom", Family: "Reed"}},
		{"Δρ. Ελένη Παπαδάκη", Name{Prefix: "Δρ.", Given: "Ελένη", Family: "Παπαδάκη"}},
		{"ד״ר נועה כהן", Name{Prefix: "ד״ר", Given: "נועה", Family: "כהן"}},

		// post-nominals
		{"Ada Example OBE", Name{Given: "Ada", Family: "Example", PostNominals: "OBE"}},
		{"Ada Example, O.B.E., F.R.S.", Name{Given: "Ada", Family: "Example", PostNominals: "OBE FRS"}},
		{"Ada Example FRS CBE", Name{Given: "Ada", Family: "Example", PostNominals: "CBE FRS"}},
		{"Ada Example, PhD", Name{Given: "Ada", Family: "Example", PostNominals: "PhD"}},
		{"Ada Example Ph.D.", Name{Given: "Ada", Family: "Example", PostNominals: "PhD"}},
		{"Ada Example BSc (Hons) MA (Oxon)", Name{Given: "Ada", Family: "Example", PostNominals: "MA (Oxon) BSc (Hons)"}},
		{"Ada Example, Hon FREng, CEng", Name{Given: "Ada", Family: "Example", PostNominals: "Hon FREng CEng"}},
		{"Ada Example, FXQZ", Name{Given: "Ada", Family: "Example", PostNominals: "FXQZ"}},
		{"Ada Example CBE DL", Name{Given: "Ada", Family: "Example", PostNominals: "CBE DL"}},
		{"ADA EXAMPLE OBE", Name{Given: "ADA", Family: "EXAMPLE", PostNominals: "OBE"}},
		{"Li Ma", Name{Given: "Li", Family: "Ma"}},
		{"Jo MA", Name{Given: "Jo", Family: "MA"}},
		{"Zendara OBE", Name{Given: "Zendara", PostNominals: "OBE"}},
		{"Edd Bem", Name{Given: "Edd", Family: "Bem"}},

		// generations and notes
		{"Martin Okoro Jr.", Name{Given: "Martin", Family: "Okoro Jr."}},
		{"Martin Okoro, Jr", Name{Given: "Martin", Family: "Okoro Jr"}},
		{"Martin Okoro III PhD", Name{Given: "Martin", Family: "Okoro III", PostNominals: "PhD"}},
		{"Elizabeth (Liz) Marlow", Name{Given: "Elizabeth (Liz)", Family: "Marlow"}},
		{"Dwayne “The Reed” Marlow", Name{Given: "Dwayne “The Reed”", Family: "Marlow"}},
		{"Anna Marlow (née Reed, Kent)", Name{Given: "Anna", Family: "Marlow (née Reed, Kent)"}},

		// particles
		{"Dr Marisol van der Haeghe OBE", Name{Prefix: "Dr", Given: "Marisol", Particle: "van der", Family: "Haeghe", PostNominals: "OBE"}},
		{"Ana de la Roble", Name{Given: "Ana", Particle: "de la", Family: "Roble"}},
		{"August von Finkel", Name{Given: "August", Particle: "von", Family: "Finkel"}},
		{"Robert De Nario", Name{Given: "Robert", Particle: "De", Family: "Nario"}},
		{"Dick Van Duyk", Name{Given: "Dick", Particle: "Van", Family: "Duyk"}},
		{"MARISOL VAN DER HAEGHE", Name{Given: "MARISOL", Particle: "VAN DER", Family: "HAEGHE"}},
		{"de Gallard", Name{Particle: "de", Family: "Gallard"}},
		{"Nour al-Hadi", Name{Given: "Nour", Particle: "al-", Family: "Hadi"}},
		{"Jim Al-Karimi", Name{Given: "Jim", Particle: "Al-", Family: "Karimi"}},
		{"Mohammed bin Salim", Name{Given: "Mohammed", Particle: "bin", Family: "Salim"}},
		{"Khalid bin Rashid Al Noor", Name{Given: "Khalid bin Rashid", Particle: "Al", Family: "Noor"}},
		{"Ahmed Abd al-Karim", Name{Given: "Ahmed", Family: "Abd al-Karim"}},
		{"Charles d’Aubray", Name{Given: "Charles", Particle: "d’", Family: "Aubray"}},
		{"Alain de l'Orme", Name{Given: "Alain", Particle: "de l'", Family: "Orme"}},
		{"Gerard 't Hoog", Name{Given: "Gerard", Particle: "'t", Family: "Hoog"}},
		{"Sophie in ’t Veen", Name{Given: "Sophie", Particle: "in ’t", Family: "Veen"}},
		{"Jan van Dam-de Boer", Name{Given: "Jan", Particle: "van", Family: "Dam-de Boer"}},
		{"Della Reed", Name{Given: "Della", Family: "Reed"}},
		{"Ben Marlow", Name{Given: "Ben", Family: "Marlow"}},
		{"Seán Mac Giolla Rua", Name{Given: "Seán", Family: "Mac Giolla Rua"}},
		{"Aoife Ní Bhriain", Name{Given: "Aoife", Family: "Ní Bhriain"}},
		{"Jill St John", Name{Given: "Jill", Family: "St John"}},
		{"Mac Reed", Name{Given: "Mac", Family: "Reed"}},

		// two family names
		{"Gabriel García Márquez", Name{Given: "Gabriel", Family: "García Márquez"}},
		{"María de los Ángeles Pérez Ruiz", Name{Given: "María de los Ángeles", Family: "Pérez Ruiz"}},
		{"María del Carmen Vega", Name{Given: "María del Carmen", Family: "Vega"}},
		{"José Ortega y Gasset", Name{Given: "José", Family: "Ortega y Gasset"}},
		{"Luis García de la Torre", Name{Given: "Luis", Family: "García de la Torre"}},
		{"João Manuel da Silva Santos", Name{Given: "João Manuel", Particle: "da", Family: "Silva Santos"}},
		{"Maria Lopez Smithers", Name{Given: "Maria Lopez", Family: "Smithers"}},

		// family first
		{"WANG Xiaoming", Name{Given: "Xiaoming", Family: "WANG", FamilyFirst: true}},
		{"Péter NAGY", Name{Given: "Péter", Family: "NAGY"}},
		{"Jan van der BERG", Name{Given: "Jan", Particle: "van der", Family: "BERG"}},
		{"PJ Marlow", Name{Given: "PJ", Family: "Marlow"}},
		{"Jeong Eun-kyeong", Name{Given: "Eun-kyeong", Family: "Jeong", FamilyFirst: true}},
		{"Nguyễn Thị An", Name{Given: "Thị An", Family: "Nguyễn", FamilyFirst: true}},
		{"山田 花子", Name{Given: "花子", Family: "山田", FamilyFirst: true}},
		{"王小明", Name{Given: "王小明"}},

		// family, given
		{"Example, Ada", Name{Given: "Ada", Family: "Example"}},
		{"Haeghe, Dr Marisol van der", Name{Prefix: "Dr", Given: "Marisol", Particle: "van der", Family: "Haeghe"}},
		{"van der Haeghe, Marisol, OBE", Name{Given: "Marisol", Particle: "van der", Family: "Haeghe", PostNominals: "OBE"}},
		{"Example, Dame Ada DBE", Name{Prefix: "Dame", Given: "Ada", Family: "Example", PostNominals: "DBE"}},
		{"García Márquez, Gabriel", Name{Given: "Gabriel", Family: "García Márquez"}},
		{"EXAMPLE, ADA", Name{Given: "ADA", Family: "EXAMPLE"}},
		{"VAN DER BERG, ANNA", Name{Given: "ANNA", Particle: "VAN DER", Family: "BERG"}},
		{"Marlow, JM", Name{Given: "JM", Family: "Marlow"}},
		{"Karimi, Jim al-", Name{Given: "Jim", Particle: "al-", Family: "Karimi"}},
		{"Okoro, Martin Luther, Jr", Name{Given: "Martin Luther", Family: "Okoro Jr"}},

		// other scripts
		{"Ελένη Παπαδοπούλου", Name{Given: "Ελένη", Family: "Παπαδοπούλου"}},
		{"Анна Ивановна Ветрова", Name{Given: "Анна Ивановна", Family: "Ветрова"}},
		{"ليلى حداد", Name{Given: "ليلى", Family: "حداد"}},
		{"خالد بن سالم", Name{Given: "خالد", Particle: "بن", Family: "سالم"}},
		{"נועה כהן", Name{Given: "נועה", Family: "כהן"}},
	}
	for _, test := range tests {
		if got := ParseName(test.text); got != test.want {
			t.Errorf("ParseName(%q)\n got %#v\nwant %#v", test.text, got, test.want)
		}
	}
}

func TestParseNameWith(t *testing.T) {
	tests := []struct {
		text  string
		hints NameHints
		want  Name
	}{
		{"Wang Xiaoming", NameHints{FamilyFirst: true}, Name{Given: "Xiaoming", Family: "Wang", FamilyFirst: true}},
		{"Dr Orbáth Viktor", NameHints{Locale: "hu-HU"}, Name{Prefix: "Dr", Given: "Viktor", Family: "Orbáth", FamilyFirst: true}},
		{"Mario Vargas Lloret", NameHints{Locale: "es"}, Name{Given: "Mario", Family: "Vargas Lloret"}},
		{"José Luis Lloret Prat", NameHints{Locale: "es"}, Name{Given: "José Luis", Family: "Lloret Prat"}},
		{"Ana Lloret", NameHints{Locale: "es"}, Name{Given: "Ana", Family: "Lloret"}},
	}
	for _, test := range tests {
		if got := ParseNameWith(test.text, test.hints); got != test.want {
			t.Errorf("ParseNameWith(%q, %+v)\n got %#v\nwant %#v", test.text, test.hints, got, test.want)
		}
	}
}

// The JSON document and the books give a name in parts and whole; both must agree.
func TestNameForms(t *testing.T) {
	n := ParseName("Dr Marisol van der Haeghe OBE")
	for what, pair := range map[string][2]string{
		"Display":    {n.Display(), "Marisol van der Haeghe"},
		"WithPrefix": {n.WithPrefix(), "Dr Marisol van der Haeghe"},
		"Full":       {n.Full(), "Dr Marisol van der Haeghe OBE"},
		"SortText":   {n.SortText("en-GB"), "Haeghe, Marisol van der"},
		"IndexForm":  {n.IndexForm(), "Haeghe, Dr Marisol van der"},
		"SortKey":    {SortKey(n, "", "en-GB"), "haeghe marisol van der"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s = %q, want %q", what, pair[0], pair[1])
		}
	}
	if n.IsZero() || !(Name{Prefix: "Dr"}).IsZero() {
		t.Error("a name is zero exactly when nothing would print but honorifics")
	}
}

// lettersOf counts what no parsing may lose or invent.
func lettersOf(s string) map[rune]int {
	m := map[rune]int{}
	for _, r := range strings.ToLower(NormaliseText(s)) {
		for _, l := range string(r) {
			if unicode.IsLetter(l) || unicode.IsDigit(l) || unicode.Is(unicode.M, l) {
				m[l]++
			}
		}
	}
	return m
}

func sameLetters(a, b string) bool {
	la, lb := lettersOf(a), lettersOf(b)
	if len(la) != len(lb) {
		return false
	}
	for r, n := range la {
		if lb[r] != n {
			return false
		}
	}
	return true
}

func FuzzParseName(f *testing.F) {
	for _, s := range []string{"Dr Ada Example OBE", "Haeghe, Dr Marisol van der CBE, FRS", "(a, b", "“", ", ,", "HE", "Jr", "de", "al-", "d’", "of of of", "Ph.D.", "Hon", "y y y", "ﷺ", "a\u0301 (", "& &"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := ParseName(s)
		if !sameLetters(s, n.Full()) {
			t.Errorf("ParseName(%q) = %#v loses or invents letters", s, n)
		}
		if strings.ContainsFunc(s, unicode.IsLetter) && n.IsZero() {
			t.Errorf("ParseName(%q) = %#v is nobody", s, n)
		}
		_, _, _, _ = n.SortText("nl-BE"), n.IndexForm(), n.Monogram(), SortKey(n, "", "fr")
	})
}

func BenchmarkParseName(b *testing.B) {
	for b.Loop() {
		ParseName("The Rt Hon Prof. Dr Marisol van der Haeghe, O.B.E., FRS")
	}
}
