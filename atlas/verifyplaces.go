package atlas

import (
	"dateline/schema"

	"github.com/paulmach/orb"
)

// contents looks at what the tables of a GeoPackage say of a layer, which reaches
// as far as bound.
func (v *verification) contents(layer string, bound *orb.Bound) error {
	return v.unread("what the file says of the layer "+layer, v.registered(layer, bound))
}

func (v *verification) registered(layer string, bound *orb.Bound) error {
	registered, err := v.selectCount(selectContents, func(r *rowWriter) { r.text(layer) })
	if err == nil && registered != 1 {
		v.fault("the layer %s is not registered as GeoPackage asks for (gpkg_contents, gpkg_geometry_columns)", layer)
	}
	if err != nil || bound == nil {
		return err
	}
	within, err := v.selectCount(selectExtent, func(r *rowWriter) {
		r.real(bound.Min[0]).real(bound.Min[1]).real(bound.Max[0]).real(bound.Max[1]).text(layer)
	})
	if err == nil && within != 1 {
		v.fault("the layer %s reaches beyond the extent that gpkg_contents says", layer)
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

// allPlaces compares the places with the mentions that were read.
func (v *verification) allPlaces() error {
	if v.sums == nil {
		return nil // the mentions can't be read, which has been said
	}
	places, err := v.openLayer(v.places)
	if err != nil {
		return err
	}
	for ; places.more; places.step() {
		p := &places.next
		places.reach(p.geometry)
		want := v.sums.byID[p.id]
		delete(v.sums.byID, p.id)
		switch counted, said := v.differ(p, want); {
		case want == nil:
			v.fault("place %q: no mention is of it", p.id)
		case counted:
			v.fault("place %q: its counts or dates are not those of its mentions", p.id)
		case said:
			v.fault("place %q: it is not what its first mention says", p.id)
		}
	}
	if v.Places = places.count; len(v.sums.byID) > 0 {
		v.fault("the layer places lacks %d places that are mentioned", len(v.sums.byID))
	}
	if err := places.rows.end(); err != nil {
		return err
	}
	return v.contents(schema.Places, places.bound)
}

// differ reports whether a place's counts and days are not those of its mentions, and
// whether the rest is not what these say.
func (v *verification) differ(p *row, sum *placeSum) (counted, said bool) {
	if sum == nil {
		return false, false
	}
	want := sum.row(v.tables)
	for _, i := range v.places.stored {
		if p.values[i] != want.values[i] {
			counted = counted || v.places.Properties[i].Merge != schema.Keep
			said = true
		}
	}
	return counted, said || (p.geometry == nil) != (want.geometry == nil) || p.geometry != nil && !orb.Equal(p.geometry, want.geometry)
}
