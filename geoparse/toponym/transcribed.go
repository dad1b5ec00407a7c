package toponym

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
)

// Arabic names are transcribed by several conventions. Names that differ from one in the
// hand-written tables only by convention are the same: Tell Husseiniya and Tall al-Husayniyah.

// conventions maps spellings of one convention to another.
var conventions = strings.NewReplacer(
	"ou", "u", "oo", "u", "aw", "u", "o", "u", "ee", "i", "ei", "ay", "ai", "ay", "iyy", "i", "iy", "i", "q", "k", "dh", "d", "th", "t")

// SameName reports whether two names in Latin script differ only in conventions of transcription.
func (p *Annotated) SameName(a, b string) bool {
	return slices.EqualFunc(strings.Fields(gazetteer.Fold(a)), strings.Fields(gazetteer.Fold(b)), p.isSameWord)
}

// isSameWord reports whether two folded words differ only in conventions, or begin names and have
// the same consonants: kafr and kfar.
func (p *Annotated) isSameWord(a, b string) bool {
	const head = lexicon.NameHead | lexicon.OpenHead
	return a == b || p.Lex.Words[a]&p.Lex.Words[b]&head != 0 && consonants(a) == consonants(b) || areLike(conventional(a), conventional(b))
}

// consonants is a word without its vowels, double letters once.
func consonants(word string) string {
	return string(slices.Compact([]byte(strings.Map(func(c rune) rune {
		if strings.ContainsRune("aeiou", c) {
			return -1
		}
		return c
	}, word))))
}

// areLike reports whether two words are the same letter by letter; e stands for a or i.
func areLike(a, b string) bool {
	return slices.EqualFunc([]byte(a), []byte(b), func(x, y byte) bool {
		return x == y || x == 'e' && (y == 'a' || y == 'i') || y == 'e' && (x == 'a' || x == 'i')
	})
}

// conventional is a word by one convention, as far as its letters tell.
func conventional(word string) string {
	if len(word) > 2 {
		word = strings.TrimSuffix(word, "h")
	}
	return string(slices.Compact([]byte(conventions.Replace(word))))
}
