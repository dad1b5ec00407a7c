package recognise

import (
	"cmp"
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Given makes a name of each span that was asked for, in the order of the text, and
// returns which span each is.
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

// lookUp fills a given span with the places it can mean: by its whole name,
// as a demonym, without a class word at its end, by its sound.
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

// maxSpanWords is how many words of a given span are looked through for a place
// that is named in it: what has more is a sentence.
const maxSpanWords = 24

// lookInside takes a given span for the place that is named in it: a hospital,
// a university, a road is somewhere in or near the town it is called after.
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

// named returns the places that have the name but for case, marks and article,
// in Arabic also those that have it without what is written together with it.
func (r *Recogniser) named(name string) []gazetteer.Hit {
	if len(name) > toponym.MaxNameBytes {
		return nil
	}
	hits, known := r.looked[name]
	if !known {
		hits = r.lookNameUp(name)
		r.looked[name] = hits
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

// withoutClass cuts a class word off the end of a given span, or off the
// beginning of an Arabic one, and notes it.
func (r *Recogniser) withoutClass(s *toponym.Toponym) string {
	switch {
	case s.First == s.Last:
	case r.Tokens[s.First].Shape == token.Arabic && r.Words[s.First]&lexicon.Class != 0:
		s.Class = r.Tokens[s.First].Base
		return r.Source[r.Tokens[s.First+1].Start:s.End]
	case r.Words[s.Last]&lexicon.Class != 0:
		s.Class = r.Tokens[s.Last].Fold
		return r.Source[s.Start:r.Tokens[s.Last-1].End]
	}
	return ""
}
