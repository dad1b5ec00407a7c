package spatial

import (
	"strconv"
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// wordsAfter parses the words after a name: "Hama countryside", "Hama's northern countryside",
// "the Idlib zone", "Aleppo province's north". A word for a part alone does not suffice.
func (r *expressionReader) wordsAfter(w *areaWords) {
	at := w.last + 1
	possessive := r.Tokens[w.last].Full != ""
	if at < len(r.Tokens) && !possessive && r.BlankBefore(at) && r.Words[at]&lexicon.Class != 0 && r.RegionAt(at) == "" {
		possessive = r.Tokens[at].Full != ""
		at++
	}
	if at >= len(r.Tokens) || !r.onlyPossessive(at-1) {
		return
	}
	after := areaWords{}
	for n := 1; n < maxDirections && r.addWord(&after, at) && at+1 < len(r.Tokens) && !r.Breaks(at); n++ {
		at++
	}
	noun := r.RegionAt(at)
	switch {
	case noun == "centre", isPartOfTown(noun) && len(after.bearings) == 0, noun == "bank" && len(after.bearings) == 0:
		return // "Aleppo bank", "Rehab center"
	case noun == "zone" && len(after.bearings) == 0 && r.Tokens[at].Fold != "zone" && r.Tokens[at].Fold != "region":
		return // "the Aleppo area" is Aleppo
	case noun != "":
		w.noun = noun
	case possessive && len(after.bearings) > 0 && r.isCompassNoun(at):
	default:
		return
	}
	w.last, w.bearings, w.central, w.far = at, after.bearings, after.central, after.far
}

// isCompassNoun reports whether token i is a noun of direction: "north", not "northern".
func (r *expressionReader) isCompassNoun(i int) bool {
	if r.Lex.CompassNouns[r.Tokens[i].Fold] && r.Tokens[i].Shape != token.Arabic {
		return i+1 >= len(r.Tokens) || r.Breaks(i) || r.Tokens[i+1].Shape == token.Lower && r.Words[i+1]&lexicon.Class == 0
	}
	return false
}

// onlyPossessive reports whether only a space, or 's and a space, follows token i.
func (r *expressionReader) onlyPossessive(i int) bool {
	from := r.Tokens[i].End
	if r.Tokens[i].Full != "" {
		from = r.Tokens[i].FullEnd
	}
	return r.Source[from:r.Tokens[i+1].Start] == " "
}

// maxDirections is how many words directions may have: "the northern, far western and
// north-western".
const maxDirections = 8

// addWord takes token i as a direction after a name.
func (r *expressionReader) addWord(w *areaWords, i int) bool {
	switch word := r.BearingAt(i); word {
	case "", "greater":
		return r.Tokens[i].Fold == "and" && len(w.bearings) > 0 && r.BearingAt(i+1) != ""
	case "centre":
		w.central = true
	case "far":
		w.far = true
	default:
		w.bearings = append(w.bearings, degreesOf(word))
	}
	return true
}

// degreesOf parses a bearing of the lexicon; 0 if it is not one.
func degreesOf(word string) float64 {
	degrees, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return 0
	}
	return degrees
}

// maxFillers is how many words may separate a word for a part and the name: "of the northern
// province of".
const maxFillers = 4

// wordsBefore parses the words before a name, from right to left: fillers ("of the province
// of"), a word for a part, directions, a distance.
func (r *expressionReader) wordsBefore(w *areaWords, h head) {
	if r.zoneBefore(w, h) {
		return
	}
	at, fillers := h.first-1, 0
	for at >= 0 && !r.Breaks(at) && fillers < maxFillers && r.isFiller(at) {
		at--
		fillers++
	}
	if at < 0 || r.Breaks(at) {
		return
	}
	if link := r.offShore(at); r.Lex.DistancesFrom[r.Tokens[link].Fold] {
		if link > 0 && !r.Breaks(link-1) && r.distanceUpTo(w, link-1) {
			w.level = expr.At
		}
		return
	}
	noun := r.RegionAt(at)
	adjective := r.Tokens[at].Fold == "rural"
	switch {
	case noun != "" && w.noun == "" && (fillers > 0 || adjective) && r.nounFits(noun, at, h):
		r.partBefore(w, at, noun)
	case fillers > 0 && r.BearingAt(at) == "":
		r.distanceFrom(w, at, h)
		return
	default:
		if fillers > 0 && r.isSingularClass(at+1) {
			return // "the western city of Homs" lies in the west of Syria
		}
		r.directionsBefore(w, at)
		w.seenFrom = fillers > 0 && w.first < h.first && w.noun == "" && !w.far && !r.isInThe(w.first)
	}
	r.distanceBefore(w)
}

// offShore skips "the coast" if it ends at token at.
func (r *expressionReader) offShore(at int) int {
	if at < 2 || !r.Lex.Shores[r.Tokens[at].Fold] || r.Breaks(at) {
		return at
	}
	if at--; r.Tokens[at].Fold == "the" && !r.Breaks(at) {
		at--
	}
	return at
}

// isSingularClass reports whether token i is a singular class word.
func (r *expressionReader) isSingularClass(i int) bool {
	return r.Words[i]&(lexicon.Class|lexicon.SpanClass) != 0 && !strings.HasSuffix(r.Tokens[i].Fold, "s")
}

// isInThe reports whether a direction at token i is a part of the place: "in the north of", not
// "north of" or "to the north of".
func (r *expressionReader) isInThe(i int) bool {
	return i > 1 && r.Tokens[i-1].Fold == "the" && r.Tokens[i-2].Fold != "to" && !r.Breaks(i-1) && !r.Breaks(i-2)
}

// nounFits excludes "an entrance of", which must be "to", and "in front of", which is not a
// front.
func (r *expressionReader) nounFits(noun string, at int, h head) bool {
	link := r.Tokens[at+1].Fold
	if noun == "entrance" {
		return link == "to" || link == "of"
	}
	if noun == "front" && at > 0 && r.Tokens[at-1].Fold == "in" && r.Tokens[at].Fold == "front" {
		return false
	}
	return link == "of" || at+1 == h.first
}

// partBefore takes the word for a part at a token, with the directions before it. Without any,
// "the area of Jibeen" is Jibeen.
func (r *expressionReader) partBefore(w *areaWords, at int, noun string) {
	before := w.first
	w.first = at
	r.directionsBefore(w, at-1)
	switch {
	case w.first == at && (noun == "zone" || isPartOfTown(noun)):
		w.first = before
		return
	case noun == "centre":
		w.central = true
	}
	w.noun = noun
}

// directionsBefore parses directions that end at token at: "north and north-west", "western and
// southwestern", "far northern", "Greater".
func (r *expressionReader) directionsBefore(w *areaWords, at int) {
	behind := -1 // the direction parsed last
	for n := 0; n < maxDirections && at >= 0 && r.joinsDirections(at, behind); n++ {
		word := r.BearingAt(at)
		if word == "" && behind >= 0 && r.Tokens[at].Fold == "and" && at > 0 && r.BearingAt(at-1) != "" {
			at--
			word = r.BearingAt(at)
		}
		if word == "" || r.startsProperName(w, at) {
			return
		}
		switch word {
		case "greater":
			w.noun = "greater"
		case "centre":
			w.central = true
		case "far":
			if behind < 0 {
				return // "far Aleppo"
			}
			w.far = true
		default:
			r.compound(w, at, behind)
		}
		behind, w.first = at, at
		at--
	}
}

// joinsDirections reports whether the text between token at and the next joins directions.
func (r *expressionReader) joinsDirections(at, behind int) bool {
	return behind < 0 || !r.Breaks(at) || r.IsHyphen(at) || r.Gap(at) == ", " && r.BearingAt(at) != "" && r.BearingAt(at+1) != ""
}

// compound adds the direction at token i. If only a hyphen or space separates it from the next one,
// the two become the direction between them.
func (r *expressionReader) compound(w *areaWords, i, behind int) {
	own := degreesOf(r.BearingAt(i))
	if n := len(w.bearings); behind == i+1 && (r.IsHyphen(i) || r.BlankBefore(i+1)) && n > 0 && r.BearingAt(behind) != "far" {
		w.bearings[0] = expr.BetweenBearings(own, w.bearings[0])
		return
	}
	w.bearings = append([]float64{own}, w.bearings...)
}

// startsProperName reports whether a capitalised direction belongs to a name that is not in the
// gazetteer, such as "South Front", rather than to the expression. Adjectives, and words in
// headlines or at the start of a sentence, do not; other words don't before a country that the
// text is about, or a seat or division in it.
func (r *expressionReader) startsProperName(w *areaWords, i int) bool {
	t := &r.Tokens[i]
	if t.Shape != token.Capital || i == 0 || t.NewSentence || r.InHeadline(i) || r.IsUnit(i-1) {
		return false
	}
	if r.Lex.DirectionAdjectives[t.Fold] {
		return false
	}
	k := r.NameOf[w.last]
	if k < 0 || !r.anchors(int(k)) {
		return true
	}
	place := r.taken(int(k))
	return r.in.Support[place.Country] < toponym.SupportEnough || r.division(int(k)) == nil && !place.Kind.IsCountry()
}

// beforeFillers skips fillers that end at token at, and returns the token before them.
func (r *expressionReader) beforeFillers(at int) int {
	for n := 0; n < maxFillers && at > 0 && !r.Breaks(at) && r.isFiller(at); n++ {
		at--
	}
	return at
}

// isFiller reports whether token i may separate a word for a line or region from the name: "of",
// "the", "province", "villages".
func (r *expressionReader) isFiller(i int) bool {
	if r.Tokens[i].Use&lexicon.Filler != 0 {
		return true
	}
	return r.Words[i]&(lexicon.Class|lexicon.SpanClass) != 0 && r.Tokens[i].Region == "" && r.Tokens[i].Route == ""
}
