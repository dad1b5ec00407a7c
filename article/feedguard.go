package article

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"golang.org/x/net/html/charset"
)

// Bounds of a feed: its parser calls itself for elements within elements, and
// keeps those that it does not know.
const (
	maxFeedTags  = 4 * MaxElements
	maxFeedDepth = 1000
)

// checkTags refuses a feed of more tags, or tags deeper in each other, than can
// be parsed safely. It reads the XML as gofeed does, so that both see the same.
// Where the XML breaks off, gofeed will say so.
func checkTags(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	tags, depth := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			return nil
		}
		switch token.(type) {
		case xml.StartElement:
			tags++
			depth++
		case xml.EndElement:
			depth--
		}
		if tags > maxFeedTags || depth > maxFeedDepth {
			return fmt.Errorf("%w: more than %d elements, or more than %d in each other", ErrBadFeed, maxFeedTags, maxFeedDepth)
		}
	}
}

// withoutControls drops the bytes that XML may not hold.
func withoutControls(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for _, b := range data {
		if b >= ' ' || b == '\t' || b == '\n' || b == '\r' {
			out = append(out, b)
		}
	}
	return out
}
