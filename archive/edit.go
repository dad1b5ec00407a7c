package archive

import (
	"math"
	"slices"
	"time"

	"dateline/document"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// editsOf compares an article's rows with those that its document gives, and returns the
// differences as requests for corrections.
func (b *batch) editsOf(d *document.Document) (all []correction.Request, err error) {
	article := b.tables.ArticleOf(d, nil)
	had, err := b.rowsByID(b.articles, "id", d.ID)
	if err != nil {
		return nil, err
	}
	if row := had[d.ID]; row != nil {
		e := newEdit(b.tables.articles, &article.Row, row)
		all = e.asked(all, correction.Request{Of: correction.Article, Title: e.text("title"), Outlet: e.text("source"), Date: e.day()})
	}
	for part, want := range b.tables.PartsOf(d) {
		t := b.tables.parts[part]
		had, err := b.rowsByID(t, "article", d.ID)
		if err != nil {
			return nil, err
		}
		for i := range want {
			all = editOf(t, &want[i], had[want[i].ID], want, had, all)
		}
	}
	return all, nil
}

func editOf(t *table, want *rows.Row, had *fileRow, siblings []rows.Row, there map[string]*fileRow, all []correction.Request) []correction.Request {
	r := correction.Request{Feature: want.ID}
	if had == nil {
		switch t.ID {
		case schema.Mentions:
			r.Of, r.NotAPlace = correction.Mention, true
		case schema.Fronts:
			r.Of, r.NotAPlace = correction.Front, true
		case schema.Events:
			event := t.Index("event")
			left := slices.ContainsFunc(siblings, func(s rows.Row) bool {
				return s.Values[event] == want.Values[event] && there[s.ID] != nil
			})
			if left {
				return all // the event is also reported at another place
			}
			r.Of, r.NoEvent = correction.Event, true
		}
		return append(all, r)
	}
	e := newEdit(t, want, had)
	r.Date = e.day()
	switch t.ID {
	case schema.Mentions:
		r.Of, r.Role = correction.Mention, e.text("role")
		e.place(&r)
	case schema.Fronts:
		r.Of, r.Kind = correction.Front, e.text("kind")
	case schema.Events:
		r.Of, r.Type, r.Status, r.Agent, r.Target, r.Holder = correction.Event, e.text("type"), e.text("status"), e.text("agent"), e.text("target"), e.text("holder")
		e.place(&r)
	}
	return e.asked(all, r)
}

// fileRow is a row as the file has it.
type fileRow struct {
	rows.Row
	date string // also where it is no valid day, as 2019-02-31, and the Row has none
}

// edit is a row as its document gives it, and as the file has it.
type edit struct {
	*table
	want *rows.Row
	had  *fileRow
	any  bool
}

func newEdit(t *table, want *rows.Row, had *fileRow) *edit {
	return &edit{table: t, want: want, had: had}
}

// asked adds a request, unless it is empty.
func (e *edit) asked(all []correction.Request, r correction.Request) []correction.Request {
	if !e.any {
		return all
	}
	r.Feature = e.want.ID
	return append(all, r)
}

// text returns the new value of a property, nil if it did not change.
func (e *edit) text(property string) *string {
	i := e.Index(property)
	if e.want.Values[i] == e.had.Values[i] {
		return nil
	}
	e.any = true
	s := e.had.Values[i].Text()
	return &s
}

// day is text for the date. An invalid day is passed on as it stands, and refused later.
func (e *edit) day() *string {
	i := e.Index("date")
	v, s := e.had.Values[i], e.had.date
	if v == e.want.Values[i] && (s == "" || !v.IsNull()) {
		return nil
	}
	e.any = true
	if !v.IsNull() {
		s = time.Unix(int64(v.Int())*24*60*60, 0).UTC().Format(time.DateOnly)
	}
	return &s
}

// place requests another point, or another name for the place there. An invalid point is passed
// on as NaN, and refused later.
func (e *edit) place(r *correction.Request) {
	point, isPoint := e.had.Geometry.(orb.Point)
	name := e.had.Values[e.Index("name")]
	switch {
	case !isPoint && e.want.Geometry == nil:
		return
	case !isPoint: // a line, or bytes that are not a geometry
		point = orb.Point{math.NaN(), math.NaN()}
	case orb.Equal(point, e.want.Geometry) && name == e.want.Values[e.Index("name")]:
		return
	}
	e.any = true
	r.Point, r.PlaceName = &correction.LonLat{point[0], point[1]}, name.Text()
}

// rowsByID reads the rows of a layer that belong to an article, by their ids.
func (b *batch) rowsByID(t *table, column, article string) (map[string]*fileRow, error) {
	all := map[string]*fileRow{}
	err := b.rowsOf(t, t.Stored, column, article, func(r *rows.Row) {
		all[r.ID] = &fileRow{Row: rows.Row{Geometry: r.Geometry, ID: r.ID, Values: slices.Clone(r.Values)}}
	})
	if err != nil {
		return nil, err
	}
	for r, err := range b.rows("SELECT id, date FROM "+t.ID+" WHERE "+column+" = ?1 AND date NOT NULL", article) {
		if err != nil {
			return nil, err
		}
		all[r.Text(0)].date = r.Text(1)
	}
	return all, nil
}
