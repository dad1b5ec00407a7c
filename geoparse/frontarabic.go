package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// arabicWords reads what stands around an Arabic name: ريف حماة الشمالي,
// الريف الشمالي لحماة, إدلب وريفها, شمال مدينة حلب, على بعد 43 كم شمال حلب.
func (p *parse) arabicWords(w *areaWords, h head) {
	at := p.beforeArabic(h.first - 1)
	at = p.arabicDirections(w, at)
	if noun := p.regionAt(at); noun != "" && !p.breaks(at) {
		w.noun, w.first = noun, at
		if noun == "centre" {
			w.central = true
		}
		p.arabicDirections(w, at-1)
	}
	w.seenFrom = w.noun == "" && len(w.bearings) > 0 && p.tokens[h.first-1].fold == "من"
	p.arabicAfter(w)
	if len(w.bearings) > 0 && w.noun == "" {
		p.distanceBefore(w)
	} else if w.noun == "" {
		p.arabicDistance(w, h)
	}
	p.toDistance(w)
}

// beforeArabic skips what may stand between a direction and the name: class
// words, من, and returns the token before.
func (p *parse) beforeArabic(at int) int {
	for n := 0; n < maxFillers && at >= 0 && !p.breaks(at) && (p.words[at]&isClass != 0 && p.regionAt(at) == "" && p.routeAt(at) == "" && p.bearingAt(at) == "" || p.tokens[at].fold == "من"); n++ {
		at--
	}
	return at
}

// arabicDirections reads directions that end at token at, and returns the token
// before them: شمال, شمالي غربي, اقصى شمال, الشمالي والغربي.
func (p *parse) arabicDirections(w *areaWords, at int) int {
	for behind, least := -1, at-maxDirections; at >= 0 && at > least && !p.breaks(at); at-- {
		switch word := p.bearingAt(at); word {
		case "", "greater":
			return at
		case "centre":
			w.central = true
		case "far":
			w.far = true
		default:
			p.arabicCompound(w, at, behind)
			behind = at
		}
		w.first = at
	}
	return at
}

// arabicCompound adds the direction at token i, before the ones already read.
// شمال غرب is north-west, الشمالي والغربي north and west.
func (p *parse) arabicCompound(w *areaWords, i, behind int) {
	own := degreesOf(p.bearingAt(i))
	if behind >= 0 && !p.hasAnd(behind) {
		w.bearings[0] = betweenBearings(own, w.bearings[0])
		return
	}
	w.bearings = append([]float64{own}, w.bearings...)
}

// hasAnd reports whether the Arabic word at token i has و written to it.
func (p *parse) hasAnd(i int) bool {
	t := &p.tokens[i]
	return strings.HasPrefix(t.text, "و") && (t.base != t.fold || p.bearingAt(i) != "")
}

// arabicAfter reads directions after a name that has a word for a part before
// it or, with its pronoun, after it: ريف حماة الشمالي, حماة وريفها الشمالي.
func (p *parse) arabicAfter(w *areaWords) {
	next := w.last + 1
	if w.noun == "" && len(w.bearings) == 0 && next < len(p.tokens) && !p.breaks(w.last) {
		if noun := p.withPronoun(next); noun != "" {
			w.noun, w.last = noun, next
			if noun == "countryside" {
				w.noun = "wholecountryside"
			}
			next++
		}
	}
	if w.noun == "" {
		return
	}
	for behind, most := -1, next+maxDirections; next < len(p.tokens) && next < most && !p.breaks(next-1); next++ {
		word := p.bearingAt(next)
		if word == "" || word == "greater" || word == "far" || w.first < w.last && p.isArabicCompassNoun(next) {
			return
		}
		if word == "centre" {
			w.central = true
		} else if n := len(w.bearings); behind >= 0 && !p.hasAnd(next) && n > 0 {
			w.bearings[n-1] = betweenBearings(w.bearings[n-1], degreesOf(word))
		} else {
			w.bearings = append(w.bearings, degreesOf(word))
		}
		behind, w.last = next, next
	}
}

// isArabicCompassNoun reports whether token i is شمال and not شمالي: it begins
// another phrase.
func (p *parse) isArabicCompassNoun(i int) bool {
	switch p.tokens[i].fold {
	case "شمال", "جنوب", "شرق", "غرب":
		return true
	}
	return false
}

// withPronoun returns what the word for a part with a pronoun at token i is:
// وريفها "and its countryside".
func (p *parse) withPronoun(i int) string {
	for _, pronoun := range [...]string{"ها", "ه"} {
		stem, ok := strings.CutSuffix(p.tokens[i].text, pronoun)
		if !ok {
			continue
		}
		for _, word := range [...]string{stem, withoutAnd(stem)} {
			if noun := p.lex.regions[gazetteer.FoldWord(word)]; noun != "" {
				return noun
			}
		}
	}
	return ""
}

// arabicDistance reads على بعد 30 كم من حلب.
func (p *parse) arabicDistance(w *areaWords, h head) {
	at := h.first - 1
	for n := 0; n < maxFillers && at > 0 && !p.breaks(at) && p.words[at]&isClass != 0; n++ {
		at--
	}
	if at < 1 || p.breaks(at) || p.tokens[at].fold != "من" && p.tokens[at].fold != "عن" {
		return
	}
	if p.distanceUpTo(w, at-1) {
		w.level = levelAt
	}
}

// toDistance lets على بعد before a distance into the phrase.
func (p *parse) toDistance(w *areaWords) {
	if w.km > 0 && w.first > 1 && p.tokens[w.first-1].fold == "بعد" && p.tokens[w.first-2].fold == "علي" {
		w.first -= 2
	}
}
