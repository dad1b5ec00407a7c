package geoparse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
)

// token is a word of the text. Its bounds are given in bytes, to slice the
// text with, and in code points, for all that is handed out.
type token struct {
	start, end         int // bytes
	runeStart, runeEnd int
	text               string // the word as written, without a possessive 's
	fold               string // gazetteer.FoldWord of it
	base               string // fold, for Arabic words of the lexicon without prefixes
	full               string // folded with its possessive 's, where it has one
	fullEnd            int    // byte after that
	shape              shape
	newSentence        bool // first word of a sentence, a line or a quotation
}

// shape says how a word is written.
type shape uint8

const (
	lower   shape = iota // begins with a small letter
	capital              // begins with a capital
	caps                 // two or more letters, all capitals
	number               // begins with a digit
	arabic               // Arabic script, which has no capitals
	other                // another script without capitals
)

// upperCase reports whether a Latin word is written like a name.
func (s shape) upperCase() bool { return s == capital || s == caps }

// canBeName reports whether a word of this shape can begin a name.
func (s shape) canBeName() bool { return s == capital || s == caps || s == arabic }

// tokenize splits text into words.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/6+1)
	runes, at := 0, 0 // code points before byte at
	for i := 0; i < len(text); {
		r, w := utf8.DecodeRuneInString(text[i:])
		if !startsWord(r) {
			i += w
			continue
		}
		end := wordEnd(text, i)
		if isInAddress(text, i, end) {
			if after := addressEnd(text, i); after > i {
				i = after
				continue
			}
		}
		runes += utf8.RuneCountInString(text[at:i])
		at = i
		t := token{start: i, runeStart: runes}
		t.cut(text, end)
		t.runeEnd = runes + utf8.RuneCountInString(text[i:t.end])
		t.newSentence = len(tokens) == 0 || endsSentence(text[tokens[len(tokens)-1].end:i])
		tokens = append(tokens, t)
		i = end
	}
	return tokens
}

func startsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd returns the byte after the word that begins at i: letters, marks and
// digits, apostrophes between letters, the dots of U.S. and its like, and the
// points and commas of a number.
func wordEnd(text string, i int) int {
	if end := abbreviationEnd(text, i); end > i {
		return end
	}
	end := numberEnd(text, i)
	i = end
	for i < len(text) {
		r, w := utf8.DecodeRuneInString(text[i:])
		if !gazetteer.IsWordRune(r) {
			break
		}
		i += w
		if startsWord(r) || unicode.IsMark(r) {
			end = i
		}
	}
	return end
}

// abbreviationEnd returns the end of single letters with a dot each, at least
// two of them, and i when there is no such thing.
func abbreviationEnd(text string, i int) int {
	end, letters := i, 0
	for end+1 < len(text) && 'A' <= text[end] && text[end] <= 'Z' && text[end+1] == '.' {
		end += 2
		letters++
	}
	if letters < 2 {
		return i
	}
	return end
}

// cut sets the token's text and end, leaving out a possessive or a contracted
// verb, and keeps the form with it for names like Queen Anne's County.
func (t *token) cut(text string, end int) {
	t.end = end
	t.text = text[t.start:end]
	if bare := withoutSuffix(t.text); bare != t.text {
		t.full, t.fullEnd = gazetteer.FoldWord(t.text), end
		t.text, t.end = bare, t.start+len(bare)
	}
	t.shape = shapeOf(t.text)
	if t.shape == arabic && strings.HasSuffix(t.text, "\u064b") || strings.HasSuffix(t.text, "\u064bا") {
		t.shape = other // an accusative with tanween: an adverb or adjective, no name
	}
	t.fold = gazetteer.FoldWord(strings.ReplaceAll(t.text, ".", ""))
}

// withoutSuffix cuts 's, 'll and their like off a Latin word, but leaves Ra's
// al-Ayn and Dar'a.
func withoutSuffix(word string) string {
	for _, apostrophe := range [...]string{"'", "’", "‘", "`"} {
		i := strings.LastIndex(word, apostrophe)
		if i < 0 {
			continue
		}
		switch word[i+len(apostrophe):] {
		case "s", "S":
			if i > 2 || shapeOf(word[:i]) == caps {
				return word[:i]
			}
		case "d", "ll", "m", "re", "ve", "t":
			return word[:i]
		}
	}
	return word
}

func shapeOf(word string) shape {
	first, w := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		return number
	case unicode.Is(unicode.Arabic, first):
		return arabic
	case unicode.IsLower(first):
		return lower
	case !unicode.IsUpper(first):
		return other
	}
	for _, r := range word[w:] {
		if unicode.IsLower(r) {
			return capital
		}
	}
	if w == len(word) {
		return capital
	}
	return caps
}

// endsSentence reports whether what stands between two words ends a sentence:
// a stop, a line break or an opening quotation mark.
func endsSentence(gap string) bool {
	return strings.ContainsAny(gap, ".!?؟:\n\r“\"«•|")
}

// withoutSkipped drops the tokens that lie in stretches to be left unread.
func withoutSkipped(tokens []token, skip []Span) []token {
	if len(skip) == 0 {
		return tokens
	}
	kept := tokens[:0]
	for _, t := range tokens {
		for len(skip) > 0 && skip[0].End <= t.runeStart {
			skip = skip[1:]
		}
		if len(skip) == 0 || t.runeEnd <= skip[0].Start {
			kept = append(kept, t)
		}
	}
	return kept
}
