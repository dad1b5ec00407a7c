package server

import (
	"io"
	"net/http"
	"net/url"
	"strings"
)

// maxFormBytes bounds the body of a search.
const maxFormBytes = 1 << 20

// asQuery makes a GET of a POST whose body is a form: its fields stand behind those
// of the address, which holds no filter of more than some 30,000 characters.
func asQuery(r *route, h *http.Request) (*http.Request, error) {
	body, err := io.ReadAll(h.Body)
	if err != nil {
		return nil, bodyError(err)
	}
	if _, err := bodyType(r.accepts, h.Header); err != nil && len(body) > 0 {
		return nil, err
	}
	fields, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, newProblem(http.StatusBadRequest, "the form is broken: %v", err)
	}
	out := h.Clone(h.Context())
	out.Method, out.Body = http.MethodGet, http.NoBody
	out.URL.RawQuery = strings.Trim(h.URL.RawQuery+"&"+fields.Encode(), "&")
	return out, nil
}
