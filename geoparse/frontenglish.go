package geoparse

import (
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// regionAt returns what the word for a part or surroundings at token i is.
func (p *parse) regionAt(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.lex.regions[p.tokens[i].base]
}

// bearingAt returns the direction at token i as the lexicon has it: degrees,
// "centre", "far"; "" when it is none.
func (p *parse) bearingAt(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	t := &p.tokens[i]
	if t.shape.upperCase() && p.isUnit(i-1) {
		if word := p.lex.compass[t.fold]; word != "" {
			return word
		}
	}
	if word := p.lex.bearings[t.base]; word != "" || t.shape != arabic {
		return word
	}
	return p.lex.bearings[gazetteer.FoldWord(withoutAnd(t.text))]
}

// wordsAfter reads what follows the name: "Hama countryside", "Hama's northern
// countryside", "the Idlib zone", "Aleppo province's north". A word for a part
// alone is not enough.
func (p *parse) wordsAfter(w *areaWords) {
	at := w.last + 1
	possessive := p.tokens[w.last].full != ""
	if at < len(p.tokens) && !possessive && p.blankBefore(at) && p.words[at]&isClass != 0 && p.regionAt(at) == "" {
		possessive = p.tokens[at].full != ""
		at++
	}
	if at >= len(p.tokens) || !p.onlyPossessive(at-1) {
		return
	}
	after := areaWords{}
	for n := 1; n < maxDirections && p.addWord(&after, at) && at+1 < len(p.tokens) && !p.breaks(at); n++ {
		at++
	}
	noun := p.regionAt(at)
	switch {
	case noun == "bank" && len(after.bearings) == 0, noun == "centre", noun == "quarter" && len(after.bearings) == 0:
		return // "Aleppo bank", "Rehab center"
	case noun == "zone" && len(after.bearings) == 0 && p.tokens[at].fold != "zone" && p.tokens[at].fold != "region":
		return // "the Aleppo area" is Aleppo
	case noun != "":
		w.noun = noun
	case possessive && len(after.bearings) > 0 && p.isCompassNoun(at):
	default:
		return
	}
	w.last, w.bearings, w.central, w.far = at, after.bearings, after.central, after.far
}

// isCompassNoun reports whether token i is a direction that stands alone:
// "north", not "northern".
func (p *parse) isCompassNoun(i int) bool {
	switch p.tokens[i].fold {
	case "north", "east", "south", "west", "northeast", "southeast", "southwest", "northwest":
		return i+1 >= len(p.tokens) || p.breaks(i) || p.tokens[i+1].shape == lower && p.words[i+1]&isClass == 0
	}
	return false
}

// onlyPossessive reports whether a blank, or 's and a blank, stands after
// token i.
func (p *parse) onlyPossessive(i int) bool {
	from := p.tokens[i].end
	if p.tokens[i].full != "" {
		from = p.tokens[i].fullEnd
	}
	return p.text[from:p.tokens[i+1].start] == " "
}

// maxDirections is how many words may say a direction: "the northern, far western
// and north-western".
const maxDirections = 8

// addWord takes token i for a direction after a name.
func (p *parse) addWord(w *areaWords, i int) bool {
	switch word := p.bearingAt(i); word {
	case "", "greater":
		return p.tokens[i].fold == "and" && len(w.bearings) > 0 && p.bearingAt(i+1) != ""
	case "centre":
		w.central = true
	case "far":
		w.far = true
	default:
		w.bearings = append(w.bearings, degreesOf(word))
	}
	return true
}

// degreesOf reads a bearing of the lexicon; north where it has none.
func degreesOf(word string) float64 {
	degrees, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return 0
	}
	return degrees
}

// maxFillers is how many words may stand between a word for a part and the
// name: "of the northern province of".
const maxFillers = 4

// wordsBefore reads what stands before the name, from right to left: fillers
// ("of the province of"), a word for a part, directions, a distance.
func (p *parse) wordsBefore(w *areaWords, h head) {
	if p.zoneBefore(w, h) {
		return
	}
	at, fillers := h.first-1, 0
	for at >= 0 && !p.breaks(at) && fillers < maxFillers && p.isFiller(at) {
		at--
		fillers++
	}
	if at < 0 || p.breaks(at) {
		return
	}
	noun := p.regionAt(at)
	adjective := p.tokens[at].fold == "rural"
	switch {
	case noun != "" && w.noun == "" && (fillers > 0 || adjective) && p.nounFits(noun, at, h):
		p.partBefore(w, at, noun)
	case fillers > 0 && p.bearingAt(at) == "":
		p.distanceFrom(w, at, h)
		return
	default:
		if fillers > 0 && p.isSingularClass(at+1) {
			return // "the western city of Homs" lies in the west of Syria
		}
		p.directionsBefore(w, at)
		w.seenFrom = fillers > 0 && w.first < h.first && w.noun == "" && !w.far && !p.isInThe(w.first)
	}
	p.distanceBefore(w)
}

// isSingularClass reports whether token i is a class word for one place.
func (p *parse) isSingularClass(i int) bool {
	return p.words[i]&(isClass|isSpanClass) != 0 && !strings.HasSuffix(p.tokens[i].fold, "s")
}

// isInThe reports whether a direction at token i is a part: "in the north of",
// not "north of" or "to the north of".
func (p *parse) isInThe(i int) bool {
	return i > 1 && p.tokens[i-1].fold == "the" && p.tokens[i-2].fold != "to" && !p.breaks(i-1) && !p.breaks(i-2)
}

// nounFits: an entrance is one to a place, all others are of it; what is in
// front of a place is no front.
func (p *parse) nounFits(noun string, at int, h head) bool {
	link := p.tokens[at+1].fold
	if noun == "entrance" {
		return link == "to" || link == "of"
	}
	if noun == "front" && at > 0 && p.tokens[at-1].fold == "in" && p.tokens[at].fold == "front" {
		return false
	}
	return link == "of" || at+1 == h.first || noun == "zone" && link == "within"
}

// partBefore takes the word for a part at a token, with the directions before
// it. "The area of Jibeen" without one is Jibeen.
func (p *parse) partBefore(w *areaWords, at int, noun string) {
	before := w.first
	w.first = at
	p.directionsBefore(w, at-1)
	switch {
	case w.first == at && (noun == "zone" || noun == "quarter"):
		w.first = before
		return
	case noun == "centre":
		w.central = true
	}
	w.noun = noun
}

// directionsBefore reads directions that end at token at: "north and
// north-west", "western and southwestern", "far northern", "Greater".
func (p *parse) directionsBefore(w *areaWords, at int) {
	behind := -1 // the direction read before
	for n := 0; n < maxDirections && at >= 0 && p.joinsDirections(at, behind); n++ {
		word := p.bearingAt(at)
		if word == "" && behind >= 0 && p.tokens[at].fold == "and" && at > 0 && p.bearingAt(at-1) != "" {
			at--
			word = p.bearingAt(at)
		}
		if word == "" || p.startsProperName(w, at) {
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
			p.compound(w, at, behind)
		}
		behind, w.first = at, at
		at--
	}
}

// joinsDirections reports whether token at stands to the one behind it as the
// words of directions do.
func (p *parse) joinsDirections(at, behind int) bool {
	return behind < 0 || !p.breaks(at) || p.isHyphen(at) || p.gap(at) == ", " && p.bearingAt(at) != "" && p.bearingAt(at+1) != ""
}

// compound adds the direction at token i. Tied to the one behind it by a hyphen
// or nothing but a blank, both become the direction between them.
func (p *parse) compound(w *areaWords, i, behind int) {
	own := degreesOf(p.bearingAt(i))
	if n := len(w.bearings); behind == i+1 && (p.isHyphen(i) || p.blankBefore(i+1)) && n > 0 && p.bearingAt(behind) != "far" {
		w.bearings[0] = betweenBearings(own, w.bearings[0])
		return
	}
	w.bearings = append([]float64{own}, w.bearings...)
}

// startsProperName reports whether a capitalised direction belongs to a name
// that the gazetteer does not hold, as in "South Front", rather than to the
// phrase. Adjectives and words in headlines or at the start of a sentence are
// read; others only before a country that the text speaks of, or a seat or
// division there.
func (p *parse) startsProperName(w *areaWords, i int) bool {
	t := &p.tokens[i]
	if t.shape != capital || i == 0 || t.newSentence || p.inHeadline(i) || p.isUnit(i-1) {
		return false
	}
	switch t.fold {
	case "greater", "western", "eastern", "northern", "southern", "central":
		return false
	}
	k := p.spotOf[w.last]
	if k < 0 || !p.anchors(int(k)) {
		return true
	}
	place := p.taken(int(k))
	return p.support[place.Country] < supportEnough || p.division(int(k)) == nil && !place.Kind.IsCountry()
}

// beforeFillers skips the fillers that end at token at, and returns the token
// before them.
func (p *parse) beforeFillers(at int) int {
	for n := 0; n < maxFillers && at > 0 && !p.breaks(at) && p.isFiller(at); n++ {
		at--
	}
	return at
}

// isFiller reports whether token i may stand between a word for a line or a
// region and the name: "of", "the", "province", "villages".
func (p *parse) isFiller(i int) bool {
	switch p.tokens[i].fold {
	case "of", "the", "from", "to", "capital":
		return true
	}
	return p.words[i]&(isClass|isSpanClass) != 0 && p.lex.regions[p.tokens[i].base] == "" && p.lex.routes[p.tokens[i].base] == ""
}
