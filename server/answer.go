package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

// Answer is the response of a handler. It is immutable once made.
type Answer struct {
	Status  int
	Media   string // of the body
	Body    []byte
	Stream  func(context.Context, io.Writer) error // writes a body too large to cache
	Whole   bool                                   // the stream begins only when all of it is made
	Header  http.Header                            // in addition to the usual headers
	Private bool                                   // must never be stored
	Note    string                                 // the result of a change, for the log of writes
	Faults  []error                                // bugs that made parts of it impossible, for the log

	key      string    // identifies the content of the stream; empty if it differs each time
	file     *madeFile // the complete stream as a file
	tag      string    // entity tag, without its quotes
	encoding string    // of the body; empty for none
}

// OK returns a body.
func OK(media string, body []byte) *Answer {
	return &Answer{Status: http.StatusOK, Media: media, Body: body}
}

// Created returns the response to a POST that created something.
func Created(media string, body []byte) *Answer {
	return &Answer{Status: http.StatusOK, Media: media, Body: body, Private: true}
}

// OKJSON returns v in the negotiated media type.
func OKJSON(req *Request, v any) (*Answer, error) { return OK(req.Media, JSON(v)), nil }

// JSON encodes v without escaping characters that are special only in HTML, such as the & of
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
