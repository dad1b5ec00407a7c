package publish

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"slices"
	"unicode"

	"dateline/gazetteer"
	"dateline/site"
	"dateline/view"

	"github.com/paulmach/orb"
)

// mostTowns limits the towns of a site, which the page reads at once.
const mostTowns = 3000

// town is a populated place of the gazetteer, with the keys of /towns.
type town struct {
	ID         string  `json:"id"`
	Name       string  `json:"name"`
	NameAr     string  `json:"name_ar,omitempty"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Population int     `json:"population"`
	Part       bool    `json:"part,omitempty"` // of a town
}

// cell is a degree of longitude by one of latitude.
type cell [2]int

func cellOf(p orb.Point) cell { return cell{int(math.Floor(p[0])), int(math.Floor(p[1]))} }

// townsNear writes the towns in and next to the degree cells in which articles name a place,
// most populous first, for orientation.
func townsNear(ctx context.Context, s *site.Site, g *gazetteer.Gazetteer, places *view.Layer) error {
	near := map[cell]bool{}
	for i := range places.Features.Len() {
		if p, ok := places.Features.At(i).Point(); ok {
			at := cellOf(p)
			for dx := -1; dx <= 1; dx++ {
				for dy := -1; dy <= 1; dy++ {
					near[cell{at[0] + dx, at[1] + dy}] = true
				}
			}
		}
	}
	body, err := json.Marshal(townsIn(g, near))
	if err != nil {
		return err
	}
	return cmp.Or(ctx.Err(), s.Part("towns", body))
}

// townsIn returns at most mostTowns. A place in several layers has the point of the upper one,
// and the population of the one that has it.
func townsIn(g *gazetteer.Gazetteer, near map[cell]bool) []town {
	all, known := []town{}, map[string]int{}
	for _, x := range g.Layers() {
		for i := range x.Len() {
			p := x.Place(i)
			if p.Kind.Class() != 'P' || !near[cellOf(p.Point)] {
				continue
			}
			if at, seen := known[p.ID]; seen {
				all[at].Population = cmp.Or(all[at].Population, p.Population)
				continue
			}
			known[p.ID] = len(all)
			t := town{ID: p.ID, Name: p.Name, Lat: p.Point[1], Lon: p.Point[0], Population: p.Population, Part: p.Kind == gazetteer.Quarter}
			if r, found := g.Find(p.ID); found {
				t.NameAr = g.NameIn(r, unicode.Arabic)
			}
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b town) int { return cmp.Compare(b.Population, a.Population) })
	return all[:min(len(all), mostTowns)]
}
