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

// selectEditedRows lists the articles of which rows were edited in the file since a change.
const selectEditedRows = `SELECT a.id FROM dateline_changes c JOIN articles a ON a.id = c.article JOIN dateline_documents d ON d.fid = a.fid
  WHERE c.seq > ?1 AND d.rows < -1 ORDER BY c.seq`

// editor is who made the corrections that were edits of the file.
const editor = "an edit of the file"

// Adopt makes corrections of what was edited or deleted in the layers of the file, in a GIS
// program: so that it is kept when articles are read again, is shown in them, and can be
// taken back. What no correction can say is as it was read: refused says why, of what was
// adopted since it was last called. One call adopts what was edited in 10 articles, so that
// others who write get their turn, and reports whether more is left. It costs next to
// nothing where nothing was edited, and nothing where somebody is writing, who does it
// before all else.
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
			err = w.transact(ctx, func(t transaction) error {
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

// AdoptAll is Adopt until nothing is left. Others who write get their turn in between.
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

// edited returns the articles of which rows were edited since it last found none.
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

// adoptedAtOnce is how many articles a transaction adopts the edits of. It takes some
// 5 ms for each, and who writes meanwhile waits for one such transaction, and does what
// another does before its own work: a tenth of a second in all, and a second where ten
// others want the processor.
const adoptedAtOnce = 10

// adopt keeps what was edited in the file before a batch changes anything else: of the first
// articles, and of others when their rows are taken out.
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

// adoptThese is adopt for the articles that a correction concerns, before it is there: what
// was edited is told by what the corrections of before leave.
func (b *batch) adoptThese(articles []string) error {
	edited := slices.DeleteFunc(slices.Clone(articles), func(id string) bool { return !b.edited[id] })
	put := b.PutResult
	err := b.remake(edited)
	b.PutResult = put
	return err
}

// adoptArticle keeps what was edited in the rows of an article, before they are taken out.
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
			refused = append(refused, fmt.Errorf("%s %s was edited in the file, which is not taken up: %w", r.Of, r.Feature, err))
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

// editsOf compares the rows of an article with those that its document has, and says what
// was edited as people ask for corrections.
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
				return all // it is told of at another place still
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

// fileRow is a row as it is in the file.
type fileRow struct {
	rows.Row
	date string // also where it is no day, as 2019-02-31, and the Row has none
}

// edit is a row as its document has it, and as it is in the file.
type edit struct {
	*table
	want *rows.Row
	had  *fileRow
	any  bool
}

func newEdit(t *table, want *rows.Row, had *fileRow) *edit {
	return &edit{table: t, want: want, had: had}
}

// asked adds a request, if it asks for anything.
func (e *edit) asked(all []correction.Request, r correction.Request) []correction.Request {
	if !e.any {
		return all
	}
	r.Feature = e.want.ID
	return append(all, r)
}

// text returns what a property was changed to, nil where it was not.
func (e *edit) text(property string) *string {
	i := e.Index(property)
	if e.want.Values[i] == e.had.Values[i] {
		return nil
	}
	e.any = true
	s := e.had.Values[i].Text()
	return &s
}

// day is text for the date. What is no day is asked for as it stands, and so refused.
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

// place asks for another point, or another name of what lies there. What is no point is
// asked for as NaN, and so refused.
func (e *edit) place(r *correction.Request) {
	point, isPoint := e.had.Geometry.(orb.Point)
	name := e.had.Values[e.Index("name")]
	switch {
	case !isPoint && e.want.Geometry == nil:
		return
	case !isPoint: // a line, or bytes that are no geometry
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
