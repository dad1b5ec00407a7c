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
)

// CurrentReader is what a process that goes on reads texts by: the gazetteer with the places of
// its archive's own, as they are at a moment.
type CurrentReader struct {
	GazetteerFlag
	own []ownplaces.Place
	now atomic.Pointer[document.Reader]
}

// Reader returns what texts are read by that come into an archive.
func (f GazetteerFlag) Reader(ctx context.Context, data string) (*CurrentReader, error) {
	own, err := OwnPlaces(ctx, data)
	if err != nil {
		return nil, err
	}
	r := &CurrentReader{GazetteerFlag: f}
	return r, r.take(own)
}

// take makes the parser anew, with these places of the archive's own.
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

// Reader returns what texts are read by now.
func (r *CurrentReader) Reader() document.Reader { return *r.now.Load() }

// Names looks up what the gazetteer knows of places now.
func (r *CurrentReader) Names() view.Names {
	return view.Names{Version: r.Reader().Versions.Gazetteer, Of: func(place string) rows.PlaceNames {
		return placeNames(r.Reader().Parser.Gazetteer()).Of(place)
	}}
}

// ownPause is how long a change of the archive's own places takes at most to be noticed.
const ownPause = 500 * time.Millisecond

// Follow takes up the places that are added to the archive, and gives up those that are
// taken out, until ctx is done. all returns those of now.
func (r *CurrentReader) Follow(ctx context.Context, all func(context.Context) ([]ownplaces.Place, error), say func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(ownPause):
		}
		own, err := all(ctx)
		if err != nil || reflect.DeepEqual(own, r.own) {
			continue // who reads the archive else says what is wrong with it
		}
		if err := r.take(own); err != nil {
			say(fmt.Sprintf("the places of the archive's own can't be taken up: %v", err))
			r.own = own
			continue
		}
		say(fmt.Sprintf("known now: %s of the archive's own", cli.Counted(len(own), "place")))
	}
}
