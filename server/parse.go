package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"

	"dateline/article"
	"dateline/atlas"

	"golang.org/x/time/rate"
)

// Parsing is what costs most: at most 100 texts a second, or 1.6 MB of them, and
// four seconds' worth at once. A text counts one, and one more for each 16 KiB.
const (
	parseRate  rate.Limit = 100
	parseBurst            = 400
	parseUnit             = 16 << 10
)

// parse finds the places in texts, as `dateline parse` does: one JSON object
// gives one, lines of JSON give lines in their order, and plain text is cut
// into articles first, which give a line each. Who asks for GeoJSON gets one
// FeatureCollection of all that was found.
func (s *service) parse(req *request) (*answer, error) {
	body, err := io.ReadAll(req.body)
	if err != nil {
		return nil, bodyError(err)
	}
	if !s.parsing.AllowN(req.now, 1+len(body)/parseUnit) {
		return nil, newProblem(http.StatusTooManyRequests, "more texts come in than can be parsed; wait a second").with("Retry-After", "1")
	}
	ctx, cancel := context.WithTimeout(req.Context, s.Timeout)
	defer cancel()
	req.Context = ctx
	docs, err := s.documents(req, body)
	if err != nil {
		return nil, err
	}
	switch {
	case req.media == typeGeoJSON:
		return made(typeGeoJSON, asCollection(docs)), nil
	case req.bodyType == typeJSON:
		return made(typeJSON, toJSON(docs[0])), nil
	}
	var out bytes.Buffer
	for i := range docs {
		out.Write(toJSON(&docs[i]))
	}
	return made(typeNDJSON, out.Bytes()), nil
}

// asCollection returns the mentions that have a place and the fronts of
// documents as one GeoJSON FeatureCollection.
func asCollection(docs []atlas.Document) []byte {
	out := []byte(`{"type":"FeatureCollection","features":[`)
	comma := ""
	for i := range docs {
		for _, f := range docs[i].Features() {
			out = f.AppendJSON(append(out, comma...))
			comma = ","
		}
	}
	return append(out, "]}\n"...)
}

// documents parses a body of any of the types that are taken. What is wrong
// with one text is an error for all, so that nothing is missed.
func (s *service) documents(req *request, body []byte) ([]atlas.Document, error) {
	switch req.bodyType {
	case typeJSON:
		d, err := s.reader.Record(req, body)
		if err != nil {
			return nil, newProblem(http.StatusBadRequest, "the body is no text to parse: %v", err)
		}
		return []atlas.Document{d}, nil
	case typeNDJSON:
		return s.lines(req, body)
	}
	var docs []atlas.Document
	for a, err := range article.ReadFrom(req, "-", bytes.NewReader(body)) {
		if err != nil {
			return nil, articleError(err)
		}
		d, err := s.reader.Article(req, a)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func (s *service) lines(req *request, body []byte) ([]atlas.Document, error) {
	var docs []atlas.Document
	number := 0
	for line := range bytes.Lines(body) {
		number++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if err := req.Err(); err != nil {
			return nil, err // the client has gone
		}
		d, err := s.reader.Record(req, line)
		if err != nil {
			return nil, newProblem(http.StatusBadRequest, "line %d: %v; nothing was done with the other lines", number, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// bodyError tells a body that is too large, or broke off, from a failure of
// ours.
func bodyError(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return newProblem(http.StatusBadRequest, "the body could not be read to its end")
}

// articleError says what is wrong with a text in the words of package article.
func articleError(err error) error {
	var e *article.Error
	switch {
	case !errors.As(err, &e):
		return err
	case e.Line > 0:
		return newProblem(http.StatusBadRequest, "line %d: %v; nothing was done with the other lines", e.Line, e.Err)
	}
	return newProblem(http.StatusBadRequest, "%v; %s", e.Err, e.Hint)
}
