package control

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/work"
)

// Reach is how near to the line of contact, in kilometres, both sides must
// hold a place.
const Reach = 20.0

// Segment is a piece of the line of contact: the points at equal distance from two held places
// of different sides that are nearer to no other.
type Segment struct {
	Line          orb.LineString // lon, lat, with the place of Left on its left; two points, unless it follows a Course
	Left, Right   *Spell
	UncertaintyKm float64 // from its middle to the nearer of the two
	Course        *Course // river or road that it follows, nil for none
}

// Contact returns the line of contact between held places of different sides of a war: the
// boundary of their Voronoi cells on the sphere, where both have a place within reach
// kilometres. Contested places, and several sides at one point, count for nobody. Segments come
// in the order of the places. It fails only if ctx ends, or its budget is used up.
func Contact(ctx context.Context, held []Spell, reach float64) ([]Segment, error) {
	sites, steps := sitesOf(held), work.Metered(ctx)
	var line []Segment
	for i := range sites {
		near := within(sites, i, 2*reach)
		if err := steps.Add(stepsPerSite + len(near)); err != nil {
			return nil, err
		}
		for _, j := range near {
			if j < i || !sites[i].spell.Holder.Against(sites[j].spell.Holder) {
				continue
			}
			if err := steps.Add(stepsPerPair); err != nil {
				return nil, err
			}
			if s, ok := boundary(sites, i, j, near, reach); ok {
				line = append(line, s)
			}
		}
	}
	return line, steps.Flush()
}

// The approximate cost of finding the neighbours of a place, and of the boundary between two
// cells, in steps of work.Spend.
const (
	stepsPerSite = 100
	stepsPerPair = 50
)

// site is a held place as a unit vector.
type site struct {
	vector
	spell *Spell
}

// sitesOf returns the places held by one side, from south to north, one a point.
func sitesOf(held []Spell) []site {
	var sites []site
	for i := range held {
		if held[i].Place == "" {
			continue // without a point
		}
		sites = append(sites, site{vectorOf(held[i].Point), &held[i]})
	}
	slices.SortStableFunc(sites, func(a, b site) int {
		return cmp.Or(cmp.Compare(a.spell.Point.Lat(), b.spell.Point.Lat()), cmp.Compare(a.spell.Point.Lon(), b.spell.Point.Lon()),
			cmp.Compare(a.spell.Place, b.spell.Place))
	})
	var clear []site
	for len(sites) > 0 {
		n := 1
		disputed := sites[0].spell.Contested
		for ; n < len(sites) && sites[n].spell.Point == sites[0].spell.Point; n++ {
			disputed = disputed || sites[n].spell.Contested || !sites[n].spell.Holder.With(sites[0].spell.Holder)
		}
		if !disputed {
			clear = append(clear, sites[0])
		}
		sites = sites[n:]
	}
	return clear
}

// within returns the sites within km of one, nearest first. Sites are sorted by latitude.
func within(sites []site, of int, km float64) []int {
	degrees := km / geo.Distance(orb.Point{0, 0}, orb.Point{0, 1})
	south := sites[of].spell.Point.Lat() - degrees
	cosine := math.Cos(degrees * math.Pi / 180)
	from, _ := slices.BinarySearchFunc(sites, south, func(s site, lat float64) int { return cmp.Compare(s.spell.Point.Lat(), lat) })
	var near []int
	for i := from; i < len(sites) && sites[i].spell.Point.Lat() <= south+2*degrees; i++ {
		if i != of && sites[i].dot(sites[of].vector) >= cosine {
			near = append(near, i)
		}
	}
	slices.SortStableFunc(near, func(i, j int) int {
		return cmp.Compare(sites[j].dot(sites[of].vector), sites[i].dot(sites[of].vector))
	})
	return near
}

// boundary returns the boundary of two sites' cells, within reach of them. The great circle
// between them is m cos t + n sin t, m being their middle; a third site c leaves the part where
// it is no nearer than a: (a-c) . x >= 0, which bounds tan t from one side.
func boundary(sites []site, i, j int, near []int, reach float64) (Segment, bool) {
	a, b := sites[i].vector, sites[j].vector
	m, n := a.plus(b).unit(), a.cross(b).unit()
	cosine := math.Cos(reach/geo.Distance(orb.Point{0, 0}, orb.Point{0, 1})*math.Pi/180) / m.dot(a)
	if cosine >= 1 {
		return Segment{}, false
	}
	high := math.Tan(math.Acos(cosine))
	low := -high
	for _, k := range near {
		if k == j {
			continue
		}
		d := a.minus(sites[k].vector)
		along, across := d.dot(m), d.dot(n)
		switch {
		case across > 0:
			low = max(low, -along/across)
		case across < 0:
			high = min(high, -along/across)
		case along < 0:
			return Segment{}, false
		}
		if low >= high {
			return Segment{}, false
		}
	}
	from, to := m.plus(n.times(low)).unit(), m.plus(n.times(high)).unit()
	s := Segment{Line: orb.LineString{from.point(), to.point()}, Left: sites[i].spell, Right: sites[j].spell}
	if geo.Distance(s.Line[0], s.Line[1]) < shortest {
		return Segment{}, false
	}
	s.UncertaintyKm = geo.Distance(from.plus(to).unit().point(), s.Left.Point)
	return s, true
}

// shortest is the length in kilometres below which a segment is a corner of four cells, up to
// rounding.
const shortest = 0.001
