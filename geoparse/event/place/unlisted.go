package place

import (
	"slices"
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// findUnlisted adds groups for unknown names if the sentence has no place smaller than a
// district: after a preposition of place, "in Kuriga", or as an object of taking, "seized
// Galcad". A name called a town is always added, and a town that opens the sentence may contain
// another: "In Gao, gunmen attacked a bus in Tessit".
func (s stage) findUnlisted() {
	town := slices.ContainsFunc(s.Groups, func(g sentence.Group) bool {
		return g.Size == event.Town && !(g.Prep == 0 && s.Is(0, lexicon.In) && !s.Words[0].Arabic)
	})
	for i := 0; i < len(s.Words); i++ {
		if town && !(s.Says(i-1, lexicon.OfWord) && s.Is(i-2, lexicon.PlaceNoun)) {
			continue
		}
		last, ok := s.unlisted(i)
		if !ok {
			continue
		}
		w := sentence.Span{First: i, Last: last}
		s.Groups = append(s.Groups, sentence.Group{Key: len(s.Groups), Span: w, Spots: []event.Spot{{Range: s.RangeOf(w), Place: sentence.Unnamed}}, Prep: s.PrepositionBefore(i), Size: event.Town})
		s.Mark(w, len(s.Groups)-1)
		i = last
	}
}

// unlisted returns the last word of an unknown name at word i that occurs where places do.
func (s stage) unlisted(i int) (int, bool) {
	if s.Words[i].Arabic {
		return s.unlistedArabic(i)
	}
	if !s.startsUnlisted(i) || !s.isAtPlace(i) && !s.isTaken(i) && !s.isHeld(i) {
		return 0, false
	}
	last := i
	for last+1 < len(s.Words) && last+1 < i+sentence.MaxName && s.IsName(last+1) && !s.Words[last+1].Comma && !s.Words[last+1].Stop && !s.Words[last+1].Mark {
		last++
	}
	next := last + 1
	if next < len(s.Words) && !s.Words[next].Comma && !s.Words[next].Stop {
		if sentence.IsDigit(s.Words[next].Fold) || s.Words[next].Actor >= 0 || strings.HasSuffix(s.Words[last].Fold, "s") && !s.Is(next, lexicon.In|lexicon.Of|lexicon.And|lexicon.Clause|lexicon.Date|lexicon.Be|lexicon.Have) || s.Says(next, lexicon.Genitive) || s.Is(next, lexicon.Actor|lexicon.Person|lexicon.Goods|lexicon.Say) || s.Is(next, lexicon.Position) && !s.Is(next, lexicon.PlaceNoun) {
			return 0, false
		}
	}
	return last, true
}

// shortestName is the minimum length of a name that is taken for a place.
const shortestName = 4

// startsUnlisted reports whether word i can begin such a name; abbreviations can't.
func (s stage) startsUnlisted(i int) bool {
	name := s.Words[i].Of(s.Text.Text)
	return s.IsName(i) && len(name) >= shortestName && strings.ToUpper(name) != name && !s.IsName(i-1)
}

// isAtPlace reports whether a preposition of place, or "town of", precedes word i.
func (s stage) isAtPlace(i int) bool {
	if i == 0 || s.Words[i].Comma || s.Words[i].Stop || s.Words[i].Mark {
		return false
	}
	return s.Says(i-1, lexicon.AtPlace) || s.Says(i-1, lexicon.OfWord) && s.Is(i-2, lexicon.PlaceNoun|lexicon.Part)
}

// isTaken reports whether word i is the object of a verb of taking or leaving.
func (s stage) isTaken(i int) bool {
	if i == 0 || s.Words[i-1].Trigger < 0 || s.Words[i].Comma || s.Words[i].Stop {
		return false
	}
	switch t := &s.Triggers[s.Words[i-1].Trigger]; t.Class {
	case lexicon.HoldClass, lexicon.Class(event.Control):
		return s.Says(t.First, lexicon.Holding) && t.Form != lexicon.Noun && !s.IsPassive(t)
	case lexicon.Class(event.Capture), lexicon.TakeClass, lexicon.OccupyClass, lexicon.LoseClass, lexicon.Class(event.Siege), lexicon.Class(event.AirStrike), lexicon.Class(event.Shelling):
		return t.Form != lexicon.Noun && t.Form != lexicon.State && !s.IsPassive(t)
	}
	return false
}

// isHeld reports whether word i begins the subject of being held, besieged or retaken: "Galcad
// was under rebel control".
func (s stage) isHeld(i int) bool {
	at := i
	for at < len(s.Words) && at < i+sentence.MaxName && s.IsName(at) {
		at++
	}
	if !s.Is(at, lexicon.Be) {
		return false
	}
	for at++; at < len(s.Words) && s.Is(at, lexicon.Be|lexicon.Adverb); at++ {
	}
	if s.Says(at, lexicon.UnderWord) {
		for k := at + 1; k < len(s.Words) && k <= at+4; k++ {
			if s.Says(k, lexicon.ControlOrSiege) {
				return true
			}
		}
		return false
	}
	return s.Is(at, lexicon.Undergone)
}

// unlistedArabic is unlisted for Arabic, where only a word for a kind of place, or "near", marks
// a name.
func (s stage) unlistedArabic(i int) (int, bool) {
	w := &s.Words[i]
	if w.Group >= 0 || w.Actor >= 0 || w.Set != 0 || w.Trigger >= 0 || len(w.Fold) < 2*shortestName {
		return 0, false
	}
	if i == 0 || w.Comma || w.Stop || !s.Says(i-1, lexicon.PlaceOf) {
		return 0, false
	}
	last := i
	if next := i + 1; next < len(s.Words) && s.Words[next].Set == 0 && s.Words[next].Trigger < 0 && s.Words[next].Group < 0 && strings.HasPrefix(s.Words[next].Of(s.Text.Text), "ال") && !s.Words[next].Comma && !s.Words[next].Stop {
		last = next
	}
	return last, true
}
