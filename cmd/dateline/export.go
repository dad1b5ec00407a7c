package main

import (
	"bufio"
	"fmt"
	"os"

	"dateline/atlas"
	"dateline/export"
	"dateline/query"
)

type exportCommand struct {
	Data       string `required:"" help:"Folder of the archive." type:"existingdir" placeholder:"DIR"`
	Collection string `help:"mentions, places, fronts or articles." enum:"mentions,places,fronts,articles" default:"mentions"`
	Format     string `help:"geojson or geojsonseq." enum:"geojson,geojsonseq" default:"geojson"`
	BBox       string `name:"bbox" help:"Only what touches this box." placeholder:"W,S,E,N"`
	Datetime   string `help:"Only what is dated so: an instant, or FROM/TO with .. for an open end." placeholder:"T"`
}

func (c *exportCommand) Run() error {
	q, err := c.query()
	if err != nil {
		return err
	}
	archive, err := atlas.Open(c.Data)
	if err != nil {
		return err
	}
	defer archive.Close()
	layer, ok := archive.View().Layer(c.Collection)
	if !ok {
		return fmt.Errorf("--collection %s: there is no such collection", c.Collection)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	write := export.GeoJSON
	if c.Format == "geojsonseq" {
		write = export.GeoJSONSeq
	}
	if err := write(out, layer.Selected(q)); err != nil {
		return err
	}
	return out.Flush()
}

func (c *exportCommand) query() (*query.Query, error) {
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
	return q, nil
}
