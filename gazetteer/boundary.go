package gazetteer

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/klauspost/compress/zstd"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// boundaries holds the outlines of countries and first-level divisions as WKB,
// by Place.Code.
type boundaries map[string][]byte

// PackBoundaries writes outlines by code (see Place.Code) in the embedded format: for each, in
// order of code, the length of the code and the code, the length of its WKB and the WKB; all
// compressed.
func PackBoundaries(outlines map[string]orb.Geometry) ([]byte, error) {
	var b []byte
	for _, code := range slices.Sorted(maps.Keys(outlines)) {
		g, err := wkb.Marshal(outlines[code])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", code, err)
		}
		b = appendBytes(appendBytes(b, []byte(code)), g)
	}
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return encoder.EncodeAll(b, nil), nil
}

func appendBytes(b, s []byte) []byte { return append(binary.AppendUvarint(b, uint64(len(s))), s...) }

func readBoundaries(packed []byte) (boundaries, error) {
	decoder, err := zstd.NewReader(nil)
	if err != nil {
		return nil, err
	}
	defer decoder.Close()
	data, err := decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, err
	}
	out := boundaries{}
	for len(data) > 0 {
		var code, outline []byte
		if code, data, err = cutBytes(data); err != nil {
			return nil, err
		}
		if outline, data, err = cutBytes(data); err != nil {
			return nil, err
		}
		out[string(code)] = outline
	}
	return out, nil
}

func cutBytes(b []byte) (s, rest []byte, err error) {
	n, w := binary.Uvarint(b)
	if w <= 0 || n > uint64(len(b)-w) {
		return nil, nil, fmt.Errorf("broken boundaries")
	}
	return b[w : w+int(n)], b[w+int(n):], nil
}

// Borders returns the areas of countries by code, to locate points: they are exact where people
// live, run through the sea, and are not for drawing. Reading them takes some milliseconds;
// callers keep them.
func Borders() (map[string]orb.Geometry, error) {
	packed, err := openOutlines("data/borders.zst")
	if err != nil {
		return nil, err
	}
	areas := make(map[string]orb.Geometry, len(packed))
	for code, area := range packed {
		if areas[code], err = wkb.Unmarshal(area); err != nil {
			return nil, fmt.Errorf("border of %s: %w", code, err)
		}
	}
	return areas, nil
}

// Boundary returns the outline of a country or division, nil if there is none: an imported area,
// else the built-in one.
func (g *Gazetteer) Boundary(p *Place) orb.Geometry {
	code := p.Code()
	if code == "" {
		return nil
	}
	if r, ok := g.Division(code); ok {
		if area := g.Geometry(r); area != nil && area.Dimensions() == 2 {
			return area
		}
	}
	outline, ok := g.boundaries[code]
	if !ok {
		return nil
	}
	geometry, err := wkb.Unmarshal(outline)
	if err != nil {
		return nil
	}
	return geometry
}
