package atlas

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// encode returns the document as WriteJSON writes it, of at most maxBody bytes: more
// could not be read again.
func (d *Document) encode() ([]byte, error) {
	var b body
	err := d.WriteJSON(&b)
	return b, err
}

// body is the JSON of a document while it is written.
type body []byte

func (b *body) Write(p []byte) (int, error) {
	if len(*b)+len(p) > maxBody {
		return 0, fmt.Errorf("what was found in it takes more than %d MiB; split it", maxBody>>20)
	}
	*b = append(*b, p...)
	return len(p), nil
}

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
