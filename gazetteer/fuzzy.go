package gazetteer

import "slices"

// fuzzyDistance is the maximum number of edits; fewer for short names.
const fuzzyDistance = 2

// fuzzy returns the places with a name within fuzzyDistance edits of the folded name: one edit
// for names of fewer than six letters, none for fewer than three.
func (g *Gazetteer) fuzzy(folded string) []Hit {
	target := []rune(folded)
	edits := min(fuzzyDistance, len(target)/3)
	if edits == 0 {
		return nil
	}
	var hits []Hit
	var buf []int
	for layer, x := range g.layers {
		for _, i := range x.within(target, edits) {
			for _, name := range x.foldNames(buf[:0], i) {
				hits = append(hits, g.hit(layer, name))
			}
		}
	}
	return hits
}

// within returns the numbers of the folded names within an edit distance of target. It walks the
// sorted names as a trie: rows of Levenshtein's table are shared for the common prefix of
// neighbours, and a prefix that is already too far skips all its names. The cost grows with the
// number of prefixes within the distance, hardly with that of the names.
func (x *Index) within(target []rune, edits int) []int {
	var found []int
	var prefix []rune
	rows := [][]int{firstRow(len(target))}
	for i := 0; i < x.folds(); {
		name := []rune(x.fold(i))
		prefix = name[:commonPrefix(prefix, name)]
		for len(prefix) < len(name) && slices.Min(rows[len(prefix)]) <= edits {
			n := len(prefix)
			if len(rows) == n+1 {
				rows = append(rows, make([]int, len(target)+1))
			}
			nextRow(rows[n+1], rows[n], name[n], target)
			prefix = name[:n+1]
		}
		if slices.Min(rows[len(prefix)]) > edits {
			i = x.skipTo(i, string(prefix))
			continue
		}
		if rows[len(prefix)][len(target)] <= edits {
			found = append(found, i)
		}
		i++
	}
	return found
}

// skipTo returns the number of the first folded name after i that does not share name i's prefix,
// by galloping search, as it is usually near.
func (x *Index) skipTo(i int, prefix string) int {
	n, step := x.folds(), 1
	for i+step < n && hasPrefix(x.fold(i+step), prefix) {
		i += step
		step *= 2
	}
	to := min(i+step, n)
	for i++; i < to; {
		if middle := (i + to) / 2; hasPrefix(x.fold(middle), prefix) {
			i = middle + 1
		} else {
			to = middle
		}
	}
	return i
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func commonPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
