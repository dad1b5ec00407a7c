package archive

import (
	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// contents checks what the tables of a GeoPackage say of a layer with the given bounds.
func (v *verification) contents(layer string, bound *orb.Bound) error {
	return v.unread("what the file says of the layer "+layer, v.registered(layer, bound))
}

func (v *verification) registered(layer string, bound *orb.Bound) error {
	registered, err := v.selectCount(selectContents, func(r *rowWriter) { r.text(layer) })
	if err == nil && registered != 1 {
		v.fault("the layer %s is not registered as GeoPackage requires (gpkg_contents, gpkg_geometry_columns)", layer)
	}
	if err != nil || bound == nil {
		return err
	}
	within, err := v.selectCount(selectExtent, func(r *rowWriter) {
		r.real(bound.Min[0]).real(bound.Min[1]).real(bound.Max[0]).real(bound.Max[1]).text(layer)
	})
	if err == nil && within != 1 {
		v.fault("the layer %s extends beyond its extent in gpkg_contents", layer)
	}
	return err
}

// selectCount returns the number that a query with values gives.
func (v *verification) selectCount(sql string, give func(*rowWriter)) (int, error) {
	statement, err := prepare(v.conn, sql)
	if err != nil {
		return 0, err
	}
	defer statement.Close()
	values := newRowWriter(statement)
	if give(values); values.err != nil {
		return 0, values.err
	}
	return selectInteger(statement)
}

// allPlaces compares the places with the mentions read.
func (v *verification) allPlaces() error {
	if v.sums == nil {
		return nil // the mentions can't be read, which was reported
	}
	if err := v.readStale(); err != nil {
		return err
	}
	places, err := v.openLayer(v.places)
	if err != nil {
		return err
	}
	for ; places.more; places.step() {
		p := &places.next
		places.reach(p.Geometry)
		want := v.sums.Take(p.ID)
		switch counted, said := v.differ(p, want); {
		case v.stale[p.ID]: // its mentions were edited in the file: Dateline counts it when it next writes
		case want == nil:
			v.fault("place %q: no mention refers to it", p.ID)
		case counted:
			v.fault("place %q: its counts or dates differ from those of its mentions", p.ID)
		case said:
			v.fault("place %q: it differs from its first mention", p.ID)
		}
	}
	for id := range v.stale {
		v.sums.Take(id)
	}
	if v.Places = places.count; v.sums.Len() > 0 {
		v.fault("the layer places lacks %d places that are mentioned", v.sums.Len())
	}
	if err := places.rows.end(); err != nil {
		return err
	}
	return v.contents(schema.Places, places.bound)
}

// differ reports whether the counts and days of a place differ from those of its mentions, and
// whether its other properties do.
func (v *verification) differ(p *rows.Row, sum *rows.Place) (counted, said bool) {
	if sum == nil {
		return false, false
	}
	want := sum.Row(v.Tables)
	for _, i := range v.places.Stored {
		if p.Values[i] != want.Values[i] {
			counted = counted || v.places.Properties[i].Merge != schema.Keep
			said = true
		}
	}
	return counted, said || (p.Geometry == nil) != (want.Geometry == nil) || p.Geometry != nil && !orb.Equal(p.Geometry, want.Geometry)
}

// readStale reads which places still have to be counted again.
func (v *verification) readStale() error {
	v.stale = map[string]bool{}
	if has, err := columnsOf(v.conn, "dateline_stale"); err != nil || len(has) == 0 {
		return err
	}
	statement, _, err := v.conn.Prepare(selectStale)
	if err != nil {
		return err
	}
	defer statement.Close()
	for statement.Step() {
		v.stale[statement.ColumnText(0)] = true
	}
	return statement.Err()
}
