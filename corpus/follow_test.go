package corpus_test

import (
	"context"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/view"
)

// deadline is how long tests wait for an expected change.
const deadline = 30 * time.Second

// waitFor waits until the archive's View has so many articles.
func waitFor(t *testing.T, a *corpus.Corpus, articles int) *view.View {
	t.Helper()
	timeout := time.After(deadline)
	for {
		v := a.View()
		if corpustest.Layer(t, v, schema.Articles).Len() == articles {
			return v
		}
		select {
		case <-v.Changed():
		case <-timeout:
			t.Fatalf("%d articles are not seen", articles)
		}
	}
}

// follow lets the archive follow its file until the test ends.
func follow(t *testing.T, a *corpus.Corpus) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		defer close(done)
		a.Follow(ctx, func(s string) { t.Errorf("Follow says %s", s) })
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
}

func TestFollow(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(20).Documents(0, 40)
	reader, writer := corpustest.Open(t, dir), corpustest.Open(t, dir)
	follow(t, reader)
	for i := 0; i < len(docs); i += 10 {
		corpustest.Put(t, writer, docs[i:i+10])
		v := waitFor(t, reader, i+10)
		corpustest.CheckView(t, v)
		corpustest.CheckSame(t, v, writer.View())
	}
}

// Two archives that both write show what both have written, in the same order.
func TestFollowEachOther(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(21).Documents(0, 40)
	a, b := corpustest.Open(t, dir), corpustest.Open(t, dir)
	follow(t, a)
	follow(t, b)
	for i := 0; i < len(docs); i += 10 {
		corpustest.Put(t, a, docs[i:i+5])
		corpustest.Put(t, b, docs[i+5:i+10])
	}
	corpustest.CheckSame(t, waitFor(t, a, 40), waitFor(t, b, 40))
	corpustest.CheckSame(t, a.View(), view.New(docs))
}

func TestChanged(t *testing.T) {
	a := corpustest.Open(t, t.TempDir())
	docs := documenttest.New(22).Documents(0, 2)
	first := a.View()
	corpustest.Put(t, a, docs[:1])
	second := a.View()
	corpustest.Put(t, a, docs[:1]) // already stored: changes nothing
	for name, c := range map[string]struct {
		view *view.View
		want bool
	}{"replaced": {first, true}, "newest": {second, false}, "of no archive": {view.New(docs), false}} {
		changed := false
		select {
		case <-c.view.Changed():
			changed = true
		default:
		}
		if changed != c.want {
			t.Errorf("%s: changed %v", name, changed)
		}
	}
}
