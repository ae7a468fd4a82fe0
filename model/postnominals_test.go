package model

import "testing"

func TestOrderPostNominals(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "",
		"OBE":                       "OBE",
		"FRS, OBE":                  "OBE FRS",
		"O.B.E.; Ph.D.":             "OBE PhD",
		"MP KC CBE":                 "CBE KC MP",
		"FBA PhD MP OBE Bt":         "Bt OBE MP PhD FBA",
		"MBE KCB CBE":               "KCB CBE MBE",
		"BSc MSc PhD":               "PhD MSc BSc",
		"phd":                       "PhD",
		"CEng FIET FREng":           "FREng CEng FIET",
		"BSc (Hons), MBA":           "MBA BSc (Hons)",
		"Hon FREng OBE":             "OBE Hon FREng",
		"MC and Bar DSO":            "DSO MC and Bar",
		"FXQZ CBE":                  "CBE FXQZ",
		"RAF FRS":                   "FRS RAF",
		"FRS FRS":                   "FRS FRS",
		"MRCP PhD FRS":              "PhD MRCP FRS",
		"DL CBE":                    "CBE DL",
		"Hon":                       "Hon",
		"LLD (Hon) CVO":             "CVO LLD (Hon)",
		"MA (Oxon, Cantab) OBE FBA": "OBE MA (Oxon Cantab) FBA",
	} {
		if got := OrderPostNominals(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzOrderPostNominals(f *testing.F) {
	f.Add("Hon FREng, O.B.E. (mil) and Bar")
	f.Add(". (.)")
	f.Fuzz(func(t *testing.T, s string) {
		once := OrderPostNominals(s)
		if !sameLetters(s, once) {
			t.Errorf("%q became %q", s, once)
		}
		if twice := OrderPostNominals(once); twice != once {
			t.Errorf("%q ordered once is %q, twice %q", s, once, twice)
		}
	})
}
