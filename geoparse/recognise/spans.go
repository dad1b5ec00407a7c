package recognise

import (
	"cmp"
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Given makes a name of each given span, in text order, and returns the index of each name's
// span.
func (r *Recogniser) Given(spans []token.Span) (asked []int) {
	asked = make([]int, len(spans))
	for i := range asked {
		asked[i] = i
	}
	slices.SortStableFunc(asked, func(i, j int) int { return cmp.Compare(spans[i].Start, spans[j].Start) })
	offsets := token.RuneOffsets(r.Source)
	for _, i := range asked {
		span := spans[i]
		s := toponym.Toponym{Start: token.ByteAt(r.Source, offsets, span.Start), End: token.ByteAt(r.Source, offsets, span.End), Role: toponym.RolePlace}
		s.First = min(r.TokenAt(s.Start), len(r.Tokens)-1)
		s.Last = max(s.First, r.TokenFrom(s.End)-1)
		s.Written = r.Source[s.Start:s.End]
		if len(r.Tokens) > 0 {
			r.lookUp(&s)
		}
		r.Names = append(r.Names, s)
	}
	return asked
}

// lookUp finds the candidates of a given span: by its whole name, as a demonym, without a final
// class word, by sound.
func (r *Recogniser) lookUp(s *toponym.Toponym) {
	s.Exact = true
	if s.Class = r.classBefore(s.First); s.Class == "" {
		s.Class, _ = r.classAfter(&toponym.Toponym{Last: s.Last})
	}
	if s.Hits = r.named(s.Written); len(s.Hits) > 0 {
		return
	}
	if country, ok := r.Demonym(s.Last); ok {
		s.Role, s.Hits = toponym.RoleDemonym, []gazetteer.Hit{{Ref: country, Name: s.Written}}
		return
	}
	if short := r.withoutClass(s); short != "" {
		if s.Hits = r.named(short); len(s.Hits) > 0 {
			s.Written = short
			return
		}
	}
	s.Exact = false
	if len(s.Written) <= toponym.MaxNameBytes {
		s.Hits = r.BySound(s.Written, toponym.MinSound)
	}
	if len(s.Hits) == 0 {
		r.lookInside(s)
	}
}

// maxSpanWords is how many words of a given span are searched for a place; a longer span is a
// sentence.
const maxSpanWords = 24

// lookInside resolves a given span to the place named in it: a hospital, university or road is
// in or near the town it is called after.
func (r *Recogniser) lookInside(s *toponym.Toponym) {
	last := min(s.Last, s.First+maxSpanWords-1)
	for words := min(last-s.First, toponym.MaxNameWords); words > 0; words-- {
		for first := s.First; first+words-1 <= last; first++ {
			if r.Words[first]&(lexicon.Stop|lexicon.Class|lexicon.Direction) != 0 {
				continue
			}
			start, end := max(r.Tokens[first].Start, s.Start), min(r.Tokens[first+words-1].End, s.End)
			if hits := r.named(r.Source[start:end]); len(hits) > 0 {
				s.Hits, s.Written = hits, r.Source[start:end]
				return
			}
		}
	}
}

// named returns the places with that name, ignoring case, diacritics and article, and in Arabic
// proclitics.
func (r *Recogniser) named(name string) []gazetteer.Hit {
	if len(name) > toponym.MaxNameBytes {
		return nil
	}
	hits, known := r.lookups[name]
	if !known {
		hits = r.lookNameUp(name)
		r.lookups[name] = hits
	}
	return hits
}

func (r *Recogniser) lookNameUp(name string) []gazetteer.Hit {
	for _, skip := range append([]int{0}, token.Clitics(name)...) {
		r.Step(1)
		if hits := r.Gaz.ByName(name[skip:]); len(hits) > 0 {
			return hits
		}
		if _, hits := r.joined(name[skip:]); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// withoutClass removes a class word from the end of a given span, or the beginning of an Arabic
// one, and records it.
func (r *Recogniser) withoutClass(s *toponym.Toponym) string {
	switch {
	case s.First == s.Last:
	case r.Tokens[s.First].Shape == token.Arabic && r.Words[s.First]&lexicon.Class != 0:
		s.Class = r.Tokens[s.First].Base
		return r.Source[r.Tokens[s.First+1].Start:s.End]
	case r.Words[s.Last]&lexicon.Class != 0:
		s.Class = r.Tokens[s.Last].Base
		return r.Source[s.Start:r.Tokens[s.Last-1].End]
	}
	return ""
}
