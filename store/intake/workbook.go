package intake

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"

	"laurel/model"
)

// maxUnpacked is how large a workbook may become when it is unpacked: far more
// than a list needs, less than what a file made to do harm would take.
const maxUnpacked = 512 << 20

// isWorkbook says whether a source is a workbook of a spreadsheet program.
func isWorkbook(src Source) bool { return bytes.HasPrefix(src.Bytes, []byte("PK\x03\x04")) }

// readWorkbook reads a sheet of a workbook: the one that is named, else the
// first in sight that holds more than a line.
func readWorkbook(src Source) (Table, error) {
	f, err := excelize.OpenReader(bytes.NewReader(src.Bytes), excelize.Options{UnzipSizeLimit: maxUnpacked})
	if err != nil {
		return Table{}, model.Faultf(model.ErrInvalid, "This is no workbook that can be read; nothing was read.")
	}
	defer f.Close()
	var sheets []string
	for _, name := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(name); err == nil && seen {
			sheets = append(sheets, name)
		}
	}
	wanted := sheets
	if src.Sheet != "" {
		if !slices.Contains(f.GetSheetList(), src.Sheet) {
			return Table{}, model.Faultf(model.ErrNotFound, "There is no sheet “{{.Sheet}}” in it.", "Sheet", src.Sheet)
		}
		wanted = []string{src.Sheet}
	}
	for _, name := range wanted {
		rows, lines, err := sheetRows(f, name)
		if err != nil {
			return Table{}, err
		}
		if len(rows) < 2 && src.Sheet == "" {
			continue
		}
		t, err := newTable(src.Name, rows, lines)
		t.Sheet, t.Sheets = name, sheets
		return t, err
	}
	return Table{}, model.Faultf(model.ErrInvalid, "There are no rows in it; nothing was read.")
}

// sheetRows reads the cells of a sheet as the spreadsheet shows them.
func sheetRows(f *excelize.File, sheet string) (rows [][]string, lines []int, err error) {
	all, err := f.Rows(sheet)
	if err != nil {
		return nil, nil, model.Faultf(model.ErrInvalid, "The sheet “{{.Sheet}}” could not be read; nothing was read.", "Sheet", sheet)
	}
	defer all.Close()
	for n := 1; all.Next(); n++ {
		row, err := all.Columns()
		if err != nil {
			return nil, nil, model.Faultf(model.ErrInvalid, "The sheet “{{.Sheet}}” could not be read; nothing was read.", "Sheet", sheet)
		}
		if !slices.ContainsFunc(row, func(c string) bool { return c != "" }) {
			continue
		}
		rows, lines = append(rows, row), append(lines, n)
		if len(rows) > maxRows || len(row) > maxColumns {
			return nil, nil, tooLarge()
		}
	}
	return rows, lines, nil
}
