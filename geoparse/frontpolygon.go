package geoparse

// polygonPhrase reads an area that is given by its corners, the first of which
// is name i: "the triangle of A, B and C", "the pocket formed by A, B and C",
// مثلث أ، ب، ج.
func (p *parse) polygonPhrase(i int) (phrase, bool) {
	if p.lastOfList(i) < i+2 {
		return phrase{}, false
	}
	first := p.spots[i].first
	for at := first - 1; at >= max(0, first-maxCornerWords) && !p.breaks(at); at-- {
		if p.isCornered(at) {
			items := p.list(i)
			if p.repeats(items) {
				break
			}
			f := phrase{first: at, last: p.spots[items[len(items)-1]].last, kind: Pocket, anchors: items}
			f.tree = OpHull.of(p.leaves(items)...)
			return f, true
		}
	}
	return phrase{}, false
}

// maxCornerWords is how many words may stand between the word for an area and
// its first corner: "the triangle that is formed by the towns of".
const maxCornerWords = 7

// isCornered reports whether token i is a word for an area with corners.
func (p *parse) isCornered(i int) bool {
	switch p.tokens[i].base {
	case "triangle", "square", "quadrangle", "quadrilateral", "pentagon", "polygon", "مثلث", "مربع":
		return true
	}
	return p.regionAt(i) == "pocket"
}
