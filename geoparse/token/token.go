package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
)

// Token is a word of the text. Its bounds are in bytes, to slice the text, and in code points,
// for results.
type Token struct {
	Start, End         int // bytes
	RuneStart, RuneEnd int
	Text               string // the word as written, without a possessive 's
	FullEnd            int    // end including it, in bytes, if there is one
	*Word
	Shape       Shape
	NewSentence bool // first word of a sentence, a line or a quotation
}

// Shape is how a word is written.
type Shape uint8

const (
	Lower   Shape = iota // begins with a small letter
	Capital              // begins with a capital
	Caps                 // two or more letters, all capitals
	Number               // begins with a digit
	Arabic               // Arabic script, which has no capitals
	Other                // another script without capitals
)

// UpperCase reports whether a Latin word is written as a name.
func (s Shape) UpperCase() bool { return s == Capital || s == Caps }

// CanBeName reports whether a word of this shape can begin a name.
func (s Shape) CanBeName() bool { return s == Capital || s == Caps || s == Arabic }

// Tokenize splits text into words.
func (v *Vocabulary) Tokenize(text string) []Token {
	tokens := make([]Token, 0, len(text)/6+1)
	runes, at := 0, 0 // code points before byte at
	for i := 0; i < len(text); {
		if r, w := utf8.DecodeRuneInString(text[i:]); !isAlnum(text[i]) && !StartsWord(r) {
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
		if len(tokens) == 0 || !tokens[len(tokens)-1].Shape.UpperCase() { // not in Côte d'Ivoire
			end = v.elidedEnd(text, i, end)
		}
		runes += utf8.RuneCountInString(text[at:i])
		at = i
		word := v.words.Get(text[i:end])
		after := i + int(word.bytes)
		tokens = append(tokens, Token{
			Start: i, End: after, RuneStart: runes, RuneEnd: runes + int(word.runes), Text: text[i:after], FullEnd: end, Word: word, Shape: word.shape,
			NewSentence: len(tokens) == 0 || endsSentence(text[tokens[len(tokens)-1].End:i]),
		})
		i = end
	}
	return tokens
}

// StartsWord reports whether a word can begin with r.
func StartsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd returns the byte after the word at i: letters, marks and digits, apostrophes between
// letters, the dots of U.S. and the like, and the points and commas of a number.
func wordEnd(text string, i int) int {
	if end := abbreviationEnd(text, i); end > i {
		return end
	}
	end := NumberEnd(text, i)
	i = end
	for i < len(text) {
		if isAlnum(text[i]) {
			i++
			end = i
			continue
		}
		r, w := utf8.DecodeRuneInString(text[i:])
		if !gazetteer.IsWordRune(r) {
			break
		}
		i += w
		if StartsWord(r) || unicode.IsMark(r) {
			end = i
		}
	}
	return end
}

// abbreviationEnd returns the end of two or more single letters followed by dots; i if there are
// none.
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

// withoutSuffix removes 's, 'll and the like from a Latin word, but not from Ra's al-Ayn and
// Dar'a.
func withoutSuffix(word string) string {
	for _, apostrophe := range [...]string{"'", "’", "‘", "`"} {
		i := strings.LastIndex(word, apostrophe)
		if i < 0 {
			continue
		}
		switch word[i+len(apostrophe):] {
		case "s", "S":
			if i > 2 || ShapeOf(word[:i]) == Caps {
				return word[:i]
			}
		case "d", "ll", "m", "re", "ve", "t":
			return word[:i]
		}
	}
	return word
}

// ShapeOf returns the shape of a word.
func ShapeOf(word string) Shape {
	first, w := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		return Number
	case unicode.Is(unicode.Arabic, first):
		return Arabic
	case unicode.IsLower(first):
		return Lower
	case !unicode.IsUpper(first):
		return Other
	}
	for _, r := range word[w:] {
		if unicode.IsLower(r) {
			return Capital
		}
	}
	if w == len(word) {
		return Capital
	}
	return Caps
}

// endsSentence reports whether the text between two words ends a sentence: a full stop or the
// like, a line break, an opening quotation mark.
func endsSentence(gap string) bool {
	return gap != " " && gap != ", " && strings.ContainsAny(gap, ".!?؟:\n\r“\"«•|")
}

// withoutSkipped drops the tokens in the ranges to skip.
func withoutSkipped(tokens []Token, skip []Span) []Token {
	if len(skip) == 0 {
		return tokens
	}
	kept := tokens[:0]
	for _, t := range tokens {
		for len(skip) > 0 && skip[0].End <= t.RuneStart {
			skip = skip[1:]
		}
		if len(skip) == 0 || t.RuneEnd <= skip[0].Start {
			kept = append(kept, t)
		}
	}
	return kept
}
