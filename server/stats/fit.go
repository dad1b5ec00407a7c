package stats

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"dateline/server"
)

// errTooManySums ends a count whose sums are found to be too many for an answer.
var errTooManySums = errors.New("more sums than an answer may have")

// firstLook is after how many cells a count checks for the first time whether its sums can still
// fit an answer, which takes it as long as reading a tenth of them.
const firstLook = 3 * maxSums / 2

// fittingTally counts mentions and returns the requested bins or, if p allows, the next coarser
// ones whose sums fit an answer. A large archive is counted again with coarser bins once the
// finer ones are too many, since most of the time goes into handing out fine ones.
func fittingTally(p *params, count func(*params) (*tally, error)) (t *tally, by string, err error) {
	for _, finest := range bys()[slices.Index(bys(), p.by):] {
		of := *p
		of.by = finest
		if t, err = count(&of); errors.Is(err, errTooManySums) {
			continue
		}
		if err == nil {
			by, err = fewEnough(t, &of)
		}
		break
	}
	return t, by, err
}

// stopsAt returns the number of cells after which a count checks whether to stop: never where
// there are no coarser bins to count by instead.
func stopsAt(p *params) int {
	if bys := bys(); !p.coarser || p.by == bys[len(bys)-1] {
		return math.MaxInt
	}
	return firstLook
}

// isTooMuch reports whether the sums by bins of what has been counted so far, before sort, are too
// many for an answer.
func (t *tally) isTooMuch(by string) bool {
	keys, of := make([]uint64, 0, len(t.cells)), bin{}
	for _, c := range t.cells {
		if c.day != noDay && t.places[c.place] != "" {
			of = of.holding(c.day, by)
			keys = append(keys, keyOf(c.place, of.first))
		}
	}
	radixSort(keys)
	return len(slices.Compact(keys)) > maxSums
}

// fewEnough returns the requested bins or, if p allows, the next coarser ones whose sums fit an
// answer.
func fewEnough(t *tally, p *params) (by string, err error) {
	for _, by = range bys()[slices.Index(bys(), p.by):] {
		n := t.sums(by)
		if n <= maxSums {
			return by, nil
		}
		if err = tooMany(n, by); !p.coarser {
			break
		}
	}
	return "", err
}

// tooMany reports that there are too many sums, and how to request fewer: its Parameter is by,
// which distinguishes it from other errors.
func tooMany(n int, by string) *server.Problem {
	advice := "ask"
	if coarser := slices.Index(bys(), by) + 1; coarser < len(bys()) {
		advice = fmt.Sprintf("ask by=%s, or", bys()[coarser])
	}
	return server.BadParameter("by", "there are %d sums by %s, and an answer may have %d; %s for less by bbox, datetime or filter", n, by, maxSums, advice)
}
