package token

import "dateline/geoparse/lexicon"

// Names are read by English and Arabic grammar. Lines in other languages are recognised by their
// function words, so that names there can be read with more caution.

// minForeign is the minimum number of function words of another language in a foreign line.
const minForeign = 2

// functionWords counts the function words of English and of other languages.
type functionWords struct{ english, foreign int }

func (n functionWords) isForeign() bool { return n.foreign >= minForeign && n.foreign > 2*n.english }

// markForeign marks the lines in other languages. Lines with too few function words go by the
// whole text.
func (x *Text) markForeign() {
	var whole functionWords
	counts := make([]functionWords, len(x.lines))
	for l := range x.lines {
		counts[l] = x.countFunctionWords(x.lines[l].first, x.lines[l].after)
		whole.english += counts[l].english
		whole.foreign += counts[l].foreign
	}
	for l, n := range counts {
		if n.english+n.foreign < minForeign && n.english <= n.foreign {
			n = whole
		}
		x.lines[l].foreign = n.isForeign()
	}
}

// countFunctionWords counts the function words of a range of tokens, without those within names:
// "de la" of "Rio de la Plata".
func (x *Text) countFunctionWords(first, after int) functionWords {
	var n functionWords
	for i := first; i < after; i++ {
		switch use := x.Tokens[i].Use; {
		case use&lexicon.ForeignShared != 0:
		case use&lexicon.Foreign != 0:
			if !x.isWithinName(i) {
				n.foreign++
			}
		case x.Words[i]&lexicon.Stop != 0 && x.Tokens[i].Shape != Arabic:
			n.english++
		}
	}
	return n
}

// isWithinName reports whether token i is a capitalised word before another one or within a
// sentence, or joins two by spaces or hyphens: the El of El Obeid, "sur" in "Saint-Cyr-sur-Mer".
// German articles join nouns.
func (x *Text) isWithinName(i int) bool {
	isBefore := i+1 < len(x.Tokens) && x.Tokens[i+1].Shape.UpperCase() && x.Joins(i)
	if x.Tokens[i].Shape.UpperCase() {
		return isBefore || !x.Tokens[i].NewSentence
	}
	return i > 0 && x.IsHyphen(i-1) || isBefore && x.Tokens[i].Use&lexicon.ForeignArticle == 0 && i > 0 && x.Tokens[i-1].Shape.UpperCase() && x.Joins(i-1)
}

// IsForeign reports whether token i is in a line of a language other than English and Arabic.
func (x *Text) IsForeign(i int) bool { return x.lineOf(i).foreign }
