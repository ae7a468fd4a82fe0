package desk

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	tables  = regexp.MustCompile(`(?s)CREATE TABLE (\w+)\((.*?)\n\)`)
	columns = regexp.MustCompile(`(?m)^\s+([a-z_]+) `)
)

// Every field that the history can name has a word in every language.
func TestEveryFieldOfTheHistoryHasAWord(t *testing.T) {
	german, err := wordsOf("de")
	if err != nil {
		t.Fatal(err)
	}
	fields := []string{"added", "removed"}
	for _, file := range []string{"../../store/schema.sql", "../../store/schema2.sql"} {
		schema, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables.FindAllStringSubmatch(string(schema), -1) {
			switch table[1] {
			case "meta", "op", "change", "blob": // not what anybody changes
				continue
			}
			for _, column := range columns.FindAllStringSubmatch(table[2], -1) {
				fields = append(fields, strings.ReplaceAll(column[1], "_", " "))
			}
		}
	}
	if len(fields) < 80 {
		t.Fatalf("only %d fields were found in the schema", len(fields))
	}
	for _, field := range fields {
		word, known := fieldWords[field]
		if !known {
			word = field
		}
		if field != "id" && german[word] == nil {
			t.Errorf("%q is shown as %q, which has no German", field, word)
		}
	}
}
