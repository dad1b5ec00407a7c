package query

import (
	"dateline/query/cql2"
)

// ParseFilter parses CQL2 text (OGC 21-065r2, 8.2 and annex B): basic CQL2, LIKE, BETWEEN, IN,
// CASEI, ACCENTI, arithmetic, comparisons between properties, spatial and temporal functions.
// Geometries are in crs. Errors are of type *cql2.Error.
//
// Where the standard leaves a choice: features are dated to the day, so a TIMESTAMP means its
// day in UTC, and an INTERVAL the days from its first to its last. Features have no height, so
// heights are ignored.
func ParseFilter(text string, fields []Field, crs CRS) (*Filter, error) {
	e, err := cql2.Parse(text)
	if err != nil {
		return nil, err
	}
	return (&compiler{fields, crs}).filter(e)
}

// ParseFilterJSON parses CQL2 JSON (OGC 21-065r2, 8.3 and annex C), with the same coverage and
// meaning as ParseFilter. Operators may be written in any case. Errors are of type *cql2.Error;
// for malformed JSON they give the column.
func ParseFilterJSON(text string, fields []Field, crs CRS) (*Filter, error) {
	e, err := cql2.ParseJSON(text)
	if err != nil {
		return nil, err
	}
	return (&compiler{fields, crs}).filter(e)
}
