package coordinates

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// forms write a position in each notation that is read, with the error that rounding allows, in
// degrees.
var forms = []struct {
	name  string
	off   float64
	write func(lat, lon float64) string
}{
	{"signed decimals", 1e-5, func(lat, lon float64) string { return fmt.Sprintf("%.5f, %.5f", lat, lon) }},
	{"decimals with an Arabic comma", 1e-5, func(lat, lon float64) string { return arabicDigits(fmt.Sprintf("%.5f، %.5f", lat, lon)) }},
	{"a real minus", 1e-5, func(lat, lon float64) string {
		return strings.ReplaceAll(fmt.Sprintf("%.5f; %.5f", lat, lon), "-", "−")
	}},
	{"hemispheres behind", 1e-5, func(lat, lon float64) string {
		return fmt.Sprintf("%.5f %s, %.5f %s", math.Abs(lat), pick(lat, "N", "S"), math.Abs(lon), pick(lon, "E", "W"))
	}},
	{"hemispheres before", 1e-5, func(lat, lon float64) string {
		return fmt.Sprintf("%s%.5f° %s%.5f°", pick(lat, "N", "S"), math.Abs(lat), pick(lon, "E", "W"), math.Abs(lon))
	}},
	{"words for hemispheres", 1e-5, func(lat, lon float64) string {
		return fmt.Sprintf("%.5f degrees %s and %.5f degrees %s", math.Abs(lat), pick(lat, "north", "south"), math.Abs(lon), pick(lon, "east", "west"))
	}},
	{"Arabic hemispheres", 1e-5, func(lat, lon float64) string {
		return fmt.Sprintf("%.5f %s %.5f %s", math.Abs(lat), pick(lat, "شمالا", "جنوبا"), math.Abs(lon), pick(lon, "شرقا", "غربا"))
	}},
	{"minutes and seconds", 1.0 / 3600, func(lat, lon float64) string {
		return sexagesimal(lat) + pick(lat, "N", "S") + " " + sexagesimal(lon) + pick(lon, "E", "W")
	}},
	{"labels", 1e-5, func(lat, lon float64) string { return fmt.Sprintf("Lat: %.5f, Lon: %.5f", lat, lon) }},
	{"labels, longitude first", 1e-5, func(lat, lon float64) string { return fmt.Sprintf("longitude %.5f and latitude %.5f", lon, lat) }},
}

func pick(v float64, positive, negative string) string {
	if v < 0 {
		return negative
	}
	return positive
}

func sexagesimal(v float64) string {
	seconds := int(math.Abs(v) * 3600)
	return fmt.Sprintf("%d°%02d'%02d\"", seconds/3600, seconds/60%60, seconds%60)
}

func arabicDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return r - '0' + '٠'
		case r == '.':
			return '٫'
		}
		return r
	}, s)
}

// TestReadsWhatIsWritten: a position is read back from every notation, wherever it lies, up to the
// text that follows.
func TestReadsWhatIsWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, form := range forms {
		for range 300 {
			lat, lon := 178*random.Float64()-89, 358*random.Float64()-179
			text := form.write(lat, lon)
			p, ok := At(text + " near the town")
			if !ok {
				t.Fatalf("%s: %s is no position", form.name, text)
			}
			if math.Abs(p.Point[1]-lat) > form.off || math.Abs(p.Point[0]-lon) > form.off {
				t.Fatalf("%s: %s is read as %v, not %v %v", form.name, text, p.Point, lon, lat)
			}
			if got := text[:min(p.Bytes, len(text))]; got != text {
				t.Fatalf("%s: of %s it takes %s", form.name, text, got)
			}
			if _, ok := At(text + "7x"); ok && !strings.HasSuffix(text, "°") && !strings.HasSuffix(text, "E") && !strings.HasSuffix(text, "W") {
				t.Fatalf("%s: %s goes on as a word", form.name, text+"7x")
			}
		}
	}
}

// gridOf writes the grid reference of a position with so many digits, by the letters of NGA's
// tables, column by column.
func gridOf(lat, lon float64, digits int) string {
	zone := int(math.Floor((lon+180)/6)) + 1
	e, n := toUTM(zone, lon, lat, lat >= 0)
	band := "CDEFGHJKLMNPQRSTUVWX"[min(int((lat+80)/8), 19)]
	column := [...]string{"STUVWXYZ", "ABCDEFGH", "JKLMNPQR"}[zone%3][int(e/1e5)-1]
	row := "ABCDEFGHJKLMNPQRSTUVABCDEFGHJKLMNPQRSTUV"[int(n/1e5)%20+(1-zone%2)*5]
	unit := math.Pow(10, float64(5-digits))
	return fmt.Sprintf("%d%c %c%c %0*d %0*d", zone, band, column, row, digits, int(math.Mod(e, 1e5)/unit), digits, int(math.Mod(n, 1e5)/unit))
}

// TestReadsGridReferences compares reading with writing.
func TestReadsGridReferences(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		lat, lon, digits := 159*random.Float64()-79.5, 360*random.Float64()-180, 2+random.IntN(4)
		text := gridOf(lat, lon, digits)
		for _, written := range []string{text, strings.ReplaceAll(text, " ", "")} {
			p, ok := At(written)
			if !ok {
				t.Fatalf("%s, of %.4f %.4f, is no position", written, lat, lon)
			}
			square := math.Pow(10, float64(5-digits)) / 111_000 // of its side, in degrees of latitude
			if math.Abs(p.Point[1]-lat) > square || math.Abs(p.Point[0]-lon)*math.Cos(lat*math.Pi/180) > square {
				t.Fatalf("%s is read as %v, not %.5f %.5f", written, p.Point, lon, lat)
			}
			if p.Form != Grid || p.Digits != digits || p.Bytes != len(written) {
				t.Fatalf("%s: %+v", written, p)
			}
		}
	}
}

// TestNearPositions: positions, and texts as similar as possible that are not.
func TestNearPositions(t *testing.T) {
	for _, tt := range []struct{ rule, position, none string }{
		{"latitudes end at the pole", "89.9999, 36.6512", "90.0001, 36.6512"},
		{"longitudes end at the date line", "35.4412, 179.9999", "35.4412, 180.0001"},
		{"south of the equator too", "-89.9999, -179.9999", "-90.0001, -179.9999"},
		{"two decimals at least", "35.44, 36.65", "35.4, 36.6"},
		{"of both", "35.44, 36.65", "35.44, 36"},
		{"something between", "35.44 36.65", "35.4436.65"},
		{"an angle has a sign", "35° N, 36° E", "35 N, 36 E"},
		{"or minutes", "35 26 N, 36 39 E", "35 N, 36 E"},
		{"or a fraction", "35.4 N, 36.6 E", "35 N, 36 E"},
		{"fewer than sixty minutes", "35°59'N 36°10'E", "35°60'N 36°10'E"},
		{"and seconds", `35°10'59"N 36°10'10"E`, `35°10'60"N 36°10'10"E`},
		{"of the longitude too", "35°10'N 36°59'E", "35°10'N 36°60'E"},
		{"latitude first", "35.44 N, 36.65 E", "36.65 E, 35.44 N"},
		{"one of each", "35.44 N, 36.65 E", "35.44 N, 36.65 N"},
		{"no word goes on", "35.44 N, 36.65 E", "35.44 N, 36.65 Eagles"},
		{"both labels", "Lat 35.93, Lon 36.63", "Lat 35.93, Lat 36.63"},
		{"zones of the grid", "37S BV 86512 24713", "0S BV 86512 24713"},
		{"no zone beyond sixty", "60S VF 86512 24713", "61S VF 86512 24713"},
		{"no letters that look like digits", "37S BV 86512 24713", "37O BV 86512 24713"},
		{"columns of the zone", "37S BV 86512 24713", "37S KV 86512 24713"},
		{"an even number in one", "37SBV86512471", "37SBV8651247"},
	} {
		if _, ok := At(tt.position); !ok {
			t.Errorf("%s: %s is no position", tt.rule, tt.position)
		}
		if p, ok := At(tt.none); ok {
			t.Errorf("%s: %s is %v", tt.rule, tt.none, p)
		}
	}
}
