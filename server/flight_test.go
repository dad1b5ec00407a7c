package server

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/atlas"
)

// TestOneMakesTheAnswer for all who ask for the same at the same time.
func TestOneMakesTheAnswer(t *testing.T) {
	view := atlas.NewView(nil)
	s := &service{Config: Config{View: func() *atlas.View { return view }}, cache: newCache(cacheBytes), now: time.Now}
	var made atomic.Int32
	begun, release := make(chan struct{}), make(chan struct{})
	r := &route{
		method: http.MethodGet, path: "/x", offers: []string{typeJSON}, live: true,
		answer: func(_ *service, req *request) (*answer, error) {
			if made.Add(1) == 1 {
				close(begun)
			}
			<-release
			return ok(req.media, []byte("{}")), nil
		},
	}
	get := func() {
		a, err := s.get(r, httptest.NewRequest(http.MethodGet, "/x", nil), nil)
		if err != nil || string(a.body) != "{}" {
			t.Errorf("%v, %v", a, err)
		}
	}
	var all sync.WaitGroup
	all.Go(get)
	<-begun
	for range 20 {
		all.Go(get)
	}
	close(release)
	all.Wait()
	if n := made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}
