package server

import (
	"dateline/access"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// writes limit the rate of writes by token. They are safe for concurrent use.
type writes struct {
	mu     sync.Mutex
	byName map[string]*rate.Limiter
}

// admit refuses a token that has exceeded its rate. A token whose limit changed starts again.
func (w *writes) admit(t *access.Token) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	every := rate.Every(time.Minute / time.Duration(t.Limit()))
	limiter := w.byName[t.Name]
	if limiter == nil || limiter.Burst() != t.Limit() {
		limiter = rate.NewLimiter(every, t.Limit())
		if w.byName == nil {
			w.byName = map[string]*rate.Limiter{}
		}
		w.byName[t.Name] = limiter
	}
	if limiter.Allow() {
		return nil
	}
	wait := time.Duration((1 - limiter.Tokens()) / float64(every) * float64(time.Second))
	return NewProblem(http.StatusTooManyRequests, "the token %q may write %d times a minute; wait %v", t.Name, t.Limit(), wait.Round(time.Millisecond)).
		With("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
}

// record adds a change to the log of writes. The change has happened by then: if logging fails,
// the server's log says so.
func (s *service) record(h *http.Request, r *Route, who string, a *Answer) {
	if s.Audit == nil {
		return
	}
	err := s.Audit.Add(access.Entry{
		Time: s.now().UTC(), Who: who, From: clientOf(h.Context()).address.Addr().String(), Action: r.Method + " " + h.URL.Path,
		Status: a.Status, Result: a.Note, Request: requestID(h.Context()),
	})
	if err != nil {
		s.Log.Error("the log of writes could not be written", "error", err, "who", who, "action", r.Method+" "+h.URL.Path)
	}
}
