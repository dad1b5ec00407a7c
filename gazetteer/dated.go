package gazetteer

import (
	"cmp"
	"strings"
	"time"
)

// Days of which the coordinates of the embedded indexes are, where a row says no other:
// the snapshot of GeoNames that the world is made from (see NOTICE), and when those of
// the tables were looked up. A position that was only described is of no day.
const (
	worldDated  = "2020-03-18"
	tablesDated = "2026-11-29"
)

// dateMark stands in an index between the source of coordinates and their date.
const dateMark = "\t"

// datedSource returns the source of the coordinates as an index keeps it.
func (p *Place) datedSource() string {
	if p.SourceDate == "" {
		return p.Source
	}
	return p.Source + dateMark + p.SourceDate
}

// sourceOf returns a source that an index keeps, and its date, else that of the index.
func (x *Index) sourceOf(kept string) (source, date string) {
	source, date, _ = strings.Cut(kept, dateMark)
	if strings.HasPrefix(source, approximate) {
		return source, date
	}
	return source, cmp.Or(date, x.dated)
}

// day returns a date as sources write it, 2012-01-17, and nothing for what is none.
func day(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}
