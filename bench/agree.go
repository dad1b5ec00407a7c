package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
)

// agree checks that all servers count the same features, in boxes and in tiles, as a fast but wrong
// answer is worth nothing.
func (b *bench) agree() error {
	for k := range kinds() {
		var best, least bound // the highest lower bound, the lowest upper bound
		for _, s := range b.servers {
			kind := kinds()[k]
			if kind.of == same || s.path(kind.of) == "" {
				continue
			}
			q := kind.next()
			found, err := b.count(&s.site, kind.of, &q)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", s.name, s.url(kind.of, &q), err)
			}
			if best.of == nil || found.least > best.least {
				best = found
			}
			if least.of == nil || found.most < least.most {
				least = found
			}
			if best.least > least.most {
				return fmt.Errorf("%s: %s has %d features at least, %s %d at most", kind.name, best.of.name, best.least, least.of.name, least.most)
			}
		}
	}
	return nil
}

// bound is a lower and an upper bound of the features in a box or tile: in a tile those at its edge
// may be in or out, depending on rounding.
type bound struct {
	of          *site
	least, most int
}

var numberMatched = regexp.MustCompile(`"numberMatched": ?(\d+)`)

// count asks a server.
func (b *bench) count(s *site, of sort, q *question) (bound, error) {
	var body bytes.Buffer
	if _, err := ask(b.client, s, of, q, &body); err != nil {
		return bound{}, err
	}
	if of == tile {
		least, most, err := inTile(body.Bytes())
		return bound{s, least, most}, err
	}
	found := numberMatched.FindSubmatch(body.Bytes())
	if found == nil {
		return bound{}, fmt.Errorf("no numberMatched")
	}
	n, err := strconv.Atoi(string(found[1]))
	return bound{s, n, n}, err
}

// inTile counts the features of a tile, without those in its buffer. A feature that stands for
// several has their number. most includes those at the edge.
func inTile(data []byte) (least, most int, err error) {
	layers, err := mvt.Unmarshal(data)
	if err != nil {
		return 0, 0, err
	}
	for _, layer := range layers {
		const edge = 2 // units by which two roundings of a point may differ
		side := float64(layer.Extent)
		inside := orb.Bound{Min: orb.Point{edge, edge}, Max: orb.Point{side - edge, side - edge}}
		around := inside.Pad(2 * edge)
		for _, f := range layer.Features {
			n := 1
			if count, ok := f.Properties["count"].(float64); ok {
				n = int(count)
			}
			at, ok := f.Geometry.(orb.Point)
			if !ok {
				return 0, 0, fmt.Errorf("a %s in a tile of points", f.Geometry.GeoJSONType())
			}
			if inside.Contains(at) {
				least += n
			}
			if around.Contains(at) {
				most += n
			}
		}
	}
	return least, most, nil
}
