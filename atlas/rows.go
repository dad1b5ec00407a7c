package atlas

import (
	"strconv"
	"strings"

	"dateline/document"
)

// articleRow returns the row of the document's article.
func (t *tables) articleRow(d *document.Document, hash []byte) articleRow {
	r := articleRow{t.articles.rows(1)[0], hash, unsummed}
	r.id, r.geometry = d.ID, d.Focus.Point()
	compute(t.articleValues, &ArticleSource{d, document.ParseTime(d.Published)}, r.values)
	return r
}

// mentionRows returns the rows of the document's mentions.
func (t *tables) mentionRows(d *document.Document) []row {
	published, ids, sentences := document.DayOf(document.ParseTime(d.Published)), newSpanIDs(d.ID, len(d.Mentions)), newSentences(d.Text)
	rows := t.mentions.rows(len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		rows[i].id, rows[i].geometry = ids.next(m.Start, m.End), m.Point()
		compute(t.mentionValues, &MentionSource{
			d, m, sentences.around(m.Sentence, m.Start, m.End, m.Phrase), newDating(m.Date, m.DatePrecision, m.DateFrom, published), published,
		}, rows[i].values)
	}
	return rows
}

// frontRows returns the rows of the fronts that are features: not of those that only
// say where a place lies which is named beside them.
func (t *tables) frontRows(d *document.Document) []row {
	if len(d.Fronts) == 0 {
		return nil
	}
	published, ids, sentences := document.DayOf(document.ParseTime(d.Published)), newSpanIDs(d.ID, len(d.Fronts)), newSentences(d.Text)
	rows := t.fronts.rows(len(d.Fronts))
	n, known := 0, document.Shapes{}
	for i := range d.Fronts {
		f := &d.Fronts[i]
		if f.Describes != nil {
			continue
		}
		r := &rows[n]
		n++
		r.id, r.geometry = ids.next(f.Start, f.End), known.Geometry(f)
		compute(t.frontValues, &FrontSource{
			d, f, sentences.around(f.Sentence, f.Start, f.End, f.Phrase), newDating(orNull(f.Date).Text(), f.DatePrecision, f.DateFrom, published), published,
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

// anchorNames lists the names of anchors for people, in their order.
func anchorNames(anchors []document.Anchor) string {
	names := make([]string, len(anchors))
	for i, a := range anchors {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}
