package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"laurel/model"
)

// Table is a list as somebody keeps it in a spreadsheet: rows of cells under
// the names of the columns.
type Table struct {
	Source string
	Head   []string   // names of the columns, "" where a column has none
	Rows   [][]string // each as long as Head, never wholly empty
	Lines  []int      // the line of the source that each row begins in, from 1
	// Before are the lines above the names of the columns: a title, a date.
	Before []Line
	// Sheet is which of the Sheets of a workbook it is; empty for text.
	Sheet  string
	Sheets []string
}

// Limits on tables: more than any list of leaders, less than what would keep
// the window busy for minutes.
const (
	maxRows    = 20000
	maxColumns = 200
	headWithin = 15 // rows from the top among which the names of the columns are looked for
)

// delimiters are those that spreadsheets write.
var delimiters = []rune{'\t', ';', ',', '|'}

// IsTable says whether a source is a list of rows and columns, by the ending of
// its name or, of what was pasted, by the tabs between its cells.
func IsTable(src Source) bool {
	switch strings.ToLower(path.Ext(src.Name)) {
	case ".csv", ".tsv", ".tab":
		return true
	case ".xlsx", ".xlsm":
		return isWorkbook(src)
	case ".html", ".htm", ".json", ".md":
		return false
	}
	text, err := decode(src.Bytes)
	if err != nil || looksLikeHTML(text) {
		return false
	}
	lines := strings.Split(strings.Trim(rowEnds.Replace(text), "\n"), "\n")
	tabbed := 0
	for _, l := range lines[:min(len(lines), 200)] {
		if strings.Contains(l, "\t") {
			tabbed++
		}
	}
	return len(lines) > 1 && tabbed*10 >= min(len(lines), 200)*8
}

// ReadTable reads a table: a sheet of a workbook, or text with cells parted by tabs,
// commas, semicolons or bars, whichever it is, quoted where they need it.
func ReadTable(src Source) (Table, error) {
	if len(src.Bytes) > maxDocument {
		return Table{}, model.Faultf(model.ErrInvalid, "This is larger than {{.Limit}} MB; nothing was read.", "Limit", maxDocument>>20)
	}
	if isWorkbook(src) {
		return readWorkbook(src)
	}
	if src.Sheet != "" {
		return Table{}, model.Faultf(model.ErrNotFound, "There is no sheet “{{.Sheet}}” in it.", "Sheet", src.Sheet)
	}
	text, err := decode(src.Bytes)
	if err != nil {
		return Table{}, err
	}
	text = rowEnds.Replace(text)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = delimiterOf(text), true, -1
	var rows [][]string
	var lines []int
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Table{}, model.Faultf(model.ErrInvalid, "This table could not be read ({{.Why}}); nothing was read.", "Why", err.Error())
		}
		line, _ := r.FieldPos(0)
		rows, lines = append(rows, row), append(lines, line)
		if len(rows) > maxRows || len(row) > maxColumns {
			return Table{}, tooLarge()
		}
	}
	return newTable(src.Name, rows, lines)
}

func tooLarge() error {
	return model.Faultf(model.ErrInvalid, "This table has more than {{.Rows}} rows or {{.Columns}} columns; nothing was read.", "Rows", maxRows, "Columns", maxColumns)
}

// newTable finds the names of the columns and tidies what is under them.
func newTable(source string, rows [][]string, lines []int) (Table, error) {
	t := Table{Source: source}
	width := 0
	for _, row := range rows {
		for i := range row {
			row[i] = tidyCell(row[i])
			if row[i] != "" {
				width = max(width, i+1)
			}
		}
	}
	head := headOf(rows)
	for i, row := range rows {
		if filled(row) == 0 {
			continue
		}
		cells := make([]string, width)
		copy(cells, row)
		switch {
		case i == head:
			t.Head = cells
		case i < head:
			t.Before = append(t.Before, Line{Number: lines[i], Text: strings.Join(slices.DeleteFunc(cells, empty), " "), Reason: becauseAboveHead})
		default:
			t.Rows, t.Lines = append(t.Rows, cells), append(t.Lines, lines[i])
		}
	}
	if t.Head == nil {
		t.Head = make([]string, width)
	}
	if len(t.Rows) == 0 {
		return Table{}, model.Faultf(model.ErrInvalid, "There are no rows in it; nothing was read.")
	}
	return t, nil
}

// Why lines and cells of a table go into no field.
var (
	becauseAboveHead = model.Say("it stands above the names of the columns")
	becauseNameless  = model.Say("the row names nobody")
	becauseNoYear    = model.Say("the year is no year")
	becauseNoRank    = model.Say("this is no rank; the entry stands without one")
	becauseNoStatus  = model.Say("there is no such status")
	becauseInList    = model.Say("it stands in the list already; only its first row was taken")
	becauseNotOne    = model.Say("a field of your own holds what is true of one person")
	becauseHeadAgain = model.Say("it names the columns again")
)

func empty(s string) bool { return s == "" }

func filled(row []string) int {
	n := 0
	for _, c := range row {
		if c != "" {
			n++
		}
	}
	return n
}

// tidyCell trims a cell and empties one that says in a spreadsheet's words that
// it is empty.
func tidyCell(s string) string {
	s = strings.TrimSpace(model.NormaliseText(s))
	switch strings.ToUpper(s) {
	case "NA", "N/A", "#N/A", "NULL", "NONE", "NAN", "#VALUE!", "#REF!":
		return ""
	}
	return s
}

// delimiterOf is the sign that divides the first lines most evenly.
func delimiterOf(text string) rune {
	best, most := ',', -1
	for _, d := range delimiters {
		r := csv.NewReader(bytes.NewReader([]byte(text[:min(len(text), 1<<16)])))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = d, true, -1
		counts := map[int]int{}
		for range 40 {
			row, err := r.Read()
			if err != nil {
				break
			}
			counts[len(row)]++
		}
		for columns, rows := range counts {
			if score := (columns - 1) * rows; columns > 1 && score > most {
				best, most = d, score
			}
		}
	}
	return best
}

// headOf finds the row with the names of the columns, -1 where there is none:
// the row among the first with the most words that name a column, and at least
// two filled cells; else the first row, where it holds no number and others do.
func headOf(rows [][]string) int {
	best, most := -1, 0
	for i, row := range rows[:min(len(rows), headWithin)] {
		known := 0
		for _, cell := range row {
			if m, _ := meant(cell, 0); m.Meaning != "" {
				known++
			}
		}
		if filled(row) >= min(2, widest(rows)) && known > most {
			best, most = i, known
		}
	}
	if best >= 0 || len(rows) < 2 {
		return best
	}
	for i, row := range rows[:min(len(rows), headWithin)] {
		if filled(row) < 2 {
			continue
		}
		if !slices.ContainsFunc(row, isNumber) && slices.ContainsFunc(rows[min(i+1, len(rows)-1)], isNumber) {
			return i
		}
		break
	}
	return -1
}

func widest(rows [][]string) int {
	n := 0
	for _, row := range rows {
		n = max(n, filled(row))
	}
	return n
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,-+ %") == ""
}

// ColumnName is the name of a column, or its letter as spreadsheets count them.
func (t Table) ColumnName(i int) string {
	if i < len(t.Head) && t.Head[i] != "" {
		return oneLine(t.Head[i])
	}
	letters := ""
	for n := i + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return fmt.Sprintf("(%s)", letters)
}

// Samples gives the first few different values of a column.
func (t Table) Samples(column, most int) []string {
	var out []string
	for _, row := range t.Rows {
		if v := oneLine(row[column]); v != "" && !slices.Contains(out, v) {
			if out = append(out, v); len(out) == most {
				break
			}
		}
	}
	return out
}
