package archive

import (
	"dateline/document/rows"
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
	case isStoredAsText(p):
		b.record.Text(b.texts.of(p, v))
	case p.Type == schema.Number:
		b.record.Float(v.Number())
	default:
		b.record.Int(int64(v.Int()))
	}
}
