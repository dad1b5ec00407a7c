package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// joiner replaces markup inside words: a word joiner (U+2060), which is no word boundary.
const joiner = '\u2060'

// Mask replaces the markup of an HTML text so that all code point offsets stay valid. A block
// element becomes a line end, an entity its character; other tags become white space, or
// invisible joiners inside words. Scripts and styles become white space.
func Mask(markup string) string {
	m := masker{}
	z := html.NewTokenizer(strings.NewReader(markup))
	for at := 0; ; {
		kind := z.Next()
		raw := string(z.Raw())
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			m.gap += utf8.RuneCountInString(raw) + utf8.RuneCountInString(markup[at:]) // a truncated tag
			m.close(false)
			return m.out.String()
		case html.TextToken:
			m.text(raw)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			m.tag(atom.Lookup(name), kind == html.StartTagToken, utf8.RuneCountInString(raw))
		default:
			m.gap += utf8.RuneCountInString(raw)
		}
	}
}

// masker writes the masked text.
type masker struct {
	out    strings.Builder
	last   rune // last rune written
	gap    int  // code points of markup since then
	breaks int  // line ends due in the gap
	hidden bool // in a script or style
}

// tag handles a tag of n code points.
func (m *masker) tag(a atom.Atom, opens bool, n int) {
	m.gap += n
	switch {
	case a == atom.Script || a == atom.Style:
		m.hidden = opens
	case a == atom.Br:
		m.breaks++
	default:
		m.breaks = max(m.breaks, linesAround(a))
	}
}

// text handles the text between tags.
func (m *masker) text(raw string) {
	if m.hidden {
		m.gap += utf8.RuneCountInString(raw)
		return
	}
	first, _ := utf8.DecodeRuneInString(raw)
	m.close(unicode.IsLetter(m.last) && unicode.IsLetter(first))
	for raw != "" {
		at := strings.IndexByte(raw, '&')
		if at < 0 {
			at = len(raw)
		}
		m.write(raw[:at])
		raw = raw[at:]
		if raw == "" {
			return
		}
		n := entityLength(raw)
		m.entity(raw[:n])
		raw = raw[n:]
	}
}

// close fills the gap of markup before a text.
func (m *masker) close(inWord bool) {
	fill := ' '
	if inWord && m.breaks == 0 {
		fill = joiner
	}
	for ; m.gap > 0; m.gap-- {
		if m.breaks > 0 {
			m.out.WriteByte('\n')
			m.breaks--
			continue
		}
		m.out.WriteRune(fill)
	}
	m.breaks = 0
}

func (m *masker) write(s string) {
	if s == "" {
		return
	}
	m.out.WriteString(s)
	m.last, _ = utf8.DecodeLastRuneInString(s)
}

// entity writes the character of an entity.
func (m *masker) entity(raw string) {
	said := html.UnescapeString(raw)
	fill := string(joiner)
	if strings.TrimSpace(said) == "" {
		said, fill = " ", " "
	}
	m.write(said)
	if n := utf8.RuneCountInString(raw) - utf8.RuneCountInString(said); n > 0 {
		m.out.WriteString(strings.Repeat(fill, n))
	}
}

// maxEntity is the longest entity, in bytes: &CounterClockwiseContourIntegral;
const maxEntity = 34

// entityLength returns the length of the entity that s begins with, in bytes; 1 if the "&"
// stands for itself.
func entityLength(s string) int {
	if i := strings.IndexByte(s[:min(len(s), maxEntity)], ';'); i > 0 && html.UnescapeString(s[:i+1]) != s[:i+1] {
		return i + 1
	}
	return 1
}
