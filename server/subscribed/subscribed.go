// Package subscribed is the surface of subscriptions: who is notified of what, and the state of
// these calls.
//
//	POST /subscriptions
//
// An answer costs a row of the archive for each subscription; package watch/notify makes the
// calls.
package subscribed

import (
	"context"
	"errors"
	"net/http"

	"dateline/access"
	"dateline/archive/subscriptions"
	"dateline/server"
	"dateline/watch/notify"
)

// Archive keeps the subscriptions.
type Archive interface {
	Subscribe(context.Context, subscriptions.Subscription) error
	Subscriptions(context.Context) ([]subscriptions.Subscription, error)
	Unsubscribe(ctx context.Context, name string) error
}

// maxBody is the maximum size of a request in bytes.
const maxBody = 64 << 10

type subscribed struct{ archive Archive }

// New returns the surface of an archive; nil: it has none.
func New(a Archive) server.Surface {
	if a == nil {
		return server.Surface{}
	}
	s := subscribed{a}
	return server.Surface{
		Name: "subscriptions", About: "Who is called with what comes into the archive.",
		Routes: []server.Route{
			{
				Path: "/subscriptions", Fresh: true, ID: "subscriptions", Summary: "Who is told of what, and how that goes",
				Result: "subscriptions", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.list,
			},
			{
				Method: http.MethodPost, Path: "/subscriptions", ID: "subscribe", Summary: "Have an address called with what comes from now on",
				About:  "Calls are signed as Standard Webhooks has it, with the secret of the answer, which is told this once. They are made while dateline watch or serve --watch runs.",
				Result: "subscribed", Body: "subscriptionRequest", Accepts: []string{server.TypeJSON}, MaxBody: maxBody, Offers: []string{server.TypeJSON}, Right: access.Edit, Fails: []int{http.StatusConflict}, Handle: s.add,
			},
			{
				Method: http.MethodDelete, Path: "/subscriptions/{id}", ID: "unsubscribe", Summary: "Tell of something no more, by the name of the subscription",
				Result: "subscribed", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.remove,
			},
		},
		Types: server.Types{
			"subscriptions": listDoc{}, "subscription": subscriptions.Report{}, "subscribed": subscribedDoc{}, "subscriptionRequest": notify.Request{},
		},
	}
}

// listDoc is the answer of /subscriptions.
type listDoc struct {
	Subscriptions []subscriptions.Report `json:"subscriptions"`
}

// subscribedDoc is the result of a change.
type subscribedDoc struct {
	Name   string `json:"name"`
	Secret string `json:"secret,omitempty"` // signs the calls; shown when it was generated
}

func (s subscribed) list(req *server.Request) (*server.Answer, error) {
	all, err := s.archive.Subscriptions(req)
	if err != nil {
		return nil, err
	}
	doc := listDoc{Subscriptions: make([]subscriptions.Report, len(all))}
	for i := range all {
		doc.Subscriptions[i] = all[i].Report()
	}
	a := server.OK(server.TypeJSON, server.JSON(doc))
	a.Private = true
	return a, nil
}

func (s subscribed) add(req *server.Request) (*server.Answer, error) {
	var asked notify.Request
	if err := req.ReadJSON("subscription", &asked); err != nil {
		return nil, err
	}
	one, err := asked.Subscription(req.Now)
	if err != nil {
		return nil, server.NewProblem(http.StatusBadRequest, "%v", err)
	}
	req.Yield() // it may wait for other writers
	switch err := s.archive.Subscribe(req, one); {
	case errors.Is(err, subscriptions.ErrTaken):
		return nil, server.NewProblem(http.StatusConflict, "a subscription called %q already exists; choose another name, or delete it first", one.Name)
	case err != nil:
		return nil, err
	}
	doc := subscribedDoc{Name: one.Name}
	if asked.Secret == "" {
		doc.Secret = one.Secret
	}
	return answer(doc), nil
}

func (s subscribed) remove(req *server.Request) (*server.Answer, error) {
	name := req.Var("id")
	req.Yield()
	switch err := s.archive.Unsubscribe(req, name); {
	case errors.Is(err, subscriptions.ErrUnknown):
		return nil, server.NewProblem(http.StatusNotFound, "there is no subscription called %q", name)
	case err != nil:
		return nil, err
	}
	return answer(subscribedDoc{Name: name}), nil
}

func answer(doc subscribedDoc) *server.Answer {
	a := server.OK(server.TypeJSON, server.JSON(doc))
	a.Private, a.Note = true, doc.Name
	return a
}
