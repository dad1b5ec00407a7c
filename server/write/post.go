package write

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"dateline/article"
	"dateline/document"
	"dateline/server"
	"dateline/work"
)

// countsDoc is the result of adding articles.
type countsDoc struct {
	Added    int `json:"added"`
	Revised  int `json:"revised"` // newer texts of articles
	Known    int `json:"known"`   // already stored, left alone
	Removed  int `json:"removed"` // removed earlier, left alone
	Mentions int `json:"mentions"`
	Fronts   int `json:"fronts"`
	Places   int `json:"places"` // mentioned for the first time

	Errors []fault `json:"errors,omitempty"` // articles that were not stored
}

// addArticles reads articles as `dateline ingest` does and stores all of them, or none if one is
// invalid. One that a bug makes unreadable is left out, unless there is no other.
func (s *writer) addArticles(req *server.Request) (*server.Answer, error) {
	ctx, cancel := context.WithTimeout(req.Context, storeTimeout)
	defer cancel()
	req.Context = ctx
	body := sentBody{from: req.Body}
	docs, unread, err := s.articles(req, &body)
	if err != nil {
		_, _ = io.Copy(io.Discard, &body) // clients that send everything first can then read the answer
	}
	switch {
	case body.err != nil:
		return nil, server.BodyError(body.err)
	case err != nil:
		return nil, storeError(err)
	}
	req.Yield() // it may wait for other writers
	result, err := s.put(req, docs)
	if err != nil {
		return nil, storeError(err)
	}
	a := server.Created(server.TypeJSON, server.JSON(countsDoc{result.Added, result.Revised, result.Known, result.Removed, result.Mentions, result.Fronts, result.Places, unread.list()}))
	a.Note = fmt.Sprintf("%d articles added, %d revised, %d known already", result.Added, result.Revised, result.Known)
	if a.Faults = unread.errors(); len(unread) > 0 {
		a.Note += fmt.Sprintf(", %d could not be read", len(unread))
	}
	return a, nil
}

// storeTimeout is when articles must have been read and stored: before the client would be
// disconnected.
const storeTimeout = server.WriteTimeout - 20*time.Second

func storeError(err error) error {
	if refused, is := errors.AsType[*document.DocumentError](err); is {
		return server.NewProblem(http.StatusBadRequest, "%v; nothing was stored", refused)
	}
	return server.TimeoutError(err, "storing took longer than %v, and no article was stored; send fewer at a time, or try again later", storeTimeout)
}

// Limits of the results of a request, which are held until stored: their number, and their
// memory in bytes.
const (
	maxPostArticles = 100_000
	maxPostWeight   = 256 << 20
)

// sentBody records the error that ended the reading of a body early.
type sentBody struct {
	from io.Reader
	err  error
}

func (b *sentBody) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}

// oneLine reads a JSON object into one line.
func oneLine(body io.Reader) (io.Reader, error) {
	all, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	var line bytes.Buffer
	if err := json.Compact(&line, all); err != nil {
		return nil, server.NewProblem(http.StatusBadRequest, "the body is not JSON: %v", err)
	}
	if line.Bytes()[0] != '{' {
		return nil, server.NewProblem(http.StatusBadRequest, "the body is not a JSON object; give one article, or lines of them as %s", server.TypeNDJSON)
	}
	return &line, nil
}

// articles reads the articles of a body and their content.
func (s *writer) articles(req *server.Request, body io.Reader) (docs []document.Document, unread faults, err error) {
	if req.BodyType == server.TypeJSON {
		if body, err = oneLine(body); err != nil {
			return nil, nil, err
		}
	}
	weight := 0
	for a, err := range s.articlesIn(req, body) {
		if err != nil {
			return nil, nil, articleError(err)
		}
		d, err := guarded(func() (document.Document, error) { return s.document(req, a) })
		if unread.take(withFault(err, a.Lines[0], cmp.Or(a.Key, a.ID, idIn(a.Record)))) {
			continue
		}
		if err != nil {
			return nil, nil, readingError("article %d: %v; nothing was stored", len(docs)+len(unread)+1, err)
		}
		docs = append(docs, d)
		if weight += d.Weight(); weight > maxPostWeight || len(docs) > maxPostArticles {
			return nil, nil, server.NewProblem(http.StatusRequestEntityTooLarge, "more than %d articles, or more than %d MiB of results; send them in parts; nothing was stored", maxPostArticles, maxPostWeight>>20)
		}
	}
	if len(docs) == 0 && len(unread) > 0 {
		return nil, nil, unread[0]
	}
	return docs, unread, nil
}

// document parses an article, or reads the results given, and checks that it can be stored.
func (s *writer) document(req *server.Request, a article.Article) (document.Document, error) {
	if err := work.Spend(req, readPerByte*len(a.Record)); err != nil {
		return document.Document{}, err
	}
	d, err := s.reader().Document(req, a)
	var unread *article.Error
	switch {
	case errors.As(err, &unread):
		return d, articleError(err)
	case err != nil:
		return d, err
	}
	return d, d.Check()
}

// readPerByte is about the cost of reading a byte of given results, in steps of work.Spend.
const readPerByte = 4
