package model

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestEditionName(t *testing.T) {
	for want, e := range map[string]Edition{
		"100 Brands 2024 (EMEA)": {ListName: "100 Brands", Year: 2024, Region: "EMEA"},
		"100 Brands 2024":        {ListName: "100 Brands", Year: 2024},
		"100 Brands":             {ListName: "100 Brands"},
	} {
		if got := e.Name(); got != want {
			t.Errorf("%+v is called %q", e, got)
		}
	}
}

func TestParseHistoryLine(t *testing.T) {
	without := Rank{Reason: ByScheme}
	tests := map[string]HistoryLine{
		"100 Brands 2022 (EMEA)":                 {without, "100 Brands", 2022, "EMEA"},
		"No. 3 100 Brands 2024 (EMEA)":           {Rank{Number: 3, Source: "No. 3"}, "100 Brands", 2024, "EMEA"},
		"No.\u00a03 100\u00a0Brands 2024 (EMEA)": {Rank{Number: 3, Source: "No. 3"}, "100 Brands", 2024, "EMEA"},
		"No 12 100 Brands 2024":                  {Rank{Number: 12, Source: "No 12"}, "100 Brands", 2024, ""},
		"Data 100 2022":                          {without, "Data 100", 2022, ""},
		"Forty under 40 2019 (UK)":               {without, "Forty under 40", 2019, "UK"},
		"No. 1 Forty under 40 2019 (UK)":         {Rank{Number: 1, Source: "No. 1"}, "Forty under 40", 2019, "UK"},
		"40 under 40 2019":                       {without, "40 under 40", 2019, ""},
		"=3 100 Brands 2024 (USA)":               {Rank{Number: 3, Tied: true, Source: "=3"}, "100 Brands", 2024, "USA"},
		"3= 100 Brands 2024 (USA)":               {Rank{Number: 3, Tied: true, Source: "3="}, "100 Brands", 2024, "USA"},
		"No. =3 100 Brands 2024":                 {Rank{Number: 3, Tied: true, Source: "No. =3"}, "100 Brands", 2024, ""},
		"Joint 3rd 100 Brands 2024 (EMEA)":       {Rank{Number: 3, Tied: true, Source: "Joint 3rd"}, "100 Brands", 2024, "EMEA"},
		"T12 Power List 2020":                    {Rank{Number: 12, Tied: true, Source: "T12"}, "Power List", 2020, ""},
		"#7: Power List 2020":                    {Rank{Number: 7, Source: "#7"}, "Power List", 2020, ""},
		"No. 7 – Power List 2020":                {Rank{Number: 7, Source: "No. 7"}, "Power List", 2020, ""},
		"3rd, Power List 2020":                   {Rank{Number: 3, Source: "3rd"}, "Power List", 2020, ""},
		"3rd in the Power List 2020":             {Rank{Number: 3, Source: "3rd"}, "Power List", 2020, ""},
		"3rd Sector Leaders 2020 (UK)":           {without, "3rd Sector Leaders", 2020, "UK"},
		"21st Century Leaders 2020":              {without, "21st Century Leaders", 2020, ""},
		"• 100 Brands 2022 (Asia – Pacific).":    {without, "100 Brands", 2022, "Asia – Pacific"},
		"– 100 Brands – 2022 [EMEA]":             {without, "100 Brands", 2022, "EMEA"},
		"Список лидеров 2021 (СНГ)":              {without, "Список лидеров", 2021, "СНГ"},
		"Class of 1999 2024":                     {without, "Class of 1999", 2024, ""},
	}
	for line, want := range tests {
		if got, ok := ParseHistoryLine(line); !ok || got != want {
			t.Errorf("%q\n got %+v, %v\nwant %+v", line, got, ok, want)
		}
	}
	for _, line := range []string{"", "100 Brands", "2024", "100 2024", "No. 3 2024", "100 Brands 24", "100 Brands 2023/24", "100 Brands 2022 (EMEA) and more", "has been included in:", strings.Repeat("a ", 120) + "2020"} {
		if got, ok := ParseHistoryLine(line); ok {
			t.Errorf("%q is no history line, but was read as %+v", line, got)
		}
	}
}

// What the book calls a placement must be read as that placement.
func FuzzParseHistoryLine(f *testing.F) {
	f.Add("100 Brands", 2024, "EMEA", 3, true)
	f.Add("3rd Sector", 1999, "", 0, false)
	f.Fuzz(func(t *testing.T, list string, year int, region string, number int, tied bool) {
		ParseHistoryLine(list)
		e := Edition{ListName: list, Year: year, Region: region}
		plain := func(s string) bool { return s == oneLine(s) && !strings.ContainsAny(s, "()[].;,:#=–-—•·*") }
		if !plain(list) || !plain(region) || year < 1900 || year > 2199 || number < 0 || number > maxRank || len(list)+len(region) > 150 || NameForm(list) == "" {
			return
		}
		want, ok := ParseHistoryLine(e.Name())
		if !ok || want.Rank.Number > 0 {
			return // a name that reads as a rank, or has no letter
		}
		if want.List != list || want.Year != year || want.Region != region {
			t.Errorf("%q is read as %+v", e.Name(), want)
		}
		if number == 0 {
			return
		}
		line := Rank{Number: number, Tied: tied}.Display(TieBefore) + " " + e.Name()
		if got, ok := ParseHistoryLine(line); !ok || got.Rank.Number != number || got.Rank.Tied != tied || got.List != list {
			t.Errorf("%q is read as %+v", line, got)
		}
	})
}

func TestChooseEdition(t *testing.T) {
	editions := []Edition{
		{ID: "a", ListName: "100 Brands", Year: 2023, Region: "EMEA", Finished: true},
		{ID: "b", ListName: "100 Brands", Year: 2024, Region: "USA", Finished: true},
		{ID: "c", ListName: "100 Brands", Year: 2024, Region: "EMEA", Finished: true},
		{ID: "d", ListName: "100 Brands", Year: 2024, Region: "APAC"},
		{ID: "e", ListName: "Énergie 50", Year: 2022},
	}
	for name, want := range map[string]ID{
		"": "c", " ": "c", "100 Brands 2024 (EMEA)": "c", "100 brands 2024 (usa)": "b", "100 Brands 2024 USA": "b", "100 Brands 2023": "a", "energie 50 2022": "e", "d": "d",
	} {
		if got, err := ChooseEdition(editions, name); err != nil || got.ID != want {
			t.Errorf("%q chose %q, %v; want %q", name, got.ID, err, want)
		}
	}
	for name, want := range map[string]error{"100 Brands 2024": ErrInvalid, "100 Brands 2025 (EMEA)": ErrNotFound, "()": ErrNotFound} {
		if got, err := ChooseEdition(editions, name); !errors.Is(err, want) {
			t.Errorf("%q chose %q, %v; want %v", name, got.ID, err, want)
		}
	}
	if _, err := ChooseEdition(nil, ""); !errors.Is(err, ErrNotFound) {
		t.Errorf("an empty book: %v", err)
	}
}

func TestCompareEditions(t *testing.T) {
	want := []Edition{
		{Year: 2024, Finished: true, Region: "EMEA"},
		{Year: 2024, Finished: true, Region: "USA"},
		{Year: 2024, Region: "APAC"},
		{Year: 2023, Finished: true, ListName: "A"},
		{Year: 2023, Finished: true, ListName: "B"},
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareEditions)
	for i := range want {
		if got[i].Name() != want[i].Name() {
			t.Errorf("%d is %s, want %s", i, got[i].Name(), want[i].Name())
		}
	}
}

func TestDefaultPredecessor(t *testing.T) {
	editions := []Edition{
		{ID: "21", ListID: "l", Year: 2021, Region: "EMEA"},
		{ID: "22", ListID: "l", Year: 2022, Region: "EMEA"},
		{ID: "23us", ListID: "l", Year: 2023, Region: "USA"},
		{ID: "23m", ListID: "m", Year: 2023, Region: "EMEA"},
		{ID: "24", ListID: "l", Year: 2024, Region: "EMEA"},
		{ID: "25", ListID: "l", Year: 2025, Region: "EMEA"},
	}
	for _, test := range []struct {
		of     ID
		chosen ID
		want   ID
	}{{"24", "", "22"}, {"22", "", "21"}, {"21", "", ""}, {"23us", "", ""}, {"24", "23m", "23m"}, {"24", "gone", "22"}} {
		var e Edition
		for _, o := range editions {
			if o.ID == test.of {
				e = o
			}
		}
		e.Predecessor = test.chosen
		got := ID("")
		if p := DefaultPredecessor(editions, e); p != nil {
			got = p.ID
		}
		if got != test.want {
			t.Errorf("predecessor of %s (chosen %q) is %q, want %q", test.of, test.chosen, got, test.want)
		}
	}
}
