package server

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// MaxFormBytes is the maximum size of a search's body.
const MaxFormBytes = 1 << 20

// asQuery turns a POST with a form as its body into a GET: its fields follow those of the
// address, which is too short for filters above some 30,000 characters.
func asQuery(r *Route, h *http.Request) (*http.Request, error) {
	body, err := io.ReadAll(h.Body)
	if err != nil {
		return nil, BodyError(err)
	}
	if _, err := bodyType(r.Accepts, h.Header); err != nil && len(body) > 0 {
		return nil, err
	}
	fields, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, NewProblem(http.StatusBadRequest, "the form is malformed: %v", err)
	}
	out := h.Clone(h.Context())
	out.Method, out.Body = http.MethodGet, http.NoBody
	out.URL.RawQuery = strings.Trim(h.URL.RawQuery+"&"+fields.Encode(), "&")
	return out, nil
}

// BodyError distinguishes a body that is too large, or broke off, from a failure of the server.
func BodyError(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return NewProblem(http.StatusBadRequest, "the body could not be read to its end")
}
