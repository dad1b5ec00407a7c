package draw

import (
	"math"
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"

	"github.com/paulmach/orb"
)

// on is a point in degrees.
func on(lon, lat float64) orb.Point { return orb.Point{lon, lat} }

// townAt is a town that no gazetteer has.
func townAt(id string, p orb.Point, population int) *gazetteer.Place {
	return &gazetteer.Place{ID: "test-" + id, Name: strings.ToUpper(id), Kind: "P.PPL", Point: p, Population: population}
}

// find returns the first-level division or country with a code.
func find(t *testing.T, g *gazetteer.Gazetteer, code string) *gazetteer.Place {
	t.Helper()
	r, ok := g.Division(code)
	if !ok {
		t.Fatalf("no division %s", code)
	}
	place := g.Place(r)
	return &place
}

// hama returns the governorate whose seat is Hama.
func hama(t *testing.T, g *gazetteer.Gazetteer) *gazetteer.Place {
	t.Helper()
	for _, h := range g.ByName("Hama Governorate") {
		if place := g.Place(h.Ref); place.Kind == gazetteer.FirstDivision && place.Country == "SY" {
			return &place
		}
	}
	t.Fatal("no Hama Governorate")
	return nil
}

// TestSectors: which points lie in a part of a division, as seen from its seat.
func TestSectors(t *testing.T) {
	g := testGazetteer(t)
	dr := New(g)
	place := hama(t, g)
	seat := place.Point
	at := func(bearing, km float64) orb.Point { return geo.Destination(seat, bearing, km) }
	for _, tt := range []struct {
		name    string
		tree    expr.Tree
		in, out []orb.Point
	}{
		{"north", expr.SectorOf(expr.Leaf(place), 0, ""), []orb.Point{at(0, 15), at(40, 15), at(-40, 15), at(50, 12)}, []orb.Point{at(180, 15), at(90, 15), at(65, 15), at(-75, 15)}},
		{"north-east", expr.SectorOf(expr.Leaf(place), 45, ""), []orb.Point{at(45, 15), at(70, 15), at(20, 15)}, []orb.Point{at(225, 15), at(100, 15), at(-10, 15), at(83, 15)}},
		{"far north", expr.SectorOf(expr.Leaf(place), 0, expr.Far), nil, []orb.Point{at(0, 5), at(180, 15)}},
	} {
		d := dr.Draw(&tt.tree)
		if d.Geometry == nil {
			t.Errorf("%s is not drawn", tt.name)
			continue
		}
		for _, p := range tt.in {
			if !geo.Contains(d.Geometry, p) {
				t.Errorf("%s lacks a point %.0f degrees from the seat", tt.name, geo.Bearing(seat, p))
			}
		}
		for _, p := range tt.out {
			if geo.Contains(d.Geometry, p) {
				t.Errorf("%s holds a point %.0f degrees from the seat", tt.name, geo.Bearing(seat, p))
			}
		}
		if d.Schematic || d.UncertaintyKm < areaLeastKm || d.UncertaintyKm > areaMostKm {
			t.Errorf("%s: schematic %v, uncertain by %v km", tt.name, d.Schematic, d.UncertaintyKm)
		}
	}
}

// TestRings: the distances from the centre of a town between which an area lies.
func TestRings(t *testing.T) {
	dr := New(testGazetteer(t))
	town := townAt("a", on(0, 0), 0) // built up to 1 km, its countryside reaches 8
	for _, tt := range []struct {
		level      string
		km, spread float64
		from, to   float64 // -1: it contains the centre
	}{
		{expr.Near, 0, 0, -1, 8}, {expr.Around, 0, 0, 1, 8}, {expr.Outskirts, 0, 0, 0.5, 3}, {expr.Within, 10, 0, -1, 10}, {expr.Within, 10, 2, -1, 12},
		{expr.At, 10, 0, 9, 11}, {expr.At, 10, 2, 7, 13}, {expr.About, 20, 0, 18, 22},
	} {
		tree := expr.Tree{Op: expr.Ring, Level: tt.level, Km: tt.km, SpreadKm: tt.spread, Of: []expr.Tree{expr.Leaf(town)}}
		d := dr.Draw(&tree)
		if d.Geometry == nil {
			t.Errorf("%v is not drawn", tree)
			continue
		}
		for km := 0.25; km < 30; km += 0.5 {
			if near := math.Min(math.Abs(km-tt.from), math.Abs(km-tt.to)); near < 0.3 {
				continue // too near to the edge to tell
			}
			want := km > tt.from && km < tt.to
			for _, bearing := range []float64{0, 100, 200, 300} {
				if got := geo.Contains(d.Geometry, geo.Destination(town.Point, bearing, km)); got != want {
					t.Errorf("%v: %v km towards %v: %v", tree, km, bearing, got)
				}
			}
		}
		if !d.Schematic {
			t.Errorf("%v is not schematic", tree)
		}
	}
}

// TestOffsets: the point, its uncertainty, and the words.
func TestOffsets(t *testing.T) {
	dr := New(testGazetteer(t))
	town := townAt("a", on(37, 35), 0)
	for _, tt := range []struct {
		bearing, level string
		km, spread     float64
		off            float64 // in km, by the slack of 22.5 degrees and a tenth, or a fifth
		reading        string
	}{
		{"north", "", 40, 0, 15.9, "40 km north of A"},
		{"east", "", 10, 0, 4, "10 km east of A"},
		{"south-west", expr.About, 40, 0, 17.9, "about 40 km south-west of A"},
		{"west", "", 12.5, 2.5, 6.1, "10 to 15 km west of A"},
		{"west", "", 1, 0, 2, "1 km west of A"},
	} {
		tree := expr.Tree{Op: expr.Offset, Bearing: tt.bearing, Level: tt.level, Km: tt.km, SpreadKm: tt.spread, Of: []expr.Tree{expr.Leaf(town)}}
		d := dr.Draw(&tree)
		p, ok := d.Geometry.(orb.Point)
		if !ok {
			t.Errorf("%v is drawn as %v", tree, d.Geometry)
			continue
		}
		if km := geo.Distance(town.Point, p); math.Abs(km-tt.km) > 0.01*tt.km {
			t.Errorf("%v lies %v km away", tree, km)
		}
		if b := geo.Bearing(town.Point, p); expr.TurnBetween(b, expr.CompassBearing(tt.bearing)) > 0.5 {
			t.Errorf("%v lies towards %v", tree, b)
		}
		if math.Abs(d.UncertaintyKm-tt.off) > 0.1*tt.off {
			t.Errorf("%v is uncertain by %v km, want %v", tree, d.UncertaintyKm, tt.off)
		}
		if d.Reading != tt.reading {
			t.Errorf("%v reads %q, want %q", tree, d.Reading, tt.reading)
		}
	}
}

func TestLinesAndWhatLiesBetween(t *testing.T) {
	dr := New(testGazetteer(t))
	a, b, c := expr.Leaf(townAt("a", on(0, 0), 0)), expr.Leaf(townAt("b", on(1, 0), 0)), expr.Leaf(townAt("c", on(1, 1), 0))
	for _, tt := range []struct {
		tree      expr.Tree
		dimension int
		off       float64
		reading   string
	}{
		{expr.Line.Of(a, b, c), 1, 16.7, "line through A, B, C"},
		{expr.Line.Of(a, b), 1, 16.7, "line between A and B"},
		{expr.Road.Of(a, b), 1, 16.7, "road between A and B, drawn straight"},
		{expr.Midpoint.Of(a, b), 0, 16.7, "midway between A and B"},
		{expr.Between.Of(a, b), 2, 0, "between A and B"},
		{expr.Hull.Of(a, b, c), 2, 0, "between A, B and C"},
	} {
		d := dr.Draw(&tt.tree)
		if d.Geometry == nil || d.Geometry.Dimensions() != tt.dimension || !d.Schematic {
			t.Errorf("%v: %v, schematic %v", tt.tree, d.Geometry, d.Schematic)
			continue
		}
		if tt.off > 0 && math.Abs(d.UncertaintyKm-tt.off) > 0.2 {
			t.Errorf("%v is uncertain by %v km, want %v", tt.tree, d.UncertaintyKm, tt.off)
		}
		if d.Reading != tt.reading {
			t.Errorf("%v reads %q, want %q", tt.tree, d.Reading, tt.reading)
		}
	}
}

func TestReadings(t *testing.T) {
	g := testGazetteer(t)
	dr := New(g)
	place := hama(t, g)
	city := townAt("c", place.Point, 300_000)
	for _, tt := range []struct {
		tree expr.Tree
		want string
	}{
		{expr.SectorOf(expr.Leaf(place), 0, expr.Far), "far northern part of Hama Governorate"},
		{expr.Tree{Op: expr.Sector, Level: expr.Centre, Of: []expr.Tree{expr.Leaf(place)}}, "central part of Hama Governorate"},
		{expr.Difference.Of(expr.Leaf(place), expr.Leaf(city)), "Hama Governorate, without C city"},
		{expr.RingOf(expr.Leaf(city), expr.Near), "C and the land around it"},
		{expr.RingOf(expr.Leaf(city), expr.Around), "the land around C"},
		{expr.RingOf(expr.Leaf(city), expr.Outskirts), "the outskirts of C"},
		{expr.Union.Of(expr.SectorOf(expr.Leaf(place), 0, ""), expr.SectorOf(expr.Leaf(place), 270, "")), "northern and western parts of Hama Governorate"},
		{expr.Union.Of(expr.RingOf(expr.Leaf(city), expr.Near), expr.RingOf(expr.Leaf(townAt("d", on(37, 35), 0)), expr.Near)), "C and D and the land around them"},
	} {
		if got := dr.Draw(&tt.tree).Reading; got != tt.want {
			t.Errorf("%v reads %q, want %q", tt.tree, got, tt.want)
		}
	}
}

func TestShareNames(t *testing.T) {
	for share, want := range map[float64]string{
		0.1: "part", 0.2: "part", 0.22: "quarter", 0.28: "quarter", 0.3: "third", 0.37: "third", 0.4: "part", 0.46: "half", 0.54: "half", 0.6: "part",
	} {
		if got := shareName(share); got != want {
			t.Errorf("%v is a %s, want %s", share, got, want)
		}
	}
}

func TestBordersFollowOutlines(t *testing.T) {
	g := testGazetteer(t)
	dr := New(g)
	syria, turkey, france := expr.Leaf(find(t, g, "SY")), expr.Leaf(find(t, g, "TR")), expr.Leaf(find(t, g, "FR"))
	tree := expr.Border.Of(syria, turkey)
	d := dr.Draw(&tree)
	if d.Geometry == nil || geo.DistanceTo(d.Geometry, on(38.0, 36.82)) > 10 || geo.DistanceTo(d.Geometry, on(36.8, 32.4)) < 100 {
		t.Errorf("the border of Syria and Turkey is %v", d.Geometry)
	}
	if apart := expr.Border.Of(syria, france); dr.CanDraw(&apart) {
		t.Error("Syria and France have a border")
	}
	if !dr.CanDraw(&tree) {
		t.Error("a border that is drawn can't be")
	}
}

func TestRoundedCoordinates(t *testing.T) {
	for _, g := range []orb.Geometry{
		on(1.23456, 2.34567), orb.LineString{on(1.23456, 2.34567)}, orb.MultiLineString{{on(1.23456, 2.34567)}},
		orb.Polygon{{on(1.23456, 2.34567)}}, orb.MultiPolygon{{{on(1.23456, 2.34567)}}},
	} {
		before := orb.Clone(g)
		if got := rounded(g).Bound(); got.Min != on(1.235, 2.346) {
			t.Errorf("%v is rounded to %v", g, got.Min)
		}
		if !orb.Equal(before, g) {
			t.Errorf("%v was changed", before)
		}
	}
}

func TestVagueness(t *testing.T) {
	square := func(km float64) orb.Geometry {
		d := km / 111.195
		return orb.Polygon{{on(0, 0), on(d, 0), on(d, d), on(0, d), on(0, 0)}}
	}
	for km, want := range map[float64]float64{10: 2, 20: 2, 100: 10, 300: 30, 900: 60} {
		if got := vagueKm(square(km)); math.Abs(got-want) > 0.02*want {
			t.Errorf("the bounds of a part of %v by %v km are off by %v, want %v", km, km, got, want)
		}
	}
}

// TestOuterParts: an area without a seat is divided by its extent: its northern third, the last
// sixth of it, the middle.
func TestOuterParts(t *testing.T) {
	square := orb.Polygon{{on(0, 0), on(3, 0), on(3, 3), on(0, 3), on(0, 0)}}
	plain := &gazetteer.Place{ID: "test-plain", Name: "Plain", Kind: "T.PLN", Point: on(1.5, 1.5)}
	for _, tt := range []struct {
		name     string
		tree     expr.Tree
		from, to float64 // latitudes between which it lies, at 1.5 degrees east
	}{
		{"north", expr.SectorOf(expr.Leaf(plain), 0, ""), 2, 3}, {"south", expr.SectorOf(expr.Leaf(plain), 180, ""), 0, 1},
		{"far north", expr.SectorOf(expr.Leaf(plain), 0, expr.Far), 2.5, 3},
		{"centre", expr.Tree{Op: expr.Sector, Level: expr.Centre, Of: []expr.Tree{expr.Leaf(plain)}}, 1.5 - 0.85, 1.5 + 0.85},
	} {
		part, err := cutSector(&tt.tree, square)
		if err != nil || part == nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for lat := 0.05; lat < 3; lat += 0.1 {
			if near := math.Min(math.Abs(lat-tt.from), math.Abs(lat-tt.to)); near < 0.04 {
				continue
			}
			if got, want := geo.Contains(part, on(1.5, lat)), lat > tt.from && lat < tt.to; got != want {
				t.Errorf("%s at latitude %.2f: %v", tt.name, lat, got)
			}
		}
	}
}
