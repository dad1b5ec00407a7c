package tiles

import (
	"fmt"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/maptile"
)

// TestManyDistinctValues: each of 300,000 values is read back. An encoder that searches all earlier
// values would need 45 billion comparisons.
func TestManyDistinctValues(t *testing.T) {
	const n = 300_000
	b := feature.NewBuilder([]feature.Column{{Name: "name", Kind: feature.Text, Unique: true}})
	for i := range n {
		b.Start(fmt.Sprintf("f%d", i), orb.LineString{{float64(i%100) - 90, -80}, {90, 80}}, feature.Days{})
		b.Text(fmt.Sprintf("v%d", i))
		b.Add()
	}
	p := newPainter(&Layer{Name: "l", Fields: []Field{{Name: "name", Type: "String"}}}, n)
	for i := range n {
		p.shape(b.Table().At(i), orb.Point{float64(i % Extent), 1})
	}
	layers, err := mvt.Unmarshal(p.tile())
	if err != nil || len(layers) != 1 || len(layers[0].Features) != n {
		t.Fatal(len(layers), err)
	}
	for _, i := range []int{0, 1, n / 2, n - 1} {
		if got := layers[0].Features[i].Properties["name"]; got != fmt.Sprintf("v%d", i) {
			t.Errorf("feature %d is called %v", i, got)
		}
	}
}

// TestFewDistinctValues: shared values are written once.
func TestFewDistinctValues(t *testing.T) {
	l := &Layer{Name: "l", Fields: []Field{{Name: "name", Type: "String"}}}
	size := func(n int) int {
		var features []feature.Feature
		for i := range n {
			f := feature.NewFeature(fmt.Sprintf("%03d", i), orb.Point{float64(i) - 100, 0}, feature.Days{}, []feature.Property{{Name: "name", Value: "a name that all of them have, of some length"}})
			features = append(features, f)
		}
		body := encode(l, maptile.New(0, 0, 0), nothing, each(features))
		return len(body)
	}
	if one, many := size(1), size(60); many > one+60*40 {
		t.Errorf("%d bytes for one, %d for sixty", one, many)
	}
}
