package geo

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func TestSplitAntimeridian(t *testing.T) {
	box := func(west, east float64) orb.Bound { return orb.Bound{Min: orb.Point{west, 1}, Max: orb.Point{east, 2}} }
	for name, c := range map[string]struct {
		b    orb.Bound
		want []orb.Bound
	}{
		"plain":              {box(36, 37), []orb.Bound{box(36, 37)}},
		"world":              {box(-180, 180), []orb.Bound{box(-180, 180)}},
		"across":             {box(170, -170), []orb.Bound{box(170, 180), box(-180, -170)}},
		"up to it":           {box(170, 180), []orb.Bound{box(170, 180), box(-180, -180)}},
		"from it":            {box(-180, -170), []orb.Bound{box(-180, -170), box(180, 180)}},
		"the meridian":       {box(180, 180), []orb.Bound{box(180, 180), box(-180, -180)}},
		"by its other name":  {box(-180, -180), []orb.Bound{box(-180, -180), box(180, 180)}},
		"across, no width":   {box(180, -180), []orb.Bound{box(180, 180), box(-180, -180)}},
		"nearly up to it":    {box(170, 179.9), []orb.Bound{box(170, 179.9)}},
		"all but the corner": {box(-179, 180), []orb.Bound{box(-179, 180), box(-180, -180)}},
	} {
		if got := SplitAntimeridian(c.b); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
