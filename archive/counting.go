package archive

import (
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// countPlace counts the mentions of a place; nil if there are none.
func (w *writer) countPlace(place string) (*rows.Place, error) {
	places, table := rows.NewPlaces(w.Tables), w.parts[rows.Mentions]
	sql := `SELECT fid, ` + strings.Join(table.names(w.Counted), ", ") + ` FROM mentions WHERE place = ?1 AND geom NOT NULL ORDER BY article`
	m := rows.Row{Geometry: orb.Point{}, Values: make([]schema.Value, len(table.Properties))}
	var fids []int // of the mentions that count
	err := w.eachRow(sql, place, func(r *rowReader) {
		fid := r.integer()
		r.values(table, w.Counted, &m)
		if places.Count(&m) != nil {
			fids = append(fids, fid)
		}
	})
	s := places.Take(place)
	if s == nil || err != nil {
		return nil, err
	}
	slices.Sort(fids)
	for _, fid := range fids {
		if all, err := w.describe(places, s, fid); all || err != nil {
			return s, err
		}
	}
	return s, nil
}

// describe fills a place's properties from the mention with a fid.
func (w *writer) describe(places *rows.Places, s *rows.Place, fid int) (all bool, err error) {
	table := w.parts[rows.Mentions]
	sql := `SELECT ` + strings.Join(table.columns(w.Naming), ", ") + ` FROM mentions WHERE fid = ?1`
	err = w.eachRow(sql, fid, func(r *rowReader) {
		var m rows.Row
		r.byHand = true
		if r.columns(table, w.Naming, &m); m.Geometry != nil { // otherwise somebody overwrote it, and it is not adopted yet
			all = places.Describe(s, &m)
		}
	})
	return all, err
}

// eachRow calls do for each row of a query with one parameter.
func (w *writer) eachRow(sql string, value any, do func(*rowReader)) error {
	s, err := w.take(sql)
	if err != nil {
		return err
	}
	defer w.giveBack(sql, s)
	if err := bind(s, 1, value); err != nil {
		return err
	}
	r := newRowReader(s)
	for r.step() {
		do(r)
	}
	return r.end()
}
