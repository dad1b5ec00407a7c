package document

import "io"

// JSON is a Document as WriteJSON writes it, which may be too large for memory. It is safe for
// concurrent use.
type JSON struct {
	Size        int // bytes
	io.WriterTo     // writes it
}

// HeldJSON returns JSON held in memory, which must not be changed any more.
func HeldJSON(b []byte) *JSON { return &JSON{len(b), held(b)} }

type held []byte

func (h held) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(h)
	return int64(n), err
}
