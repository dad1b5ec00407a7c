package geoparse

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
)

// Distances in kilometres within which a place lies in or by a town that the
// text ties it to.
const (
	inTownKm     = 60
	besideKm     = 30 // from the middle of a small division, whose neighbours are often called by its name
	byTownKm     = 150
	byDivisionKm = 300
	byRegionKm   = 500 // of a region, range or road, whose point is its middle
)

// bind narrows what each name can mean to what the text says about where it is.
// Where no place so called lies there, there is none, unless one is known the
// world over. A name keeps that for the rest of the text.
func (p *parse) bind() {
	missing := map[string]int{}
	for i := range p.spots {
		if c := &p.choices[i]; p.spots[i].cued && !p.spots[i].exact && p.containers[i].relation == unrelated {
			c.options = nil // a sound alone does not place what is in no gazetteer
		}
	}
	for i := len(p.spots) - 1; i >= 0; i-- { // "X in R, in C": R first
		if p.containers[i].relation != unrelated {
			p.narrow(i)
			if p.choices[i].within != nil {
				missing[p.nameKey(i)] = i
			}
		}
	}
	for i := range p.spots {
		if k, ok := missing[p.nameKey(i)]; ok && p.containers[i].relation == unrelated && !p.isKnown(i, commonNeeds) {
			p.choices[i].options, p.choices[i].within, p.choices[i].named = nil, p.choices[k].within, p.choices[k].named
		}
	}
}

// narrow keeps those options of name i that lie where the text says.
func (p *parse) narrow(i int) {
	c, said := &p.choices[i], p.containers[i]
	if len(c.options) > 0 && isExtended(c.options[0].place.Kind) {
		return
	}
	kept := p.lyingThere(c.options, said)
	if len(kept) == 0 && said.relation >= lyingBy && p.mayBeSpeltOtherwise(i, said) {
		kept = p.lyingThere(p.optionsBySound(i), said)
	}
	switch {
	case len(kept) > 0:
		c.options, c.contained = kept, true
		p.preferHolders(said, kept)
	case (said.relation >= lyingBy || said.relation == followed && p.isDivisionName(said) && (i == 0 || !isListGap(p.between(i-1)))) && !p.isKnownAnyway(i, said):
		if container := p.container(said); container != nil {
			c.within, c.named = container, said.called || p.spots[i].exact && p.isKnown(i, knownEnough)
			c.options = nil
		}
	}
}

// lyingThere returns those of the options that lie where the text says.
func (p *parse) lyingThere(options []option, said containment) []option {
	var there []option
	for _, o := range options {
		if p.liesThere(&o, said) {
			there = append(there, o)
		}
	}
	return there
}

// mayBeSpeltOtherwise reports whether name i, in Latin letters and not well known,
// may be another's of the same sound in the first-level division that the text
// says.
func (p *parse) mayBeSpeltOtherwise(i int, said containment) bool {
	s, options := &p.spots[i], p.choices[said.names[0]].options
	return p.uses(BySound) && s.exact && s.role == RolePlace && p.tokens[s.first].shape != arabic && !p.isKnown(i, commonNeeds) &&
		len(options) > 0 && options[0].place.Kind == gazetteer.FirstDivision
}

// optionsBySound returns the places, none of them well known, that name i can mean
// by its sound.
func (p *parse) optionsBySound(i int) []option {
	s := p.spots[i]
	s.hits = slices.DeleteFunc(p.bySound(s.written, minSoundWhole), func(h gazetteer.Hit) bool { return p.gaz.Prominence(h.Ref) >= commonNeeds })
	return p.options(&s)
}

// isDivisionName reports whether the container is before all a country or a
// first-level division: "Bethel, Vt.".
func (p *parse) isDivisionName(said containment) bool {
	options := p.choices[said.names[0]].options
	return len(options) > 0 && (options[0].place.Kind.IsCountry() || options[0].place.Kind == gazetteer.FirstDivision)
}

// isExtended reports whether places of a kind are too large to lie in one
// other: countries, continents, rivers, seas.
func isExtended(k gazetteer.Kind) bool {
	return k.IsCountry() || k == gazetteer.Continent || k.Class() == 'H'
}

// isKnownAnyway reports whether name i is so well known that words which may
// say where something else is don't rule it out: "he met Moscow's envoy in Sochi".
func (p *parse) isKnownAnyway(i int, said containment) bool {
	switch {
	case said.called:
		return false
	case said.apart, said.relation == lyingIn && p.isCalledDivision(said.names[0]):
		return p.isKnown(i, commonFirstNeeds)
	}
	return p.isKnown(i, commonNeeds)
}

// isCalledDivision reports whether name k is that of a first-level division and a
// class word says so: Homs governorate.
func (p *parse) isCalledDivision(k int) bool {
	options := p.choices[k].options
	return len(options) > 0 && options[0].place.Kind == gazetteer.FirstDivision && p.lex.fits(p.spots[k].class, gazetteer.FirstDivision)
}

// isKnown reports whether name i is that of a place at least so prominent.
func (p *parse) isKnown(i int, least float64) bool {
	for _, o := range p.choices[i].options {
		if p.gaz.Prominence(o.ref) >= least {
			return true
		}
	}
	return false
}

// townNeeds is the prominence that a town needs for a place to be missed in it:
// some 10,000 people. Of hamlets the gazetteer may know the wrong one.
const townNeeds = 0.5

// container returns what the first of the containers is best taken for, nil
// when that is not sure enough to miss the place in it.
func (p *parse) container(said containment) *gazetteer.Place {
	for _, k := range said.names {
		if options := p.choices[k].options; len(options) > 0 && p.spots[k].exact {
			place := options[0].place
			if place.Kind.IsCountry() || place.Kind.IsDivision() || p.gaz.Prominence(options[0].ref) >= townNeeds {
				return place
			}
		}
	}
	return nil
}

// liesThere reports whether a place lies in or by what each of the containers
// can mean.
func (p *parse) liesThere(o *option, said containment) bool {
	for _, k := range said.names {
		if options := p.choices[k].options; len(options) > 0 && !p.anyHolds(options, o, said.relation) {
			return false
		}
	}
	return true
}

// Scores by which a sense of a container may stay behind its best and still
// count.
const (
	likelyDivision = 1.2
	likelyTown     = 0.6
)

func (p *parse) anyHolds(containers []option, o *option, r relation) bool {
	p.step(len(containers))
	for j := range containers {
		q, behind := &containers[j], likelyTown
		if q.place.Kind.IsDivision() || q.place.Kind.IsCountry() {
			behind = likelyDivision
		}
		if q.own >= containers[0].own-behind && p.holds(q, o, r) {
			return true
		}
	}
	return false
}

// holds reports whether a place lies in or by one sense of a container.
func (p *parse) holds(q, o *option, r relation) bool {
	if q.place.ID == o.place.ID {
		return false
	}
	far := func() float64 { return geo.Distance(q.place.Point, o.place.Point) }
	switch {
	case strings.IndexByte("LTVR", o.place.Kind.Class()) >= 0:
		return contains(q.place, o.place) || far() <= byDivisionKm || far() <= byRegionKm && (r == lyingBy || q.place.Kind.IsCountry())
	case q.place.Kind == gazetteer.Continent:
		return r != followed
	case q.place.Kind.IsCountry():
		return contains(q.place, o.place) || r == lyingBy && far() <= byDivisionKm
	case q.place.Kind.IsDivision():
		return contains(q.place, o.place) || r == lyingBy && far() <= byDivisionKm || r == lyingIn && far() <= besideKm
	case r == followed || r == listedIn:
		return false
	case q.place.Kind.Class() == 'P' && r == lyingIn:
		return far() <= inTownKm
	case q.place.Kind.Class() == 'P':
		return far() <= byTownKm
	}
	return far() <= byDivisionKm
}

// preferHolders lifts those senses of the containers that hold the place.
func (p *parse) preferHolders(said containment, kept []option) {
	for _, k := range said.names {
		options := p.choices[k].options
		if len(options) == 0 || p.anyHolds(options[:1], &kept[0], said.relation) {
			continue
		}
		for j := range options {
			p.step(len(kept))
			for n := range kept {
				if q := &options[j]; !q.holds && (q.place.Kind.IsCountry() || q.place.Kind.IsDivision()) && p.holds(q, &kept[n], said.relation) {
					q.own += p.weights.contained
					q.holds = true
					break
				}
			}
		}
		slices.SortFunc(options, byOwnScore)
	}
}
