package story

import (
	"unicode"

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
	r := reader{aside: cursor{spans: aside}, names: cursor{spans: names}, first: true, stopped: true, parted: true}
	at := 0
	if title != "" && len(content) > len(title) && content[:len(title)] == title && content[len(title)] == '\n' {
		at = len([]rune(title))
		content = content[len(title):]
	}
	for _, c := range content {
		r.rune(c, at)
		at++
	}
	r.end(at)
	return Words{r.words}
}

// reader splits a text into words.
type reader struct {
	words        []word
	aside, names cursor
	word         []rune
	from         int  // of the word
	first        bool // of its line
	stopped      bool // a sentence ended before it
	parted       bool // separated by more than spaces
}

func (r *reader) rune(c rune, at int) {
	if r.aside.has(at) {
		c = '\n'
	}
	if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Cf, c) {
		if len(r.word) == 0 {
			r.from = at
		}
		r.word = append(r.word, c)
		return
	}
	r.end(at)
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

// end ends the word that was begun.
func (r *reader) end(at int) {
	if len(r.word) == 0 {
		return
	}
	folded := text.Fold(string(r.word))
	w := word{hash: xxhash.Sum64String(folded), joined: !r.parted, first: r.first}
	for _, c := range folded {
		w.number = w.number || c >= '0' && c <= '9'
	}
	w.name = w.number || r.names.meets(r.from, at) || !r.stopped && unicode.IsUpper(r.word[0])
	if folded != "" {
		r.words = append(r.words, w)
		r.first, r.stopped, r.parted = false, false, false
	}
	r.word = r.word[:0]
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
