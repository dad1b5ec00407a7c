package resolve

import (
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Villages that fall together lie together: one farther than this from all others of its list may be
// a namesake, though the tables have no other.
const villageKm = 60

// markApartFromVillages marks the villages of a list, names first to end-1, that are far from all
// other towns in it, which are neighbours.
func (res *Resolution) markApartFromVillages(first, end int) {
	end = min(end, first+2*neighbours)
	for i := first; i < end; i++ {
		if !res.isVillage(i) || res.choices[i].contained || res.choices[i].apart != notApart {
			continue
		}
		others := res.townsOfList(first, end, i)
		isNear := func(p orb.Point) bool { return geo.Distance(res.Taken(i).Point, p) < villageKm }
		if areNeighbours(others) && !slices.ContainsFunc(others, isNear) {
			res.choices[i].apart = apartFromVillages
		}
	}
}

// isVillage reports whether name i is taken for a little-known place that is no seat and no quarter.
func (res *Resolution) isVillage(i int) bool {
	o := res.choices[i].taken()
	return o != nil && o.place.Kind == "P.PPL" && o.isLittle() && res.IsPlaceRole(i)
}

// areNeighbours reports whether two or more places are all within villageKm of the first.
func areNeighbours(places []orb.Point) bool {
	return len(places) > 1 && !slices.ContainsFunc(places, func(p orb.Point) bool { return geo.Distance(places[0], p) >= villageKm })
}
