package ogc

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"dateline/document"
	"dateline/server"
	"dateline/work"
)

// article answers with an article and all that was found in it, as it is stored.
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
	if d.Size > maxWholeArticle {
		return &server.Answer{Status: http.StatusOK, Media: req.Media, Stream: streamOf(d)}, nil
	}
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return server.OK(req.Media, b.Bytes()), nil
}

const (
	// maxWholeArticle is how large an article may be to be answered in one go.
	maxWholeArticle = 1 << 20

	// bytesUnpackedPerStep is about how many bytes can be unpacked in a step of work.
	bytesUnpackedPerStep = 8
)

// streamOf writes an article while it is unpacked.
func streamOf(d *document.JSON) func(context.Context, io.Writer) error {
	return func(ctx context.Context, w io.Writer) error {
		_, err := d.WriteTo(spending{ctx, w})
		return err
	}
}

// spending is a writer of what was unpacked, which has its cost.
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

func notHere(collection, id string) *server.Problem {
	return server.NewProblem(http.StatusNotFound, "%s has nothing with the id %q", collection, id)
}
