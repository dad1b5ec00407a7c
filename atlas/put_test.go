package atlas

import (
	"encoding/json"
	"testing"

	"dateline/document"
)

// sound returns a document that Check accepts.
func sound() document.Document {
	lat, lon, place, date := 35.0, 36.0, "gn1", "2019-08-22"
	return document.Document{
		ID: "0123456789abcdef", Published: "2019-08-22T10:00:00+03:00", Text: "قرب إدلب.",
		Focus: &document.Focus{Lat: 35, Lon: 36, Confidence: 1},
		Mentions: []document.Mention{{
			Start: 4, End: 8, Lat: &lat, Lon: &lon, Place: &place, Confidence: 0.5, Sentence: &[2]int{0, 9}, Date: date,
			Candidates: []document.Candidate{{Place: "gn1", Lat: 35, Lon: 36}},
		}},
		Fronts: []document.Front{{Start: 0, End: 8, Geometry: json.RawMessage(`{"type":"Point","coordinates":[36,35]}`), Date: &date}},
	}
}

// A panic while a document is made ready is an error of that document. Without a
// packer none can be compressed.
func TestPanicInADocument(t *testing.T) {
	a := &Archive{}
	docs := newCorpus(64).documents(0, 5)
	ready, refused := a.packAll(docs)
	if len(ready) != 0 || len(refused) != len(docs) || refused[0].ID != docs[0].ID {
		t.Errorf("%d ready, refused %v", len(ready), refused)
	}
}
