// Package rindex finds features by where they are, through R-trees (Guttman
// 1984, as github.com/tidwall/rtree builds them).
//
// Points indexes the points of a Table. What a gazetteer places lies on few
// coordinates, a million mentions on some thousands of them, so it holds an
// entry for each distinct coordinate, with the list of the features there (its
// posting list) and what they have alike. A box or a tile costs its coordinates
// and not its features:
//
//	points := new(rindex.Points).Grow(table, 0)
//	points.Search(table.Window(bound), func(positions []int32) bool { … })
//
// Bounds indexes lines and areas by their bounds.
//
// Both are immutable and safe for concurrent use. Grow makes a greater one that
// shares most of its memory with the one before: nodes of the tree are copied
// when they are written to, and lists are appended to behind what older ones
// see. So each must be grown from at most once.
package rindex
