package archive

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"dateline/document"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// selectEditedRows lists the articles whose rows were edited in the file after a change.
const selectEditedRows = `SELECT a.id FROM dateline_changes c JOIN articles a ON a.id = c.article JOIN dateline_documents d ON d.fid = a.fid
  WHERE c.seq > ?1 AND d.rows < -1 ORDER BY c.seq`

// editor is the author of corrections made from edits of the file.
const editor = "an edit of the file"

// Adopt turns edits and deletions made in the file's layers, by a GIS program, into corrections:
// they then survive a new reading of the article, are shown in it, and can be undone. An edit
// that no correction can express is reverted; refused says why, for all edits adopted since the
// last call. One call adopts the edits of 10 articles, so that other writers get their turn, and
// reports whether more are left. It costs next to nothing where nothing was edited, and does
// nothing while another process writes, as a writer adopts edits first.
func (a *Archive) Adopt(ctx context.Context) (refused []error, more bool, err error) {
	if !a.InFile() {
		return nil, false, nil
	}
	err = a.useFile(func(s *session) error {
		w := s.writer
		if w == nil || !w.mu.TryLock() {
			return nil
		}
		edited, err := w.edited()
		w.mu.Unlock()
		if err == nil && len(edited) > 0 {
			err = w.writeTx(ctx, func(t transaction) error {
				_, err := a.inBatch(t, func(b *batch) error {
					more = len(b.edited) > 0
					return nil
				})
				return err
			})
		}
		refused = w.takeRefused()
		return err
	})
	return refused, more, err
}

// AdoptAll calls Adopt until nothing is left. Other writers get their turn in between.
func (a *Archive) AdoptAll(ctx context.Context) (refused []error, err error) {
	for {
		some, more, err := a.Adopt(ctx)
		refused = append(refused, some...)
		if err != nil || !more {
			return refused, err
		}
		select {
		case <-ctx.Done():
			return refused, ctx.Err()
		case <-time.After(longestPause):
		}
	}
}

func (w *writer) takeRefused() []error {
	w.mu.Lock()
	defer w.mu.Unlock()
	refused := w.refused
	w.refused = nil
	return refused
}

func (w *writer) refuse(edits []error) { w.refused = append(w.refused, edits...) }

// edited returns the articles whose rows were edited since it last returned none.
func (w *writer) edited() ([]string, error) {
	if w.conn == nil {
		return nil, ErrClosed
	}
	newest, err := selectIntegers(w.conn, selectNewestChange, 1)
	if err != nil || newest[0] == w.adopted {
		return nil, err
	}
	all, err := texts(w, selectEditedRows, w.adopted)
	if err == nil && len(all) == 0 {
		w.adopted = newest[0]
	}
	return all, err
}

// adoptedAtOnce is the number of articles whose edits one transaction adopts. Each takes some 5
// ms; a waiting writer waits for one such transaction and then adopts as many itself: a tenth of
// a second in all, a second when ten others compete for the processor.
const adoptedAtOnce = 10

// adopt saves edits made in the file before a batch changes anything: of the first articles, and
// of any other whose rows are about to be deleted.
func (b *batch) adopt() error {
	all, err := b.transaction.edited()
	if err != nil || len(all) == 0 {
		return err
	}
	b.edited = map[string]bool{}
	for _, id := range all {
		b.edited[id] = true
	}
	err = b.remake(all[:min(len(all), adoptedAtOnce)])
	b.PutResult = PutResult{} // nothing was put
	return err
}

// adoptThese adopts the edits of the articles that a new correction concerns, before the
// correction is stored: edits are told apart by comparing rows with what the earlier corrections
// give.
func (b *batch) adoptThese(articles []string) error {
	edited := slices.DeleteFunc(slices.Clone(articles), func(id string) bool { return !b.edited[id] })
	put := b.PutResult
	err := b.remake(edited)
	b.PutResult = put
	return err
}

// adoptArticle saves the edits in an article's rows before they are deleted.
func (b *batch) adoptArticle(id string) error {
	if !b.edited[id] {
		return nil
	}
	delete(b.edited, id)
	refused, err := b.adoptRows(id)
	b.refuse(refused)
	return err
}

func (b *batch) adoptRows(id string) (refused []error, err error) {
	d, err := b.read(selectDocument, id)
	if d == nil || err != nil {
		return nil, err
	}
	all, err := correctionsOf(b, d)
	if err != nil {
		return nil, err
	}
	shown, _ := correction.Apply(d, all)
	edits, err := b.editsOf(shown)
	if err != nil {
		return nil, err
	}
	for _, r := range edits {
		r.By = editor
		c, err := r.In(shown, nil)
		if err != nil {
			refused = append(refused, fmt.Errorf("the edit of %s %s in the file was not adopted: %w", r.Of, r.Feature, err))
			continue
		}
		if c.At == "" {
			c.At = now()
		}
		if err := b.insertCorrection(&c); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

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
