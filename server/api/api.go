// Package api puts the surfaces of the server together into one handler:
//
//	handler := api.New(api.Config{Config: server.Config{View: articles.View}, Reader: reader, Page: frontend.Files()})
//
// Which surfaces there are follows from what the configuration has: without Edit nothing can
// be corrected, without Follow no source added.
package api

import (
	"io/fs"
	"net/http"

	"dateline/document"
	"dateline/gazetteer"
	"dateline/schema"
	"dateline/server"
	"dateline/server/edit"
	"dateline/server/followed"
	"dateline/server/live"
	"dateline/server/nominatim"
	"dateline/server/ogc"
	"dateline/server/page"
	"dateline/server/preview"
	"dateline/server/signin"
	"dateline/server/stats"
	"dateline/server/subscribed"
	"dateline/server/write"
)

// Config is what a server answers from. View and Reader are needed.
type Config struct {
	server.Config
	Reader        func() document.Reader // by which texts are read, and in whose gazetteer places are looked up, at this moment
	Page          fs.FS                  // the built frontend, index.html at its root; nil for none
	Frontend      page.Config            // what the page offers
	Put           write.Put              // stores what POST /articles brings; nil: nothing is taken
	Edit          edit.Archive           // what can be changed with the token; nil: nothing
	Sources       followed.Sources       // what the archive follows; nil: that is not told
	Follow        *followed.Changes      // changes that; nil: it can't be changed
	Subscriptions subscribed.Archive     // who is told of what comes; nil: nobody
	Fetch         write.Fetch            // gets articles from addresses; nil: none are fetched
}

// gazetteer returns the gazetteer of this moment.
func (c *Config) gazetteer() *gazetteer.Gazetteer { return c.Reader().Parser.Gazetteer() }

// New returns the handler of the whole API and of the page.
func New(c Config) http.Handler {
	if c.Collections == nil {
		c.Collections = schema.Collections()
	}
	if c.Put == nil {
		c.Token = ""
	}
	c.Known = func() string { return c.Reader().Versions.Gazetteer }
	previews := preview.New(c.gazetteer())
	c.Frontend.Head = previews.Head
	frontend := page.New(c.Page, c.Frontend)
	return c.Frontend.Basemap.Handler(server.New(c.Config,
		ogc.New(c.Collections, frontend.Index()), stats.New(), live.New(c.View), nominatim.New(c.gazetteer, c.Version),
		write.New(c.Reader, c.Put, c.Fetch), edit.New(c.Edit, c.gazetteer), signin.New(), followed.New(c.Sources, c.Follow), subscribed.New(c.Subscriptions), frontend.Surface(), previews.Surface()))
}
