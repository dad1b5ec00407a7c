package ogc_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/document"
	"dateline/schema"
	"dateline/server/servertest"
	"dateline/view"
)

// TestTableSaysWhatFeaturesHold: each property of each feature is in the table, in its column and
// of its type.
func TestTableSaysWhatFeaturesHold(t *testing.T) {
	v := view.New(append(servertest.Documents(), taken("eeeeeeeeeeeeeeee", "Syrian Army", "gn1", 36.6), taken("ffffffffffffffff", "Hayat Tahrir al-Sham", "gn2", 36.7)))
	for _, c := range schema.Collections() {
		layer, ok := v.Layer(c.ID)
		if !ok || layer.Len() == 0 {
			t.Fatalf("nothing in %s", c.ID)
		}
		for i := range layer.Len() {
			n := 0
			for j, p := range layer.At(i).Properties {
				n++
				if j >= len(c.Properties) || c.Properties[j].Name != p.Name {
					t.Fatalf("%s: property %d of features is %s", c.ID, j, p.Name)
				}
				b, _ := json.Marshal(p.Value)
				if !fits(c.Properties[j].Type, string(b)) {
					t.Errorf("%s: %s is %s, not %s", c.ID, p.Name, b, c.Properties[j].Type.SQL())
				}
			}
			if n != len(c.Properties) {
				t.Errorf("%s: features have %d properties of %d", c.ID, n, len(c.Properties))
			}
		}
	}
	if len(schema.Collections()) != len(v.Layers()) {
		t.Errorf("%d collections of %d layers", len(schema.Collections()), len(v.Layers()))
	}
}

// taken is an article that reports that somebody took a town.
func taken(id, by, town string, lon float64) document.Document {
	d := servertest.NewDocument(id, by+" takes a town", "2019-08-20", servertest.Mention(by+"'s town", town, lon, 35.4, ""))
	m := &d.Mentions[0]
	d.Events = []document.Event{{
		Start: 0, End: 4, Trigger: "takes", Type: "capture", Status: "reported", Holder: &by, Confidence: 0.8,
		Places: []document.EventPlace{{Start: m.Start, End: m.End, Place: m.Place, Name: m.Name, Lat: m.Lat, Lon: m.Lon, Precision: m.Precision}},
	}}
	return d
}

func fits(t schema.Type, value string) bool {
	switch {
	case value == "null":
		return true
	case t == schema.Boolean:
		return value == "true" || value == "false"
	case t == schema.Integer || t == schema.Number:
		return !strings.HasPrefix(value, `"`)
	case t == schema.Records:
		return strings.HasPrefix(value, `[{"`)
	}
	return strings.HasPrefix(value, `"`)
}
