package incident

import (
	"cmp"
	"slices"
)

// show returns the incidents of a block: those of a town with the matching ones of spots nearby,
// those of a spot without the matching ones.
func (x *Index) show(k key, b *block) []Incident {
	var towns map[key]bool
	if k.size == Spot {
		towns = x.near(k, Town)
	}
	var all []Incident
	var shown []merged
	for i := range b.incidents {
		m := &b.incidents[i]
		if _, found := x.home(towns, m); !found {
			all, shown = append(all, Incident{Reports: slices.Clone(m.reports), Town: m.reports[0]}), append(shown, *m)
		}
	}
	if k.group == "territory" {
		oppose(shown, all)
	}
	if k.size == Town {
		x.gather(k, all)
	}
	return all
}

// gather adds to the incidents of a town the matching ones of spots nearby.
func (x *Index) gather(k key, all []Incident) {
	for spot := range x.near(k, Spot) {
		towns, incidents := x.near(spot, Town), x.blocks[spot].incidents
		for i := range incidents {
			if h, found := x.home(towns, &incidents[i]); found && h.key == k {
				at := &all[h.incident]
				at.Reports = append(at.Reports, incidents[i].reports...)
			}
		}
	}
	for i := range all {
		slices.Sort(all[i].Reports)
	}
}

// oppose records which incidents of a place, sorted by day, report captures by different parties
// within a day.
func oppose(incidents []merged, all []Incident) {
	for i := range incidents {
		a := &incidents[i]
		for j := i + 1; j < min(len(incidents), i+mostSays) && incidents[j].day <= a.day+1; j++ {
			b := &incidents[j]
			if a.who.by != "" && b.who.by != "" && a.who.by != b.who.by {
				all[i].Against = append(all[i].Against, b.reports[0])
				all[j].Against = append(all[j].Against, a.reports[0])
			}
		}
	}
}

// home is the incident of a town to which one of a spot belongs.
type home struct {
	key      key
	incident int
}

// home returns the only incident of towns nearby that matches one of a spot: same day and type,
// and parties that agree. If two match, it returns none.
func (x *Index) home(towns map[key]bool, spot *merged) (h home, found bool) {
	for town := range towns {
		incidents := x.blocks[town].incidents
		first, _ := slices.BinarySearchFunc(incidents, spot.day, func(m merged, day int) int { return cmp.Compare(m.day, day) })
		for i := first; i < len(incidents) && incidents[i].day == spot.day; i++ {
			if m := &incidents[i]; spot.kind == "" || m.kind != spot.kind || !agree(town.group, spot.who, m.who) {
				continue
			}
			if found {
				return home{}, false
			}
			h, found = home{town, i}, true
		}
	}
	return h, found
}
