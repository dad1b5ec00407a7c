package notify

import (
	"context"
	"fmt"
	"io"
	"maps"
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
	"dateline/archive/postgres/postgrestest"
	"dateline/archive/subscriptions"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/watch/fetch"

	"github.com/tidwall/gjson"
)

// childFolder names the archive whose changes this program, started again by TestKill, sends until
// it is killed, and childStart when its clock began to run faster.
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
	postgrestest.Main(m)
}

// faster returns a clock that runs killFaster times faster than the system's.
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
	return Run(ctx, Config{Archive: a, Client: client, Clock: clock, Say: func(string) {}, Interval: time.Minute, Once: once})
}

// subscriber records the calls that it receives, by id.
type subscriber struct {
	mu     sync.Mutex
	told   map[string][]string // articles, by the id of the call
	bodies map[string]string   // likewise
	knows  map[string]bool     // articles that were sent and not withdrawn
	called chan struct{}
	wrong  []string
}

func (s *subscriber) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body) // a call killed in the middle is incomplete and not signed
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
	if before, again := s.bodies[id]; again && before != string(body) {
		s.wrong = append(s.wrong, fmt.Sprintf("the call %s is %s, and was %s", id, body, before))
	}
	s.told[id], s.bodies[id] = articles, string(body)
	for _, withdrawn := range gjson.GetBytes(body, "withdrawn").Array() {
		delete(s.knows, withdrawn.Str)
	}
	for _, article := range articles {
		s.knows[article] = true
	}
	select {
	case s.called <- struct{}{}:
	default:
	}
}

// articles returns all articles received, each as often as it had different ids.
func (s *subscriber) articles() (all []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, articles := range s.told {
		all = append(all, articles...)
	}
	slices.Sort(all)
	return all
}

// known returns the articles received and not withdrawn.
func (s *subscriber) known() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.knows))
}

// TestKill: whenever a notifying process is killed, the subscriber receives each article, and none
// under two ids.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and other processes")
	}
	testKill(t, false)
}

// TestKillWithdrawing: the same while articles are removed: in the end the subscriber knows the
// remaining ones, and no id was used for two bodies.
func TestKillWithdrawing(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and other processes")
	}
	testKill(t, true)
}

func testKill(t *testing.T, removing bool) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random, start := rand.New(rand.NewPCG(seed, 0)), time.Now()
	s := &subscriber{told: map[string][]string{}, bodies: map[string]string{}, knows: map[string]bool{}, called: make(chan struct{}, 1)}
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
	came := 0
	come := func() {
		docs := documenttest.New(1).Documents(came, 1)
		came++
		ready, _ := a.PackAll(docs)
		if _, err := a.PutPacked(t.Context(), ready); err != nil {
			t.Fatal(err)
		}
		want = append(want, docs[0].ID)
		if removing && len(want) > 1 && random.IntN(3) == 0 {
			i := random.IntN(len(want) - 1) // except for the last, whose call is awaited
			if _, err := a.Remove(t.Context(), archive.Removal{Articles: want[i : i+1]}); err != nil {
				t.Fatal(err)
			}
			want = slices.Delete(want, i, i+1)
		}
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
	got := s.articles
	if removing {
		got = s.known
	}
	for clock, end := faster(start), time.Now().Add(time.Minute); !slices.Equal(got(), want) && time.Now().Before(end); {
		if err := tellFaster(t.Context(), dir, clock, true); err != nil {
			t.Fatal(err)
		}
		if err := clock.Sleep(t.Context(), time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	if got := got(); !slices.Equal(got, want) || len(s.wrong) > 0 {
		t.Errorf("told of %d articles, want %d; %q", len(got), len(want), s.wrong)
	}
	t.Logf("%d articles in %d calls after %d kills", len(want), len(s.told), kills)
}
