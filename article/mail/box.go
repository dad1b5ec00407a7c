package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
)

// ErrTooLarge is the error of a message that is too large.
var ErrTooLarge = errors.New("a message that is too large")

// fromLine is how a message of a mailbox begins: "From vera@example.org Thu Nov 12".
var fromLine = regexp.MustCompile(`^From \S+ +(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? `)

// IsBox reports whether a file begins as a mailbox (mbox) does.
func IsBox(head []byte) bool { return fromLine.Match(head) }

// Box cuts a mailbox (mbox) into its messages.
type Box struct {
	r    *bufio.Reader
	max  int
	line int  // the last that was read
	mid  bool // what is read next goes on with a line
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
		goesOn := b.mid
		if b.mid = err == bufio.ErrBufferFull; !b.mid {
			b.line++
		}
		if !goesOn && IsBox(line) {
			if blank || len(message) == 0 {
				if len(message) > 0 || tooLarge {
					break // the line says nothing that the header does not
				}
				continue
			}
		}
		blank = !goesOn && len(bytes.TrimSpace(line)) == 0
		if !goesOn && bytes.HasPrefix(line, []byte(">From ")) {
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
