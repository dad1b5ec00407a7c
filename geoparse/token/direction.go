package token

import "dateline/gazetteer"

// BearingAt returns the direction at token i as in the lexicon: degrees, "centre", "far"; "" if
// it is none.
func (x *Text) BearingAt(i int) string {
	if i < 0 || i >= len(x.Tokens) {
		return ""
	}
	t := &x.Tokens[i]
	if t.Shape.UpperCase() && x.IsUnit(i-1) {
		if word := x.Lex.Compass[t.Fold]; word != "" {
			return word
		}
	}
	if word := x.Lex.Bearings[t.Base]; word != "" || t.Shape != Arabic {
		return word
	}
	return x.Lex.Bearings[gazetteer.FoldWord(WithoutAnd(t.Text))]
}

// RegionAt returns the meaning of a word for a part or surroundings at token i.
func (x *Text) RegionAt(i int) string {
	if i < 0 || i >= len(x.Tokens) {
		return ""
	}
	return x.Lex.Regions[x.Tokens[i].Base]
}

// RouteAt returns the meaning of a word for a route at token i, "" if it is none.
func (x *Text) RouteAt(i int) string {
	if i < 0 || i >= len(x.Tokens) {
		return ""
	}
	return x.Lex.Routes[x.Tokens[i].Base]
}
