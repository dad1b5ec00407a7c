package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns a document into UTF-8 with \n as end of line. A byte order mark
// decides, then whether the bytes are UTF-8 (pages declare others by mistake),
// then what a page declares of itself; else they are Windows-1256 (Arabic) or
// Windows-1252 by their look.
func decode(data []byte, declared bool) (string, error) {
	text, err := decodeBytes(data, declared)
	if err != nil {
		return "", err
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", ErrBinary
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), nil
}

func decodeBytes(data []byte, declared bool) (string, error) {
	if bom, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return strings.ToValidUTF8(string(bom), "\uFFFD"), nil
	}
	if isUTF16(data) {
		return transcode(data, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM))
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrBinary
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	if declared {
		if e, _, certain := charset.DetermineEncoding(data, ""); certain {
			return transcode(data, e)
		}
	}
	return transcode(data, legacy(data))
}

func transcode(data []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	return string(out), err
}

// isUTF16 reports whether there is a byte order mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// mostlyUTF8 reports whether the bytes are UTF-8 but for a few, as in a text cut
// in the middle of a letter.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return bad*20 <= good
}

// legacy tells Windows-1256 from Windows-1252: a text in Arabic is made of long
// runs of bytes above 127, one in a western language has them singly.
func legacy(data []byte) encoding.Encoding {
	high, runs := 0, 0
	for i, b := range data {
		if b < utf8.RuneSelf {
			continue
		}
		high++
		if i == 0 || data[i-1] < utf8.RuneSelf {
			runs++
		}
	}
	if high > 2*runs {
		return charmap.Windows1256
	}
	return charmap.Windows1252
}
