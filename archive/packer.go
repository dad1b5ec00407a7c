package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"

	"dateline/document"

	"github.com/klauspost/compress/zstd"
)

// packer compresses the JSON of documents. It is safe for concurrent use.
type packer struct {
	encoders sync.Pool // of *zstd.Encoder
	decoder  *zstd.Decoder
}

// maxBody is the maximum size of a document's JSON, 256 MB: a damaged archive must not fill the
// memory.
const maxBody = 256 << 20

func newPacker() (*packer, error) {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxBody))
	if err != nil {
		return nil, err
	}
	return &packer{decoder: decoder}, nil
}

// packDocument returns the hash and the compressed JSON of a document. It never holds all of the
// JSON.
func (p *packer) packDocument(d *document.Document) (hash, body []byte, err error) {
	return p.pack(d.WriteJSON)
}

// pack returns the hash of what write writes, and the compressed data.
func (p *packer) pack(write func(io.Writer) error) (hash, body []byte, err error) {
	encoder, _ := p.encoders.Get().(*zstd.Encoder)
	if encoder == nil {
		if encoder, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true)); err != nil {
			return nil, nil, err
		}
	}
	defer p.encoders.Put(encoder)
	var out bytes.Buffer
	encoder.Reset(&out)
	in := bounded{to: encoder, hash: sha256.New(), left: maxBody}
	if err := errors.Join(write(&in), encoder.Close()); err != nil {
		return nil, nil, err
	}
	return in.hash.Sum(nil)[:document.HashSize], out.Bytes(), nil
}

// errTooLarge reports a document whose JSON exceeds maxBody bytes.
var errTooLarge = fmt.Errorf("its document is larger than %d MiB; split it", maxBody>>20)

// bounded passes on what is written to it, up to a size, and hashes it.
type bounded struct {
	to   io.Writer
	hash hash.Hash
	left int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errTooLarge
	}
	b.hash.Write(p)
	return b.to.Write(p)
}

// errChecksum reports a document that is not as it was stored.
var errChecksum = errors.New("its checksum does not match")

// unpack decompresses what pack wrote and verifies its hash. The decoder also verifies the
// checksum of the compressed bytes.
func (p *packer) unpack(hash, body []byte) (*document.Document, error) {
	b, err := p.decoder.DecodeAll(body, nil)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(hash, document.HashOf(b)) {
		return nil, errChecksum
	}
	var d document.Document
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, err
	}
	return &d, nil
}
