package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"dateline/atlas"
	"dateline/feature"
	"dateline/frontend"
	"dateline/query"
	"dateline/site"
)

type publishCommand struct {
	gazetteerFlag
	Data string `required:"" help:"Folder of the archive." type:"path" placeholder:"DIR" shared:""`
	Text string `help:"all: whole articles; sentences: only those that name a place or a front." enum:"all,sentences" default:"all"`
	Out  string `arg:"" type:"path" help:"Folder of the site; one that was published there before is replaced."`
}

// mostPublished is how many mentions a page may have to read at once.
const mostPublished = 200_000

// perPart is how many documents lie in a part of the data; frontend/public/static.js has it too.
const perPart = 64

func (c *publishCommand) Run(ctx context.Context, say *console) error {
	return promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *publishCommand) run(ctx context.Context, say *console) error {
	if !frontend.Built() {
		return errors.New("this program was built without its page; build it with: make build")
	}
	archive, err := c.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	defer archive.Close()
	view := archive.View()
	if mentions, _ := view.Layer("mentions"); mentions.Len() > mostPublished {
		return fmt.Errorf("%s has %d mentions, more than the %d that a page without a server may have to read; show it with dateline serve --data %s, or publish an archive of fewer articles",
			c.Data, mentions.Len(), mostPublished, c.Data)
	}
	var size int64
	if err := site.Write(c.Out, func(s *site.Site) error {
		err := c.fill(ctx, s, archive, view)
		size = s.Size()
		return err
	}); err != nil {
		return err
	}
	articles, _ := view.Layer("articles")
	say.say("%s, %.1f MB: open %s, or copy the folder to any web host", counted(articles.Len(), "article"), float64(size)/1e6, filepath.Join(c.Out, "index.html"))
	return nil
}

func (c *publishCommand) fill(ctx context.Context, s *site.Site, archive *atlas.Archive, view *atlas.View) error {
	if err := s.Page(frontend.Files()); err != nil {
		return err
	}
	for _, name := range []string{"places", "mentions", "fronts", "articles"} {
		layer, ok := view.Layer(name)
		if !ok {
			return fmt.Errorf("%s: there is no such collection", name)
		}
		text, ids, err := collection(ctx, layer)
		if err != nil {
			return err
		}
		if err := s.Part(name, text); err != nil {
			return err
		}
		if name == "articles" {
			if err := c.documents(ctx, s, archive, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

// collection returns all features of a layer as GeoJSON, and their IDs.
func collection(ctx context.Context, layer *atlas.Layer) (text []byte, ids []string, err error) {
	positions, err := layer.Select(ctx, &query.Query{})
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","features":[`)
	for f := range feature.Ahead(layer.Features, positions, true) {
		if len(ids) > 0 {
			b.WriteByte(',')
		}
		b.Write(f.JSON())
		ids = append(ids, f.ID())
	}
	b.WriteString("]}")
	return b.Bytes(), ids, nil
}

// documents writes the articles, by the part, under their IDs.
func (c *publishCommand) documents(ctx context.Context, s *site.Site, archive *atlas.Archive, ids []string) error {
	for n := 0; n*perPart < len(ids); n++ {
		var b bytes.Buffer
		b.WriteByte('{')
		for i, id := range ids[n*perPart : min((n+1)*perPart, len(ids))] {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			d, err := archive.Document(id)
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
