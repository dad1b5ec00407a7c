package main

import (
	"context"
	"errors"
	"strings"

	"dateline/query"
	"dateline/schema"
	"dateline/view"
)

// articleFlags choose articles by what they say.
type articleFlags struct {
	Source string `help:"Articles of this source, as the archive names it." placeholder:"NAME"`
	Before string `help:"Articles dated before this day." placeholder:"DAY"`
	Query  string `help:"Articles of which this CQL2, text or JSON, is true, as: title LIKE '%Homs%'" placeholder:"CQL2"`
}

func (c articleFlags) isGiven() bool { return c != articleFlags{} }

// selected returns the ids of the articles that are chosen by what they say.
func (c articleFlags) selected(ctx context.Context, g gazetteerFlag, dir string) ([]string, error) {
	from, err := g.openArchive(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	articles, _ := from.View().Layer(schema.Articles)
	filter := exportCommand{Filter: c.Query}
	if c.Before != "" {
		filter.Datetime = "../" + c.Before
	}
	q, err := filter.query(query.Fields(articles.Schema))
	if err != nil {
		return nil, errors.New(strings.NewReplacer("--filter", "--query", "--datetime", "--before").Replace(err.Error()))
	}
	if q.Datetime != nil {
		q.Datetime.Last-- // before, and not on
	}
	return c.ofSource(ctx, articles, q)
}

func (c articleFlags) ofSource(ctx context.Context, articles *view.Layer, q *query.Query) ([]string, error) {
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
