package atlas

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/klauspost/compress/zstd"
)

// encode returns the document as JSON, with empty lists where it has none.
func (d *Document) encode() ([]byte, error) {
	full := *d
	full.Mentions = append([]Mention{}, d.Mentions...)
	for i := range full.Mentions {
		full.Mentions[i].Candidates = orEmpty(full.Mentions[i].Candidates)
	}
	full.Fronts = append([]Front{}, d.Fronts...)
	for i := range full.Fronts {
		full.Fronts[i].Anchors = orEmpty(full.Fronts[i].Anchors)
		if len(full.Fronts[i].Geometry) == 0 {
			full.Fronts[i].Geometry = json.RawMessage("null")
		}
	}
	return json.Marshal(&full)
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
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
	return &packer{encoder: encoder, decoder: decoder}, nil
}

// packDocument returns the hash and the compressed JSON of a document.
func (p *packer) packDocument(d *Document) (hash, body []byte, err error) {
	b, err := d.encode()
	if err != nil {
		return nil, nil, err
	}
	return hashOf(b), p.pack(b), nil
}

func (p *packer) pack(document []byte) []byte { return p.encoder.EncodeAll(document, nil) }

// errChecksum is the error of a document that is not as it was stored.
var errChecksum = errors.New("its checksum does not match")

// unpack reads what pack wrote, whose hash it must have. The decoder compares the
// checksum of the compressed bytes too.
func (p *packer) unpack(hash, body []byte) (*Document, error) {
	b, err := p.decoder.DecodeAll(body, nil)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(hash, hashOf(b)) {
		return nil, errChecksum
	}
	var d Document
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, err
	}
	return &d, nil
}
