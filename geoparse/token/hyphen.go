package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
)

// Print divides words at the ends of lines: Da-/mascus. A hyphen there may also be the word's own:
// al-/Bab, Deir-/ez-Zor, Iran-/backed. Only the gazetteer and the lexicon distinguish the two.

// rejoined replaces the line breaks inside divided words of a source by apostrophes, which names
// ignore, and so too the hyphens that are not the words' own. Unwrapped is the source without the
// line breaks of hard-wrapped text. Offsets do not change.
func (v *Vocabulary) rejoined(source, unwrapped string) string {
	var out []byte // a copy, made at the first division
	for at := 0; ; at++ {
		n := strings.IndexByte(source[at:], '\n')
		if n < 0 {
			break
		}
		at += n
		d, ok := divisionAt(source, at)
		if !ok {
			continue
		}
		if out == nil {
			out = []byte(unwrapped)
		}
		for i := d.hyphenEnd; i <= at; i++ {
			out[i] = '\''
		}
		if v.isDivided(source, d) {
			copy(out[d.hyphen:d.hyphenEnd], d.filling)
		}
	}
	if out == nil {
		return unwrapped
	}
	return string(out)
}

const softHyphen = "\u00ad"

// division is where a line ends within a word, in bytes.
type division struct {
	start, hyphen, hyphenEnd, next, end int    // of the part before, its hyphen, and the part after
	filling                             string // for the hyphen: as many bytes, which names ignore
}

// divisionAt returns the division of a word whose line break is at a byte; false if the line does
// not end with a letter and a hyphen, or the next does not begin with a letter.
func divisionAt(source string, at int) (division, bool) {
	line := strings.TrimSuffix(source[:at], "\r")
	for _, h := range [...]struct{ hyphen, filling string }{{"-", "'"}, {"‐", "’"}, {softHyphen, softHyphen}} {
		word, ok := strings.CutSuffix(line, h.hyphen)
		if !ok {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(word)
		after, _ := utf8.DecodeRuneInString(source[at+1:])
		d := division{start: len(strings.TrimRightFunc(word, gazetteer.IsWordRune)), hyphen: len(word), hyphenEnd: len(line), next: at + 1, filling: h.filling}
		d.end = len(source) - len(strings.TrimLeftFunc(source[d.next:], gazetteer.IsWordRune))
		return d, gazetteer.IsWordRune(before) && unicode.IsLetter(after)
	}
	return division{}, false
}

// isDivided reports whether the parts of a division are one word, and not two joined by a hyphen:
// the whole is a word or begins a name, or else what follows the hyphen is no word by itself.
func (v *Vocabulary) isDivided(source string, d division) bool {
	first, rest := source[d.start:d.hyphen], source[d.next:d.end]
	switch fold := gazetteer.FoldWord(rest); {
	case source[d.hyphen:d.hyphenEnd] == softHyphen:
		return true
	case ShapeOf(rest) != Lower || gazetteer.IsArticle(fold):
		return false
	case v.isWord(first + rest):
		return true
	default:
		isName := v.Lexicon.Words[gazetteer.FoldWord(first)]&lexicon.NameHead != 0
		return !isName && !v.Lexicon.Knows(fold) && !strings.HasPrefix(source[d.end:], "-")
	}
}

// isWord reports whether the lexicon has a word, or the gazetteer a name that begins with it.
func (v *Vocabulary) isWord(word string) bool {
	fold := gazetteer.FoldWord(word)
	_, isPeople := v.Gazetteer.Demonym(fold)
	return isPeople || v.Lexicon.Knows(fold) || startsUpper(word) && v.beginsName(word)
}
