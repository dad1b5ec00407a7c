package write

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"

	"dateline/access"
	"dateline/article"
	"dateline/control"
	"dateline/document"
	"dateline/server"

	"github.com/tidwall/gjson"
)

// parse finds the places in texts, as `dateline parse` does: one JSON object gives one, JSON
// Lines give lines in order, and plain text is split into articles, one line each. GeoJSON is
// one FeatureCollection of all results. Addresses are fetched only for requests from this
// computer, and for those that may add articles: strangers must not read what only the server's
// own address can reach.
func (s *writer) parse(req *server.Request) (*server.Answer, error) {
	if req.BodyType == server.TypeURIList && !req.IsLocal() {
		if err := req.Need(access.Add); err != nil {
			return nil, err
		}
	}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, server.BodyError(err)
	}
	ctx, cancel := context.WithTimeout(req.Context, req.Timeout)
	defer cancel()
	req.Context = ctx
	out := parseAnswer{collection: req.Media == server.TypeGeoJSON}
	if err := out.writeAll(s.documents(req, body)); err != nil {
		return nil, server.TimeoutError(err, "the texts were not parsed within %v; send less at a time, or try again later", req.Timeout)
	}
	media := server.TypeNDJSON
	switch {
	case out.collection:
		media = server.TypeGeoJSON
	case req.BodyType == server.TypeJSON:
		media = server.TypeJSON
	}
	a := server.Created(media, out.body)
	a.Faults = out.faults.errors()
	return a, nil
}

// documents yields what was found in the texts of a body, in turn, or faults. Any other error
// fails the request, so that nothing is missed.
func (s *writer) documents(req *server.Request, body []byte) iter.Seq2[document.Document, error] {
	switch req.BodyType {
	case server.TypeJSON:
		return func(yield func(document.Document, error) bool) {
			d, err := s.record(req, body)
			yield(d, readingError("the body is not a text to parse: %v", withFault(err, 0, idIn(body))))
		}
	case server.TypeNDJSON:
		return s.eachLine(req, body)
	}
	return s.eachArticle(req, body)
}

func (s *writer) eachArticle(req *server.Request, body []byte) iter.Seq2[document.Document, error] {
	return func(yield func(document.Document, error) bool) {
		for a, err := range s.articlesIn(req, bytes.NewReader(body)) {
			if err != nil {
				yield(document.Document{}, articleError(err))
				return
			}
			d, err := s.withControl(func(r document.Reader) (document.Document, error) { return r.Article(req, a) })
			if !yield(d, readingError("%v", withFault(err, a.Lines[0], a.ID))) {
				return
			}
		}
	}
}

// articlesIn yields the articles of a body, or those at the addresses in it.
func (s *writer) articlesIn(req *server.Request, body io.Reader) iter.Seq2[article.Article, error] {
	if req.BodyType == server.TypeURIList {
		return s.fetched(req, body)
	}
	// Compressed input is refused, so that it can't expand.
	return article.Options{RefusePacked: true}.ReadFrom(req, "-", "", body)
}

func (s *writer) eachLine(req *server.Request, body []byte) iter.Seq2[document.Document, error] {
	return func(yield func(document.Document, error) bool) {
		number := 0
		for line := range bytes.Lines(body) {
			number++
			if line = bytes.TrimSpace(line); len(line) == 0 {
				continue
			}
			d, err := s.record(req, line)
			if !yield(d, readingError("line %d: %v; no other line was processed", number, withFault(err, number, idIn(line)))) {
				return
			}
		}
	}
}

// record parses a JSON object.
func (s *writer) record(req *server.Request, line []byte) (document.Document, error) {
	return s.withControl(func(r document.Reader) (document.Document, error) {
		d, err := r.Record(req, line)
		if errors.Is(err, article.ErrBadDate) { // the answer says that its mentions have no date
			return d, nil
		}
		return d, err
	})
}

// idIn returns the id in a JSON object; empty if it has none.
func idIn(line []byte) string {
	id, _ := article.ReadID([]byte(gjson.GetBytes(line, "id").Raw))
	return id
}

// withControl reads a text, and who holds the places in it.
func (s *writer) withControl(read func(document.Reader) (document.Document, error)) (document.Document, error) {
	reader := s.parsing()
	return guarded(func() (document.Document, error) {
		d, err := read(reader)
		if err == nil {
			d.Control = control.HoldersIn(&d, reader.Parser.Parties())
		}
		return d, err
	})
}

// parsing returns a reader for texts that are not stored, which needs no version.
func (s *writer) parsing() document.Reader { return document.Reader{Parser: s.reader().Parser} }

// readingError distinguishes an error in a text, its last argument, from one that ended the work,
// and from a fault.
func readingError(format string, args ...any) error {
	var p *server.Problem
	var u *unread
	switch err, _ := args[len(args)-1].(error); {
	case err == nil, errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.As(err, &p), errors.As(err, &u):
		return err
	}
	return server.NewProblem(http.StatusBadRequest, format, args...)
}

// articleError describes an invalid text in the words of package article.
func articleError(err error) error {
	var e *article.Error
	var over *article.Skipped
	switch {
	case errors.As(err, &over):
		return server.NewProblem(http.StatusBadRequest, "%s", over.Why)
	case !errors.As(err, &e):
		return err
	case e.Line > 0:
		return server.NewProblem(http.StatusBadRequest, "line %d: %v; no other line was processed", e.Line, e.Err)
	}
	return server.NewProblem(http.StatusBadRequest, "%v; %s", e.Err, e.Hint)
}
