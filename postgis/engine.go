package postgis

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sync"

	"dateline/archive"
	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/postgis/background"
	"dateline/schema"
	"dateline/view"
)

// Engine answers from the database of an archive. It is safe for concurrent use.
type Engine struct {
	archive     *archive.Archive
	db          *postgres.Database
	tables      *rows.Tables
	names       view.Names
	collections []schema.Collection
	groups      *counts.Columns // of the tables of counts
	maxEvents   int             // roughly how many events are in memory while incidents are computed
	maxCost     float64         // in the planner's units: the highest cost of a sequential scan for one answer
	minFids     int64           // smallest range of fids that a partial page scans

	end        func() // ends background computations
	days       *dayCache
	refreshing *background.Group[incidentState, struct{}]

	mu       sync.Mutex
	listener *postgres.Listener
	version  string // of the last poll
}

// Open returns an Engine for an archive; names are the gazetteer's. Close the Engine before the
// archive.
func Open(a *archive.Archive, names view.Names) (*Engine, error) {
	db := a.Postgres()
	if db == nil {
		return nil, errors.New("--engine postgis needs an archive in PostgreSQL (--data postgres://…), not a file")
	}
	life, end := context.WithCancel(context.Background())
	tables := rows.NewTables(a.Model())
	return &Engine{
		archive: a, db: db, tables: tables, groups: archive.CountedColumns(tables), names: names, collections: a.Model().Collections, maxEvents: maxEvents, maxCost: maxCost, minFids: minFids,
		end: end, days: &dayCache{group: background.New[dayKey, dayLayers](life)}, refreshing: background.New[incidentState, struct{}](life),
	}, nil
}

// Close ends the subscription that Poll began, and background computations.
func (e *Engine) Close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.end()
	if e.listener != nil {
		e.listener.Stop()
		e.listener = nil
	}
}

// Poll returns the version of the database's content, which is the same on all servers. It
// queries the database after a notification of a write, and every five seconds.
func (e *Engine) Poll(ctx context.Context) (string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.listener == nil {
		e.listener = e.db.Listen()
	}
	if !e.listener.Due() {
		return e.version, nil
	}
	v, err := e.Version(ctx)
	if err != nil {
		e.listener.Rearm()
		return "", err
	}
	e.version = v
	return v, nil
}

// Version queries the version of the database's content.
func (e *Engine) Version(ctx context.Context) (string, error) {
	m, err := e.archive.Newest(ctx)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "dateline postgis 1 %d %d %d", m.Articles, m.Changes, m.Parts))
	return hex.EncodeToString(sum[:8]), nil
}

// View returns a View of a version.
func (e *Engine) View(version string) *view.View {
	return view.NewRemote(version, &remote{Engine: e, counts: newCountCache(), extent: newExtentCache(), claims: &claimsCheck{}, incidents: &incidentCheck{}})
}

// remote is an Engine with the results cached for one version.
type remote struct {
	*Engine
	counts    *countCache
	extent    *extentCache
	claims    *claimsCheck
	incidents *incidentCheck
}

// Document returns an article with its corrections applied.
func (r *remote) Document(id string) (*document.Document, error) {
	return r.archive.CorrectedDocument(id)
}

// JSON returns Document as JSON.
func (r *remote) JSON(id string) (*document.JSON, error) { return r.archive.CorrectedJSON(id) }

// Reader returns the Reader of a collection; nil if there is none of that name.
func (r *remote) Reader(ctx context.Context, name string, asked *feature.Days) (view.Reader, error) {
	i := slices.IndexFunc(r.collections, func(c schema.Collection) bool { return c.ID == name })
	switch {
	case i < 0:
		return nil, nil
	case isByDay(name):
		return r.daily(ctx, name, asked)
	}
	return newReader(r, &r.collections[i]), nil
}
