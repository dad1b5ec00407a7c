package archive

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/document"
)

// The kinds of keys, the first letter of each. The rest is a hash, so that a removed article
// leaves no address behind.
const (
	keyOfID      = "i" // an id that a text of the article would have by itself
	keyOfAddress = "a" // another text at the address is a newer one
	keyOfGUID    = "g" // likewise, under the source's own id
	keyOfFile    = "f" // likewise, in a file that holds nothing else
	keyOfCore    = "c" // the same text, whatever surrounds it
	keyOfText    = "t" // an earlier or present text of the article, by its own id
)

// keysOf returns the keys other than its id by which an article is recognised.
func keysOf(d *document.Document) []string {
	var keys []string
	if d.Canonical != "" {
		keys = append(keys, newKey(keyOfAddress, d.Canonical))
	}
	if d.GUID != "" && d.Source != "" {
		keys = append(keys, newKey(keyOfGUID, d.Source, d.GUID))
	}
	if core := coreOf(d); len(core) >= leastCore {
		keys = append(keys, newKey(keyOfCore, core, d.Source, d.Published))
	}
	return keys
}

// textKey is the key of a text that an article has or had.
func textKey(article string, d *document.Document) string {
	return newKey(keyOfText, article, string(document.HashOf([]byte(d.Text))))
}

func newKey(kind string, of ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(of, "\x00")))
	return kind + base64.RawURLEncoding.EncodeToString(sum[:15])
}

// leastCore is the length in letters, in bytes, above which one source does not write the same
// text twice on a day.
const leastCore = 200

// coreOf returns the letters and digits of a text, without what is not news: navigation,
// bylines, repeated captions.
func coreOf(d *document.Document) string {
	b := make([]byte, 0, len(d.Text))
	at, aside := 0, d.Aside
	for _, r := range d.Text {
		for len(aside) > 0 && aside[0][1] <= at {
			aside = aside[1:]
		}
		if (len(aside) == 0 || at < aside[0][0]) && isLetterOrDigit(r) {
			b = utf8.AppendRune(b, r)
		}
		at++
	}
	return string(b)
}

func isLetterOrDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
