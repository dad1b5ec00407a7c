package resolve

import (
	"cmp"
	"maps"
	"slices"

	"dateline/gazetteer"
)

// MainCountry returns the country that most of the text is about.
func (res *Resolution) MainCountry() (gazetteer.Place, bool) {
	codes := slices.Sorted(maps.Keys(res.Support))
	if len(codes) == 0 {
		return gazetteer.Place{}, false
	}
	most := slices.MaxFunc(codes, func(a, b string) int { return cmp.Compare(res.Support[a], res.Support[b]) })
	r, ok := res.Gaz.Division(most)
	if !ok {
		return gazetteer.Place{}, false
	}
	return res.Gaz.Place(r), true
}
