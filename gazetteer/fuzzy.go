package gazetteer

import "slices"

// fuzzyDistance is how many edits apart names may be; short ones less.
const fuzzyDistance = 2

// fuzzy returns the places with a name within fuzzyDistance edits of the folded
// name: only one for names of less than six letters, none for less than three.
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

// within returns the numbers of the folded names within so many edits of
// target. It walks the sorted names as the trie that they are: rows of
// Levenshtein's table are kept for the common prefix of neighbours, and where
// a prefix is already too far all names that begin with it are skipped. What it
// looks at grows with the number of prefixes within the edits, hardly with that
// of the names.
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
			i = x.leap(i, string(prefix))
			continue
		}
		if rows[len(prefix)][len(target)] <= edits {
			found = append(found, i)
		}
		i++
	}
	return found
}

// leap returns the number of the first folded name behind i that does not begin
// with prefix, as name i does. Most often it is near: the steps double until it
// is passed, then halve.
func (x *Index) leap(i int, prefix string) int {
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
