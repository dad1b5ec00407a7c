package atlas

import (
	"encoding/json"

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
	return &packer{encoder, decoder}, nil
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
