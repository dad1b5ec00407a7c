package event

import "strings"

// maxUnknown is how many words of unknown names may stand in a list.
const maxUnknown = 6

// bridgeUnknown takes names that no gazetteer holds into the lists that they stand
// in: "Salma, Unknown and Dourin".
func (s *sentence) bridgeUnknown() {
	for g := range s.groups {
		gr := &s.groups[g]
		i := gr.first - 1
		for i >= 0 && i >= gr.first-maxUnknown && s.isUnknown(i) {
			i--
		}
		if i < 0 || i == gr.first-1 || !s.startsUnknown(i+1) || i == gr.first-2 && strings.HasSuffix(s.words[i+1].Fold, "s") {
			continue
		}
		names := s.unknownNames(span{i + 1, gr.first - 1})
		switch w := &s.words[i]; {
		case w.group >= 0 && s.groups[w.group].size == gr.size:
			s.mergeInto(w.group, g, names)
		case w.set&isIn != 0 && w.set&isOf == 0 || w.set&isPart != 0:
			gr.spots = append(names, gr.spots...)
			s.mark(span{i + 1, gr.first - 1}, g)
			gr.first = i + 1
		}
	}
}

// isUnknown reports whether word i may be part of a name that is not known, or
// joins such names.
func (s *sentence) isUnknown(i int) bool {
	w := &s.words[i]
	if w.group >= 0 || w.actor >= 0 || w.stop || w.mark || w.Arabic {
		return false
	}
	return w.Upper && w.set&^beginsActor == 0 || w.Fold == "al" || w.set&isAnd != 0
}

// startsUnknown reports whether word i begins a name.
func (s *sentence) startsUnknown(i int) bool { return s.words[i].Upper || s.words[i].Fold == "al" }

// unknownNames cuts words at commas and "and" into names.
func (s *sentence) unknownNames(w span) []Spot {
	var spots []Spot
	first := -1
	for i := w.first; i <= w.last+1; i++ {
		if i > w.last || s.words[i].comma || s.is(i, isAnd) {
			if first >= 0 {
				spots = append(spots, Spot{s.rangeOf(span{first, i - 1}), -1})
			}
			first = -1
		}
		if i <= w.last && first < 0 && !s.is(i, isAnd) {
			first = i
		}
	}
	return spots
}

// mergeInto makes one list of two groups and the names between them. The second is
// left without places.
func (s *sentence) mergeInto(g, h int, names []Spot) {
	a, b := &s.groups[g], &s.groups[h]
	a.spots = append(append(a.spots, names...), b.spots...)
	s.mark(span{a.last + 1, b.last}, g)
	a.last, b.spots = b.last, nil
}
