package feed

import (
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/work"
)

// parts is an XML feed split into its entries.
type parts struct {
	root    string   // the root's start tag
	name    string   // of the root
	before  string   // everything outside the entries
	entries []string // with their tags
}

// cut splits a feed into its entries. An entry without an end tag ends where the next begins.
func cut(steps *work.Counter, s string) (*parts, error) {
	p, rest, err := readRoot(s)
	if err != nil {
		return nil, err
	}
	tag := "item"
	if p.name == "feed" {
		tag = "entry"
	}
	var outside strings.Builder
	start, from := -1, 0 // start of the open entry; start of the text outside entries
	for at := 0; ; {
		next := nextTag(rest, at)
		if err := steps.Add(next.end - at); err != nil {
			return nil, err
		}
		opens := next.name == tag
		if start >= 0 && (opens || next.name == "/"+tag || next.name == "") {
			p.close(rest[start:next.start], tag)
			start, from = -1, next.end
		}
		switch {
		case next.name == "":
			outside.WriteString(rest[min(from, len(rest)):])
			p.before = outside.String()
			if len(p.entries) > MaxEntries {
				return nil, ErrTooMany
			}
			return p, nil
		case opens:
			outside.WriteString(rest[min(from, next.start):next.start])
			start = next.start
		}
		at = next.end
	}
}

// close adds an entry that has no end tag.
func (p *parts) close(entry, tag string) {
	if len(p.entries) <= MaxEntries {
		p.entries = append(p.entries, repair(entry+"</"+tag+">"))
	}
}

// readRoot reads the start tag of the root.
func readRoot(s string) (p *parts, rest string, err error) {
	for at := 0; ; {
		t := nextTag(s, at)
		switch {
		case t.name == "":
			return nil, "", ErrNoFeed
		case t.end-t.start > maxRoot:
			return nil, "", ErrLongRoot
		case t.name == "rss", t.name == "feed", t.name == "rdf:RDF", t.name == "RDF":
			return &parts{root: s[t.start:t.end], name: t.name}, s[t.end:], nil
		case t.name[0] != '?' && t.name[0] != '!':
			return nil, "", ErrNoFeed
		}
		at = t.end
	}
}

// document returns a feed with entry i only.
func (p *parts) document(i int) string {
	if p.name == "rss" {
		return p.root + "<channel>" + p.entries[i] + "</channel></rss>"
	}
	return p.root + p.entries[i] + "</" + p.name + ">"
}

// channel returns the feed without its entries.
func (p *parts) channel() string {
	s := p.root + p.before
	for _, end := range []string{"</channel>", "</" + p.name + ">"} {
		if end != "</channel>" || p.name == "rss" {
			if !strings.Contains(s, end) {
				s += end
			}
		}
	}
	return s
}

// tag is a tag, comment, declaration or CDATA section, or a "<" that begins none of these. The
// name of those that are not tags begins with ! or ?. The name is empty at the end of input.
type tag struct {
	start, end int
	name       string
}

// Names of items that are not tags.
const (
	cdata = "![CDATA["
	stray = "!<"
)

// Delimiters of a CDATA section.
const (
	openCDATA  = "<![CDATA["
	closeCDATA = "]]>"
)

// nextTag returns the first tag at or after a byte.
func nextTag(s string, at int) tag {
	start := strings.IndexByte(s[at:], '<')
	if start < 0 {
		return tag{start: len(s), end: len(s)}
	}
	start += at
	if rest, ok := strings.CutPrefix(s[start:], openCDATA); ok {
		return tag{start, start + len(openCDATA) + endOfCDATA(rest), cdata}
	}
	for _, region := range [...][2]string{{"<!--", "-->"}, {"<?", "?>"}} {
		if strings.HasPrefix(s[start:], region[0]) {
			return tag{start, endOf(s, start, region[1]), region[0][1:]}
		}
	}
	if start+1 < len(s) && !beginsTag(s[start+1]) {
		return tag{start, start + 1, stray}
	}
	end := endOf(s, start, ">")
	name := strings.TrimRight(s[start+1:end], ">")
	if i := strings.IndexFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '/' && name[0] != '/' }); i >= 0 {
		name = name[:i]
	}
	if name == "" {
		name = "!"
	}
	return tag{start, end, name}
}

// beginsTag reports whether a byte may follow the "<" of a tag.
func beginsTag(b byte) bool {
	return b >= utf8.RuneSelf || strings.IndexByte("/!?_:", b) >= 0 || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// endOfCDATA returns the end of a CDATA section that begins before s: 0 if nothing ends it
// before the next begins.
func endOfCDATA(s string) int {
	if next := strings.Index(s, openCDATA); next >= 0 {
		s = s[:next]
	}
	if i := strings.Index(s, closeCDATA); i >= 0 {
		return i + len(closeCDATA)
	}
	return 0
}

// endOf returns the position after the next mark, or the end of s.
func endOf(s string, start int, mark string) int {
	if i := strings.Index(s[start:], mark); i >= 0 {
		return start + i + len(mark)
	}
	return len(s)
}

// checkDepth refuses XML with too many or too deeply nested elements to be parsed safely. It
// accepts truncated XML, which the parser reports.
func checkDepth(document string) error {
	d := xml.NewDecoder(strings.NewReader(document))
	d.Strict = false
	elements, depth := 0, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return nil
		}
		switch token.(type) {
		case xml.StartElement:
			elements++
			depth++
		case xml.EndElement:
			depth--
		}
		if elements > maxElements || depth > maxDepth {
			return ErrTooDeep
		}
	}
}

// withoutControls drops the characters not allowed in XML.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}
