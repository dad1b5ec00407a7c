package followed

import (
	"errors"
	"net/http"
	"time"

	"dateline/archive/sources"
	"dateline/server"
)

// maxBody is the maximum size of a request in bytes.
const maxBody = 64 << 10

// minEvery is the shortest interval at which a source may be polled, out of consideration for
// its server.
const minEvery = time.Minute

// givenSource is the body of a request that changes a source.
type givenSource struct {
	Address string `json:"address"`
	Name    string `json:"name,omitempty"`   // of the outlet, when adding
	Every   int    `json:"every,omitempty"`  // seconds between looks, when adding; default 15 minutes
	Paused  *bool  `json:"paused,omitempty"` // when pausing or resuming
}

// sourceDoc is the response.
type sourceDoc struct {
	Address string `json:"address"`
	Added   bool   `json:"added,omitempty"` // it was not a source before
	Note    string `json:"note,omitempty"`  // a remark about it
}

func read(req *server.Request) (g givenSource, err error) {
	if err := req.ReadJSON("source", &g); err != nil {
		return g, err
	}
	if g.Address == "" {
		return g, server.NewProblem(http.StatusBadRequest, "\"address\" is missing")
	}
	return g, nil
}

func (c *Changes) add(req *server.Request) (*server.Answer, error) {
	g, err := read(req)
	if err != nil {
		return nil, err
	}
	s, err := c.Of(g.Address)
	switch every := time.Duration(g.Every) * time.Second; {
	case err != nil:
		return nil, server.NewProblem(http.StatusBadRequest, "%v", err)
	case g.Every == 0:
		s.Every = 15 * time.Minute
	case every < minEvery:
		return nil, server.NewProblem(http.StatusBadRequest, "\"every\" is %d; give at least %d seconds", g.Every, minEvery/time.Second)
	default:
		s.Every = every
	}
	s.Name, s.Due = g.Name, req.Now
	req.Yield() // it may wait for other writers
	added, err := c.Add(req, s)
	if err != nil {
		return nil, err
	}
	return answer(sourceDoc{added.Address, added.New, noteOn(&s, added)}), nil
}

// noteOn mentions the feed that was followed instead of a page.
func noteOn(s *sources.Source, added sources.Added) string {
	switch {
	case added.Address != s.Address:
		return s.Address + " links the feed " + added.Address + ", which is followed in its place"
	case s.Kind == "":
		return "if it is a page that links to a feed, the feed is followed instead from the first poll on; /sources then says so"
	}
	return ""
}

func (c *Changes) pause(req *server.Request) (*server.Answer, error) {
	g, err := read(req)
	switch {
	case err != nil:
		return nil, err
	case g.Paused == nil:
		return nil, server.NewProblem(http.StatusBadRequest, "\"paused\" is missing: true or false")
	}
	req.Yield()
	return done(g, c.Pause(req, g.Address, *g.Paused))
}

func (c *Changes) remove(req *server.Request) (*server.Answer, error) {
	g, err := read(req)
	if err != nil {
		return nil, err
	}
	req.Yield()
	return done(g, c.Remove(req, g.Address))
}

func done(g givenSource, err error) (*server.Answer, error) {
	if errors.Is(err, sources.ErrUnknown) {
		return nil, server.NewProblem(http.StatusNotFound, "no source has the address %q", g.Address)
	}
	if err != nil {
		return nil, err
	}
	return answer(sourceDoc{Address: g.Address}), nil
}

func answer(doc sourceDoc) *server.Answer {
	a := server.OK(server.TypeJSON, server.JSON(doc))
	a.Note = doc.Address
	return a
}
