package geoparse

import (
	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// result converts the parse to a Result.
func (p *parse) result() Result {
	r := Result{Fronts: p.fronts, Mentions: p.mentions()}
	if p.in.Spans == nil {
		r.Events = p.readEvents()
	}
	r.Focus = p.findFocus()
	return r
}

// mentions returns the names that are reported, and the positions.
func (p *parse) mentions() []Mention {
	all := make([]Mention, 0, len(p.Names))
	for i := range p.Names {
		if m, ok := p.mention(i); ok {
			all = append(all, m)
		}
	}
	if p.in.Spans != nil {
		all = p.inGivenOrder(all)
	} else {
		all = withPositions(all, p.positions())
	}
	markAnchors(all, p.fronts)
	return all
}

// mention converts name i to a Mention; false if it is not to be reported.
func (p *parse) mention(i int) (Mention, bool) {
	s := &p.Names[i]
	if !p.isMention(i) {
		return Mention{}, false
	}
	m := Mention{
		Span: p.spanOf(i), Phrase: p.in.Text[s.Start:s.End],
		Sentence: p.SentenceAround(s.Start, s.End).Span, Role: s.Role, When: p.whenAt(s.Start),
	}
	place := p.Taken(i)
	if place == nil {
		m.Reason = "no place of this name is known"
		switch within := p.Within(i); {
		case p.HasCandidates(i):
			m.Reason = "the places so called lie far from all else in the text"
		case within != nil:
			m.Within, m.Precision, m.Reason = within, PrecisionOf(within.Kind), "no place of this name is known in "+within.Name
		}
		return m, true
	}
	m.Candidates = p.sameCandidates(p.Resolution.Candidates(i))
	m.Confidence = p.Confidence(i)
	if p.in.Spans != nil || m.Confidence >= abstainBelow {
		m.Place, m.Precision, m.Reason = place, PrecisionOf(place.Kind), p.sameReason(p.Reason(i))
	} else {
		m.Reason = "too uncertain to choose"
	}
	return m, true
}

// spanOf returns the span of name i: the given one if spans were given.
func (p *parse) spanOf(i int) Span {
	if p.in.Spans != nil {
		return p.in.Spans[p.spanIndex[i]]
	}
	return p.RuneSpan(p.Names[i].Start, p.Names[i].End)
}

// isMention reports whether a name is to be reported.
func (p *parse) isMention(i int) bool {
	s := &p.Names[i]
	switch {
	case p.in.Spans != nil:
		return true
	case s.Role == toponym.RoleDemonym:
		return p.in.Demonyms
	case s.Cued, p.IsNamed(i):
		return true
	case s.Role != toponym.RolePlace && s.Role != toponym.RoleMetonym || p.Taken(i) == nil:
		return false
	}
	return !p.off.Uses(signal.Credibility) || p.IsCredible(i)
}

// abstainBelow is the confidence below which a mention is left without a place.
const abstainBelow = 0.1

// PrecisionOf returns the precision of places of a kind.
func PrecisionOf(k gazetteer.Kind) Precision {
	switch {
	case k.IsCountry():
		return Land
	case k == gazetteer.FirstDivision:
		return Governorate
	case k.IsDivision():
		return District
	case k.Class() == 'P':
		return Town
	case k.Class() == 'S', k == "L.MILB", k == "T.HLL", k == "H.SPNG":
		return Site
	}
	return Area
}
