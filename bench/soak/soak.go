package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// soak is a run.
type soak struct {
	options
	dir    string
	server *server
	feed   feed
	seen   answers
}

func newSoak(o options, dir string) *soak {
	return &soak{options: o, dir: dir, server: newServer(o.dateline, dir), seen: newAnswers()}
}

const (
	settle = 30 * time.Second // idle time before memory is measured
	warm   = time.Minute      // load on a newly started server before that, to fill its caches
)

func (s *soak) run(ctx context.Context) error {
	if err := s.server.start(); err != nil {
		return err
	}
	defer s.server.stop()
	fmt.Printf("%d clients for %v, a kill every %v\n", s.clients, s.lasts, s.kill)
	if err := s.load(ctx); err != nil {
		return err
	}
	after, err := s.rest(ctx)
	if err != nil {
		return err
	}
	if err := s.server.restart(os.Interrupt); err != nil {
		return err
	}
	s.ask(ctx, warm)
	fresh, err := s.rest(ctx)
	if err != nil {
		return err
	}
	s.seen.report(os.Stdout)
	fmt.Printf("memory: %.0f MB %v after the load, %.0f MB after a start on the same archive and a minute of load\n", after, settle, fresh)
	return errors.Join(s.seen.failure(), s.missing(ctx), s.check(ctx), grown(after, fresh))
}

// load runs feeders and clients until the time is up, and kills the server from time to time.
func (s *soak) load(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.lasts)
	defer cancel()
	var group sync.WaitGroup
	group.Go(func() { s.ask(ctx, s.lasts) })
	group.Go(func() { s.feed.post(ctx, s.server) })
	group.Go(func() { s.feed.ingest(ctx, s.dateline, s.dir) })
	err := s.killNowAndThen(ctx)
	cancel()
	group.Wait()
	return errors.Join(err, s.feed.err)
}

// ask runs the clients for a duration.
func (s *soak) ask(ctx context.Context, lasts time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, lasts)
	defer cancel()
	var group sync.WaitGroup
	for i := range s.clients {
		c := newClient(s.server, i, &s.seen)
		group.Go(func() { c.run(ctx) })
	}
	group.Wait()
}

func (s *soak) killNowAndThen(ctx context.Context) error {
	next := time.NewTicker(s.kill)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-next.C:
			fmt.Printf("%d articles stored, %.0f MB; killed\n", s.feed.len(), s.server.memory())
			if err := s.server.restart(os.Kill); err != nil {
				return err
			}
			if err := s.missing(ctx); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
}

// rest leaves the server idle, sends the page's requests, and returns the megabytes it still uses.
func (s *soak) rest(ctx context.Context) (float64, error) {
	for _, path := range pagePaths {
		if status, err := s.server.get(ctx, path); err != nil || status != 200 {
			return 0, fmt.Errorf("%s: %d, %v", path, status, err)
		}
	}
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(settle):
	}
	return s.server.memory(), nil
}

// missing requests every acknowledged article.
func (s *soak) missing(ctx context.Context) error {
	lost := 0
	for _, id := range s.feed.all() {
		status, err := s.server.get(ctx, "/articles/"+id)
		if err != nil {
			return err
		}
		if status != 200 {
			lost++
		}
	}
	if lost > 0 {
		return fmt.Errorf("%d of %d acknowledged articles are missing", lost, s.feed.len())
	}
	return nil
}

// check verifies the archive once the server has ended.
func (s *soak) check(ctx context.Context) error {
	s.server.stop()
	out, err := command(ctx, s.dateline, "check", "--data", filepath.Join(s.dir, "archive")).CombinedOutput()
	if err != nil {
		return fmt.Errorf("dateline check: %w: %s", err, out)
	}
	return nil
}

func grown(after, fresh float64) error {
	if after > 1.1*fresh {
		return fmt.Errorf("%.0f MB used after the load, %.0f after a new start", after, fresh)
	}
	return nil
}
