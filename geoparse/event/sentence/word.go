package sentence

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Word is a token of a sentence with what is known of it.
type Word struct {
	*event.Token
	Base    string // Fold, of an Arabic word without the prefix that hides it from the lexicon
	Set     lexicon.Set
	Terms   lexicon.TermSet // of Fold
	Group   int             // of places, -1 for none
	Actor   int             // of s.actors, -1 for none
	Trigger int             // of s.triggers, -1 for none
	Comma   bool            // one stands before it
	Stop    bool            // a semicolon, colon or dash does
	Mark    bool            // a bracket or quotation mark does
	Aside   bool            // a dash between blanks does
	Depth   int             // how many brackets are open
	Dash    bool            // a hyphen joins it to the word before
}

func (r *Reading) word(i int) Word {
	w := Word{Token: &r.Tokens[i], Group: -1, Actor: -1, Trigger: -1}
	w.Base = w.Fold
	known := r.Lex.Words[w.Fold]
	w.Set, w.Terms = known.Set, known.Terms
	if w.Arabic && w.Set == 0 {
		for _, base := range withoutPrefixes(w.Fold) {
			if set := r.Lex.Words[base].Set; set != 0 {
				w.Base, w.Set = base, set
				break
			}
		}
		if w.Base == w.Fold {
			w.Base, w.Set = r.withoutEnding(w.Fold)
		}
	}
	if i > 0 {
		gap := r.Text.Text[r.Tokens[i-1].End:w.Start]
		if gap != " " {
			w.Comma = strings.ContainsAny(gap, ",،")
			w.Mark = strings.ContainsAny(gap, "()[]\"“”«»")
			w.Stop = strings.ContainsAny(gap, ";؛:|\n!?…") || strings.Contains(gap, ".") && !w.Mark
			w.Aside = strings.Contains(gap, "—") || strings.Contains(gap, "– ") || strings.Contains(gap, " - ")
			w.Depth = strings.Count(gap, "(") - strings.Count(gap, ")")
			w.Dash = (gap == "-" || gap == "‑" || gap == "–") && !IsDigit(r.Tokens[i-1].Fold) && !IsDigit(w.Fold)
		}
	}
	return w
}

// withoutEnding returns an Arabic word that no table holds without the ending of an
// accusative or a pronoun, where that is known as a noun that carries an event; else
// the word itself.
func (r *Reading) withoutEnding(fold string) (string, lexicon.Set) {
	for _, ending := range [...]string{"ا", "ها", "هم", "ه"} {
		base, ok := strings.CutSuffix(fold, ending)
		if !ok || len(base) < 6 {
			continue
		}
		for _, t := range r.Lex.Triggers[base] {
			if (t.Form == lexicon.Noun || t.Form == lexicon.State) && len(t.Words) == 0 {
				return base, r.Lex.Words[base].Set
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

// Says reports whether it is one of a term.
func (w *Word) Says(term lexicon.Term) bool { return w.Terms.Has(term) }
