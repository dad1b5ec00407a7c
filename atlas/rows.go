package atlas

import (
	"slices"
	"strconv"
	"strings"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// articleRow returns the row of the document's article.
func (t *tables) articleRow(d *Document, hash []byte) articleRow {
	r := articleRow{t.articles.rows(1)[0], hash, unsummed}
	r.id, r.geometry = d.ID, d.Focus.point()
	compute(t.articleValues, &ArticleSource{d, parseTime(d.Published)}, r.values)
	return r
}

// mentionRows returns the rows of the document's mentions.
func (t *tables) mentionRows(d *Document) []row {
	published, ids, sentences := dayOf(parseTime(d.Published)), newSpanIDs(d.ID, len(d.Mentions)), newSentences(d.Text)
	rows := t.mentions.rows(len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		rows[i].id, rows[i].geometry = ids.next(m.Start, m.End), m.point()
		compute(t.mentionValues, &MentionSource{
			d, m, sentences.around(m.Sentence, m.Start, m.End, m.Phrase), newDating(m.Date, m.DatePrecision, m.DateFrom, published), published,
		}, rows[i].values)
	}
	return rows
}

// frontRows returns the rows of the fronts that are features: not of those that only
// say where a place lies which is named beside them.
func (t *tables) frontRows(d *Document) []row {
	if len(d.Fronts) == 0 {
		return nil
	}
	published, ids, sentences := dayOf(parseTime(d.Published)), newSpanIDs(d.ID, len(d.Fronts)), newSentences(d.Text)
	rows := t.fronts.rows(len(d.Fronts))
	n, known := 0, shapes{}
	for i := range d.Fronts {
		f := &d.Fronts[i]
		if f.Describes != nil {
			continue
		}
		r := &rows[n]
		n++
		r.id, r.geometry = ids.next(f.Start, f.End), known.geometry(f)
		compute(t.frontValues, &FrontSource{
			d, f, sentences.around(f.Sentence, f.Start, f.End, f.Phrase), newDating(text(f.Date), f.DatePrecision, f.DateFrom, published), published,
		}, r.values)
	}
	return rows[:n]
}

// spanIDs makes the ids of what stands in an article: article-start-end. What
// stands where another of its kind does has ~2 after it, the next ~3.
type spanIDs struct {
	article string
	seen    map[[2]int]int // how often each span was there
	space   []byte
}

func newSpanIDs(article string, spans int) *spanIDs {
	return &spanIDs{article: article, seen: make(map[[2]int]int, spans)}
}

func (s *spanIDs) next(start, end int) string {
	b := append(append(s.space[:0], s.article...), '-')
	b = append(strconv.AppendInt(b, int64(start), 10), '-')
	b = strconv.AppendInt(b, int64(end), 10)
	span := [2]int{start, end}
	s.seen[span]++
	if n := s.seen[span]; n > 1 {
		b = strconv.AppendInt(append(b, '~'), int64(n), 10)
	}
	s.space = b
	return string(b)
}

// point returns the focus as lon, lat; nil when there is none.
func (f *Focus) point() orb.Geometry {
	if f == nil {
		return nil
	}
	return orb.Point{f.Lon, f.Lat}
}

// point returns the mention's place as lon, lat; nil when it has none.
func (m *Mention) point() orb.Geometry {
	if m.Lat == nil || m.Lon == nil {
		return nil
	}
	return orb.Point{*m.Lon, *m.Lat}
}

// shapes are the geometries of fronts, by the JSON of each. Fronts that share it, as
// those of a long text do, share the geometry, which is not to be changed.
type shapes map[*byte]orb.Geometry

// of returns a front's geometry; nil when it has none.
func (s shapes) of(f *Front) (orb.Geometry, error) {
	if len(f.Geometry) == 0 {
		return nil, nil
	}
	g, known := s[&f.Geometry[0]]
	if !known {
		var err error
		if g, err = readGeometry(f.Geometry); err != nil {
			return nil, err
		}
		s[&f.Geometry[0]] = g
	}
	return g, nil
}

// geometry is of, and nil where it can't be read, which Check finds out.
func (s shapes) geometry(f *Front) orb.Geometry {
	g, err := s.of(f)
	if err != nil {
		return nil
	}
	return g
}

// conforming returns the document with the geometries of its fronts as RFC 7946
// wants them, itself where they are.
func (d *Document) conforming() *Document {
	out, known := d, shapes{}
	for i := range d.Fronts {
		g, changed := geo.RFC7946(known.geometry(&d.Fronts[i]))
		if !changed {
			continue
		}
		if out == d {
			copied := *d
			out, copied.Fronts = &copied, slices.Clone(d.Fronts)
		}
		out.Fronts[i].Geometry = feature.AppendGeometry(nil, g)
	}
	return out
}

// anchorNames lists the names of anchors for people, in their order.
func anchorNames(anchors []Anchor) string {
	names := make([]string, len(anchors))
	for i, a := range anchors {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
