package gazetteer

import (
	"cmp"
	"strings"
	"time"
)

// The dates of the coordinates in the embedded indexes, unless a row has its own: the GeoNames
// snapshot from which the world is made (see NOTICE), and the last review of the tables. A
// described position has no date.
const (
	worldDated  = "2020-03-18"
	tablesDated = "2026-11-29"
)

// dateMark separates the source of coordinates from their date in an index.
const dateMark = "\t"

// datedSource returns source and date as an index stores them.
func (p *Place) datedSource() string {
	if p.SourceDate == "" {
		return p.Source
	}
	return p.Source + dateMark + p.SourceDate
}

// sourceOf returns a stored source, and its date, else that of the index.
func (x *Index) sourceOf(kept string) (source, date string) {
	source, date, _ = strings.Cut(kept, dateMark)
	if strings.HasPrefix(source, approximate) {
		return source, date
	}
	return source, cmp.Or(date, x.dated)
}

// day returns a valid date as 2012-01-17, and nothing otherwise.
func day(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}
