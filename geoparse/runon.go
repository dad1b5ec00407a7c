package geoparse

import (
	"dateline/geoparse/event"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// sentencesApart returns the sentences of the text, also splitting those that run together
// without a full stop: "… to Rif Dimashq The town was retaken On 7 November 2013 …". A list of
// tags within the text is a sentence of its own.
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

// beginsTags reports whether a page's list of tags begins with token i: "Tags Syria Idlib".
func (p *parse) beginsTags(i int) bool {
	t := &p.Tokens[i]
	if !t.Shape.UpperCase() || i+1 >= len(p.Tokens) || !p.Lex.Tags[t.Fold] {
		return false
	}
	gap := p.Source[t.End:p.Tokens[i+1].Start]
	return gap == " " || gap == ": "
}

// beginsSeeAlso reports whether a page's list of related articles begins with token i: "See
// also: Battle of Homs".
func (p *parse) beginsSeeAlso(i int) bool {
	t := &p.Tokens[i]
	return t.Shape.UpperCase() && i+1 < len(p.Tokens) && p.Lex.BesidePairs[t.Fold] && p.Lex.BesidePairs[p.Tokens[i+1].Fold]
}

// maxTags is how many words a list of tags may have if nothing else ends it.
const maxTags = 14

// endsTags reports whether token i begins the sentence after the tags that begin with token
// tags.
func (p *parse) endsTags(i, tags int) bool {
	if i-tags > maxTags {
		return true
	}
	t := &p.Tokens[i]
	if t.Shape != token.Capital && len(t.Text) > 1 {
		return false // a tag such as US
	}
	fold := t.Fold
	return t.Shape.UpperCase() && (p.IsEnglishArticle(i) || p.Words[i]&lexicon.Preposition != 0 || p.Lex.Numbers[fold] > 0 || p.Lex.Amounts[fold] != "")
}

// runsOn reports whether a sentence begins with token i although the previous one was not ended:
// the word is capitalised only there, and the next is not.
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
