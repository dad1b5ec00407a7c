package geoparse

import (
	"dateline/geoparse/event"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// eventCapitals returns the capitals referred to by their country, "the Syrian capital", "العاصمة
// السورية", unless their name is beside it.
func (p *parse) eventCapitals() []namedPlace {
	var out []namedPlace
	for i := range p.Names {
		s := &p.Names[i]
		first, last, ok := p.capitalOf(s)
		if !ok || i+1 < len(p.Names) && p.isNamedBehind(last, &p.Names[i+1]) {
			continue
		}
		country, _ := p.Demonym(s.Last)
		ref, ok := p.Gaz.Capital(p.Gaz.Place(country).Country)
		if !ok {
			continue
		}
		place := p.Gaz.Place(ref)
		out = append(out, namedPlace{Range: event.Range{Start: p.Tokens[first].Start, End: p.Tokens[last].End}, size: sizeOfPlace(&place), place: &place, point: place.Point, known: true})
	}
	return out
}

// capitalOf returns the tokens of a demonym and the word for a capital next to it: after it in
// English, before it in Arabic.
func (p *parse) capitalOf(s *toponym.Toponym) (first, last int, ok bool) {
	if s.Role != toponym.RoleDemonym {
		return 0, 0, false
	}
	if word := s.First - 1; p.Tokens[s.Last].Shape == token.Arabic {
		return word, s.Last, p.FollowsBlank(s.First) && p.Tokens[word].Use&lexicon.CapitalWord != 0
	}
	word := s.Last + 1
	return s.First, word, p.FollowsBlank(word) && p.Tokens[word].Use&lexicon.CapitalWord != 0
}

// isNamedBehind reports whether the next name is the place directly after token i, or after a
// comma or "of": "the Syrian capital, Damascus", "the Syrian capital of Damascus".
func (p *parse) isNamedBehind(i int, next *toponym.Toponym) bool {
	return next.Role == toponym.RolePlace && (next.First == i+1 || next.First == i+2 && p.Tokens[i+1].Fold == "of")
}
