package record

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// ErrTooLarge is the error of a line that is too long.
var ErrTooLarge = errors.New("too large")

// Lines cuts a stream into lines of bounded length.
type Lines struct {
	r      *bufio.Reader
	max    int
	number int  // of the line returned last
	ended  bool // no line follows
}

// NewLines returns the lines of r, of at most max bytes each.
func NewLines(r *bufio.Reader, max int) *Lines { return &Lines{r: r, max: max} }

// Number returns the number of the line that Next returned last, from 1.
func (l *Lines) Number() int { return l.number }

// End ends the lines: Next returns io.EOF from now on.
func (l *Lines) End() { l.ended = true }

// Next returns the next line; it is good until the next call. A line too long is
// skipped, with ErrTooLarge; any error but io.EOF, ErrTooLarge and ErrNoRecord
// is the stream's, and the last.
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
		return nil, fmt.Errorf("%w: it holds NUL bytes", ErrNoRecord)
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
