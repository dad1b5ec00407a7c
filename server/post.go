package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"dateline/article"
	"dateline/document"
	"dateline/work"
)

// authorize compares a Bearer token (RFC 6750) in a time that tells nothing of
// it.
func (s *service) authorize(header string) error {
	if s.Token == "" || s.Put == nil {
		return newProblem(http.StatusForbidden, "this server takes no articles: it was started without a token")
	}
	scheme, token, _ := strings.Cut(header, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return newProblem(http.StatusUnauthorized, "show the token as Authorization: Bearer").with("WWW-Authenticate", `Bearer realm="dateline"`)
	}
	given, want := sha256.Sum256([]byte(strings.TrimSpace(token))), sha256.Sum256([]byte(s.Token))
	if subtle.ConstantTimeCompare(given[:], want[:]) != 1 {
		return newProblem(http.StatusUnauthorized, "the token is not the right one").
			with("WWW-Authenticate", `Bearer realm="dateline", error="invalid_token"`)
	}
	return nil
}

// countsDoc says what became of articles that were sent.
type countsDoc struct {
	Added    int `json:"added"`
	Known    int `json:"known"` // were in already, and were left alone
	Mentions int `json:"mentions"`
	Fronts   int `json:"fronts"`
	Places   int `json:"places"` // mentioned for the first time
}

// addArticles reads articles as `dateline ingest` does and puts all of them
// into the archive, or none when one of them is wrong.
func (s *service) addArticles(req *request) (*answer, error) {
	ctx, cancel := context.WithTimeout(req.Context, storeTimeout)
	defer cancel()
	req.Context = ctx
	body := sentBody{from: req.body}
	docs, err := s.articles(req, &body)
	if err != nil {
		_, _ = io.Copy(io.Discard, &body) // who sends all of it first reads the answer then
	}
	switch {
	case body.err != nil:
		return nil, bodyError(body.err)
	case err != nil:
		return nil, storeError(err)
	}
	req.turn.end() // it may wait for others who write
	result, err := s.Put(req, docs)
	if err != nil {
		return nil, storeError(err)
	}
	return made(typeJSON, toJSON(countsDoc{result.Added, result.Known, result.Mentions, result.Fronts, result.Places})), nil
}

// storeTimeout is until when articles must have been read and stored: before the
// client would be cut off.
const storeTimeout = writeTimeout - 20*time.Second

func storeError(err error) error {
	return lateError(err, "the articles were not stored within %v, and none of them was; send less at a time, or try again later", storeTimeout)
}

// Bounds of what is found in the articles of a request, which is held until it is
// stored: their number, and how many bytes of memory they take.
const (
	maxPostArticles = 100_000
	maxPostWeight   = 256 << 20
)

// sentBody keeps what ended the reading of a body before its end.
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
		return nil, newProblem(http.StatusBadRequest, "the body is no JSON: %v", err)
	}
	if line.Bytes()[0] != '{' {
		return nil, newProblem(http.StatusBadRequest, "the body is no JSON object; give one article, or lines of them as %s", typeNDJSON)
	}
	return &line, nil
}

// articles reads the articles of a body and what is in them.
func (s *service) articles(req *request, body io.Reader) (docs []document.Document, err error) {
	if req.bodyType == typeJSON {
		if body, err = oneLine(body); err != nil {
			return nil, err
		}
	}
	weight := 0
	for a, err := range articlesIn(req, body) {
		if err != nil {
			return nil, articleError(err)
		}
		d, err := s.document(req, a)
		if err != nil {
			return nil, readingError("article %d: %v; nothing was stored", len(docs)+1, err)
		}
		docs = append(docs, d)
		if weight += d.Weight(); weight > maxPostWeight || len(docs) > maxPostArticles {
			return nil, newProblem(http.StatusRequestEntityTooLarge, "the articles are more than %d, or what was found in them takes more than %d MiB; send them in parts; nothing was stored", maxPostArticles, maxPostWeight>>20)
		}
	}
	return docs, nil
}

// document parses an article, or reads what was found in it, and checks that it can
// be stored.
func (s *service) document(req *request, a article.Article) (document.Document, error) {
	if err := work.Spend(req, readPerByte*len(a.Record)); err != nil {
		return document.Document{}, err
	}
	d, err := s.reader.Document(req, a)
	var unread *article.Error
	switch {
	case errors.As(err, &unread):
		return d, articleError(err)
	case err != nil:
		return d, err
	}
	return d, d.Check()
}

// readPerByte is about what it costs to read a byte of what was found by others, in
// steps of work.Spend.
const readPerByte = 4
