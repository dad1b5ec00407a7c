package document

import "io"

// JSON is a Document as WriteJSON wrote it, which may be too large to be held. It is
// safe for concurrent use.
type JSON struct {
	Size        int // bytes
	io.WriterTo     // writes it
}

// HeldJSON returns what is held in memory, which must not be written to any more.
func HeldJSON(b []byte) *JSON { return &JSON{len(b), held(b)} }

type held []byte

func (h held) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(h)
	return int64(n), err
}
