package lexicon

import (
	"strings"

	"dateline/gazetteer"
)

// addVerb adds the forms of an English verb phrase, whose first word is inflected.
func (lex *Lexicon) addVerb(words []string, c Class, irregular map[string][4]string) {
	base := words[0]
	forms, ok := irregular[base]
	if !ok {
		forms = [4]string{base, inflect(base, "ed"), inflect(base, "ed"), inflect(base, "ing")}
	}
	with := func(first string, f Form) { lex.addTrigger(append([]string{first}, words[1:]...), c, f) }
	with(base, Verb)
	with(inflect(base, "s"), Verb)
	with(forms[3], Gerund)
	if forms[1] != base && forms[1] != forms[2] {
		with(forms[1], Verb)
	}
	if forms[2] != base {
		with(forms[2], Participle)
	}
}

// inflect adds an ending to an English verb by the spelling rules.
func inflect(base, ending string) string {
	last := base[len(base)-1]
	beforeVowel := ending != "s"
	switch {
	case beforeVowel && last == 'e' && !strings.HasSuffix(base, "ee"):
		return base[:len(base)-1] + ending
	case ending == "ed" && strings.HasSuffix(base, "ee"):
		return base + "d"
	case last == 'y' && len(base) > 1 && !strings.ContainsRune("aeiou", rune(base[len(base)-2])) && ending != "ing":
		if ending == "s" {
			return base[:len(base)-1] + "ies"
		}
		return base[:len(base)-1] + "i" + ending
	case beforeVowel && doubles(base):
		return base + string(last) + ending
	case ending == "s" && (last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "sh")):
		return base + "es"
	}
	return base + ending
}

// doubles reports whether a verb doubles its final letter: stop, hit, but not enter.
func doubles(base string) bool {
	n := len(base)
	if n < 3 || n > 4 {
		return false
	}
	isVowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	last := base[n-1]
	return !isVowel(last) && last != 'w' && last != 'x' && last != 'y' && isVowel(base[n-2]) && !isVowel(base[n-3])
}

// addArabicVerb adds the third-person forms of an Arabic verb given in the past: feminine and
// plural, and the present (in the plural also without its nun), whose stem is that of the past
// without an initial alif.
func (lex *Lexicon) addArabicVerb(words []string, c Class) {
	past := gazetteer.FoldWord(words[0])
	stem := strings.TrimPrefix(past, "ا")
	rest := fold(words[1:])
	add := func(first string) { // which is folded: twice, القى would lose what looks like an article
		lex.Triggers[first] = append(lex.Triggers[first], Entry{rest, c, Verb})
	}
	if bare, ok := strings.CutSuffix(past, "ي"); ok { // اجلى: اجلت
		add(bare + "ت")
		add(bare + "وا")
		add("ي" + strings.TrimPrefix(bare, "ا") + "وا")
	}
	for _, form := range []string{past, past + "ت", past + "وا", past + "تا", "ي" + stem, "ت" + stem, "ي" + stem + "ون", "ي" + stem + "وا", "سي" + stem, "ست" + stem} {
		add(form)
	}
}
