package atlas

import (
	"bytes"
	"testing"

	"dateline/document"
	"dateline/geopackage"
)

// Whatever a line holds, it is refused or can be stored, shown and read back.
func FuzzReadDocument(f *testing.F) {
	d := newCorpus(90).document(1)
	f.Add(encoded(f, &d))
	f.Add([]byte(`{"id":1,"mentions":[{"start":0,"end":1,"lat":1,"lon":2,"place":"a"},{"start":0,"end":1,"sentence":[0,9]}],"text":"é"}`))
	f.Add([]byte(`{"mentions":[],"fronts":[{"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}`))
	pack, err := newPacker()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		d, ok, err := document.ReadDocument(line)
		if err != nil || !ok || d.Check() != nil {
			return
		}
		checkView(t, NewView([]document.Document{d}))
		b := encoded(t, &d)
		hash, body, err := pack.packDocument(&d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := pack.unpack(hash, body)
		if err != nil || !bytes.Equal(encoded(t, again), b) {
			t.Errorf("%s is read back as %+v, %v", b, again, err)
		}
		for _, r := range newTables(DefaultModel()).frontRows(&d) {
			blob, err := geopackage.AppendBlob(nil, r.geometry)
			if err != nil {
				t.Error(err)
			}
			if _, err := geopackage.ReadBlob(blob); err != nil {
				t.Error(err)
			}
		}
	})
}
