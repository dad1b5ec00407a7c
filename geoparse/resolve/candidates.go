package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// Candidate is a place that a name could mean.
type Candidate struct {
	Place *gazetteer.Place
	Name  string  // its matching name
	Score float64 // 0..1, comparable only within a mention
}

const maxCandidates = 5

func (c *choice) candidates() []Candidate {
	sorted := make([]*option, len(c.options))
	for i := range sorted {
		sorted[i] = &c.options[i]
	}
	best := &c.options[c.best]
	slices.SortStableFunc(sorted, func(a, b *option) int {
		if (a.ref == best.ref) != (b.ref == best.ref) {
			if a.ref == best.ref {
				return -1
			}
			return 1
		}
		return cmp.Or(-cmp.Compare(a.score, b.score), strings.Compare(a.place.ID, b.place.ID))
	})
	out := make([]Candidate, 0, maxCandidates)
	for _, o := range sorted[:min(len(sorted), maxCandidates)] {
		score := 1 / (1 + math.Exp(-(o.score - 1.5)))
		out = append(out, Candidate{Place: o.place, Name: o.name, Score: math.Round(1000*score) / 1000})
	}
	return out
}

// maxReasons is the maximum number of reasons for a place.
const maxReasons = 8

// Reason returns the evidence for the place taken, in a few words.
func (res *Resolution) Reason(i int) string {
	s, c := &res.Names[i], &res.choices[i]
	o := &c.options[c.best]
	parts := make([]string, 0, maxReasons)
	switch {
	case s.Role == toponym.RoleDemonym:
		parts = append(parts, "a people or their adjective")
	case s.Exact:
		parts = append(parts, "the name itself")
	default:
		parts = append(parts, "sounds like "+o.name)
	}
	if len(c.options) == 1 {
		parts = append(parts, "the only place so called")
	}
	if s.Class != "" && res.Lex.Fits(s.Class, o.place.Kind) {
		parts = append(parts, "called a "+s.Class)
	}
	if c.contained {
		parts = append(parts, "named with what it lies in")
	}
	if c.apart != notApart {
		parts = append(parts, c.apart.reason())
	}
	if c.nearness >= nearEnough {
		parts = append(parts, "near the other places of the text")
	}
	if o.support >= 0.3 {
		parts = append(parts, "in a country the text speaks of")
	}
	if o.known >= 0.6 {
		parts = append(parts, "well known")
	}
	return strings.Join(parts, "; ")
}
