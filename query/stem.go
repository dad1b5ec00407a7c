package query

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// maxStemmed is the maximum length of a word to be stemmed, in bytes.
const maxStemmed = 64

// Stem returns the stem of a folded word: for Latin letters that of English (Porter2,
// snowballstem.org), for Arabic letters that of the light stemmer of Larkey, Ballesteros and
// Connell (light10, SIGIR 2002). Any other word is its own stem.
func Stem(word string) string {
	switch {
	case len(word) > maxStemmed:
		return word
	case isArabic(word):
		return arabicStem(word)
	case strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "":
		env := snowballstem.NewEnv(word)
		english.Stem(env)
		return env.Current()
	}
	return word
}

// isArabic reports whether a folded word has only Arabic letters.
func isArabic(word string) bool {
	return word != "" && strings.IndexFunc(word, func(r rune) bool { return !isArabicLetter(r) }) < 0
}

// arabicStem removes a conjunction and an article, and then endings of nouns, while a root is
// left.
func arabicStem(word string) string {
	word = cutPrefix(word, "و")
	for _, article := range []string{"ال", "بال", "كال", "فال", "لل"} {
		if rest := cutPrefix(word, article); rest != word {
			word = rest
			break
		}
	}
	for _, ending := range []string{"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(rest) >= minRoot {
			word = rest
		}
	}
	return word
}

// cutPrefix removes a prefix if that leaves a root.
func cutPrefix(word, prefix string) string {
	if rest, ok := strings.CutPrefix(word, prefix); ok && utf8.RuneCountInString(rest) >= minRoot {
		return rest
	}
	return word
}
