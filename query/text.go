package query

import (
	"bytes"
	"strings"
	"unicode"

	"dateline/feature"
)

// Words folds the words of a search and leaves out what stands between them.
// Text without a word gives none, which select everything.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// words: every word stands in one of the feature's texts, whole or as part of a
// longer word, so that Arabic prefixes don't hide it.
func (e *Evaluation) words(asked []string) predicate {
	e.cost += changeCost * len(asked)
	parts := make([][]byte, len(asked))
	for i, word := range asked {
		parts[i] = []byte(word)
	}
	var folded []byte
	return func(i int) ternary {
		folded = foldTexts(e.table.At(i), folded[:0])
		e.steps += len(folded) / bytesPerChange
		for _, part := range parts {
			e.steps += 1 + len(folded)/bytesPerStep
			if !bytes.Contains(folded, part) {
				return no
			}
		}
		return yes
	}
}

// foldTexts appends the texts that Query.Text looks into, folded, a line each.
func foldTexts(f feature.Feature, b []byte) []byte {
	for i, c := range f.Table().Columns() {
		if c.Words {
			if s := f.Text(i); s != "" {
				b = append(appendFold(b, s), '\n')
			}
		}
	}
	return b
}

// EachWord calls with for each word that Query.Text looks into, folded, as often
// as it is there. A word of a search is part of such a word or of none. The word
// is valid during the call only. It writes in space and returns that for the
// next call.
func EachWord(f feature.Feature, space []byte, with func(word []byte)) []byte {
	space = foldTexts(f, space[:0])
	for word := range bytes.FieldsFuncSeq(space, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		with(word)
	}
	return space
}
