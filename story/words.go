package story

import (
	"unicode"
	"unicode/utf8"

	"dateline/text"

	"github.com/cespare/xxhash/v2"
)

// Span is a range of a text in code points, end exclusive.
type Span = [2]int

// Words is a text in the form that is compared.
type Words struct {
	all []word
}

// word is a word with its context.
type word struct {
	hash   uint64 // of the folded word
	number bool
	name   bool // a number or name: what differs between reports of one form
	joined bool // only spaces separate it from the previous word
	first  bool // of its line
}

// Read reads a text without its title line and asides. names are spans known to be names;
// capitalised words within a sentence count as names too. The spans are in order.
func Read(title, content string, aside, names []Span) Words {
	at := 0
	if title != "" && len(content) > len(title) && content[:len(title)] == title && content[len(title)] == '\n' {
		at = utf8.RuneCountInString(title)
		content = content[len(title):]
	}
	r := reader{
		content: content, words: make([]word, 0, len(content)/bytesPerWord), aside: cursor{spans: aside}, names: cursor{spans: names},
		first: true, stopped: true, parted: true,
	}
	for i, c := range content {
		r.rune(c, i, at)
		at++
	}
	r.end(len(content), at)
	return Words{r.words}
}

// bytesPerWord is about the number of bytes of a word and of what separates it from the next.
const bytesPerWord = 6

// reader splits a text into words.
type reader struct {
	content      string
	words        []word
	folded       []byte // of the last word
	aside, names cursor
	within       bool // a word
	start, from  int  // of the word, in bytes and code points
	first        bool // of its line
	stopped      bool // a sentence ended before it
	parted       bool // separated by more than spaces
}

// rune reads the code point number at, which begins at byte i.
func (r *reader) rune(c rune, i, at int) {
	if r.aside.has(at) {
		c = '\n'
	}
	if isWordRune(c) {
		if !r.within {
			r.within, r.start, r.from = true, i, at
		}
		return
	}
	r.end(i, at)
	switch c {
	case ' ', '-', '\'', '’', '\u00a0', '\t':
	case '\n':
		r.first, r.stopped, r.parted = true, true, true
	case '.', '!', '?', '؟', '"', '“', '«':
		r.stopped, r.parted = true, true
	default:
		r.parted = true
	}
}

func isWordRune(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Cf, c)
}

// end ends the word that was begun, before byte i and the code point number at.
func (r *reader) end(i, at int) {
	if !r.within {
		return
	}
	r.within = false
	spelled := r.content[r.start:i]
	if r.folded = text.AppendFold(r.folded[:0], spelled); len(r.folded) == 0 {
		return
	}
	w := word{hash: xxhash.Sum64(r.folded), joined: !r.parted, first: r.first}
	for _, c := range r.folded {
		w.number = w.number || c >= '0' && c <= '9'
	}
	initial, _ := utf8.DecodeRuneInString(spelled)
	w.name = w.number || r.names.meets(r.from, at) || !r.stopped && unicode.IsUpper(initial)
	r.words = append(r.words, w)
	r.first, r.stopped, r.parted = false, false, false
}

// cursor walks spans in order.
type cursor struct {
	spans []Span
}

func (c *cursor) has(at int) bool { return c.meets(at, at+1) }

// meets reports whether a range overlaps a span; from must not decrease.
func (c *cursor) meets(from, to int) bool {
	for len(c.spans) > 0 && c.spans[0][1] <= from {
		c.spans = c.spans[1:]
	}
	return len(c.spans) > 0 && c.spans[0][0] < to
}
