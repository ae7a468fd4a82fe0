package intake

import (
	"fmt"
	"strings"
	"testing"

	"laurel/model"
)

func TestHistoryLines(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"100 Harbours 2022 (EMEA)", "100 Harbours|2022|EMEA|"},
		{"No. 3 100 Harbours 2024 (EMEA)", "100 Harbours|2024|EMEA|No. 3"},
		{"#3 100 Harbours 2024", "100 Harbours|2024||No. 3"},
		{"=6 100 Harbours 2024 (USA)", "100 Harbours|2024|USA|=6"},
		{"100 Harbours (2021)", "100 Harbours|2021||"},
		{"2019: 100 Harbours (UK)", "100 Harbours|2019|UK|"},
		{"2019 – 100 Harbours (UK) – No. 4", "100 Harbours|2019|UK|No. 4"},
		{"100 Harbours (EMEA) 2023", "100 Harbours|2023|EMEA|"},
		{"100 Harbours 2024, EMEA", "100 Harbours|2024|EMEA|"},
		{"100 Harbours 2024 (EMEA) – No. 3", "100 Harbours|2024|EMEA|No. 3"},
		{"100 Harbours 2024 (EMEA): 3rd", "100 Harbours|2024|EMEA|No. 3"},
		{"100 Harbours 2024 (No. 3)", "100 Harbours|2024||No. 3"},
		{"Ranked 3rd in the 100 Harbours 2024 (EMEA)", "100 Harbours|2024|EMEA|No. 3"},
		{"Joint 4th in 100 Harbours 2024", "100 Harbours|2024||=4"},
		{"Previously featured in: 100 Harbours 2022; 100 Harbours 2023", "100 Harbours|2022|| 100 Harbours|2023||"},
		{"Ada Example has been named in 100 Harbours 2022 (UK), No. 2 100 Harbours 2023 (UK)", "100 Harbours|2022|UK| 100 Harbours|2023|UK|No. 2"},
		{"100 Harbours 2018, 2019 and 2021 (UK)", "100 Harbours|2018|UK| 100 Harbours|2019|UK| 100 Harbours|2021|UK|"},
		{"100 Harbours 2018–2020", "100 Harbours|2018|| 100 Harbours|2019|| 100 Harbours|2020||"},
		{"Winner of hearts", ""},
		{"In 2019 we sold the company.", ""},
		{"What did you do in 2024?", ""},
		{"2024", ""},
		{"", ""},
	} {
		var got []string
		for _, h := range historyLines(c.line) {
			got = append(got, fmt.Sprintf("%s|%d|%s|%s", h.List, h.Year, h.Region, h.Rank.Display(model.TieBefore)))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q is read as %q, want %q", c.line, g, c.want)
		}
	}
}
