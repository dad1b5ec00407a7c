package query

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Term is a word searched for. A text matches if one of its words contains it, so that Arabic
// prefixes don't hide it, or has its stem: "shelling" finds "shelled". A Term in quotation marks
// has no stem.
type Term struct {
	Word string // folded
	stem string // empty if there is none of its own
	root string // prefix, at the start of a word or after an Arabic prefix, of all words that can have the stem
}

// minRoot is the minimum length of a stem that distinguishes words.
const minRoot = 3

func newTerm(word string, quoted bool) Term {
	t := Term{Word: word, root: word}
	if quoted {
		return t
	}
	stem := Stem(word)
	root := commonPrefix(word, stem)
	if isArabic(word) {
		root = stem
	}
	if n := len(root) - 1; n > 0 && root[n] == 'i' {
		root = root[:n] // of "citi", the stem of city and cities
	}
	if utf8.RuneCountInString(root) >= minRoot {
		t.stem, t.root = stem, root
	}
	return t
}

func commonPrefix(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// Next returns the start and end of the next word of folded text, at or after a byte, that
// matches the term; false for none. looked is the cost, in bytes searched.
func (t *Term) Next(text []byte, from int) (start, end, looked int, ok bool) {
	for at := from; ; at = end {
		i := bytes.Index(text[at:], []byte(t.root))
		if i < 0 {
			return 0, 0, looked + len(text) - at, false
		}
		looked += i
		start, end = wordAround(text, at+i)
		word := text[start:end]
		if bytes.Contains(word, []byte(t.Word)) {
			return start, end, looked, true
		}
		looked += stemBytes
		if Stem(string(word)) == t.stem {
			return start, end, looked, true
		}
	}
}

// stemBytes is the number of bytes searched in the time of stemming.
const stemBytes = 8192

// wordAround returns the start and end of the word that contains a byte.
func wordAround(text []byte, at int) (start, end int) {
	start, end = at, at
	for start > 0 {
		r, size := utf8.DecodeLastRune(text[:start])
		if !isWordRune(r) {
			break
		}
		start -= size
	}
	for end < len(text) {
		r, size := utf8.DecodeRune(text[end:])
		if !isWordRune(r) {
			break
		}
		end += size
	}
	return start, end
}

// isWordRune reports whether a rune is part of words.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
