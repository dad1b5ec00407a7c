package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

// answer is what a handler makes of a request. It is not changed once made.
type answer struct {
	status   int
	media    string // of the body
	body     []byte
	stream   func(context.Context, io.Writer) error // writes the body where it is too large to be kept
	whole    bool                                   // the stream begins when all of it is made
	key      string                                 // says what the stream holds; empty for what is never the same
	file     *madeFile                              // the stream made to its end
	header   http.Header                            // what goes beyond the usual
	tag      string                                 // entity tag, without its quotes
	encoding string                                 // of the body; empty for none
	private  bool                                   // never to be stored
}

func ok(media string, body []byte) *answer {
	return &answer{status: http.StatusOK, media: media, body: body}
}

// made answers a POST.
func made(media string, body []byte) *answer {
	return &answer{status: http.StatusOK, media: media, body: body, private: true}
}

// okJSON answers with v, in the media type that was settled on.
func okJSON(req *request, v any) (*answer, error) { return ok(req.media, toJSON(v)), nil }

// toJSON writes v without escaping what is only special in HTML, as the & of
// links. It is for types that always marshal.
func toJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return b.Bytes()
}
