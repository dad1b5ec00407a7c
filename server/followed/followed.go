// Package followed is the surface that lists the sources of an archive with their state, and
// adds, pauses and removes them:
//
//	GET /sources
//
// An answer costs a row of the archive for each source.
package followed

import (
	"context"
	"net/http"
	"path"
	"path/filepath"

	"dateline/access"
	"dateline/archive/sources"
	"dateline/server"
)

// Sources returns the sources of an archive.
type Sources func(context.Context) ([]sources.Source, error)

// Changes change the sources.
type Changes struct {
	Of     func(given string) (sources.Source, error) // resolves what users enter to a source, or says what is wrong with it
	Add    func(context.Context, sources.Source) (sources.Added, error)
	Pause  func(ctx context.Context, address string, paused bool) error
	Remove func(ctx context.Context, address string) error
}

// New returns the surface; without sources there are none to list, without changes none can be
// changed.
func New(all Sources, changes *Changes) server.Surface {
	if all == nil {
		return server.Surface{}
	}
	routes := []server.Route{{
		Path: "/sources", ID: "sources", Summary: "The sources that are followed, and how each fares",
		About:  "In the order in which they were added. Of a folder only its name is told.",
		Result: "sources", Offers: []string{server.TypeJSON}, Handle: all.list,
	}}
	if changes != nil {
		change := server.Route{
			Method: http.MethodPost, Result: "source", Body: "givenSource", Accepts: []string{server.TypeJSON}, MaxBody: maxBody,
			Offers: []string{server.TypeJSON}, Right: access.Edit,
		}
		add, pause, remove := change, change, change
		pause.Fails, remove.Fails = []int{http.StatusNotFound}, []int{http.StatusNotFound}
		add.Path, add.ID, add.Right, add.Handle = "/sources", "addSource", access.Add, changes.add
		add.Summary, add.About = "Follow a source", "The address of a feed, a sitemap or a page, or @ with the name of a channel of Telegram. Of a page that links a feed the feed is followed: address says which, where that is known already, and pages of /sources when it is."
		pause.Path, pause.ID, pause.Summary, pause.Handle = "/sources/pause", "pauseSource", "Leave a source alone, or look at it again", changes.pause
		remove.Path, remove.ID, remove.Summary, remove.Handle = "/sources/remove", "removeSource", "Forget a source; what it brought stays", changes.remove
		routes = append(routes, add, pause, remove)
	}
	return server.Surface{
		Name: "sources", About: "Where the articles come from.",
		Routes: routes,
		Types: server.Types{
			"sources": sourcesDoc{}, "sourceReport": sources.Report{}, "source": sourceDoc{}, "givenSource": givenSource{},
		},
		Narrow: server.NarrowSchemas{"sourceReport.state": server.EnumSchema(sources.Statuses()...).NewRef()},
	}
}

// sourcesDoc is the response of /sources.
type sourcesDoc struct {
	Sources []sources.Report `json:"sources"`
}

func (all Sources) list(req *server.Request) (*server.Answer, error) {
	found, err := all(req)
	if err != nil {
		return nil, err
	}
	doc := sourcesDoc{Sources: make([]sources.Report, len(found))}
	for i := range found {
		doc.Sources[i] = public(found[i].Report())
	}
	a := server.OK(server.TypeJSON, server.JSON(doc))
	a.Private = true // it changes independently of the view
	return a, nil
}

// public omits what concerns only the operators: paths of folders, and errors of single files in
// them.
func public(r sources.Report) sources.Report {
	if !filepath.IsAbs(r.Address) {
		return r
	}
	r.Address = path.Base(filepath.ToSlash(r.Address))
	if r.Error != "" {
		r.Error = "it can't be read"
	}
	r.Notes = nil
	return r
}
