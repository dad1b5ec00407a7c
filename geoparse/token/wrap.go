package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line widths, in code points, of hard-wrapped texts.
const (
	minWrapWidth = 50
	maxWrapWidth = 120
)

// Unwrapped replaces the line breaks of hard-wrapped text, as from mail, PDF and terminals, by
// spaces: those after a line without room for the next word. Offsets do not change.
func Unwrapped(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	var out []byte // a copy, made at the first break
	for start := 0; start < len(text); {
		end := blockEnd(text, start)
		for _, at := range wrapsIn(text[start:end]) {
			if out == nil {
				out = []byte(text)
			}
			out[start+at] = ' '
		}
		start = end
	}
	if out == nil {
		return text
	}
	return string(out)
}

// blockEnd returns the byte after the block of lines at start, including the blank line that
// ends it.
func blockEnd(text string, start int) int {
	for start < len(text) {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			return len(text)
		}
		line := text[start : start+end]
		start += end + 1
		if strings.TrimSpace(line) == "" {
			break
		}
	}
	return start
}

// wrapsIn returns the positions of a block's line breaks that come from hard wrapping.
func wrapsIn(block string) []int {
	lines := strings.Split(strings.TrimRight(block, " \t\r\n"), "\n")
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if width < minWrapWidth || width > maxWrapWidth {
		return nil
	}
	var wraps []int
	at := 0
	for k := 0; k+1 < len(lines); k++ {
		at += len(lines[k])
		if next := firstWord(lines[k+1]); next > 0 && utf8.RuneCountInString(strings.TrimSpace(lines[k]))+1+next > width {
			wraps = append(wraps, at)
		}
		at++
	}
	return wraps
}

// firstWord returns the length of a line's first word in code points; 0 if the line is indented,
// or begins with a bullet or hyphen, which begins a paragraph.
func firstWord(line string) int {
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"'“‘«(", r) {
		return 0
	}
	if i := strings.IndexFunc(line, unicode.IsSpace); i >= 0 {
		line = line[:i]
	}
	return utf8.RuneCountInString(line)
}
