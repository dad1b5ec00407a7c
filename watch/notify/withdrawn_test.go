package notify

import (
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/archive/subscriptions"
	"dateline/document/correction"
	"dateline/document/documenttest"

	"github.com/tidwall/gjson"
)

// subscribeTo subscribes to a collection, with calls at most once an hour.
func (b *bench) subscribeTo(collection, filter string) {
	b.t.Helper()
	s := subscriptions.Subscription{Name: collection, Collection: collection, Filter: filter, Address: b.server.URL, Secret: "secret", Every: time.Hour, Due: b.now}
	if err := subscriptions.Add(b.t.Context(), b.archive, s); err != nil {
		b.t.Fatal(err)
	}
}

// correct marks the first mention of an article as no place, and returns the id of the correction.
func (b *bench) correct(article string) string {
	b.t.Helper()
	d, err := b.archive.Document(article)
	if err != nil {
		b.t.Fatal(err)
	}
	m := d.Mentions[0]
	done, err := b.archive.Correct(b.t.Context(), []correction.Correction{{
		Article: article, Of: correction.Mention, Quote: m.Phrase, Start: m.Start, Change: correction.Change{NotAPlace: true},
	}})
	if err != nil || len(done.IDs) != 1 {
		b.t.Fatal(done, err)
	}
	return done.IDs[0]
}

func (b *bench) remove(article string) {
	b.t.Helper()
	if _, err := b.archive.Remove(b.t.Context(), archive.Removal{Articles: []string{article}, Forever: false}); err != nil {
		b.t.Fatal(err)
	}
}

func (c *call) withdrawn() (ids []string) {
	for _, id := range gjson.Get(c.body, "withdrawn").Array() {
		ids = append(ids, id.Str)
	}
	return ids
}

// of returns the ids of an article's features in a call.
func (c *call) of(article string) (ids []string) {
	for _, f := range c.features {
		if f.Get("properties.article").Str == article {
			ids = append(ids, f.Get("id").Str)
		}
	}
	return ids
}

func idsOf(first, n int) (ids []string) {
	docs := documenttest.New(1).Documents(first, n)
	for i := range docs {
		ids = append(ids, docs[i].ID)
	}
	return ids
}

// TestWithdrawn: features that are corrected away or removed are withdrawn from the subscribers
// that received them, and from no others, within their interval.
func TestWithdrawn(t *testing.T) { testWithdrawn(t, newBench(t)) }

func TestWithdrawnInDatabase(t *testing.T) {
	address := postgrestest.New(t)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	testWithdrawn(t, newBenchOf(t, address))
}

func testWithdrawn(t *testing.T, b *bench) {
	b.subscribeTo("mentions", "role <> 'none'")
	b.put(0, 3)
	ids := idsOf(0, 3)
	calls := b.run(time.Minute)
	if len(calls) != 1 || len(calls[0].withdrawn()) > 0 {
		t.Fatalf("%d calls, want one that withdraws nothing: %+v", len(calls), calls)
	}
	first, second := calls[0].of(ids[0]), calls[0].of(ids[1])

	corrected := b.correct(ids[0])
	b.remove(ids[1])
	if calls := b.run(50 * time.Minute); len(calls) != 0 {
		t.Errorf("called twice in an hour: %+v", calls)
	}
	calls = b.run(20 * time.Minute)
	if len(calls) != 1 {
		t.Fatalf("%d calls, want one: %+v", len(calls), calls)
	}
	got := slices.Concat(calls[0].of(ids[0]), calls[0].withdrawn())
	slices.Sort(got)
	want := slices.Concat(first, second)
	if slices.Sort(want); !slices.Equal(got, want) || len(calls[0].withdrawn()) != len(second)+1 {
		t.Errorf("after a correction and a removal the call has %q, withdraws %q; had been told of %q", calls[0].of(ids[0]), calls[0].withdrawn(), want)
	}
	if calls := b.run(3 * time.Hour); len(calls) != 0 {
		t.Errorf("withdrawn again: %+v", calls)
	}

	if _, err := b.archive.Undo(t.Context(), ids[1:2]); err != nil {
		t.Fatal(err)
	}
	if _, err := b.archive.Retract(t.Context(), []string{corrected}); err != nil {
		t.Fatal(err)
	}
	calls = b.run(2 * time.Hour)
	if len(calls) != 1 || !slices.Equal(calls[0].of(ids[0]), first) || !slices.Equal(calls[0].of(ids[1]), second) || len(calls[0].withdrawn()) > 0 {
		t.Errorf("brought back: %+v", calls)
	}

	b.put(10, 1)
	b.remove(idsOf(10, 1)[0])
	if calls := b.run(3 * time.Hour); len(calls) != 0 {
		t.Errorf("withdrawn what nobody was told of: %+v", calls)
	}
}

// TestWithdrawnOnlyOfWhatWasSelected: a subscription that never selected an article gets no
// withdrawal of it.
func TestWithdrawnOnlyOfWhatWasSelected(t *testing.T) {
	b := newBench(t)
	b.subscribeTo("articles", "source = 'Source 3'")
	b.put(0, 21)
	ids := idsOf(0, 21)
	calls := b.run(time.Minute)
	if len(calls) != 1 || len(calls[0].articles) != 3 {
		t.Fatalf("%+v", calls)
	}
	told := calls[0].articles[0]
	for _, id := range ids {
		if !slices.Contains(calls[0].articles, id) {
			b.remove(id)
		}
	}
	if calls := b.run(2 * time.Hour); len(calls) != 0 {
		t.Errorf("%+v", calls)
	}
	b.remove(told)
	if calls := b.run(2 * time.Hour); len(calls) != 1 || fmt.Sprint(calls[0].withdrawn()) != fmt.Sprint([]string{told}) || len(calls[0].features) != 0 {
		t.Errorf("%+v, want %s withdrawn", calls, told)
	}
}

// TestSameAgain: a failed call is repeated with the same bytes and id. If its content has changed,
// the next call has a new id and withdraws what the first may have delivered.
func TestSameAgain(t *testing.T) {
	b := newBench(t)
	b.subscribeTo("mentions", "")
	b.put(0, 3)
	ids := idsOf(0, 3)
	b.status = http.StatusBadGateway
	calls := b.run(4 * time.Minute)
	b.put(10, 2)
	calls = append(calls, b.run(8*time.Minute)...) // as after a restart
	if len(calls) < 4 {
		t.Fatalf("%d calls", len(calls))
	}
	for i := range calls {
		if calls[i].id != calls[0].id || calls[i].body != calls[0].body {
			t.Errorf("call %d is %s: %s, want %s: %s", i, calls[i].id, calls[i].body, calls[0].id, calls[0].body)
		}
	}
	b.remove(ids[1])
	b.status = http.StatusNoContent
	calls = append(calls, b.run(2*time.Hour)...)
	bodies, withdrawn := map[string]string{}, []string{}
	for i := range calls {
		if was, again := bodies[calls[i].id]; again && was != calls[i].body {
			t.Errorf("%s has two bodies", calls[i].id)
		}
		bodies[calls[i].id] = calls[i].body
		withdrawn = append(withdrawn, calls[i].withdrawn()...)
	}
	if !slices.Equal(withdrawn, calls[0].of(ids[1])) {
		t.Errorf("withdrawn %q, want %q", withdrawn, calls[0].of(ids[1]))
	}
}
