package view

import (
	"context"
	"slices"
	"sync"

	"dateline/feature"
)

// Daily caches the collections that depend on the day, computed when one of a day is first
// requested. It is safe for concurrent use.
type Daily struct {
	last func() feature.Day
	make func(ctx context.Context, on feature.Day) (map[string]*Layer, error)

	mu   sync.Mutex
	kept []*day // most recently requested first
}

// day holds the collections of a day.
type day struct {
	day    feature.Day
	making chan struct{}     // a semaphore for computing or reading them
	layers map[string]*Layer // nil before
}

// keptDays is how many days are cached.
const keptDays = 40

// NewDaily returns a Daily that calls make once at a time for each day. last returns the last
// day with reports.
func NewDaily(last func() feature.Day, make func(ctx context.Context, on feature.Day) (map[string]*Layer, error)) *Daily {
	return &Daily{last: last, make: make}
}

// Layer returns a collection as View.LayerOn does.
func (d *Daily) Layer(ctx context.Context, name string, asked *feature.Days) (*Layer, error) {
	on := d.last()
	if asked != nil {
		on = max(asked.First, min(on, asked.Last))
	}
	x := d.on(on)
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case x.making <- struct{}{}:
	}
	defer func() { <-x.making }()
	if x.layers == nil {
		made, err := d.make(ctx, on)
		if err != nil {
			return nil, err
		}
		x.layers = made
	}
	return x.layers[name], nil
}

func (d *Daily) on(on feature.Day) *day {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.kept, func(x *day) bool { return x.day == on })
	if i >= 0 {
		x := d.kept[i]
		d.kept = slices.Insert(slices.Delete(d.kept, i, i+1), 0, x)
		return x
	}
	x := &day{day: on, making: make(chan struct{}, 1)}
	d.kept = slices.Insert(d.kept, 0, x)
	d.kept = d.kept[:min(len(d.kept), keptDays)]
	return x
}
