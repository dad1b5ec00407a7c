package resolve

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// Candidate is a place that a name could mean.
type Candidate struct {
	Place *gazetteer.Place
	Name  string  // the name of it that matched
	Score float64 // 0..1, comparable within a mention only
}

const maxCandidates = 5

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

// Reason says in a few words what spoke for the place taken.
func (res *Resolution) Reason(i int) string {
	s, c := &res.Names[i], &res.choices[i]
	o := &c.options[c.best]
	var parts []string
	switch {
	case s.Role == toponym.RoleDemonym:
		parts = append(parts, "a people or their adjective")
	case s.Exact:
		parts = append(parts, "the name itself")
	default:
		parts = append(parts, fmt.Sprintf("sounds like %s", o.name))
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
	if c.apart != "" {
		parts = append(parts, c.apart)
	}
	if c.nearness >= nearEnough {
		parts = append(parts, "near the other places of the text")
	}
	if res.Support[o.place.Country] >= 0.3 {
		parts = append(parts, "in a country the text speaks of")
	}
	if res.Gaz.Prominence(o.ref) >= 0.6 {
		parts = append(parts, "well known")
	}
	return strings.Join(parts, "; ")
}
