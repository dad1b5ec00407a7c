package resolve

import (
	"cmp"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// bind restricts the candidates of each name to its containment: where the text says that it
// lies. If none lies there, the name has no candidates, unless it is known worldwide. The
// restriction holds for the name throughout the text.
func (res *Resolution) bind() {
	missing := map[string]int{}
	for i := range res.Names {
		if c := &res.choices[i]; res.Names[i].Cued && !res.Names[i].Exact && res.containers[i].relation == unrelated && !res.isHardlyMisspelt(c) && !res.isLongAndSole(i) {
			c.options = res.transcribed(i) // another match by sound does not place an unknown name
		}
	}
	for i := len(res.Names) - 1; i >= 0; i-- { // in "X in R, in C", R first
		if res.containers[i].relation != unrelated {
			res.narrow(i)
			if res.choices[i].within != nil {
				missing[res.nameKey(i)] = i
			}
		}
	}
	for i := range res.Names {
		if k, ok := missing[res.nameKey(i)]; ok && res.containers[i].relation == unrelated && !res.IsKnown(i, toponym.CommonNeeds) {
			res.choices[i].options, res.choices[i].within, res.choices[i].named = nil, res.choices[k].within, res.choices[k].named
		}
	}
}

// Quality from which a spelling, and lead by which a place, is unlikely to mean another.
const (
	hardlyMisspelt = 0.8
	misspeltLead   = 0.5
)

// isHardlyMisspelt reports whether a name can only be a variant spelling of one place, in a
// curated table: Khan Shaikhoun.
func (res *Resolution) isHardlyMisspelt(c *choice) bool {
	return len(c.options) > 0 && c.options[0].quality >= hardlyMisspelt && res.Gaz.Curated(c.options[0].ref) && c.ownLead() >= misspeltLead
}

// soleWords is how many words of a name, without articles, are unlikely to sound like another's by
// chance.
const soleWords = 3

// isLongAndSole reports whether a name of several words sounds like the only place that it may
// mean: Jubb Hassan Agha.
func (res *Resolution) isLongAndSole(i int) bool {
	s, c := &res.Names[i], &res.choices[i]
	words := 0
	for j := s.First; j <= s.Last; j++ {
		if !gazetteer.IsArticle(res.Tokens[j].Fold) {
			words++
		}
	}
	return words >= soleWords && len(c.options) == 1 && c.options[0].quality >= hardlyMisspelt
}

// narrow keeps the candidates of name i that satisfy its containment.
func (res *Resolution) narrow(i int) {
	c, said := &res.choices[i], res.containers[i]
	asState := res.isTownByState(i, said)
	if len(c.options) > 0 && isExtended(c.options[0].place.Kind) && !asState {
		return
	}
	if said.relation == listedIn && res.mayBeGreatCity(said.names[0]) && res.IsKnown(i, toponym.CommonNeeds) {
		return // Boston, New York and Philadelphia
	}
	kept := res.contained(c.options, said)
	if said.relation == lyingBy && !res.Names[i].Exact {
		kept = res.closeBy(kept, said)
	}
	if len(kept) == 0 && said.relation >= lyingBy && res.mayBeSpeltOtherwise(i, said) {
		kept = res.inPart(res.contained(res.optionsBySound(i), said), said)
	}
	switch {
	case len(kept) > 0:
		c.options, c.contained = kept, true
		if there := res.inPart(kept, said); len(there) > 0 {
			c.options = there
		} else if !res.IsKnown(i, toponym.CommonNeeds) {
			c.apart = apartFromPart
		}
		res.preferHolders(said, c.options)
	case said.relation == listedIn:
		if len(c.options) > 0 && !res.IsKnown(i, toponym.CommonNeeds) && res.isFarFrom(&c.options[0], said) {
			c.apart = apartFromList
		}
	case (said.relation >= lyingBy || said.relation == followed && res.isDivisionName(said) && (i == 0 || !token.IsListGap(res.Between(i-1)))) && (asState || !res.isKnownAnyway(i, said) && !res.isContainerMisread(i, said)):
		if container := res.container(said); container != nil {
			c.within, c.named = container, said.called || res.Names[i].Exact && res.IsKnown(i, toponym.KnownEnough)
			c.options = nil
		}
	}
}

// isTownByState reports whether a country's name means a town, as the state after it, between
// commas, shows: "in Lebanon, Kansas, on Monday".
func (res *Resolution) isTownByState(i int, said containment) bool {
	options := res.choices[i].options
	if said.relation != followed || len(options) == 0 || !options[0].place.Kind.IsCountry() || i > 0 && token.IsListGap(res.Between(i-1)) {
		return false
	}
	state := &res.Names[said.names[0]]
	holders := res.choices[said.names[0]].options
	return len(holders) > 0 && holders[0].place.Kind == gazetteer.FirstDivision && holders[0].place.Country != options[0].place.Country &&
		state.Class == "" && (state.Last+1 == len(res.Tokens) || res.Breaks(state.Last))
}

// isFarFrom reports whether a place is far from the container of its neighbours in a list.
func (res *Resolution) isFarFrom(o *option, said containment) bool {
	holder := res.container(said)
	if holder == nil || holder.Kind.IsCountry() {
		return false
	}
	reach := float64(byDivisionKm)
	if said.shared && holder.Country == o.place.Country && (holder.Kind == gazetteer.FirstDivision || strings.IndexByte("LP", holder.Kind.Class()) >= 0) {
		reach = byTownKm
	}
	return geo.Distance(holder.Point, o.place.Point) > reach
}

// contained returns the candidates that satisfy the containment.
func (res *Resolution) contained(options []option, said containment) []option {
	var there []option
	for _, o := range options {
		if res.liesThere(&o, said) {
			there = append(there, o)
		}
	}
	return res.withoutNeighbours(there, said)
}

// closeBy drops places that only sound like the name, if they lie outside the division and not
// right beside the place that the text says: "Barshaya, near al-Bab" is not Barisha.
func (res *Resolution) closeBy(there []option, said containment) []option {
	holders := res.choices[said.names[0]].options
	return slices.DeleteFunc(there, func(o option) bool {
		return len(holders) > 0 && !toponym.Contains(holders[0].place, o.place) && geo.Distance(holders[0].place.Point, o.place.Point) > inTownKm
	})
}

// withoutNeighbours drops places beside the division that the text says, if others of that name lie
// in it.
func (res *Resolution) withoutNeighbours(there []option, said containment) []option {
	divisions := res.choices[said.names[0]].options
	if said.relation != lyingIn || len(there) < 2 || len(divisions) == 0 || divisions[0].place.Kind != gazetteer.FirstDivision {
		return there
	}
	best := slices.MaxFunc(there, func(a, b option) int { return cmp.Compare(a.quality, b.quality) }).quality
	isInside := func(o option) bool { return toponym.Contains(divisions[0].place, o.place) }
	if !slices.ContainsFunc(there, func(o option) bool { return o.quality == best && isInside(o) }) {
		return there
	}
	return slices.DeleteFunc(there, func(o option) bool { return !isInside(o) })
}

// mayBeSpeltOtherwise reports whether name i, in Latin letters and not well known, may be that
// of a similar-sounding place in the first-level division given by the text.
func (res *Resolution) mayBeSpeltOtherwise(i int, said containment) bool {
	s, options := &res.Names[i], res.choices[said.names[0]].options
	return res.Uses(signal.BySound) && s.Exact && s.Role == toponym.RolePlace && res.Tokens[s.First].Shape != token.Arabic && !res.IsKnown(i, toponym.CommonNeeds) &&
		len(options) > 0 && options[0].place.Kind == gazetteer.FirstDivision
}

// optionsBySound returns little-known candidates for name i by sound.
func (res *Resolution) optionsBySound(i int) []option {
	s := res.Names[i]
	s.Hits = slices.DeleteFunc(res.BySound(s.Written, toponym.MinSoundWhole), func(h gazetteer.Hit) bool { return res.Gaz.Prominence(h.Ref) >= toponym.CommonNeeds })
	return res.options(&s)
}

// isDivisionName reports whether the container is primarily a country or first-level division:
// "Bethel, Vt.".
func (res *Resolution) isDivisionName(said containment) bool {
	options := res.choices[said.names[0]].options
	return len(options) > 0 && (options[0].place.Kind.IsCountry() || options[0].place.Kind == gazetteer.FirstDivision)
}

// isTownName reports whether the container is primarily a town, or of any kind.
func (res *Resolution) isTownName(said containment) bool {
	options := res.choices[said.names[0]].options
	return len(options) == 0 || options[0].place.Kind.Class() == 'P'
}

// mayBeGreatCity reports whether name i is a great city's, though it may be the division's too.
func (res *Resolution) mayBeGreatCity(i int) bool {
	options := res.choices[i].options
	return slices.ContainsFunc(options, func(o option) bool {
		return o.place.Kind.Class() == 'P' && o.own >= options[0].own-likelyTown && o.known >= toponym.CommonFirstNeeds
	})
}

// isExtended reports whether places of a kind are too large to lie in one other: countries,
// continents, rivers, seas.
func isExtended(k gazetteer.Kind) bool {
	return k.IsCountry() || k == gazetteer.Continent || k.Class() == 'H'
}

// isKnownAnyway reports whether name i is so well known that an apparent containment, which may
// be of something else, does not exclude it: "he met Moscow's envoy in Sochi".
func (res *Resolution) isKnownAnyway(i int, said containment) bool {
	switch {
	case said.called, said.building, !res.Names[i].Exact, res.isByname(i):
		return false
	case said.relation == lyingIn && res.isGoverned(i) && res.Names[said.names[0]].First == res.Names[i].Last+2:
		return res.isUsualNameOfKnown(i, toponym.CommonFirstNeeds) && !res.choices[i].options[0].place.Kind.IsDivision() // "in Mansoura in Aden"
	case said.apart, said.relation == lyingIn && res.isCalledDivision(said.names[0]):
		return res.isUsualNameOfKnown(i, toponym.CommonFirstNeeds)
	}
	return res.isUsualNameOfKnown(i, toponym.CommonNeeds)
}

// isContainerMisread reports whether a curated table has name i, and none its apparent container,
// which lies in another country.
func (res *Resolution) isContainerMisread(i int, said containment) bool {
	options, containers := res.choices[i].options, res.choices[said.names[0]].options
	return len(options) > 0 && len(containers) > 0 && said.relation == lyingBy && !res.isCodeName(i) && res.Gaz.Curated(options[0].ref) && !res.Gaz.Curated(containers[0].ref) &&
		!containers[0].place.Kind.IsCountry() && options[0].place.Country != containers[0].place.Country
}

// isByname reports whether name i, in Latin letters, is an alternative name of its best-known
// candidate that neither looks nor sounds like the usual one: Yida, for Jeddah.
func (res *Resolution) isByname(i int) bool {
	options := res.choices[i].options
	if res.Tokens[res.Names[i].First].Shape == token.Arabic || len(options) == 0 {
		return false
	}
	written, usual := gazetteer.Fold(res.Names[i].Written), gazetteer.Fold(options[0].place.Name)
	if written == "" || usual == "" {
		return false
	}
	key := gazetteer.KeyOf(usual)
	return written[0] != usual[0] && (key == 0 || gazetteer.KeyOf(written) != key)
}

// isGoverned reports whether a preposition of place directly precedes name i.
func (res *Resolution) isGoverned(i int) bool {
	first := res.Names[i].First
	return first > 0 && res.Words[first-1]&lexicon.Locative != 0 && !res.Breaks(first-1)
}

// isCalledDivision reports whether a class word makes name k a first-level division: Homs
// governorate.
func (res *Resolution) isCalledDivision(k int) bool {
	options := res.choices[k].options
	return len(options) > 0 && options[0].place.Kind == gazetteer.FirstDivision && res.Lex.Fits(res.Names[k].Class, gazetteer.FirstDivision)
}

// IsKnown reports whether name i has a candidate of at least that prominence.
func (res *Resolution) IsKnown(i int, least float64) bool {
	for _, o := range res.choices[i].options {
		if o.known >= least {
			return true
		}
	}
	return false
}

// isUsualNameOfKnown reports whether name i is the usual name of a candidate of at least that
// prominence: not Sarja, for Sharjah.
func (res *Resolution) isUsualNameOfKnown(i int, least float64) bool {
	return slices.ContainsFunc(res.choices[i].options, func(o option) bool { return o.known >= least && !o.byname })
}
