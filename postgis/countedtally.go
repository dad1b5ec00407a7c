package postgis

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"dateline/archive"
	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
	"dateline/work"
)

// The properties of each mention that groups of a part have in column days.
const (
	eventDay   = "date"
	publishDay = "published"
	confidence = "confidence"
)

// tellsOf reports whether the groups that are counted tell what a Tally counts by.
func (r *reader) tellsOf(by *view.Grouping) bool {
	return !by.ID && !by.Days && !slices.ContainsFunc(by.Columns, func(name string) bool {
		isDay := name == eventDay || name == publishDay
		return !r.groups.Has(name) && !(isDay && by.Bin != nil) && !(name == confidence && name == by.Most)
	})
}

// counted hands out what is counted of a selection, and then rows. Where days or a confidence
// are wanted, or mentions of some days only, groups of parts are asked, in no order.
func (x *tally) counted(ctx context.Context, tx *postgres.Tx, s *selection, c *covered) error {
	each := x.groups
	if x.grouping.Bin == nil && s.days == nil {
		if err := x.wholeGroups(ctx, tx, s, c); err != nil {
			return err
		}
		return each(ctx, tx, s, x.from()+s.with("p.fid > "+number(c.high)))
	}
	if err := x.groupsInTime(ctx, tx, s, c); err != nil {
		return err
	}
	for _, from := range c.left(x.reader) {
		if err := each(ctx, tx, s, " FROM "+from+s.clause()); err != nil {
			return err
		}
	}
	return nil
}

// keys returns the numbers of the properties that are wanted of groups, and lists these for
// SQL behind others.
func (x *tally) keys() (keys []int, listed string) {
	for _, i := range x.columns {
		if name := x.table.Properties[i].Name; x.reader.groups.Has(name) {
			keys, listed = append(keys, i), listed+", p."+quoted(name)
		}
	}
	return keys, listed
}

// wholeGroups hands out groups, in the order of the first mention of each.
func (x *tally) wholeGroups(ctx context.Context, tx *postgres.Tx, s *selection, c *covered) error {
	keys, columns := x.keys()
	sql := c.ofGroups(s.counted, "p.geom, ''"+columns+", p.n, p.fid", "p.geom, ''"+columns+", 1::bigint, p.fid")
	ordered := "SELECT * FROM (" + sql + ") x ORDER BY " + strconv.Itoa(len(keys)+4)
	counter := work.Metered(ctx)
	var row rows.Row
	for cells, err := range tx.Rows(ordered, s.counted.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(cells, 0, keys, &row); err != nil {
			return err
		}
		x.with(x.add(&row), int(cells.Int(2+len(keys))))
		if err := counter.Add(stepsPerGroup); err != nil {
			return err
		}
	}
	return cmp.Or(counter.Flush(), x.built.Err())
}

// read reads a geometry, an empty id, and properties.
func (x *tally) read(c postgres.Cells, from int, properties []int, row *rows.Row) error {
	row.Values = slices.Grow(row.Values[:0], len(x.table.Properties))[:len(x.table.Properties)]
	clear(row.Values)
	return archive.ReadRow(x.table, c, from, properties, row)
}

// add makes a feature of a row.
func (x *tally) add(row *rows.Row) feature.Feature {
	x.start(row)
	return x.built.At(x.built.Add())
}

func (x *tally) start(row *rows.Row) {
	x.built.Start(row.ID, row.Geometry, feature.Days{})
	for _, i := range x.columns {
		x.built.Value(row.Values[i])
	}
}

// groupsInTime hands out the groups of parts by bins of time, those of the days that are asked for.
func (x *tally) groupsInTime(ctx context.Context, tx *postgres.Tx, s *selection, c *covered) error {
	keys, columns := x.keys()
	of, more := s.counted.clone(), []string{}
	if s.days != nil {
		more = append(more, touches(&of.SQL, *s.days))
	}
	b := &binner{tally: x, asked: asked{days: s.days}, bins: map[binned]int{}, first: map[int32]int32{}}
	counter := work.Metered(ctx)
	var row rows.Row
	for cells, err := range tx.Rows(c.ofParts(of, `p."date_precision", p.days, p.geom, ''`+columns, more...), of.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(cells, 2, keys, &row); err != nil {
			return err
		}
		e, err := entriesOf(cells)
		if err != nil {
			return err
		}
		if err := counter.Add(b.group(&row, e)); err != nil {
			return err
		}
	}
	return cmp.Or(counter.Flush(), x.built.Err())
}

// entriesOf reads the precision of the days and these.
func entriesOf(c postgres.Cells) (e entries, err error) {
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
	asked
	bins  map[binned]int // numbers in all of the bins of the group at hand
	all   []inBin
	first map[int32]int32 // of the bins of days
}

// binned is what mentions of a bin have alike: days, 0 where they are not wanted.
type binned struct{ date, published int32 }

type inBin struct {
	binned
	n    int
	most float64
}

// group hands out the mentions of a group by bins, and returns what it costs in steps.
func (b *binner) group(row *rows.Row, e entries) int {
	clear(b.bins)
	b.all = b.all[:0]
	date, published, sure := b.index(eventDay), b.index(publishDay), b.index(confidence)
	for i := range e.len() {
		m := e.at(i)
		if !b.is(m.date, e.precision) {
			continue
		}
		var key binned
		if date >= 0 {
			key.date = b.bin(m.date)
		}
		if published >= 0 {
			key.published = b.bin(m.published)
		}
		n, known := b.bins[key]
		if !known {
			n = len(b.all)
			b.bins[key], b.all = n, append(b.all, inBin{binned: key, most: m.confidence})
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
			b.built.Replace(at) // nobody looks at the one before any more
		}
		b.with(b.built.At(at), of.n)
	}
	return stepsPerGroup + e.len()/entriesPerStep + len(b.all)
}

// entriesPerStep is how many mentions of a group are looked at in the time of a step.
const entriesPerStep = 4

// index returns the number of a property that is wanted, -1 for one that is not.
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

// Values counts the features that q selects by the values of properties, as view.Reader
// says.
func (r *reader) Values(ctx context.Context, q *query.Query, of, all []string, with func(property int, f feature.Feature, n int)) error {
	if whole, err := r.countedValues(ctx, q, of, all, with); whole || err != nil {
		return err
	}
	return r.Tally(ctx, q, view.Grouping{Columns: slices.Concat(all, of)}, func(f feature.Feature, n int) {
		for i := range of {
			with(i, f, n)
		}
	})
}

// countedValues is Values where all that is asked about a query is a role, of which there are
// sums; false where it is more.
func (r *reader) countedValues(ctx context.Context, q *query.Query, of, all []string, with func(property int, f feature.Feature, n int)) (whole bool, err error) {
	s, err := r.selection(q)
	if err != nil || s.counted == nil || q.BBox != nil || s.days != nil {
		return false, err
	}
	sums := r.ofRoles(q)
	if sums == nil || !slices.Equal(all, []string{roleName}) {
		return false, nil
	}
	err = r.look(ctx, func(tx *postgres.Tx) error {
		c, err := r.covered(tx)
		if whole = c != nil; !whole || err != nil {
			return err
		}
		for i, name := range of {
			x := r.tallied(view.Grouping{Columns: []string{roleName, name}}, func(f feature.Feature, n int) { with(i, f, n) })
			if r.groups.Has(name) {
				err = x.wholeGroups(ctx, tx, s, c)
			} else {
				err = x.sums(tx, name, sums)
			}
			if err == nil {
				err = x.groups(ctx, tx, s, r.from()+s.with("p.fid > "+number(c.high)))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return whole, err
}

const roleName = "role"

// ofRoles translates a query into conditions on roles alone; nil where it asks about more.
func (r *reader) ofRoles(q *query.Query) *selection {
	s := &selection{}
	s.Column = func(property string) string {
		if property != roleName {
			return ""
		}
		return r.column(property)
	}
	where, rest := q.Filter.SQL(&s.SQL)
	if s.where = where; rest != nil {
		return nil
	}
	return s
}

// sums hands out of how many mentions a property has each value, as counted with those that
// were changed since.
func (x *tally) sums(tx *postgres.Tx, property string, s *selection) error {
	p := x.table.Properties[x.table.Index(property)]
	changed := "(SELECT role, " + property + "::text AS value, n FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted))"
	sql := "SELECT NULL::geometry, '', p.role, p.value, sum(p.n)::bigint FROM (SELECT role, value, n FROM dateline_values WHERE property = '" + property + "' UNION ALL " + changed + ") p" +
		s.clause() + " GROUP BY p.role, p.value HAVING sum(p.n) > 0"
	var row rows.Row
	for c, err := range tx.Rows(sql, s.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(c, 0, []int{x.table.Index(roleName)}, &row); err != nil {
			return err
		}
		v := schema.Value{}
		if !c.IsNull(3) {
			if v = schema.OfText(c.Text(3)); p.Type == schema.Number {
				n, err := strconv.ParseFloat(c.Text(3), 64)
				if err != nil {
					return err
				}
				v = schema.OfNumber(n)
			}
		}
		row.Values[x.table.Index(property)] = v
		x.with(x.add(&row), int(c.Int(4)))
	}
	return nil
}
