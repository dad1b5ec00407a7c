package server

import (
	"bytes"

	"github.com/klauspost/compress/gzip"
)

// minCompressed is the size from which compressing is worth the while.
const minCompressed = 1 << 10

// takesGzip reads an Accept-Encoding header (RFC 9110, 12.5.3).
func takesGzip(header string) bool {
	quality := 0.0
	for _, r := range parseAccept(header) {
		if r.media == "gzip" {
			return r.quality > 0
		}
		if r.media == "*" {
			quality = r.quality
		}
	}
	return quality > 0
}

// compressed returns the answer with its body compressed, or the answer itself
// where that gains nothing.
func compressed(a *answer) *answer {
	if len(a.body) < minCompressed || !compresses(a.media) {
		return a
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		panic(err) // the level is one of the library's
	}
	_, _ = w.Write(a.body) // a Buffer takes everything
	_ = w.Close()
	if b.Len() >= len(a.body) {
		return a
	}
	out := *a
	out.body, out.encoding = b.Bytes(), "gzip"
	return &out
}
