package gazetteer

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paulmach/orb/encoding/wkt"
)

// ReadDelimited reads places from a table with a header and a separator ("," for CSV, "\t" for
// TSV; RFC 4180). The columns name, lon and lat are required; docs/gazetteer.md lists all known
// ones. source is the prefix of IDs without one. Errors are as those of ReadGeoNames.
func ReadDelimited(r io.Reader, comma rune, source string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		in := bufio.NewReader(r)
		skipMark(in)
		rows := csv.NewReader(in)
		rows.Comma, rows.LazyQuotes, rows.ReuseRecord = comma, true, true
		header, err := readHeader(rows)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		for {
			cells, err := rows.Read()
			if err == io.EOF {
				return
			}
			line := 0
			if len(cells) > 0 {
				line, _ = rows.FieldPos(0)
			}
			e, err := delimitedEntry(header, cells, line, source, err)
			if !yield(e, err) || err != nil && !isRowError(err) {
				return
			}
		}
	}
}

// skipMark skips the byte order mark that spreadsheets write.
func skipMark(in *bufio.Reader) {
	if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
		in.Discard(3)
	}
}

func isRowError(err error) bool {
	var row *RowError
	return errors.As(err, &row)
}

func readHeader(rows *csv.Reader) ([]string, error) {
	cells, err := rows.Read()
	if err == io.EOF {
		return nil, errors.New("line 1: empty; want a header with the columns name, lon and lat")
	}
	if err != nil {
		return nil, fmt.Errorf("line 1: %w", err)
	}
	header := make([]string, len(cells))
	for i, c := range cells {
		header[i] = strings.ToLower(strings.TrimSpace(c))
	}
	for _, property := range [...]string{"name", "lon", "lat"} {
		if !slices.ContainsFunc(synonyms(property), func(s string) bool { return slices.Contains(header, s) }) {
			others := slices.DeleteFunc(synonyms(property), func(s string) bool { return s == property })
			return nil, fmt.Errorf("line 1: no column %s (or %s) among %s", property, strings.Join(others, ", "), strings.Join(cells, ", "))
		}
	}
	return header, nil
}

func delimitedEntry(header, cells []string, line int, source string, err error) (Entry, error) {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse) && errors.Is(err, csv.ErrFieldCount):
		return Entry{}, &RowError{Line: line, Err: fmt.Errorf("%d cells under %d columns", len(cells), len(header))}
	case errors.As(err, &parse):
		return Entry{}, &RowError{Line: parse.Line, Err: parse.Err}
	case err != nil:
		return Entry{}, err
	}
	rec := make(properties, len(cells))
	for i, c := range cells {
		if !utf8.ValidString(c) {
			return Entry{}, &RowError{Line: line, Column: header[i], Err: errNotUTF8}
		}
		rec[header[i]] = strings.Clone(c)
	}
	e, err := guarded(func() (Entry, error) { return delimitedPlace(rec, source) })
	if err != nil {
		return Entry{}, atLine(err, line)
	}
	return e, nil
}

// delimitedPlace makes a place from a row, whose geometry may be WKT.
func delimitedPlace(rec properties, source string) (Entry, error) {
	shape := rec.value("geometry")
	if shape == "" {
		return rec.entry(source, nil)
	}
	geometry, err := wkt.Unmarshal(shape)
	if err != nil {
		return Entry{}, columnError("geometry", "%.40q; want WKT, such as LINESTRING(36.6 35.9, 37.1 36.2)", shape)
	}
	if err := checkGeometry(geometry); err != nil {
		return Entry{}, columnError("geometry", "%w", err)
	}
	return rec.entry(source, geometry)
}
