package server

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// minCompressed is the size from which compression pays off.
const minCompressed = 1 << 10

// encodings are the supported content codings, best first.
func encodings() []string { return []string{"br", "zstd", "gzip"} }

// encodingFor returns the client's preferred coding (RFC 9110, 12.5.3), the best of several
// equals; empty for none. Range requests are for the uncompressed body.
func encodingFor(h http.Header) string {
	if h.Get("Range") != "" {
		return ""
	}
	best, most := "", 0.0
	accepted := parseAccept(h.Get("Accept-Encoding"))
	for _, encoding := range encodings() {
		if q := codingQuality(accepted, encoding); q > most {
			best, most = encoding, q
		}
	}
	return best
}

func codingQuality(accepted []acceptRange, encoding string) float64 {
	quality := 0.0
	for _, r := range accepted {
		if r.media == encoding {
			return r.quality
		}
		if r.media == "*" {
			quality = r.quality
		}
	}
	return quality
}

// encoder returns a compressing writer, tuned for speed.
func encoder(w io.Writer, encoding string) (io.WriteCloser, error) {
	switch encoding {
	case "br":
		return brotli.NewWriterLevel(w, 3), nil
	case "zstd":
		return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	}
	return gzip.NewWriterLevel(w, gzip.BestSpeed)
}

// compressed returns the answer with its body compressed, or the answer itself if that saves
// nothing.
func compressed(a *Answer, encoding string) (*Answer, error) {
	if encoding == "" || len(a.Body) < minCompressed || !compresses(a.Media) {
		return a, nil
	}
	var b bytes.Buffer
	w, err := encoder(&b, encoding)
	if err != nil {
		return nil, err
	}
	_, _ = w.Write(a.Body) // a Buffer never fails
	_ = w.Close()
	if b.Len() >= len(a.Body) {
		return a, nil
	}
	out := *a
	out.Body, out.encoding = b.Bytes(), encoding
	return &out, nil
}

// compressedStream returns an answer that is compressed while being written.
func compressedStream(a *Answer, encoding string) *Answer {
	if encoding == "" || !compresses(a.Media) {
		return a
	}
	out := *a
	out.encoding = encoding
	out.Stream = func(ctx context.Context, w io.Writer) error {
		z, err := encoder(w, encoding)
		if err != nil {
			return err
		}
		if err := a.Stream(ctx, z); err != nil {
			return err
		}
		return z.Close()
	}
	return &out
}
