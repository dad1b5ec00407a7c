package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageSample is how many bytes of a text are looked at.
const languageSample = 2 << 10

// Language tells the language of a text, as ISO 639-1 code, from its script and,
// where languages share one (Latin, Cyrillic, Arabic), from its commonest words
// and letters. It returns "und" where that can't be told: a text of names, or a
// language without a table. The order of words does not matter.
func Language(text string) string {
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	count := map[string]int{}
	for _, r := range text {
		if s := scriptOf(r); s != "" {
			count[s]++
		}
	}
	if count["ja"] > 0 { // its words are half in Chinese signs
		count["ja"] += count["zh"]
	}
	switch s := most(count); s {
	case "latin", "cyrillic", "arabic":
		return byWords(text, s)
	case "":
		return "und"
	default:
		return s
	}
}

// scriptOf returns the script of a letter, or the language where that follows.
func scriptOf(r rune) string {
	switch {
	case r < utf8.RuneSelf && !unicode.IsLetter(r):
		return ""
	case unicode.Is(unicode.Latin, r):
		return "latin"
	case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
		return "arabic"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	case unicode.Is(unicode.Greek, r):
		return "el"
	case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return "zh"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Georgian, r):
		return "ka"
	case unicode.Is(unicode.Armenian, r):
		return "hy"
	case unicode.Is(unicode.Thai, r):
		return "th"
	}
	return ""
}

// byWords counts the words of the tables, and letters that one language alone
// has among those of its script.
func byWords(text, script string) string {
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		for _, l := range words().languages[w] {
			if scriptOf([]rune(w)[0]) == script {
				count[l] += 2
			}
		}
	}
	for _, r := range text {
		if l := letterOf(r); l != "" {
			count[l]++
		}
	}
	if l := most(count); l != "" {
		return l
	}
	if script == "arabic" && len(count) == 0 {
		return "ar"
	}
	return "und"
}

// letterOf returns the language that a letter tells.
func letterOf(r rune) string {
	switch r {
	case 'ة', 'ك', 'ي', 'ى', 'إ', 'أ':
		return "ar"
	case 'ک', 'ی', 'گ', 'چ', 'ژ':
		return "fa"
	case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ':
		return "ur"
	case 'ێ', 'ۆ', 'ڕ', 'ڵ', 'ە':
		return "ku"
	case 'ы', 'э', 'ё':
		return "ru"
	case 'і', 'ї', 'є', 'ґ':
		return "uk"
	case 'ğ', 'ı', 'İ':
		return "tr"
	case 'ß':
		return "de"
	case 'ñ', '¿', '¡':
		return "es"
	case 'ã', 'õ':
		return "pt"
	case 'ł', 'ż', 'ę', 'ą':
		return "pl"
	}
	return ""
}

// most returns the key counted most, "" where two share that.
func most(count map[string]int) string {
	best, second := "", 0
	for key, n := range count {
		switch {
		case n > count[best] || best == "":
			second = count[best]
			best = key
		case n > second:
			second = n
		}
	}
	if count[best] == second {
		return ""
	}
	return best
}

// letters counts the letters of Arabic and of other scripts.
func letters(s string) (arabic, other int) {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				other++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.IsLetter(r):
			other++
		}
	}
	return arabic, other
}
