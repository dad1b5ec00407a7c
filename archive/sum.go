package archive

import (
	"encoding/binary"
	"hash/crc32"
	"math"

	"dateline/document/rows"
	"dateline/geopackage"

	"github.com/paulmach/orb"
)

// summing computes the checksum, CRC-32C, of a document's rows: of its article, then its
// mentions, fronts and events. It is stored with the document, as SQLite does not detect flipped
// bits. Empty and zero values do not change it, and properties added to the schema later come
// last: so adding a property changes no checksum.
type summing struct {
	*tables
	row []byte
}

// sumOf returns the checksum of a document's rows.
func (t *tables) sumOf(article *rows.Article, parts [rows.Parts][]rows.Row) uint32 {
	s := summing{tables: t}
	sum := s.article(0, article)
	for part := range parts {
		for i := range parts[part] {
			sum = s.add(sum, t.parts[part], &parts[part][i])
		}
	}
	return sum
}

// article returns sum extended by the row of an article.
func (s *summing) article(sum uint32, r *rows.Article) uint32 {
	s.texts(s.articles, &r.Row)
	s.text(string(r.Hash))
	s.text(string(r.Digest))
	return s.finish(sum, s.articles, &r.Row)
}

// add returns sum extended by one row.
func (s *summing) add(sum uint32, t *table, r *rows.Row) uint32 {
	s.texts(t, r)
	return s.finish(sum, t, r)
}

func (s *summing) texts(t *table, r *rows.Row) {
	s.text(r.ID)
	for _, i := range t.summed[0] {
		s.text(r.Values[i].Text())
	}
}

func (s *summing) text(v string) {
	if v != "" {
		s.row = binary.AppendUvarint(s.row, uint64(len(v)))
		s.row = append(s.row, v...)
	}
}

func (s *summing) number(v uint64) {
	if v != 0 {
		s.row = binary.LittleEndian.AppendUint64(s.row, v)
	}
}

// finish adds the numbers and the geometry of a row, and then the row to a sum.
func (s *summing) finish(sum uint32, t *table, r *rows.Row) uint32 {
	for _, i := range t.summed[1] {
		s.number(uint64(r.Values[i].Int()))
	}
	for _, i := range t.summed[2] {
		s.number(math.Float64bits(r.Values[i].Number()))
	}
	for _, i := range t.summed[3] {
		s.number(uint64(r.Values[i].Int()))
	}
	s.geometry(r.Geometry)
	sum = crc32.Update(sum, crc32.MakeTable(crc32.Castagnoli), s.row)
	s.row = s.row[:0]
	return sum
}

func (s *summing) geometry(g orb.Geometry) {
	if blob, err := geopackage.AppendBlob(s.row, g); err == nil { // otherwise it can't be stored either
		s.row = blob
	}
}
