package export

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// Parts of the format (its sections 3 and 4).
const (
	headerLength = 127
	rootLength   = 16384 - headerLength // the header and root directory at most
	gzipped      = 2
	vectorTiles  = 1
)

// writeHead writes everything before the tiles: the header, the root directory, the metadata,
// and the leaf directories.
func (p *pyramid) writeHead(w io.Writer, all []feature.Feature, maxZoom int) error {
	root, leaves, err := directories(p.entries)
	if err != nil {
		return err
	}
	about, err := p.metadata(maxZoom)
	if err != nil {
		return err
	}
	h := append([]byte("PMTiles"), 3)
	at := uint64(headerLength)
	for _, length := range []int{len(root), len(about), len(leaves)} {
		h = binary.LittleEndian.AppendUint64(h, at)
		h = binary.LittleEndian.AppendUint64(h, uint64(length))
		at += uint64(length)
	}
	for _, v := range []uint64{at, p.size, p.tiles, uint64(len(p.entries)), uint64(len(p.known))} {
		h = binary.LittleEndian.AppendUint64(h, v)
	}
	h = append(h, 1, gzipped, gzipped, vectorTiles, 0, byte(maxZoom)) // 1: in order
	h = appendBound(h, all)
	_, err = w.Write(slices.Concat(h, root, about, leaves))
	return err
}

// appendBound appends the bounds of all features and their centre, in ten-millionths of a
// degree, with zoom 0 in between.
func appendBound(h []byte, all []feature.Feature) []byte {
	bound := orb.Bound{}
	for i, f := range all {
		if i == 0 {
			bound = f.Bound()
		}
		bound = bound.Union(f.Bound())
	}
	point := func(h []byte, p orb.Point) []byte {
		h = binary.LittleEndian.AppendUint32(h, uint32(int32(p[0]*1e7)))
		return binary.LittleEndian.AppendUint32(h, uint32(int32(p[1]*1e7)))
	}
	h = point(point(h, bound.Min), bound.Max)
	return point(append(h, 0), bound.Center())
}

func (p *pyramid) metadata(maxZoom int) ([]byte, error) {
	t := p.layer.TileJSON("", nil)
	for i := range t.VectorLayers {
		t.VectorLayers[i].MaxZoom = maxZoom
	}
	b, err := json.Marshal(map[string]any{"attribution": t.Attribution, "name": t.Name, "description": t.Description, "vector_layers": t.VectorLayers})
	if err != nil {
		return nil, err
	}
	return zip(b)
}

// directories writes the root directory; if that is too large, one of leaves, each of 4096
// entries or more.
func directories(entries []entry) (root, leaves []byte, err error) {
	if root, err = directory(entries); err != nil || len(root) <= rootLength {
		return root, nil, err
	}
	for size := 4096; ; size *= 2 {
		var top []entry
		leaves = nil
		for part := range slices.Chunk(entries, size) {
			b, err := directory(part)
			if err != nil {
				return nil, nil, err
			}
			top = append(top, entry{part[0].id, 0, uint64(len(leaves)), uint64(len(b))})
			leaves = append(leaves, b...)
		}
		if root, err = directory(top); err != nil || len(root) <= rootLength {
			return root, leaves, err
		}
	}
}

// directory writes entries: their number, their ids as differences, run lengths (0 for a leaf
// directory), lengths and offsets.
func directory(entries []entry) ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		b = binary.AppendUvarint(b, e.id-last)
		last = e.id
	}
	for _, e := range entries {
		b = binary.AppendUvarint(b, e.run)
	}
	for _, e := range entries {
		if e.length == 0 {
			return nil, fmt.Errorf("pmtiles: tile %d is empty", e.id)
		}
		b = binary.AppendUvarint(b, e.length)
	}
	for _, e := range entries {
		b = binary.AppendUvarint(b, e.offset+1)
	}
	return zip(b)
}

func zip(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}
