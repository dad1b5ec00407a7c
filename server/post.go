package server

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"dateline/article"
	"dateline/atlas"
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
	body := sentBody{from: req.body}
	docs, err := s.articles(req, &body)
	if err != nil {
		_, _ = io.Copy(io.Discard, &body) // who sends all of it first reads the answer then
	}
	switch {
	case body.err != nil:
		return nil, bodyError(body.err)
	case err != nil:
		return nil, err
	}
	result, err := s.Put(req, docs)
	if err != nil {
		return nil, err
	}
	return made(typeJSON, toJSON(countsDoc{result.Added, result.Known, result.Mentions, result.Fronts, result.Places})), nil
}

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
func (s *service) articles(req *request, body io.Reader) (docs []atlas.Document, err error) {
	if req.bodyType == typeJSON {
		if body, err = oneLine(body); err != nil {
			return nil, err
		}
	}
	for a, err := range article.ReadFrom(req, "-", body) {
		if err != nil {
			return nil, articleError(err)
		}
		d, err := s.reader.Document(req, a)
		if err != nil {
			return nil, articleError(err)
		}
		if err := d.Check(); err != nil {
			return nil, newProblem(http.StatusBadRequest, "article %d: %v; nothing was stored", len(docs)+1, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}
