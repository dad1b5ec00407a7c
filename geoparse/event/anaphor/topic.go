package anaphor

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// A text about one town often doesn't name it where it says who took it: "The rebels took control
// in December", "the town was under government control". That tells who holds the town, but is not
// an event reported at a named place.

// addTopic adds a group for the town that the text is about to a sentence that names no town and
// refers to none.
func (s stage) addTopic() {
	s.About = -1
	if s.Topic == 0 && (!s.NamesNoTown || s.UnnamedAt.IsEmpty()) {
		return
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; len(g.Spots) > 0 && !s.NamesOperation(g) && (g.Size == event.Town || g.Anaphor) {
			return
		}
	}
	spot := event.Spot{Range: s.UnnamedAt, Place: sentence.Unnamed}
	if place := s.Topic - 1; place >= 0 {
		spot = event.Spot{Range: s.Places[place].Range, Place: place}
	}
	s.About = len(s.Groups)
	s.Groups = append(s.Groups, sentence.Group{Key: s.About, Span: sentence.Span{First: -1, Last: -1}, Spots: []event.Spot{spot}, Prep: -1, Anaphor: true, Size: event.Town})
}
