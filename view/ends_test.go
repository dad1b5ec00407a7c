package view

import (
	"context"
	"errors"
	"testing"

	"dateline/document/documenttest"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestReadingEndsWithTheContext: every search ends with its context.
func TestReadingEndsWithTheContext(t *testing.T) {
	v := New(documenttest.New(40).Documents(0, 60))
	l := layerOf(t, v, schema.Mentions)
	fields := []query.Field{{Name: "sentence", Type: query.Text}, {Name: "date", Type: query.Date}}
	filter, err := query.ParseFilter("CASEI(sentence) LIKE '%zq%'", fields, query.CRS84)
	if err != nil {
		t.Fatal(err)
	}
	order, err := query.ParseOrder("-date,sentence", fields)
	if err != nil {
		t.Fatal(err)
	}
	q := &query.Query{Filter: filter}
	ways := map[string]func(context.Context) error{
		"page":   func(ctx context.Context) error { _, err := l.Page(ctx, q, nil, nil, 10); return err },
		"sorted": func(ctx context.Context) error { _, err := l.Page(ctx, &query.Query{}, order, nil, 10); return err },
		"each":   func(ctx context.Context) error { return l.Each(ctx, q, func(feature.Feature) {}) },
		"words": func(ctx context.Context) error {
			_, err := l.Select(ctx, &query.Query{Text: query.Words("shelling")})
			return err
		},
		"tile": func(ctx context.Context) error {
			_, features := l.OnTile(ctx, maptile.New(0, 0, 0), orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, q)
			for _, err := range features {
				return err
			}
			return nil
		},
	}
	for name, read := range ways {
		ctx, cancel := context.WithCancel(t.Context())
		if err := read(ctx); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		cancel()
		if err := read(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s goes on: %v", name, err)
		}
	}
}

// TestReadingEndsOnTheWay: a search in progress ends within some thousand steps after its last
// client left.
func TestReadingEndsOnTheWay(t *testing.T) {
	l := layerOf(t, New(documenttest.New(40).Documents(0, 200)), schema.Mentions)
	filter, err := query.ParseFilter("CASEI(sentence) LIKE '%zq%'", []query.Field{{Name: "sentence", Type: query.Text}}, query.CRS84)
	if err != nil {
		t.Fatal(err)
	}
	steps := func(leave int) (spent int, err error) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		m := work.NewMeter(0, func(_ context.Context, _, total int) error {
			if leave > 0 && total >= leave {
				cancel()
			}
			return nil
		})
		_, err = l.Page(work.WithMeter(ctx, m), &query.Query{Filter: filter}, nil, nil, 10)
		return m.Spent(), err
	}
	all, err := steps(0)
	if err != nil {
		t.Fatal(err)
	}
	if some, err := steps(1); !errors.Is(err, context.Canceled) || some > all/2 {
		t.Errorf("%d of %d steps were gone: %v", some, all, err)
	}
}
