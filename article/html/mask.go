package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// joiner is what no word is cut at: a word joiner (U+2060).
const joiner = '\u2060'

// Mask returns a text in HTML without its markup, with as many code points, so that an
// offset in it is one in the markup: an element of a line or a paragraph becomes the end
// of a line, any other tag white space, or nothing to be seen within a word; what stands
// for a letter becomes the letter. Scripts and styles become white space.
func Mask(markup string) string {
	m := masker{}
	z := html.NewTokenizer(strings.NewReader(markup))
	for at := 0; ; {
		kind := z.Next()
		raw := string(z.Raw())
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			m.gap += utf8.RuneCountInString(raw) + utf8.RuneCountInString(markup[at:]) // a tag that breaks off
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

// masker writes what a text in HTML shows.
type masker struct {
	out    strings.Builder
	last   rune // that was written
	gap    int  // code points of markup since
	breaks int  // ends of lines among them
	hidden bool // in a script or a style
}

// tag takes a tag of n code points.
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

// text takes what stands between tags.
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

// close writes what stands for the markup before a text.
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

// entity writes what a reference to a character stands for.
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

// maxEntity is how many bytes a reference to a character has: &CounterClockwiseContourIntegral;
const maxEntity = 34

// entityLength returns how many bytes a reference to a character has that may begin a
// text, 1 where only the sign & does.
func entityLength(s string) int {
	if i := strings.IndexByte(s[:min(len(s), maxEntity)], ';'); i > 0 && html.UnescapeString(s[:i+1]) != s[:i+1] {
		return i + 1
	}
	return 1
}
