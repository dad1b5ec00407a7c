package atlas

import (
	"context"
	"testing"
	"time"

	"dateline/schema"
)

// deadline is how long tests wait for what must come soon.
const deadline = 30 * time.Second

// waitFor waits until the archive's View has so many articles.
func waitFor(t *testing.T, a *Archive, articles int) *View {
	t.Helper()
	timeout := time.After(deadline)
	for {
		v := a.View()
		if layerOf(t, v, schema.Articles).Len() == articles {
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
func follow(t *testing.T, a *Archive) {
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
	docs := newCorpus(20).documents(0, 40)
	reader, writer := mustOpen(t, dir), mustOpen(t, dir)
	follow(t, reader)
	for i := 0; i < len(docs); i += 10 {
		mustPut(t, writer, docs[i:i+10])
		v := waitFor(t, reader, i+10)
		checkView(t, v)
		checkSame(t, v, writer.View())
	}
}

// Two archives that both write see all that both have written, in one order.
func TestFollowEachOther(t *testing.T) {
	dir := t.TempDir()
	docs := newCorpus(21).documents(0, 40)
	a, b := mustOpen(t, dir), mustOpen(t, dir)
	follow(t, a)
	follow(t, b)
	for i := 0; i < len(docs); i += 10 {
		mustPut(t, a, docs[i:i+5])
		mustPut(t, b, docs[i+5:i+10])
	}
	checkSame(t, waitFor(t, a, 40), waitFor(t, b, 40))
	checkSame(t, a.View(), NewView(docs))
}

func TestChanged(t *testing.T) {
	a := mustOpen(t, t.TempDir())
	docs := newCorpus(22).documents(0, 2)
	first := a.View()
	mustPut(t, a, docs[:1])
	second := a.View()
	mustPut(t, a, docs[:1]) // known: changes nothing
	for name, c := range map[string]struct {
		view *View
		want bool
	}{"replaced": {first, true}, "newest": {second, false}, "of no archive": {NewView(docs), false}} {
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
