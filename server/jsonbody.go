package server

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"

	"dateline/jsonstream"
	"dateline/query"
)

// ReadJSON decodes the body into v: one JSON object without unknown members. Errors call the
// body by what, such as "correction".
func (req *Request) ReadJSON(what string, into any) error {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return BodyError(err)
	}
	if body = bytes.TrimSpace(body); len(body) == 0 || body[0] != '{' {
		return NewProblem(http.StatusBadRequest, "the body is not a %s in JSON: it is not an object", what)
	}
	in := json.NewDecoder(bytes.NewReader(body))
	in.DisallowUnknownFields()
	if err := in.Decode(into); err != nil {
		return NewProblem(http.StatusBadRequest, "the body is not a %s in JSON: %s", what, jsonstream.Describe(err))
	}
	if _, err := in.Token(); err != io.EOF {
		return NewProblem(http.StatusBadRequest, "the body is not a %s in JSON: more follows the object", what)
	}
	if !isStorable(body) {
		return NewProblem(http.StatusBadRequest, "a text of the %s contains the character U+0000, which cannot be stored; remove it", what)
	}
	return nil
}

// isStorable reports whether a database can store all strings of valid JSON.
func isStorable(body []byte) bool {
	if !bytes.Contains(body, []byte(`\u0000`)) {
		return true
	}
	in := json.NewDecoder(bytes.NewReader(body))
	for {
		t, err := in.Token()
		if err != nil {
			return true
		}
		if s, is := t.(string); is && !query.IsStorable(s) {
			return false
		}
	}
}
