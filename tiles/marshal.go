package tiles

import (
	"encoding/json"
	"hash/fnv"
	"slices"
	"time"

	"dateline/geo"

	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
)

// marshal writes the tile, with the one layer that it has.
func (l *Layer) marshal(drawn []drawing) ([]byte, error) {
	layer := &mvt.Layer{Name: l.Name, Version: 2, Extent: Extent, Features: make([]*geojson.Feature, len(drawn))}
	for i := range drawn {
		d := &drawn[i]
		layer.Features[i] = &geojson.Feature{Geometry: d.geometry(), Properties: l.properties(d)}
		if d.count == 1 {
			layer.Features[i].ID = NumericID(d.first.ID)
		}
	}
	return mvt.Marshal(mvt.Layers{layer})
}

// properties returns what the tile says of a feature or of those of a cell.
func (l *Layer) properties(d *drawing) geojson.Properties {
	out := geojson.Properties{"count": d.count}
	if d.count > 1 {
		for _, p := range d.alike.Properties() {
			l.add(out, p)
		}
		return out
	}
	out["id"] = d.first.ID
	for _, p := range d.first.Properties {
		l.add(out, p)
	}
	return out
}

func (l *Layer) add(out geojson.Properties, p geo.Property) {
	if v := value(p); v != nil && l.carries(p.Name) {
		out[p.Name] = v
	}
}

func (l *Layer) carries(name string) bool {
	return slices.ContainsFunc(l.Fields, func(f Field) bool { return f.Name == name })
}

// value brings a property to a type that tiles have; nil where it has none, as
// a tile leaves out what is null.
func value(p geo.Property) any {
	switch v := p.Value.(type) {
	case time.Time:
		if v.IsZero() {
			return nil
		}
		return v.Format(time.DateOnly)
	case json.RawMessage:
		return string(v)
	}
	return p.Value
}

// NumericID returns the id that a feature has in tiles, which know numbers
// only: 53 bits, which JavaScript holds, of the FNV-1a hash of the id.
func NumericID(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id)) // never fails
	return h.Sum64() & (1<<53 - 1)
}
