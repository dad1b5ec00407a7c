package lexicon

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event"
)

// Meaning is what the tables say of a folded word.
type Meaning struct {
	Set   Set
	Terms event.TermSet
}

// Word returns what is known of a folded word.
func (lex *Lexicon) Word(fold string, arabic bool) event.Word {
	known := lex.Words[fold]
	w := event.Word{Fold: fold, Base: fold, Arabic: arabic, Set: known.Set, Terms: known.Terms}
	if !arabic || w.Set != 0 {
		return w
	}
	for _, base := range withoutPrefixes(fold) {
		if set := lex.Words[base].Set; set != 0 {
			w.Base, w.Set = base, set
			return w
		}
	}
	w.Base, w.Set = lex.withoutEnding(fold)
	return w
}

// withoutEnding returns an Arabic word that no table holds without the ending of an
// accusative or a pronoun, where that is known as a noun that carries an event; else
// the word itself.
func (lex *Lexicon) withoutEnding(fold string) (string, Set) {
	for _, ending := range [...]string{"ا", "ها", "هم", "ه"} {
		base, ok := strings.CutSuffix(fold, ending)
		if !ok || len(base) < 6 {
			continue
		}
		for _, t := range lex.Triggers[base] {
			if (t.Form == Noun || t.Form == State) && len(t.Words) == 0 {
				return base, lex.Words[base].Set
			}
		}
	}
	return fold, 0
}

// withoutPrefixes returns an Arabic word, folded, without what may be written to its
// front: and, so; by, for, like; the article.
func withoutPrefixes(fold string) []string {
	var out []string
	rest := fold
	for _, p := range [...]string{"و", "ف", "ب", "ل", "ك", "س"} {
		cut, ok := strings.CutPrefix(rest, p)
		if !ok || len(cut) < 4 {
			continue
		}
		rest = cut
		if p == "ل" {
			if c, ok := strings.CutPrefix(rest, "ل"); ok && len(c) >= 4 {
				out = append(out, c)
			}
		}
		out = append(out, rest)
		if bare := gazetteer.FoldWord(rest); bare != rest {
			out = append(out, bare)
		}
	}
	return out
}
