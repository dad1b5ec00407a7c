package atlas

import (
	"time"

	"github.com/paulmach/orb"
)

// contents looks at what the tables of a GeoPackage say of a layer, which reaches
// as far as bound.
func (v *verification) contents(layer string, bound *orb.Bound) error {
	registered, err := v.selectCount(selectContents, func(r *insertion) { r.text(layer) })
	if err == nil && registered != 1 {
		v.fault("the layer %s is not registered as GeoPackage asks for (gpkg_contents, gpkg_geometry_columns)", layer)
	}
	if err != nil || bound == nil {
		return err
	}
	within, err := v.selectCount(selectExtent, func(r *insertion) {
		r.real(bound.Min[0]).real(bound.Min[1]).real(bound.Max[0]).real(bound.Max[1]).text(layer)
	})
	if err == nil && within != 1 {
		v.fault("the layer %s reaches beyond the extent that gpkg_contents says", layer)
	}
	return err
}

// selectCount returns the number that a query with values gives.
func (v *verification) selectCount(sql string, give func(*insertion)) (int, error) {
	statement, err := prepare(v.conn, sql)
	if err != nil {
		return 0, err
	}
	defer statement.Close()
	values := newInsertion(statement)
	if give(values); values.err != nil {
		return 0, values.err
	}
	return selectInteger(statement)
}

// places compares the places with the mentions that were read.
func (v *verification) places() error {
	if v.sums == nil {
		return nil // the mentions can't be read, which has been said
	}
	places, err := openRows(v, selectPlaces, (*reading).place)
	if err != nil {
		return err
	}
	for ; places.more; places.step() {
		p := &places.next
		places.reach(p.point)
		want := v.sums.byID[p.id]
		delete(v.sums.byID, p.id)
		switch {
		case want == nil:
			v.fault("place %q: no mention is of it", p.id)
		case p.mentions != want.mentions || p.articles != want.articles || !p.first.Equal(midnight(want.first)) || !p.last.Equal(midnight(want.last)):
			v.fault("place %q: its counts or dates are not those of its mentions", p.id)
		case p.name != want.name || p.kind != want.kind || p.precision != want.precision || (p.point == nil) != (want.point == nil) || p.point != nil && !orb.Equal(p.point, want.point):
			v.fault("place %q: it is not what its first mention says", p.id)
		}
	}
	if v.Places = places.count; len(v.sums.byID) > 0 {
		v.fault("the layer places lacks %d places that are mentioned", len(v.sums.byID))
	}
	if err := places.rows.end(); err != nil {
		return err
	}
	return v.contents(Places, places.bound)
}

// midnight is the day of a time, as the layers have it.
func midnight(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

func (r *reading) place(p *placeSum) {
	p.point = r.geometry()
	p.id, p.name, p.kind, p.precision = r.text(), r.text(), r.text(), r.text()
	p.mentions, p.articles, p.first, p.last = r.integer(), r.integer(), r.time(), r.time()
}
