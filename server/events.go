package server

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"dateline/atlas"
	"dateline/schema"
)

// relEvents leads to what tells of changes.
const relEvents = "events"

const (
	maxListeners = 1000
	heartbeat    = 15 * time.Second // proxies give up a connection that is silent for a minute
	reconnect    = 5 * time.Second  // after which a client that was cut off asks again
)

// eventDoc is the data of an event: what the view holds now.
type eventDoc struct {
	Version  string `json:"version"`
	Mentions int    `json:"mentions"`
	Places   int    `json:"places"`
	Fronts   int    `json:"fronts"`
	Articles int    `json:"articles"`
}

// events streams an event of the view immediately and after every update
// (server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html).
func (s *service) events(req *request) (*answer, error) {
	select {
	case s.listeners <- struct{}{}:
	default:
		p := newProblem(http.StatusServiceUnavailable, "%d clients listen, and no more can; ask for the ETag of /collections instead", maxListeners)
		return nil, p.with("Retry-After", "60")
	}
	ctx := req.Context // and not the request, which holds a view
	context.AfterFunc(ctx, func() { <-s.listeners })
	return &answer{
		status: http.StatusOK, media: typeEvents, private: true,
		header: http.Header{"X-Accel-Buffering": {"no"}}, // nginx keeps nothing back
		stream: s.tellOn,
	}, nil
}

// tellOn writes events until the client goes or the server ends. Neither is a
// failure.
func (s *service) tellOn(ctx context.Context, w io.Writer) error {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	fmt.Fprintf(w, "retry: %d\n", reconnect.Milliseconds())
	for {
		changed, err := s.tell(w)
		if err != nil || !waitFor(ctx, changed, w, beat.C) {
			return nil
		}
	}
}

// tell writes what the view holds, and returns what is closed when there is a
// newer one.
func (s *service) tell(w io.Writer) (<-chan struct{}, error) {
	v := s.View()
	doc := eventDoc{v.Version, size(v, schema.Mentions), size(v, schema.Places), size(v, schema.Fronts), size(v, schema.Articles)}
	_, err := fmt.Fprintf(w, "event: view\nid: %s\ndata: %s\n", v.Version, toJSON(doc)) // the JSON ends its line, too
	return v.Changed(), err
}

func size(v *atlas.View, name string) int {
	l, _ := v.Layer(name)
	return l.Len()
}

// waitFor writes comments until changed is closed; false when there is nobody
// left to tell.
func waitFor(ctx context.Context, changed <-chan struct{}, w io.Writer, beat <-chan time.Time) bool {
	ending, _ := ctx.Value(endingKey{}).(<-chan struct{}) // nil, which never ends, without Serve
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
		}
	}
}
