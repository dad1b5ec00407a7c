package snapshot

import (
	"errors"
	"fmt"
	"io"
	"reflect"
)

// Errors of Reader.Err, besides I/O errors.
var (
	ErrDamaged = errors.New("snapshot: damaged, or cut short")
	ErrFormat  = errors.New("snapshot: written in another format")
)

// Reader reads the sections of a file in order. After an error it reads nothing more. It is not
// safe for concurrent use.
type Reader struct {
	from io.Reader
	left int64 // remaining bytes: an upper limit of any length
	err  error
}

// NewReader starts reading a file of a size and format.
func NewReader(from io.Reader, size int64, format string) *Reader {
	r := &Reader{from: from, left: size}
	var begin [1]uint64
	if r.read(bytesOf(begin[:])); r.err == nil && begin[0] != magic {
		r.Fail(ErrFormat)
	}
	if got := GetText(r); r.err == nil && got != format {
		r.Fail(ErrFormat)
	}
	return r
}

// Err returns the first error.
func (r *Reader) Err() error { return r.err }

// Fail sets the error of the Reader, unless it has one: for callers that find the content
// invalid.
func (r *Reader) Fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// Get reads a section. The result has capacity for room more values; it is nil after an error.
func Get[T any](r *Reader, room int) []T {
	var length [1]uint64
	r.read(bytesOf(length[:]))
	size := uint64(reflect.TypeFor[T]().Size())
	if r.err == nil && (length[0] > uint64(r.left) || length[0]%size != 0) {
		r.Fail(ErrDamaged)
	}
	if r.err != nil {
		return nil
	}
	n := int(length[0] / size)
	values := make([]T, n, n+room)
	sum := checksum(0, bytesOf(length[:]))
	for b := bytesOf(values); len(b) > 0 && r.err == nil; {
		piece := b[:min(len(b), pieceSize)]
		r.read(piece)
		sum = checksum(sum, piece)
		b = b[len(piece):]
	}
	var stored [1]uint32
	if r.read(bytesOf(stored[:])); r.err == nil && stored[0] != sum {
		r.Fail(ErrDamaged)
	}
	if r.err != nil {
		return nil
	}
	return values
}

// pieceSize is how many bytes are read at once, so that the checksum is computed while they are
// in the processor's cache.
const pieceSize = 256 << 10

// GetOne reads a section of one value.
func GetOne[T any](r *Reader) (value T) {
	values := Get[T](r, 0)
	if r.err == nil && len(values) != 1 {
		r.Fail(ErrDamaged)
	}
	if r.err == nil {
		value = values[0]
	}
	return value
}

// GetText reads a section that is a text.
func GetText(r *Reader) string { return string(Get[byte](r, 0)) }

func (r *Reader) read(b []byte) {
	if r.err != nil {
		return
	}
	n, err := io.ReadFull(r.from, b)
	r.left -= int64(n)
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		r.err = ErrDamaged
	case err != nil:
		r.err = fmt.Errorf("snapshot: %w", err)
	}
}
