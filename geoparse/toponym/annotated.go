package toponym

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// Annotated is a text with the toponyms recognised in it, and the gazetteer to look them up in.
type Annotated struct {
	*token.Text
	Gaz    *gazetteer.Gazetteer
	Names  []Toponym // in the order of the text, without overlaps unless spans were given
	NameOf []int32   // of each token: the name it belongs to, -1 for none; see NoteNames
}

// NoteNames notes of each token which spotted name it belongs to.
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

// Between returns the text between name i and the next; a NUL when they
// overlap, as spans that were asked for may.
func (p *Annotated) Between(i int) string {
	p.Step(1)
	if p.Names[i+1].Start < p.Names[i].End {
		return "\x00"
	}
	return p.Source[p.Names[i].End:p.Names[i+1].Start]
}

// HasPrefix reports whether و, ب or their like is written together with the
// first word of a name, which cuts it off from the word before.
func (p *Annotated) HasPrefix(s *Toponym) bool { return s.Start > p.Tokens[s.First].Start }

// WordAfter returns what the lexicon says of the n-th word after the name, 0
// when punctuation stands between.
func (p *Annotated) WordAfter(s *Toponym, n int) lexicon.Set {
	for i := s.Last + 1; i <= s.Last+n; i++ {
		if i >= len(p.Tokens) || p.Breaks(i-1) {
			return 0
		}
	}
	return p.Words[s.Last+n]
}

// EndsPhrase reports whether no noun follows a name, of which the article before
// it would be: not "across the Damascus suburbs", nor "across the Iraq-Syria border".
func (p *Annotated) EndsPhrase(s *Toponym) bool {
	i := s.Last + 1
	return i >= len(p.Tokens) || p.Breaks(s.Last) && !p.IsHyphen(s.Last) || !p.IsHyphen(s.Last) && p.Words[i]&(lexicon.Preposition|lexicon.Stop|lexicon.Say) != 0
}

func (p *Annotated) IsPlaceRole(i int) bool {
	role := p.Names[i].Role
	return role == RolePlace || role == RoleMetonym
}

// IsCode reports whether a token is a letter or two and a number, as roads and
// bases are called: M4, T4.
func (p *Annotated) IsCode(i int) bool {
	text := p.Tokens[i].Text
	return p.Tokens[i].Shape.UpperCase() && strings.ContainsAny(text, "0123456789") && len(text) <= LongestAbbreviation
}
