package record

import (
	"bufio"
	"bytes"
	"io"
)

// splitter splits a stream into JSON values by brackets and quotation marks only, so that values
// which are invalid or nested too deeply don't affect the others. Commas and the brackets of the
// outer list are values of their own.
type splitter struct {
	r    *bufio.Reader
	max  int
	line int // current line

	begun bool
}

// next returns the next value and the line on which it ends. For a value of more than max bytes
// it returns ErrTooLarge and continues after it; for a truncated value io.ErrUnexpectedEOF.
func (s *splitter) next() (value []byte, line int, err error) {
	c, err := s.skipBlank()
	if err != nil {
		return nil, s.line, err
	}
	if !s.begun && c == '[' {
		s.begun = true
		return []byte{c}, s.line, nil
	}
	s.begun = true
	v := shape{}
	for {
		if len(value) <= s.max {
			value = append(value, c)
		}
		line = s.line
		v.take(c)
		if v.isWhole() || v.isScalar() && s.endsScalar() {
			break
		}
		if c, err = s.byte(); err == io.EOF {
			if v.isScalar() {
				break
			}
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, s.line, err
		}
	}
	if len(value) > s.max {
		return nil, line, ErrTooLarge
	}
	return value, line, nil
}

func (s *splitter) byte() (byte, error) {
	c, err := s.r.ReadByte()
	if err == nil && c == '\n' {
		s.line++
	}
	return c, err
}

func (s *splitter) skipBlank() (byte, error) {
	for {
		c, err := s.byte()
		if err != nil || bytes.IndexByte([]byte(" \t\r\n\x1e"), c) < 0 {
			return c, err
		}
	}
}

// endsScalar reports whether a byte ends a number or keyword.
func (s *splitter) endsScalar() bool {
	next, err := s.r.Peek(1)
	return err != nil || bytes.IndexByte([]byte("\r\n,[]{}\""), next[0]) >= 0
}

// shape tracks the brackets and quotation marks of a value.
type shape struct {
	depth   int
	begun   bool
	scalar  bool // a number or keyword
	quoted  bool
	escaped bool
}

func (v *shape) take(c byte) {
	first := !v.begun
	v.begun = true
	switch {
	case v.escaped:
		v.escaped = false
	case v.quoted && c == '\\':
		v.escaped = true
	case c == '"':
		v.quoted = !v.quoted
	case v.quoted:
	case c == '{' || c == '[':
		v.depth++
	case c == '}' || c == ']':
		v.depth--
	case first && c != ',' && c != ':':
		v.scalar = true
	}
}

func (v *shape) isWhole() bool { return v.begun && v.depth <= 0 && !v.quoted && !v.scalar }

func (v *shape) isScalar() bool { return v.scalar }
