package postgis

import (
	"slices"

	"dateline/archive/postgres"
)

// way makes the database read a page of limit features in the order of the archive, starting
// behind a fid, in the faster of two ways: all rows in their order until the page is full, or
// the selected ones by an index, sorted. It decides by counts, which are more accurate than the
// planner's estimates, and adds conditions on fids to rows. With an index the database would
// sort what is selected in all partitions, so it is to be asked for the rows up to each of
// ends, and then for those behind the last, until the page is full.
func (n *counted) way(tx *postgres.Tx, rows *selection, from int64, limit int) (ends []int64, err error) {
	if n.of == 0 || n.n == 0 {
		return nil, nil
	}
	size, selected := max(1, n.of/int64(max(1, len(n.ends)))), int64(n.n)
	if n.parts != nil {
		var seen int64
		if selected, seen = n.within(rows, from, limit); seen == 0 {
			return nil, nil
		}
		selected = selected * size / seen
	} else {
		selected = selected * size / n.of
	}
	if selected*selected >= int64(limit)*size {
		return nil, tx.Run("SET LOCAL enable_sort = off")
	}
	if n.parts == nil {
		ends = n.stretches(from, limit)
	}
	return ends, tx.Run("SET LOCAL enable_indexscan = off") // that leaves bitmaps, which are sorted
}

// stretches returns the last fids of stretches of partitions behind a fid, but for that of the
// last: the first would be enough for a page if the selected ones were spread evenly, and each
// of the others has twice as many partitions as the one before.
func (n *counted) stretches(from int64, limit int) (ends []int64) {
	first, _ := slices.BinarySearch(n.ends, from+1)
	many := limit*len(n.ends)/n.n + 1
	for at := first + many - 1; at < len(n.ends)-1; at += many {
		ends = append(ends, n.ends[at])
		many *= 2
	}
	return ends
}

// within restricts the fids to the parts that hold a page, and returns how many features are
// selected there, of how many rows.
func (n *counted) within(rows *selection, from int64, limit int) (selected, seen int64) {
	low := int64(-1)
	for _, p := range n.parts {
		if p.n == 0 || p.high <= from {
			continue
		}
		if low < 0 {
			low = p.low
			rows.and("p.fid > " + number(low))
		}
		selected, seen = selected+int64(p.n), p.high-low
		if p.low < from { // an unknown number of them precede the page
			continue
		}
		if limit -= p.n; limit <= 0 {
			rows.and("p.fid <= " + number(p.high))
			return selected, seen
		}
	}
	if low < 0 && len(n.parts) > 0 {
		rows.and("p.fid > " + number(n.parts[len(n.parts)-1].high))
	}
	return selected, seen
}
