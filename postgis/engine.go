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
	groups      *counts.Columns // of the mentions that are counted
	held        int             // about how many events are held while incidents are made
	most        float64         // cost of what only reading finds, as the planner reckons it
	least       int64           // how many fids are looked at for a short page, at least

	end     func() // ends what is in the making
	days    *dailies
	telling *background.Group[tellState, struct{}]

	mu       sync.Mutex
	listener *postgres.Listener
	version  string // when last asked for
}

// Open returns an Engine of an archive, with what a gazetteer knows of places. Close the
// Engine before the archive.
func Open(a *archive.Archive, names view.Names) (*Engine, error) {
	db := a.Postgres()
	if db == nil {
		return nil, errors.New("--engine postgis: it is no database, but a file; it is for --data postgres://…")
	}
	life, end := context.WithCancel(context.Background())
	tables := rows.NewTables(a.Model())
	return &Engine{
		archive: a, db: db, tables: tables, groups: archive.CountedColumns(tables), names: names, collections: a.Model().Collections, held: mostHeld, most: mostCost, least: leastStretch,
		end: end, days: &dailies{making: background.New[dayKey, madeDay](life)}, telling: background.New[tellState, struct{}](life),
	}, nil
}

// Close ends what Poll has begun, and what is in the making.
func (e *Engine) Close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.end()
	if e.listener != nil {
		e.listener.Stop()
		e.listener = nil
	}
}

// Poll returns the version of what is in the database, which changes with every change and
// is the same on all servers. It asks when it hears that something was written, and every
// five seconds.
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

// Version asks the database for its version.
func (e *Engine) Version(ctx context.Context) (string, error) {
	m, err := e.archive.Newest(ctx)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "dateline postgis 1 %d %d %d", m.Articles, m.Changes, m.Parts))
	return hex.EncodeToString(sum[:8]), nil
}

// View returns what answers as of a version.
func (e *Engine) View(version string) *view.View {
	return view.NewRemote(version, &remote{Engine: e, counts: newRemembered(), extent: newExtents(), claims: &claimsOf{}, told: &incidentsOf{}})
}

// remote is an Engine with what was found out since a version.
type remote struct {
	*Engine
	counts *remembered
	extent *extents
	claims *claimsOf
	told   *incidentsOf
}

// Document returns an article as corrections show it.
func (r *remote) Document(id string) (*document.Document, error) {
	return r.archive.CorrectedDocument(id)
}

// JSON is Document as JSON.
func (r *remote) JSON(id string) (*document.JSON, error) { return r.archive.CorrectedJSON(id) }

// Reader returns what answers for a collection.
func (r *remote) Reader(ctx context.Context, name string, asked *feature.Days) (view.Reader, error) {
	i := slices.IndexFunc(r.collections, func(c schema.Collection) bool { return c.ID == name })
	switch {
	case i < 0:
		return nil, nil
	case isDaily(name):
		return r.daily(ctx, name, asked)
	}
	return newReader(r, &r.collections[i]), nil
}
