package coordinates

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

var gridReference = regexp.MustCompile(`^([1-9]|[1-5][0-9]|60)` + blank + `([C-HJ-NP-X])` + blank + `([A-HJ-NP-Z])([A-HJ-NP-V])` + blank + `([0-9]{1,10})(?:[ \t\x{a0}]+([0-9]{1,5}))?`)

// gridAt reads a grid reference of the Military Grid Reference System (NGA,
// Universal Grids and Grid Reference Systems, NGA.STND.0037, chapter 3). Its
// point is the middle of the square that the digits name.
func gridAt(text string) (Position, bool) {
	m := gridReference.FindStringSubmatch(text)
	if m == nil {
		return Position{}, false
	}
	east, north, end := m[5], m[6], len(m[0])
	if len(east) != len(north) { // 37SBV8651224713: written in one
		end = strings.LastIndex(m[0], m[5]) + len(m[5])
		half := len(m[5]) / 2
		if len(m[5])%2 != 0 {
			return Position{}, false
		}
		east, north = m[5][:half], m[5][half:]
	}
	if len(east) > 5 || endsInWord(text, end) {
		return Position{}, false
	}
	zone, _ := strconv.Atoi(m[1])
	easting, northing, ok := square(zone, m[2][0], m[3][0], m[4][0])
	if !ok {
		return Position{}, false
	}
	unit := math.Pow(10, float64(5-len(east)))
	e, _ := strconv.ParseFloat(east, 64)
	n, _ := strconv.ParseFloat(north, 64)
	lon, lat := fromUTM(zone, m[2][0] >= 'N', easting+(e+0.5)*unit, northing+(n+0.5)*unit)
	if !inBand(m[2][0], lat) || !inRange(lat, lon) {
		return Position{}, false
	}
	return Position{Point: orb.Point{lon, lat}, Form: Grid, Bytes: end, Digits: len(east)}, true
}

const (
	columns = "ABCDEFGHJKLMNPQRSTUVWXYZ" // letters of 100 km squares eastwards, eight to a zone
	rows    = "ABCDEFGHJKLMNPQRSTUV"     // northwards, again and again; even zones begin with F
	bands   = "CDEFGHJKLMNPQRSTUVWX"     // of eight degrees of latitude from 80 south; X has twelve
)

// square returns the south-west corner of a 100 km square in UTM metres; false
// when a zone has no such column.
func square(zone int, band, column, row byte) (easting, northing float64, ok bool) {
	col := strings.IndexByte(columns, column) - (zone-1)%3*8
	if col < 0 || col > 7 {
		return 0, 0, false
	}
	r := strings.IndexByte(rows, row)
	if zone%2 == 0 {
		r = (r + 15) % 20
	}
	easting, northing = float64(col+1)*1e5, float64(r)*1e5
	// The row repeats each 2,000 km: the first at or above the band's foot.
	_, foot := toUTM(zone, float64(6*zone-183), bandFoot(band), band >= 'N')
	for northing+1e5 <= foot {
		northing += 2e6
	}
	return easting, northing, true
}

// bandFoot is the southern latitude of a band.
func bandFoot(band byte) float64 { return -80 + 8*float64(strings.IndexByte(bands, band)) }

// inBand reports whether a latitude lies in a band, give or take the squares
// that reach over its edge.
func inBand(band byte, lat float64) bool {
	foot, height := bandFoot(band), 8.0
	if band == 'X' {
		height = 12
	}
	return foot-1 <= lat && lat <= foot+height+1
}
