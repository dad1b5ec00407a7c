// Package postgis answers queries from the database of an archive in PostgreSQL: pages, filters,
// counts and tiles, with the same answers in the same order as a View in memory.
//
//	e, err := postgis.Open(a, names)
//	version, err := e.Version(ctx)
//	r, found, err := e.View(version).Reader(ctx, schema.Mentions, nil)
//
// # Queries
//
// A filter is translated to SQL conditions with bound values (query.Filter.SQL) as far as SQL has
// the same semantics. The rest (words, CASEI, polygons, arithmetic) is evaluated in Go on the rows
// that satisfy these conditions, so that every filter means the same as in memory. The number of
// these rows is bounded by the budget of the query (package work).
//
// Queries run in read-only transactions, each with one snapshot and a statement_timeout, and end
// with their context. Positions are fids minus one, those of a View if nothing was removed.
//
// # Derived collections
//
// Incidents are a table that is refreshed before it is read (RefreshIncidents): package view
// recomputes what may have changed from the events around it. Control and contact of a day are
// computed from the claims of all places, read place by place, as Layers in memory. Concurrent
// requests share one computation, which goes on if they give up; a request out of time gets a
// *view.NotReadyError. Refresh stores these collections in tables for SQL clients.
package postgis
