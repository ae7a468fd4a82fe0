package desk

import (
	"os"
	"regexp"
	"testing"

	"laurel/model"
)

// A kind without a title of its own would stand in the lists as a “Problem”.
func TestEveryKindOfProblemHasATitle(t *testing.T) {
	source, err := os.ReadFile("../../model/problem.go")
	if err != nil {
		t.Fatal(err)
	}
	other := ProblemTitle("")
	kinds := regexp.MustCompile(`ProblemKind = "([^"]+)"`).FindAllSubmatch(source, -1)
	if len(kinds) < 30 {
		t.Fatalf("%d kinds were found", len(kinds))
	}
	for _, k := range kinds {
		if title := ProblemTitle(model.ProblemKind(k[1])); title == other {
			t.Errorf("%s is called %q", k[1], title)
		}
	}
}
