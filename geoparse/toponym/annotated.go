package toponym

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// Annotated is a text with its recognised toponyms, and the gazetteer in use.
type Annotated struct {
	*token.Text
	Gaz    *gazetteer.Gazetteer
	Names  []Toponym // in text order; they overlap only if spans were given
	NameOf []int32   // of each token: the name it belongs to, -1 for none; set by NoteNames
}

// NoteNames sets NameOf.
func (p *Annotated) NoteNames() {
	p.NameOf = make([]int32, len(p.Tokens))
	for i := range p.NameOf {
		p.NameOf[i] = -1
	}
	for k := range p.Names {
		for i := p.Names[k].First; i <= p.Names[k].Last; i++ {
			p.NameOf[i] = int32(k)
		}
	}
}

// Between returns the text between name i and the next; a NUL if they overlap, as given spans
// may.
func (p *Annotated) Between(i int) string {
	p.Step(1)
	if p.Names[i+1].Start < p.Names[i].End {
		return "\x00"
	}
	return p.Source[p.Names[i].End:p.Names[i+1].Start]
}

// HasPrefix reports whether a proclitic such as و or ب is written together with the first word
// of a name, which separates it from the word before.
func (p *Annotated) HasPrefix(s *Toponym) bool { return s.Start > p.Tokens[s.First].Start }

// WordAfter returns the classes of the n-th word after the name, 0 if punctuation intervenes.
func (p *Annotated) WordAfter(s *Toponym, n int) lexicon.Set {
	for i := s.Last + 1; i <= s.Last+n; i++ {
		if i >= len(p.Tokens) || p.Breaks(i-1) {
			return 0
		}
	}
	return p.Words[s.Last+n]
}

// EndsPhrase reports whether no noun follows to which an article before the name would belong,
// as in "across the Damascus suburbs" and "across the Iraq-Syria border".
func (p *Annotated) EndsPhrase(s *Toponym) bool {
	i := s.Last + 1
	return i >= len(p.Tokens) || p.Breaks(s.Last) && !p.IsHyphen(s.Last) || !p.IsHyphen(s.Last) && p.Words[i]&(lexicon.Preposition|lexicon.Stop|lexicon.Say) != 0
}

func (p *Annotated) IsPlaceRole(i int) bool {
	role := p.Names[i].Role
	return role == RolePlace || role == RoleMetonym
}

// IsCode reports whether a token is a code of a road or base, one or two letters and a number:
// M4, T4.
func (p *Annotated) IsCode(i int) bool {
	text := p.Tokens[i].Text
	return p.Tokens[i].Shape.UpperCase() && strings.ContainsAny(text, "0123456789") && len(text) <= LongestAbbreviation
}
