package resolve

import (
	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Thresholds for accepting a name as a place name.
const (
	littleKnown  = 0.35 // prominence below which support by the country does not suffice: some 600 people
	nearEnough   = 0.30 // nearness that supports a name
	nearerEnough = 0.40 // nearness that supports a little-known name
	soundNear    = 0.20 // nearness that supports a name found by sound
)

// IsCredible reports whether a possible place name is accepted: it is well known, or the text
// supports it.
func (res *Resolution) IsCredible(i int) bool {
	s, c := &res.Names[i], &res.choices[i]
	o := &c.options[c.best]
	supported := o.support >= toponym.SupportEnough
	if o.byname && !o.isShortened() && o.known < toponym.CommonNeeds && !c.contained && res.isAloneInCountry(i) {
		return false // Mocha, as Oeiras in Brazil was called
	}
	switch {
	case c.contained && (res.containers[i].relation >= lyingBy || res.isInDivisionAfter(i)):
		return true
	case res.IsForeign(s.First) && o.known < toponym.CommonNeeds && !res.isCredibleForeign(i):
		return false
	case !s.Exact && o.place.Kind == gazetteer.Quarter && !res.isInTown(i):
		return false // al-Sakhr, for al-Sakhour
	case !s.Exact:
		return supported && (c.nearness >= soundNear || s.Class != "")
	case s.Class != "" && res.Lex.Fits(s.Class, o.place.Kind), c.contained:
		return true
	case o.known >= toponym.KnownEnough:
		return true
	case o.place.IsOwn() && !res.isPlain(s) && (res.Tokens[s.First].Shape != token.Arabic || res.followsPreposition(s)):
		return true // whoever imported it wants it found
	case res.Tokens[s.First].Shape == token.Arabic && s.First == s.Last:
		return supported && c.nearness >= nearEnough && res.followsPreposition(s)
	case o.known < littleKnown:
		return supported && c.nearness >= nearerEnough
	}
	return supported || c.nearness >= nearEnough
}

// isCredibleForeign reports whether a name in another language than English and Arabic, where
// nothing tells names from words but this, is accepted although its place is not well known: it
// is spelt as in the gazetteer, and either of a place in a curated table, or where places occur,
// with another of its country in the text.
func (res *Resolution) isCredibleForeign(i int) bool {
	s, o := &res.Names[i], res.choices[i].taken()
	if !s.Exact || o.quality < gazetteer.QualityMarks {
		return false
	}
	if res.Gaz.Curated(o.ref) && o.known >= toponym.KnownEnough && !res.Tokens[s.First].NewSentence {
		return true
	}
	return !res.isAloneInCountry(i) && res.standsAsForeignPlace(s)
}

// standsAsForeignPlace reports whether a name in another language has several words or follows a
// preposition of place.
func (res *Resolution) standsAsForeignPlace(s *toponym.Toponym) bool {
	if s.First == 0 || s.First != s.Last {
		return s.First != s.Last
	}
	const locative, article = lexicon.ForeignLocative, lexicon.ForeignArticle
	return res.FollowsBlank(s.First) && res.Tokens[s.First-1].Use&(locative|article) == locative
}

// isInTown reports whether another place around name i is in the town of the quarter taken for it.
func (res *Resolution) isInTown(i int) bool {
	here := res.Taken(i)
	for j, other := range res.around(i) {
		if res.Names[j].Role != toponym.RoleDemonym && !other.Kind.IsCountry() && geo.Distance(here.Point, other.Point) <= besideKm {
			return true
		}
	}
	return false
}

// isInDivisionAfter reports whether the container of name i is a first-level division after a
// comma: "X, R", "X, R countryside".
func (res *Resolution) isInDivisionAfter(i int) bool {
	said := res.containers[i]
	return said.relation == followed && res.isDivisionName(said)
}

// isAloneInCountry reports whether no other place of the text is in the country of the one taken
// for name i.
func (res *Resolution) isAloneInCountry(i int) bool {
	_, here := res.others(i)
	return here <= 0
}

// followsPreposition reports whether an Arabic name occurs where places do: after a preposition,
// separate or proclitic, or in a list of names.
func (res *Resolution) followsPreposition(s *toponym.Toponym) bool {
	return s.Start > res.Tokens[s.First].Start || s.First > 0 && res.Words[s.First-1]&(lexicon.Preposition|lexicon.Class) != 0
}
