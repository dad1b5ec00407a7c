package recognise

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// spotWholeArabic is spotWhole for a name after قرية, بلدة and the like.
func (r *Recogniser) spotWholeArabic(i int, known *toponym.Toponym, exact bool) (toponym.Toponym, bool) {
	last, ok := r.arabicRunEnd(i)
	if !ok || last == i || exact && (known.Last >= last || r.isDescribedUpTo(known, last)) {
		return toponym.Toponym{}, false
	}
	s := toponym.Toponym{First: i, Last: last, Start: r.Tokens[i].Start, End: r.Tokens[last].End, Cued: true}
	s.Written = r.Source[s.Start:s.End]
	if r.Uses(signal.BySound) {
		s.Hits = r.BySound(s.Written, toponym.MinSoundWhole)
	}
	return s, len(s.Hits) > 0 || r.Uses(signal.Unlisted)
}

// isGovernedBySettlement reports whether token i is a name in the construct state after a word
// for a settlement: قرية X, but not القرية.
func (r *Recogniser) isGovernedBySettlement(i int) bool {
	return i > 0 && r.Words[i-1]&lexicon.Settlement != 0 && !token.HasArticle(&r.Tokens[i-1]) && !r.Breaks(i-1)
}

// arabicRunEnd returns the last word of the name at token i: the last before its location, else
// the second after a usual first word of names; false if neither shows the extent.
func (r *Recogniser) arabicRunEnd(i int) (last int, ok bool) {
	if !r.isGovernedBySettlement(i) {
		return 0, false
	}
	for j := i; j < len(r.Tokens) && j <= i+maxWholeWords && (j == i || !r.Breaks(j-1)); j++ {
		if j > i && r.beginsWhere(j) {
			return j - 1, true
		}
		if !r.isPartOfArabicName(j, i) {
			break
		}
	}
	if next := i + 1; r.Words[i]&lexicon.NameHead != 0 && next < len(r.Tokens) && !r.Breaks(i) && r.isPartOfArabicName(next, i) &&
		(token.HasArticle(&r.Tokens[next]) || r.Words[next]&(lexicon.Stop|lexicon.Common) == 0) {
		return next, true
	}
	return 0, false
}

// beginsWhere reports whether token j begins the location of the name before it: في, بريف, غرب.
func (r *Recogniser) beginsWhere(j int) bool {
	t := &r.Tokens[j]
	if t.Base == "في" || t.Base == "قرب" || t.Bearing != "" && !token.HasArticle(t) {
		return true
	}
	return strings.HasPrefix(t.Text, "ب") && t.Base != t.Fold && (r.Words[j]&lexicon.Class != 0 || t.Region != "")
}

// isPartOfArabicName reports whether token j can be part of the name that begins with token
// first: not a preposition, a verb of saying, or a word joined to "and", which continue the
// sentence.
func (r *Recogniser) isPartOfArabicName(j, first int) bool {
	t := &r.Tokens[j]
	switch {
	case t.Shape != token.Arabic, r.Words[j]&(lexicon.Preposition|lexicon.Say|lexicon.Calendar) != 0:
		return false
	case j == first:
		return true
	case r.Lex.Circumstances[t.Fold]:
		return false
	case r.Words[j]&lexicon.Class != 0 && r.Words[j]&lexicon.NameHead == 0:
		return false
	}
	return !strings.HasPrefix(t.Text, "و") || r.Lex.Words[t.Fold] != 0
}

// isDescribedUpTo reports whether only an everyday adjective follows a name up to token last,
// feminine as towns are: سراقب الاستراتيجية. Adjectives that distinguish twin villages are part
// of the name.
func (r *Recogniser) isDescribedUpTo(s *toponym.Toponym, last int) bool {
	if r.Words[s.Last]&lexicon.NameHead != 0 && s.First == s.Last {
		return false
	}
	for j := s.Last + 1; j <= last; j++ {
		t := &r.Tokens[j]
		if !strings.HasPrefix(t.Text, "ال") || !strings.HasSuffix(t.Fold, "ه") || r.Words[j]&lexicon.Stop != 0 || r.Words[j]&lexicon.Common == 0 && !r.IsDemonymToken(j) {
			return false
		}
	}
	return true
}
