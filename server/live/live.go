// Package live is the surface that reports changes as they happen, as server-sent events:
//
//	GET /events
//
// A listener costs a goroutine; nothing is computed for it until the archive grows.
package live

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"dateline/schema"
	"dateline/server"
	"dateline/view"
)

const (
	maxListeners = 1000
	heartbeat    = 15 * time.Second // proxies close a connection that is silent for a minute
	askAgain     = time.Second / 2  // interval at which an idle client's permission is checked
	reconnect    = 5 * time.Second  // delay before a disconnected client reconnects
)

// hub holds the listeners.
type hub struct {
	view      func() *view.View
	listeners chan struct{} // a slot for each client
}

// New returns the surface, which reports the newest view.
func New(view func() *view.View) server.Surface {
	s := &hub{view, make(chan struct{}, maxListeners)}
	return server.Surface{
		Name: "live", About: "Changes while they happen.",
		Routes: []server.Route{{
			Path: "/events", ID: "events", Summary: "An event at once and whenever the archive has grown",
			About:  "Server-sent events called view, whose data is JSON by the schema viewEvent: the version of the view and how many features it holds.",
			Offers: []string{server.TypeEvents}, Endless: true, Handle: s.events,
		}},
		Types: server.Types{"viewEvent": eventDoc{}},
	}
}

// eventDoc is the data of an event: the content of the view.
type eventDoc struct {
	Version  string `json:"version"`
	Mentions int    `json:"mentions"`
	Places   int    `json:"places"`
	Fronts   int    `json:"fronts"`
	Articles int    `json:"articles"`
}

// events streams an event of the view immediately and after every update
// (server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html).
func (s *hub) events(req *server.Request) (*server.Answer, error) {
	select {
	case s.listeners <- struct{}{}:
	default:
		p := server.NewProblem(http.StatusServiceUnavailable, "%d clients are listening, the most allowed; poll the ETag of /collections instead", maxListeners)
		return nil, p.With("Retry-After", "60")
	}
	ctx, may := req.Context, req.Permission() // rather than the request, which would keep a view alive
	context.AfterFunc(ctx, func() { <-s.listeners })
	return &server.Answer{
		Status: http.StatusOK, Media: server.TypeEvents, Private: true,
		Header: http.Header{"X-Accel-Buffering": {"no"}}, // nginx must not buffer
		Stream: func(ctx context.Context, w io.Writer) error { return s.stream(ctx, w, may) },
	}, nil
}

// stream writes events until the client goes or loses its permission, or the server ends. None
// of these is an error.
func (s *hub) stream(ctx context.Context, w io.Writer, may func() bool) error {
	beat, ask := time.NewTicker(heartbeat), time.NewTicker(askAgain)
	defer beat.Stop()
	defer ask.Stop()
	fmt.Fprintf(w, "retry: %d\n", reconnect.Milliseconds())
	for may() {
		changed, err := s.send(ctx, w)
		if err != nil || !waitFor(ctx, changed, w, beat.C, ask.C, may) {
			break
		}
	}
	return nil
}

// send writes the state of the view, and returns a channel that is closed when there is a newer
// one.
func (s *hub) send(ctx context.Context, w io.Writer) (<-chan struct{}, error) {
	v := s.view()
	size := func(collection string) int { return v.Count(ctx, collection) }
	doc := eventDoc{v.Version, size(schema.Mentions), size(schema.Places), size(schema.Fronts), size(schema.Articles)}
	_, err := fmt.Fprintf(w, "event: view\nid: %s\ndata: %s\n", v.Version, server.JSON(doc)) // the JSON ends its line
	return v.Changed(), err
}

// waitFor writes comments until changed is closed; false if the client has gone or lost its
// permission.
func waitFor(ctx context.Context, changed <-chan struct{}, w io.Writer, beat, ask <-chan time.Time, may func() bool) bool {
	ending := server.ShuttingDown(ctx)
	for {
		select {
		case <-changed:
			return true
		case <-ctx.Done():
			return false
		case <-ending:
			return false
		case <-beat:
			if _, err := io.WriteString(w, ":\n\n"); err != nil {
				return false
			}
		case <-ask:
			if !may() {
				return false
			}
		}
	}
}
