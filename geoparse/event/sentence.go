package event

import (
	"strings"

	"dateline/gazetteer"
)

// word is a token of a sentence with what is known of it.
type word struct {
	*Token
	base    string // Fold, of an Arabic word without the prefix that hides it from the lexicon
	set     wordSet
	group   int  // of places, -1 for none
	actor   int  // of s.actors, -1 for none
	trigger int  // of s.triggers, -1 for none
	comma   bool // one stands before it
	stop    bool // a semicolon, colon or dash does
	mark    bool // a bracket or quotation mark does
	aside   bool // a dash between blanks does
	depth   int  // how many brackets are open
	dash    bool // a hyphen joins it to the word before
}

// sentence is a sentence whose words are labelled.
type sentence struct {
	*reading
	words    []word
	groups   []group
	actors   []span
	triggers []found
	topic    int  // the group of Text.Topic, -1 for none
	caps     bool // it is written in capitals
}

// span is a row of words, last inclusive.
type span struct{ first, last int }

// found is a trigger in its place.
type found struct {
	span
	class class
	form  form
}

// sentence labels the words of the next sentence.
func (r *reading) sentence(bounds Range) *sentence {
	for r.token < len(r.Tokens) && r.Tokens[r.token].Start < bounds.Start {
		r.token++
	}
	first := r.token
	for r.token < len(r.Tokens) && r.Tokens[r.token].Start < bounds.End {
		r.token++
	}
	s := &sentence{reading: r, words: make([]word, r.token-first)}
	for i := range s.words {
		s.words[i] = r.word(first + i)
	}
	if len(s.words) == 0 {
		return s
	}
	s.words[0].comma, s.words[0].stop, s.words[0].mark, s.words[0].dash = false, false, false, false
	s.words[0].depth, s.words[0].aside = 0, false
	for i := 1; i < len(s.words); i++ {
		s.words[i].depth = max(0, s.words[i].depth+s.words[i-1].depth)
	}
	s.caps = s.inCapitals()
	s.findPlaces(bounds)
	s.findActors(bounds)
	s.bridgeUnknown()
	s.findTriggers()
	s.findUnlisted()
	s.findAnaphors()
	s.addTopic()
	return s
}

func (r *reading) word(i int) word {
	w := word{Token: &r.Tokens[i], group: -1, actor: -1, trigger: -1}
	w.base = w.Fold
	w.set = r.lex.words[w.Fold]
	if w.Arabic && w.set == 0 {
		for _, base := range withoutPrefixes(w.Fold) {
			if set := r.lex.words[base]; set != 0 {
				w.base, w.set = base, set
				break
			}
		}
		if w.base == w.Fold {
			w.base, w.set = r.withoutEnding(w.Fold)
		}
	}
	if i > 0 {
		gap := r.Text.Text[r.Tokens[i-1].End:w.Start]
		if gap != " " {
			w.comma = strings.ContainsAny(gap, ",،")
			w.mark = strings.ContainsAny(gap, "()[]\"“”«»")
			w.stop = strings.ContainsAny(gap, ";؛:|\n!?…") || strings.Contains(gap, ".") && !w.mark
			w.aside = strings.Contains(gap, "—") || strings.Contains(gap, "– ") || strings.Contains(gap, " - ")
			w.depth = strings.Count(gap, "(") - strings.Count(gap, ")")
			w.dash = (gap == "-" || gap == "‑" || gap == "–") && !isDigit(r.Tokens[i-1].Fold) && !isDigit(w.Fold)
		}
	}
	return w
}

// withoutEnding returns an Arabic word that no table holds without the ending of an
// accusative or a pronoun, where that is known as a noun that carries an event; else
// the word itself.
func (r *reading) withoutEnding(fold string) (string, wordSet) {
	for _, ending := range [...]string{"ا", "ها", "هم", "ه"} {
		base, ok := strings.CutSuffix(fold, ending)
		if !ok || len(base) < 6 {
			continue
		}
		for _, t := range r.lex.triggers[base] {
			if t.form == noun && len(t.words) == 0 {
				return base, r.lex.words[base]
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

func (s *sentence) is(i int, set wordSet) bool {
	return i >= 0 && i < len(s.words) && s.words[i].set&set != 0
}

// foldIs reports whether word i is one of those.
func (s *sentence) foldIs(i int, words ...string) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	for _, w := range words {
		if s.words[i].Fold == w {
			return true
		}
	}
	return false
}

// rangeOf returns the text of words.
func (s *sentence) rangeOf(w span) Range {
	return Range{s.words[w.first].Start, s.words[w.last].End}
}

// at returns the first word that ends after byte at.
func (s *sentence) at(at int) int {
	lo, hi := 0, len(s.words)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.words[mid].End > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// isDigit reports whether a word is a number in figures.
func isDigit(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }
