package actor

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// findActors labels the actors named in the sentence: those in the tables, states and peoples,
// and phrases with a head such as forces, rebels or army.
func (s stage) findActors(bounds event.Range) {
	r := s.Reading
	for i := 0; i < len(s.Words); i++ {
		if last, ok := s.namedActor(i); ok {
			s.AddActor(sentence.Span{First: i, Last: last})
			i = last
		}
	}
	for r.NextActor < len(r.Actors) && r.Actors[r.NextActor].Start < bounds.Start {
		r.NextActor++
	}
	for ; r.NextActor < len(r.Actors) && r.Actors[r.NextActor].Start < bounds.End; r.NextActor++ {
		a := r.Actors[r.NextActor]
		if first := s.At(a.Start); first < len(s.Words) {
			s.AddActor(sentence.Span{First: first, Last: min(s.At(a.End-1), len(s.Words)-1)})
		}
	}
	for i := range s.Words {
		if s.Words[i].Actor < 0 && s.Words[i].Group < 0 && s.Is(i, lexicon.Actor) {
			s.AddActor(sentence.Span{First: i, Last: i})
		}
	}
	s.joinActors()
}

// namedActor returns the last word of the actor's name at word i.
func (s stage) namedActor(i int) (int, bool) {
	w := &s.Words[i]
	if !w.Upper && !w.Arabic || w.Set&lexicon.BeginsActor == 0 {
		return 0, false
	}
	for _, rest := range s.Lex.Actors[w.Base] {
		if last, ok := s.follows(i, rest); ok {
			return last, true
		}
	}
	return 0, false
}

// follows reports whether the words follow word i, and returns the last of them.
func (s stage) follows(i int, words []string) (int, bool) {
	for _, want := range words {
		i++
		if i >= len(s.Words) || s.Words[i].Fold != want && s.Words[i].Base != want {
			return 0, false
		}
	}
	return i, true
}

// joinActors merges adjacent names and words: "Syrian" and "army", "rebel" and "fighters", with
// the modifiers before them.
func (s stage) joinActors() {
	var joined []sentence.Span
	end := -1 // of the last of them
	for i := 0; i < len(s.Words); i++ {
		if s.Words[i].Actor < 0 {
			continue
		}
		w := sentence.Span{First: i, Last: i}
		for w.First > max(end, 0) && (s.modifies(w.First-1) || s.isPeople(w.First-1, w.First) || s.IsName(w.First-1) && i-w.First < sentence.MaxName) && !s.isParted(w.First) {
			w.First--
		}
		s.Spend(i - w.First)
		if g := s.homeBefore(w.First); g >= 0 {
			w.First = s.Groups[g].First
		}
		for w.Last+1 < len(s.Words) && !s.isClosed(w.Last) && !s.isParted(w.Last+1) && (s.Words[w.Last+1].Actor >= 0 || s.Words[w.Last+1].Arabic && s.Is(w.Last+1, lexicon.Mod)) {
			w.Last++
		}
		w.First, w.Last = s.withMembers(w.First), s.withOwner(w)
		if n := len(joined); n > 0 && joined[n-1].Last >= w.First {
			joined[n-1].Last = w.Last
		} else {
			joined = append(joined, w)
		}
		i, end = w.Last, w.Last
	}
	s.Acting = joined
	for a, w := range joined {
		for i := w.First; i <= w.Last; i++ {
			s.Words[i].Actor = a
		}
	}
}

// withOwner returns the last word of the named side to which people belong, "fighters from the Islamic
// State", "militants loyal to Hezbollah"; else that of the people.
func (s stage) withOwner(w sentence.Span) int {
	if w.First != w.Last || !s.Says(w.Last, lexicon.Members) {
		return w.Last
	}
	i := w.Last + 1
	if s.Says(i, lexicon.Belonging) {
		i++
	}
	if !s.Is(i, lexicon.From|lexicon.Of|lexicon.With) && !s.Says(i, lexicon.ToWord) {
		return w.Last
	}
	for i++; s.Is(i, lexicon.Article); i++ {
	}
	if i >= len(s.Words) || s.Words[i].Actor < 0 || s.Words[i].Group >= 0 || !s.Words[i].Upper {
		return w.Last
	}
	if last, named := s.namedActor(i); named {
		return last
	}
	return w.Last
}

// withMembers returns the first word of a named side or of those who are no actor by themselves:
// "members of the SDF".
func (s stage) withMembers(first int) int {
	of := first - 1
	for s.Is(of, lexicon.Article) {
		of--
	}
	if s.Words[first].Upper && s.Is(of, lexicon.Of) && s.Says(of-1, lexicon.Members) && s.Words[of-1].Actor < 0 {
		return of - 1
	}
	return first
}

// homeBefore returns the group at the beginning of the sentence, perhaps after an article, if
// its name modifies the actor at word i: "Kachin fighters seized X"; -1 if none.
func (s stage) homeBefore(i int) int {
	if i == 0 || s.Words[i].Arabic || s.Words[i].Upper || s.isParted(i) || s.Words[i].Mark || s.Words[i-1].Group < 0 {
		return -1
	}
	g := s.Words[i-1].Group
	gr := &s.Groups[g]
	opens := gr.First == 0 || gr.First == 1 && s.Is(0, lexicon.Article)
	if !opens || gr.Last != i-1 || len(gr.Spots) != 1 || gr.Size == event.Country {
		return -1
	}
	return g
}

// isPeople reports whether the actor at word i is a people that modifies the next words: "Iraqi
// federal forces".
func (s stage) isPeople(i, next int) bool {
	w := &s.Words[i]
	return w.Actor >= 0 && w.Upper && w.Set&lexicon.Actor == 0 && s.Is(next, lexicon.Mod)
}

// isParted reports whether punctuation separates word i from the one before: "Syria – Government
// forces".
func (s stage) isParted(i int) bool {
	w := &s.Words[i]
	return w.Comma || w.Stop || w.Aside
}

// isClosed reports whether the Arabic noun at word i has the article and the next is a noun,
// which is then not part of its name: "طردت الفصائل تنظيم الدولة", "طردت الفصائل الجيش".
func (s stage) isClosed(i int) bool {
	next := &s.Words[i+1]
	return next.Arabic && s.Is(i, lexicon.Actor) && s.Is(i+1, lexicon.Actor) && !s.Is(i+1, lexicon.Mod) &&
		strings.HasPrefix(s.Words[i].Of(s.Text.Text), "ال")
}

// modifies reports whether word i belongs to the actor after it.
func (s stage) modifies(i int) bool {
	w := &s.Words[i]
	if w.Dash && s.Says(i, lexicon.Duration) || s.Words[i+1].Dash && s.Says(i+1, lexicon.Duration) {
		return false // three-year
	}
	if w.Group >= 0 || w.Set&(lexicon.Article|lexicon.In|lexicon.And|lexicon.Of|lexicon.Say|lexicon.Be) != 0 {
		return false
	}
	return w.Set&lexicon.Mod != 0 && !w.Arabic || s.Words[i+1].Dash && w.Set&lexicon.Bomb == 0 || w.Dash
}
