package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
)

// sound returns a document that Check accepts.
func sound() Document {
	lat, lon, place, date := 35.0, 36.0, "gn1", "2019-08-22"
	return Document{
		ID: "0123456789abcdef", Published: "2019-08-22T10:00:00+03:00", Text: "قرب إدلب.",
		Focus: &Focus{Lat: 35, Lon: 36, Confidence: 1},
		Mentions: []Mention{{
			Start: 4, End: 8, Lat: &lat, Lon: &lon, Place: &place, Confidence: 0.5, Sentence: &[2]int{0, 9}, Date: date,
			Candidates: []Candidate{{Place: "gn1", Lat: 35, Lon: 36}},
		}},
		Fronts: []Front{{Start: 0, End: 8, Geometry: json.RawMessage(`{"type":"Point","coordinates":[36,35]}`), Date: &date}},
	}
}

func TestCheckAccepts(t *testing.T) {
	for name, change := range map[string]func(*Document){
		"as it is":              func(*Document) {},
		"nothing but an id":     func(d *Document) { *d = Document{ID: "a"} },
		"offsets of no text":    func(d *Document) { d.Text = ""; d.Mentions[0].End = 1e6 },
		"no place":              func(d *Document) { m := &d.Mentions[0]; m.Lat, m.Lon, m.Place = nil, nil, nil },
		"a point without place": func(d *Document) { d.Mentions[0].Place = nil },
		"a place, no point":     func(d *Document) { d.Mentions[0].Lat, d.Mentions[0].Lon = nil, nil }, // only its container is known
		"an empty span":         func(d *Document) { d.Mentions[0].Start = 8 },
		"all of the text":       func(d *Document) { d.Mentions[0].Start, d.Mentions[0].End = 0, 9 },
		"no geometry":           func(d *Document) { d.Fronts[0].Geometry = nil },
		"null geometry":         func(d *Document) { d.Fronts[0].Geometry = json.RawMessage(`null`) },
		"ids":                   func(d *Document) { d.ID = "A-z_0.9~" },
		"poles":                 func(d *Document) { *d.Mentions[0].Lat, *d.Mentions[0].Lon = -90, 180 },
	} {
		d := sound()
		change(&d)
		if err := d.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Document)
		field  string
	}{
		"no id":                   {func(d *Document) { d.ID = "" }, "id"},
		"a slash in the id":       {func(d *Document) { d.ID = "a/b" }, "id"},
		"an Arabic id":            {func(d *Document) { d.ID = "حلب" }, "id"},
		"a step up":               {func(d *Document) { d.ID = ".." }, "id"},
		"a long id":               {func(d *Document) { d.ID = strings.Repeat("a", maxID+1) }, "id"},
		"yesterday":               {func(d *Document) { d.Published = "yesterday" }, "published"},
		"no such day":             {func(d *Document) { d.Published = "2019-02-30" }, "published"},
		"focus beyond the pole":   {func(d *Document) { d.Focus.Lat = 90.5 }, "focus.lat"},
		"focus too sure":          {func(d *Document) { d.Focus.Confidence = 1.5 }, "focus.confidence"},
		"before the text":         {func(d *Document) { d.Mentions[0].Start = -1 }, "mentions[0].start"},
		"ends before it starts":   {func(d *Document) { d.Mentions[0].End = 3 }, "mentions[0].end"},
		"beyond the text":         {func(d *Document) { d.Mentions[0].End = 10 }, "mentions[0].end"},
		"offsets in bytes":        {func(d *Document) { d.Mentions[0].End = len(d.Text) }, "mentions[0].end"},
		"sentence beyond":         {func(d *Document) { d.Mentions[0].Sentence = &[2]int{0, 10} }, "mentions[0].sentence"},
		"lat and lon swapped":     {func(d *Document) { *d.Mentions[0].Lat, *d.Mentions[0].Lon = 136, 35 }, "mentions[0].lat"},
		"lon beyond":              {func(d *Document) { *d.Mentions[0].Lon = -180.01 }, "mentions[0].lon"},
		"lat is not a number":     {func(d *Document) { *d.Mentions[0].Lat = math.NaN() }, "mentions[0].lat"},
		"lat alone":               {func(d *Document) { d.Mentions[0].Lon = nil }, "mentions[0].lat"},
		"an id with a space":      {func(d *Document) { *d.Mentions[0].Place = "gn 1" }, "mentions[0].place"},
		"percent":                 {func(d *Document) { d.Mentions[0].Confidence = 87 }, "mentions[0].confidence"},
		"no precision of a date":  {func(d *Document) { d.Mentions[0].DatePrecision = "week" }, "mentions[0].date_precision"},
		"no source of a date":     {func(d *Document) { d.Fronts[0].DateFrom = "hearsay" }, "fronts[0].date_from"},
		"mention of no day":       {func(d *Document) { d.Mentions[0].Date = "22.8.2019" }, "mentions[0].date"},
		"candidate off the earth": {func(d *Document) { d.Mentions[0].Candidates[0].Lon = 200 }, "mentions[0].candidates[0]"},
		"front beyond the text":   {func(d *Document) { d.Fronts[0].End = 99 }, "fronts[0].end"},
		"no GeoJSON":              {func(d *Document) { d.Fronts[0].Geometry = json.RawMessage(`"POINT (36 35)"`) }, "fronts[0].geometry"},
		"less than no doubt":      {func(d *Document) { d.Fronts[0].UncertaintyKm = -1 }, "fronts[0].uncertainty_km"},
		"infinite doubt":          {func(d *Document) { d.Fronts[0].UncertaintyKm = math.Inf(1) }, "fronts[0].uncertainty_km"},
		"front of no day":         {func(d *Document) { d.Fronts[0].Date = &d.Text }, "fronts[0].date"},
		"anchor off the earth":    {func(d *Document) { d.Fronts[0].Anchors = []Anchor{{Lat: -91}} }, "fronts[0].anchors[0]"},
	} {
		d := sound()
		c.change(&d)
		var e *DocumentError
		if err := d.Check(); !errors.As(err, &e) || e.Field != c.field || e.ID != d.ID {
			t.Errorf("%s: %v, want something about %s", name, err, c.field)
		}
	}
}

func TestReadDocument(t *testing.T) {
	for name, c := range map[string]struct {
		line string
		id   string
		ok   bool
	}{
		"as parse writes it": {`{"id":"a1","lang":"en","focus":null,"mentions":[{"start":0,"end":4}],"fronts":[]}`, "a1", true},
		"a number as id":     {`{"id":17,"mentions":[]}`, "17", true},
		"no id":              {`{"mentions":[]}`, "83182dca7ffa2404", true},
		"no mentions":        {`{"id":"a1","text":"In Aleppo."}`, "", false},
		"null mentions":      {`{"id":"a1","mentions":null}`, "", false},
		"unknown keys":       {`{"id":"a1","mentions":[{"colour":"red"}],"x":{}}`, "a1", true},
	} {
		d, ok, err := ReadDocument([]byte(c.line))
		if err != nil || ok != c.ok || d.ID != c.id {
			t.Errorf("%s: %q, %v, %v", name, d.ID, ok, err)
		}
	}
	for _, line := range []string{``, `[]`, `{"mentions":{}}`, `{"id":[1],"mentions":[]}`, `{"id":{},"mentions":[]}`, `{"id":true,"mentions":[]}`, `{"mentions":[{"start":"0"}]}`, `{"id":"a1"`} {
		if d, ok, err := ReadDocument([]byte(line)); err == nil {
			t.Errorf("%s: %+v, %v", line, d, ok)
		}
	}
}

// written is the JSON of a document.
func written(t testing.TB, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
