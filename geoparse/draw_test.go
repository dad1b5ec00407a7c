package geoparse

import (
	"fmt"
	"math"
	"sync"
	"testing"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// TestDivisionsAreDrawn: the governorates of Syria and the first-level divisions
// of its neighbours have an outline, or are drawn as a disc in their country, and
// hold their own point but for what the outlines were simplified by. Lebanon's
// and Iraq's newest, and those of Palestine, have no outline.
func TestDivisionsAreDrawn(t *testing.T) {
	least := map[string]int{"SY": 14, "TR": 81, "IQ": 18, "LB": 6, "JO": 12, "IL": 6, "PS": 0}
	p := testParser()
	outlines, seen := map[string]int{}, map[string]bool{}
	for _, layer := range p.gaz.Layers() {
		for i := range layer.Len() {
			place := layer.Place(i)
			if _, wanted := least[place.Country]; !wanted || place.Kind != gazetteer.FirstDivision || seen[place.Code()] {
				continue
			}
			seen[place.Code()] = true
			if p.hasOutline(t, place.Code()) {
				outlines[place.Country]++
			}
		}
	}
	for country, n := range least {
		if outlines[country] < n {
			t.Errorf("%s: %d divisions have outlines, want %d", country, outlines[country], n)
		}
	}
}

// hasOutline draws a division and reports whether it has an outline.
func (p *Parser) hasOutline(t *testing.T, code string) bool {
	r, ok := p.gaz.Division(code)
	if !ok {
		return false
	}
	place := p.gaz.Place(r)
	d := p.drawPlace(&place)
	if d.geometry == nil || geo.DistanceTo(d.geometry, place.Point) > 6 {
		t.Errorf("%s %s: %v is not in its area", code, place.Name, place.Point)
	}
	return !d.schematic
}

func TestBuiltKmGrowsWithPeopleAndRank(t *testing.T) {
	last := 0.0
	for _, place := range []gazetteer.Place{
		{Kind: "S.AIRB"}, {Kind: "P.PPL", Population: 20_000}, {Kind: "P.PPLA2"}, {Kind: "P.PPL", Population: 120_000},
		{Kind: "P.PPLA"}, {Kind: "P.PPLC"}, {Kind: "P.PPL", Population: 2_000_000}, {Kind: gazetteer.FirstDivision},
	} {
		if km := builtKm(&place); km <= last {
			t.Errorf("%s of %d: %.1f km, not more than %.1f", place.Kind, place.Population, km, last)
		} else {
			last = km
		}
	}
	if km := builtKm(&gazetteer.Place{Kind: "H.SEA"}); km != 0 {
		t.Errorf("a sea is a disc of %.1f km", km)
	}
}

// TestRoadsFollowKnownOnes: the way from Hama to Aleppo is that of the M5, and
// where no road is known it is straight.
func TestRoadsFollowKnownOnes(t *testing.T) {
	p := testParser()
	hama, aleppo := gazetteer.Place{ID: "a", Name: "A", Point: orb.Point{36.75, 35.13}}, gazetteer.Place{ID: "b", Name: "B", Point: orb.Point{37.16, 36.2}}
	there := p.draw(&Tree{Op: OpRoad, Of: []Tree{placeTree(&hama), placeTree(&aleppo)}})
	if there.schematic || len(there.geometry.(orb.LineString)) < 4 || geo.DistanceTo(there.geometry, orb.Point{36.67, 35.64}) > 3 {
		t.Errorf("from Hama to Aleppo: %v", there)
	}
	nowhere := gazetteer.Place{ID: "c", Name: "C", Point: orb.Point{38.5, 33.2}}
	straight := p.draw(&Tree{Op: OpRoad, Of: []Tree{placeTree(&hama), placeTree(&nowhere)}})
	if !straight.schematic || len(straight.geometry.(orb.LineString)) != 2 {
		t.Errorf("from Hama to the desert: %v", straight)
	}
}

// TestBrokenTrees: they are not drawn, and break nothing.
func TestBrokenTrees(t *testing.T) {
	p := testParser()
	sea := placeTree(&gazetteer.Place{ID: "x", Name: "X", Kind: "H.SEA"})
	town := placeTree(&gazetteer.Place{ID: "y", Name: "Y", Kind: "P.PPL", Point: orb.Point{36, 35}})
	for _, tree := range []Tree{
		sea, sectorOf(sea, 0, ""), OpUnion.of(town, sea), OpDifference.of(town, town), OpBorder.of(town, town),
		OpCorridor.of(town), OpIntersection.of(town, sectorOf(sea, 90, "")),
	} {
		if d := p.drawFront(&tree); d.geometry != nil {
			t.Errorf("%v is drawn as %v", tree, d.geometry)
		}
	}
}

// TestDrawingsAreShared: many goroutines that draw the same get the same.
func TestDrawingsAreShared(t *testing.T) {
	p := &Parser{gaz: testParser().gaz, lex: testParser().lex, shapes: &shapeCache{}}
	tree := sectorOf(placeTree(&gazetteer.Place{ID: "y", Name: "Y", Kind: "P.PPL", Point: orb.Point{36, 35}}), 45, "")
	var group sync.WaitGroup
	got := make([]string, 8)
	for i := range got {
		group.Go(func() { got[i] = fmt.Sprint(p.drawFront(&tree)) })
	}
	group.Wait()
	for _, g := range got {
		if g != got[0] {
			t.Errorf("%s and %s", g, got[0])
		}
	}
}

func TestCompass(t *testing.T) {
	for i, name := range compassNames {
		if b := compassBearing(name); b != float64(i)*compassStep || compassName(b+10) != name || compassName(b-11+360) != name {
			t.Errorf("%s is %v degrees", name, b)
		}
	}
	if b := betweenBearings(0, 315); math.Abs(b-337.5) > 0.01 || compassName(b) != "north-north-west" {
		t.Errorf("between north and north-west lies %v", b)
	}
	if turnBetween(350, 20) != 30 || turnBetween(20, 350) != 30 {
		t.Error("turns over north")
	}
}
