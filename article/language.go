package article

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/text"
)

//go:embed languages.txt
var languageTable string

// commonWords maps folded words to the languages in which they are common.
var commonWords = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for l := range strings.Lines(languageTable) {
		fields := strings.Fields(text.Fold(l))
		if len(fields) < 2 || fields[0] == "//" {
			continue
		}
		seen := map[string]bool{}
		for _, w := range fields[1:] {
			if !seen[w] {
				table[w] = append(table[w], fields[0])
			}
			seen[w] = true
		}
	}
	return table
})

// languageSample is the number of bytes of a text that are examined.
const languageSample = 2 << 10

// Language identifies the language of a text, as an ISO 639-1 code, by its script and, where
// languages share a script (Latin, Cyrillic, Arabic), by its commonest words and letters. It
// returns "und" if it can't: for a list of names, or a language without a table. The order of
// words does not matter.
func Language(s string) string {
	if len(s) > languageSample {
		s = strings.ToValidUTF8(s[:languageSample], "")
	}
	count := map[string]int{}
	for _, r := range s {
		if script := scriptOf(r); script != "" {
			count[script]++
		}
	}
	if count["ja"] > 0 { // half of a Japanese text is in Chinese characters
		count["ja"] += count["zh"]
	}
	switch script := most(count); script {
	case "latin", "cyrillic", "arabic":
		return byWords(s, script)
	case "":
		return "und"
	default:
		return script
	}
}

// scriptOf returns the script of a letter, or the language if only one uses it.
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

// byWords counts the common words of each language, and letters that only one language of the
// script has. A hyphen joins words, so that the "al" of al-Bab is not taken for Spanish.
func byWords(s, script string) string {
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '-' }) {
		for _, l := range commonWords()[w] {
			if scriptOf([]rune(w)[0]) == script {
				count[l] += 2
			}
		}
	}
	for _, r := range s {
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

// letterOf returns the language that alone uses a letter.
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

// most returns the key with the highest count, "" on a tie.
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
