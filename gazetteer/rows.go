package gazetteer

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// RowError reports an invalid row. Reading continues after it.
type RowError struct {
	Line   int    // from 1; for a GeoJSON feature the one where it ends
	Column string // number or name of the column or property; empty for the whole row
	Err    error  // what is wrong, and what is expected
}

// Error returns one line, such as `line 3, column 5 (latitude): 91 is beyond 90 degrees`.
func (e *RowError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("line %d, column %s: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns the cause.
func (e *RowError) Unwrap() error { return e.Err }

// columnError is a RowError without its line.
func columnError(column, format string, args ...any) *RowError {
	return &RowError{Column: column, Err: fmt.Errorf(format, args...)}
}

// atLine adds the line to err.
func atLine(err error, line int) error {
	var row *RowError
	if errors.As(err, &row) {
		row.Line = line
		return row
	}
	return &RowError{Line: line, Err: err}
}

// guarded calls read. A panic in it is an error of the row.
func guarded[T any](read func() (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a bug in Dateline, please report it with the row: %v", p)
		}
	}()
	return read()
}

const maxLine = 1 << 20 // the longest rows of a dump are near 20 kB

// errLong and errNotUTF8 report lines that are invalid in any format.
var (
	errLong    = fmt.Errorf("longer than %d bytes; want one place a line", maxLine)
	errNotUTF8 = errors.New("not UTF-8; convert the file, as with iconv -t UTF-8")
)

// textLine is a line of a file without its line ending.
type textLine struct {
	number int
	text   string
}

// lines yields the lines of r that are neither blank nor comments. A RowError concerns one line,
// any other error ends the reading.
func lines(r io.Reader) iter.Seq2[textLine, error] {
	return func(yield func(textLine, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		var long []byte
		for n := 1; ; n++ {
			raw, err := readLine(in, &long)
			if err != nil && err != io.EOF && !errors.Is(err, errLong) {
				yield(textLine{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if !yieldLine(raw, n, errors.Is(err, errLong), yield) || err == io.EOF {
				return
			}
		}
	}
}

func yieldLine(raw []byte, n int, long bool, yield func(textLine, error) bool) bool {
	if n == 1 {
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	}
	raw = bytes.TrimRight(raw, "\r\n")
	switch {
	case long:
		return yield(textLine{}, &RowError{Line: n, Err: errLong})
	case len(bytes.TrimSpace(raw)) == 0 || raw[0] == '#':
		return true
	case !utf8.Valid(raw):
		return yield(textLine{}, &RowError{Line: n, Err: errNotUTF8})
	}
	return yield(textLine{n, string(raw)}, nil)
}

// readLine returns the next line with its ending, valid until the next call. A line that is too
// long is skipped.
func readLine(in *bufio.Reader, buf *[]byte) ([]byte, error) {
	raw, err := in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return raw, err
	}
	*buf = append((*buf)[:0], raw...)
	for err == bufio.ErrBufferFull {
		raw, err = in.ReadSlice('\n')
		if len(*buf) <= maxLine {
			*buf = append(*buf, raw...)
		}
	}
	if err == nil && len(*buf) > maxLine {
		err = errLong
	}
	return *buf, err
}

// splitNames splits names in one cell at | or ;.
func splitNames(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == ';' })
}
