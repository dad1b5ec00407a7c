package tiles

import (
	"encoding/binary"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// TestCommands writes the examples of the specification (Vector Tile Specification 2.1,
// 4.3.5).
func TestCommands(t *testing.T) {
	for _, tt := range []struct {
		name  string
		shape orb.Geometry
		want  []uint64
		kind  uint64
	}{
		{"point", orb.Point{25, 17}, []uint64{9, 50, 34}, points},
		{"points", orb.MultiPoint{{5, 7}, {3, 2}}, []uint64{17, 10, 14, 3, 9}, points},
		{"line", orb.MultiLineString{{{2, 2}, {2, 10}, {10, 10}}}, []uint64{9, 4, 4, 18, 0, 16, 16, 0}, lines},
		{"lines", orb.MultiLineString{{{2, 2}, {2, 10}, {10, 10}}, {{1, 1}, {3, 5}}}, []uint64{9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8}, lines},
		{"area", orb.MultiPolygon{{{{3, 6}, {8, 12}, {20, 34}, {3, 6}}}}, []uint64{9, 6, 12, 18, 10, 12, 24, 44, 15}, areas},
		{
			"areas, one with a hole",
			orb.MultiPolygon{
				{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}},
				{{{11, 11}, {20, 11}, {20, 20}, {11, 20}, {11, 11}}, {{13, 13}, {13, 17}, {17, 17}, {17, 13}, {13, 13}}},
			},
			[]uint64{9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15},
			areas,
		},
	} {
		written, kind := appendShape(nil, tt.shape)
		var got []uint64
		for len(written) > 0 {
			v, n := binary.Uvarint(written)
			if n <= 0 {
				t.Fatalf("%s: no number at %v", tt.name, written)
			}
			got, written = append(got, v), written[n:]
		}
		if !slices.Equal(got, tt.want) || kind != tt.kind {
			t.Errorf("%s: %v of type %d, want %v of type %d", tt.name, got, kind, tt.want, tt.kind)
		}
	}
}
