package nominatim

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"unicode"

	"dateline/feature"
	"dateline/gazetteer"
	"dateline/geo/rindex"
	"dateline/server"
	"dateline/tiles"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// towns finds populated places by where they are.
type towns struct {
	table      *feature.Table
	points     *rindex.Points
	population []int32 // by position in the table
	part       []bool  // whether it is a part of a town; by position in the table
}

// newTowns reads the layers of a gazetteer. A place that several have under one id lies
// where the upper says, and has as many people as the one that knows it.
func newTowns(g *gazetteer.Gazetteer) *towns {
	b := feature.NewBuilder(nil)
	var population []int32
	var part []bool
	known := map[string]int{}
	for _, x := range g.Layers() {
		for i := range x.Len() {
			if p := x.Place(i); p.Kind.Class() == 'P' {
				if at, seen := known[p.ID]; seen {
					population[at] = cmp.Or(population[at], int32(p.Population))
					continue
				}
				known[p.ID] = len(population)
				b.Start(p.ID, p.Point, feature.Days{})
				b.Add()
				population = append(population, int32(p.Population))
				part = append(part, p.Kind == gazetteer.Quarter)
			}
		}
	}
	table := b.Table()
	return &towns{table, new(rindex.Points).Grow(table, 0), population, part}
}

// nearestKm is how far the nearest town may be.
const nearestKm = 110

// nearest returns the place nearest to a point that is wanted, within nearestKm;
// false when there is none. Of those at one spot a town is meant before a part of
// one, and the upper layer's.
func (s *api) nearest(at orb.Point, wanted func(*gazetteer.Place) bool) (r gazetteer.Ref, found bool) {
	t := s.towns()
	t.points.Nearest(t.table, at, func(positions []int32, km float64) bool {
		if km > nearestKm {
			return false
		}
		for _, i := range positions {
			ref, known := s.gazetteer.Find(t.table.At(int(i)).ID())
			if !known {
				continue
			}
			if place := s.gazetteer.Place(ref); wanted(&place) && (!found || place.Kind != gazetteer.Quarter) {
				if r, found = ref, true; place.Kind != gazetteer.Quarter {
					return false
				}
			}
		}
		return !found
	})
	return r, found
}

// townsInTile is how many towns a tile has at most: more names than that no map
// shows, and from zoom 9 on few tiles have as many.
const townsInTile = 120

// townsZoom is the least zoom of such a tile. A tile above it has so many towns that
// to order them is work for nothing: a map of that size shows none.
const townsZoom = 3

// partsZoom is the least zoom of a tile with parts of towns. From farther off their
// names would stand beside the town's as if they were others.
const partsZoom = 11

// townsDoc is the answer of /towns, the most populous first.
type townsDoc struct {
	Towns []townDoc `json:"towns"`
}

// townDoc is a populated place of the gazetteer.
type townDoc struct {
	ID         string  `json:"id"`
	Name       string  `json:"name"`
	NameAr     string  `json:"name_ar,omitempty"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Population int     `json:"population"` // 0 where it is not known
}

// townsOn answers with the towns of a tile, so that a map has something to go by
// where no article mentions a place.
func (s *api) townsOn(req *server.Request) (*server.Answer, error) {
	tile, valid := tiles.WebMercatorQuad.Parse(req.Var("z"), req.Var("x"), req.Var("y"))
	if !valid || tile.Z < townsZoom {
		return nil, server.NewProblem(http.StatusNotFound, "there is no tile %s/%s/%s; the zoom is %d to %d, x and y are 0 to 2^zoom-1",
			req.Var("z"), req.Var("x"), req.Var("y"), townsZoom, tiles.MaxZoom)
	}
	positions, err := s.towns().largest(req, tile)
	if err != nil {
		return nil, err
	}
	doc := townsDoc{Towns: []townDoc{}}
	for _, i := range positions {
		if r, known := s.gazetteer.Find(s.towns().table.At(int(i)).ID()); known {
			p := s.gazetteer.Place(r)
			doc.Towns = append(doc.Towns, townDoc{p.ID, p.Name, s.gazetteer.NameIn(r, unicode.Arabic), p.Point[1], p.Point[0], int(s.towns().population[i])})
		}
	}
	return server.OKJSON(req, doc)
}

// largest returns the positions of the most populous towns of a tile, of those with
// as many people the first in the table. Of several at one spot, which layers know
// by different ids, it returns one; parts of towns only from partsZoom on.
func (t *towns) largest(ctx context.Context, tile maptile.Tile) ([]int32, error) {
	var all []int32
	for positions := range t.points.Tile(t.table, tile) {
		if err := work.Spend(ctx, len(positions)); err != nil {
			return nil, err
		}
		if tile.Z < partsZoom {
			if positions = t.whole(positions); len(positions) == 0 {
				continue
			}
		}
		all = append(all, slices.MaxFunc(positions, t.compare))
	}
	slices.SortFunc(all, func(i, j int32) int { return -t.compare(i, j) })
	return all[:min(len(all), townsInTile)], nil
}

// whole returns the positions of what is no part of a town.
func (t *towns) whole(positions []int32) []int32 {
	isPart := func(i int32) bool { return t.part[i] }
	if !slices.ContainsFunc(positions, isPart) {
		return positions
	}
	return slices.DeleteFunc(slices.Clone(positions), isPart)
}

// compare orders two towns by their people; the later in the table is the less.
func (t *towns) compare(i, j int32) int {
	return cmp.Or(cmp.Compare(t.population[i], t.population[j]), cmp.Compare(j, i))
}
