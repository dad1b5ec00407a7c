package coordinates

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAt(t *testing.T) {
	for _, c := range []struct {
		text     string
		lat, lon float64
		form     Form
		takes    string
	}{
		{`35°26'24"N 36°39'10"E and on`, 35.44, 36.65278, Angles, `35°26'24"N 36°39'10"E`},
		{`35°26′N, 36°39′E.`, 35.43333, 36.65, Angles, `35°26′N, 36°39′E`},
		{`35° 26.4' N / 36° 39.1' E`, 35.44, 36.65167, Angles, `35° 26.4' N / 36° 39.1' E`},
		{`N 35 26.4 E 36 39.1 when`, 35.44, 36.65167, Angles, `N 35 26.4 E 36 39.1`},
		{`N35.4412° E36.6512°`, 35.4412, 36.6512, Angles, `N35.4412° E36.6512°`},
		{`S 0 57.6 W 29 14.5.`, -0.96, -29.24167, Angles, `S 0 57.6 W 29 14.5`},
		{`33.1603 N, 36.2353 E`, 33.1603, 36.2353, Angles, `33.1603 N, 36.2353 E`},
		{`35 degrees 26 minutes north, 36 degrees 39 minutes east`, 35.43333, 36.65, Angles, `35 degrees 26 minutes north, 36 degrees 39 minutes east`},
		{`35 Degrees 26 Minutes North, 36 DEG 39 MIN EAST`, 35.43333, 36.65, Angles, `35 Degrees 26 Minutes North, 36 DEG 39 MIN EAST`},
		{`15.8091 شمالا 45.5876 شرقا قرب`, 15.8091, 45.5876, Angles, `15.8091 شمالا 45.5876 شرقا`},
		{`٣٥٫٤٤١٢ شمالاً و٣٦٫٦٥١٢ شرقاً`, 35.4412, 36.6512, Angles, `٣٥٫٤٤١٢ شمالاً و٣٦٫٦٥١٢ شرقاً`},
		{`34 12.5N 35 20.1E before`, 34.208333, 35.335, Angles, `34 12.5N 35 20.1E`},
		{`13-02N 048-57E, bound`, 13.033333, 48.95, Angles, `13-02N 048-57E`},
		{`13-02.5S 048-57.5W.`, -13.041667, -48.958333, Angles, `13-02.5S 048-57.5W`},
		{`26-34-12N, 056-15-30E`, 26.57, 56.258333, Angles, `26-34-12N, 056-15-30E`},
		{`Lat 35.93, Lon 36.63 is`, 35.93, 36.63, Angles, `Lat 35.93, Lon 36.63`},
		{`longitude: 36.63 and latitude: -35.93`, -35.93, 36.63, Angles, `longitude: 36.63 and latitude: -35.93`},
		{`عرض 35.93 وخط طول 36.63`, 35.93, 36.63, Angles, `عرض 35.93 وخط طول 36.63`},
		{`35.4412, 36.6512, analysts said`, 35.4412, 36.6512, Decimal, `35.4412, 36.6512`},
		{`-1.3952, 28.9667)`, -1.3952, 28.9667, Decimal, `-1.3952, 28.9667`},
		{`٣٥٫٤٤١٢، ٣٦٫٦٥١٢`, 35.4412, 36.6512, Decimal, `٣٥٫٤٤١٢، ٣٦٫٦٥١٢`},
		// Reference values of the Geographic Translator's documentation (NGA).
		{`4QFJ1234567890 `, 21.40963, -157.91608, Grid, `4QFJ1234567890`},
		{`4Q FJ 12345 67890`, 21.40963, -157.91608, Grid, `4Q FJ 12345 67890`},
		{`4QFJ1267 at`, 21.4060, -157.9152, Grid, `4QFJ1267`},
		{`4Q 612345 2367890 at`, 21.40963, -157.91608, Grid, `4Q 612345 2367890`},
		{`4 Q 612345 mE, 2367890 mN.`, 21.40963, -157.91608, Grid, `4 Q 612345 mE, 2367890 mN`},
	} {
		p, ok := At(c.text)
		if !ok {
			t.Errorf("%s: no position", c.text)
			continue
		}
		if math.Abs(p.Point[1]-c.lat) > 0.006 || math.Abs(p.Point[0]-c.lon) > 0.006 || c.form != Grid && math.Hypot(p.Point[1]-c.lat, p.Point[0]-c.lon) > 1e-5 {
			t.Errorf("%s: %v, want lat %v, lon %v", c.text, p.Point, c.lat, c.lon)
		}
		if p.Form != c.form || c.text[:p.Bytes] != c.takes {
			t.Errorf("%s: %s %q, want %s %q", c.text, p.Form, c.text[:p.Bytes], c.form, c.takes)
		}
	}
}

func TestNoPosition(t *testing.T) {
	for _, text := range []string{
		"", "35", "35.4412", `5' 11" tall`, "35° warm", "5 N, 6 E", "95.1234, 36.1234", "35.1234, 190.1234", "35°61'N 36°10'E",
		"1.5, 2.5", "35.4412, 36.6512mm", "37S BV 86512 2471", "37I BV 86512 24713", "61S BV 86512 24713", "37S AV 86512", "37S",
		"13-72N 048-57E", "12-10N 3 pm", "2024-09-10 12-10N", "4Q 612345 2367890m", "4I 612345 2367890", "37T 612345 2367890", "4Q 12345 2367890",
		"10.12.2019, 11.12.2019", "3 North Street", "N 35 and E 36",
	} {
		if p, ok := At(text); ok {
			t.Errorf("%q: %v by %s", text, p.Point, p.Form)
		}
	}
}

func TestGoesOn(t *testing.T) {
	for after, want := range map[string]bool{
		"°26'N": true, " º": true, " degrees 26": true, " Degrees": true, " DEG": true, " north, 36": true, " North": true, "N 36": true, " s": true,
		"\u00a0n, 36": true, " S BV 86512 24713": true, " درجة": true, " شمالاً": true, " شمال": true,
		"-02N 048-57E": true, "-02.5N": true, "-34-12N": true, " Q 612345": true,
		"": false, " soldiers": false, " northern": false, " degreed": false, " Syrian": false, " شماليون": false, " a": false, ", 36": false, "-20 soldiers": false, "-2N": false,
	} {
		if got := GoesOn(after); got != want {
			t.Errorf("34%s: %v", after, got)
		}
	}
}

// TestUTM checks the projection against its inverse, over all zones.
func TestUTM(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		zone, lat := 1+r.IntN(60), -79+162*r.Float64()
		lon := float64(6*zone-183) + 6*r.Float64() - 3
		e, n := toUTM(zone, lon, lat, lat >= 0)
		gotLon, gotLat := fromUTM(zone, lat >= 0, e, n)
		if math.Abs(gotLat-lat) > 1e-8 || math.Abs(gotLon-lon) > 1e-7 {
			t.Fatalf("zone %d: %v %v became %v %v", zone, lat, lon, gotLat, gotLon)
		}
	}
}

// TestMeridian checks the projection against the length of the meridian: the
// quarter of WGS 84 is 10,001,965.729 m (DMA TM 8358.2).
func TestMeridian(t *testing.T) {
	if _, n := toUTM(31, 3, 90, true); math.Abs(n-scale*10001965.729) > 0.01 {
		t.Errorf("the pole lies at northing %.3f", n)
	}
}

func FuzzAt(f *testing.F) {
	for _, s := range []string{`35°26'24"N 36°39'10"E`, "N 35 26.4 E 36 39.1", "35.4412, 36.6512", "37S BV 86512 24713", "٣٥٫٤٤١٢، ٣٦٫٦٥١٢", "15.8091 شمالا 45.5876 شرقا"} {
		f.Add(s)
		f.Add(strings.Repeat(s, 3))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := At(text)
		if !ok {
			return
		}
		if p.Bytes <= 0 || p.Bytes > len(text) || !inRange(p.Point[1], p.Point[0]) {
			t.Errorf("%q: %+v", text, p)
		}
	})
}
