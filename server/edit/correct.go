package edit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"dateline/archive"
	"dateline/document/correction"
	"dateline/server"
)

// maxBody is the maximum size of a correction request in bytes.
const maxBody = 1 << 20

// correctedDoc is the result of corrections.
type correctedDoc struct {
	Corrections []string `json:"corrections"` // ids
	Articles    int      `json:"articles"`    // articles they changed
}

// correctionsDoc lists corrections in the order they were made.
type correctionsDoc struct {
	Corrections []correction.Correction `json:"corrections"`
}

func (s *editor) corrections(req *server.Request) (*server.Answer, error) {
	all, err := s.archive.Corrections()
	if err != nil {
		return nil, err
	}
	if all == nil {
		all = []correction.Correction{}
	}
	var a *server.Answer
	if req.Media == server.TypeNDJSON {
		var b bytes.Buffer
		lines := json.NewEncoder(&b)
		for i := range all {
			if err := lines.Encode(&all[i]); err != nil {
				return nil, err
			}
		}
		a = server.OK(req.Media, b.Bytes())
	} else {
		a = server.OK(server.TypeJSON, server.JSON(correctionsDoc{all}))
	}
	a.Private = true
	return a, nil
}

func (s *editor) correct(req *server.Request) (*server.Answer, error) {
	var asked correction.Request
	if err := req.ReadJSON("correction", &asked); err != nil {
		return nil, err
	}
	if asked.Feature == "" {
		return nil, server.NewProblem(http.StatusBadRequest, `"feature" is missing: the id of what is corrected`)
	}
	d, err := req.View.Document(asked.ArticleID())
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, server.NewProblem(http.StatusNotFound, "no article has the id %q", asked.ArticleID())
	}
	asked.By = req.Who
	c, err := asked.In(d, s.place)
	switch {
	case errors.Is(err, correction.ErrNoFeature):
		return nil, server.NewProblem(http.StatusNotFound, "%v", err)
	case err != nil:
		return nil, server.NewProblem(http.StatusBadRequest, "%v", err)
	}
	return s.overlay(req, func(ctx context.Context) (archive.Corrected, error) {
		return s.archive.Correct(ctx, []correction.Correction{c})
	})
}

func (s *editor) retract(req *server.Request) (*server.Answer, error) {
	return s.overlay(req, func(ctx context.Context) (archive.Corrected, error) {
		return s.archive.Retract(ctx, []string{req.Var("id")})
	})
}

func (s *editor) overlay(req *server.Request, do func(context.Context) (archive.Corrected, error)) (*server.Answer, error) {
	ctx, cancel := context.WithTimeout(req.Context, editTimeout)
	defer cancel()
	req.Yield() // it may wait for other writers
	done, err := do(ctx)
	switch {
	case err != nil:
		return nil, server.TimeoutError(err, "other writers have held the archive for longer than %v; nothing was changed; try again later", editTimeout)
	case len(done.Unknown) > 0:
		return nil, server.NewProblem(http.StatusNotFound, "there is no correction %q", done.Unknown[0])
	}
	a := server.OK(server.TypeJSON, server.JSON(correctedDoc{done.IDs, done.Articles}))
	a.Note = fmt.Sprintf("corrections %s; articles: %d", strings.Join(done.IDs, ", "), done.Articles)
	return a, nil
}

func (s *editor) place(id string) (correction.Place, bool) {
	return correction.PlaceOf(s.gazetteer(), id)
}
