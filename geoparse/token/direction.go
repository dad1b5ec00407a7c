package token

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
	return t.bearing
}

// RegionAt returns the meaning of a word for a part or surroundings at token i.
func (x *Text) RegionAt(i int) string {
	if i < 0 || i >= len(x.Tokens) {
		return ""
	}
	return x.Tokens[i].Region
}

// RouteAt returns the meaning of a word for a route at token i, "" if it is none.
func (x *Text) RouteAt(i int) string {
	if i < 0 || i >= len(x.Tokens) {
		return ""
	}
	return x.Tokens[i].Route
}
