package sentence

import "dateline/geoparse/event/lexicon"

func (s *Sentence) AddActor(w Span) {
	for i := w.First; i <= w.Last; i++ {
		if s.Words[i].Actor >= 0 {
			return
		}
	}
	for i := w.First; i <= w.Last; i++ {
		s.Words[i].Actor = len(s.Acting)
	}
	s.Acting = append(s.Acting, w)
}

func (s *Sentence) Mark(w Span, g int) {
	for i := w.First; i <= w.Last; i++ {
		s.Words[i].Group = g
	}
}

// PrepositionBefore returns the preposition that governs the name at word i, across articles and
// class words: "in the northern town of X"; -1 if none.
func (s *Sentence) PrepositionBefore(i int) int {
	described := 0
	for at := i - 1; at >= 0 && at >= i-7; at-- {
		w := &s.Words[at]
		if w.Group >= 0 || w.Trigger >= 0 && w.Set&lexicon.In == 0 {
			return -1
		}
		switch {
		case w.Arabic && s.Says(at, lexicon.FromWord) && (s.Says(at-1, lexicon.Partitive) || s.Says(at-2, lexicon.Partitive)):
			continue // أجزاء واسعة من
		case w.Set&(lexicon.In|lexicon.From|lexicon.To|lexicon.By) != 0 && !(w.Set&lexicon.Of != 0 && s.Is(at-1, lexicon.Part|lexicon.PlaceNoun)):
			if w.Set&lexicon.Part != 0 && s.Is(at-1, lexicon.In) {
				continue
			}
			return at
		case w.Set&(lexicon.Part|lexicon.Article|lexicon.Of|lexicon.PlaceNoun|lexicon.Position) != 0:
		case w.Dash, at+1 < len(s.Words) && s.Words[at+1].Dash: // rebel-held
		case s.Says(at, lexicon.Including) && s.Is(at-1, lexicon.PlaceNoun):
		case described < 2 && at+1 < i && (s.Is(at+1, lexicon.PlaceNoun) || described > 0) && w.Set&^(lexicon.Mod|lexicon.Adverb|lexicon.Actor|lexicon.Person) == 0 && !s.Words[at+1].Comma:
			described++ // the besieged Syrian towns of
		default:
			return -1
		}
	}
	return -1
}
