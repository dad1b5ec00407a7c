package geoparse

import (
	"slices"
	"strings"
	"unicode"

	"dateline/gazetteer"
)

// Prominence that a word of everyday language needs to be taken for a name
// where it stands with a capital, and where any word would.
const (
	commonNeeds      = 0.62 // some 100,000 people
	commonFirstNeeds = 0.75 // a country, a capital, or a million
)

// isCommonWord reports whether a single word is rather one that begins
// sentences and fills headlines, or a month or day.
func (p *parse) isCommonWord(s *spotted) bool {
	if s.first != s.last {
		return false
	}
	w, t := p.words[s.first], &p.tokens[s.first]
	switch {
	case w&isCalendar != 0:
		return true
	case t.shape == arabic:
		return p.isCommonArabic(s)
	case t.shape == caps && len(t.fold) <= 3 && !p.inHeadline(s.first):
		return false
	case w&isStop != 0:
		return true
	case p.calledClass(s), p.isSaidWhere(s), p.standsAmongPlaces(s):
		return false
	case w&(isCommon|isClass|isDirection|isPreposition|isOrgHead|isTitle) == 0:
		return false
	case t.newSentence || p.inHeadline(s.first):
		return p.prominence(s) < commonFirstNeeds
	}
	return p.prominence(s) < commonNeeds
}

// isSaidWhere reports whether what follows a name tells where it lies: Best,
// Netherlands; Sake, 25 km west of Goma.
func (p *parse) isSaidWhere(s *spotted) bool {
	i := s.last + 1
	if i >= len(p.tokens) || p.gap(s.last) != ", " {
		return false
	}
	if k := p.spotOf[i]; k >= 0 {
		return p.mayLieIn(s, &p.spots[k])
	}
	return p.tokens[i].shape == number && p.followsBlank(i+1) && p.lex.units[p.tokens[i+1].fold] > 0
}

// standsAmongPlaces reports whether a capitalised word within a sentence stands
// where a place does, behind "in" or in a list with one, and is that of a country
// that the text speaks of: in Hit; Jenin and Tubas.
func (p *parse) standsAmongPlaces(s *spotted) bool {
	i := s.first - 1
	if i < 0 || p.tokens[s.first].shape != capital || p.tokens[s.first].newSentence || p.inHeadline(s.first) || !p.endsPhrase(s) || p.prominence(s) < knownEnough || !p.leansTo(s) {
		return false
	}
	if p.tokens[i].fold == "in" && p.gap(i) == " " {
		return true
	}
	if p.tokens[i].fold == "and" && p.gap(i) == " " {
		i--
	}
	return i >= 0 && p.spotOf[i] >= 0 && isListGap(p.text[p.tokens[i].end:s.start])
}

// isCommonArabic reports whether a single Arabic word, which no capital tells
// from a name, is rather one of everyday language.
func (p *parse) isCommonArabic(s *spotted) bool {
	w := p.words[s.first]
	switch {
	case p.calledClass(s):
		return false
	case p.isFormerName(s) && (!p.hasPlaceCue(s) || p.isOfBattle(s)):
		return true
	case w == 0:
		return false
	case w&(isStop|isPreposition|isClass|isDirection|isOrgHead|isTitle) != 0, !p.hasItsArticle(s):
		return true
	}
	known := p.prominence(s)
	switch {
	case known < commonFirstNeeds && p.hasAdjective(s):
		return true
	case p.isBehindBearing(s), p.isSeized(s):
		return false
	case w == isNoun:
		return known < commonNeeds && p.isDefinite(s) && !p.hasPlaceCue(s) && !p.leansTo(s)
	case known < commonFirstNeeds:
		return known < commonNeeds || !p.isOfTheTheatre(s) || !p.hasPlaceCue(s)
	}
	return !p.leansTo(s)
}

// isFormerName reports whether a name is only what a foreign city is called now and
// then or was called before: كانتون, of Guangzhou.
func (p *parse) isFormerName(s *spotted) bool {
	p.step(len(s.hits))
	return !slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool {
		place := p.gaz.Place(h.Ref)
		return place.MayBeArabic() || place.Kind.Class() != 'P' || gazetteer.Quality(h.Name, p.gaz.NameIn(h.Ref, unicode.Arabic)) >= minSound
	})
}

// isOfBattle reports whether an Arabic name follows the word for a battle, which
// keeps the name that the city had then: معركة ستالينغراد.
func (p *parse) isOfBattle(s *spotted) bool {
	i := p.governor(s)
	return i >= 0 && p.tokens[i].base == "معركه"
}

// isBehindBearing reports whether an Arabic name that a table lists follows a
// direction that it governs: شمال الباب, but not شمالي.
func (p *parse) isBehindBearing(s *spotted) bool {
	i := p.governor(s)
	if i < 0 || p.lex.bearings[p.tokens[i].base] == "" || p.words[i]&isDirection == 0 {
		return false
	}
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Curated(h.Ref) && p.articlesAgree(s, h.Name) })
}

// maxSeized is how many words may stand between a verb and the place that it takes:
// سيطرت قوات المعارضة على.
const maxSeized = 4

// isSeized reports whether an Arabic name that a table lists is what a verb of
// taking, shelling or besieging places has for its object, with nothing before it
// that could govern it: سيطرت القوات على الميادين, قصف الطيران الميادين.
func (p *parse) isSeized(s *spotted) bool {
	i := s.first - 1
	if i < 0 || p.breaks(i) || p.hasPrefix(s) || p.followsBlank(s.last+1) && hasArticle(&p.tokens[s.last+1]) ||
		!slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Curated(h.Ref) && p.articlesAgree(s, h.Name) }) {
		return false
	}
	if p.tokens[i].fold != "علي" && !hasArticle(&p.tokens[i]) && !p.lex.seizing[p.tokens[i].base] {
		return false
	}
	for n := 0; i >= 0 && n <= maxSeized && !p.breaks(i); n++ {
		if p.lex.seizing[p.tokens[i].base] {
			return true
		}
		i--
	}
	return false
}

// isDefinite reports whether an Arabic name is written with the article.
func (p *parse) isDefinite(s *spotted) bool { return hasArticle(&p.tokens[s.first]) }

// hasAdjective reports whether a word with the article follows one with the
// article and describes it: الثورة السورية, المشهد الميداني.
func (p *parse) hasAdjective(s *spotted) bool {
	if before := s.first - 1; before >= 0 && p.spotOf[before] >= 0 && p.isDash(before) {
		return false // the road's, of طريق بغداد - الرمادي الدولي
	}
	i := s.last + 1
	return p.isDefinite(s) && p.followsBlank(i) && strings.HasPrefix(p.tokens[i].text, "ال") && p.spotOf[i] < 0
}

// isDash reports whether a hyphen or a dash stands between tokens i and i+1, with
// blanks or without.
func (p *parse) isDash(i int) bool {
	gap := strings.TrimSpace(p.gap(i))
	return gap == "-" || gap == "–" || gap == "—"
}

// hasPlaceCue reports whether an Arabic word stands where places do: behind a
// preposition or #, a noun that can't govern it (دخل الجيش الباب), or another name and
// "and".
func (p *parse) hasPlaceCue(s *spotted) bool {
	i := s.first - 1
	if strings.ContainsAny(p.text[p.tokens[s.first].start:s.start], "بل") || strings.HasSuffix(p.text[:s.start], "#") {
		return true
	}
	if i < 0 {
		return false
	}
	if p.spotOf[i] >= 0 && isListGap(p.text[p.tokens[i].end:s.start]) {
		return true
	}
	return !p.breaks(i) && !p.hasPrefix(s) && (p.words[i]&(isPreposition|isLocative|isClass) != 0 || hasArticle(&p.tokens[i]))
}

// hasItsArticle reports whether one of the names has the Arabic article if and
// only if the word has: al-Bab is a town, باب a door.
func (p *parse) hasItsArticle(s *spotted) bool {
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.articlesAgree(s, h.Name) })
}

// leansTo reports whether a place so called lies in a country that the text
// speaks of.
func (p *parse) leansTo(s *spotted) bool {
	for _, h := range s.hits {
		if p.leaning[p.gaz.Place(h.Ref).Country] >= supportEnough {
			return true
		}
	}
	return false
}
