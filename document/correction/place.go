package correction

import (
	"dateline/gazetteer"
	"dateline/geoparse"
)

// PlaceOf returns a place of a gazetteer as corrections have it, false when there is
// none.
func PlaceOf(g *gazetteer.Gazetteer, id string) (Place, bool) {
	r, found := g.Find(id)
	if !found {
		return Place{}, false
	}
	p := g.Place(r)
	return Place{ID: p.ID, Name: p.Name, Kind: string(p.Kind), Precision: string(geoparse.PrecisionOf(p.Kind)), Lat: p.Point[1], Lon: p.Point[0]}, true
}
