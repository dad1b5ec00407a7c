package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"

	"dateline/article"
	"dateline/atlas"
	"dateline/document"
	"dateline/geoparse"
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
	ctx, cancel := context.WithTimeout(req.Context, s.Limits.Timeout)
	defer cancel()
	req.Context = ctx
	var out parseAnswer
	media := typeNDJSON
	switch {
	case req.media == typeGeoJSON:
		media, err = typeGeoJSON, s.writeCollection(&out, req, body)
	case req.bodyType == typeJSON:
		media, err = typeJSON, s.eachDocument(req, body, out.writeLine)
	default:
		err = s.eachDocument(req, body, out.writeLine)
	}
	if err != nil {
		return nil, lateError(err, "the texts were not parsed within %v; send less at a time, or try again later", s.Limits.Timeout)
	}
	return made(media, out.body), nil
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

func (a *parseAnswer) writeLine(d *document.Document) error {
	if err := d.WriteJSON(a); err != nil {
		return err
	}
	_, err := io.WriteString(a, "\n")
	return err
}

// writeCollection writes the mentions that have a place and the fronts of texts as
// one GeoJSON FeatureCollection.
func (s *service) writeCollection(w io.Writer, req *request, body []byte) error {
	if _, err := io.WriteString(w, `{"type":"FeatureCollection","features":[`); err != nil {
		return err
	}
	var feature []byte
	comma := ""
	err := s.eachDocument(req, body, func(d *document.Document) error {
		for _, f := range atlas.Features(d) {
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

// eachDocument parses the texts of a body of any of the types that are taken, one
// after another, and has do take what was found. What is wrong with one text is an
// error for all, so that nothing is missed.
func (s *service) eachDocument(req *request, body []byte, do func(*document.Document) error) error {
	switch req.bodyType {
	case typeJSON:
		d, err := s.record(req, body)
		if err != nil {
			return readingError("the body is no text to parse: %v", err)
		}
		return do(&d)
	case typeNDJSON:
		return s.eachLine(req, body, do)
	}
	for a, err := range articlesIn(req, bytes.NewReader(body)) {
		if err != nil {
			return articleError(err)
		}
		d, err := s.reader.Article(req, a)
		if err != nil {
			return readingError("%v", err)
		}
		if err := do(&d); err != nil {
			return err
		}
	}
	return nil
}

// articlesIn reads the articles of a body. What is packed is refused, so that it
// can't expand.
func articlesIn(req *request, body io.Reader) iter.Seq2[article.Article, error] {
	return article.Options{Unpacked: true}.ReadFrom(req, "-", "", body)
}

func (s *service) eachLine(req *request, body []byte, do func(*document.Document) error) error {
	number := 0
	for line := range bytes.Lines(body) {
		number++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		d, err := s.record(req, line)
		if err != nil {
			return readingError("line %d: %v; nothing was done with the other lines", number, err)
		}
		if err := do(&d); err != nil {
			return err
		}
	}
	return nil
}

// record parses a JSON object.
func (s *service) record(req *request, line []byte) (document.Document, error) {
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
