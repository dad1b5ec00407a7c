package notify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/subscriptions"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/view"
	"dateline/watch/fetch"

	"github.com/tidwall/gjson"
)

var errEnd = errors.New("the end of the time of the test")

// bench is an archive with a subscriber, on a clock that advances when sleeping.
type bench struct {
	t       *testing.T
	archive *archive.Archive
	mu      sync.Mutex
	now     time.Time
	end     time.Time
	status  int
	steps   int // steps that a filter may take; 0 for the usual number
	names   view.Names
	calls   []call
	said    []string
	server  *httptest.Server
}

type call struct {
	id       string
	at       time.Duration // since the beginning
	articles []string
	features []gjson.Result
	body     string
}

var morning = time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)

func newBench(t *testing.T) *bench {
	t.Helper()
	return newBenchOf(t, t.TempDir())
}

// newBenchOf returns a bench of the archive in a folder or database.
func newBenchOf(t *testing.T, address string) *bench {
	t.Helper()
	b := &bench{t: t, now: morning, status: http.StatusNoContent}
	b.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		id, at := r.Header.Get("Webhook-Id"), r.Header.Get("Webhook-Timestamp")
		if err != nil || r.Header.Get("Webhook-Signature") != Sign("secret", id, at, body) {
			t.Errorf("%v: the signature %s is wrong", err, r.Header.Get("Webhook-Signature"))
		}
		c := call{id: id, at: b.clock().Now().Sub(morning), body: string(body)}
		for _, f := range gjson.GetBytes(body, "features.#.id").Array() {
			c.articles = append(c.articles, f.Str)
		}
		c.features = gjson.GetBytes(body, "features").Array()
		b.mu.Lock()
		defer b.mu.Unlock()
		b.calls = append(b.calls, c)
		w.WriteHeader(b.status)
	}))
	t.Cleanup(b.server.Close)
	var err error
	if b.archive, err = archive.OpenWriter(t.Context(), rows.DefaultModel(), address); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.archive.Close() })
	return b
}

func (b *bench) clock() fetch.Clock {
	return fetch.Clock{
		Now: func() time.Time { b.mu.Lock(); defer b.mu.Unlock(); return b.now },
		Sleep: func(ctx context.Context, d time.Duration) error {
			b.mu.Lock()
			defer b.mu.Unlock()
			if b.now = b.now.Add(d); b.now.After(b.end) {
				return errEnd
			}
			return ctx.Err()
		},
	}
}

func (b *bench) subscribe(filter string, every time.Duration) {
	b.t.Helper()
	s := subscriptions.Subscription{Name: "Morek \"Watch\"", Collection: "articles", Filter: filter, Address: b.server.URL, Secret: "secret", Every: every, Due: b.now}
	if err := subscriptions.Add(b.t.Context(), b.archive, s); err != nil {
		b.t.Fatal(err)
	}
}

// put stores articles, and returns their ids.
func (b *bench) put(first, n int) string {
	b.t.Helper()
	docs := documenttest.New(1).Documents(first, n)
	ready, refused := b.archive.PackAll(docs)
	if _, err := b.archive.PutPacked(b.t.Context(), ready); err != nil || len(refused) > 0 {
		b.t.Fatal(err, refused)
	}
	var ids []string
	for i := range docs {
		ids = append(ids, docs[i].ID)
	}
	return fmt.Sprint(ids)
}

// run notifies subscribers for so long and returns the calls that were made.
func (b *bench) run(d time.Duration) []call {
	b.t.Helper()
	b.calls, b.end = nil, b.now.Add(d)
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Clock: b.clock()})
	defer client.Close()
	c := Config{Archive: b.archive, Client: client, Clock: b.clock(), Say: func(s string) { b.said = append(b.said, s) }, Interval: time.Minute, Steps: b.steps, Names: b.names}
	if err := Run(b.t.Context(), c); !errors.Is(err, errEnd) {
		b.t.Fatal(err)
	}
	return b.calls
}

// TestFeatures: subscribers receive the features that a server of the archive has, with the
// gazetteer's data on their places.
func TestFeatures(t *testing.T) {
	b := newBench(t)
	b.names = view.Names{Of: func(place string) rows.PlaceNames {
		return rows.PlaceNames{Arabic: "حماة", Code: "SY", Country: "Syria", Admin1: "Hama " + place, Source: "a map", SourceDate: "2020-03-18", UncertaintyKm: 2.5}
	}}
	for _, collection := range []string{"mentions", "events", "fronts"} {
		one := subscriptions.Subscription{Name: collection, Collection: collection, Address: b.server.URL, Secret: "secret", Every: time.Hour, Due: b.now}
		if err := subscriptions.Add(t.Context(), b.archive, one); err != nil {
			t.Fatal(err)
		}
	}
	b.put(0, 20)
	shown := view.NewBuilder(b.archive.Model(), b.names)
	if err := b.archive.Read(t.Context(), shown, nil); err != nil {
		t.Fatal(err)
	}
	v := shown.View(nil)
	calls := b.run(time.Minute)
	if len(calls) != 3 {
		t.Fatalf("%d calls, want one for each collection", len(calls))
	}
	for i, collection := range []string{"mentions", "events", "fronts"} {
		layer, _ := v.Layer(collection)
		if len(calls[i].features) != layer.Len() {
			t.Errorf("%s: told of %d, want %d", collection, len(calls[i].features), layer.Len())
		}
		for _, told := range calls[i].features {
			if want, found := layer.Feature(told.Get("id").Str); !found || told.Raw != string(want.JSON()) {
				t.Fatalf("%s: told of %s, where the server has %s", collection, told.Raw, want.JSON())
			}
		}
	}
	if got := calls[0].features[0].Get("properties"); got.Get("country").Str != "Syria" || got.Get("uncertainty_km").Num != 2.5 {
		t.Errorf("a mention has %s", got)
	}
}

func TestRun(t *testing.T) {
	b := newBench(t)
	b.put(0, 3)
	b.subscribe("", time.Hour)
	if calls := b.run(time.Hour); len(calls) != 0 {
		t.Errorf("told of what was there before: %+v", calls)
	}
	first := b.put(10, 2)
	if calls := b.run(time.Minute); len(calls) != 1 || fmt.Sprint(calls[0].articles) != first {
		t.Errorf("%+v, want %s", calls, first)
	}
	later := b.put(20, 1)
	if calls := b.run(50 * time.Minute); len(calls) != 0 {
		t.Errorf("called twice in an hour: %+v", calls)
	}
	if calls := b.run(20 * time.Minute); len(calls) != 1 || fmt.Sprint(calls[0].articles) != later {
		t.Errorf("%+v, want %s", calls, later)
	}
	if len(b.said) > 0 {
		t.Errorf("said %q", b.said)
	}
}

func TestFilter(t *testing.T) {
	b := newBench(t)
	b.subscribe("source = 'Source 3'", time.Hour)
	b.put(0, 21)
	calls := b.run(time.Minute)
	if len(calls) != 1 || len(calls[0].articles) != 3 {
		t.Errorf("%+v, want the three of Source 3", calls)
	}
	b.put(100, 1) // of another
	if calls := b.run(2 * time.Hour); len(calls) != 0 {
		t.Errorf("%+v", calls)
	}
}

// A failed call is repeated under the same id after growing pauses; later changes are sent after
// it.
func TestFailures(t *testing.T) {
	b := newBench(t)
	b.subscribe("", time.Minute)
	first := b.put(0, 2)
	b.status = http.StatusBadGateway
	calls := b.run(8 * time.Minute)
	later := b.put(10, 1)
	b.status = http.StatusOK
	calls = append(calls, b.run(20*time.Minute)...)
	if len(calls) != 5+1 && len(calls) != 4+1 {
		t.Fatalf("%+v", calls)
	}
	n := len(calls) - 1
	for i, c := range calls[:n] {
		if c.id != calls[0].id || fmt.Sprint(c.articles) != first {
			t.Errorf("call %d tells of %v as %s, want %s", i, c.articles, c.id, first)
		}
		if i > 1 && c.at-calls[i-1].at < calls[i-1].at-calls[i-2].at {
			t.Errorf("call %d came sooner than the one before", i)
		}
	}
	if fmt.Sprint(calls[n].articles) != later || calls[n].id == calls[0].id {
		t.Errorf("%+v, want %s", calls[n], later)
	}
	if len(b.said) != 1 || !strings.Contains(b.said[0], "502") {
		t.Errorf("said %q", b.said)
	}
}

// A call that was claimed and never ended, as its process was killed, is repeated.
func TestKilled(t *testing.T) {
	b := newBench(t)
	b.subscribe("", time.Hour)
	want := b.put(0, 2)
	if s, err := subscriptions.Claim(t.Context(), b.archive, b.now, b.now.Add(AbandonedAfter)); err != nil || s == nil {
		t.Fatal(s, err)
	}
	if calls := b.run(AbandonedAfter - 2*time.Minute); len(calls) != 0 {
		t.Errorf("%+v while another may be calling", calls)
	}
	if calls := b.run(5 * time.Minute); len(calls) != 1 || fmt.Sprint(calls[0].articles) != want {
		t.Errorf("%+v, want %s", calls, want)
	}
}

// A filter that takes too long is an error of its subscription, reported once and retried after
// growing pauses.
func TestFilterIsBounded(t *testing.T) {
	b := newBench(t)
	b.steps = 100
	b.subscribe("title LIKE '%a%b%'", time.Minute)
	b.put(0, 20)
	if calls := b.run(time.Hour); len(calls) != 0 {
		t.Errorf("%+v", calls)
	}
	if all, err := subscriptions.All(t.Context(), b.archive); err != nil || len(all) != 1 || all[0].Failures < 3 || all[0].Failures > 7 || !strings.Contains(all[0].Error, "steps") {
		t.Errorf("%+v %v", all, err)
	}
	if len(b.said) != 1 {
		t.Errorf("said %q", b.said)
	}
}

func TestOnce(t *testing.T) {
	b := newBench(t)
	b.subscribe("", time.Hour)
	b.put(0, 2)
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Clock: b.clock()})
	defer client.Close()
	if err := Run(t.Context(), Config{Archive: b.archive, Client: client, Clock: b.clock(), Say: func(string) {}, Once: true}); err != nil || len(b.calls) != 1 {
		t.Errorf("%v %+v", err, b.calls)
	}
}

func TestSubscriptions(t *testing.T) {
	b := newBench(t)
	if all, err := subscriptions.All(t.Context(), b.archive); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	if err := subscriptions.Remove(t.Context(), b.archive, "none"); !errors.Is(err, subscriptions.ErrUnknown) {
		t.Error(err)
	}
	b.subscribe("", time.Hour)
	if err := subscriptions.Add(t.Context(), b.archive, subscriptions.Subscription{Name: "Morek \"Watch\""}); !errors.Is(err, subscriptions.ErrTaken) {
		t.Error(err)
	}
	if all, err := subscriptions.All(t.Context(), b.archive); err != nil || len(all) != 1 || all[0].Every != time.Hour || all[0].Secret != "secret" {
		t.Error(all, err)
	}
	if err := subscriptions.Remove(t.Context(), b.archive, "Morek \"Watch\""); err != nil {
		t.Error(err)
	}
}

func TestBackoff(t *testing.T) {
	for failures, want := range map[int]time.Duration{1: time.Minute, 2: 2 * time.Minute, 5: 16 * time.Minute, 12: 24 * time.Hour, 10_000: 24 * time.Hour} {
		if got := backoff(failures); got != want {
			t.Errorf("%d: %v, want %v", failures, got, want)
		}
	}
}

// As openssl signs: printf 1.2.body | openssl dgst -sha256 -hmac key -binary | base64
func TestSign(t *testing.T) {
	for _, secret := range []string{"key", SecretPrefix + "a2V5"} {
		if got, want := Sign(secret, "1", "2", []byte("body")), "v1,FitfsMYh4Pf2vA3ntSEEtg9ocu2EOgOFDVprjz0Sanw="; got != want {
			t.Errorf("%s: %s, want %s", secret, got, want)
		}
	}
}

// TestClockSetBack: a subscriber postponed for years by a fast clock is notified once the clock is
// right.
func TestClockSetBack(t *testing.T) {
	b := newBench(t)
	right := b.now
	b.subscribe("", time.Hour)
	b.now = right.AddDate(10, 0, 0)
	b.put(0, 1)
	if calls := b.run(time.Minute); len(calls) != 1 {
		t.Fatalf("%+v", calls)
	}
	b.now = right
	b.put(1, 1)
	if calls := b.run(time.Minute); len(calls) != 1 {
		t.Errorf("after it was set back: %+v", calls)
	}
}
