package correction

import (
	"fmt"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// PlaceOf returns a place of a gazetteer for a correction, false if there is none.
func PlaceOf(g *gazetteer.Gazetteer, id string) (Place, bool) {
	r, found := g.Find(id)
	if !found {
		return Place{}, false
	}
	p := g.Place(r)
	return Place{ID: p.ID, Name: p.Name, Kind: string(p.Kind), Precision: string(geoparse.PrecisionOf(p.Kind)), Lat: p.Point[1], Lon: p.Point[0]}, true
}

// apartKm is the maximum distance between the positions of one place in two versions of a
// gazetteer.
const apartKm = 100

// CheckPlace returns an error if a correction uses the id of a gazetteer place for a location
// elsewhere. Ids unknown to the gazetteer pass: another may have them.
func (c *Correction) CheckPlace(g *gazetteer.Gazetteer) error {
	if c.Place == nil {
		return nil
	}
	known, found := PlaceOf(g, c.Place.ID)
	if !found || geo.Distance(known.point(), c.Place.point()) <= apartKm {
		return nil
	}
	return fmt.Errorf("%s is %q at %.2f, %.2f (lat, lon), and not %q at %.2f, %.2f; give the id of that, or one of your own",
		known.ID, known.Name, known.Lat, known.Lon, c.Place.Name, c.Place.Lat, c.Place.Lon)
}

func (p *Place) point() orb.Point { return orb.Point{p.Lon, p.Lat} }
