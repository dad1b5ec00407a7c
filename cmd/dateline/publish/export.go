// Package publish has the commands that write an archive's content for others: export, a file in
// one of many formats, and publish, a map that works without a server.
//
//	dateline export --data news --format csv -o mentions.csv
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/export"
	"dateline/feature"
	"dateline/query"
	"dateline/tiles"
	"dateline/view"
)

// ExportCommand writes a collection of an archive in a format.
type ExportCommand struct {
	setup.GazetteerFlag
	cli.OutputFlag
	Data       string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Collection string `help:"mentions, places, fronts, events, incidents, control, contact, articles or documents: whole articles as they were read, as lines of JSON that ingest reads." enum:"mentions,places,fronts,events,incidents,control,contact,articles,documents" default:"mentions"`
	Format     string `help:"One of ${spaced}." enum:"${formats}" default:"geojson"`
	setup.SelectionFlags
	SortBy     string   `name:"sortby" help:"Sort by these properties, with - for descending, such as name,-date; by default in order of arrival." placeholder:"NAMES"`
	Properties []string `help:"Only these properties, such as name,date." placeholder:"NAME"`
	Limit      int      `help:"Maximum number." placeholder:"N"`
	BOM        bool     `name:"bom" help:"Start CSV with a byte order mark, for spreadsheets."`
	MaxZoom    int      `help:"Maximum zoom of pmtiles, 0 to 18." default:"10" placeholder:"Z"`
}

// ExportFormats are the values of --format.
func ExportFormats() []string { return append(export.Formats(), "pmtiles") }

func (c *ExportCommand) Run(ctx context.Context) error {
	return cli.Promptly(ctx, func() error { return c.run(ctx) })
}

func (c *ExportCommand) run(ctx context.Context) error {
	if c.Collection == "documents" {
		return c.documents(ctx)
	}
	from, err := c.OpenArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	defer from.Close()
	layer, ok := from.View().Layer(c.Collection)
	if !ok {
		return fmt.Errorf("--collection %s: no such collection", c.Collection)
	}
	q, err := c.Query(query.Fields(layer.Schema))
	if err != nil {
		return err
	}
	if layer.Schema.Daily && q.Datetime != nil {
		if layer, _, err = from.View().LayerOn(ctx, c.Collection, q.Datetime); err != nil {
			return err
		}
		q.Datetime = nil
	}
	for _, name := range c.Properties {
		if layer.Schema.Index(name) < 0 {
			return fmt.Errorf("--properties: %s have no property %q", c.Collection, name)
		}
	}
	positions, err := c.positions(ctx, layer, q)
	if err != nil {
		return err
	}
	return c.Write(func(w io.Writer) error {
		return cli.Buffered(w, func(w io.Writer) error { return c.export(ctx, w, layer, positions) })
	})
}

// positions returns the positions of the features to write, in order.
func (c *ExportCommand) positions(ctx context.Context, layer *view.Layer, q *query.Query) ([]int, error) {
	limit := layer.Len()
	switch {
	case c.Limit < 0:
		return nil, fmt.Errorf("--limit %d: give 1 or more", c.Limit)
	case c.Limit > 0:
		limit = min(limit, c.Limit)
	}
	var order query.Order
	if c.SortBy != "" {
		var err error
		if order, err = query.ParseOrder(c.SortBy, query.Fields(layer.Schema)); err != nil {
			return nil, fmt.Errorf("--sortby: %w", err)
		}
	}
	page, err := layer.Page(ctx, q, order, nil, limit)
	return page.Numbers, err
}

func (c *ExportCommand) documents(ctx context.Context) error {
	if c.BBox != "" || c.Datetime != "" || c.Filter != "" || c.SortBy != "" || c.Properties != nil || c.Limit != 0 {
		return errors.New("export: --collection documents writes all of them; choose another collection")
	}
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	return c.Write(func(w io.Writer) error {
		return cli.Buffered(w, func(w io.Writer) error { return exportDocuments(ctx, w, c.Data) })
	})
}

func (c *ExportCommand) export(ctx context.Context, w io.Writer, layer *view.Layer, positions []int) error {
	table, features := layer.Schema.Only(c.Properties), c.chosen(feature.Prefetched(layer.Features, positions, true))
	if c.Format != "pmtiles" {
		return export.Write(ctx, w, c.Format, table, features, c.BOM)
	}
	if c.MaxZoom < 0 || c.MaxZoom > 18 {
		return fmt.Errorf("--max-zoom %d: give 0 to 18", c.MaxZoom)
	}
	return export.PMTiles(ctx, w, tiles.NewLayer(table), features, c.MaxZoom)
}

// chosen yields features with the requested properties.
func (c *ExportCommand) chosen(features iter.Seq[feature.Feature]) iter.Seq[feature.Feature] {
	if c.Properties == nil {
		return features
	}
	return func(yield func(feature.Feature) bool) {
		for f := range features {
			if !yield(feature.NewFeature(f.ID(), f.Geometry(), f.Days(), f.Selected(c.Properties))) {
				return
			}
		}
	}
}
