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

// Bounds of what is read.
const (
	MaxDocument = 16 << 20           // bytes of a text, a page or a feed, as stored
	MaxRecord   = jsonstream.MaxLine // bytes of one line of JSON
	MaxLines    = segment.MaxLines
	MaxElements = html.MaxElements // of a page, or of one entry of a feed
)

// What can be wrong with an input; an Error wraps one of these or an error of
// the operating system.
var (
	ErrEmpty     = errors.New("nothing to read in it")
	ErrBinary    = charset.ErrBinary
	ErrTooLarge  = record.ErrTooLarge
	ErrBadRecord = record.ErrNoRecord
	ErrBadDate   = record.ErrNoDate
	ErrBadFeed   = errors.New("not a feed that can be read")
	ErrBadPage   = errors.New("not a page that can be read")
	ErrLoop      = errors.New("a link back to a folder around it")
)

// Error says which input, and where in it, could not be read, why, and what can
// be done. Its message is one line.
type Error struct {
	Input string // file, address or name of the stream
	Line  int    // 1-based; 0 when the whole input is meant
	Err   error  // see the list above
	Hint  string // the way out; may be empty
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

// printable returns a message or a name of a file in one line of UTF-8 that steers no
// terminal: names, those in archives too, may hold any byte.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, text.OneLine(strings.ToValidUTF8(s, string(utf8.RuneError))))
}

// Unwrap returns what was wrong.
func (e *Error) Unwrap() error { return e.Err }

// tooLarge is the error of a document above its bound.
func tooLarge(input string) error {
	return &Error{Input: input, Err: ErrTooLarge,
		Hint: fmt.Sprintf("a document may have %d MiB: split it, or make it JSON Lines, which are streamed", MaxDocument>>20)}
}
