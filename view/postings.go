package view

import (
	"context"
	"slices"

	"dateline/geo"
	"dateline/query"
	"dateline/view/bitset"
	"dateline/work"
)

// postings are the posting lists in a box, each ascending: counting them costs coordinates, not
// features.
type postings [][]int32

// postingsOf returns the postings for a query that selects points by a box only; false for any
// other query.
func (l *Layer) postingsOf(q *query.Query) (lists postings, ok bool) {
	if q.BBox == nil || q.Datetime != nil || q.Filter != nil || len(q.Text) > 0 || q.Strict || q.NoCopies || l.Features.HasShapes() {
		return nil, false
	}
	for _, part := range geo.SplitAntimeridian(*q.BBox) {
		l.points.Search(l.Features.Window(part), func(positions []int32) bool {
			if len(positions) == 1 {
				positions = []int32{positions[0]} // the slice handed out is reused
			}
			lists = append(lists, positions)
			return len(lists) <= mostLists
		})
	}
	return lists, len(lists) <= mostLists
}

// mostLists is the number of coordinates above which a bitset of all features is faster than
// walking the lists.
const mostLists = 20_000

// page returns the first limit positions from one on, of n features in all, and whether others
// follow.
func (p postings) page(ctx context.Context, features, from, limit int) (out Page, more bool, err error) {
	if err := work.Spend(ctx, len(p)); err != nil {
		return Page{}, false, err
	}
	matched, rest := 0, make(postings, 0, len(p))
	for _, positions := range p {
		matched += len(positions)
		at, _ := slices.BinarySearch(positions, int32(max(from, 0)))
		if at < len(positions) {
			rest = append(rest, positions[at:])
		}
	}
	out.Matched, out.Numbers = matched, make([]int, 0, min(limit, matched))
	for begin, width := max(from, 0), firstWindow(features, matched, limit); begin < features && !more; begin, width = begin+width, 2*width {
		if err := work.Spend(ctx, len(rest)); err != nil {
			return Page{}, false, err
		}
		window := rest.take(begin, min(width, features-begin))
		for i := window.Next(0); i >= 0; i = window.Next(i + 1) {
			if len(out.Numbers) >= limit {
				more = true
				break
			}
			out.Numbers = append(out.Numbers, begin+i)
		}
	}
	return out, more, nil
}

// firstWindow returns the width of a window of positions that contains about limit+1 hits.
func firstWindow(features, matched, limit int) int {
	return int(min(float64(features), float64(features)/float64(max(matched, 1))*(float64(limit)+1)*1.1+64))
}

// take adds the listed positions in a window to a set.
func (p postings) take(begin, width int) bitset.Set {
	set, end := bitset.New(width), int32(begin+width)
	for n, positions := range p {
		k := 0
		for ; k < len(positions) && positions[k] < end; k++ {
			set.Set(int(positions[k]) - begin)
		}
		p[n] = positions[k:]
	}
	return set
}
