package geoparse

import (
	"dateline/geoparse/event"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// sentencesApart returns the sentences of the text, those that run together without a
// full stop apart: "… to Rif Dimashq The town was retaken On 7 November 2013 …". A list
// of tags that a page left in its text is one by itself.
func (p *parse) sentencesApart() []event.Range {
	out := make([]event.Range, 0, len(p.Sentences))
	t := 0
	for _, s := range p.Sentences {
		start, tags := s.Start, -1
		for t < len(p.Tokens) && p.Tokens[t].Start < start {
			t++
		}
		for first := t; t < len(p.Tokens) && p.Tokens[t].Start < s.End; t++ {
			begins := p.runsOn(t)
			switch {
			case p.beginsSeeAlso(t):
				begins = true
			case p.beginsTags(t):
				begins, tags = true, t
			case tags >= 0:
				if begins = p.endsTags(t, tags); begins {
					tags = -1
				}
			}
			if begins && t > first {
				out = append(out, event.Range{Start: start, End: p.Tokens[t-1].End})
				start = p.Tokens[t].Start
			}
		}
		out = append(out, event.Range{Start: start, End: s.End})
	}
	return out
}

// beginsTags reports whether the tags of a page begin with token i: "Tags Syria Idlib".
func (p *parse) beginsTags(i int) bool {
	t := &p.Tokens[i]
	if !t.Shape.UpperCase() || i+1 >= len(p.Tokens) || !p.Lex.Tags[t.Fold] {
		return false
	}
	gap := p.Source[t.End:p.Tokens[i+1].Start]
	return gap == " " || gap == ": "
}

// beginsSeeAlso reports whether what a page names beside its text begins with token i:
// "See also: Battle of Homs".
func (p *parse) beginsSeeAlso(i int) bool {
	t := &p.Tokens[i]
	return t.Shape.UpperCase() && i+1 < len(p.Tokens) && p.Lex.BesidePairs[t.Fold] && p.Lex.BesidePairs[p.Tokens[i+1].Fold]
}

// maxTags is how many words a list of tags has at most that nothing else ends.
const maxTags = 14

// endsTags reports whether a sentence begins with token i behind the tags that begin
// with token tags.
func (p *parse) endsTags(i, tags int) bool {
	if i-tags > maxTags {
		return true
	}
	t := &p.Tokens[i]
	if t.Shape != token.Capital && len(t.Text) > 1 {
		return false // US, of a list of tags
	}
	fold := t.Fold
	return t.Shape.UpperCase() && (p.IsEnglishArticle(i) || p.Words[i]&lexicon.Preposition != 0 || p.Lex.Numbers[fold] > 0 || p.Lex.Amounts[fold] != "")
}

// runsOn reports whether a sentence begins with token i though nothing ends the one
// before: a word that is written with a capital only there, before one that has none.
func (p *parse) runsOn(i int) bool {
	t := &p.Tokens[i]
	if t.Use&(lexicon.Opener|lexicon.DateOpener) == 0 || i == 0 || !t.Shape.UpperCase() || i+1 >= len(p.Tokens) || p.Source[p.Tokens[i-1].End:t.Start] != " " {
		return false
	}
	next := &p.Tokens[i+1]
	if p.Source[t.End:next.Start] != " " {
		return false
	}
	isFigure := next.Text[0] >= '0' && next.Text[0] <= '9'
	if t.Use&lexicon.Opener != 0 {
		return !next.Shape.UpperCase() && !isFigure
	}
	return isFigure || p.Words[i+1]&lexicon.Calendar != 0 || p.Lex.BeforeMonths[next.Fold]
}
