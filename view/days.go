package view

import (
	"context"
	"slices"
	"sync"

	"dateline/feature"
)

// Daily has the collections that differ by the day, each day of which is made when one of
// them is asked for. It is safe for concurrent use.
type Daily struct {
	last func() feature.Day
	make func(ctx context.Context, on feature.Day) (map[string]*Layer, error)

	mu   sync.Mutex
	kept []*day // the last to be asked for first
}

// day is the collections on a day, made when one of them is asked for.
type day struct {
	day    feature.Day
	making chan struct{}     // holds one while somebody makes or reads them
	layers map[string]*Layer // nil before
}

// keptDays is how many days are kept, of those that were asked for last.
const keptDays = 40

// NewDaily returns a Daily of days that are made by one call at a time for each. Last is
// the last that anything was written of.
func NewDaily(last func() feature.Day, make func(ctx context.Context, on feature.Day) (map[string]*Layer, error)) *Daily {
	return &Daily{last: last, make: make}
}

// Layer returns a collection as View.LayerOn says.
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
