package setup

import (
	"context"
	"fmt"
	"reflect"
	"sync/atomic"
	"time"

	"dateline/archive/ownplaces"
	"dateline/cmd/dateline/cli"
	"dateline/document"
	"dateline/document/rows"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/view"

	"github.com/paulmach/orb"
)

// CurrentReader is the reader of a long-running process: its gazetteer has the present own
// places of the archive.
type CurrentReader struct {
	GazetteerFlag
	own []ownplaces.Place
	now atomic.Pointer[document.Reader]
}

// Reader returns the reader for texts that are stored.
func (f GazetteerFlag) Reader(ctx context.Context, data string) (*CurrentReader, error) {
	own, err := OwnPlaces(ctx, data)
	if err != nil {
		return nil, err
	}
	r := &CurrentReader{GazetteerFlag: f}
	return r, r.take(own)
}

// take makes the parser again, with these own places.
func (r *CurrentReader) take(own []ownplaces.Place) error {
	g, err := gazetteer.NewStore(r.Gazetteers).Gazetteer(ownplaces.Entries(own)...)
	if err != nil {
		return err
	}
	parser, err := geoparse.New(g)
	if err != nil {
		return err
	}
	r.own = own
	r.now.Store(&document.Reader{Parser: parser, Versions: VersionsOf(parser)})
	return nil
}

// Reader returns the current reader.
func (r *CurrentReader) Reader() document.Reader { return *r.now.Load() }

// Names looks up places in the current gazetteer.
func (r *CurrentReader) Names() view.Names {
	return view.Names{Version: r.Reader().Versions.Gazetteer, Of: func(place string) rows.PlaceNames {
		return placeNames(r.Reader().Parser.Gazetteer()).Of(place)
	}, Course: func(place string) orb.Geometry { return courses(r.Reader().Parser.Gazetteer())(place) }}
}

// ownPause is the maximum delay until a change of the archive's own places is noticed.
const ownPause = 500 * time.Millisecond

// Follow picks up places added to and removed from the archive, until ctx is done. all returns
// the present ones.
func (r *CurrentReader) Follow(ctx context.Context, all func(context.Context) ([]ownplaces.Place, error), say func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(ownPause):
		}
		own, err := all(ctx)
		if err != nil || reflect.DeepEqual(own, r.own) {
			continue // other readers of the archive report the error
		}
		if err := r.take(own); err != nil {
			say(fmt.Sprintf("the places of the archive's own can't be taken up: %v", err))
			r.own = own
			continue
		}
		say(fmt.Sprintf("known now: %s of the archive's own", cli.Count(len(own), "place")))
	}
}
