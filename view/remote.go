package view

import (
	"context"

	"dateline/feature"
)

// Remote is where the collections of a View are that is not in memory. It is safe for
// concurrent use.
type Remote interface {
	Source

	// Reader returns what answers for a collection, nil for one that there is none of; an
	// *UnansweredError where nothing does.
	Reader(name string) (Reader, error)
}

// OfRemote returns a View of what lies elsewhere, as of a version. It has no Layers.
func OfRemote(version string, r Remote) *View {
	return &View{Version: version, remote: r, documents: r, changed: make(chan struct{})}
}

// Reader returns what answers for a collection on the last of the days asked for, as
// LayerOn does.
func (v *View) Reader(ctx context.Context, name string, asked *feature.Days) (r Reader, found bool, err error) {
	if v.remote != nil {
		r, err = v.remote.Reader(name)
		return r, r != nil && err == nil, err
	}
	l, found, err := v.LayerOn(ctx, name, asked)
	return l, found, err
}

// Count returns how many features a collection has, of a large database about how many; 0
// where that can't be told.
func (v *View) Count(ctx context.Context, name string) int {
	r, found, err := v.Reader(ctx, name, nil)
	if err != nil || !found {
		return 0
	}
	n, _ := r.Count(ctx) // 0 with an error
	return n
}
