package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// How many folded names with the same prefix are considered, best known first: enough for the
// few results, and more when places elsewhere or far away don't count.
const (
	prefixScan       = 256
	prefixScanWished = 8192
)

// beginning returns the places with a name that starts with folded.
func (g *Gazetteer) beginning(folded string, w LookupOptions) []Hit {
	scan := max(prefixScan, 4*w.Limit)
	if len(w.Countries) > 0 || w.Near != nil {
		scan = max(prefixScanWished, scan)
	}
	var hits []Hit
	var buf []int
	for layer, x := range g.layers {
		lo, hi := x.prefixRange(folded, anyByte)
		for _, i := range x.bestKnown(lo, hi, scan) {
			for _, name := range x.foldNames(buf[:0], i) {
				hits = append(hits, g.hit(layer, name))
			}
		}
	}
	return hits
}

// bestKnown returns the numbers of the n folded names in [lo, hi) with the best known places, in
// order. It reads a byte for each name.
func (x *Index) bestKnown(lo, hi, n int) []int {
	ranks := x.sec[secFoldRanks][lo:hi]
	var count [256]int
	for _, r := range ranks {
		count[r]++
	}
	least, better := 255, 0 // the rank that is only partly included, and how many are above it
	for least > 0 && better+count[least] < n {
		better += count[least]
		least--
	}
	ties := n - better
	best := make([]int, 0, min(n, len(ranks)))
	for i, r := range ranks {
		if int(r) == least && ties > 0 {
			ties--
			best = append(best, lo+i)
		} else if int(r) > least {
			best = append(best, lo+i)
		}
	}
	return best
}

// Completions rank by how well known they are. Lesser factors are whether the article is written
// as in the name, whether the query ends with a word, and what share of the name it is.
const (
	qualityPrefix = 0.5
	qualityShare  = 0.06
	qualitySpelt  = 0.1
	qualityWord   = 0.05
)

// completion returns how close a query is to the name that it begins.
func completion(written, name string) float64 {
	w, n := bare(written), bare(name)
	quality := qualityPrefix + qualityShare*min(1, float64(utf8.RuneCountInString(w))/float64(utf8.RuneCountInString(n)))
	rest, same := strings.CutPrefix(n, w)
	if same {
		quality += qualitySpelt
	}
	if same && strings.HasPrefix(rest, " ") {
		quality += qualityWord
	}
	return quality
}
