package atlas

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"

	"dateline/document"

	"github.com/klauspost/compress/zstd"
)

// StoredJSON is a document as Document.WriteJSON wrote it, in memory where it is
// small. It is safe for concurrent use.
type StoredJSON struct {
	Size int // bytes

	json   []byte // nil where it is large
	packed []byte
}

// maxWindow is how far back what is compressed may refer, several times what the
// encoder does.
const maxWindow = 32 << 20

// maxHeld is how large the JSON of a document may be to be held in memory.
const maxHeld = 1 << 20

// WriteTo writes the JSON.
func (j *StoredJSON) WriteTo(w io.Writer) (int64, error) {
	if j.json != nil {
		n, err := w.Write(j.json)
		return int64(n), err
	}
	return copyUnpacked(w, j.packed)
}

// copyUnpacked writes what was compressed, of which it holds the last megabytes.
func copyUnpacked(w io.Writer, packed []byte) (int64, error) {
	in, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxBody), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return in.WriteTo(w)
}

// json returns the JSON of the document with an id, once it has seen that it is as
// it was stored: its checksum and its id.
func (p *packer) json(id string, hash, packed []byte) (*StoredJSON, error) {
	sum, head := sha256.New(), beginning{left: maxBody}
	size, err := copyUnpacked(io.MultiWriter(sum, &head), packed)
	switch {
	case err != nil:
		return nil, err
	case !bytes.Equal(hash, sum.Sum(nil)[:document.HashSize]):
		return nil, errChecksum
	case !bytes.HasPrefix(head.json, []byte(`{"id":"`+id+`"`)): // an id needs no escape
		return nil, errors.New("the index leads to another")
	case size > maxHeld:
		return &StoredJSON{Size: int(size), packed: packed}, nil
	}
	return &StoredJSON{Size: int(size), json: head.json}, nil
}

// beginning keeps the first bytes that are written to it, up to maxHeld, and takes no
// more than a number of bytes.
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
