package server

import (
	"errors"
	"net/http"
	"strings"
	"testing"
)

// TestReadJSON: a body is one complete object with known members only.
func TestReadJSON(t *testing.T) {
	for body, want := range map[string]string{
		`{"name":"a"}`:          "",
		"\n {\"name\":\"a\"}\n": "",
		`null`:                  "it is not an object",
		``:                      "it is not an object",
		`[{"name":"a"}]`:        "it is not an object",
		`"a"`:                   "it is not an object",
		`{"name":"a"`:           "unexpected EOF",
		`{"name":1}`:            `the body is not a thing in JSON: "name" is a number; give a string`,
		`{"name":"a","more":1}`: "unknown field",
		`{"name":"a"} {}`:       "more follows the object",
		`{"name":"a"}]`:         "more follows the object",
		`{"name":"a\u0000"}`:    "U+0000",
	} {
		var thing struct {
			Name string `json:"name"`
		}
		err := (&Request{Body: strings.NewReader(body)}).ReadJSON("thing", &thing)
		var p *Problem
		switch {
		case want == "" && (err != nil || thing.Name != "a"):
			t.Errorf("%q: %v, %+v", body, err, thing)
		case want != "" && (!errors.As(err, &p) || p.Status != http.StatusBadRequest || !strings.Contains(p.Detail, want)):
			t.Errorf("%q: %v, want %q", body, err, want)
		}
	}
}
