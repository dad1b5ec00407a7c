package postgis

import "dateline/archive/postgres"

// way makes the database read a page of limit features in the order of the archive, starting
// behind a fid, in the faster of two ways: all rows of a partition in their order until the page is full, or the
// selected ones by an index, sorted. It decides by counts, which are more accurate than the
// planner's estimates, and adds conditions on fids to rows.
func (n *counted) way(tx *postgres.Tx, rows *selection, from, limit int) error {
	if n.of == 0 || n.n == 0 {
		return nil
	}
	size, selected := max(1, n.of/n.partitions), int64(n.n)
	if n.parts != nil {
		var seen int64
		if selected, seen = n.within(rows, int64(from), limit); seen == 0 {
			return nil
		}
		selected = selected * size / seen
	} else {
		selected = selected * size / n.of
	}
	if selected*selected < int64(limit)*size {
		return tx.Run("SET LOCAL enable_indexscan = off") // that leaves bitmaps, which are sorted
	}
	return tx.Run("SET LOCAL enable_sort = off")
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
