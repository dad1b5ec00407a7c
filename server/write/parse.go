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
	"dateline/geoparse"
	"dateline/server"
	"dateline/view"
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
	var out parseAnswer
	media := server.TypeNDJSON
	switch {
	case req.Media == server.TypeGeoJSON:
		media, err = server.TypeGeoJSON, s.writeCollection(&out, req, body)
	case req.BodyType == server.TypeJSON:
		media, err = server.TypeJSON, s.eachDocument(req, body, out.writeLine)
	default:
		err = s.eachDocument(req, body, out.writeLine)
	}
	if err != nil {
		return nil, server.TimeoutError(err, "the texts were not parsed within %v; send less at a time, or try again later", req.Timeout)
	}
	return server.Created(media, out.body), nil
}

// parseAnswer buffers an answer, with a limited size: few words can name areas with long
// outlines.
type parseAnswer struct{ body []byte }

const maxParseAnswer = 64 << 20

// Write fails with a problem if the answer becomes too large.
func (a *parseAnswer) Write(b []byte) (int, error) {
	if len(a.body)+len(b) > maxParseAnswer {
		return 0, server.NewProblem(http.StatusRequestEntityTooLarge, "the answer is larger than %d MiB; send less text at a time", maxParseAnswer>>20)
	}
	a.body = append(a.body, b...)
	return len(b), nil
}

func (a *parseAnswer) writeLine(d *document.Document) error {
	if err := d.WriteJSON(a); err != nil {
		return err
	}
	_, err := io.WriteString(a, "\n")
	return err
}

// writeCollection writes the located mentions and the fronts of texts as one GeoJSON
// FeatureCollection.
func (s *writer) writeCollection(w io.Writer, req *server.Request, body []byte) error {
	if _, err := io.WriteString(w, `{"type":"FeatureCollection","features":[`); err != nil {
		return err
	}
	var feature []byte
	comma := ""
	err := s.eachDocument(req, body, func(d *document.Document) error {
		for _, f := range view.Features(d) {
			feature = f.AppendJSON(append(feature[:0], comma...))
			if _, err := w.Write(feature); err != nil {
				return err
			}
			comma = ","
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "]}\n")
	return err
}

// eachDocument parses the texts of a body in turn and passes the results to do. An invalid text
// fails the request, so that nothing is missed.
func (s *writer) eachDocument(req *server.Request, body []byte, do func(*document.Document) error) error {
	switch req.BodyType {
	case server.TypeJSON:
		d, err := s.record(req, body)
		if err != nil {
			return readingError("the body is not a text to parse: %v", err)
		}
		return do(&d)
	case server.TypeNDJSON:
		return s.eachLine(req, body, do)
	}
	reader := s.parsing()
	for a, err := range s.articlesIn(req, bytes.NewReader(body)) {
		if err != nil {
			return articleError(err)
		}
		d, err := reader.Article(req, a)
		if err != nil {
			return readingError("%v", err)
		}
		d.Control = control.HoldersIn(&d, reader.Parser.Parties())
		if err := do(&d); err != nil {
			return err
		}
	}
	return nil
}

// articlesIn yields the articles of a body, or those at the addresses in it.
func (s *writer) articlesIn(req *server.Request, body io.Reader) iter.Seq2[article.Article, error] {
	if req.BodyType == server.TypeURIList {
		return s.fetched(req, body)
	}
	// Compressed input is refused, so that it can't expand.
	return article.Options{RefusePacked: true}.ReadFrom(req, "-", "", body)
}

func (s *writer) eachLine(req *server.Request, body []byte, do func(*document.Document) error) error {
	number := 0
	for line := range bytes.Lines(body) {
		number++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		d, err := s.record(req, line)
		if err != nil {
			return readingError("line %d: %v; no other line was processed", number, err)
		}
		if err := do(&d); err != nil {
			return err
		}
	}
	return nil
}

// record parses a JSON object.
func (s *writer) record(req *server.Request, line []byte) (document.Document, error) {
	reader := s.parsing()
	d, err := reader.Record(req, line)
	if err != nil && !errors.Is(err, article.ErrBadDate) { // the answer says that its mentions have no date
		return d, err
	}
	d.Control = control.HoldersIn(&d, reader.Parser.Parties())
	return d, nil
}

// parsing returns a reader for texts that are not stored, which needs no version.
func (s *writer) parsing() document.Reader { return document.Reader{Parser: s.reader().Parser} }

// readingError distinguishes an error in a text, its last argument, from one that ended the work.
func readingError(format string, args ...any) error {
	var p *server.Problem
	var fault *geoparse.PanicError
	switch err := args[len(args)-1].(error); {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.As(err, &p), errors.As(err, &fault):
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
