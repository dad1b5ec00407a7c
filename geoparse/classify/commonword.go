package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isCommonWord reports whether a single word is more likely an ordinary word, as at the start of
// sentences and in headlines, or a month or day.
func (c *classifier) isCommonWord(s *toponym.Toponym) bool {
	if s.First != s.Last {
		return false
	}
	w, t := c.Words[s.First], &c.Tokens[s.First]
	switch {
	case w&lexicon.Calendar != 0:
		return true
	case t.Shape == token.Arabic:
		return c.isCommonArabic(s)
	case t.Shape == token.Caps && len(t.Fold) <= 3 && !c.InHeadline(s.First):
		return false
	case w&lexicon.Stop != 0:
		return true
	case c.calledClass(s), c.isSaidWhere(s), c.standsAmongPlaces(s), t.Shape == token.Capital && c.hasNeighbour(s):
		return false
	case w&(lexicon.Common|lexicon.Class|lexicon.Direction|lexicon.Preposition|lexicon.OrgHead|lexicon.Title) == 0:
		return false
	case c.isGivenAsPlace(s):
		return false
	case t.NewSentence || c.InHeadline(s.First):
		return c.Prominence(s) < toponym.CommonFirstNeeds
	}
	return c.Prominence(s) < toponym.CommonNeeds
}

// isSaidWhere reports whether the text after a name locates it: Best, Netherlands; Sake, 25 km
// west of Goma; Crater, a district of Aden.
func (c *classifier) isSaidWhere(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i >= len(c.Tokens) || c.Gap(s.Last) != ", " {
		return false
	}
	if k := c.NameOf[i]; k >= 0 {
		return c.mayLieIn(s, &c.Names[k])
	}
	if c.Tokens[i].Shape == token.Number || c.Lex.Numbers[c.Tokens[i].Fold] > 0 {
		return c.FollowsBlank(i+1) && c.Lex.Units[c.Tokens[i+1].Fold] > 0
	}
	return c.IsEnglishArticle(i) && c.isSettlementSaid(i+1)
}

// isGivenAsPlace reports whether a capitalised word within a sentence that a curated table has
// follows a preposition of place and ends its phrase, in a text all of whose names may be of its
// country: near Harem, from Muse.
func (c *classifier) isGivenAsPlace(s *toponym.Toponym) bool {
	i, t := s.First-1, &c.Tokens[s.First]
	if t.Shape != token.Capital || t.NewSentence || c.InHeadline(s.First) || !c.FollowsBlank(s.First) || !c.EndsPhrase(s) || c.IsLowered(t.Fold) {
		return false
	}
	if word := c.Tokens[i].Fold; word != "from" && (c.Words[i]&lexicon.Locative == 0 || word == "at") {
		return false
	}
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Curated(h.Ref) && c.mayAllLieIn(c.Gaz.Country(h.Ref)) })
}

// mostNames is how many names of a text are checked for possibly lying in a country.
const mostNames = 20

// mayAllLieIn reports whether each of the first names of a text may be of a place in a country.
func (c *classifier) mayAllLieIn(country string) bool {
	for i := range c.Names[:min(len(c.Names), mostNames)] {
		s := &c.Names[i]
		c.Step(1 + len(s.Hits))
		if len(s.Hits) > 0 && !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Country(h.Ref) == country }) {
			return false
		}
	}
	return true
}

// maxDescribing is how many adjectives a word for a settlement may have: a small mountain
// village.
const maxDescribing = 2

// isSettlementSaid reports whether from token i on there is a word for a settlement, possibly
// with adjectives, and a preposition: "small village near", but not "village elder".
func (c *classifier) isSettlementSaid(i int) bool {
	for last := i + maxDescribing; i <= last && c.FollowsBlank(i); i++ {
		if c.Words[i]&lexicon.Settlement != 0 {
			return c.FollowsBlank(i+1) && (c.Words[i+1]&lexicon.Preposition != 0 || c.Tokens[i+1].Fold == "of")
		}
	}
	return false
}

// isInHolder reports whether the name is followed by "in" and a place that contains one of that
// name: near Hit in Anbar.
func (c *classifier) isInHolder(s *toponym.Toponym) bool {
	in := s.Last + 1
	if !c.FollowsBlank(in) || c.Tokens[in].Fold != "in" || !c.FollowsBlank(in+1) {
		return false
	}
	k := c.NameOf[in+1]
	return k >= 0 && c.mayLieIn(s, &c.Names[k])
}

// isBehindFrom reports whether token i is the "to" between the ends of a route: from Lashio to
// Muse.
func (c *classifier) isBehindFrom(i int) bool {
	if c.Tokens[i].Fold != "to" || i == 0 || c.NameOf[i-1] < 0 {
		return false
	}
	from := c.Names[c.NameOf[i-1]].First - 1
	return from >= 0 && c.Tokens[from].Fold == "from"
}

// standsAmongPlaces reports whether a capitalised word within a sentence occurs where places do,
// after "in" or in a list with one, and a place of that name is in a country that the text is
// about: in Hit; Jenin and Tubas.
func (c *classifier) standsAmongPlaces(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Tokens[s.First].Shape != token.Capital || c.Tokens[s.First].NewSentence || c.InHeadline(s.First) {
		return false
	}
	if c.Words[i]&(lexicon.Preposition|lexicon.Locative) != 0 && c.isInHolder(s) {
		return true
	}
	if !c.EndsPhrase(s) || c.Prominence(s) < toponym.KnownEnough || !c.leansTo(s) {
		return false
	}
	if c.Gap(i) == " " && (c.Tokens[i].Fold == "in" || c.Lex.Attacking[c.Tokens[i].Fold] || c.isBehindFrom(i)) {
		return true
	}
	if c.Tokens[i].Fold == "and" && c.Gap(i) == " " {
		i--
	}
	if i >= 0 && token.IsListGap(c.Source[c.Tokens[i].End:s.Start]) {
		if c.NameOf[i] < 0 && c.Words[i]&lexicon.Class != 0 && c.FollowsBlank(i) {
			i-- // Jenin camp, Tubas and Nablus
		}
		if c.NameOf[i] >= 0 {
			return true
		}
	}
	after := s.Last + 1 // they took Shire, Alamata and Korem
	return after < len(c.Tokens) && c.NameOf[after] >= 0 && token.IsListGap(c.Source[s.End:c.Names[c.NameOf[after]].Start])
}
