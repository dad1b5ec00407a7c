package ogc

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"

	"dateline/document"
	"dateline/schema"
	"dateline/server"
	"dateline/work"
)

// article answers with an article's document as stored.
func article(req *server.Request) (*server.Answer, error) {
	d, err := req.View.JSON(req.Var("id"))
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, notHere("articles", req.Var("id"))
	}
	if err := work.Spend(req, d.Size/bytesUnpackedPerStep); err != nil {
		return nil, err
	}
	told, err := toldIn(req)
	if err != nil {
		return nil, err
	}
	if d.Size > maxWholeArticle {
		return &server.Answer{Status: http.StatusOK, Media: req.Media, Stream: streamOf(d, told)}, nil
	}
	var b bytes.Buffer
	if _, err := d.WriteTo(&headed{&b, told}); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return server.OK(req.Media, b.Bytes()), nil
}

const (
	// maxWholeArticle is the size up to which an article is answered at once rather than
	// streamed.
	maxWholeArticle = 1 << 20

	// bytesUnpackedPerStep is about how many bytes a step of work decompresses.
	bytesUnpackedPerStep = 8
)

// streamOf streams an article while decompressing it.
func streamOf(d *document.JSON, told []byte) func(context.Context, io.Writer) error {
	return func(ctx context.Context, w io.Writer) error {
		_, err := d.WriteTo(&headed{spending{ctx, w}, told})
		return err
	}
}

// spending is a writer of decompressed bytes that charges for them.
type spending struct {
	ctx context.Context
	w   io.Writer
}

func (s spending) Write(p []byte) (int, error) {
	if err := work.Spend(s.ctx, len(p)/bytesUnpackedPerStep); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}

// articleDoc is an article with the copies of it.
type articleDoc struct {
	Story  string   `json:"story,omitempty"`   // id of the first article with the same text, if there are copies
	AlsoIn []string `json:"also_in,omitempty"` // outlets of the others
	document.Document
}

// toldIn returns the members on an article's story, as JSON with a trailing comma; nil if it has
// no copy.
func toldIn(req *server.Request) ([]byte, error) {
	articles, _, err := req.View.Reader(req, schema.Articles, nil)
	if err != nil {
		return nil, err
	}
	found, err := articles.Find(req, req.Var("id"))
	if err != nil {
		return nil, err
	}
	f := found[0]
	story, isTold := f.Property("story").(string)
	if !isTold || story == "" {
		return nil, nil
	}
	outlets := []string{}
	if also, _ := f.Property("also_in").(string); also != "" {
		outlets = strings.Split(also, "; ")
	}
	members := server.JSON(struct {
		Story  string   `json:"story"`
		AlsoIn []string `json:"also_in"`
	}{story, outlets})
	return append(bytes.Trim(members, "{}\n"), ','), nil
}

// headed inserts members after the first byte, which opens an object.
type headed struct {
	w       io.Writer
	members []byte
}

func (h *headed) Write(p []byte) (int, error) {
	if len(h.members) == 0 || len(p) == 0 {
		return h.w.Write(p)
	}
	first := append([]byte{p[0]}, h.members...)
	h.members = nil
	if _, err := h.w.Write(first); err != nil {
		return 0, err
	}
	n, err := h.w.Write(p[1:])
	return n + 1, err
}

func notHere(collection, id string) *server.Problem {
	return server.NewProblem(http.StatusNotFound, "%s has no item with the id %q", collection, id)
}
