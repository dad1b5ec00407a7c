package article

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode"
)

// File names may hold any byte: messages show them as one line of UTF-8 without control characters.
func TestNamesThatSteerTerminals(t *testing.T) {
	for _, member := range []string{"a\x1b[31mb.txt", "a\nb.txt", "a\xffb.txt", "a\x1b]0;x\x07.jpg", "a\r.json"} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(member)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("{\x00"))
		z.Close()
		articles, errs := readAll("news\x1b[2J.zip", &b)
		if len(articles) != 0 || len(errs) != 1 {
			t.Errorf("%q: articles %v, errors %v", member, articles, errs)
			continue
		}
		said := errs[0].Error()
		if strings.ContainsFunc(said, unicode.IsControl) || strings.ToValidUTF8(said, "") != said {
			t.Errorf("%q: %q", member, said)
		}
	}
}
