package model

import "testing"

func TestMonogram(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Example": "AE", "Dr Marisol van der Haeghe OBE": "MH", "Zendara": "Z", "émile élan": "ÉÉ",
		"Siobhán O’Leary": "SO", "“Liz” Marlow": "LM", "WANG Xiaoming": "WX", "山田 花子": "山花", "Анна Ветрова": "АВ",
		"Ελένη Παπαδάκη": "ΕΠ", "ليلى حداد": "ل ح", "נועה כהן": "נכ", "e\u0323\u0301n ấn": "Ẹ\u0301Ấ", "#@!": "", "": "",
	} {
		if got := ParseName(name).Monogram(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestShortName(t *testing.T) {
	for name, want := range map[string]string{
		"Marisol van der Haeghe": "M. van der Haeghe", "Dr Émile Example OBE": "É. Example", "Jean-Luc Quill": "J. Quill",
		"Madonna": "Madonna", "محمد علي": "محمد علي",
	} {
		if got := ParseName(name).Short(); got != want {
			t.Errorf("%s is shortened to %q, want %q", name, got, want)
		}
	}
	joint := Placement{Members: []Member{{Name: ParseName("Ada Smith")}, {Name: ParseName("Bilal Jones")}}}
	if got := joint.ShortName(); got != "A. Smith & B. Jones" {
		t.Errorf("the joint entry is shortened to %q", got)
	}
}

func TestGlue(t *testing.T) {
	for want, n := range map[string]Name{
		"Nour al-Hadi":           {Given: "Nour", Particle: "al-", Family: "Hadi"},
		"Charles d’Aubray":       {Given: "Charles", Particle: "d’", Family: "Aubray"},
		"Alain de l'Orme":        {Given: "Alain", Particle: "de l'", Family: "Orme"},
		"Marisol van der Haeghe": {Given: " Marisol ", Particle: "van der", Family: "Haeghe"},
		"van der Haeghe Marisol": {Given: "Marisol", Particle: "van der", Family: "Haeghe", FamilyFirst: true},
		"Marisol van der":        {Given: "Marisol", Particle: "van der"},
	} {
		if got := n.Display(); got != want {
			t.Errorf("%+v displays as %q", n, got)
		}
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		a, b         string
		same, likely bool
	}{
		{"Dr Ada Example OBE", "ADA EXAMPLE", true, false},
		{"Zoë Brontë", "Zoe Bronte", true, false},
		{"Anne-Marie O’Leary", "Anne Marie O'Leary", true, false},
		{"Ada Example", "Ada Exampel", false, true},
		{"Ada Example", "A. Example", false, true},
		{"Ada Example", "Ada Mary Example", false, true},
		{"Xiaoming Wang", "Wang Xiaoming", false, true},
		{"Wei-Ling Chen", "Chen Wei-Ling", false, true},
		{"Ada Example", "Tom Example", false, false},
		{"Ada Example", "Ada Marsh", false, false},
		{"Zendara", "Zendar", false, false},
		{"", "", false, false},
	}
	for _, test := range tests {
		a, b := ParseName(test.a), ParseName(test.b)
		if SameName(a, b) != test.same || SameName(b, a) != test.same {
			t.Errorf("SameName(%q, %q) is not %v", test.a, test.b, test.same)
		}
		if LikelySame(a, b) != test.likely || LikelySame(b, a) != test.likely {
			t.Errorf("LikelySame(%q, %q) is not %v", test.a, test.b, test.likely)
		}
	}
}

func TestNearName(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Example", "Exampel", true},
		{"Example", "Exmple", true},
		{"Example", "Exsample", true},
		{"Example", "EXAMPLE", false},
		{"Müller", "Muller", false}, // the accent alone; the check of a person's own texts compares exactly
		{"Reed", "Read", true},
		{"Ann", "Anne", true},
		{"Li", "Lo", false},
		{"Lee", "Leo", false},
		{"Papadopoulou", "Papadopulu", true},
		{"Example", "Exxamples", false},
		{"", "", false},
	}
	for _, test := range tests {
		if NearName(test.a, test.b) != test.want || NearName(test.b, test.a) != test.want {
			t.Errorf("NearName(%q, %q) is not %v", test.a, test.b, test.want)
		}
	}
}

func FuzzNearName(f *testing.F) {
	f.Add("Example", "Exampel")
	f.Fuzz(func(t *testing.T, a, b string) {
		ra, rb := []rune(a), []rune(b)
		if len(ra) > 40 || len(rb) > 40 {
			return
		}
		whole := distance(ra, rb, len(ra)+len(rb)+1)
		if back := distance(rb, ra, len(ra)+len(rb)+1); whole != back {
			t.Errorf("distance(%q, %q) = %d, turned round %d", a, b, whole, back)
		}
		if early := distance(ra, rb, 2); early != min(whole, 3) {
			t.Errorf("distance(%q, %q) stopped at 2 is %d, whole %d", a, b, early, whole)
		}
	})
}
