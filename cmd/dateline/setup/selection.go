package setup

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dateline/query"
	"dateline/schema"
	"dateline/view"
)

// SelectionFlags select features by place, time and properties.
type SelectionFlags struct {
	BBox     string `name:"bbox" help:"Only features that touch this box." placeholder:"W,S,E,N"`
	Datetime string `help:"Only features in this time: an instant, or FROM/TO with .. for an open end; for control and contact a day." placeholder:"T"`
	Filter   string `help:"Only features that match this CQL2 filter, as text or JSON: confidence > 0.8 AND name LIKE 'K%'" placeholder:"CQL2"`
}

// Query returns the query of the flags, on features with these fields.
func (c SelectionFlags) Query(fields []query.Field) (*query.Query, error) {
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

// ArticleFlags select articles by their properties.
type ArticleFlags struct {
	Source string `help:"Articles from this source, as named in the archive." placeholder:"NAME"`
	Before string `help:"Articles dated before this day." placeholder:"DAY"`
	Query  string `help:"Articles that match this CQL2 filter, as text or JSON: title LIKE '%Homs%'" placeholder:"CQL2"`
}

// IsGiven reports whether any flag is given.
func (c ArticleFlags) IsGiven() bool { return c != ArticleFlags{} }

// Selected returns the ids of the selected articles.
func (c ArticleFlags) Selected(ctx context.Context, g GazetteerFlag, dir string) ([]string, error) {
	from, err := g.OpenArchive(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	articles, _ := from.View().Layer(schema.Articles)
	filter := SelectionFlags{Filter: c.Query}
	if c.Before != "" {
		filter.Datetime = "../" + c.Before
	}
	q, err := filter.Query(query.Fields(articles.Schema))
	if err != nil {
		return nil, errors.New(strings.NewReplacer("--filter", "--query", "--datetime", "--before").Replace(err.Error()))
	}
	if q.Datetime != nil {
		q.Datetime.Last-- // before, not on
	}
	return c.ofSource(ctx, articles, q)
}

func (c ArticleFlags) ofSource(ctx context.Context, articles *view.Layer, q *query.Query) ([]string, error) {
	positions, err := articles.Select(ctx, q)
	if err != nil {
		return nil, err
	}
	source, ids := articles.Features.Column("source"), []string(nil)
	for _, i := range positions {
		if f := articles.At(i); c.Source == "" || f.Text(source) == c.Source {
			ids = append(ids, f.ID())
		}
	}
	return ids, nil
}
