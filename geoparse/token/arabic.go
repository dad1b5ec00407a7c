package token

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
)

// Proclitics are "and" and the prepositions that are written with the next word.
const Proclitics = "وفبلك"

// Clitics returns the possible lengths of an Arabic word's proclitics in bytes: و and ف (and),
// then ب ل ك (in, to, as). The rest has at least three letters.
func Clitics(word string) []int {
	var cuts []int
	skip := 0
	for _, set := range [...]string{"وف", "بلك"} {
		r, w := utf8.DecodeRuneInString(word[skip:])
		if !strings.ContainsRune(set, r) || utf8.RuneCountInString(word[skip+w:]) < 3 {
			continue
		}
		skip += w
		if r == 'ل' && strings.HasPrefix(word[skip:], "ل") {
			cuts = append(cuts, skip) // للواء: the word begins with ل itself
			skip += w                 // للرقة: the article has lost its alif
		}
		skip += len(word[skip:]) - len(strings.TrimLeftFunc(word[skip:], isDrawnOut)) // بـحلب
		cuts = append(cuts, skip)
	}
	return cuts
}

// BehindHamza returns a word of two letters after a proclitic, otherwise too short for one, whose
// first letter, an alef with its hamza below, only begins words: إب in بإب; "" if there is none.
func BehindHamza(word string) string {
	first, w := utf8.DecodeRuneInString(word)
	if rest := word[w:]; strings.ContainsRune(Proclitics, first) && strings.HasPrefix(rest, "إ") && utf8.RuneCountInString(rest) == 2 {
		return rest
	}
	return ""
}

// isDrawnOut reports whether r draws a prefix away from its word, or can't be seen there.
func isDrawnOut(r rune) bool { return r == 'ـ' || gazetteer.IsInvisible(r) }

// HasArticle reports whether an Arabic word has the article, also after proclitics: الجيش,
// والجيش, للجيش, but not للواء, whose second ل is its own.
func HasArticle(t *Token) bool {
	word := WithoutAnd(t.Text)
	if strings.HasPrefix(word, "لل") {
		return !strings.HasPrefix(t.Base, "ل")
	}
	for _, in := range [...]string{"ب", "ك"} {
		if rest, ok := strings.CutPrefix(word, in); ok && strings.HasPrefix(rest, "ال") {
			return true
		}
	}
	return strings.HasPrefix(word, "ال")
}

// IsTiedArticle reports whether token i is an Arabic article followed by a hyphen.
func (x *Text) IsTiedArticle(i int) bool {
	return i >= 0 && i+1 < len(x.Tokens) && gazetteer.IsArticle(x.Tokens[i].Fold) && x.IsHyphen(i)
}

// IsArticleBefore reports whether token i is a lower-case article joined to a name: al- in
// al-Sukhna.
func (x *Text) IsArticleBefore(i int) bool {
	return gazetteer.IsArticle(x.Tokens[i].Fold) && i+1 < len(x.Tokens) &&
		x.Tokens[i+1].Shape.UpperCase() && x.IsHyphen(i) && (i == 0 || !x.IsHyphen(i-1))
}

// CountArabic counts the words in Arabic script.
func (x *Text) CountArabic() int {
	words := 0
	for i := range x.Tokens {
		if x.Tokens[i].Shape == Arabic {
			words++
		}
	}
	return words
}
