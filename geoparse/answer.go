package geoparse

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
)

// result turns what was decided into what is handed out.
func (p *parse) result() Result {
	r := Result{Fronts: p.fronts}
	for i := range p.spots {
		if m, ok := p.mention(i); ok {
			r.Mentions = append(r.Mentions, m)
		}
	}
	if p.in.Spans != nil {
		r.Mentions = p.inAskedOrder(r.Mentions)
	} else {
		r.Mentions = withPositions(r.Mentions, p.positions())
	}
	markAnchors(r.Mentions, r.Fronts)
	r.Focus = p.focus()
	return r
}

// countArabic counts the words in Arabic script.
func (p *parse) countArabic() int {
	words := 0
	for i := range p.tokens {
		if p.tokens[i].shape == arabic {
			words++
		}
	}
	return words
}

// mention makes the Mention of spotted name i; false when it is none.
func (p *parse) mention(i int) (Mention, bool) {
	s := &p.spots[i]
	if !p.isMention(i) {
		return Mention{}, false
	}
	m := Mention{
		Span: p.spanOf(i), Phrase: p.in.Text[s.start:s.end],
		Sentence: p.sentenceOf(s.start).span, Role: s.role, When: p.whenAt(s.start),
	}
	c := &p.choices[i]
	if c.best < 0 {
		m.Reason = "no place of this name is known"
		switch {
		case len(c.options) > 0:
			m.Reason = "the places so called lie far from all else in the text"
		case c.within != nil:
			m.Within, m.Precision, m.Reason = c.within, precisionOf(c.within.Kind), "no place of this name is known in "+c.within.Name
		}
		return m, true
	}
	m.Candidates = p.sameCandidates(c.candidates())
	m.Confidence = p.confidence(i)
	if p.in.Spans != nil || m.Confidence >= abstainBelow {
		place := c.options[c.best].place
		m.Place, m.Precision, m.Reason = place, precisionOf(place.Kind), p.sameReason(p.reason(i))
	} else {
		m.Reason = "too uncertain to choose"
	}
	return m, true
}

// spanOf returns where name i stands: as given, where spans were.
func (p *parse) spanOf(i int) Span {
	if p.in.Spans != nil {
		return p.in.Spans[p.asked[i]]
	}
	return p.runeSpan(p.spots[i].start, p.spots[i].end)
}

// isMention reports whether a spotted name is given out.
func (p *parse) isMention(i int) bool {
	s := &p.spots[i]
	switch {
	case p.in.Spans != nil:
		return true
	case s.role == RoleDemonym:
		return p.in.Demonyms
	case s.cued, p.choices[i].named:
		return true
	case s.role != RolePlace && s.role != RoleMetonym || p.choices[i].best < 0:
		return false
	}
	return !p.uses(Credibility) || p.isCredible(i)
}

// Bounds of belief that a name is one at all.
const (
	abstainBelow  = 0.1
	knownEnough   = 0.45 // prominence from which a bare name needs no support
	littleKnown   = 0.35 // prominence below which support by the country is not enough: some 600 people
	nearEnough    = 0.30 // nearness that supports a name
	nearerEnough  = 0.40 // nearness that supports one little known
	supportEnough = 0.15 // share of the text that speaks of the name's country
	soundNear     = 0.20 // nearness that supports a name found by sound
)

// isCredible reports whether a name that could be a place is one: it is well
// known, or something in the text speaks for it.
func (p *parse) isCredible(i int) bool {
	s, c := &p.spots[i], &p.choices[i]
	o := &c.options[c.best]
	supported := p.support[o.place.Country] >= supportEnough
	known := p.gaz.Prominence(o.ref)
	switch {
	case c.contained && p.containers[i].relation >= lyingBy:
		return true
	case !s.exact:
		return supported && (c.nearness >= soundNear || s.class != "")
	case s.class != "" && p.lex.fits(s.class, o.place.Kind), c.contained:
		return true
	case known >= knownEnough:
		return true
	case p.tokens[s.first].shape == arabic && s.first == s.last:
		return supported && c.nearness >= nearEnough && p.followsPreposition(s)
	case known < littleKnown:
		return supported && c.nearness >= nearerEnough
	}
	return supported || c.nearness >= nearEnough
}

// followsPreposition reports whether an Arabic name stands where places do:
// after a preposition or with one written to it, or in a list of names.
func (p *parse) followsPreposition(s *spotted) bool {
	return s.start > p.tokens[s.first].start || s.first > 0 && p.words[s.first-1]&(isPreposition|isClass) != 0
}

func (c *choice) candidates() []Candidate {
	sorted := slices.Clone(c.options)
	best := sorted[c.best]
	slices.SortStableFunc(sorted, func(a, b option) int {
		if (a.ref == best.ref) != (b.ref == best.ref) {
			if a.ref == best.ref {
				return -1
			}
			return 1
		}
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.place.ID, b.place.ID))
	})
	out := make([]Candidate, 0, maxCandidates)
	for _, o := range sorted[:min(len(sorted), maxCandidates)] {
		score := 1 / (1 + math.Exp(-(o.score - 1.5)))
		out = append(out, Candidate{Place: o.place, Name: o.name, Score: math.Round(1000*score) / 1000})
	}
	return out
}

// precisionOf says how large a place of the kind is.
func precisionOf(k gazetteer.Kind) Precision {
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

// reason says in a few words what spoke for the place taken.
func (p *parse) reason(i int) string {
	s, c := &p.spots[i], &p.choices[i]
	o := &c.options[c.best]
	var parts []string
	switch {
	case s.role == RoleDemonym:
		parts = append(parts, "a people or their adjective")
	case s.exact:
		parts = append(parts, "the name itself")
	default:
		parts = append(parts, fmt.Sprintf("sounds like %s", o.name))
	}
	if len(c.options) == 1 {
		parts = append(parts, "the only place so called")
	}
	if s.class != "" && p.lex.fits(s.class, o.place.Kind) {
		parts = append(parts, "called a "+s.class)
	}
	if c.contained {
		parts = append(parts, "named with what it lies in")
	}
	if c.nearness >= nearEnough {
		parts = append(parts, "near the other places of the text")
	}
	if p.support[o.place.Country] >= 0.3 {
		parts = append(parts, "in a country the text speaks of")
	}
	if p.gaz.Prominence(o.ref) >= 0.6 {
		parts = append(parts, "well known")
	}
	return strings.Join(parts, "; ")
}
