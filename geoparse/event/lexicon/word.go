package lexicon

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event"
)

// Meaning is what the tables have on a folded word.
type Meaning struct {
	Set      Set
	Terms    event.TermSet
	triggers uint16 // event.Word.Triggers
	inPhrase bool   // event.Word.InPhrase
}

// Word returns what the lexicon has on a folded word.
func (lex *Lexicon) Word(fold string, arabic bool) event.Word {
	known := lex.Words[fold]
	w := event.Word{Fold: fold, Base: fold, Arabic: arabic, Set: known.Set, Terms: known.Terms, Triggers: known.triggers, InPhrase: known.inPhrase}
	if arabic && w.Set == 0 {
		w.Base = lex.baseOf(fold)
		known = lex.Words[w.Base]
		w.Set, w.Triggers, w.InPhrase = known.Set, known.triggers, w.InPhrase || known.inPhrase
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

// baseOf returns an Arabic word without prefixes, accusative ending or pronoun if it is unknown
// and the rest is a known noun that reports an event, or a verb of what happens to places; else
// the word itself.
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

// withoutObject returns a folded Arabic verb of what happens to places without its object
// pronoun and prefix: ودخلتها, استعادها; "" for other words.
func (lex *Lexicon) withoutObject(fold string) string {
	for _, word := range append(withoutPrefixes(fold), fold) {
		base, ok := strings.CutSuffix(word, "ها")
		if ok && len(base) >= 6 && lex.isOnlyVerb(base) {
			return base
		}
	}
	return ""
}

// isOnlyVerb reports whether a word is a verb of what happens to places and not also a noun.
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

// isDoneToPlaces reports whether the object of verbs of a class is a place or in one; battles,
// by contrast, are fought, and attacks repelled.
func isDoneToPlaces(c Class) bool {
	return IsTerritorial(c) || c == Class(event.Withdrawal) || IsHostile(c) && c != Class(event.Clash)
}

// withoutPrefixes returns a folded Arabic word without its possible proclitics: and, so; by,
// for, like; the article.
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
