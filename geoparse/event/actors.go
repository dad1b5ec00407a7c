package event

import "strings"

// findActors finds who is named in the sentence: actors of the tables, states and
// peoples, and what is called forces, rebels or an army.
func (s *sentence) findActors(bounds Range) {
	r := s.reading
	for i := 0; i < len(s.words); i++ {
		if last, ok := s.namedActor(i); ok {
			s.addActor(span{i, last})
			i = last
		}
	}
	for r.actor < len(r.Actors) && r.Actors[r.actor].Start < bounds.Start {
		r.actor++
	}
	for ; r.actor < len(r.Actors) && r.Actors[r.actor].Start < bounds.End; r.actor++ {
		a := r.Actors[r.actor]
		if first := s.at(a.Start); first < len(s.words) {
			s.addActor(span{first, min(s.at(a.End-1), len(s.words)-1)})
		}
	}
	for i := range s.words {
		if s.words[i].actor < 0 && s.words[i].group < 0 && s.is(i, isActor) {
			s.addActor(span{i, i})
		}
	}
	s.joinActors()
}

// namedActor returns the last word of an actor's name that begins at word i.
func (s *sentence) namedActor(i int) (int, bool) {
	w := &s.words[i]
	if !w.Upper && !w.Arabic || w.set&beginsActor == 0 {
		return 0, false
	}
	at := i
	for rest := range s.lex.parties.Beginning(w.base) {
		if last, ok := s.follows(at, rest); ok {
			return last, true
		}
	}
	return 0, false
}

// follows reports whether words follow word i, and returns the last of them.
func (s *sentence) follows(i int, words []string) (int, bool) {
	for _, want := range words {
		i++
		if i >= len(s.words) || s.words[i].Fold != want && s.words[i].base != want {
			return 0, false
		}
	}
	return i, true
}

func (s *sentence) addActor(w span) {
	for i := w.first; i <= w.last; i++ {
		if s.words[i].actor >= 0 {
			return
		}
	}
	for i := w.first; i <= w.last; i++ {
		s.words[i].actor = len(s.actors)
	}
	s.actors = append(s.actors, w)
}

// joinActors makes one of names and words that stand beside each other: "Syrian"
// and "army", "rebel" and "fighters"; words that only stand before them belong to
// them too.
func (s *sentence) joinActors() {
	var joined []span
	for i := 0; i < len(s.words); i++ {
		if s.words[i].actor < 0 {
			continue
		}
		w := span{i, i}
		for w.first > 0 && (s.modifies(w.first-1) || s.isName(w.first-1) && i-w.first < maxName) && !s.words[w.first].comma && !s.words[w.first].stop {
			w.first--
		}
		for w.last+1 < len(s.words) && !s.isClosed(w.last) && !s.words[w.last+1].comma && !s.words[w.last+1].stop && (s.words[w.last+1].actor >= 0 || s.words[w.last+1].Arabic && s.is(w.last+1, isMod)) {
			w.last++
		}
		if n := len(joined); n > 0 && joined[n-1].last >= w.first {
			joined[n-1].last = w.last
		} else {
			joined = append(joined, w)
		}
		i = w.last
	}
	s.actors = joined
	for a, w := range joined {
		for i := w.first; i <= w.last; i++ {
			s.words[i].actor = a
		}
	}
}

// isClosed reports whether the Arabic noun at word i has the article and the next is a
// noun without one, which is no part of its name: "طردت الفصائل تنظيم الدولة".
func (s *sentence) isClosed(i int) bool {
	next := &s.words[i+1]
	return next.Arabic && s.is(i, isActor) && s.is(i+1, isActor) && !s.is(i+1, isMod) &&
		strings.HasPrefix(s.words[i].of(s.Text.Text), "ال") && !strings.HasPrefix(next.of(s.Text.Text), "ال")
}

// modifies reports whether word i belongs to the actor after it.
func (s *sentence) modifies(i int) bool {
	w := &s.words[i]
	if w.group >= 0 || w.set&(isArticle|isIn|isAnd|isOf|isSay|isBe) != 0 {
		return false
	}
	return w.set&isMod != 0 && !w.Arabic || s.words[i+1].dash && w.set&isBomb == 0 || w.dash
}
