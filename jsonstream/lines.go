package jsonstream

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// MaxLine is how many bytes a line may have: those of a record of a large archive.
const MaxLine = 64 << 20

// Errors of lines, which are passed over.
var (
	ErrTooLarge = errors.New("too large")
	ErrNUL      = errors.New("it holds NUL bytes")
)

// Lines cuts a stream of lines of JSON (also RFC 7464) into its lines, of at most MaxLine
// bytes each. It is not safe for concurrent use.
type Lines struct {
	r      *bufio.Reader
	max    int
	number int  // of the line returned last
	ended  bool // no line follows
}

// NewLines returns the lines of r.
func NewLines(r *bufio.Reader) *Lines { return &Lines{r: r, max: MaxLine} }

// Number returns the number of the line that Next returned last, from 1.
func (l *Lines) Number() int { return l.number }

// Next returns the next line; it is good until the next call. A line too long is
// skipped, with ErrTooLarge, and so is one of no text, with ErrNUL; any error but those
// and io.EOF is the stream's, and the last.
func (l *Lines) Next() ([]byte, error) {
	if l.ended {
		return nil, io.EOF
	}
	l.number++
	data, err := l.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		data, err = l.long(data)
	}
	switch {
	case err == io.EOF && len(data) > 0:
		l.ended = true
	case err != nil:
		l.ended = err != ErrTooLarge
		return nil, err
	case bytes.IndexByte(data, 0) >= 0:
		return nil, ErrNUL
	}
	if l.number == 1 {
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	}
	return bytes.TrimPrefix(data, []byte{0x1e}), nil // RFC 7464
}

// long reads the rest of a line that is longer than the buffer.
func (l *Lines) long(part []byte) (all []byte, err error) {
	for err = bufio.ErrBufferFull; ; part, err = l.r.ReadSlice('\n') {
		if len(all) <= l.max {
			all = append(all, part...)
		}
		if err != bufio.ErrBufferFull {
			break
		}
	}
	if (err == nil || err == io.EOF) && len(all) > l.max {
		return nil, ErrTooLarge
	}
	return all, err
}

// Each calls do with each line that is not blank, up to the first error, which it returns
// with the number of the line.
func Each(r io.Reader, do func(line []byte) error) error {
	lines := NewLines(bufio.NewReader(r))
	for {
		line, err := lines.Next()
		switch {
		case err == io.EOF:
			return nil
		case err == nil && len(bytes.TrimSpace(line)) > 0:
			err = do(line)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", lines.Number(), err)
		}
	}
}
