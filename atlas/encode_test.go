package atlas

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"
)

// marshal is what encode must give: encoding/json of the document with lists
// where it has none.
func marshal(d *Document) ([]byte, error) {
	full := *d
	full.Mentions = append([]Mention{}, d.Mentions...)
	for i := range full.Mentions {
		full.Mentions[i].Candidates = append([]Candidate{}, full.Mentions[i].Candidates...)
	}
	full.Fronts = append([]Front{}, d.Fronts...)
	for i := range full.Fronts {
		full.Fronts[i].Anchors = append([]Anchor{}, full.Fronts[i].Anchors...)
		if len(full.Fronts[i].Geometry) == 0 {
			full.Fronts[i].Geometry = json.RawMessage("null")
		}
	}
	return json.Marshal(&full)
}

func checkEncoded(t *testing.T, d *Document) {
	t.Helper()
	got, err := d.encode()
	want, wrong := marshal(d)
	if (err == nil) != (wrong == nil) || err == nil && !bytes.Equal(got, want) {
		t.Errorf("%s, %v\nwant\n%s, %v", got, err, want, wrong)
	}
}

func TestEncode(t *testing.T) {
	for _, d := range append(newCorpus(93).documents(0, 20), Document{}, sound()) {
		checkEncoded(t, &d)
	}
	for _, s := range []string{"", "plain", "\"\\\n\r\t\b\f\x00\x7f", "<&>", "a<b", "خان شيخون 𝄞", "\u2028", "\u2029", "\ufffd", "\xff", "a\xc3", "/'"} {
		d := sound()
		d.Title, d.Text, d.Mentions[0].Reason, d.Mentions[0].Name = s, "a"+s+"b", s, &s
		checkEncoded(t, &d)
	}
	for _, v := range []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1e-6, 9.9e-7, -1e-9, 1e20, 1e21, -1e21, math.MaxFloat64, math.SmallestNonzeroFloat64, math.NaN(), math.Inf(1)} {
		d := sound()
		d.Mentions[0].Lat, d.Mentions[0].Confidence = &v, v
		checkEncoded(t, &d)
	}
	for _, raw := range []string{"", "null", `{"type": "Point", "coordinates": [1, 2]}`, `["<"]`, "{", "nul"} {
		d := sound()
		d.Fronts[0].Geometry, d.Fronts[0].Tree = json.RawMessage(raw), json.RawMessage(raw)
		checkEncoded(t, &d)
	}
}
