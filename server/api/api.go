// Package api assembles the surfaces of the server into one handler:
//
//	handler := api.New(api.Config{Config: server.Config{View: articles.View}, Reader: reader, Page: frontend.Files()})
//
// The configuration decides which surfaces exist: without Edit nothing can be corrected, without
// Follow no source added.
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

// Config configures the API. View and Reader are required.
type Config struct {
	server.Config
	Reader        func() document.Reader // the current reader of texts and its gazetteer
	Page          fs.FS                  // the built frontend, index.html at its root; nil for none
	Frontend      page.Config            // features of the page
	Put           write.Put              // stores the articles of POST /articles; nil: they are refused
	Edit          edit.Archive           // what tokens can change; nil: nothing
	Sources       followed.Sources       // followed by the archive; nil: not shown
	Follow        *followed.Changes      // changes sources; nil: they can't be changed
	Subscriptions subscribed.Archive     // of the archive; nil: none
	Fetch         write.Fetch            // fetches articles from addresses; nil: none are fetched
}

// gazetteer returns the current gazetteer.
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
