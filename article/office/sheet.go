package office

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"dateline/work"

	"github.com/xuri/excelize/v2"
)

// Sheet is a sheet of a workbook (XLSX), as comma-separated values. Cells are formatted as
// displayed; dates as 2019-06-12 if their format depends on the program.
type Sheet struct {
	Name string
	CSV  string
}

// Sheets returns the visible sheets that have rows, and the names of hidden ones.
func Sheets(steps *work.Counter, workbook []byte) (sheets []Sheet, hidden []string, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(workbook), excelize.Options{
		UnzipSizeLimit: maxPart, UnzipXMLSizeLimit: maxPart,
		ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd", LongTimePattern: "hh:mm:ss",
	})
	if err != nil {
		return nil, nil, fmt.Errorf("an unreadable workbook: %w", err)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			hidden = append(hidden, name)
			continue
		}
		table, err := readSheet(steps, f, name)
		if err != nil {
			return sheets, hidden, err
		}
		if table != "" {
			sheets = append(sheets, Sheet{name, table})
		}
	}
	return sheets, hidden, nil
}

// readSheet returns the rows of a sheet; "" if it has none.
func readSheet(steps *work.Counter, f *excelize.File, name string) (string, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return "", fmt.Errorf("sheet %s: %w", name, err)
	}
	defer rows.Close()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for rows.Next() {
		row, err := rows.Columns()
		if err == nil {
			err = steps.Add(1 + len(row))
		}
		if err == nil && len(row) > 0 {
			err = w.Write(row)
			w.Flush()
		}
		if err != nil {
			return "", fmt.Errorf("sheet %s: %w", name, err)
		}
		if b.Len() > maxPart {
			return "", fmt.Errorf("sheet %s is larger than %d MiB", name, maxPart>>20)
		}
	}
	return b.String(), rows.Error()
}
