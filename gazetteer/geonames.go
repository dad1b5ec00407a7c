package gazetteer

import (
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

const (
	geoNamesColumns = 19
	// firstForeignID is the end of GeoNames' own numbers, which have eight digits; tables made
	// from Who's On First in the same format use larger ones.
	firstForeignID = 50_000_000
)

// ReadGeoNames reads places in the 19-column tab-separated format of the GeoNames country dumps
// (https://download.geonames.org/export/dump/readme.txt). An invalid row yields a RowError and
// reading continues; any other error is the last.
func ReadGeoNames(r io.Reader) iter.Seq2[Entry, error] {
	return entriesOf(lines(r), geoNamesEntry)
}

// entriesOf turns lines into entries.
func entriesOf(lines iter.Seq2[textLine, error], parse func(columns []string) (Entry, error)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for line, err := range lines {
			var e Entry
			if err == nil {
				if e, err = guarded(func() (Entry, error) { return parse(strings.Split(line.text, "\t")) }); err != nil {
					err = atLine(err, line.number)
				}
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func geoNamesEntry(col []string) (Entry, error) {
	if len(col) != geoNamesColumns {
		return Entry{}, fmt.Errorf("%d tab-separated columns; want the %d of a GeoNames dump", len(col), geoNamesColumns)
	}
	id, err := strconv.ParseUint(col[0], 10, 63)
	if err != nil {
		return Entry{}, columnError("1 (geonameid)", "%q; want a whole number", col[0])
	}
	lat, err := degrees(col[4], 90)
	if err != nil {
		return Entry{}, columnError("5 (latitude)", "%w", err)
	}
	lon, err := degrees(col[5], 180)
	if err != nil {
		return Entry{}, columnError("6 (longitude)", "%w", err)
	}
	if strings.TrimSpace(col[1]) == "" {
		return Entry{}, columnError("2 (name)", "empty; want the usual name")
	}
	if len(col[8]) != 0 && len(col[8]) != 2 {
		return Entry{}, columnError("9 (country code)", "%q; want two letters (ISO 3166-1)", col[8])
	}
	population, _ := strconv.Atoi(col[14]) // often empty; an invalid one does not invalidate the place
	e := Entry{Place: Place{
		ID: sourceID(id), Name: strings.TrimSpace(col[1]), Kind: Kind(col[6] + "." + col[7]),
		Point: orb.Point{lon, lat}, Country: col[8], Admin1: col[10], Admin2: col[11],
		Population: max(population, 0), Source: "GeoNames", SourceDate: day(col[18]),
	}}
	if id >= firstForeignID {
		e.Source = "Who's On First"
	}
	e.Names = geoNamesNames(col[1:4])
	return e, nil
}

// geoNamesNames returns the names in the columns asciiname and alternatenames, except the usual
// one.
func geoNamesNames(col []string) []string {
	var names []string
	if col[1] != col[0] && col[1] != "" {
		names = append(names, col[1])
	}
	if col[2] != "" {
		names = append(names, strings.Split(col[2], ",")...)
	}
	return names
}

func sourceID(id uint64) string {
	if id < firstForeignID {
		return "gn" + strconv.FormatUint(id, 10)
	}
	return "wof" + strconv.FormatUint(id, 10)
}

// degrees parses an angle whose absolute value is at most limit.
func degrees(s string, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) {
		return 0, fmt.Errorf("%q; want decimal degrees", s)
	}
	if math.Abs(v) > limit {
		return 0, fmt.Errorf("%v is beyond %v degrees", v, limit)
	}
	return v, nil
}
