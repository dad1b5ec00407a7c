package archive

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"

	"dateline/document"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is how far back compressed data may refer, several times what the encoder uses.
const maxWindow = 32 << 20

// maxHeld is the size up to which the JSON of a document is held in memory.
const maxHeld = 1 << 20

// packedJSON is the JSON of a document too large to hold in memory.
type packedJSON []byte

// WriteTo writes the JSON.
func (j packedJSON) WriteTo(w io.Writer) (int64, error) { return copyUnpacked(w, j) }

// copyUnpacked decompresses to w, holding the last megabytes only.
func copyUnpacked(w io.Writer, packed []byte) (int64, error) {
	in, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxBody), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return in.WriteTo(w)
}

// json returns the JSON of a document after verifying its checksum and its id.
func (p *packer) json(id string, hash, packed []byte) (*document.JSON, error) {
	sum, head := sha256.New(), beginning{left: maxBody}
	size, err := copyUnpacked(io.MultiWriter(sum, &head), packed)
	switch {
	case err != nil:
		return nil, err
	case !bytes.Equal(hash, sum.Sum(nil)[:document.HashSize]):
		return nil, errChecksum
	case !bytes.HasPrefix(head.json, []byte(`{"id":"`+id+`"`)): // an id needs no escaping
		return nil, errors.New("the index points to another document")
	case size > maxHeld:
		return &document.JSON{Size: int(size), WriterTo: packedJSON(packed)}, nil
	}
	return document.HeldJSON(head.json), nil
}

// beginning keeps the first bytes written to it, up to maxHeld, and accepts at most a number of
// bytes.
type beginning struct {
	json []byte
	left int
}

func (b *beginning) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errTooLarge
	}
	b.json = append(b.json, p[:min(len(p), maxHeld-len(b.json))]...)
	return len(p), nil
}
