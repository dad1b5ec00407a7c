package archive

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"unicode"

	"dateline/document"
)

// The kinds of keys, the first letter of each. What follows is a hash, so that an
// article which was removed leaves no address behind.
const (
	keyOfID      = "i" // an id that a text of the article would have by itself
	keyOfAddress = "a" // another text at the address is a newer one
	keyOfGUID    = "g" // likewise, under the id that the source gives
	keyOfFile    = "f" // likewise, in the file that holds nothing else
	keyOfCore    = "c" // the same text, whatever stands around it
	keyOfText    = "t" // a text that the article had, by its own id
)

// keysOf returns by what else than its id an article is known again.
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

// textKey is that of a text which an article has or had.
func textKey(article string, d *document.Document) string {
	return newKey(keyOfText, article, string(document.HashOf([]byte(d.Text))))
}

func newKey(kind string, of ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(of, "\x00")))
	return kind + base64.RawURLEncoding.EncodeToString(sum[:15])
}

// leastCore is how many bytes of letters make a text that is not written twice on one
// day by one source.
const leastCore = 200

// coreOf returns the letters and digits of a text, but for what is not news in it:
// navigation, bylines, captions that are repeated.
func coreOf(d *document.Document) string {
	var b strings.Builder
	b.Grow(len(d.Text))
	at, aside := 0, d.Aside
	for _, r := range d.Text {
		for len(aside) > 0 && aside[0][1] <= at {
			aside = aside[1:]
		}
		if (len(aside) == 0 || at < aside[0][0]) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		}
		at++
	}
	return b.String()
}
