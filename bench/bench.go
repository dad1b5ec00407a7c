package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// bench is one run.
type bench struct {
	dir, dateline string
	shape         shape
	n             int
	client        *http.Client
	servers       []*server // Dateline's first
	db            *postgres // nil if none is installed
	stored        [3]time.Duration
	kinds         [][]kind       // of each server
	found         [][][]measured // by server, kind and round
}

// start stores the points and starts the servers. Only Dateline must be installed.
func (b *bench) start() error {
	b.client = newClient()
	if err := b.startDateline(); err != nil {
		return err
	}
	db, err := startPostgres(b.dir)
	if err := b.skips("PostGIS", err); err != nil || db == nil {
		return errors.Join(err, b.startGin())
	}
	b.db = db
	say("storing the points in PostgreSQL")
	if b.stored[1], err = db.load(b.shape, b.n); err != nil {
		return errors.Join(b.skips("PostGIS", err), b.startGin())
	}
	for _, launch := range []func(string, *postgres) (*server, error){launchPostgis, launchCells, launchMartin, launchTipg, launchPygeoapi} {
		s, err := launch(b.dir, db)
		if err := b.skips("a peer", err); err != nil {
			return err
		}
		b.add(s)
	}
	return errors.Join(b.startOwn(), b.startGin())
}

// startOwn copies the archive into Dateline's own tables and starts the servers that answer from them.
func (b *bench) startOwn() error {
	say("copying the archive into tables of Dateline's in PostgreSQL")
	own, took, err := b.db.own(b.dateline, filepath.Join(b.dir, "archive"))
	if err != nil {
		return err
	}
	b.stored[2] = took
	engine := func(dir string, own *postgres) (*server, error) { return launchEngine(b.dateline, dir, own) }
	for _, launch := range []func(string, *postgres) (*server, error){engine, launchViews, launchMartinViews, launchTipgViews} {
		s, err := launch(b.dir, own)
		if err := b.skips("a peer on the views", err); err != nil {
			return err
		}
		b.add(s)
	}
	return nil
}

func (b *bench) startDateline() error {
	path := filepath.Join(b.dir, "points.jsonl")
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	say("making %d points", b.n)
	if err := errors.Join(writeLines(file, b.shape, b.n), file.Close()); err != nil {
		return err
	}
	say("storing them in Dateline")
	if b.stored[0], err = ingest(b.dateline, b.dir, path); err != nil {
		return err
	}
	s, err := launchDateline(b.dateline, b.dir)
	b.add(s)
	return err
}

// startGin makes gin repeat an answer of Dateline.
func (b *bench) startGin() error {
	k := kinds()
	q, tile := k[len(k)-1].next(), bytes.Buffer{}
	if _, err := ask(b.client, &b.servers[0].site, same, &q, &tile); err != nil {
		return err
	}
	file := filepath.Join(b.dir, "tile.mvt")
	if err := os.WriteFile(file, tile.Bytes(), 0o644); err != nil {
		return err
	}
	s, err := launchGin(b.dir, file)
	b.add(s)
	return err
}

func (b *bench) add(s *server) {
	if s != nil {
		b.servers = append(b.servers, s)
	}
}

// skips prints what a missing peer needs; other errors are returned.
func (b *bench) skips(name string, err error) error {
	var missing errMissing
	if errors.As(err, &missing) {
		say("%s is left out: %s", name, missing)
		return nil
	}
	return err
}

// stop ends everything that start started.
func (b *bench) stop() {
	for _, s := range b.servers {
		s.stop()
	}
	if b.db != nil {
		b.db.stop()
	}
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

// measure asks all servers in turn. The first round is a warm-up and does not count.
func (b *bench) measure(ctx context.Context, rounds int, slot time.Duration) error {
	for range b.servers {
		b.kinds = append(b.kinds, kinds())
		b.found = append(b.found, make([][]measured, len(kinds())))
	}
	for round := range rounds + 1 {
		say("round %d of %d", round, rounds)
		for k := range kinds() {
			if err := b.turn(ctx, k, round, slot); err != nil {
				return err
			}
		}
	}
	for _, s := range b.servers {
		s.memory = s.process.memory()
	}
	return nil
}

// turn asks questions of one kind of every server that answers them.
func (b *bench) turn(ctx context.Context, k, round int, slot time.Duration) error {
	for i, s := range b.servers {
		kind := &b.kinds[i][k]
		if s.path(kind.of) == "" {
			continue
		}
		m, err := drive(ctx, b.client, &s.site, kind, slot)
		if err != nil {
			return err
		}
		if round > 0 {
			b.found[i][k] = append(b.found[i][k], m)
		}
	}
	return nil
}
