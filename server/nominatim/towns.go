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

// towns finds populated places by location.
type towns struct {
	table      *feature.Table
	points     *rindex.Points
	population []int32 // by position in the table
	part       []bool  // whether it is a part of a town; by position in the table
}

// newTowns reads the layers of a gazetteer. A place in several layers has the point of the upper
// one, and the population of the one that has it.
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

// nearestKm is the maximum distance of the nearest town.
const nearestKm = 110

// nearest returns the nearest wanted place within nearestKm; false if there is none. At one spot
// a town precedes a part of one, and the upper layer the lower.
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

// townsInTile is the maximum number of towns in a tile: no map shows more names, and from zoom 9
// on few tiles have as many.
const townsInTile = 120

// townsZoom is the lowest zoom of such a tile. Above it a tile has so many towns that sorting
// them is wasted: maps of that scale show none.
const townsZoom = 3

// partsZoom is the lowest zoom at which parts of towns are included: on smaller scales they
// would look like towns of their own.
const partsZoom = 11

// townsDoc is the answer of /towns, most populous first.
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
	Population int     `json:"population"` // 0 if unknown
}

// townsOn answers with the towns of a tile, for orientation where no article mentions a place.
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

// largest returns the positions of the most populous towns of a tile, in table order among
// equals. Of several at one spot, which layers know by different ids, it returns one; parts of
// towns only from partsZoom on.
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

// whole returns the positions of places that are not parts of a town.
func (t *towns) whole(positions []int32) []int32 {
	isPart := func(i int32) bool { return t.part[i] }
	if !slices.ContainsFunc(positions, isPart) {
		return positions
	}
	return slices.DeleteFunc(slices.Clone(positions), isPart)
}

// compare orders two towns by population; of equals the later in the table is less.
func (t *towns) compare(i, j int32) int {
	return cmp.Or(cmp.Compare(t.population[i], t.population[j]), cmp.Compare(j, i))
}
