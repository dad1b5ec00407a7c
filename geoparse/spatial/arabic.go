package spatial

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// arabicWords parses the context of an Arabic name: ريف حماة الشمالي, الريف الشمالي لحماة, إدلب
// وريفها, شمال مدينة حلب, على بعد 43 كم شمال حلب.
func (r *expressionReader) arabicWords(w *areaWords, h head) {
	at := r.beforeArabic(h.first - 1)
	at = r.arabicDirections(w, at)
	if noun := r.RegionAt(at); noun != "" && !r.Breaks(at) {
		w.noun, w.first = noun, at
		if noun == "centre" {
			w.central = true
		}
		r.arabicDirections(w, at-1)
	}
	w.seenFrom = w.noun == "" && len(w.bearings) > 0 && r.Tokens[h.first-1].Fold == "من"
	r.arabicAfter(w)
	if len(w.bearings) > 0 && w.noun == "" {
		r.distanceBefore(w)
	} else if w.noun == "" {
		r.arabicDistance(w, h)
	}
	r.toDistance(w)
}

// beforeArabic skips class words and من between a direction and the name, and returns the token
// before.
func (r *expressionReader) beforeArabic(at int) int {
	for n := 0; n < maxFillers && at >= 0 && !r.Breaks(at) && (r.Words[at]&lexicon.Class != 0 && r.RegionAt(at) == "" && r.RouteAt(at) == "" && r.BearingAt(at) == "" || r.Tokens[at].Fold == "من"); n++ {
		at--
	}
	return at
}

// arabicDirections parses directions that end at token at, and returns the token before them:
// شمال, شمالي غربي, اقصى شمال, الشمالي والغربي.
func (r *expressionReader) arabicDirections(w *areaWords, at int) int {
	for behind, least := -1, at-maxDirections; at >= 0 && at > least && !r.Breaks(at); at-- {
		switch word := r.BearingAt(at); word {
		case "", "greater":
			return at
		case "centre":
			w.central = true
		case "far":
			w.far = true
		default:
			r.arabicCompound(w, at, behind)
			behind = at
		}
		w.first = at
	}
	return at
}

// arabicCompound adds the direction at token i, before those already parsed: شمال غرب is
// north-west, الشمالي والغربي north and west.
func (r *expressionReader) arabicCompound(w *areaWords, i, behind int) {
	own := degreesOf(r.BearingAt(i))
	if behind >= 0 && !r.hasAnd(behind) {
		w.bearings[0] = expr.BetweenBearings(own, w.bearings[0])
		return
	}
	w.bearings = append([]float64{own}, w.bearings...)
}

// hasAnd reports whether the Arabic word at token i has the proclitic و.
func (r *expressionReader) hasAnd(i int) bool {
	t := &r.Tokens[i]
	return strings.HasPrefix(t.Text, "و") && (t.Base != t.Fold || r.BearingAt(i) != "")
}

// arabicAfter parses directions after a name with a word for a part before it or, with a
// pronoun, after it: ريف حماة الشمالي, حماة وريفها الشمالي.
func (r *expressionReader) arabicAfter(w *areaWords) {
	next := w.last + 1
	if w.noun == "" && len(w.bearings) == 0 && next < len(r.Tokens) && !r.Breaks(w.last) {
		if noun := r.withPronoun(next); noun != "" {
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
	for behind, most := -1, next+maxDirections; next < len(r.Tokens) && next < most && !r.Breaks(next-1); next++ {
		word := r.BearingAt(next)
		if word == "" || word == "greater" || word == "far" || w.first < w.last && r.isArabicCompassNoun(next) {
			return
		}
		if word == "centre" {
			w.central = true
		} else if n := len(w.bearings); behind >= 0 && !r.hasAnd(next) && n > 0 {
			w.bearings[n-1] = expr.BetweenBearings(w.bearings[n-1], degreesOf(word))
		} else {
			w.bearings = append(w.bearings, degreesOf(word))
		}
		behind, w.last = next, next
	}
}

// isArabicCompassNoun reports whether token i is a noun such as شمال, not شمالي: it begins
// another expression.
func (r *expressionReader) isArabicCompassNoun(i int) bool {
	return r.Lex.CompassNouns[r.Tokens[i].Fold]
}

// withPronoun returns the meaning of a word for a part with a pronoun at token i: وريفها "and
// its countryside".
func (r *expressionReader) withPronoun(i int) string {
	for _, pronoun := range [...]string{"ها", "ه"} {
		stem, ok := strings.CutSuffix(r.Tokens[i].Text, pronoun)
		if !ok {
			continue
		}
		for _, word := range [...]string{stem, token.WithoutAnd(stem)} {
			if noun := r.Lex.Regions[gazetteer.FoldWord(word)]; noun != "" {
				return noun
			}
		}
	}
	return ""
}

// arabicDistance parses على بعد 30 كم من حلب.
func (r *expressionReader) arabicDistance(w *areaWords, h head) {
	at := h.first - 1
	for n := 0; n < maxFillers && at > 0 && !r.Breaks(at) && r.Words[at]&lexicon.Class != 0; n++ {
		at--
	}
	if at < 1 || r.Breaks(at) || r.Tokens[at].Fold != "من" && r.Tokens[at].Fold != "عن" {
		return
	}
	if r.distanceUpTo(w, at-1) {
		w.level = expr.At
	}
}

// toDistance includes على بعد before a distance in the expression.
func (r *expressionReader) toDistance(w *areaWords) {
	if w.km > 0 && w.first > 1 && r.Tokens[w.first-1].Fold == "بعد" && r.Tokens[w.first-2].Fold == "علي" {
		w.first -= 2
	}
}
