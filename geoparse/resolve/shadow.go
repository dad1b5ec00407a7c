package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// A place is overshadowed by a namesake that is a capital, or a city or first-level division of
// this many people and this many times larger. Evidence of the context then counts
// only in part, unless the text names its division.
const (
	overshadowFrom    = 500_000
	overshadowSeat    = 150_000 // for a seat of a first-level division
	overshadowTimes   = 8
	overshadowedShare = 0.3
)

// shadows are the places that overshadow their namesakes, nil if there is none: a capital, the
// largest city and first-level division.
type shadows struct{ capital, city, division *gazetteer.Place }

// shadowsOf finds them among the options of a name.
func shadowsOf(options []option) shadows {
	var s shadows
	for i := range options {
		o := &options[i]
		if o.quality < gazetteer.QualityArticle || o.byname {
			continue
		}
		place := o.place
		switch {
		case place.Kind == gazetteer.Capital:
			s.capital = place
		case place.Kind.Class() == 'P' && (place.Population >= overshadowFrom || place.Kind == "P.PPLA" && place.Population >= overshadowSeat):
			s.city = larger(s.city, place)
		case place.Kind == gazetteer.FirstDivision && o.hasUsualName() && place.Population >= overshadowFrom:
			s.division = larger(s.division, place)
		}
	}
	return s
}

func larger(a, b *gazetteer.Place) *gazetteer.Place {
	if a == nil || a.Population < b.Population {
		return b
	}
	return a
}

// over returns the place that overshadows an option, nil if there is none.
func (s shadows) over(o *option, isCurated bool) *gazetteer.Place {
	place := o.place
	isDwarfed := func(by *gazetteer.Place) bool { return by != nil && place.Population <= by.Population/overshadowTimes }
	switch {
	case place.Kind == gazetteer.Capital:
		if o.byname {
			return s.capital // Rome, as Washington was called
		}
	case place.Kind.Class() == 'P' && s.capital != nil:
		return s.capital
	case place.Kind.Class() == 'P' && isDwarfed(s.city):
		return s.city
	case (place.Kind.Class() == 'P' && !isCurated || place.Kind == gazetteer.FirstDivision) && isDwarfed(s.division) && !toponym.Contains(s.division, place):
		return s.division // Delaware in Ohio, Florida in Puerto Rico
	case place.Kind.IsDivision() && place.Kind != gazetteer.FirstDivision && s.capital != nil && place.Country != s.capital.Country:
		return s.capital // a county in another country
	}
	return nil
}

// overshadow marks the options overshadowed by another.
func (res *Resolution) overshadow(options []option) {
	s := shadowsOf(options)
	for i := range options {
		o := &options[i]
		by := s.over(o, res.Gaz.Curated(o.ref))
		o.overshadowed = by != nil
		o.shadowedHere = by != nil && by.Country == o.place.Country
	}
}

// isInShadow reports whether the context counts only in part for an option of name i: it is
// overshadowed, and nothing in the text says that it is meant. In a text about one country, places
// abroad cast no shadow.
func (res *Resolution) isInShadow(i int, o *option, context bool) bool {
	switch {
	case !o.overshadowed:
		return false
	case o.byname:
		return true
	case res.divisions[o.codes.division], !o.shadowedHere && res.isDomestic(o.place.Country):
		return false
	}
	return !context || !(o.hasUsualName() || res.hasUsualArabicName(o)) || !res.isAmong(i, o)
}
