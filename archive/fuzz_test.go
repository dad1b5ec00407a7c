package archive_test

import (
	"bytes"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/geopackage"
	"dateline/view"
)

// Any line is either refused or can be stored, shown and read back.
func FuzzReadDocument(f *testing.F) {
	d := documenttest.New(90).Document(1)
	f.Add(documenttest.Encoded(f, &d))
	f.Add([]byte(`{"id":1,"mentions":[{"start":0,"end":1,"lat":1,"lon":2,"place":"a"},{"start":0,"end":1,"sentence":[0,9]}],"text":"é"}`))
	f.Add([]byte(`{"mentions":[],"fronts":[{"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		d, ok, err := document.ReadDocument(line)
		if err != nil || !ok || d.Check() != nil {
			return
		}
		corpustest.CheckView(t, view.New([]document.Document{d}))
		b := documenttest.Encoded(t, &d)
		again, err := archive.PackUnpack(&d)
		if err != nil || !bytes.Equal(documenttest.Encoded(t, again), b) {
			t.Errorf("%s is read back as %+v, %v", b, again, err)
		}
		for _, r := range rows.NewTables(rows.DefaultModel()).PartsOf(&d)[rows.Fronts] {
			blob, err := geopackage.AppendBlob(nil, r.Geometry)
			if err != nil {
				t.Error(err)
			}
			if _, err := geopackage.ReadBlob(blob); err != nil {
				t.Error(err)
			}
		}
	})
}
