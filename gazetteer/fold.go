package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold normalises a name for exact comparison: compatibility decomposition, without diacritics,
// vowel marks, tatweel and apostrophes, in lower case, with Arabic letter variants unified,
// hyphens and other punctuation as spaces, and without the Arabic article (al-, el-, as-, ash-,
// … and ال).
//
// Fold(Fold(s)) == Fold(s), except for names that consist only of articles.
func Fold(name string) string {
	if isPlain(name) {
		return foldPlain(name)
	}
	return foldAny(name)
}

func foldAny(name string) string {
	words := Words(name)
	folded := make([]string, 0, len(words))
	for i, w := range words {
		f := FoldWord(w)
		if f == "" || (len(words) > 1 && i < len(words)-1 && IsArticle(f)) {
			continue
		}
		folded = append(folded, f)
	}
	return strings.Join(folded, " ")
}

// isPlain reports whether foldPlain can fold a name: it is ASCII and has no dot, which may mark
// an abbreviation.
func isPlain(name string) bool {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf || name[i] == '.' {
			return false
		}
	}
	return true
}

// foldPlain is foldAny for plain names, which are the majority, in one pass.
func foldPlain(name string) string {
	var short [64]byte // longer ones are rare
	folded := short[:0]
	last := 0 // start of the last word and its preceding space in folded
	for i := 0; i < len(name); {
		if !IsWordRune(rune(name[i])) {
			i++
			continue
		}
		if IsArticle(strings.TrimPrefix(string(folded[last:]), " ")) {
			folded = folded[:last] // it is not the end of the name
		}
		last = len(folded)
		if last > 0 {
			folded = append(folded, ' ')
		}
		start := len(folded)
		for ; i < len(name) && IsWordRune(rune(name[i])); i++ {
			switch c := name[i]; {
			case 'A' <= c && c <= 'Z':
				folded = append(folded, c+'a'-'A')
			case c != '\'' && c != '`':
				folded = append(folded, c)
			}
		}
		if len(folded) == start {
			folded = folded[:last]
		}
	}
	if string(folded) == name {
		return name
	}
	return string(folded)
}

// Words splits a name where Fold has spaces: at everything except letters, marks, digits and
// apostrophes inside words. Dotted initials (U.S.) are one word.
func Words(name string) []string {
	if strings.Contains(name, ".") {
		name = withoutInitialDots(name)
	}
	return strings.FieldsFunc(name, isBetweenWords)
}

func isBetweenWords(r rune) bool { return !IsWordRune(r) }

// HasArticle reports whether a name begins with an article and continues after it.
func HasArticle(name string) bool {
	if strings.Contains(name, ".") {
		name = withoutInitialDots(name)
	}
	name = strings.TrimLeftFunc(name, isBetweenWords)
	end := strings.IndexFunc(name, isBetweenWords)
	return end > 0 && IsArticle(FoldWord(name[:end])) && strings.IndexFunc(name[end:], IsWordRune) >= 0
}

// withoutInitialDots removes dots after single letters.
func withoutInitialDots(name string) string {
	var b strings.Builder
	letters := 0
	for _, r := range name {
		if r == '.' && letters == 1 {
			letters = 0
			continue
		}
		b.WriteRune(r)
		if unicode.IsLetter(r) {
			letters++
		} else {
			letters = 0
		}
	}
	return b.String()
}

// IsWordRune reports whether r can be inside a word of a name.
func IsWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '\'' || r == '`'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || isApostrophe(r) || IsInvisible(r)
}

// IsInvisible reports whether r is a soft hyphen, a zero-width character or a directional mark:
// it may occur anywhere in a word and is ignored.
func IsInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.Is(unicode.Bidi_Control, r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', 'ʻ', 'ʼ', 'ʾ', 'ʿ', '′':
		return true
	}
	return false
}

// FoldWord folds one word. It keeps the Latin article (see IsArticle) and removes the Arabic
// one, which is part of its word.
func FoldWord(word string) string {
	if isPlainLower(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		for i := 0; i < len(word); i++ {
			switch c := word[i]; {
			case 'A' <= c && c <= 'Z':
				b.WriteByte(c + 'a' - 'A')
			case c != '\'' && c != '`':
				b.WriteByte(c)
			}
		}
		return b.String()
	}
	for _, r := range norm.NFKD.String(withoutArabicArticle(word)) {
		if f := foldRune(r); f != 0 && f != ' ' { // some marks decompose to one on a space
			b.WriteRune(f)
		}
	}
	return b.String()
}

// FoldWhole folds one word with its Arabic article: for names that merely look as if they had
// one when written without hamza, as المانيا.
func FoldWhole(word string) string {
	const mark = "ء" // folded away, but separates the article from its word
	return FoldWord(mark + word)
}

func isPlainLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !('a' <= c && c <= 'z' || '0' <= c && c <= '9') {
			return false
		}
	}
	return true
}

// foldRune maps a decomposed rune to its folded form, 0 if it is removed.
func foldRune(r rune) rune {
	switch r {
	case 'ـ', 'ء': // tatweel; hamza on the line
		return 0
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ', 'ی':
		return 'ي'
	case 'ؤ':
		return 'و'
	case 'ة':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ı':
		return 'i'
	case 'ł', 'Ł':
		return 'l'
	case 'ø', 'Ø':
		return 'o'
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd'
	}
	if unicode.IsMark(r) || isApostrophe(r) || IsInvisible(r) {
		return 0
	}
	return unicode.ToLower(r)
}

// withoutArabicArticle removes a leading ال if at least two letters remain. ألمانيا, whose alif
// has a hamza, has no article.
func withoutArabicArticle(word string) string {
	const article = "ال"
	if rest, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(rest) >= 2 {
		return rest
	}
	return word
}

// IsArticle reports whether a folded Latin word is the Arabic article in one of its assimilated
// forms. A name never ends in an article, so its last word is always kept.
func IsArticle(folded string) bool {
	switch folded {
	case "al", "el", "ul", "as", "es", "ash", "esh", "ar", "er", "ad", "ed", "an", "en", "at", "et", "az", "ez", "adh", "ath":
		return true
	}
	return false
}
