package jsonstream

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// MaxLine is the maximum length of a line in bytes: that of a record of a large archive.
const MaxLine = 64 << 20

// Errors of lines, which are skipped.
var (
	ErrTooLarge = errors.New("too large")
	ErrNUL      = errors.New("it contains NUL bytes")
)

// Lines splits JSON Lines (also RFC 7464) into lines of at most MaxLine bytes. It is not safe
// for concurrent use.
type Lines struct {
	r      *bufio.Reader
	max    int
	number int  // of the line returned last
	ended  bool // no line follows
}

// NewLines returns the lines of r.
func NewLines(r *bufio.Reader) *Lines { return &Lines{r: r, max: MaxLine} }

// Number returns the number of the last line, from 1.
func (l *Lines) Number() int { return l.number }

// Next returns the next line, valid until the next call. It skips a line that is too long, with
// ErrTooLarge, and one that is not text, with ErrNUL; any other error, including io.EOF, is the
// stream's and the last.
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

// long reads the rest of a line longer than the buffer.
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

// Each calls do with each non-blank line, up to the first error, which it returns with the line
// number.
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
