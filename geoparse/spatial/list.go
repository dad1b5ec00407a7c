package spatial

import "dateline/geoparse/token"

// maxAnchors is the maximum number of anchors of one expression. Of a longer list the places
// closest to the expression's words are used: a line through so many is not an axis, and unions
// get more costly with each.
const maxAnchors = 32

// readLists determines which names can be anchors, and the last names of their lists and chains.
func (r *expressionReader) readLists() {
	n := len(r.Names)
	r.listEnd, r.chainEnd = make([]int32, n), make([]int32, n)
	for i := n - 1; i >= 0; i-- {
		r.listEnd[i], r.chainEnd[i] = int32(i), int32(i)
		if i+1 == n || !r.in.Names[i+1].Anchors {
			continue
		}
		gap := r.Between(i)
		if token.IsListGap(gap) {
			r.listEnd[i] = r.listEnd[i+1]
		}
		if r.Names[i+1].First == r.Names[i].Last+1 && isDash(gap) {
			r.chainEnd[i] = r.chainEnd[i+1]
		}
	}
}

// lastOfList returns the last name of the list that begins with name i: "A, B and C".
func (r *expressionReader) lastOfList(i int) int { return min(int(r.listEnd[i]), i+maxAnchors-1) }

// lastOfChain returns the last name of the chain that begins with name i: "A-B-C".
func (r *expressionReader) lastOfChain(i int) int { return min(int(r.chainEnd[i]), i+maxAnchors-1) }

// list returns the names of the list that begins with name i.
func (r *expressionReader) list(i int) []int { return r.names(i, r.lastOfList(i)) }

// names returns the indexes from first to last.
func (r *expressionReader) names(first, last int) []int {
	r.Step(last - first + 1)
	items := make([]int, 0, last-first+1)
	for i := first; i <= last; i++ {
		items = append(items, i)
	}
	return items
}
