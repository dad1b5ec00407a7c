package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// A hyphen ties two names of one road, or makes one name of two words: the Sarmin-Saraqib road,
// Pont-Sonde. The parts of a compound that no gazetteer has are not places, however many places are
// called Pont.

// isHeadOfCompound reports whether the name is only the first part of a compound.
func (r *Recogniser) isHeadOfCompound(s *toponym.Toponym) bool {
	next := s.Last + 1
	if next >= len(r.Tokens) || !r.IsHyphen(s.Last) || r.standsAlone(s) {
		return false
	}
	if r.isUnknownSmall(next) {
		return true
	}
	if !r.isBareCapital(next) {
		return false
	}
	return !r.HasUsualName(s) || !r.BeginsName(next)
}

// isUnknownSmall reports whether token i is in lower case and no English word, so that it can
// only be part of a name: "lay" is one, but not "nabl" in Kafr-nabl.
func (r *Recogniser) isUnknownSmall(i int) bool {
	t := &r.Tokens[i]
	if t.Shape != token.Lower || r.Words[i] != 0 || len(t.Fold) < minSmall || r.IsForeign(i) {
		return false
	}
	return !strings.HasSuffix(t.Fold, "ed") && !strings.HasSuffix(t.Fold, "ing") && !strings.HasSuffix(t.Fold, "s")
}

// minSmall is the minimum length of a word in lower case that is taken for part of a name.
const minSmall = 3

// isTailOfMore reports whether the match is only the last part of a longer name.
func (r *Recogniser) isTailOfMore(s *toponym.Toponym) bool {
	return r.isTailOfCompound(s) || r.isTailOfPark(s)
}

// isTailOfCompound reports whether the name is only the last part of a compound whose first part
// is not a name.
func (r *Recogniser) isTailOfCompound(s *toponym.Toponym) bool {
	before := s.First - 1
	const other = lexicon.Direction | lexicon.Preposition | lexicon.Stop
	return before >= 0 && r.IsHyphen(before) && r.Tokens[before].Shape == token.Capital && len(r.Tokens[before].Text) > 1 && r.Words[before]&other == 0 && !gazetteer.IsArticle(r.Tokens[before].Fold) &&
		!r.IsDemonymToken(before) && !r.isSpotted(before) && !r.standsAlone(s)
}

// isTailOfPark reports whether the name consists of class words and their modifiers, after an
// unknown capitalised word that they belong to: National Park, in "Etosha National Park".
func (r *Recogniser) isTailOfPark(s *toponym.Toponym) bool {
	before := s.First - 1
	if s.First == s.Last || before < 0 || r.Gap(before) != " " || !r.isBareCapital(before) || r.Tokens[before].NewSentence || r.isSpotted(before) {
		return false
	}
	return !slices.ContainsFunc(r.Words[s.First:s.Last+1], func(w lexicon.Set) bool { return w&(lexicon.Class|lexicon.Modifier) == 0 })
}

// isBareCapital reports whether token i is capitalised as part of a name and has no other
// meaning next to a hyphen, as it has in Homs-Based and Syrian-Iraqi.
func (r *Recogniser) isBareCapital(i int) bool {
	const other = lexicon.Class | lexicon.SpanClass | lexicon.OrgTail | lexicon.Participle | lexicon.Direction | lexicon.Preposition | lexicon.Stop | lexicon.Calendar
	return r.Tokens[i].Shape == token.Capital && r.Words[i]&other == 0 && !gazetteer.IsArticle(r.Tokens[i].Fold) && !r.IsDemonymToken(i)
}

// standsAlone reports whether a name is that of a well-known place, or of one in a curated
// table.
func (r *Recogniser) standsAlone(s *toponym.Toponym) bool {
	return s.Exact && (r.Prominence(s) >= toponym.CommonNeeds || slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return r.Gaz.Curated(h.Ref) }))
}
