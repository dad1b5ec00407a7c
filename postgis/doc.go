// Package postgis answers what is asked of an archive in PostgreSQL from the database itself:
// pages, filters, counts and tiles of the collections that are stored, with the same
// answers in the same order as a View in memory gives.
//
//	e, err := postgis.Open(a, names)
//	version, err := e.Version(ctx)
//	r, found, err := e.View(version).Reader(ctx, schema.Mentions, nil)
//
// # How a query is asked
//
// What SQL says in the same way as package query becomes conditions with bound values
// (query.Filter.SQL, the one translation); rows for which these are true and of which
// something is left to ask (words, CASEI, polygons, arithmetic) are read one after another
// and asked in Go, so that every filter has the one meaning. Their number is bounded by
// the steps that a query may take (package work).
//
// Everything is read in transactions that may only read, each as of one moment, with a
// statement_timeout, and ends when its context does. Positions are fids less one: where
// nothing was removed they are those of a View.
//
// # What follows from all events
//
// The incidents are a table, which whoever needs them brings up to date first (TellIncidents):
// what may have changed is computed again by package view from the events around it. Control
// and contact of a day are computed from the claims of all places, read place by place, and
// are Layers in memory. Both are computed once for all who wait, and on when they give up;
// who can't wait gets a *view.NotReadyError. Keep writes them to tables for who reads SQL.
package postgis
