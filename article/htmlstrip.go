package article

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxLinked is how many bytes of JSON-LD are read.
const maxLinked = 1 << 20

// strip leaves out of a page what says nothing here: elements that only change
// the look of letters, which, left open, multiply with every paragraph; styles,
// frames and scripts other than JSON-LD.
func strip(page string) (string, error) {
	var b strings.Builder
	var s stripper
	elements := 0
	z := html.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() { // of a string: its end
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			elements++
		}
		if elements > MaxElements {
			return "", fmt.Errorf("%w: more than %d elements", ErrBadPage, MaxElements)
		}
		if raw := z.Raw(); s.keeps(kind, raw) {
			b.Write(raw)
		}
	}
	return b.String(), nil
}

// stripper knows which element it is in.
type stripper struct {
	skip   atom.Atom // the element that is being left out
	linked bool      // in JSON-LD
}

// keeps reports whether a token is kept.
func (s *stripper) keeps(kind html.TokenType, raw []byte) bool {
	if kind == html.TextToken {
		return s.skip == 0 && !(s.linked && len(raw) > maxLinked)
	}
	name, end := tagOf(raw), kind == html.EndTagToken
	switch {
	case s.skip != 0:
		if end && name == s.skip {
			s.skip = 0
		}
		return false
	case isLook(name):
		return false
	case end:
		s.linked = false
	case name == atom.Script && bytes.Contains(bytes.ToLower(raw), []byte("ld+json")):
		s.linked = true
	case name == atom.Script, name == atom.Style, name == atom.Iframe:
		s.skip = name
	}
	return s.skip == 0
}

// tagOf returns the name of a tag as it stands in a page.
func tagOf(tag []byte) atom.Atom {
	name := bytes.TrimLeft(tag, "</")
	if end := bytes.IndexAny(name, " \t\r\n\f/>"); end >= 0 {
		name = name[:end]
	}
	return atom.Lookup(bytes.ToLower(name))
}

// isLook reports whether an element only changes how letters look.
func isLook(a atom.Atom) bool {
	switch a {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small,
		atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}
