// Package jsonstream reads JSON that may be larger than memory, value by value or line by
// line, and tells the line of each.
//
//	d := jsonstream.NewDecoder(r)
//	err := d.List(func() error {
//		var one feature
//		if err := d.Decode(&one); err != nil {
//			return fmt.Errorf("line %d: %w", d.Line(d.InputOffset()), err)
//		}
//		return use(one)
//	})
//
// Time is linear in the bytes.
package jsonstream

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// Errors of values of another kind than is wanted.
var (
	ErrNoList   = errors.New("not a list")
	ErrNoObject = errors.New("not an object")
)

// Decoder is a json.Decoder that counts lines. It is not safe for concurrent use.
type Decoder struct {
	*json.Decoder
	in *lineReader
}

// NewDecoder returns a Decoder of r.
func NewDecoder(r io.Reader) *Decoder {
	in := &lineReader{r: r}
	return &Decoder{json.NewDecoder(in), in}
}

// Line returns the number of the line, from 1, on which a byte lies, or of the last line
// that was read where it lies behind that. Offsets must not fall from call to call.
func (d *Decoder) Line(offset int64) int { return d.in.line(offset) }

// Begins reports whether the next value is a list or an object, by its bracket.
func (d *Decoder) Begins(bracket json.Delim) bool {
	d.More() // goes to the next byte that is not blank
	var first [1]byte
	n, _ := d.Buffered().Read(first[:])
	return n == 1 && json.Delim(first[0]) == bracket
}

// List reads a list. It calls element for each of its elements, which is to decode it,
// and ends with the first error that it returns. A value of another kind is ErrNoList.
func (d *Decoder) List(element func() error) error {
	if err := d.open('[', ErrNoList); err != nil {
		return err
	}
	for d.More() {
		if err := element(); err != nil {
			return err
		}
	}
	return d.Close()
}

// Object reads an object. It calls member for each of its keys, which is to decode the
// value, and ends with the first error that it returns. A value of another kind is
// ErrNoObject.
func (d *Decoder) Object(member func(key string) error) error {
	if err := d.open('{', ErrNoObject); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if err := member(key.(string)); err != nil { // json.Decoder takes no other key
			return err
		}
	}
	return d.Close()
}

func (d *Decoder) open(bracket json.Delim, other error) error {
	switch t, err := d.Token(); {
	case err == io.EOF, err == nil && t != bracket:
		return other
	default:
		return err
	}
}

// Close reads the bracket that ends a list or an object.
func (d *Decoder) Close() error {
	_, err := d.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// lineReader notes where lines end.
type lineReader struct {
	r     io.Reader
	read  int64
	lines int     // before the oldest of ends
	ends  []int64 // offsets of ends of lines that have not been asked beyond
}

func (l *lineReader) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	for i, v := range b[:n] {
		if v == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

func (l *lineReader) line(offset int64) int {
	n, _ := slices.BinarySearch(l.ends, offset)
	l.lines, l.ends = l.lines+n, l.ends[n:]
	return l.lines + 1
}
