package export

import (
	"encoding/binary"
	"math"
)

// flatNode is a node of the R-tree: a leaf has the offset of its feature, another node the index
// of its first child.
type flatNode struct {
	box [4]float64 // west, south, east, north
	at  uint64
}

// nowhere is the box of a feature without geometry: it intersects no other, and widens none.
func nowhere() [4]float64 {
	return [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func join(a, b [4]float64) [4]float64 {
	return [4]float64{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

const flatNodeSize = 16 // children of a node

// packTree puts the inner nodes before the leaves, level by level from the root.
func packTree(leaves []flatNode) []flatNode {
	if len(leaves) == 0 {
		return nil
	}
	sizes := []int{len(leaves)}
	for n := len(leaves); n > 1 || len(sizes) == 1; {
		n = (n + flatNodeSize - 1) / flatNodeSize
		sizes = append(sizes, n)
	}
	total := 0
	for _, n := range sizes {
		total += n
	}
	tree := make([]flatNode, total)
	start := total - len(leaves) // of the level below
	copy(tree[start:], leaves)
	for i, n := range sizes[1:] {
		level, below := tree[start-n:start], tree[start:start+sizes[i]]
		for j := range level {
			first := j * flatNodeSize
			level[j] = flatNode{nowhere(), uint64(start + first)}
			for _, child := range below[first:min(first+flatNodeSize, len(below))] {
				level[j].box = join(level[j].box, child.box)
			}
		}
		start -= n
	}
	return tree
}

// appendTree appends the nodes in the format of the file.
func appendTree(b []byte, tree []flatNode) []byte {
	for _, n := range tree {
		for _, v := range n.box {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
		b = binary.LittleEndian.AppendUint64(b, n.at)
	}
	return b
}
