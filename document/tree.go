package document

import (
	"dateline/geoparse/spatial/expr"

	"github.com/segmentio/encoding/json"
)

// tree is an expr.Tree in JSON: either an operation with its operands, or a place.
type tree struct {
	Op      expr.Op `json:"op,omitempty"`
	Bearing string  `json:"bearing,omitempty"`
	Level   *string `json:"level,omitempty"`     // of operations with levels, "" for the plain one
	Km      float64 `json:"km,omitempty"`        // of a range the middle
	Spread  float64 `json:"spread_km,omitempty"` // half of the range
	Of      []tree  `json:"of,omitempty"`
	Place   string  `json:"place,omitempty"`
	Name    string  `json:"name,omitempty"`
}

func newTree(t *expr.Tree) tree {
	if t.Place != nil {
		return tree{Place: t.Place.ID, Name: t.Place.Name}
	}
	out := tree{Op: t.Op, Bearing: t.Bearing, Km: t.Km, Spread: t.SpreadKm, Of: make([]tree, len(t.Of))}
	switch t.Op {
	case expr.Sector, expr.Ring, expr.Offset, expr.Side:
		out.Level = &t.Level
	}
	for i := range t.Of {
		out.Of[i] = newTree(&t.Of[i])
	}
	return out
}

// treeJSON returns a tree as JSON.
func treeJSON(t *expr.Tree) json.RawMessage {
	out := newTree(t)
	b, err := json.Append(nil, &out, encoding)
	if err != nil {
		return nil // strings and numbers can always be written
	}
	return b
}
