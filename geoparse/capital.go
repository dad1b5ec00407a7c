package geoparse

import (
	"dateline/geoparse/event"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// eventCapitals returns the capitals that a text calls by their country, "the Syrian
// capital", "العاصمة السورية", and not by their names beside it.
func (p *parse) eventCapitals() []namedPlace {
	var out []namedPlace
	for i := range p.Names {
		s := &p.Names[i]
		if !p.isOfCapital(s) {
			continue
		}
		first, last := p.capitalOf(s)
		country, _ := p.Demonym(s.Last)
		of := p.Gaz.Place(country)
		ref, ok := p.Gaz.Capital(of.Country)
		if !ok || i+1 < len(p.Names) && p.isNamedBehind(last, &p.Names[i+1]) {
			continue
		}
		place := p.Gaz.Place(ref)
		out = append(out, namedPlace{Range: event.Range{Start: p.Tokens[first].Start, End: p.Tokens[last].End}, size: sizeOfPlace(&place), place: &place, point: place.Point, known: true})
	}
	return out
}

// isOfCapital reports whether a people stands for its country beside the word for a capital.
func (p *parse) isOfCapital(s *toponym.Toponym) bool {
	if s.Role != toponym.RoleDemonym {
		return false
	}
	first, _ := p.capitalOf(s)
	return first >= 0
}

// capitalOf returns the tokens of a people and the word for a capital beside it: behind it in
// English, before it in Arabic; -1 where there is none.
func (p *parse) capitalOf(s *toponym.Toponym) (first, last int) {
	if p.Tokens[s.Last].Shape == token.Arabic {
		if i := s.First - 1; i >= 0 && p.Lex.Capitals[p.Tokens[i].Fold] && p.Gap(i) == " " {
			return i, s.Last
		}
		return -1, -1
	}
	if i := s.Last + 1; i < len(p.Tokens) && p.Lex.Capitals[p.Tokens[i].Fold] && p.Gap(s.Last) == " " {
		return s.First, i
	}
	return -1, -1
}

// isNamedBehind reports whether the next name is that of a place right behind token i, at most
// a comma or "of" between: "the Syrian capital, Damascus", "the Syrian capital of Damascus".
func (p *parse) isNamedBehind(i int, next *toponym.Toponym) bool {
	return next.Role == toponym.RolePlace && (next.First == i+1 || next.First == i+2 && p.Tokens[i+1].Fold == "of")
}
