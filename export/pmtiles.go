package export

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"iter"
	"slices"

	"dateline/feature"
	"dateline/geo"
	"dateline/tiles"
	"dateline/work"

	"github.com/paulmach/orb/maptile"
)

// PMTiles writes an archive of vector tiles, of zoom 0 to maxZoom, in one file (PMTiles 3,
// https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). Tiles are in the order of the
// Hilbert curve, compressed with gzip; equal ones are stored once. It holds the features in
// memory and the tiles in a temporary file, and ends with the error of ctx.
func PMTiles(ctx context.Context, w io.Writer, layer *tiles.Layer, features iter.Seq[feature.Feature], maxZoom int) error {
	data, err := newScratch()
	if err != nil {
		return err
	}
	defer data.drop()
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
	return data.copyTo(w)
}

// placed returns the features with a geometry.
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

// pyramid is an archive under construction.
type pyramid struct {
	layer   *tiles.Layer
	out     io.Writer // of the tiles
	entries []entry
	size    uint64
	tiles   uint64
	known   map[[sha256.Size]byte]entry // contents already written, by digest
}

// entry is the location of a tile, and of following tiles equal to it.
type entry struct {
	id     uint64 // number of the first tile
	run    uint64 // number of tiles; 0 for a directory
	offset uint64 // from the first tile
	length uint64
}

// cut is a tile with its candidate features.
type cut struct {
	tile     maptile.Tile
	features []feature.Feature
}

// fill writes the tiles zoom by zoom. A tile's features are among those of its parent, which
// limits the candidates.
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

// repeat adds a tile with known content: to the run of the last, or as its own entry.
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

// nothing reports that no cells are counted beforehand.
func nothing(func(feature.Cell) bool) {}

// tileNumber counts the tiles of all smaller zooms, then along the Hilbert curve.
func tileNumber(t maptile.Tile) uint64 {
	before := (uint64(1)<<(2*t.Z) - 1) / 3 // 1 + 4 + 16 + …
	return before + geo.Hilbert(t.X, t.Y, int(t.Z))
}
