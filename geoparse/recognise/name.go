package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// longest finds the longest name from token i, whose first word is given; skip is the length of
// the proclitics before it in bytes.
func (r *Recogniser) longest(i int, first string, skip int) (toponym.Toponym, bool) {
	var best toponym.Toponym
	found := false
	tail := i    // last token of the name, with lower-case class words
	letters := 0 // letters of the folded name, with its spaces
	cursor := r.Gaz.Start()
	for j := i; j < len(r.Tokens) && j-i < toponym.MaxNameWords; j++ {
		t := &r.Tokens[j]
		r.Step(1)
		if t.End-r.Tokens[i].Start > toponym.MaxNameBytes {
			break
		}
		if j > i && !r.Joins(j-1) && !r.goesOnAfterPossessive(j-1) && !r.endsInAyn(j-1) {
			break
		}
		word := t.Fold
		if j == i {
			word = first
		}
		if gazetteer.IsArticle(word) && j+1 < len(r.Tokens) && r.Joins(j) && t.Shape != token.Arabic {
			continue
		}
		with := cursor
		more := cursor.NextCached(word, t.Begins)
		if more && cursor.Complete() && (t.Shape != token.Lower || j == i || r.isTied(j)) && (j == i || !gazetteer.IsArticle(word)) {
			best = toponym.Toponym{First: i, Last: j, Start: r.Tokens[i].Start + skip, End: t.End, Exact: true}
			best.Hits, letters = cursor.Hits(), cursor.Len()
			found, tail = true, j
		} else if more && found && r.isTail(best.First, best.Last, j) && cursor.Complete() {
			best.Hits, letters, tail = cursor.Hits(), cursor.Len(), j // the gas field of that name rather than the town
		}
		if t.Full != "" { // continues after 's only in a name that has it: Queen Anne's County
			cursor, more = with, with.Next(t.Full)
			cursor = with
		}
		if !more {
			break
		}
	}
	if found {
		best.Written = r.Source[best.Start:r.Tokens[tail].End]
		found = r.keepFitting(&best, letters)
	}
	return best, found
}

// isTied reports whether a hyphen makes token j, in lower case, part of the name before it: the
// nabl of Kafr-nabl.
func (r *Recogniser) isTied(j int) bool { return r.IsHyphen(j-1) && r.Words[j]&lexicon.Class == 0 }

// isTail reports whether only lower-case words ending in a class word separate the last token of
// a name and token j: "gas field" in "Shaar gas field". Names joined by a hyphen share it, and
// after an indefinite article it does not belong to the name: "a Khartoum hospital".
func (r *Recogniser) isTail(first, last, j int) bool {
	if r.Words[j]&lexicon.Class == 0 || first > 0 && (r.IsHyphen(first-1) || r.IsIndefinite(first-1) && r.EndsPhrase(&toponym.Toponym{Last: j})) {
		return false
	}
	for k := last + 1; k <= j; k++ {
		if r.Tokens[k].Shape != token.Lower {
			return false
		}
	}
	return last < j
}

// goesOnAfterPossessive reports whether only a space follows the possessive of token i: then a
// name may continue there, if it contains the possessive.
func (r *Recogniser) goesOnAfterPossessive(i int) bool {
	t := &r.Tokens[i]
	return t.Full != "" && r.Source[t.FullEnd:r.Tokens[i+1].Start] == " "
}

// keepFitting drops hits that differ from the written name where it matters: abbreviations must
// agree in letters and dots, short words in case, and an article must be part of the name. It
// takes the number of letters of the folded name, and reports whether any hits are left.
func (r *Recogniser) keepFitting(s *toponym.Toponym, letters int) bool {
	r.Step(len(s.Hits))
	misfits := func(h gazetteer.Hit) bool { return !r.fitsAsWritten(s, &h, letters) }
	if slices.ContainsFunc(s.Hits, misfits) { // seldom
		s.Hits = slices.DeleteFunc(slices.Clone(s.Hits), misfits)
	}
	if len(s.Hits) == 0 {
		return false
	}
	r.dropArticle(s)
	r.takeDot(s)
	return true
}

func (r *Recogniser) fitsAsWritten(s *toponym.Toponym, h *gazetteer.Hit, letters int) bool {
	name := h.Name
	if strings.HasPrefix(name, "The ") && !r.hasOwnThe(s) || !r.mayHaveArticle(s, h) || !r.mayLackArticle(s, h) {
		return false
	}
	if s.First != s.Last || r.Tokens[s.First].Shape == token.Arabic {
		return true
	}
	if strings.Contains(name, ".") {
		letters = len(gazetteer.Fold(strings.ReplaceAll(name, ".", "")))
	}
	isAbbreviation := token.ShapeOf(name) == token.Caps || strings.HasSuffix(name, ".")
	switch {
	case !isAbbreviation && r.isAcronym(s.First) && !r.isKnownAs(h):
		return false
	case letters > toponym.LongestAbbreviation:
		return true
	case !isAbbreviation:
		return letters > 3 || r.Tokens[s.First].Shape != token.Caps || r.InCapitals(s.First)
	case strings.Contains(name, "."):
		return strings.HasPrefix(r.Source[s.Start:], name)
	case letters == 2 && !r.isAlone(h) && !strings.ContainsAny(name, "0123456789"):
		return s.Written == name && r.followsComma(s.First)
	}
	return s.Written == name
}

// longestAcronym is the maximum length of an acronym: UNICEF.
const longestAcronym = 6

// isAcronym reports whether token i is a few capitals in a sentence that is not in capitals, as
// are names of organisations: SAMS; but not a dateline such as IDLIB.
func (r *Recogniser) isAcronym(i int) bool {
	t := &r.Tokens[i]
	return t.Shape == token.Caps && len(t.Fold) <= longestAcronym && !r.IsCode(i) && !r.InCapitals(i) && !r.beginsLine(i)
}

// isKnownAs reports whether a name is the usual one of a place: Homs, but not Sams for Samsun.
func (r *Recogniser) isKnownAs(h *gazetteer.Hit) bool {
	place := r.Gaz.Place(h.Ref)
	return (h.Name == place.Name || gazetteer.Fold(h.Name) == gazetteer.Fold(place.Name)) && (r.Gaz.Curated(h.Ref) || r.Gaz.Prominence(h.Ref) >= toponym.KnownEnough)
}

// beginsLine reports whether token i is the first of its line.
func (r *Recogniser) beginsLine(i int) bool {
	return i == 0 || strings.ContainsAny(r.Gap(i-1), "\n\r")
}

// hasOwnThe reports whether a name is written with its English article, capitalised where that
// distinguishes it: The Hague, The Valley; not "The city".
func (r *Recogniser) hasOwnThe(s *toponym.Toponym) bool {
	i := s.First
	if r.Tokens[i].Fold != "the" {
		if i == 0 || r.Tokens[i-1].Fold != "the" || r.Gap(i-1) != " " {
			return false
		}
		i--
	}
	return r.Words[i+1]&(lexicon.Common|lexicon.Class) == 0 || r.Tokens[i].Shape != token.Lower && !r.Tokens[i].NewSentence
}

// isAlone reports whether a two-letter abbreviation may occur without a town before it: those of
// countries and unions may, those of states not.
func (r *Recogniser) isAlone(h *gazetteer.Hit) bool {
	kind := r.Gaz.Kind(h.Ref)
	return kind.IsCountry() || kind.Class() == 'L'
}

// followsComma reports whether a capitalised word and a comma precede token i: "Dayton, OH".
func (r *Recogniser) followsComma(i int) bool {
	return i > 0 && strings.HasPrefix(r.Gap(i-1), ",") && r.Tokens[i-1].Shape.UpperCase()
}

// takeDot extends the span by the dot of an abbreviated name ("Kan.").
func (r *Recogniser) takeDot(s *toponym.Toponym) {
	for _, h := range s.Hits {
		if strings.HasSuffix(h.Name, ".") && !strings.HasSuffix(s.Written, ".") && strings.HasPrefix(r.Source[s.End:], ".") {
			s.End++
			s.Written = r.Source[s.Start:s.End]
			return
		}
	}
}

// dropArticle removes an article from the start of a span if the names have none, unless a
// hyphen joins it: "As Damascus fell".
func (r *Recogniser) dropArticle(s *toponym.Toponym) {
	if s.First == s.Last || r.Tokens[s.First].Shape == token.Arabic || !gazetteer.IsArticle(r.Tokens[s.First].Fold) || r.IsHyphen(s.First) {
		return
	}
	for _, h := range s.Hits {
		if gazetteer.HasArticle(h.Name) {
			return
		}
	}
	s.First++
	s.Start = r.Tokens[s.First].Start
	s.Written = r.Source[s.Start:s.End]
}
