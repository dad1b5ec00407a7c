package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line widths, in code points, of hard-wrapped texts.
const (
	minWrapped = 50
	maxWrapped = 100
)

// markWrapped finds paragraphs hard-wrapped into lines, as by mail programs and pdftotext, and
// classifies their lines as text: none is a headline.
func markWrapped(lines []line) {
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].kind != blank && (end == i || !lines[end].newPage()) {
			end++
		}
		if block := lines[i:end]; isWrapped(block) {
			for j := range block {
				block[j].kind, block[j].words, block[j].goesOn = body, 0, j > 0
			}
		}
		i = max(end, i+1)
	}
}

// isWrapped reports whether lines are one hard-wrapped paragraph: no line had room for the next
// one's first word, and the last ends a sentence.
func isWrapped(block []line) bool {
	width := 0
	for _, l := range block {
		if l.kind != body && l.kind != heading && l.kind != item {
			return false
		}
		width = max(width, l.width())
	}
	if len(block) < 2 || width < minWrapped || width > maxWrapped || shape(strings.TrimSpace(block[len(block)-1].raw)) != body {
		return false
	}
	for i, l := range block[:len(block)-1] {
		word, _, _ := strings.Cut(strings.TrimSpace(block[i+1].raw), " ")
		if l.width()+1+utf8.RuneCountInString(word) <= width-wrapSlack || endsSentence(l.raw) && len(block) < 3 {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(block[1].raw))
	return len(block) > 2 || !unicode.IsUpper(first)
}

// wrapSlack is by how much a line may fall short of the width, as programs count zero-width
// characters differently.
const wrapSlack = 4

func (l *line) width() int { return utf8.RuneCountInString(strings.TrimSpace(l.raw)) }

func endsSentence(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, "\"'”’»)] \u00a0"), ".")
}
