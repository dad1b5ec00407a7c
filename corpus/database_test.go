package corpus_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
	"dateline/view"

	"golang.org/x/sync/errgroup"
)

func TestMain(m *testing.M) { postgrestest.Main(m) }

// database creates an archive in a database and returns its address.
func database(t *testing.T) string {
	t.Helper()
	address := postgrestest.New(t)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	return address
}

// TestDatabaseIsLikeFile: after each of the same steps, an archive in a folder and one in a
// database have the same content and version; so do a View opened anew and one that followed.
func TestDatabaseIsLikeFile(t *testing.T) {
	address, dir := database(t), t.TempDir()
	file, data, other := corpustest.Open(t, dir), corpustest.Open(t, address), corpustest.Open(t, address)
	follow(t, other)
	source := documenttest.New(7)
	docs := append(source.Documents(0, 60),
		told("a1", "example.org/1", "Morek was shelled.", "Hama stayed calm.", "Hama burned later."),
		told("b1", "example.org/2", "Morek is far."))
	twice := source.Documents(100, 1)
	steps := []struct {
		what string
		do   func(c *corpus.Corpus) (any, error)
	}{
		{"put", func(c *corpus.Corpus) (any, error) { return c.Put(t.Context(), docs) }},
		{"put what is known", func(c *corpus.Corpus) (any, error) { return c.Put(t.Context(), docs[10:20]) }},
		{"put the same twice", func(c *corpus.Corpus) (any, error) {
			return c.Put(t.Context(), []document.Document{twice[0], twice[0]})
		}},
		{"a newer text", func(c *corpus.Corpus) (any, error) {
			return c.Put(t.Context(), []document.Document{told("a2", "example.org/1", "Morek was shelled again.", "Idlib too.")})
		}},
		{"correct an article", func(c *corpus.Corpus) (any, error) {
			at := &correction.Place{ID: "x1", Name: "Another Morek", Lat: 36.5, Lon: 37.5}
			done, err := c.Correct(t.Context(), []correction.Correction{{By: "ann", At: "2026-01-01T00:00:00.000Z", Article: "b1", Of: correction.Mention, Quote: "Morek", Change: correction.Change{Place: at}}})
			return done.Articles, err
		}},
		{"correct everywhere", func(c *corpus.Corpus) (any, error) {
			done, err := c.Correct(t.Context(), []correction.Correction{{By: "ben", At: "2026-01-01T00:00:00.000Z", Of: correction.Name, Quote: "morek", Change: correction.Change{NotAPlace: true}}})
			return done.Articles, err
		}},
		{"take a correction back", func(c *corpus.Corpus) (any, error) {
			all, err := c.Corrections()
			if err != nil {
				return nil, err
			}
			done, err := c.Retract(t.Context(), []string{all[len(all)-1].ID, "none"})
			return []any{done.IDs, done.Unknown, done.Articles}, err
		}},
		{"remove", func(c *corpus.Corpus) (any, error) {
			done, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[3].ID, docs[4].ID, "b1", "none"}, By: "ann", Why: "wrong"})
			return []any{done.Articles, done.Unknown}, err
		}},
		{"put what was removed", func(c *corpus.Corpus) (any, error) { return c.Put(t.Context(), docs[2:6]) }},
		{"undo", func(c *corpus.Corpus) (any, error) {
			done, err := c.Undo(t.Context(), []string{docs[3].ID})
			return done.Articles, err
		}},
		{"remove forever", func(c *corpus.Corpus) (any, error) {
			done, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[4].ID, docs[7].ID}, Forever: true})
			return done.Articles, err
		}},
	}
	for _, s := range steps {
		want, err := s.do(file)
		if err != nil {
			t.Fatalf("%s, in a file: %v", s.what, err)
		}
		got, err := s.do(data)
		if err != nil {
			t.Fatalf("%s, in a database: %v", s.what, err)
		}
		if g, w := show(got), show(want); g != w {
			t.Errorf("%s: %s, in a file %s", s.what, g, w)
		}
		corpustest.CheckView(t, data.View())
		corpustest.CheckSame(t, data.View(), file.View())
		awaitVersion(t, other, data.View().Version)
		corpustest.CheckSame(t, other.View(), data.View())
	}
	corpustest.CheckSame(t, corpustest.Open(t, address).View(), corpustest.Open(t, dir).View())
	for _, of := range []func(c *corpus.Corpus) (any, error){
		func(c *corpus.Corpus) (any, error) {
			all, err := c.Revisions("a1")
			for i := range all {
				all[i].Until = "" // which is now
			}
			return all, err
		},
		func(c *corpus.Corpus) (any, error) { return c.Document("a1") },
		func(c *corpus.Corpus) (any, error) { all, err := c.Tombstones(); return len(all), err },
	} {
		got, err := of(data)
		want, err2 := of(file)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if g, w := show(got), show(want); g != w {
			t.Errorf("%s, in a file %s", g, w)
		}
	}
}

func awaitVersion(t *testing.T, c *corpus.Corpus, version string) {
	t.Helper()
	for v := c.View(); v.Version != version; v = c.View() {
		select {
		case <-v.Changed():
		case <-t.Context().Done():
			t.Fatal("it was never seen")
		}
	}
}

// show writes the result of a step, for comparison.
func show(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// TestDatabaseConnectionsLost: a follower of a database sees all writes of others, even if its
// connections were cut meanwhile.
func TestDatabaseConnectionsLost(t *testing.T) {
	address := database(t)
	writer, reader := corpustest.Open(t, address), corpustest.Open(t, address)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() { defer close(ended); reader.Follow(ctx, func(string) {}) }()
	defer func() { cancel(); <-ended }()
	for i, d := range documenttest.New(3).Documents(0, 6) {
		if i%2 == 1 {
			postgrestest.Cut(t, address)
		}
		put := func() error { _, err := writer.Put(t.Context(), []document.Document{d}); return err }
		if err := put(); err != nil && put() != nil { // the first may fail because the connection is gone
			t.Fatal(err)
		}
	}
	awaitVersion(t, reader, writer.View().Version)
	corpustest.CheckSame(t, reader.View(), writer.View())
	if n := corpustest.Layer(t, reader.View(), schema.Articles).Len(); n != 6 {
		t.Errorf("%d articles, want 6", n)
	}
}

// TestDatabaseRefusesNUL: only the document that PostgreSQL can't store is refused.
func TestDatabaseRefusesNUL(t *testing.T) {
	c := corpustest.Open(t, database(t))
	bad, good := told("n1", "example.org/1", "Morek is far."), told("n2", "example.org/2", "Hama is near.")
	bad.Title = "Re\x00port"
	done, err := c.Put(t.Context(), []document.Document{bad, good})
	if done.Added != 1 || len(done.Refused) != 1 || err == nil || !strings.Contains(err.Error(), "U+0000") {
		t.Errorf("%+v, %v", done, err)
	}
}

// TestDatabaseTogether: when many processes store the same articles at once, each article is stored
// once, and all processes show the same at the end.
func TestDatabaseTogether(t *testing.T) {
	address := database(t)
	docs := documenttest.New(5).Documents(0, 24)
	var all [3]*corpus.Corpus
	var running errgroup.Group
	for i := range all {
		all[i] = corpustest.Open(t, address)
		follow(t, all[i])
		running.Go(func() error {
			for j := range docs {
				k := (j + i*8) % len(docs)
				if _, err := all[i].Put(t.Context(), docs[k:k+1]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := running.Wait(); err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		v := waitFor(t, c, len(docs))
		corpustest.CheckView(t, v)
		corpustest.CheckSame(t, v, all[0].View())
	}
}

// TestReady: Ready returns an error while a database accepts no connections, and none afterwards.
func TestReady(t *testing.T) {
	address := database(t)
	memory := corpustest.Open(t, address)
	remote, err := corpus.OpenRemote(t.Context(), address, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer remote.Close()
	folder := corpustest.Open(t, t.TempDir())
	isReady := func(says string) {
		t.Helper()
		for _, c := range []*corpus.Corpus{memory, remote} {
			if is := fmt.Sprint(corpus.AskReady(c)); is != says {
				t.Errorf("%s, want %s", is, says)
			}
			if is := fmt.Sprint(c.Ready(t.Context())); is != says {
				t.Errorf("a moment later: %s, want %s", is, says)
			}
		}
		if err := folder.Ready(t.Context()); err != nil {
			t.Error(err)
		}
	}
	isReady("<nil>")
	open := postgrestest.Shut(t, address)
	isReady("the database refuses what was asked")
	open()
	isReady("<nil>")
}

// TestReadingRole: a role that may only read gets an error that says so when it writes, and can
// read everything.
func TestReadingRole(t *testing.T) {
	address := database(t)
	corpustest.Put(t, corpustest.Open(t, address), documenttest.New(3).Documents(0, 20))
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.WriteTx(t.Context(), func(tx *postgres.Tx) error {
		return tx.Script(`DROP ROLE IF EXISTS looker; CREATE ROLE looker LOGIN; GRANT USAGE ON SCHEMA dateline_archive TO looker; GRANT SELECT ON ALL TABLES IN SCHEMA dateline_archive TO looker`)
	}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.WriteTx(t.Context(), func(tx *postgres.Tx) error { return tx.Script(`DROP OWNED BY looker; DROP ROLE looker`) }); err != nil {
			t.Error(err)
		}
	}()
	as := strings.Replace(address, "dateline@", "looker@", 1)
	memory := corpustest.Open(t, as)
	remote, err := corpus.OpenRemote(t.Context(), as, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer remote.Close()
	for _, c := range []*corpus.Corpus{memory, remote} {
		_, err := c.Put(t.Context(), documenttest.New(3).Documents(20, 1))
		if known, is := errors.AsType[*archive.Error](err); !is || known.Unwritable() != "the database role of this server may not write" {
			t.Errorf("put: %v", err)
		}
		r, _, err := c.View().Reader(t.Context(), schema.Mentions, nil)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := r.Count(t.Context()); n == 0 || err != nil {
			t.Errorf("%d mentions, %v", n, err)
		}
	}
	incidents, _, err := remote.View().Reader(t.Context(), schema.Incidents, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = incidents.Page(t.Context(), &query.Query{}, nil, nil, 1)
	if _, is := errors.AsType[*view.NotReadyError](err); !is {
		t.Errorf("incidents not yet computed: %v", err)
	}
}

// TestFollowDatabase: a follower reports that its database can't be read and what requests get
// meanwhile, and later that it can be read again.
func TestFollowDatabase(t *testing.T) {
	address := database(t)
	remote, err := corpus.OpenRemote(t.Context(), address, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer remote.Close()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	follow := func(c *corpus.Corpus) chan string {
		said := make(chan string, 100)
		go c.Follow(ctx, func(s string) { said <- s })
		return said
	}
	inMemory, inDatabase := follow(corpustest.Open(t, address)), follow(remote)
	says := func(said chan string, end string) {
		t.Helper()
		for {
			select {
			case s := <-said:
				if strings.HasSuffix(s, end) {
					return
				}
			case <-ctx.Done():
				t.Fatalf("it never says %q", end)
			}
		}
	}
	open := postgrestest.Shut(t, address)
	says(inMemory, "; what was read before is still shown")
	says(inDatabase, "; requests are answered with 503 until it can be")
	open()
	says(inMemory, ": can be read again")
	says(inDatabase, ": can be read again")
}
