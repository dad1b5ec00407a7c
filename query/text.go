package query

import (
	"bytes"
	"strings"

	"dateline/feature"
)

// Words returns the terms of a search, without what separates them. Text without a word gives
// none, which select everything.
func Words(s string) []Term {
	var terms []Term
	for i, part := range strings.Split(quotationMarks.Replace(s), `"`) {
		for word := range strings.FieldsFuncSeq(Fold(part), func(r rune) bool { return !isWordRune(r) }) {
			terms = append(terms, newTerm(word, i%2 == 1))
		}
	}
	return terms
}

var quotationMarks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// words: every term matches one of the feature's texts.
func (e *Evaluation) words(asked []Term) predicate {
	e.cost += changeCost * len(asked)
	var folded []byte
	return func(i int) ternary {
		folded = foldTexts(e.table.At(i), folded[:0])
		e.steps += len(folded) / bytesPerChange
		for t := range asked {
			_, _, looked, ok := asked[t].Next(folded, 0)
			if e.steps += 1 + looked/bytesPerStep; !ok {
				return no
			}
		}
		return yes
	}
}

// foldTexts appends the folded texts that Query.Text searches, one a line.
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

// EachWord calls with for each occurrence of a folded word that Query.Text searches. A text
// matches a Term if one of these words does. The word is valid during the call only. It uses
// space as a buffer, and returns that for the next call.
func EachWord(f feature.Feature, space []byte, with func(word []byte)) []byte {
	space = foldTexts(f, space[:0])
	for word := range bytes.FieldsFuncSeq(space, func(r rune) bool { return !isWordRune(r) }) {
		with(word)
	}
	return space
}
