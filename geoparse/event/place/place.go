package place

import (
	"strings"
	"unicode"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// findPlaces groups the places of the sentence.
func (s stage) findPlaces(bounds event.Range) {
	r := s.Reading
	for r.NextPlace < len(r.Places) && r.Places[r.NextPlace].Start < bounds.Start {
		r.NextPlace++
	}
	for ; r.NextPlace < len(r.Places) && r.Places[r.NextPlace].Start < bounds.End; r.NextPlace++ {
		p := &r.Places[r.NextPlace]
		w := sentence.Span{First: s.At(p.Start), Last: s.At(p.End - 1)}
		if w.First >= len(s.Words) || s.isDateline(p, w.First) {
			continue
		}
		w.Last = min(w.Last, len(s.Words)-1)
		s.addPlace(w, r.NextPlace)
	}
	for g := range s.Groups {
		gr := &s.Groups[g]
		gr.Prep = s.PrepositionBefore(gr.First)
		if s.isGoverned(gr) {
			gr.Acts = true
			s.AddActor(gr.Span)
		}
	}
}

// isGoverned reports whether a place is an agent: a country without a locative preposition, or a
// place after "by".
func (s stage) isGoverned(gr *sentence.Group) bool {
	if gr.Prep >= 0 && s.Is(gr.Prep, lexicon.By) {
		return true
	}
	return gr.Size == event.Country && (gr.Prep < 0 || s.Is(gr.Prep, lexicon.Of) && !s.Is(gr.Prep-1, lexicon.Part|lexicon.PlaceNoun) || s.Says(gr.Prep, lexicon.Relating))
}

// addPlace adds a place to the last group, or starts a new one.
func (s stage) addPlace(w sentence.Span, place int) {
	size := s.Places[place].Size
	spot := event.Spot{Range: s.Places[place].Range, Place: place}
	if n := len(s.Groups); n > 0 {
		last := &s.Groups[n-1]
		switch s.joint(last, w, size) {
		case listed:
			last.Spots = append(last.Spots, spot)
			s.Mark(w, n-1)
			last.Last = w.Last
			return
		case container:
			s.Mark(w, n-1)
			last.Last = w.Last
			return
		case inside:
			last.Spots, last.Size = []event.Spot{spot}, size
			s.Mark(w, n-1)
			last.Last = w.Last
			return
		}
	}
	s.Groups = append(s.Groups, sentence.Group{Key: len(s.Groups), Span: w, Spots: []event.Spot{spot}, Prep: -1, Size: size})
	s.Mark(w, len(s.Groups)-1)
}

// isDateline reports whether a town is in capitals in a sentence that is not: the place of a
// dateline.
func (s stage) isDateline(p *event.Place, first int) bool {
	name := p.Of(s.Text.Text)
	return len(name) >= 4 && !s.Caps && p.Size != event.Country && !s.Words[first].Arabic && strings.ToUpper(name) == name
}

// inCapitals reports whether most words of the sentence are written in capitals.
func (s stage) inCapitals() bool {
	capitals := 0
	for i := range s.Words {
		if w := s.Words[i].Of(s.Text.Text); !strings.ContainsFunc(w, isSmall) {
			capitals++
		}
	}
	return 2*capitals >= len(s.Words)
}

// isSmall reports whether a letter is lower case.
func isSmall(r rune) bool { return unicode.ToUpper(r) != r }
