package geoparse

// maxAnchors is how many places one expression is drawn from at most. Of a longer
// list it takes the places next to the word that makes it an expression; a line
// through so many is no axis, and their union costs more with each.
const maxAnchors = 32

// readLists notes of each name whether a front can be drawn from it, and where
// the list and the chain end that begin with it.
func (p *parse) readLists() {
	n := len(p.spots)
	p.anchoring, p.listEnd, p.chainEnd = make([]bool, n), make([]int32, n), make([]int32, n)
	for i := n - 1; i >= 0; i-- {
		p.anchoring[i] = p.canAnchor(i)
		p.listEnd[i], p.chainEnd[i] = int32(i), int32(i)
		if i+1 == n || !p.anchoring[i+1] {
			continue
		}
		gap := p.between(i)
		if isListGap(gap) {
			p.listEnd[i] = p.listEnd[i+1]
		}
		if p.spots[i+1].first == p.spots[i].last+1 && isDash(gap) {
			p.chainEnd[i] = p.chainEnd[i+1]
		}
	}
}

// lastOfList returns the last name of the list that begins with name i: "A, B and
// C".
func (p *parse) lastOfList(i int) int { return min(int(p.listEnd[i]), i+maxAnchors-1) }

// lastOfChain returns the last name of the chain that begins with name i: "A-B-C".
func (p *parse) lastOfChain(i int) int { return min(int(p.chainEnd[i]), i+maxAnchors-1) }

// list returns the names of the list that begins with name i.
func (p *parse) list(i int) []int { return p.names(i, p.lastOfList(i)) }

// names are the names from one to another.
func (p *parse) names(first, last int) []int {
	p.step(last - first + 1)
	items := make([]int, 0, last-first+1)
	for i := first; i <= last; i++ {
		items = append(items, i)
	}
	return items
}
