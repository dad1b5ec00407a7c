package atlas

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"time"

	"dateline/geopackage"

	"github.com/paulmach/orb"
)

// summing makes the checksum, CRC-32C, of a document's rows in the layers: of its
// article, then its mentions, then its fronts. It is stored with the document, as
// SQLite does not notice a bit that has changed. A value that is empty or zero adds
// nothing to it, so that a column which is added later changes no sum.
type summing struct{ row []byte }

// sumOf returns the checksum of a document's rows.
func sumOf(article *articleRecord, mentions []mentionRecord, fronts []frontRecord) uint32 {
	var s summing
	sum := s.article(0, article)
	for i := range mentions {
		sum = s.mention(sum, &mentions[i])
	}
	for i := range fronts {
		sum = s.front(sum, &fronts[i])
	}
	return sum
}

// article, mention and front return the checksum of what sum is of and of one more
// row.
func (s *summing) article(sum uint32, r *articleRecord) uint32 {
	s.texts(r.id, r.title, r.source, r.byline, r.url, r.language, string(r.hash))
	s.numbers(milliseconds(r.published), day(r.day), int64(r.mentions))
	return s.finish(sum, r.focus)
}

func (s *summing) mention(sum uint32, r *mentionRecord) uint32 {
	s.texts(r.id, r.place, r.name, r.phrase, r.sentence, r.article, r.source, r.role, r.kind, r.precision, r.date.precision, r.date.from)
	s.numbers(int64(r.start), int64(r.end), day(r.date.day), day(r.published), bitsOf(r.confidence))
	return s.finish(sum, r.point)
}

func (s *summing) front(sum uint32, r *frontRecord) uint32 {
	s.texts(r.id, r.kind, r.phrase, r.reading, r.anchors, r.sentence, r.article, r.source, r.date.precision, r.date.from)
	s.numbers(int64(r.start), int64(r.end), day(r.date.day), day(r.published), bitsOf(r.uncertaintyKm), bitsOf(r.confidence))
	if r.schematic {
		s.numbers(1)
	}
	return s.finish(sum, r.geometry)
}

func (s *summing) texts(values ...string) {
	for _, v := range values {
		if v != "" {
			s.row = binary.AppendUvarint(s.row, uint64(len(v)))
			s.row = append(s.row, v...)
		}
	}
}

func (s *summing) numbers(values ...int64) {
	for _, v := range values {
		if v != 0 {
			s.row = binary.LittleEndian.AppendUint64(s.row, uint64(v))
		}
	}
}

// finish adds the geometry of a row, and then the row to a sum.
func (s *summing) finish(sum uint32, g orb.Geometry) uint32 {
	if blob, err := geopackage.AppendBlob(s.row, g); err == nil { // else it can't be stored either
		s.row = blob
	}
	sum = crc32.Update(sum, crc32.MakeTable(crc32.Castagnoli), s.row)
	s.row = s.row[:0]
	return sum
}

// milliseconds and day count a time as precisely as the layers have it. No time is
// 0, and so is an instant in 1970 that nothing else is to be told from.
func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func day(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return int64(math.Floor(float64(t.Unix()) / (24 * 60 * 60)))
}

// bitsOf takes -0 for 0, as SQLite does.
func bitsOf(v float64) int64 { return int64(math.Float64bits(v + 0)) }
