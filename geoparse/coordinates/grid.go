package coordinates

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// zoneAndBand is the designation of a grid zone.
const zoneAndBand = `([1-9]|[1-5][0-9]|60)` + blank + `([C-HJ-NP-X])`

var gridReference = regexp.MustCompile(`^` + zoneAndBand + blank + `([A-HJ-NP-Z])([A-HJ-NP-V])` + blank + `([0-9]{1,10})(?:[ \t\x{a0}]+([0-9]{1,5}))?`)

// gridAt parses a grid reference of the Military Grid Reference System (NGA, Universal Grids and
// Grid Reference Systems, NGA.STND.0037, chapter 3). Its point is the middle of the grid square.
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
	if len(east) > metreDigits || endsInWord(text, end) {
		return Position{}, false
	}
	zone, _ := strconv.Atoi(m[1])
	easting, northing, ok := square(zone, m[2][0], m[3][0], m[4][0])
	if !ok {
		return Position{}, false
	}
	unit := math.Pow(10, float64(metreDigits-len(east)))
	e, _ := strconv.ParseFloat(east, 64)
	n, _ := strconv.ParseFloat(north, 64)
	p, ok := inZone(zone, m[2][0], easting+(e+0.5)*unit, northing+(n+0.5)*unit)
	return Position{Point: p, Form: Grid, Bytes: end, Digits: len(east)}, ok
}

var utmReference = regexp.MustCompile(`^` + zoneAndBand + blank + `,?` + blank + `([1-9][0-9]{5})(?:` + blank + `m?E)?` + blank + `,?` + blank + `([0-9]{6,7})(?:` + blank + `m?N)?`)

// utmAt parses metres of the Universal Transverse Mercator grid after a zone with its band: "37T
// 412345 5312345".
func utmAt(text string) (Position, bool) {
	m := utmReference.FindStringSubmatch(text)
	if m == nil || endsInWord(text, len(m[0])) {
		return Position{}, false
	}
	zone, _ := strconv.Atoi(m[1])
	easting, _ := strconv.ParseFloat(m[3], 64)
	northing, _ := strconv.ParseFloat(m[4], 64)
	p, ok := inZone(zone, m[2][0], easting, northing)
	return Position{Point: p, Form: Grid, Bytes: len(m[0]), Digits: metreDigits}, ok
}

// metreDigits is the number of digits of a grid reference that is good to a metre.
const metreDigits = 5

// inZone returns the point at an easting and northing, in metres, of a grid zone; false if it is
// outside the zone's band.
func inZone(zone int, band byte, easting, northing float64) (orb.Point, bool) {
	lon, lat := fromUTM(zone, band >= 'N', easting, northing)
	return orb.Point{lon, lat}, inBand(band, lat) && inRange(lat, lon)
}

const (
	columns = "ABCDEFGHJKLMNPQRSTUVWXYZ" // column letters of 100 km squares, eight to a zone, from west to east
	rows    = "ABCDEFGHJKLMNPQRSTUV"     // row letters, from south to north, repeating; even zones begin with F
	bands   = "CDEFGHJKLMNPQRSTUVWX"     // latitude bands of eight degrees from 80 south; X has twelve
)

// square returns the south-west corner of a 100 km square in UTM metres; false if the zone has
// no such column.
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
	// rows repeat every 2,000 km: take the first at or above the foot of the band
	_, foot := toUTM(zone, float64(6*zone-183), bandFoot(band), band >= 'N')
	for northing+1e5 <= foot {
		northing += 2e6
	}
	return easting, northing, true
}

// bandFoot is the southern latitude of a band.
func bandFoot(band byte) float64 { return -80 + 8*float64(strings.IndexByte(bands, band)) }

// inBand reports whether a latitude lies in a band, allowing for squares that cross its edge.
func inBand(band byte, lat float64) bool {
	foot, height := bandFoot(band), 8.0
	if band == 'X' {
		height = 12
	}
	return foot-1 <= lat && lat <= foot+height+1
}
