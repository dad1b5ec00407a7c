package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"

	"dateline/article"
	"dateline/atlas"
	"dateline/geoparse"
	"dateline/work"
)

// stepsPerByte is about what it costs to parse a byte of text.
const stepsPerByte = 40

// parse finds the places in texts, as `dateline parse` does: one JSON object
// gives one, lines of JSON give lines in their order, and plain text is cut
// into articles first, which give a line each. Who asks for GeoJSON gets one
// FeatureCollection of all that was found.
func (s *service) parse(req *request) (*answer, error) {
	body, err := io.ReadAll(req.body)
	if err != nil {
		return nil, bodyError(err)
	}
	ctx, cancel := context.WithTimeout(req.Context, s.Limits.Timeout)
	defer cancel()
	req.Context = ctx
	docs, err := s.documents(req, body)
	if err != nil {
		return nil, err
	}
	var out parseAnswer
	switch {
	case req.media == typeGeoJSON:
		err = writeCollection(&out, docs)
		return made(typeGeoJSON, out.body), err
	case req.bodyType == typeJSON:
		err = writeLines(&out, docs[:1])
		return made(typeJSON, out.body), err
	}
	err = writeLines(&out, docs)
	return made(typeNDJSON, out.body), err
}

// parseAnswer is an answer to texts while it is written, of bounded size: few words
// can name areas with long outlines.
type parseAnswer struct{ body []byte }

const maxParseAnswer = 64 << 20

// Write fails with a problem when the answer becomes too large.
func (a *parseAnswer) Write(b []byte) (int, error) {
	if len(a.body)+len(b) > maxParseAnswer {
		return 0, newProblem(http.StatusRequestEntityTooLarge, "what was found takes more than %d MiB; send less text at a time", maxParseAnswer>>20)
	}
	a.body = append(a.body, b...)
	return len(b), nil
}

func writeLines(w io.Writer, docs []atlas.Document) error {
	for i := range docs {
		if err := docs[i].WriteJSON(w); err != nil {
			return err
		}
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
	}
	return nil
}

// writeCollection writes the mentions that have a place and the fronts of
// documents as one GeoJSON FeatureCollection.
func writeCollection(w io.Writer, docs []atlas.Document) error {
	if _, err := io.WriteString(w, `{"type":"FeatureCollection","features":[`); err != nil {
		return err
	}
	var feature []byte
	comma := ""
	for i := range docs {
		for _, f := range docs[i].Features() {
			feature = f.AppendJSON(append(feature[:0], comma...))
			if _, err := w.Write(feature); err != nil {
				return err
			}
			comma = ","
		}
	}
	_, err := io.WriteString(w, "]}\n")
	return err
}

// documents parses a body of any of the types that are taken. What is wrong
// with one text is an error for all, so that nothing is missed.
func (s *service) documents(req *request, body []byte) ([]atlas.Document, error) {
	switch req.bodyType {
	case typeJSON:
		d, err := s.record(req, body)
		if err != nil {
			return nil, readingError("the body is no text to parse: %v", err)
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
		if err := work.Spend(req, stepsPerByte*len(a.Text)); err != nil {
			return nil, err
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
		d, err := s.record(req, line)
		if err != nil {
			return nil, readingError("line %d: %v; nothing was done with the other lines", number, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// record parses a JSON object.
func (s *service) record(req *request, line []byte) (atlas.Document, error) {
	if err := work.Spend(req, stepsPerByte*len(line)); err != nil {
		return atlas.Document{}, err
	}
	d, err := s.reader.Record(req, line)
	if errors.Is(err, article.ErrBadDate) { // the answer says that its mentions have no date
		err = nil
	}
	return d, err
}

// readingError tells what is wrong with a text, its last argument, from what
// ended the work.
func readingError(format string, args ...any) error {
	var p *problem
	var fault *geoparse.PanicError
	switch err := args[len(args)-1].(error); {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.As(err, &p), errors.As(err, &fault):
		return err
	}
	return newProblem(http.StatusBadRequest, format, args...)
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
