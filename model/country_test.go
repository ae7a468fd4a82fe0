package model_test

import (
	"testing"

	"laurel/model"
)

func TestCountryKey(t *testing.T) {
	for code, names := range map[string][]string{
		"DE": {"Germany", "Deutschland", "germany ", "Allemagne", "Duitsland", "DE", "DEU", "Alemania", "Германия"},
		"GB": {"United Kingdom", "UK", "U.K.", "Great Britain", "Vereinigtes Königreich", "Royaume-Uni", "GB"},
		"US": {"United States", "USA", "US", "U.S.", "Vereinigte Staaten", "États-Unis", "United States of America"},
		"AT": {"Austria", "Österreich", "Autriche"},
		"BA": {"Bosnia and Herzegovina", "Bosnia & Herzegovina", "Bosnien und Herzegowina"},
		"CI": {"Côte d’Ivoire", "Cote d'Ivoire", "Ivory Coast", "Elfenbeinküste"},
		"NE": {"Niger"}, "NG": {"Nigeria"}, "GE": {"Georgia"}, "IN": {"India", "Indien"}, "ID": {"Indonesia"},
		"CZ": {"Czechia", "Czech Republic", "Tschechien", "Česko"},
		"JP": {"Japan", "日本"}, "TR": {"Turkey", "Türkiye", "Türkei"},
		"atlantis": {"Atlantis"}, "": {"", " "}, "us": {"us"}, "emea": {"EMEA"},
	} {
		for _, name := range names {
			if got := model.CountryKey(name); got != code {
				t.Errorf("%q is %q, want %q", name, got, code)
			}
		}
	}
}

// A country that is written in two languages is one, as in the newest year.
func TestCountriesOfSeveralLanguagesAreOne(t *testing.T) {
	c := years(t, "2025: Ann 1//Deutschland, Bob 2//Kenya", "2026: Ann 1//Germany, Bob 2//Kenia, Cy 3//Deutschland, Di 4//Germany")
	got := c.Countries()
	if len(got.Parts) != 2 || got.Parts[0].Word != "Germany" || got.Parts[0].Now() != 3 || got.Parts[1].Word != "Kenia" {
		t.Errorf("got %+v", got.Parts)
	}
}
