package archive

import (
	"time"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/geopackage"
	"dateline/schema"
)

// encode makes the record of a row, as rowWriter and SQLite would.
func (b *bulk) encode(t *table, r *rows.Row) (err error) {
	b.record.Reset()
	b.record.Null() // fid
	if r.Geometry == nil {
		b.record.Null()
	} else {
		b.scratch, err = geopackage.AppendBlob(b.scratch[:0], r.Geometry)
		b.record.Bytes(b.scratch)
	}
	b.record.Text(r.ID)
	for _, i := range t.written {
		b.value(&t.Properties[i], r.Values[i])
	}
	return err
}

func (b *bulk) value(p *schema.Property, v schema.Value) {
	switch {
	case v.IsNull():
		b.record.Null()
	case p.Type.IsText():
		b.record.Text(v.Text())
	case p.Instant:
		b.record.Text(v.Instant().Format(instantLayout))
	case p.Type == schema.Date:
		b.record.Text(b.day(v.Int()))
	case p.Type == schema.Number:
		b.record.Float(v.Number())
	default:
		b.record.Int(int64(v.Int()))
	}
}

// day formats a day; the days of news are few.
func (b *bulk) day(day int) string {
	s, known := b.days[day]
	if !known {
		s = feature.Day(day).Time().Format(time.DateOnly)
		b.days[day] = s
	}
	return s
}
