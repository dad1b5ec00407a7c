package event

import (
	"strings"
	"unicode"
)

// group is places that are named together.
type group struct {
	key     int    // the same for groups of the same places
	span           // with the containers behind them
	spots   []Spot // at least one
	prep    int    // the preposition that governs it, -1 for none
	acts    bool   // it stands for its government
	anaphor bool   // words that refer to a place named before
	size    Size   // of the first
}

// findPlaces puts the places of the sentence in groups.
func (s *sentence) findPlaces(bounds Range) {
	r := s.reading
	for r.place < len(r.Places) && r.Places[r.place].Start < bounds.Start {
		r.place++
	}
	for ; r.place < len(r.Places) && r.Places[r.place].Start < bounds.End; r.place++ {
		p := &r.Places[r.place]
		w := span{s.at(p.Start), s.at(p.End - 1)}
		if w.first >= len(s.words) || s.isDateline(p, w.first) {
			continue
		}
		w.last = min(w.last, len(s.words)-1)
		s.addPlace(w, r.place)
	}
	for g := range s.groups {
		gr := &s.groups[g]
		gr.prep = s.prepositionBefore(gr.first)
		if s.isGoverned(gr) {
			gr.acts = true
			s.addActor(gr.span)
		}
	}
}

// isGoverned reports whether a place stands for who acts: a country that nothing is
// said to happen in, or a place behind "by".
func (s *sentence) isGoverned(gr *group) bool {
	if gr.prep >= 0 && s.is(gr.prep, isBy) {
		return true
	}
	return gr.size == Country && (gr.prep < 0 || s.is(gr.prep, isOf) && !s.is(gr.prep-1, isPart|isPlaceNoun) || s.foldIs(gr.prep, "between", "with", "for", "from"))
}

// addPlace adds a place to the last group, or begins one with it.
func (s *sentence) addPlace(w span, place int) {
	size := s.Places[place].Size
	spot := Spot{s.Places[place].Range, place}
	if n := len(s.groups); n > 0 {
		last := &s.groups[n-1]
		switch s.joint(last, w, size) {
		case listed:
			last.spots = append(last.spots, spot)
			s.mark(w, n-1)
			last.last = w.last
			return
		case container:
			s.mark(w, n-1)
			last.last = w.last
			return
		case inside:
			last.spots, last.size = []Spot{spot}, size
			s.mark(w, n-1)
			last.last = w.last
			return
		}
	}
	s.groups = append(s.groups, group{key: len(s.groups), span: w, spots: []Spot{spot}, prep: -1, size: size})
	s.mark(w, len(s.groups)-1)
}

// isDateline reports whether a town is written in capitals where its sentence is not:
// where a report was sent from.
func (s *sentence) isDateline(p *Place, first int) bool {
	name := p.of(s.Text.Text)
	return len(name) >= 4 && !s.caps && p.Size != Country && !s.words[first].Arabic && strings.ToUpper(name) == name
}

// inCapitals reports whether most words of the sentence are written in capitals.
func (s *sentence) inCapitals() bool {
	capitals := 0
	for i := range s.words {
		if w := s.words[i].of(s.Text.Text); !strings.ContainsFunc(w, isSmall) {
			capitals++
		}
	}
	return 2*capitals >= len(s.words)
}

// isSmall reports whether a letter has a capital and is none.
func isSmall(r rune) bool { return unicode.ToUpper(r) != r }

func (s *sentence) mark(w span, g int) {
	for i := w.first; i <= w.last; i++ {
		s.words[i].group = g
	}
}

// prepositionBefore returns the preposition that governs the name at word i, past
// articles and class words: "in the northern town of X"; -1 for none.
func (s *sentence) prepositionBefore(i int) int {
	described := 0
	for at := i - 1; at >= 0 && at >= i-7; at-- {
		w := &s.words[at]
		if w.group >= 0 || w.trigger >= 0 && w.set&isIn == 0 {
			return -1
		}
		switch {
		case w.set&(isIn|isFrom|isTo|isBy) != 0 && !(w.set&isOf != 0 && s.is(at-1, isPart|isPlaceNoun)):
			if w.set&isPart != 0 && s.is(at-1, isIn) {
				continue
			}
			return at
		case w.set&(isPart|isArticle|isOf|isPlaceNoun|isPosition) != 0:
		case w.dash, at+1 < len(s.words) && s.words[at+1].dash: // rebel-held
		case s.foldIs(at, "including", "namely", "notably") && s.is(at-1, isPlaceNoun):
		case described < 2 && at+1 < i && (s.is(at+1, isPlaceNoun) || described > 0) && w.set&^(isMod|isAdverb|isActor|isPerson) == 0 && !s.words[at+1].comma:
			described++ // the besieged Syrian towns of
		default:
			return -1
		}
	}
	return -1
}
