package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
)

// tableColumns are the columns of the hand-written tables, in any order; those marked false are
// optional.
var tableColumns = map[string]bool{
	"id": true, "name": true, "kind": true, "lat": true, "lon": true, "country": true, "names": true, "source": true,
	"admin1": false, "admin2": false, "population": false, "geometry": false, "demonyms": false,
}

// row is a line of a hand-written table: an Entry whose divisions may be names, and the demonyms
// of a country.
type row struct {
	Entry
	demonyms []string
}

// readTable reads a table with a header line. Errors name the line and the column.
func readTable(r io.Reader) ([]row, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	if !lines.Scan() {
		return nil, fmt.Errorf("line 1: no header")
	}
	header := strings.Split(lines.Text(), "\t")
	for name, required := range tableColumns {
		if required && !slices.Contains(header, name) {
			return nil, fmt.Errorf("line 1: no column %q", name)
		}
	}
	for _, name := range header {
		if _, known := tableColumns[name]; !known {
			return nil, fmt.Errorf("line 1: unknown column %q", name)
		}
	}
	var rows []row
	for n := 2; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != len(header) {
			return nil, fmt.Errorf("line %d: %d cells under %d columns", n, len(cells), len(header))
		}
		rec := make(map[string]string, len(cells))
		for i, c := range cells {
			rec[header[i]] = c
		}
		e, err := tableRow(rec)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		rows = append(rows, e)
	}
	return rows, lines.Err()
}

func tableRow(rec map[string]string) (row, error) {
	lat, err := degrees(rec["lat"], 90)
	if err != nil {
		return row{}, fmt.Errorf("lat: %w", err)
	}
	lon, err := degrees(rec["lon"], 180)
	if err != nil {
		return row{}, fmt.Errorf("lon: %w", err)
	}
	e := row{Entry: Entry{Place: Place{
		ID: rec["id"], Name: rec["name"], Kind: Kind(rec["kind"]), Point: orb.Point{lon, lat},
		Country: rec["country"], Admin1: rec["admin1"], Admin2: rec["admin2"], Source: rec["source"],
	}, Names: cells(rec["names"])}, demonyms: cells(rec["demonyms"])}
	if p := rec["population"]; p != "" {
		if e.Population, err = strconv.Atoi(p); err != nil {
			return row{}, fmt.Errorf("population: %q is not a number", p)
		}
	}
	if g := rec["geometry"]; g != "" {
		if e.Geometry, err = wkt.Unmarshal(g); err != nil {
			return row{}, fmt.Errorf("geometry: %w", err)
		}
	}
	return e, e.check()
}

// cells splits several values in one cell.
func cells(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// divisionNames resolves the names of divisions to their codes.
type divisionNames struct {
	world  *Index
	inside map[string]map[string]string // by the code of a country or division: folded names of its divisions, to their own codes
	tables map[string]string            // by country and folded name: codes given in a table
	asked  map[[2]string]string         // cache of code, empty for nothing
}

func newDivisionNames(world *Index) *divisionNames {
	return &divisionNames{world: world, inside: map[string]map[string]string{}, tables: map[string]string{}, asked: map[[2]string]string{}}
}

// code returns the own code of a division by name: "12" for Idlib in SY.
func (d *divisionNames) code(above, name string) (string, bool) {
	question := [2]string{above, name}
	own, known := d.asked[question]
	if !known {
		own = d.find(above, foldDivision(name))
		d.asked[question] = own
	}
	return own, own != ""
}

func (d *divisionNames) find(above, folded string) string {
	inside, known := d.inside[above]
	if !known {
		inside = d.world.divisionsIn(above)
		d.inside[above] = inside
	}
	if own, ok := inside[folded]; ok {
		return own
	}
	return d.tables[above+" "+folded]
}

// divisionsIn returns the own codes of the divisions directly below another, by folded name.
func (x *Index) divisionsIn(above string) map[string]string {
	own := map[string]string{}
	prefix := above + "."
	first := sort.Search(x.codes(), func(i int) bool { code, _ := x.code(i); return code >= prefix })
	for i := first; i < x.codes(); i++ {
		code, place := x.code(i)
		last, inside := strings.CutPrefix(code, prefix)
		if !inside {
			break
		}
		if strings.Contains(last, ".") {
			continue
		}
		for _, name := range x.Names(place) {
			own[foldDivision(name)] = last
		}
	}
	return own
}

// addRows adds the first-level divisions that a table gives a code.
func (d *divisionNames) addRows(rows []row) {
	for _, r := range rows {
		if r.Kind != FirstDivision || r.Admin1 == "" || !isCode(r.Admin1) {
			continue
		}
		for _, name := range append([]string{r.Name}, r.Names...) {
			if key := r.Country + " " + foldDivision(name); d.tables[key] == "" {
				d.tables[key] = r.Admin1
			}
		}
	}
}

// foldDivision folds a division's name without its class word.
func foldDivision(name string) string {
	words := strings.Fields(Fold(name))
	if n := len(words); n > 1 {
		switch words[n-1] {
		case "governorate", "province", "district", "region", "state", "county":
			words = words[:n-1]
		}
	}
	return strings.Join(words, " ")
}

// resolve replaces the names of e's divisions by their codes. Existing codes are kept, unknown
// names cleared.
func (d *divisionNames) resolve(e *Entry) {
	if e.Kind == FirstDivision && e.Admin1 == "" {
		e.Admin1 = e.Name
	}
	if code, ok := d.code(e.Country, e.Admin1); ok {
		e.Admin1 = code
	} else if !isCode(e.Admin1) {
		e.Admin1, e.Admin2 = "", ""
	}
	if e.Kind == SecondDivision && e.Admin2 == "" {
		e.Admin2 = e.Name
	}
	if code, ok := d.code(e.Country+"."+e.Admin1, e.Admin2); ok {
		e.Admin2 = code
	} else if !isCode(e.Admin2) {
		e.Admin2 = ""
	}
}

// isCode tells codes, which have digits or at most three capitals, from names.
func isCode(s string) bool {
	return s == strings.ToUpper(s) && (len(s) <= 3 || strings.ContainsAny(s, "0123456789"))
}
