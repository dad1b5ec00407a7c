package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
)

// French attaches a word to the following name by an apostrophe, Turkish an ending to the preceding
// name: d'Alep, Ankara'da. Neither belongs to the name, unless the gazetteer has it: L'Aquila,
// Sana'a.

// apostrophes are the marks that attach them.
const apostrophes = "'’"

// Least lengths in bytes of a name before an ending, and before one of a single letter, as Arabic
// names may have: Shari'a.
const (
	leastBeforeEnding = 4
	leastBeforeVowel  = 6
)

// elidedEnd returns the end of the elided word of one or two letters that begins at byte i of a text
// and ends before end, where a name follows; end if there is none.
func (v *Vocabulary) elidedEnd(text string, i, end int) int {
	at := i + 1
	if at < end && isAlnum(text[at]) {
		at++
	}
	if at >= end || isAlnum(text[at]) {
		return end // most words
	}
	mark, w := utf8.DecodeRuneInString(text[at:])
	if !strings.ContainsRune(apostrophes, mark) || !v.Lexicon.Elisions[gazetteer.FoldWord(text[i:at])] {
		return end
	}
	if name := text[at+w : end]; !startsUpper(name) || !v.beginsName(name) || v.beginsName(text[i:end]) {
		return end
	}
	return at
}

// withoutEnding removes a Turkish ending from a name.
func (v *Vocabulary) withoutEnding(word string) string {
	at := strings.LastIndexAny(word, apostrophes)
	if at < leastBeforeEnding || !startsUpper(word) {
		return word
	}
	_, w := utf8.DecodeRuneInString(word[at:])
	ending := gazetteer.FoldWord(word[at+w:])
	if !v.Lexicon.CaseEndings[ending] || len(ending) == 1 && at < leastBeforeVowel || !v.beginsName(word[:at]) || v.beginsName(word) {
		return word
	}
	return word[:at]
}

// beginsName reports whether a name in the gazetteer begins with a word.
func (v *Vocabulary) beginsName(word string) bool {
	cursor := v.Gazetteer.Start()
	return cursor.Next(gazetteer.FoldWord(word))
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
