package draw

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
)

// TestDivisionsAreDrawn: the governorates of Syria and the first-level divisions of its neighbours
// have an outline, or are drawn as a disc in their country, and contain their own point apart from
// the simplification of the outlines. Lebanon's and Iraq's newest, and those of Palestine, have no
// outline.
func TestDivisionsAreDrawn(t *testing.T) {
	least := map[string]int{"SY": 14, "TR": 81, "IQ": 18, "LB": 6, "JO": 12, "IL": 6, "PS": 0}
	p := New(testGazetteer(t))
	outlines, seen := map[string]int{}, map[string]bool{}
	for _, layer := range p.gaz.Layers() {
		for i := range layer.Len() {
			place := layer.Place(i)
			if _, wanted := least[place.Country]; !wanted || place.Kind != gazetteer.FirstDivision || seen[place.Code()] {
				continue
			}
			seen[place.Code()] = true
			if hasOutline(t, p, place.Code()) {
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
func hasOutline(t *testing.T, p *Drawer, code string) bool {
	r, ok := p.gaz.Division(code)
	if !ok {
		return false
	}
	place := p.gaz.Place(r)
	d := p.drawPlace(&place)
	if d.Geometry == nil || geo.DistanceTo(d.Geometry, place.Point) > 6 {
		t.Errorf("%s %s: %v is not in its area", code, place.Name, place.Point)
	}
	return !d.Schematic
}

// TestRoadsFollowKnownOnes: the route from Hama to Aleppo follows the M5; where no road is known it
// is straight.
func TestRoadsFollowKnownOnes(t *testing.T) {
	p := New(testGazetteer(t))
	hama, aleppo := gazetteer.Place{ID: "a", Name: "A", Point: orb.Point{36.75, 35.13}}, gazetteer.Place{ID: "b", Name: "B", Point: orb.Point{37.16, 36.2}}
	there := p.Draw(&expr.Tree{Op: expr.Road, Of: []expr.Tree{expr.Leaf(&hama), expr.Leaf(&aleppo)}})
	if there.Schematic || len(there.Geometry.(orb.LineString)) < 4 || geo.DistanceTo(there.Geometry, orb.Point{36.67, 35.64}) > 3 {
		t.Errorf("from Hama to Aleppo: %v", there)
	}
	nowhere := gazetteer.Place{ID: "c", Name: "C", Point: orb.Point{38.5, 33.2}}
	straight := p.Draw(&expr.Tree{Op: expr.Road, Of: []expr.Tree{expr.Leaf(&hama), expr.Leaf(&nowhere)}})
	if !straight.Schematic || len(straight.Geometry.(orb.LineString)) != 2 {
		t.Errorf("from Hama to the desert: %v", straight)
	}
}

// TestBrokenTrees: malformed trees are not drawn, and cause no panic.
func TestBrokenTrees(t *testing.T) {
	p := New(testGazetteer(t))
	sea := expr.Leaf(&gazetteer.Place{ID: "x", Name: "X", Kind: "H.SEA"})
	town := expr.Leaf(&gazetteer.Place{ID: "y", Name: "Y", Kind: "P.PPL", Point: orb.Point{36, 35}})
	for _, tree := range []expr.Tree{
		sea, expr.SectorOf(sea, 0, ""), expr.Union.Of(town, sea), expr.Difference.Of(town, town), expr.Border.Of(town, town),
		expr.Corridor.Of(town), expr.Intersection.Of(town, expr.SectorOf(sea, 90, "")),
	} {
		if d := p.Rounded(&tree); d.Geometry != nil {
			t.Errorf("%v is drawn as %v", tree, d.Geometry)
		}
	}
}

// TestDrawingsAreShared: concurrent callers that draw the same tree get the same drawing.
func TestDrawingsAreShared(t *testing.T) {
	p := New(testGazetteer(t))
	tree := expr.SectorOf(expr.Leaf(&gazetteer.Place{ID: "y", Name: "Y", Kind: "P.PPL", Point: orb.Point{36, 35}}), 45, "")
	var group sync.WaitGroup
	got := make([]string, 8)
	for i := range got {
		group.Go(func() { got[i] = fmt.Sprint(p.Rounded(&tree)) })
	}
	group.Wait()
	for _, g := range got {
		if g != got[0] {
			t.Errorf("%s and %s", g, got[0])
		}
	}
}

func TestShapeCacheForgetsWhenFull(t *testing.T) {
	c := &Drawer{}
	for i := range maxShapes + 1 {
		c.get(strings.Repeat("x", i), func() Drawing { return Drawing{UncertaintyKm: float64(i)} })
	}
	if len(c.shapes) > maxShapes {
		t.Errorf("%d shapes are kept", len(c.shapes))
	}
	if d := c.get("", func() Drawing { return Drawing{UncertaintyKm: 7} }); d.UncertaintyKm != 7 {
		t.Errorf("what was forgotten is %v", d)
	}
}

func testGazetteer(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	return g
}
