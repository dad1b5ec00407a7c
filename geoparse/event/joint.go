package event

import "strings"

// joint says how a place hangs together with the group before it.
type joint uint8

const (
	apart joint = iota
	listed
	container // the place holds the group: X in Y
	inside    // the group holds the place: the Y towns of X
)

// maxJoint is how many words may stand between two places of a group.
const maxJoint = 7

// joint looks at the words between a group and the place at w.
func (s *sentence) joint(g *group, w span, size Size) joint {
	between := w.first - g.last - 1
	if between > maxJoint || between < 0 {
		return apart
	}
	if s.holds(g, w, size) {
		return inside
	}
	if s.isApposition(g, w) {
		return container
	}
	and, in, comma := false, false, s.words[w.first].comma
	for i := g.last + 1; i < w.first; i++ {
		word := &s.words[i]
		switch {
		case word.stop, word.set&isWith != 0, word.Fold == "between", word.comma && word.set&isTo != 0:
			return apart
		case word.set&isAnd != 0, word.Fold == "as":
			and = true
		case word.set&isIn != 0 || word.set&isOf != 0:
			in = in || word.Fold != "near" && word.Fold != "قرب"
		case word.set&(isPart|isArticle|isPlaceNoun) != 0:
			in = in || word.Arabic && s.isDirection(i)
		case word.Arabic && s.is(i, isPart|isPlaceNoun):
		default:
			return apart
		}
		comma = comma || word.comma
	}
	if s.words[w.first].stop {
		return apart
	}
	if s.words[w.first].Arabic && len(s.words[w.first].Fold) > 2 && strings.HasPrefix(s.Text.Text[s.words[w.first].Start:], "و") && between == 0 {
		and = true
	}
	larger := size > g.size
	switch {
	case and:
		return listed
	case in && (larger || size == g.size && size >= Province || size == Town && g.size == Town && between <= 3):
		return container
	case (comma || between == 0) && larger:
		return container
	case comma || between == 0:
		return listed
	}
	if larger {
		return container
	}
	return apart
}

// isDirection reports whether an Arabic word says on which side of the next place that
// before it lies: "X غربي Y".
func (s *sentence) isDirection(i int) bool {
	return s.foldIs(i, "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي")
}

// holds reports whether a group is what the place at w lies in: "the northern Hama
// towns of X", "Aleppo's X".
func (s *sentence) holds(g *group, w span, size Size) bool {
	if len(g.spots) > 1 || size >= Country || s.words[w.first].comma || g.last+1 < len(s.words) && s.words[g.last+1].comma {
		return false
	}
	between := w.first - g.last - 1
	if between == 0 {
		gap := s.Text.Text[s.words[g.last].End:s.words[w.first].Start]
		if p := g.spots[0].Place; p >= 0 && !s.Places[p].Known && !s.words[w.first].Arabic {
			return true // "Syrias Idlib", whose apostrophe was lost
		}
		return size < g.size && g.size >= Province || strings.HasPrefix(gap, "'s ") || strings.HasPrefix(gap, "’s ")
	}
	if size < g.size && between <= 5 && s.is(w.first-1, isOf) && s.is(w.first-2, isPlaceNoun) {
		return s.isPlain(g.last+1, w.first-1) // Syria's second city of Aleppo
	}
	if s.foldIs(g.last+1, "neighborhood", "neighbourhood", "district", "suburb", "quarter", "camp", "area") {
		return false // the Zeitoun neighbourhood of Gaza City
	}
	return (s.is(g.last+1, isPlaceNoun) || s.foldIs(g.last+1, "provinces")) && (between == 2 && s.is(w.first-1, isOf) || between == 1 && size < g.size)
}

// isPlain reports whether words are neither joined nor verbs: what may describe a city.
func (s *sentence) isPlain(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &s.words[i]; w.comma || w.stop || w.set&(isIn|isAnd|isBe|isHave|isSay|isRelative|isClause|isArticle) != 0 {
			return false
		}
	}
	return true
}

// isApposition reports whether a group is described by what lies around it: "X, a
// Kurdish city in Y".
func (s *sentence) isApposition(g *group, w span) bool {
	i := g.last + 1
	if w.first-i > maxJoint || i >= w.first || !s.words[i].comma || !s.is(i, isArticle) {
		return false
	}
	place := false
	for ; i < w.first; i++ {
		if i > g.last+1 && (s.words[i].comma || s.words[i].stop) || s.is(i, isSay|isRelative|isClause) {
			return false
		}
		place = place || s.is(i, isPlaceNoun)
	}
	return place && !s.words[w.first].comma
}
