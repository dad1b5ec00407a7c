package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

const (
	geoNamesColumns = 19
	maxLine         = 1 << 20 // the longest rows of a dump are near 20 kB
	// firstForeignID is where numbers stop being GeoNames': its own have eight
	// digits, tables made from Who's On First in the same form go on above.
	firstForeignID = 50_000_000
)

// ReadGeoNames reads places in the 19-column tab-separated form of the
// GeoNames country dumps (https://download.geonames.org/export/dump/readme.txt)
// and calls yield for each until it returns false. An error names the line.
func ReadGeoNames(r io.Reader, yield func(Entry) bool) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := lines.Text()
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		e, err := geoNamesEntry(strings.Split(line, "\t"))
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if !yield(e) {
			return nil
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return nil
}

func geoNamesEntry(col []string) (Entry, error) {
	if len(col) != geoNamesColumns {
		return Entry{}, fmt.Errorf("%d tab-separated columns where a GeoNames dump has %d", len(col), geoNamesColumns)
	}
	id, err := strconv.ParseUint(col[0], 10, 63)
	if err != nil {
		return Entry{}, fmt.Errorf("column 1, geonameid: %q is no number", col[0])
	}
	lat, err := degrees(col[4], 90)
	if err != nil {
		return Entry{}, fmt.Errorf("column 5, latitude: %w", err)
	}
	lon, err := degrees(col[5], 180)
	if err != nil {
		return Entry{}, fmt.Errorf("column 6, longitude: %w", err)
	}
	if col[1] == "" {
		return Entry{}, fmt.Errorf("column 2, name: empty")
	}
	if len(col[8]) != 0 && len(col[8]) != 2 {
		return Entry{}, fmt.Errorf("column 9, country code: %q is not two letters", col[8])
	}
	population, _ := strconv.Atoi(col[14]) // often empty; a bad one is no reason to lose the place
	e := Entry{Place: Place{
		ID: sourceID(id), Name: col[1], Kind: Kind(col[6] + "." + col[7]),
		Point: orb.Point{lon, lat}, Country: col[8], Admin1: col[10], Admin2: col[11],
		Population: max(population, 0), Source: "GeoNames",
	}}
	if id >= firstForeignID {
		e.Source = "Who's On First"
	}
	e.Names = append(e.Names, col[2])
	e.Names = append(e.Names, strings.Split(col[3], ",")...)
	return e, nil
}

func sourceID(id uint64) string {
	if id < firstForeignID {
		return "gn" + strconv.FormatUint(id, 10)
	}
	return "wof" + strconv.FormatUint(id, 10)
}

// degrees parses an angle whose absolute value is at most limit.
func degrees(s string, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) {
		return 0, fmt.Errorf("%q is no number", s)
	}
	if math.Abs(v) > limit {
		return 0, fmt.Errorf("%v is beyond %v degrees", v, limit)
	}
	return v, nil
}
