package record

import (
	"bufio"
	"bytes"
	"io"
)

// splitter cuts a stream into values of JSON, whatever is in them: by their brackets and
// quotes alone. So a value that is broken, or nested too deep to be parsed, loses no other.
// The bracket that begins a list, that which ends one, and commas are values of their own.
type splitter struct {
	r    *bufio.Reader
	max  int
	line int // on which the reader stands

	begun bool
}

// next returns the next value, and the line on which it ends. One of more than max bytes is
// ErrTooLarge, and the next follows it; one that breaks off is io.ErrUnexpectedEOF.
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

// endsScalar reports whether what follows ends a number or a word.
func (s *splitter) endsScalar() bool {
	next, err := s.r.Peek(1)
	return err != nil || bytes.IndexByte([]byte("\r\n,[]{}\""), next[0]) >= 0
}

// shape follows the brackets and quotes of a value.
type shape struct {
	depth   int
	begun   bool
	scalar  bool // a number or a word
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
