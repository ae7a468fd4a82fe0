package store

import (
	"encoding/json"
	"strings"

	"laurel/model"
)

// readableRules writes the rules of an edition as the history shows them.
func readableRules(text string) (string, error) {
	var rules []model.Rule
	if err := json.Unmarshal([]byte(text), &rules); err != nil {
		return "", err
	}
	words := make([]string, len(rules))
	for i, r := range rules {
		words[i] = r.Message().String()
	}
	return strings.Join(words, "; "), nil
}

// readableSchedule writes the dates of an edition as the history shows them.
func readableSchedule(text string) (string, error) {
	var s model.Schedule
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return "", err
	}
	var words []string
	for _, d := range []struct{ what, when string }{
		{"nominations close", s.Nominations}, {"shortlist", s.Shortlist}, {"press", s.Press},
	} {
		if d.when != "" {
			words = append(words, d.what+" "+d.when)
		}
	}
	return strings.Join(words, "; "), nil
}
