package spatial

import "dateline/geoparse/spatial/expr"

// polygonPhrase reads an area that is given by its corners, the first of which
// is name i: "the triangle of A, B and C", "the pocket formed by A, B and C",
// مثلث أ، ب، ج.
func (r *reader) polygonPhrase(i int) (Expression, bool) {
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
			f := Expression{First: at, Last: r.Names[items[len(items)-1]].Last, Kind: Pocket, Anchors: items}
			f.Tree = expr.Hull.Of(r.leaves(items)...)
			return f, true
		}
	}
	return Expression{}, false
}

// maxCornerWords is how many words may stand between the word for an area and
// its first corner: "the triangle that is formed by the towns of".
const maxCornerWords = 7

// isCornered reports whether token i is a word for an area with corners.
func (r *reader) isCornered(i int) bool {
	return r.Lex.Cornered[r.Tokens[i].Base] || r.RegionAt(i) == "pocket"
}
