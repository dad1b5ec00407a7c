package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"dateline/atlas"
	"dateline/export"
	"dateline/feature"
	"dateline/query"
	"dateline/tiles"
)

type exportCommand struct {
	gazetteerFlag
	outputFlag
	Data       string `required:"" help:"Folder of the archive." type:"path" placeholder:"DIR" shared:""`
	Collection string `help:"mentions, places, fronts or articles." enum:"mentions,places,fronts,articles" default:"mentions"`
	Format     string `help:"geojson, geojsonseq, csv, kml, gpkg, fgb, parquet or pmtiles." enum:"geojson,geojsonseq,csv,kml,gpkg,fgb,parquet,pmtiles" default:"geojson"`
	BBox       string `name:"bbox" help:"Only what touches this box." placeholder:"W,S,E,N"`
	Datetime   string `help:"Only what is dated so: an instant, or FROM/TO with .. for an open end." placeholder:"T"`
	Filter     string `help:"Only that of which this CQL2, text or JSON, is true, as: confidence > 0.8 AND name LIKE 'K%'" placeholder:"CQL2"`
	BOM        bool   `name:"bom" help:"Begin CSV with a byte order mark, for spreadsheets."`
	MaxZoom    int    `help:"Deepest zoom of pmtiles, 0 to 18." default:"10" placeholder:"Z"`
}

func (c *exportCommand) Run(ctx context.Context) error {
	return promptly(ctx, func() error { return c.run(ctx) })
}

func (c *exportCommand) run(ctx context.Context) error {
	archive, err := c.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	defer archive.Close()
	layer, ok := archive.View().Layer(c.Collection)
	if !ok {
		return fmt.Errorf("--collection %s: there is no such collection", c.Collection)
	}
	q, err := c.query(query.Fields(layer.Schema))
	if err != nil {
		return err
	}
	return c.write(func(w io.Writer) error {
		return buffered(w, func(w io.Writer) error { return c.export(ctx, w, layer, q) })
	})
}

func (c *exportCommand) export(ctx context.Context, w io.Writer, layer *atlas.Layer, q *query.Query) error {
	positions, err := layer.Select(ctx, q)
	if err != nil {
		return err
	}
	features := feature.Ahead(layer.Features, positions, true)
	if c.Format != "pmtiles" {
		return export.Write(ctx, w, c.Format, layer.Schema, features, c.BOM)
	}
	if c.MaxZoom < 0 || c.MaxZoom > 18 {
		return fmt.Errorf("--max-zoom %d: give 0 to 18", c.MaxZoom)
	}
	return export.PMTiles(ctx, w, tiles.NewLayer(layer.Schema), features, c.MaxZoom)
}

func (c *exportCommand) query(fields []query.Field) (*query.Query, error) {
	q := &query.Query{}
	var err error
	if c.BBox != "" {
		if q.BBox, err = query.ParseBBox(c.BBox); err != nil {
			return nil, fmt.Errorf("--bbox: %w", err)
		}
	}
	if c.Datetime != "" {
		if q.Datetime, err = query.ParseDatetime(c.Datetime); err != nil {
			return nil, fmt.Errorf("--datetime: %w", err)
		}
	}
	if c.Filter != "" {
		parse := query.ParseFilter
		if strings.HasPrefix(strings.TrimSpace(c.Filter), "{") {
			parse = query.ParseFilterJSON
		}
		if q.Filter, err = parse(c.Filter, fields, query.CRS84); err != nil {
			return nil, fmt.Errorf("--filter: %w", err)
		}
	}
	return q, nil
}
