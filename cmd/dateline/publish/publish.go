package publish

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/corpus"
	"dateline/export"
	"dateline/feature"
	"dateline/frontend"
	"dateline/gazetteer"
	"dateline/query"
	"dateline/site"
	"dateline/tiles"
	"dateline/view"
)

// PublishCommand writes a map of an archive as a set of files.
type PublishCommand struct {
	setup.GazetteerFlag
	Data string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Text string `help:"all: whole articles; sentences: only those that name a place or a front." enum:"all,sentences" default:"all"`
	Out  string `arg:"" type:"path" help:"Folder for the site; one published there before is replaced."`
}

// mostPublished is the maximum number of mentions a page can hold: a browser takes some 2 GB of
// memory for them.
const mostPublished = 1_000_000

// perRead is the number of features in a part of a collection, which the page reads in turn.
const perRead = 20_000

// perPart is the number of documents in a part of the data, as in frontend/public/static.js.
const perPart = 64

func (c *PublishCommand) Run(ctx context.Context, say *cli.Console) error {
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *PublishCommand) run(ctx context.Context, say *cli.Console) error {
	if !frontend.Built() {
		return errors.New("this program was built without its page; build it with: make build")
	}
	from, err := c.OpenArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	defer from.Close()
	g, err := c.Open(ctx, c.Data)
	if err != nil {
		return err
	}
	v := from.View()
	if mentions, _ := v.Layer("mentions"); mentions.Len() > mostPublished {
		shown := postgres.Redacted(c.Data)
		return fmt.Errorf("%s has %d mentions, more than the %d that a page without a server may have to read; show it with dateline serve --data %s, or publish an archive of fewer articles",
			shown, mentions.Len(), mostPublished, shown)
	}
	var size int64
	if err := site.Write(c.Out, func(s *site.Site) error {
		err := c.fill(ctx, s, from, v, g)
		size = s.Size()
		return err
	}); err != nil {
		return err
	}
	articles, _ := v.Layer("articles")
	say.Say("%s, %.1f MB: open %s, or copy the folder to any web host", cli.Count(articles.Len(), "article"), float64(size)/1e6, filepath.Join(c.Out, "index.html"))
	return nil
}

func (c *PublishCommand) fill(ctx context.Context, s *site.Site, from *corpus.Corpus, v *view.View, g *gazetteer.Gazetteer) error {
	if err := s.Page(frontend.Files()); err != nil {
		return err
	}
	for _, name := range []string{"places", "mentions", "fronts", "events", "incidents", "control", "contact", "articles"} {
		layer, ok := v.Layer(name)
		if !ok {
			return fmt.Errorf("%s: no such collection", name)
		}
		ids, err := collection(ctx, s, name, layer)
		if err != nil {
			return err
		}
		if err := tilesOf(ctx, s, name, layer); err != nil {
			return err
		}
		if name == "places" {
			if err := townsNear(ctx, s, g, layer); err != nil {
				return err
			}
		}
		if name == "articles" {
			if err := c.documents(ctx, s, from, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

// collection writes all features of a layer as GeoJSON, in parts of perRead, of which the first
// has the name of the collection, the others a number after it. It returns the IDs.
func collection(ctx context.Context, s *site.Site, name string, layer *view.Layer) (ids []string, err error) {
	positions, err := layer.Select(ctx, &query.Query{})
	if err != nil {
		return nil, err
	}
	total := len(positions)
	var b bytes.Buffer
	part := 0
	flush := func() error {
		b.WriteString("]}")
		partName := name
		if part > 0 {
			partName = fmt.Sprintf("%s-%d", name, part)
		}
		part++
		return s.Part(partName, b.Bytes())
	}
	for f := range feature.Prefetched(layer.Features, positions, true) {
		switch {
		case len(ids) == 0:
		case len(ids)%perRead > 0:
			b.WriteByte(',')
		default:
			if err := flush(); err != nil {
				return nil, err
			}
		}
		if len(ids)%perRead == 0 {
			b.Reset()
			head(&b, total)
		}
		b.Write(f.JSON())
		ids = append(ids, f.ID())
	}
	if len(ids) == 0 {
		head(&b, 0)
	}
	return ids, flush()
}

// head starts a part of a collection of n features.
func head(b *bytes.Buffer, total int) {
	fmt.Fprintf(b, `{"type":"FeatureCollection","numberMatched":%d,"parts":%d,"features":[`, total, max(1, (total+perRead-1)/perRead))
}

// tileZoom is the deepest zoom of a site's tiles; maps overzoom them.
const tileZoom = 8

// tilesOf writes the tiles of a layer, for other maps: they read one file by range requests.
func tilesOf(ctx context.Context, s *site.Site, name string, layer *view.Layer) error {
	positions, err := layer.Select(ctx, &query.Query{})
	if err != nil {
		return err
	}
	return s.File("tiles/"+name+".pmtiles", func(w io.Writer) error {
		return export.PMTiles(ctx, w, tiles.NewLayer(layer.Schema), feature.Prefetched(layer.Features, positions, true), tileZoom)
	})
}

// documents writes the articles by ID, in parts.
func (c *PublishCommand) documents(ctx context.Context, s *site.Site, from *corpus.Corpus, ids []string) error {
	for n := 0; n*perPart < len(ids); n++ {
		var b bytes.Buffer
		b.WriteByte('{')
		for i, id := range ids[n*perPart : min((n+1)*perPart, len(ids))] {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			d, err := from.Document(id)
			if err != nil {
				return err
			}
			if c.Text == "sentences" {
				d.Text, d.Aside, d.LeftOut = "", nil, nil
			}
			if i > 0 {
				b.WriteByte(',')
			}
			name, err := json.Marshal(id)
			if err != nil {
				return err
			}
			b.Write(append(name, ':'))
			if err := d.WriteJSON(&b); err != nil {
				return err
			}
		}
		b.WriteByte('}')
		if err := s.Part(fmt.Sprintf("documents-%d", n), b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
