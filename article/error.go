package article

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/article/charset"
	"dateline/article/html"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/jsonstream"
	"dateline/text"
)

// Limits on inputs.
const (
	MaxDocument = 16 << 20           // bytes of a text, a page or a feed, as stored
	MaxRecord   = jsonstream.MaxLine // bytes of one line of JSON
	MaxLines    = segment.MaxLines
	MaxElements = html.MaxElements // of a page, or of one entry of a feed
)

// Causes of errors; an Error wraps one of these or an error of the operating system.
var (
	ErrEmpty     = errors.New("nothing to read")
	ErrBinary    = charset.ErrBinary
	ErrTooLarge  = record.ErrTooLarge
	ErrBadRecord = record.ErrNoRecord
	ErrBadDate   = record.ErrNoDate
	ErrBadFeed   = errors.New("not a readable feed")
	ErrBadPage   = errors.New("not a readable page")
	ErrLoop      = errors.New("a link to a folder that contains it")
)

// Error says which input could not be read, where in it, why, and what to do about it. Its
// message is one line.
type Error struct {
	Input string // file, address or name of the stream
	Line  int    // 1-based; 0 for the whole input
	Err   error  // one of the causes above, or of the operating system
	Hint  string // what to do; may be empty
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Input)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	fmt.Fprintf(&b, ": %v", e.Err)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return printable(b.String())
}

// printable makes a message one line of valid UTF-8 without control characters: file names, also
// those in archives, may contain any byte, and must not control the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, text.OneLine(strings.ToValidUTF8(s, string(utf8.RuneError))))
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// tooLarge is the error for a document above MaxDocument.
func tooLarge(input string) error {
	return &Error{Input: input, Err: ErrTooLarge,
		Hint: fmt.Sprintf("a document may have %d MiB: split it, or convert it to JSON Lines, which are streamed", MaxDocument>>20)}
}
