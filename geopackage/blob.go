package geopackage

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// Parts of the header of a geometry (OGC 12-128r17, 2.1.3.1.1).
const (
	flagLittleEndian = 1
	flagEnvelopeXY   = 1 << 1
	headerSize       = 8
	wkbPointSize     = 1 + 4 + 16
)

// AppendBlob appends a geometry in GeoPackage format: a header, the envelope unless it is a
// point, and WKB, all little endian. A nil geometry is empty, which is stored as NULL.
func AppendBlob(b []byte, g orb.Geometry) ([]byte, error) {
	if g == nil {
		return b, nil
	}
	b = append(b, 'G', 'P', 0, flagLittleEndian)
	b = binary.LittleEndian.AppendUint32(b, WGS84)
	if p, ok := g.(orb.Point); ok {
		b = append(b, 1)
		b = binary.LittleEndian.AppendUint32(b, 1)
		return appendFloats(b, p[0], p[1]), nil
	}
	b[len(b)-headerSize+3] |= flagEnvelopeXY
	bound := g.Bound()
	b = appendFloats(b, bound.Min[0], bound.Max[0], bound.Min[1], bound.Max[1])
	shape, err := wkb.Marshal(g, binary.LittleEndian)
	return append(b, shape...), err
}

func appendFloats(b []byte, values ...float64) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}

// ReadBlob reads what AppendBlob wrote; nil for NULL.
func ReadBlob(b []byte) (orb.Geometry, error) {
	if len(b) == 0 {
		return nil, nil
	}
	if len(b) < headerSize || b[0] != 'G' || b[1] != 'P' {
		return nil, errors.New("not a GeoPackage geometry")
	}
	envelopes := [...]int{0, 32, 48, 48, 64, 0, 0, 0}
	start := headerSize + envelopes[b[3]>>1&7]
	if len(b) < start {
		return nil, errors.New("a GeoPackage geometry that is cut off")
	}
	shape := b[start:]
	if len(shape) == wkbPointSize && shape[0] == 1 && binary.LittleEndian.Uint32(shape[1:]) == 1 {
		return orb.Point{readFloat(shape[5:]), readFloat(shape[13:])}, nil
	}
	return wkb.Unmarshal(shape)
}

func readFloat(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }
