// Package edit is the surface that changes the archive: it removes and restores articles, shows
// their earlier texts, and corrects what was read.
//
//	DELETE /articles/{id}
//	POST   /corrections
//
// Each change is a transaction of the archive, visible to the next request.
package edit

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"dateline/access"
	"dateline/archive"
	"dateline/document/correction"
	"dateline/gazetteer"
	"dateline/server"
)

// Archive is the archive to be changed.
type Archive interface {
	Remove(context.Context, archive.Removal) (archive.Removed, error)
	Undo(context.Context, []string) (archive.Removed, error)
	Tombstones() ([]archive.Tombstone, error)
	Revisions(article string) ([]archive.Revision, error)
	Correct(context.Context, []correction.Correction) (archive.Corrected, error)
	Retract(context.Context, []string) (archive.Corrected, error)
	Corrections() ([]correction.Correction, error)
}

type editor struct {
	archive   Archive
	gazetteer func() *gazetteer.Gazetteer // in which corrections look up places
}

// New returns the surface of an archive; nil: nothing can be changed. g returns the current
// gazetteer.
func New(a Archive, g func() *gazetteer.Gazetteer) server.Surface {
	if a == nil {
		return server.Surface{}
	}
	s := &editor{a, g}
	return server.Surface{
		Name: "changes", About: "Articles taken out of the archive and brought back, their older texts, and corrections.",
		Routes: []server.Route{
			{Path: "/articles/{id}/revisions", ID: "revisions", Summary: "The older texts of an article", Result: "revisions", Offers: []string{server.TypeJSON}, Live: true, Handle: s.revisions},
			{Method: http.MethodDelete, Path: "/articles/{id}", ID: "removeArticle", Summary: "Take an article out of the archive", Result: "removed", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.remove},
			{Path: "/removed", Fresh: true, ID: "removedArticles", Summary: "Articles that were removed", Result: "tombstones", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.tombstones},
			{Method: http.MethodPost, Path: "/removed/{id}/undo", ID: "undoRemoval", Summary: "Bring an article back that was removed", Result: "removed", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.undo},
			{Path: "/corrections", Fresh: true, ID: "corrections", Summary: "What was corrected", Result: "correctionList", Offers: []string{server.TypeJSON, server.TypeNDJSON}, Right: access.Edit, Handle: s.corrections},
			{
				Method: http.MethodPost, Path: "/corrections", ID: "correct", Summary: "Correct a mention, a front, an event, an article, or a name everywhere", Result: "correctionsMade", Body: "correctionRequest",
				Accepts: []string{server.TypeJSON}, MaxBody: maxBody, Offers: []string{server.TypeJSON}, Right: access.Edit,
				Fails: []int{http.StatusNotFound}, Handle: s.correct,
			},
			{Method: http.MethodDelete, Path: "/corrections/{id}", ID: "retract", Summary: "Take a correction back", Result: "correctionsMade", Offers: []string{server.TypeJSON}, Right: access.Edit, Handle: s.retract},
		},
		Types: server.Types{
			"revisions": revisionsDoc{}, "revision": revision{}, "textChange": change{}, "removed": removedDoc{}, "tombstones": tombstonesDoc{}, "tombstone": archive.Tombstone{},
			"correctionList": correctionsDoc{}, "correction": correction.Correction{}, "correctionsMade": correctedDoc{}, "correctionRequest": correction.Request{},
		},
		Narrow: server.NarrowSchemas{
			"revision.document":            server.Ref("document"),
			"correctionRequest.of":         server.EnumSchema(correction.Mention, correction.Front, correction.Event, correction.Article).NewRef(),
			"correctionRequest.everywhere": server.EnumSchema("article", "source", "archive").NewRef(),
		},
	}
}

// removedDoc is the number of articles removed, or restored.
type removedDoc struct {
	Articles int `json:"articles"`
}

// editTimeout is the maximum duration of a change: it waits for other writers.
const editTimeout = 20 * time.Second

func (s *editor) remove(req *server.Request) (*server.Answer, error) {
	return s.change(req, func(ctx context.Context, id string) (archive.Removed, error) {
		return s.archive.Remove(ctx, archive.Removal{Articles: []string{id}, By: req.Who, Why: "DELETE /articles/" + id})
	})
}

func (s *editor) undo(req *server.Request) (*server.Answer, error) {
	return s.change(req, func(ctx context.Context, id string) (archive.Removed, error) {
		return s.archive.Undo(ctx, []string{id})
	})
}

func (s *editor) change(req *server.Request, do func(context.Context, string) (archive.Removed, error)) (*server.Answer, error) {
	ctx, cancel := context.WithTimeout(req.Context, editTimeout)
	defer cancel()
	req.Yield() // it may wait for other writers
	done, err := do(ctx, req.Var("id"))
	switch {
	case err != nil:
		return nil, server.TimeoutError(err, "other writers have held the archive for longer than %v; nothing was changed; try again later", editTimeout)
	case done.Articles == 0:
		return nil, server.NewProblem(http.StatusNotFound, "there is no article %q", req.Var("id"))
	}
	a := server.OK(server.TypeJSON, server.JSON(removedDoc{done.Articles}))
	a.Note = fmt.Sprintf("articles: %d", done.Articles)
	return a, nil
}

// tombstonesDoc lists removed articles, most recent first.
type tombstonesDoc struct {
	Removed []archive.Tombstone `json:"removed"`
}

func (s *editor) tombstones(req *server.Request) (*server.Answer, error) {
	all, err := s.archive.Tombstones()
	if err != nil {
		return nil, err
	}
	if all == nil {
		all = []archive.Tombstone{}
	}
	a := server.OK(server.TypeJSON, server.JSON(tombstonesDoc{all}))
	a.Private = true
	return a, nil
}
