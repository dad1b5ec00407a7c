package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
)

// Gap returns the text between tokens i and i+1, normalised: without zero-width characters, with
// one sign for each run of white space, and a hyphen for an en dash between letters. A gap of
// more than maxGapBytes is a paragraph break.
func (x *Text) Gap(i int) string {
	x.Step(1)
	gap := x.Source[x.Tokens[i].End:x.Tokens[i+1].Start]
	switch {
	case len(gap) == 1 && gap[0] != '\t', isMarkAndBlank(gap): // most are
		return gap
	case len(gap) > maxGapBytes:
		return "\n\n"
	case gap == "–":
		return "-"
	}
	return singleSpaced(visible(gap))
}

// isMarkAndBlank reports whether a gap is an ASCII punctuation mark and a space.
func isMarkAndBlank(gap string) bool {
	return len(gap) == 2 && ' ' < gap[0] && gap[0] < utf8.RuneSelf && gap[1] == ' '
}

// maxGapBytes is the maximum size of a gap between related words.
const maxGapBytes = 128

// singleSpaced replaces each run of white space by one sign: a space, a line break, or two of
// these for a paragraph break.
func singleSpaced(gap string) string {
	if gap == "\n" || strings.IndexFunc(gap, unicode.IsSpace) < 0 {
		return gap
	}
	var b strings.Builder
	for gap != "" {
		n := strings.IndexFunc(gap, func(r rune) bool { return !unicode.IsSpace(r) })
		if n < 0 {
			n = len(gap)
		}
		run := strings.ReplaceAll(gap[:n], "\r\n", "\n")
		switch breaks := strings.Count(run, "\n") + strings.Count(run, "\r"); {
		case run == "" || run == "\u00a0":
			b.WriteString(run)
		case breaks == 0:
			b.WriteByte(' ')
		default:
			b.WriteString("\n\n"[:min(breaks, 2)])
		}
		gap = gap[n:]
		if n = strings.IndexFunc(gap, unicode.IsSpace); n < 0 {
			n = len(gap)
		}
		b.WriteString(gap[:n])
		gap = gap[n:]
	}
	return b.String()
}

// visible drops soft hyphens and zero-width characters.
func visible(text string) string {
	if strings.IndexFunc(text, gazetteer.IsInvisible) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if gazetteer.IsInvisible(r) {
			return -1
		}
		return r
	}, text)
}

// Joins reports whether a name can continue across the gap after token i: white space with at
// most one line break, a hyphen, an apostrophe.
func (x *Text) Joins(i int) bool {
	switch gap := x.Gap(i); gap {
	case " ", "\n", "-\n", "_", "\u00a0", " ‘", " '", " ’":
		return x.Tokens[i].Full == ""
	case ". ":
		return x.Words[i]&lexicon.Abbreviation != 0 || len(x.Tokens[i].Text) == 1
	default:
		return isHyphenGap(gap) && x.Tokens[i].Full == ""
	}
}

// Breaks reports whether punctuation separates tokens i and i+1.
func (x *Text) Breaks(i int) bool {
	gap := x.Gap(i)
	return gap != " " && strings.TrimLeft(gap, " \u00a0") != ""
}

// BlankBefore reports whether only a space precedes token i, which is not the first.
func (x *Text) BlankBefore(i int) bool {
	g := x.Gap(i - 1)
	return g == " " || g == "\u00a0"
}

// FollowsBlank reports whether token i exists and follows only a space.
func (x *Text) FollowsBlank(i int) bool { return i > 0 && i < len(x.Tokens) && x.BlankBefore(i) }

// IsHyphen reports whether only a hyphen separates tokens i and i+1.
func (x *Text) IsHyphen(i int) bool { return isHyphenGap(x.Gap(i)) }

// isHyphenGap reports whether a gap is a hyphen, perhaps followed by apostrophes.
func isHyphenGap(gap string) bool {
	for _, hyphen := range [...]string{"-", "‐", "‑"} {
		if rest, ok := strings.CutPrefix(gap, hyphen); ok {
			return strings.Trim(rest, "'‘’`") == ""
		}
	}
	return false
}

// IsListGap reports whether the text between two names makes them items of a list.
func IsListGap(gap string) bool {
	if len(gap) > maxListGap {
		return false
	}
	switch strings.TrimSpace(gap) {
	case ",", "،", "and", ", and", "&", "و", "، و", "/", "or", "as well as", ", as well as":
		return true
	}
	return false
}

// maxListGap is the maximum size in bytes of the text between two items, with its spaces.
const maxListGap = 64

// BreaksName reports whether more than a space or hyphen follows token i.
func (x *Text) BreaksName(i int) bool {
	gap := x.Gap(i)
	return gap != " " && !x.IsHyphen(i) && gap != "\u00a0"
}

// Follow returns the last of the given folded words if they follow token i, each with or without an
// article; otherwise -1.
func (x *Text) Follow(i int, words []string) int {
	for _, word := range words {
		i++
		if i+1 < len(x.Tokens) && gazetteer.IsArticle(x.Tokens[i].Fold) && x.Tokens[i].Fold != word && !x.BreaksName(i-1) {
			i++
		}
		if i >= len(x.Tokens) || x.Tokens[i].Fold != word && x.Tokens[i].Base != word || x.BreaksName(i-1) {
			return -1
		}
	}
	return i
}
