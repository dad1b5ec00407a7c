package notify

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/subscriptions"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/watch/fetch"

	"github.com/tidwall/gjson"
)

// childFolder names the archive of which this program, started anew by TestKill, tells
// until it is killed, and childStart since when its time passes faster.
const (
	childFolder = "DATELINE_NOTIFY_TEST_FOLDER"
	childStart  = "DATELINE_NOTIFY_TEST_START"
)

const (
	kills      = 16
	killFaster = 3600 // an hour passes in a second
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		since, err := strconv.ParseInt(os.Getenv(childStart), 10, 64)
		if err == nil {
			err = tellFaster(context.Background(), dir, faster(time.Unix(0, since)), false)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// faster returns a clock that passes killFaster times faster than the system's.
func faster(since time.Time) fetch.Clock {
	system := fetch.System()
	return fetch.Clock{
		Now:   func() time.Time { return since.Add(time.Since(since) * killFaster) },
		Sleep: func(ctx context.Context, d time.Duration) error { return system.Sleep(ctx, d/killFaster) },
	}
}

func tellFaster(ctx context.Context, dir string, clock fetch.Clock, once bool) error {
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	defer a.Close()
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Clock: clock})
	defer client.Close()
	return Run(ctx, Config{Archive: a, Client: client, Clock: clock, Say: func(string) {}, Ask: time.Minute, Once: once})
}

// subscriber takes what it is told, and remembers under which id.
type subscriber struct {
	mu     sync.Mutex
	told   map[string][]string // articles, by the id of the call
	called chan struct{}
	wrong  []string
}

func (s *subscriber) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body) // of a call that was killed less than all comes, and is not signed
	id := r.Header.Get("Webhook-Id")
	if r.Header.Get("Webhook-Signature") != Sign("secret", id, r.Header.Get("Webhook-Timestamp"), body) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var articles []string
	for _, f := range gjson.GetBytes(body, "features.#.id").Array() {
		articles = append(articles, f.Str)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if before, again := s.told[id]; again && !slices.Equal(before, articles) {
		s.wrong = append(s.wrong, fmt.Sprintf("the call %s tells of %q, and told of %q", id, articles, before))
	}
	s.told[id] = articles
	select {
	case s.called <- struct{}{}:
	default:
	}
}

// articles returns all that was told of, each as often as it was under different ids.
func (s *subscriber) articles() (all []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, articles := range s.told {
		all = append(all, articles...)
	}
	slices.Sort(all)
	return all
}

// TestKill: whatever moment a process that tells a subscriber is killed at, the subscriber
// is told of each article, and of none under two ids.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and other processes")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random, start := rand.New(rand.NewPCG(seed, 0)), time.Now()
	s := &subscriber{told: map[string][]string{}, called: make(chan struct{}, 1)}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	dir := t.TempDir()
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	one := subscriptions.Subscription{Name: "all", Collection: "articles", Address: server.URL, Secret: "secret", Every: time.Minute, Due: start}
	if err := subscriptions.Add(t.Context(), a, one); err != nil {
		t.Fatal(err)
	}
	var want []string
	come := func() {
		docs := documenttest.New(1).Documents(len(want), 1)
		ready, _ := a.PackAll(docs)
		if _, err := a.PutPacked(t.Context(), ready); err != nil {
			t.Fatal(err)
		}
		want = append(want, docs[0].ID)
	}
	for range kills {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childFolder+"="+dir, childStart+"="+strconv.FormatInt(start.UnixNano(), 10))
		child.Stderr = os.Stderr
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		for range 1 + random.IntN(4) {
			come()
			<-s.called
		}
		come()
		<-time.After(time.Duration(random.IntN(30_000)) * time.Microsecond) // anywhere within the next call
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // says that it was killed
	}
	slices.Sort(want)
	for clock := faster(start); len(s.articles()) < len(want); {
		if err := tellFaster(t.Context(), dir, clock, true); err != nil {
			t.Fatal(err)
		}
		if err := clock.Sleep(t.Context(), time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.articles(); !slices.Equal(got, want) || len(s.wrong) > 0 {
		t.Errorf("told of %d articles, want %d; %q", len(got), len(want), s.wrong)
	}
	t.Logf("%d articles in %d calls after %d kills", len(want), len(s.told), kills)
}
