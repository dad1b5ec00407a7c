package atlas

import (
	"encoding/json"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// encode returns the document as JSON, with empty lists where it has none.
func (d *Document) encode() ([]byte, error) { return d.encodeInto(nil) }

// encodeInto is encode in memory that is not needed any more.
func (d *Document) encodeInto(space []byte) ([]byte, error) {
	e := encoder{b: space[:0]}
	e.document(d)
	return e.b, e.err
}

// packer compresses the JSON of documents. It is safe for concurrent use.
type packer struct {
	spaces  sync.Pool // of *[]byte, for the JSON
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// maxBody is how large the JSON of a document may be, 256 MB: a damaged archive
// must not fill the memory.
const maxBody = 256 << 20

func newPacker() (*packer, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxBody))
	if err != nil {
		return nil, err
	}
	return &packer{encoder: encoder, decoder: decoder}, nil
}

// packDocument returns the hash and the compressed JSON of a document.
func (p *packer) packDocument(d *Document) (hash, body []byte, err error) {
	space, ok := p.spaces.Get().(*[]byte)
	if !ok {
		space = new([]byte)
	}
	defer p.spaces.Put(space)
	if *space, err = d.encodeInto(*space); err != nil {
		return nil, nil, err
	}
	return hashOf(*space), p.pack(*space), nil
}

func (p *packer) pack(document []byte) []byte { return p.encoder.EncodeAll(document, nil) }

// unpack reads what pack wrote.
func (p *packer) unpack(body []byte) (*Document, error) {
	b, err := p.decoder.DecodeAll(body, nil)
	if err != nil {
		return nil, err
	}
	var d Document
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, err
	}
	return &d, nil
}
