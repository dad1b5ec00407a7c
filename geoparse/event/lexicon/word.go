package lexicon

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event"
)

// Meaning is what the tables say of a folded word.
type Meaning struct {
	Set      Set
	Terms    event.TermSet
	triggers uint16 // event.Word.Triggers
}

// Word returns what is known of a folded word.
func (lex *Lexicon) Word(fold string, arabic bool) event.Word {
	known := lex.Words[fold]
	w := event.Word{Fold: fold, Base: fold, Arabic: arabic, Set: known.Set, Terms: known.Terms, Triggers: known.triggers}
	if arabic && w.Set == 0 {
		w.Base = lex.baseOf(fold)
		w.Set, w.Triggers = lex.Words[w.Base].Set, lex.Words[w.Base].triggers
	}
	return w
}

// TriggersOf returns the triggers that begin with a word, longest first.
func (lex *Lexicon) TriggersOf(w *event.Word) []Entry { return lex.lists[w.Triggers] }

// TermsOfBase returns the terms of a word's base.
func (lex *Lexicon) TermsOfBase(w *event.Word) event.TermSet {
	if w.Base == w.Fold {
		return w.Terms
	}
	return lex.Words[w.Base].Terms
}

// baseOf returns an Arabic word that no table holds without its prefixes, or without the
// ending of an accusative or a pronoun, where that is known as a noun that carries an event;
// or of a verb of what is done to a place; else the word itself.
func (lex *Lexicon) baseOf(fold string) string {
	for _, base := range withoutPrefixes(fold) {
		if lex.Words[base].Set != 0 {
			return base
		}
	}
	for _, ending := range [...]string{"ا", "ها", "هم", "ه"} {
		base, ok := strings.CutSuffix(fold, ending)
		if !ok || len(base) < 6 {
			continue
		}
		for _, t := range lex.Triggers[base] {
			if (t.Form == Noun || t.Form == State) && len(t.Words) == 0 {
				return base
			}
		}
	}
	if base := lex.withoutObject(fold); base != "" {
		return base
	}
	return fold
}

// withoutObject returns an Arabic verb of what is done to places, folded, without the
// pronoun that is its object and with no prefix: ودخلتها, استعادها. It returns an empty
// string for other words.
func (lex *Lexicon) withoutObject(fold string) string {
	for _, word := range append(withoutPrefixes(fold), fold) {
		base, ok := strings.CutSuffix(word, "ها")
		if ok && len(base) >= 6 && lex.isOnlyVerb(base) {
			return base
		}
	}
	return ""
}

// isOnlyVerb reports whether a word alone is a verb of what is done to places, and no noun.
func (lex *Lexicon) isOnlyVerb(word string) bool {
	verb := false
	for _, t := range lex.Triggers[word] {
		if t.Form == Noun || t.Form == State {
			return false
		}
		verb = verb || len(t.Words) == 0 && isDoneToPlaces(t.Class)
	}
	return verb
}

// isDoneToPlaces reports whether what verbs of a class are done to is a place or in one:
// battles are fought, and attacks repelled.
func isDoneToPlaces(c Class) bool {
	return IsTerritorial(c) || c == Class(event.Withdrawal) || IsHostile(c) && c != Class(event.Clash)
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
