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

// Errors for values of an unexpected kind.
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

// Line returns the number of the line, from 1, that contains a byte, or of the last line read if
// it lies beyond. Offsets must not decrease from call to call.
func (d *Decoder) Line(offset int64) int { return d.in.line(offset) }

// List reads a list. It calls element for each element, which must decode it, and stops at the
// first error. A value of another kind is ErrNoList.
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

// Object reads an object. It calls member for each key, which must decode the value, and stops
// at the first error. A value of another kind is ErrNoObject.
func (d *Decoder) Object(member func(key string) error) error {
	if err := d.open('{', ErrNoObject); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if err := member(key.(string)); err != nil { // json.Decoder accepts no other key
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

// Close reads the closing bracket of a list or an object.
func (d *Decoder) Close() error {
	_, err := d.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// lineReader records the ends of lines.
type lineReader struct {
	r     io.Reader
	read  int64
	lines int     // before the oldest of ends
	ends  []int64 // offsets of line ends after the last one asked for
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
