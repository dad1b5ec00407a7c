package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

// Answer is what a handler makes of a request. It is not changed once made.
type Answer struct {
	Status  int
	Media   string // of the body
	Body    []byte
	Stream  func(context.Context, io.Writer) error // writes the body where it is too large to be kept
	Whole   bool                                   // the stream begins when all of it is made
	Header  http.Header                            // what goes beyond the usual
	Private bool                                   // never to be stored
	Note    string                                 // what came of a change, for the log of writes

	key      string    // says what the stream holds; empty for what is never the same
	file     *madeFile // the stream made to its end
	tag      string    // entity tag, without its quotes
	encoding string    // of the body; empty for none
}

// OK answers with a body.
func OK(media string, body []byte) *Answer {
	return &Answer{Status: http.StatusOK, Media: media, Body: body}
}

// Made answers a POST.
func Made(media string, body []byte) *Answer {
	return &Answer{Status: http.StatusOK, Media: media, Body: body, Private: true}
}

// OKJSON answers with v, in the media type that was settled on.
func OKJSON(req *Request, v any) (*Answer, error) { return OK(req.Media, JSON(v)), nil }

// JSON writes v without escaping what is only special in HTML, as the & of
// links. It is for types that always marshal.
func JSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return b.Bytes()
}
