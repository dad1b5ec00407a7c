package stats

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/server"
	"dateline/view"

	"github.com/paulmach/orb"
)

// many is a view.Reader of mentions, one of each of its places on each of its days; reading ends
// with its context.
type many struct {
	view.Reader
	places, days, counted int
}

func (m *many) Tally(ctx context.Context, _ *query.Query, by view.Grouping, with func(feature.Feature, int)) error {
	mentions := schema.Collections()[0]
	only := mentions.Only(by.Columns)
	b := feature.NewBuilder(feature.Columns(only))
	for m.counted = 0; m.counted < m.places*m.days; m.counted++ {
		if m.counted%m.days == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		b.Start("", orb.Point{}, feature.Days{})
		for i := range only.Properties {
			switch only.Properties[i].Name {
			case "place":
				b.Text(strconv.Itoa(m.counted / m.days))
			case "date":
				b.Date(feature.Day(m.counted % m.days).Time())
			default:
				b.Null()
			}
		}
		with(b.At(b.Add()), 1)
	}
	return nil
}

// TestNewTallyStops: a count stops when there are too many sums and coarser bins are allowed, and
// with its request.
func TestNewTallyStops(t *testing.T) {
	if testing.Short() {
		t.Skip("millions of mentions in one goroutine")
	}
	m := &many{places: 3000, days: 1500}
	p := &params{by: byDay, date: "date", coarser: true}
	if _, err := newTally(&server.Request{Context: t.Context()}, m, p); !errors.Is(err, errTooManySums) || m.counted > firstLook+m.days {
		t.Errorf("%v after %d mentions, want %v after %d", err, m.counted, errTooManySums, firstLook)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := newTally(&server.Request{Context: ended}, m, p); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, context.Canceled)
	}
}
