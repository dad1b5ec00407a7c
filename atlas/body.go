package atlas

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// WriteJSON writes the document as JSON on one line, with empty lists where it has
// none. It holds the JSON of one mention at a time.
func (d *Document) WriteJSON(w io.Writer) error {
	frame := *d
	frame.Mentions, frame.Fronts = []Mention{}, []Front{}
	b, err := json.Marshal(&frame)
	if err != nil {
		return err
	}
	// A quotation mark within a string has a backslash, so these are keys.
	before, rest, _ := bytes.Cut(b, []byte(`"mentions":[`))
	between, after, _ := bytes.Cut(rest, []byte(`"fronts":[`))
	out := bufio.NewWriter(w)
	out.Write(before)
	out.WriteString(`"mentions":[`)
	if err := writeList(out, d.Mentions, Mention.full); err != nil {
		return err
	}
	out.Write(between)
	out.WriteString(`"fronts":[`)
	if err := writeList(out, d.Fronts, Front.full); err != nil {
		return err
	}
	out.Write(after)
	return out.Flush()
}

// writeList writes the items of a list, each as full makes it.
func writeList[T any](w *bufio.Writer, list []T, full func(T) T) error {
	var item bytes.Buffer
	encoder := json.NewEncoder(&item)
	for i := range list {
		item.Reset()
		if i > 0 {
			item.WriteByte(',')
		}
		one := full(list[i])
		if err := encoder.Encode(&one); err != nil {
			return err
		}
		if _, err := w.Write(bytes.TrimSuffix(item.Bytes(), []byte("\n"))); err != nil {
			return err
		}
	}
	return nil
}

// full is the mention with an empty list where it has none.
func (m Mention) full() Mention {
	m.Candidates = orEmpty(m.Candidates)
	return m
}

// full is the front with an empty list and null where it has none.
func (f Front) full() Front {
	f.Anchors = orEmpty(f.Anchors)
	if len(f.Geometry) == 0 {
		f.Geometry = json.RawMessage("null")
	}
	return f
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// packer compresses the JSON of documents. It is safe for concurrent use.
type packer struct {
	encoders sync.Pool // of *zstd.Encoder
	decoder  *zstd.Decoder
}

// maxBody is how large the JSON of a document may be, 256 MB: a damaged archive
// must not fill the memory.
const maxBody = 256 << 20

func newPacker() (*packer, error) {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxBody))
	if err != nil {
		return nil, err
	}
	return &packer{decoder: decoder}, nil
}

// packDocument returns the hash and the compressed JSON of a document. The JSON
// is never held whole.
func (p *packer) packDocument(d *Document) (hash, body []byte, err error) {
	return p.pack(d.WriteJSON)
}

// pack returns the hash of what write writes, and that compressed.
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
	return in.hash.Sum(nil)[:hashSize], out.Bytes(), nil
}

// errTooLarge is the error of a document whose JSON has more than maxBody bytes.
var errTooLarge = fmt.Errorf("what was found in it takes more than %d MiB; split it", maxBody>>20)

// bounded hands on what is written to it, up to a size, and hashes it.
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
