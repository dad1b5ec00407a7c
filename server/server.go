// Package server answers HTTP requests from a View.
package server

import (
	"net/http"

	"dateline/atlas"
	"dateline/gazetteer"

	"github.com/gin-gonic/gin"
)

// Config is what a server answers from.
type Config struct {
	View      func() *atlas.View // the newest view
	Gazetteer *gazetteer.Gazetteer
	Page      http.FileSystem // the built frontend
}

// New returns the handler of all routes.
func New(c Config) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(gin.Recovery(), headers)
	s := &service{c}
	r.GET("/", s.landing)
	r.GET("/collections", s.collections)
	r.GET("/collections/:collection", s.collection)
	r.GET("/collections/:collection/items", s.items)
	r.GET("/collections/:collection/items/:feature", s.item)
	r.GET("/articles/:article", s.article)
	r.GET("/search", s.search)
	r.GET("/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok"}) })
	r.NoRoute(gin.WrapH(http.FileServer(c.Page)))
	return r
}

type service struct{ Config }
