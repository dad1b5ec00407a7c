package jsonstream

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// TestLines reads lines of at most 8 bytes through a buffer of 16.
func TestLines(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"an end without a line break":   {"{}\n1", `1:"{}\n" 2:"1"`},
		"a blank line":                  {"1\n\n2\n", `1:"1\n" 2:"\n" 3:"2\n"`},
		"a byte order mark":             {"\xef\xbb\xbf1\n\xef\xbb\xbf2", `1:"1\n" 2:"\ufeff2"`},
		"record separators":             {"\x1e1\n\x1e2\n", `1:"1\n" 2:"2\n"`},
		"NUL bytes":                     {"1\n\x00\n2\n", `1:"1\n" 2:it contains NUL bytes 3:"2\n"`},
		"too long for bound and buffer": {"1\n" + strings.Repeat("x", 40) + "\n2\n", `1:"1\n" 2:too large 3:"2\n"`},
		"nothing":                       {"", ""},
	} {
		lines := NewLines(bufio.NewReaderSize(strings.NewReader(tt.in), 16))
		lines.max = 8
		var got []string
		for {
			line, err := lines.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				got = append(got, fmt.Sprintf("%d:%v", lines.Number(), err))
				continue
			}
			got = append(got, fmt.Sprintf("%d:%q", lines.Number(), line))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", name, s, tt.want)
		}
	}
}

// TestEach ends at the first error, with the number of its line.
func TestEach(t *testing.T) {
	bad := errors.New("bad")
	var got []string
	err := Each(strings.NewReader("a\n\n b\nbad\nc\n"), func(line []byte) error {
		got = append(got, strings.TrimSpace(string(line)))
		if got[len(got)-1] == "bad" {
			return bad
		}
		return nil
	})
	if !errors.Is(err, bad) || err.Error() != "line 4: bad" || strings.Join(got, " ") != "a b bad" {
		t.Errorf("%v: %v", got, err)
	}
}
