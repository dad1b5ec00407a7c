// Package charset converts texts, pages, feeds and records to UTF-8.
//
//	s, err := charset.Decode(data, "text/html; charset=windows-1256")
//
// The declared encoding is used, else one guessed from the letters. Binary data are an error.
// Time is linear in the size.
package charset

import (
	"bufio"
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Errors of data that cannot be decoded.
var (
	ErrBinary   = errors.New("not text: it contains NUL bytes")
	ErrMojibake = errors.New("its letters were garbled by a wrong encoding")
	ErrUnknown  = errors.New("in an unknown encoding")
)

// Decode converts a document to UTF-8 with \n as line end. Evidence counts in this order: a byte
// order mark; validity as UTF-8 (pages declare other encodings by mistake); a declaration, in
// the media type, a <meta> or the XML declaration; the letters. Data that would decode to
// garbage are refused.
func Decode(data []byte, mediaType string) (string, error) {
	s, err := decode(data, mediaType)
	switch {
	case err != nil:
		return "", err
	case strings.IndexByte(s, 0) >= 0:
		return "", ErrBinary
	case isMojibake(s):
		return "", ErrMojibake
	}
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s, nil
}

func decode(data []byte, mediaType string) (string, error) {
	if bom, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return strings.ToValidUTF8(string(bom), "\uFFFD"), nil
	}
	if IsUTF16(data) {
		return transcode(data, UTF16())
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrBinary
	}
	switch valid, invalid := countUTF8(data); {
	case invalid*20 <= valid:
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	case invalid <= valid:
		return byLine(data), nil
	}
	if e := declared(data, mediaType); e != nil {
		if s, err := transcode(data, e); err == nil && !isGarbage(s) {
			return s, nil
		}
	}
	return guess(data)
}

func transcode(data []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	return string(out), err
}

// Reader decodes a stream that is not UTF-8 by the encoding guessed from its beginning.
func Reader(r *bufio.Reader) *bufio.Reader {
	r.Peek(1) // an error is returned again by the next read
	head, _ := r.Peek(r.Buffered())
	valid, invalid := countUTF8(head)
	if invalid <= valid {
		return r
	}
	e := guessEncoding(head)
	if e == nil {
		return r
	}
	return bufio.NewReaderSize(transform.NewReader(r, e.NewDecoder()), r.Size())
}

// UTF16 is the encoding detected by IsUTF16.
func UTF16() encoding.Encoding { return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM) }

// IsUTF16 reports whether data begins with a byte order mark of UTF-16.
func IsUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// countUTF8 counts the valid UTF-8 sequences outside ASCII, and the invalid bytes.
func countUTF8(data []byte) (valid, invalid int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	return valid, invalid
}

// byLine decodes a text that is mostly UTF-8 line by line.
func byLine(data []byte) string {
	var b strings.Builder
	for line := range bytes.Lines(data) {
		b.WriteString(Line(line))
	}
	return b.String()
}

// Line decodes a line of a text whose lines may have different encodings.
func Line(line []byte) string {
	if utf8.Valid(line) {
		return string(line)
	}
	if valid, invalid := countUTF8(line); invalid > valid {
		if s, err := guess(line); err == nil {
			return s
		}
	}
	return strings.ToValidUTF8(string(line), "\uFFFD")
}

// headSize is how many bytes of a document are searched for a declaration.
const headSize = 4 << 10

var xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// declared returns the declared encoding; nil if there is none, or if it is one that is more
// often declared by mistake than not.
func declared(data []byte, mediaType string) encoding.Encoding {
	head := data[:min(len(data), headSize)]
	e, name, _ := charset.DetermineEncoding(head, mediaType)
	if m := xmlDeclaration.FindSubmatch(head); m != nil {
		if named, canonical := charset.Lookup(string(m[1])); named != nil {
			e, name = named, canonical
		}
	}
	switch name {
	case "windows-1252", "utf-8", "replacement":
		return nil
	}
	return e
}
