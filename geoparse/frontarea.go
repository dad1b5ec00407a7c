package geoparse

import "strconv"

// areaPhrase reads an expression for an area around or in name i: "the
// northern countryside of Hama", "western Aleppo", "43 km north of Aleppo",
// "Hama countryside", "the northern Hama pocket", ريف حماة الشمالي.
func (p *parse) areaPhrase(i int) (phrase, bool) {
	s := &p.spots[i]
	if s.role == RoleDemonym || p.isRoad(i) {
		return phrase{}, false
	}
	f := phrase{first: s.first, last: s.last, anchors: []int{i}}
	if p.tokens[s.first].shape == arabic {
		p.arabicArea(&f)
	} else {
		p.wordsAfter(&f)
		p.wordsBefore(&f)
	}
	f.kind = f.areaKind()
	return f, f.kind != ""
}

// areaKind says what a phrase with these parts is, "" when it has none that
// make it an area.
func (f *phrase) areaKind() FrontKind {
	switch {
	case f.km > 0 && len(f.bearings) > 0:
		return Offset
	case f.noun == "pocket":
		return Pocket
	case f.noun == "front":
		return Contact
	case f.noun != "":
		return Countryside
	case len(f.bearings) > 0 || f.central:
		return Countryside
	}
	return ""
}

// regionAt returns what the word for a part or surroundings at token i is.
func (p *parse) regionAt(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.lex.regions[p.tokens[i].base]
}

// wordsAfter reads what follows the name: "Hama countryside", "Hama's northern
// countryside", "the Idlib zone". A word for a part alone is not enough.
func (p *parse) wordsAfter(f *phrase) {
	at := f.last + 1
	if at >= len(p.tokens) || !p.onlyPossessive(f.last) {
		return
	}
	var bearings []float64
	for at < len(p.tokens) && p.addBearing(&bearings, at) && !p.breaks(at) {
		at++
	}
	noun := p.regionAt(at)
	if noun == "" || noun == "zone" && (len(bearings) == 0 && p.tokens[at].fold != "zone" && p.tokens[at].fold != "region") {
		return
	}
	f.last, f.noun, f.bearings = at, noun, append(f.bearings, bearings...)
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

// addBearing takes token i for a direction and adds its bearing. A compound
// of two ("north-west") is the direction between them.
func (p *parse) addBearing(bearings *[]float64, i int) bool {
	bearing, err := strconv.ParseFloat(p.lex.bearings[p.tokens[i].base], 64)
	if err != nil {
		return false
	}
	*bearings = append(*bearings, bearing)
	return true
}

// wordsBefore reads what stands before the name, from right to left: fillers
// ("of the province of"), a word for a part, directions, a distance.
func (p *parse) wordsBefore(f *phrase) {
	at, fillers := f.first-1, 0
	for at >= 0 && !p.breaks(at) && p.isFiller(at) && fillers < 4 {
		at--
		fillers++
	}
	if at < 0 || p.breaks(at) {
		return
	}
	first := at + 1
	if noun := p.regionAt(at); fillers > 0 && noun != "" && f.noun == "" {
		f.noun, first = noun, at
		at--
	} else if fillers > 0 && !p.isOfDirection(at) {
		return
	}
	if p.directionsBefore(f, at) < 0 && f.noun == "zone" {
		f.noun = "" // "the area of Jibeen" is Jibeen
	}
	if f.noun != "" && first < f.first {
		f.first = first
	}
	p.distanceBefore(f)
}

// isOfDirection reports whether token i is a direction that takes "of":
// "north of", not "northern of".
func (p *parse) isOfDirection(i int) bool { return p.lex.bearings[p.tokens[i].base] != "" }

// directionsBefore reads directions that end at token at and returns the first
// of them, -1 when there is none: "north and north-west", "western and
// southwestern", "Greater".
func (p *parse) directionsBefore(f *phrase, at int) int {
	first := -1
	for at >= 0 && (first < 0 || !p.breaks(at) || p.isHyphen(at)) {
		switch word := p.lex.bearings[p.tokens[at].base]; {
		case word == "greater" || word == "centre":
			f.central = f.central || word == "centre"
			if word == "greater" {
				f.noun = "greater"
			}
		case word != "":
			p.compound(f, at, first)
		case p.tokens[at].fold == "and" && first >= 0 && at > 0 && p.lex.bearings[p.tokens[at-1].base] != "":
			at--
			continue
		default:
			return first
		}
		if p.startsProperName(f, at) {
			return first
		}
		first, f.first = at, at
		at--
	}
	return first
}

// compound adds the direction at token i. Tied by a hyphen to the one behind
// it, both become the direction between them.
func (p *parse) compound(f *phrase, i, behind int) {
	var own []float64
	p.addBearing(&own, i)
	if n := len(f.bearings); behind == i+1 && p.isHyphen(i) && n > 0 {
		f.bearings[n-1] = betweenBearings(own[0], f.bearings[n-1])
		return
	}
	f.bearings = append(f.bearings, own...)
}

// startsProperName reports whether a capitalised direction belongs to the name
// rather than to the phrase, as in "South Sudan": the gazetteer's names
// have taken such words already, so that only a name in a headline or at the
// start of a sentence is in doubt, and there the phrase is read.
func (p *parse) startsProperName(f *phrase, i int) bool {
	return p.tokens[i].shape == capital && i > 0 && !p.tokens[i].newSentence && !p.inHeadline(i) &&
		p.tokens[i].fold != "greater" && p.tokens[i].fold != "western" && p.tokens[i].fold != "eastern" &&
		p.tokens[i].fold != "northern" && p.tokens[i].fold != "southern" && p.tokens[i].fold != "central"
}

// distanceBefore reads "43 kilometers (26 miles)" before the directions.
func (p *parse) distanceBefore(f *phrase) {
	if len(f.bearings) == 0 {
		return
	}
	for at := f.first - 1; at > 0 && at >= f.first-6; at-- {
		scale := unitKm(p.tokens[at].fold)
		if scale == 0 {
			if !p.isDistancePart(at) {
				return
			}
			continue
		}
		number, err := strconv.ParseFloat(p.tokens[at-1].text, 64)
		if err != nil {
			return
		}
		if f.km == 0 || scale == 1 {
			f.km = number * scale
		}
		f.first = at - 1
		at--
	}
}

// isDistancePart reports whether token i may stand between a distance and a
// direction: "43 km to the north of".
func (p *parse) isDistancePart(i int) bool {
	switch p.tokens[i].fold {
	case "to", "the", "due", "just", "away", "الى":
		return true
	}
	return false
}

func unitKm(fold string) float64 {
	switch fold {
	case "km", "kilometers", "kilometres", "kilometer", "kilometre", "kms", "كم", "كيلومتر", "كيلومترا", "كيلومترات":
		return 1
	case "miles", "mile", "mi":
		return 1.609344
	}
	return 0
}

// arabicArea reads ريف حماة الشمالي, إدلب وريفها, شمال حلب, شمال غربي حلب.
func (p *parse) arabicArea(f *phrase) {
	at := f.first - 1
	if at >= 0 && !p.breaks(at) {
		if noun := p.regionAt(at); noun != "" {
			f.noun, f.first = noun, at
			at--
		}
	}
	for at >= 0 && !p.breaks(at) && p.lex.bearings[p.tokens[at].base] != "" {
		if p.lex.bearings[p.tokens[at].base] == "centre" {
			f.central = true
		}
		p.addBearing(&f.bearings, at)
		f.first = at
		at--
	}
	for next := f.last + 1; next < len(p.tokens) && !p.breaks(next-1); next++ {
		if f.noun == "" || !p.addBearing(&f.bearings, next) {
			break
		}
		f.last = next
	}
	if next := f.last + 1; f.noun == "" && next < len(p.tokens) && !p.breaks(next-1) && p.tokens[next].text == "وريفها" {
		f.noun, f.last = "countryside", next
	}
	if len(f.bearings) > 0 {
		p.distanceBefore(f)
	}
}
