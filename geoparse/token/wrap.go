package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of texts whose lines were broken to fit a page, in code points.
const (
	minWrapWidth = 50
	maxWrapWidth = 120
)

// Unwrapped returns text with a blank in place of each line break that was made to
// fit a page, as mail, PDF and terminals have them: one after a line that had no
// room for the next word. Offsets stay as they are.
func Unwrapped(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	var out []byte // a copy, made for the first break
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

// blockEnd returns the byte after the lines from start to the next blank one,
// with that.
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

// wrapsIn returns where the line breaks of a block are that were made to fit a
// page.
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

// firstWord returns how many code points the first word of a line has; 0 where the
// line is set in, or begins with a bullet or a hyphen: it begins a paragraph.
func firstWord(line string) int {
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"'“‘«(", r) {
		return 0
	}
	if i := strings.IndexFunc(line, unicode.IsSpace); i >= 0 {
		line = line[:i]
	}
	return utf8.RuneCountInString(line)
}
