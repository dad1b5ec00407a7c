package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Streets, treaties, ships, storms, football clubs, dishes and dukes are named after places and are
// elsewhere, or nowhere.

// maxAgreementKinds is how many words may separate a place and the agreement signed there: the
// Dayton peace accords.
const maxAgreementKinds = 2

// isOfThing reports whether the name is part of the name of a thing or title.
func (c *classifier) isOfThing(s *toponym.Toponym) bool {
	if c.isShip(s) || c.followsVessel(s) {
		c.ships[c.Tokens[s.Last].Fold] = true
		return true
	}
	return c.precedesThing(s) || c.precedesNumber(s) || c.isClub(s) || c.followsThing(s) || c.isOfTitle(s) || c.isEaten(s) || c.isGround(s)
}

// precedesThing reports whether the next word is a thing called after the name: Peking duck,
// Baghdad Street, the Minsk agreements.
func (c *classifier) precedesThing(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i < len(c.Tokens) && c.IsHyphen(s.Last) {
		return c.Lex.KindSuffixes[c.Tokens[i].Fold] // a Berlin-class frigate
	}
	for n := 0; n < maxAgreementKinds && c.FollowsBlank(i) && c.isAgreementKind(i); n++ {
		i++
	}
	if !c.FollowsBlank(i) {
		return false
	}
	w, isCapital := c.Words[i], c.Tokens[i].Shape == token.Capital
	switch {
	case w&lexicon.Agreement != 0:
		return (isCapital || !c.IsCountry(s)) && !c.isVerbal(s, i)
	case i > s.Last+1, c.Lex.Cornered[c.Tokens[i].Fold] && c.isLastOfSeveral(s):
		return false
	case w&lexicon.Thing != 0 && w&lexicon.Vessel != 0:
		return !c.FollowsBlank(i+1) || c.Words[i+1]&lexicon.Class == 0 // not Tartus, of the Tartus submarine base
	case c.Lex.VerbalThings[c.Tokens[i].Fold]:
		return s.First > 0 && c.IsEnglishArticle(s.First-1)
	case w&lexicon.Thing != 0:
		return true
	case w&lexicon.Goods != 0 && !c.IsCountry(s):
		return !c.FollowsBlank(i+1) || c.Words[i+1]&(lexicon.Class|lexicon.OrgNoun) == 0 // not an Aleppo soap factory
	}
	return w&lexicon.NamedThing != 0 && isCapital && !c.InHeadline(i)
}

// isLastOfSeveral reports whether a hyphen or list joins a name to the one before: the corners
// of a triangle are towns.
func (c *classifier) isLastOfSeveral(s *toponym.Toponym) bool {
	k := int(c.NameOf[s.First])
	return k > 0 && (c.IsHyphen(s.First-1) || token.IsListGap(c.Between(k-1)))
}

// isAgreementKind reports whether token i qualifies an agreement, between the place and the word
// for it: peace, II.
func (c *classifier) isAgreementKind(i int) bool {
	return c.Words[i]&lexicon.AgreementKind != 0 || c.Tokens[i].Shape == token.Number || c.Tokens[i].Shape == token.Caps && len(c.Tokens[i].Text) <= 3
}

// isVerbal reports whether a word for an agreement after a name is a verb: what Cairo will deal
// with, but the Doha deal with the Taliban.
func (c *classifier) isVerbal(s *toponym.Toponym, i int) bool {
	return c.FollowsBlank(i+1) && c.Tokens[i+1].Fold == "with" && (s.First == 0 || c.Tokens[s.First-1].Fold != "the")
}

// followsThing reports whether the word before a name is a thing called after a place: شارع
// بغداد, Hurricane Florence.
func (c *classifier) followsThing(s *toponym.Toponym) bool {
	if c.isHeadOfThing(s) {
		return true
	}
	i := s.First - 1
	if i >= 0 && c.FollowsBlank(s.First) && (c.Lex.Consuming[c.Tokens[i].Fold] || c.Lex.Dishes[c.Tokens[i].Fold] && !c.IsCountry(s)) {
		return true
	}
	if i > 0 && c.Lex.Naming[c.Tokens[i].Fold] && c.FollowsBlank(i) && c.FollowsBlank(s.First) {
		return c.Lex.Bearers[c.Tokens[i-1].Fold] && !(c.Tokens[i].Fold == "called" && c.isWhen(s.Last+1)) // a storm named Florence
	}
	if i < 0 || c.Words[i]&(lexicon.ThingHead|lexicon.NamedHead) == 0 || c.Breaks(i) || c.HasPrefix(s) || c.IsSite(s) {
		return false
	}
	w := c.Words[i]
	if c.Tokens[s.First].Shape == token.Arabic {
		return w&lexicon.ThingHead != 0 && !token.HasArticle(&c.Tokens[i])
	}
	return c.Gap(i) == " " && (w&lexicon.ThingHead != 0 || w&lexicon.NamedHead != 0 && c.Tokens[i].Shape.UpperCase())
}

// isWhen reports whether token i gives the time of an action, as after a verb: a man called London
// yesterday.
func (c *classifier) isWhen(i int) bool {
	if !c.FollowsBlank(i) {
		return false
	}
	if c.Lex.DateOpeners[c.Tokens[i].Fold] && c.FollowsBlank(i+1) {
		i++
	}
	return c.Words[i]&lexicon.Calendar != 0 || c.Lex.Circumstances[c.Tokens[i].Fold]
}

// isHeadOfThing reports whether a name is itself the word for a thing, before another name, or
// alone if the place has another name in English: Bayern Munich, بايرن ميونخ, Bayern.
func (c *classifier) isHeadOfThing(s *toponym.Toponym) bool {
	i := s.Last + 1
	if s.First != s.Last {
		return false
	}
	if c.Words[s.First]&lexicon.NamedHead != 0 && !c.IsForeign(s.First) && !c.HasUsualName(s) && !c.isSaidAsLocated(s) && s.Class == "" {
		return true
	}
	if c.FollowsBlank(i) && c.Tokens[i].Shape == token.Lower && c.Tokens[i].Use&(lexicon.Foreign|lexicon.ForeignShared) != 0 && c.Words[i]&(lexicon.Stop|lexicon.Preposition) == 0 {
		i++ // Stade de Reims
	}
	if !c.FollowsBlank(i) || c.NameOf[i] < 0 {
		return false
	}
	if c.Tokens[i].Shape == token.Arabic {
		return c.Words[s.First]&lexicon.ThingHead != 0 && !c.HasPrefix(&c.Names[c.NameOf[i]])
	}
	return c.Words[s.First]&lexicon.NamedHead != 0 && c.Tokens[i].Shape == token.Capital
}

// isOfTitle reports whether a name follows "of" after a rank of nobility or a given name: the
// Duke of York, دوق يورك, Lawrence of Arabia. The prince of a country rules it, so that it
// counts as a place.
func (c *classifier) isOfTitle(s *toponym.Toponym) bool {
	i := s.First - 1
	if c.Tokens[s.First].Shape == token.Arabic {
		i = c.governor(s)
		return i >= 0 && c.Words[i]&lexicon.Noble != 0 && !c.IsCountry(s)
	}
	if i < 1 || c.Tokens[i].Fold != "of" || c.Gap(i) != " " || c.Gap(i-1) != " " || c.Tokens[i-1].Shape != token.Capital {
		return false
	}
	w := c.Words[i-1]
	isSurname := i > 1 && c.Gap(i-2) == " " && c.Tokens[i-2].Shape == token.Capital
	return w&lexicon.Noble != 0 && !c.IsCountry(s) || w&lexicon.FirstName != 0 && w&lexicon.Common == 0 && !isSurname
}
