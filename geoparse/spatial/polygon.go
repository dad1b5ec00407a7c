package spatial

import "dateline/geoparse/spatial/expr"

// polygonPhrase parses an area given by its corners, the first of which is name i: "the triangle
// of A, B and C", "the pocket formed by A, B and C", مثلث أ، ب، ج, "the A-B-C triangle".
func (r *expressionReader) polygonPhrase(i int) (Expression, bool) {
	if last := max(r.lastOfList(i), r.lastOfChain(i)); last >= i+2 {
		if items, after := r.names(i, last), r.Names[last].Last+1; r.FollowsBlank(after) && r.isCornered(after) && !r.repeats(items) {
			return r.polygon(r.Names[i].First, after, items), true
		}
	}
	if r.lastOfList(i) < i+2 {
		return Expression{}, false
	}
	first := r.Names[i].First
	for at := first - 1; at >= max(0, first-1-maxCornerWords) && !r.Breaks(at); at-- {
		if r.isCornered(at) {
			items := r.list(i)
			if r.repeats(items) {
				break
			}
			return r.polygon(at, r.Names[items[len(items)-1]].Last, items), true
		}
	}
	return Expression{}, false
}

// polygon returns the expression for the area between the corners.
func (r *expressionReader) polygon(first, last int, items []int) Expression {
	return Expression{First: first, Last: last, Kind: Pocket, Anchors: items, Tree: expr.Hull.Of(r.leaves(items)...)}
}

// maxCornerWords is how many words may separate the word for an area and its first corner: "the
// triangle that is formed by the towns of".
const maxCornerWords = 7

// isCornered reports whether token i is a word for an area with corners.
func (r *expressionReader) isCornered(i int) bool {
	return r.Lex.Cornered[r.Tokens[i].Base] || r.RegionAt(i) == "pocket"
}
