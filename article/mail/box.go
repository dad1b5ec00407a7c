package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
)

// ErrTooLarge reports a message above the maximum size.
var ErrTooLarge = errors.New("a message that is too large")

// fromLine matches the line before each message of an mbox file: "From vera@example.org Thu Nov
// 12".
var fromLine = regexp.MustCompile(`^From \S+ +(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? `)

// IsBox reports whether data begins as an mbox file.
func IsBox(head []byte) bool { return fromLine.Match(head) }

// Box splits an mbox file into its messages.
type Box struct {
	r    *bufio.Reader
	max  int
	line int  // number of the last line read
	mid  bool // the next read continues a line
}

// NewBox reads the messages of r, each of at most max bytes.
func NewBox(r *bufio.Reader, max int) *Box { return &Box{r: r, max: max} }

// Next returns the next message with its first and last line. For a message that is too large it
// returns ErrTooLarge, and reading may continue; at the end it returns io.EOF.
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
