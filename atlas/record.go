package atlas

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// The records are what a Document says, flat: the rows of the archive's layers
// and the properties of the features. An empty string and a zero time are null
// in both.

type articleRecord struct {
	id, title, source, byline, url, language string
	focus                                    orb.Geometry // lon, lat; nil for none
	published                                time.Time    // the instant
	day                                      time.Time    // of publication, midnight UTC
	mentions                                 int
	hash                                     []byte // of the Document
	sum                                      int    // of all its rows, unsummed for none
}

type mentionRecord struct {
	id, place, name, phrase, sentence, article, source, language, role, kind, precision string
	start, end                                                                          int // in code points
	point                                                                               orb.Geometry
	date                                                                                dating
	published                                                                           time.Time // the day
	confidence                                                                          float64
}

type frontRecord struct {
	id, kind, phrase, reading, anchors, sentence, article, source, language string
	start, end                                                              int // in code points
	geometry                                                                orb.Geometry
	date                                                                    dating
	published                                                               time.Time // the day
	uncertaintyKm, confidence                                               float64
	schematic                                                               bool
}

func (d *Document) articleRecord(hash []byte) articleRecord {
	published := parseTime(d.Published)
	return articleRecord{
		id: d.ID, title: d.Title, source: d.Source, byline: d.Byline, url: d.URL, language: d.Lang,
		focus: d.Focus.point(), published: published, day: dayOf(published), mentions: len(d.Mentions), hash: hash,
	}
}

func (d *Document) mentionRecords() []mentionRecord {
	published, ids, sentences := dayOf(parseTime(d.Published)), newSpanIDs(d.ID, len(d.Mentions)), newSentences(d.Text)
	records := make([]mentionRecord, len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		records[i] = mentionRecord{
			id: ids.next(m.Start, m.End), place: text(m.Place), name: text(m.Name), phrase: m.Phrase,
			sentence: sentences.around(m.Sentence, m.Start, m.End, m.Phrase), article: d.ID, source: d.Source, language: d.Lang,
			role: m.Role, kind: text(m.Kind), precision: text(m.Precision), start: m.Start, end: m.End,
			point: m.point(), date: newDating(m.Date, m.DatePrecision, m.DateFrom, published), published: published, confidence: m.Confidence,
		}
	}
	return records
}

// frontRecords returns the fronts that are features: not those that only say
// where a place lies which is named beside them.
func (d *Document) frontRecords() []frontRecord {
	if len(d.Fronts) == 0 {
		return nil
	}
	published, ids, sentences := dayOf(parseTime(d.Published)), newSpanIDs(d.ID, len(d.Fronts)), newSentences(d.Text)
	records := make([]frontRecord, 0, len(d.Fronts))
	for i := range d.Fronts {
		f := &d.Fronts[i]
		if f.Describes != nil {
			continue
		}
		records = append(records, frontRecord{
			id: ids.next(f.Start, f.End), kind: f.Kind, phrase: f.Phrase, reading: f.Reading, anchors: anchorNames(f.Anchors),
			sentence: sentences.around(f.Sentence, f.Start, f.End, f.Phrase), article: d.ID, source: d.Source, language: d.Lang,
			start: f.Start, end: f.End, geometry: f.geometry(), date: newDating(text(f.Date), f.DatePrecision, f.DateFrom, published),
			published: published, uncertaintyKm: f.UncertaintyKm, confidence: f.Confidence, schematic: f.Schematic,
		})
	}
	return records
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

// geometry returns the front's geometry; nil when it has none or it can't be
// read, which Check finds out.
func (f *Front) geometry() orb.Geometry {
	if len(f.Geometry) == 0 {
		return nil
	}
	g, err := readGeometry(f.Geometry)
	if err != nil {
		return nil
	}
	return g
}

// conforming returns the document with the geometries of its fronts as RFC 7946
// wants them, itself where they are.
func (d *Document) conforming() *Document {
	out := d
	for i := range d.Fronts {
		g, changed := geo.RFC7946(d.Fronts[i].geometry())
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
