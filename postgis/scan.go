package postgis

import (
	"slices"

	"dateline/archive/postgres"
)

// chooseScan chooses how the database reads a page of limit features after a fid, in the order of
// the archive: all rows in that order until the page is full, or the selected ones by another
// index, sorted. It decides by counts, which are more accurate than the planner's estimates, and
// adds conditions on fids to rows. As the second way sorts the selected rows of all partitions
// read, the caller queries the rows up to each of ends in turn, and then those after the last,
// until the page is full.
func (n *countResult) chooseScan(tx *postgres.Tx, rows *selection, from int64, limit int) (ends []int64, err error) {
	if n.of == 0 || n.n == 0 {
		return nil, nil
	}
	size, selected := max(1, n.of/int64(max(1, len(n.ends)))), int64(n.n)
	if n.ranges != nil {
		var seen int64
		if selected, seen = n.narrow(rows, from, limit); seen == 0 {
			return nil, nil
		}
		selected = selected * size / seen
	} else {
		selected = selected * size / n.of
	}
	if selected*selected >= int64(limit)*size {
		return nil, tx.Run("SET LOCAL enable_sort = off")
	}
	if n.ranges == nil {
		ends = n.stretches(from, limit)
	}
	return ends, tx.Run("SET LOCAL enable_indexscan = off") // leaves bitmap scans, which are sorted
}

// stretches divides the partitions after a fid, and returns the last fid of each stretch but the
// last. The first fills a page if the selected rows are spread evenly; each next one has twice as
// many partitions.
func (n *countResult) stretches(from int64, limit int) (ends []int64) {
	first, _ := slices.BinarySearch(n.ends, from+1)
	many := limit*len(n.ends)/n.n + 1
	for at := first + many - 1; at < len(n.ends)-1; at += many {
		ends = append(ends, n.ends[at])
		many *= 2
	}
	return ends
}

// narrow restricts the fids to the ranges that contain the page. It returns how many rows are
// selected there, and how many fids there are.
func (n *countResult) narrow(rows *selection, from int64, limit int) (selected, seen int64) {
	low := int64(-1)
	for _, p := range n.ranges {
		if p.n == 0 || p.high <= from {
			continue
		}
		if low < 0 {
			low = p.low
			rows.and("p.fid > " + number(low))
		}
		selected, seen = selected+int64(p.n), p.high-low
		if p.low < from { // an unknown number of these precede the page
			continue
		}
		if limit -= p.n; limit <= 0 {
			rows.and("p.fid <= " + number(p.high))
			return selected, seen
		}
	}
	if low < 0 && len(n.ranges) > 0 {
		rows.and("p.fid > " + number(n.ranges[len(n.ranges)-1].high))
	}
	return selected, seen
}
