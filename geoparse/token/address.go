package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLocalPart is the maximum number of letters before the @ of an e-mail address (RFC 5321).
const maxLocalPart = 64

// isInAddress quickly excludes words that begin no address.
func isInAddress(text string, i, end int) bool {
	return i > 0 && text[i-1] == '@' || end+1 < len(text) && strings.IndexByte(":.@/_+%-", text[end]) >= 0
}

// addressEnd returns the byte after the web address, e-mail address or @name at byte i, whose
// words are not place names; i if there is none.
func addressEnd(text string, i int) int {
	switch {
	case hasScheme(text[i:]):
		return untilBlank(text, i)
	case i > 0 && text[i-1] == '@':
		return i + addressRun(text[i:], "_")
	}
	n := addressRun(text[i:min(len(text), i+maxLocalPart+1)], "._%+-")
	rest := text[i+n:]
	switch {
	case n > maxLocalPart || rest == "":
		return i
	case rest[0] == '@' && len(rest) > 1 && isAlnum(rest[1]):
		return i + n + 1 + addressRun(rest[1:], ".-")
	case rest[0] == '/' && len(rest) > 1 && isAlnum(rest[1]) && strings.ContainsRune(text[i:i+n], '.'):
		return untilBlank(text, i)
	}
	return i
}

// hasScheme reports whether text begins as the address of a page.
func hasScheme(text string) bool {
	for _, scheme := range [...]string{"http://", "https://", "ftp://", "www."} {
		if len(text) > len(scheme) && strings.EqualFold(text[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// untilBlank returns the byte of the next space, bracket or quotation mark.
func untilBlank(text string, i int) int {
	for i < len(text) {
		r, w := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || strings.ContainsRune("<>\"“”«»،", r) {
			return i
		}
		i += w
	}
	return i
}

// addressRun returns the length of the initial run of ASCII letters, digits and the given marks.
func addressRun(text, marks string) int {
	for i := range len(text) {
		if !isAlnum(text[i]) && strings.IndexByte(marks, text[i]) < 0 {
			return i
		}
	}
	return len(text)
}

// isAlnum reports whether c is an ASCII letter or digit.
func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
