package postgis

import (
	"cmp"
	"context"
	"slices"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
	"dateline/work"
)

// groupsInTime yields the groups of parts by bins of time, for the selected days only.
func (x *tally) groupsInTime(ctx context.Context, tx *postgres.Tx, s *selection, c *coverage) error {
	keys, columns := x.keys()
	of, more := s.onGroups.clone(), []string{}
	if s.days != nil {
		more = append(more, mayOverlap(&of.SQL, *s.days))
	}
	b := &binner{tally: x, dayFilter: dayFilter{days: s.days}, bins: map[binKey]int{}, first: map[int32]int32{}}
	counter := work.Metered(ctx)
	var row rows.Row
	for cells, err := range tx.Rows(c.partGroupsSQL(of, `p."date_precision", p.days, p.geom, ''`+columns, more...), of.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(cells, 2, keys, &row); err != nil {
			return err
		}
		e, err := readEntries(cells)
		if err != nil {
			return err
		}
		if err := counter.Add(b.group(&row, e)); err != nil {
			return err
		}
	}
	return cmp.Or(counter.Flush(), x.built.Err())
}

// readEntries reads the precision of the dates of a group, and its entries.
func readEntries(c postgres.Cells) (e entries, err error) {
	if e.bytes = c.Raw(1); len(e.bytes)%counts.EntrySize != 0 {
		return e, errEntries
	}
	if !c.IsNull(0) {
		e.precision = schema.OfText(c.Text(0))
	}
	return e, nil
}

// binner counts the mentions of a group by bins.
type binner struct {
	*tally
	dayFilter
	bins  map[binKey]int // numbers in all of the bins of the group at hand
	all   []binCount
	first map[int32]int32 // of the bins of days
}

// binKey identifies a bin by its days, 0 for those not wanted.
type binKey struct{ date, published int32 }

type binCount struct {
	binKey
	n    int
	most float64
}

// group yields the mentions of a group by bins, and returns the cost in steps.
func (b *binner) group(row *rows.Row, e entries) int {
	clear(b.bins)
	b.all = b.all[:0]
	date, published, sure := b.index(eventDay), b.index(publishDay), b.index(confidence)
	for i := range e.len() {
		m := e.at(i)
		if !b.includes(m.date, e.precision) {
			continue
		}
		var key binKey
		if date >= 0 {
			key.date = b.bin(m.date)
		}
		if published >= 0 {
			key.published = b.bin(m.published)
		}
		n, known := b.bins[key]
		if !known {
			n = len(b.all)
			b.bins[key], b.all = n, append(b.all, binCount{binKey: key, most: m.confidence})
		}
		of := &b.all[n]
		of.n, of.most = of.n+1, max(of.most, m.confidence)
	}
	at := -1
	for _, of := range b.all {
		set := func(i int, v schema.Value) {
			if i >= 0 {
				row.Values[i] = v
			}
		}
		set(date, dayValue(of.date))
		set(published, dayValue(of.published))
		set(sure, schema.OfNumber(of.most))
		if b.start(row); at < 0 {
			at = b.built.Add()
		} else {
			b.built.Replace(at) // the previous one is no longer in use
		}
		b.with(b.built.At(at), of.n)
	}
	return stepsPerGroup + e.len()/entriesPerStep + len(b.all)
}

// entriesPerStep is how many entries of a group cost one step.
const entriesPerStep = 4

// index returns the index of a wanted property, -1 if it is not wanted.
func (b *binner) index(name string) int {
	if i := b.table.Index(name); slices.Contains(b.columns, i) {
		return i
	}
	return -1
}

func (b *binner) bin(day int32) int32 {
	if day == counts.NoDay {
		return day
	}
	first, known := b.first[day]
	if !known {
		first = int32(b.grouping.Bin(feature.Day(day)))
		b.first[day] = first
	}
	return first
}
