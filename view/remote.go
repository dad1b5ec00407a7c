package view

import (
	"context"

	"dateline/feature"
)

// Remote answers queries on the collections of a View that is not in memory. It is safe for
// concurrent use.
type Remote interface {
	Source

	// Reader returns the reader of a collection as of the last of the given days, as View.Reader
	// does; nil if the name is unknown.
	Reader(ctx context.Context, name string, asked *feature.Days) (Reader, error)
}

// NewRemote returns a View of a Remote at a version. It has no Layers.
func NewRemote(version string, r Remote) *View {
	return &View{Version: version, remote: r, documents: r, changed: make(chan struct{})}
}

// Reader returns the reader of a collection as of the last of the given days, as LayerOn does.
func (v *View) Reader(ctx context.Context, name string, asked *feature.Days) (r Reader, found bool, err error) {
	if v.remote != nil {
		r, err = v.remote.Reader(ctx, name, asked)
		return r, r != nil && err == nil, err
	}
	l, found, err := v.LayerOn(ctx, name, asked)
	return l, found, err
}

// Count returns the number of features in a collection, an estimate for a large database; 0 if
// unknown.
func (v *View) Count(ctx context.Context, name string) int {
	r, found, err := v.Reader(ctx, name, nil)
	if err != nil || !found {
		return 0
	}
	n, _ := r.Count(ctx) // 0 on an error
	return n
}
