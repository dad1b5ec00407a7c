package query

import (
	"dateline/query/cql2"
)

// ParseFilter reads CQL2 text (OGC 21-065r2, 8.2 and annex B): basic CQL2, LIKE,
// BETWEEN, IN, CASEI, ACCENTI, arithmetic, comparisons of properties with each
// other, the functions of space and of time. Geometries in it are in crs. An
// error is a *cql2.Error.
//
// Where the standard leaves a choice: features know the day only, so that a
// TIMESTAMP stands for its day in UTC, and an INTERVAL for the days from its
// first to its last. Features have no height, so that heights are passed over.
func ParseFilter(text string, fields []Field, crs CRS) (*Filter, error) {
	e, err := cql2.Parse(text)
	if err != nil {
		return nil, err
	}
	return (&compiler{fields, crs}).filter(e)
}

// ParseFilterJSON reads CQL2 JSON (OGC 21-065r2, 8.3 and annex C): all that
// ParseFilter reads as text, with the same meaning. Operators may be written in
// any case. An error is a *cql2.Error; where the JSON itself is broken, it
// gives the column.
func ParseFilterJSON(text string, fields []Field, crs CRS) (*Filter, error) {
	e, err := cql2.ParseJSON(text)
	if err != nil {
		return nil, err
	}
	return (&compiler{fields, crs}).filter(e)
}
