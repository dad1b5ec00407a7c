package notify

import (
	"dateline/archive/subscriptions"
	"fmt"
	"strings"
	"testing"

	"dateline/document"
	"dateline/view"

	"github.com/tidwall/gjson"
)

// TestNear: a circle selects what lies in it, alone and with a filter as text or JSON, across the
// antimeridian too.
func TestNear(t *testing.T) {
	at := func(id string, lon, lat, confidence float64) document.Document {
		name := "X"
		return document.Document{ID: id, Text: "X", Mentions: []document.Mention{{Start: 0, End: 1, Phrase: "X", Place: &name, Name: &name, Lon: &lon, Lat: &lat, Role: "place", Confidence: confidence}}}
	}
	docs := []document.Document{
		at("idlib", 36.63, 35.93, 0.9), at("doubtful", 36.64, 35.93, 0.4), at("ten-km", 36.74, 35.93, 0.9), at("twenty-km", 36.86, 35.93, 0.9),
		at("fiji", 179.95, -17, 0.9), at("beyond", -179.95, -17, 0.9),
	}
	for _, c := range []struct{ near, filter, want string }{
		{"36.63,35.93,15", "", `["idlib","doubtful","ten-km"]`},
		{"36.63,35.93,25", "", `["idlib","doubtful","ten-km","twenty-km"]`},
		{"36.63, 35.93, 5", "confidence > 0.5", `["idlib"]`},
		{"36.63,35.93,15", "confidence > 0.5 OR confidence < 0.1", `["idlib","ten-km"]`},
		{"36.63,35.93,15", `{"op":">","args":[{"property":"confidence"},0.5]}`, `["idlib","ten-km"]`},
		{"179.9,-17,8", "", `["fiji"]`},
		{"179.9,-17,25", "", `["fiji","beyond"]`},
		{"-179.9,-17,25", "confidence > 0.8", `["fiji","beyond"]`},
		{"0,0,10", "", `[]`},
	} {
		s, err := Request{Name: "near", Address: "https://desk.example/", Near: c.near, Filter: c.filter}.Subscription(morning)
		if err != nil {
			t.Errorf("%s %s: %v", c.near, c.filter, err)
			continue
		}
		body, _, err := selected(t.Context(), &s, view.New(docs), &subscriptions.Delivery{Selected: map[string][]string{}})
		if got := gjson.GetBytes(body, "features.#.properties.article").Raw; err != nil || got != c.want {
			t.Errorf("%s %s: %s, %v, want %s", c.near, c.filter, got, err, c.want)
		}
	}
}

// TestEvery: calls are an hour apart unless requested otherwise.
func TestEvery(t *testing.T) {
	for every, want := range map[int]string{0: "1h0m0s", 60: "1m0s", 86400: "24h0m0s"} {
		s, err := Request{Name: "a", Address: "https://desk.example/", Every: every}.Subscription(morning)
		if got := fmt.Sprint(s.Every); err != nil || got != want || s.Collection != "mentions" {
			t.Errorf("%d: %s, %v", every, got, err)
		}
	}
}

// TestNames: a name consists of letters and digits of any script, at most 64 characters.
func TestNames(t *testing.T) {
	for name, good := range map[string]bool{
		"": false, " a": false, "a\nb": false, "my desk-1": true, strings.Repeat("ح", maxName): true, strings.Repeat("ح", maxName+1): false,
	} {
		if _, err := (Request{Name: name, Address: "https://desk.example/"}).Subscription(morning); (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
	}
}
