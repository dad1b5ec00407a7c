package server

import (
	"dateline/access"
	"net/http"
)

// surface is the engine's own surface.
func (s *service) surface() Surface {
	return Surface{
		Name: "server", About: "Whether the server runs.",
		Routes: []Route{
			{
				Path: "/healthz", ID: "health", Summary: "Whether the server runs",
				About: "For probes that ask whether to restart it.", Result: "health",
				Offers: []string{TypeJSON}, Public: true, Handle: s.health,
			},
			{
				Path: "/readyz", ID: "ready", Summary: "Whether the server takes requests",
				About: "For proxies that ask whether to send it any: 503 once it was told to end, and while its database does not answer.", Result: "health",
				Offers: []string{TypeJSON}, Public: true, Fresh: true, Handle: s.ready,
			},
			{
				Path: "/metrics", ID: "metrics", Summary: "Metrics for Prometheus",
				About:  "Requests by route and status, how long they took, features of the view, memory and processor time.",
				Offers: []string{TypeText}, Admin: true, Fresh: true, Handle: func(req *Request) (*Answer, error) { return s.meters.text(req) },
			},
			{
				Path: "/audit", ID: "audit", Summary: "Who wrote what, and when",
				About: "The last entries of the log of writes, newest first.", Result: "audit",
				Offers: []string{TypeJSON}, Right: access.Admin, Fresh: true, Params: []Param{ParamLimit(defaultEntries, maxEntries)}, Handle: s.audit,
			},
		},
		Types: Types{"health": healthDoc{}, "problem": Problem{}, "link": Link{}, "audit": auditDoc{}, "auditEntry": access.Entry{}},
	}
}

type healthDoc struct {
	Status  string `json:"status"`
	Version string `json:"version,omitempty"`
}

func (s *service) health(req *Request) (*Answer, error) {
	return OKJSON(req, healthDoc{Status: "ok", Version: s.Version})
}

func (s *service) ready(req *Request) (*Answer, error) {
	select {
	case <-ShuttingDown(req):
		return nil, NewProblem(http.StatusServiceUnavailable, "the server is shutting down")
	default:
	}
	if s.Ready != nil {
		if err := s.Ready(req.Context); err != nil {
			return nil, Unavailable("%v", err)
		}
	}
	return s.health(req)
}

// Limits of /audit.
const (
	defaultEntries = 100
	maxEntries     = 10_000
)

type auditDoc struct {
	Entries []access.Entry `json:"entries"`
	Broken  int            `json:"broken"` // unreadable lines of the log
}

func (s *service) audit(req *Request) (*Answer, error) {
	doc := auditDoc{Entries: []access.Entry{}}
	if s.Audit != nil {
		entries, broken, err := s.Audit.Last(req.Limit)
		if err != nil {
			return nil, err
		}
		doc.Entries, doc.Broken = append(doc.Entries, entries...), broken
	}
	return Created(TypeJSON, JSON(doc)), nil
}
