package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// ErrTooLarge is the error of a message that is too large.
var ErrTooLarge = errors.New("a message that is too large")

// IsBox reports whether a file begins as a mailbox (mbox) does.
func IsBox(head []byte) bool { return bytes.HasPrefix(head, []byte("From ")) }

// Box cuts a mailbox (mbox) into its messages.
type Box struct {
	r    *bufio.Reader
	max  int
	line int // the last that was read
}

// NewBox returns the messages of r, of at most max bytes each.
func NewBox(r *bufio.Reader, max int) *Box { return &Box{r: r, max: max} }

// Next returns the next message and its first and last line. One that is too large is
// ErrTooLarge, and the next can be read; io.EOF is the end.
func (b *Box) Next() (message []byte, lines [2]int, err error) {
	lines[0] = b.line + 1
	blank, tooLarge := false, false
	for {
		line, err := b.r.ReadSlice('\n')
		if len(line) == 0 && err != nil && err != bufio.ErrBufferFull {
			if err == io.EOF && (len(message) > 0 || tooLarge) {
				break
			}
			return nil, lines, err
		}
		if err != bufio.ErrBufferFull {
			b.line++
		}
		if IsBox(line) {
			if blank || len(message) == 0 {
				if len(message) > 0 || tooLarge {
					break // the line says nothing that the header does not
				}
				continue
			}
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if bytes.HasPrefix(line, []byte(">From ")) {
			line = line[1:]
		}
		if tooLarge = tooLarge || len(message)+len(line) > b.max; tooLarge {
			message = nil
		} else {
			message = append(message, line...)
		}
	}
	lines[1] = b.line
	if tooLarge {
		return nil, lines, ErrTooLarge
	}
	return message, lines, nil
}
