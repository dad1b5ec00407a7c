package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// feed creates articles, stores them, and remembers which were acknowledged.
type feed struct {
	mu     sync.Mutex
	number int
	ids    []string
	err    error
}

// perBatch is the number of articles per batch, pause the time between batches.
const (
	perBatch = 10
	pause    = 500 * time.Millisecond
)

var towns = []string{"Saraqib", "Morek", "Khan Shaykhun", "Manbij", "Palmyra", "مورك", "سراقب", "دير الزور"}

// batch creates articles with known ids.
func (f *feed) batch() (ids []string, lines []byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	for range perBatch {
		f.number++
		n := f.number
		id, town := fmt.Sprintf("%016x", 0xa0000000+n), towns[n%len(towns)]
		_ = out.Encode(map[string]any{ // a buffer accepts all writes
			"id": id, "title": fmt.Sprintf("Report %d", n), "source": fmt.Sprintf("Paper %d", n%20),
			"published": fmt.Sprintf("20%02d-%02d-%02d", 12+n%10, 1+n%12, 1+n%28),
			"text":      fmt.Sprintf("Report %d\nShelling hit %s and the northern countryside of Hama. Report number %d.", n, town, n),
			"mentions": []map[string]any{{
				"start": 0, "end": 6, "phrase": "Report", "lat": 35 + float64(n%997)/500, "lon": 36 + float64(n%991)/500,
				"place": fmt.Sprintf("made%d", n%5000), "name": town, "kind": "P.PPL", "role": "place", "precision": "town", "confidence": 0.9, "candidates": []any{},
			}},
			"fronts": []any{},
		})
		ids = append(ids, id)
	}
	return ids, b.Bytes()
}

func (f *feed) acknowledge(ids []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ids = append(f.ids, ids...)
}

func (f *feed) all() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.ids)
}

func (f *feed) len() int { return len(f.all()) }

func (f *feed) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = err
	}
}

// post sends batches to the server. A batch that is refused or not answered, as the server was
// killed, is forgotten.
func (f *feed) post(ctx context.Context, s *server) {
	for wait(ctx, pause) {
		ids, lines := f.batch()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.address("/articles"), bytes.NewReader(lines))
		if err != nil {
			f.fail(err)
			return
		}
		req.Header.Set("Authorization", "Bearer "+token)
		req.Header.Set("Content-Type", "application/x-ndjson")
		resp, err := s.client.Do(req)
		if err != nil {
			continue
		}
		resp.Body.Close()
		if resp.StatusCode/100 == 2 {
			f.acknowledge(ids)
		}
	}
}

// ingest stores batches with the command, next to the server.
func (f *feed) ingest(ctx context.Context, program, dir string) {
	path := filepath.Join(dir, "batch.jsonl")
	for wait(ctx, 10*pause) {
		ids, lines := f.batch()
		if err := os.WriteFile(path, lines, 0o600); err != nil {
			f.fail(err)
			return
		}
		out, err := command(ctx, program, "ingest", "--data", filepath.Join(dir, "archive"), path).CombinedOutput()
		switch {
		case err == nil:
			f.acknowledge(ids)
		case ctx.Err() == nil:
			f.fail(fmt.Errorf("ingest: %w: %s", err, out))
		}
	}
}

// wait waits, and returns false if the context ends.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
