package export

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"dateline/feature"
	"dateline/tiles"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// PMTiles writes an archive of vector tiles, of zoom 0 to maxZoom, in one file
// (PMTiles 3, https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
// Tiles lie in the order of their numbers on the Hilbert curve, compressed with
// gzip; those that are the same are kept once. It keeps the features while it works, and the tiles in a temporary file,
// and ends with the error of ctx.
func PMTiles(ctx context.Context, w io.Writer, layer *tiles.Layer, features iter.Seq[feature.Feature], maxZoom int) error {
	data, err := os.CreateTemp("", "dateline-pmtiles-*")
	if err != nil {
		return err
	}
	defer os.Remove(data.Name())
	defer data.Close()
	os.Remove(data.Name()) // w may block for as long as the process lives; not every system lets an open file go
	p := pyramid{layer: layer, out: data, known: map[[sha256.Size]byte]entry{}}
	all, err := placed(ctx, features)
	if err != nil {
		return err
	}
	if err := p.fill(ctx, all, maxZoom); err != nil {
		return err
	}
	if err := p.writeHead(w, all, maxZoom); err != nil {
		return err
	}
	if _, err := data.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(w, data)
	return err
}

// placed returns the features that are anywhere.
func placed(ctx context.Context, features iter.Seq[feature.Feature]) ([]feature.Feature, error) {
	var all []feature.Feature
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return nil, err
		}
		if f.HasGeometry() {
			all = append(all, f)
		}
	}
	return all, nil
}

// pyramid is an archive in the making.
type pyramid struct {
	layer   *tiles.Layer
	out     io.Writer // of the tiles, one behind the other
	entries []entry
	size    uint64
	tiles   uint64
	known   map[[sha256.Size]byte]entry // contents that are written, by their digest
}

// entry says where a tile is, and those that follow it and are the same.
type entry struct {
	id     uint64 // number of the first tile
	run    uint64 // how many tiles it stands for; 0 for a directory
	offset uint64 // from the first tile
	length uint64
}

// cut is a tile with what may be in it.
type cut struct {
	tile     maptile.Tile
	features []feature.Feature
}

// fill writes the tiles zoom by zoom. What is in a tile is in the one above it
// too, so that each is asked only for what that one holds.
func (p *pyramid) fill(ctx context.Context, all []feature.Feature, maxZoom int) error {
	level := []cut{{maptile.New(0, 0, 0), all}}
	for zoom := 0; zoom <= maxZoom && len(level) > 0; zoom++ {
		slices.SortFunc(level, func(a, b cut) int { return cmp.Compare(tileNumber(a.tile), tileNumber(b.tile)) })
		var next []cut
		for _, c := range level {
			if err := p.add(ctx, c); err != nil {
				return err
			}
			for _, t := range c.tile.Children() {
				if inside := within(c.features, t); zoom < maxZoom && len(inside) > 0 {
					next = append(next, cut{t, inside})
				}
			}
		}
		level = next
	}
	return nil
}

func within(features []feature.Feature, t maptile.Tile) []feature.Feature {
	bound := tiles.WebMercatorQuad.Bound(t)
	var out []feature.Feature
	for _, f := range features {
		if bound.Intersects(f.Bound()) {
			out = append(out, f)
		}
	}
	return out
}

func (p *pyramid) add(ctx context.Context, c cut) error {
	body, err := p.layer.Encode(ctx, tiles.WebMercatorQuad, c.tile, nothing, each(c.features))
	if err != nil || len(body) == 0 {
		return err
	}
	p.tiles++
	digest, id := sha256.Sum256(body), tileNumber(c.tile)
	if e, known := p.known[digest]; known {
		p.repeat(id, e)
		return nil
	}
	zipped, err := zip(body)
	if err != nil {
		return err
	}
	e := entry{id, 1, p.size, uint64(len(zipped))}
	p.entries, p.known[digest] = append(p.entries, e), e
	p.size += e.length
	_, err = p.out.Write(zipped)
	return err
}

// repeat adds a tile whose content is there: to the run of the last, or by an entry
// of its own.
func (p *pyramid) repeat(id uint64, e entry) {
	if last := &p.entries[len(p.entries)-1]; last.offset == e.offset && last.id+last.run == id {
		last.run++
		return
	}
	e.id, e.run = id, 1
	p.entries = append(p.entries, e)
}

// each yields the features as tiles take them.
func each(features []feature.Feature) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) {
		for _, f := range features {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// nothing is counted beforehand.
func nothing(func(feature.Cell) bool) {}

// tileNumber counts the tiles of all smaller zooms, then along the Hilbert curve.
func tileNumber(t maptile.Tile) uint64 {
	before := uint64(0)
	for z := range uint64(t.Z) {
		before += 1 << (2 * z)
	}
	x, y, along := uint64(t.X), uint64(t.Y), uint64(0)
	for side := uint64(1) << t.Z >> 1; side > 0; side >>= 1 {
		right, down := x&side/max(side, 1), y&side/max(side, 1)
		along += side * side * (3*right ^ down)
		if down == 0 {
			if right == 1 {
				x, y = side-1-x&(side-1), side-1-y&(side-1)
			}
			x, y = y, x
		}
	}
	return before + along
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

// Parts of the format (its sections 3 and 4).
const (
	headerLength = 127
	rootLength   = 16384 - headerLength // the header and root directory at most
	gzipped      = 2
	vectorTiles  = 1
)

// writeHead writes what stands before the tiles: the header, the root directory,
// what is in the layer, and the leaf directories.
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

// appendBound appends the corners of all features and the middle, in
// ten-millionths of a degree, with zoom 0 between.
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
	t := p.layer.TileJSON("", orb.Bound{})
	for i := range t.VectorLayers {
		t.VectorLayers[i].MaxZoom = maxZoom
	}
	b, err := json.Marshal(map[string]any{"attribution": t.Attribution, "name": t.Name, "description": t.Description, "vector_layers": t.VectorLayers})
	if err != nil {
		return nil, err
	}
	return zip(b)
}

// directories writes the root directory; where that gets too large, one of
// leaves, each of 4096 entries or more.
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

// directory writes entries: their number, then their ids as differences, the
// tiles each stands for (0 for a leaf directory), lengths and offsets.
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
