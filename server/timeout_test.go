package server

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"dateline/view"
)

// slowRoute answers when its context ends, or after a minute.
func slowRoute() *Route {
	return &Route{
		Method: http.MethodGet, Path: "/slow", Offers: []string{TypeJSON},
		Handle: func(req *Request) (*Answer, error) {
			select {
			case <-req.Done():
				return nil, req.Err()
			case <-time.After(time.Minute):
				return OK(req.Media, []byte("{}")), nil
			}
		},
	}
}

// bareService has what is needed to answer any route.
func bareService(view func() *view.View) *service {
	s := &service{
		Config: Config{View: view, Limits: Limits{}.withDefaults()}, cache: newCache(cacheBytes), now: time.Now, turns: make(chan struct{}, 1), memory: memory{readMemory},
	}
	s.meters = newMeters(s)
	return s
}

// TestDeadline: a request that takes too long gets 503 with a reason and Retry-After as soon as its
// time is up.
func TestDeadline(t *testing.T) {
	s := bareService(viewOf())
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		a := s.respond(slowRoute(), httptest.NewRequest(http.MethodGet, "/slow", nil), nil)
		var p Problem
		if err := json.Unmarshal(a.Body, &p); err != nil || a.Status != http.StatusServiceUnavailable || a.Media != TypeProblem || a.Header.Get("Retry-After") == "" || p.Detail == "" {
			t.Errorf("%d %v %s", a.Status, a.Header, a.Body)
		}
		if took := time.Since(begun); took != 15*time.Second {
			t.Errorf("after %v", took)
		}
		synctest.Wait()
		if len(s.flight.calls) > 0 {
			t.Error("somebody works on")
		}
	})
}

// TestClientGone: when the client disconnects, the work ends.
func TestClientGone(t *testing.T) {
	s := bareService(viewOf())
	synctest.Test(t, func(t *testing.T) {
		ctx, leave := context.WithTimeout(t.Context(), time.Second)
		defer leave()
		begun := time.Now()
		s.respond(slowRoute(), httptest.NewRequestWithContext(ctx, http.MethodGet, "/slow", nil), nil)
		synctest.Wait()
		if took := time.Since(begun); took != time.Second || len(s.flight.calls) > 0 {
			t.Errorf("after %v, %d computations go on", took, len(s.flight.calls))
		}
	})
}
