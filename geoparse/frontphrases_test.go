package geoparse

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geoparse/spatial"
)

// frontCase is a line of testdata/fronts.jsonl: a sentence, and either a front that must be read in
// it or that there is none.
type frontCase struct {
	Text   string       `json:"text"`
	None   bool         `json:"none,omitempty"`
	Phrase string       `json:"phrase,omitempty"`
	Kind   spatial.Kind `json:"kind,omitempty"`
	Tree   string       `json:"tree,omitempty"` // as written by Tree.String
	In     *orb.Point   `json:"in,omitempty"`   // lon, lat: must lie in it, or within its uncertainty if it is not an area
	Out    *orb.Point   `json:"out,omitempty"`  // must not
}

// TestFrontPhrases is the conformance suite of the grammar. An unknown key is an error.
func TestFrontPhrases(t *testing.T) {
	cases := readFrontCases(t)
	none := 0
	for _, c := range cases {
		fronts := mustParse(t, testParser(), Input{Text: c.Text}).Fronts
		if c.None {
			none++
			if len(fronts) > 0 {
				t.Errorf("%s: %q is a front: %v", c.Text, fronts[0].Phrase, fronts[0].Tree)
			}
			continue
		}
		c.check(t, fronts)
	}
	if len(cases)-none < 150 || none < 30 {
		t.Errorf("%d phrases and %d traps, want 150 and 30", len(cases)-none, none)
	}
}

func (c *frontCase) check(t *testing.T, fronts []Front) {
	t.Helper()
	for i := range fronts {
		f := &fronts[i]
		if f.Phrase != c.Phrase {
			continue
		}
		if f.Kind != c.Kind || f.Tree.String() != c.Tree {
			t.Errorf("%s: %q is a %s, %v, want a %s, %s", c.Text, c.Phrase, f.Kind, f.Tree, c.Kind, c.Tree)
		}
		if !covers(f, *c.In) {
			t.Errorf("%s: %v is not in it: %s", c.Text, *c.In, f.Reading)
		}
		if covers(f, *c.Out) {
			t.Errorf("%s: %v is in it: %s", c.Text, *c.Out, f.Reading)
		}
		if f.Reading == "" || f.UncertaintyKm < 1 || f.Confidence <= 0 || f.Confidence > 1 {
			t.Errorf("%s: reading %q, %v km, confidence %v", c.Text, f.Reading, f.UncertaintyKm, f.Confidence)
		}
		return
	}
	t.Errorf("%s: no front %q, but %v", c.Text, c.Phrase, phrasesOf(fronts))
}

// covers reports whether a point lies in an area, or near a line or point.
func covers(f *Front, p orb.Point) bool {
	if f.Geometry.Dimensions() == 2 {
		return geo.Contains(f.Geometry, p)
	}
	return geo.DistanceTo(f.Geometry, p) <= f.UncertaintyKm
}

func phrasesOf(fronts []Front) []string {
	var phrases []string
	for _, f := range fronts {
		phrases = append(phrases, f.Phrase)
	}
	return phrases
}

func readFrontCases(t *testing.T) []frontCase {
	t.Helper()
	data, err := os.ReadFile("testdata/fronts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var cases []frontCase
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		var c frontCase
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&c); err != nil {
			t.Fatalf("fronts.jsonl:%d: %v", n, err)
		}
		if whole := c.Phrase != "" && c.Tree != "" && c.In != nil && c.Out != nil; c.Text == "" || whole == c.None {
			t.Fatalf("fronts.jsonl:%d: neither a phrase with tree and points, nor none", n)
		}
		cases = append(cases, c)
	}
	return cases
}

// TestFrontsOfRandomWords: for any sequence of words, fronts are in order, without overlaps, and
// drawn on the map.
func TestFrontsOfRandomWords(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	words := strings.Fields(`the of in to and from between A northern north far western rural countryside outskirts pocket front fronts line
		axis axes road M5 border with triangle center bank east Syria Syrian Turkish Hama Idlib Aleppo Saraqib Morek Latamneh Euphrates 10 km miles
		away within about along near city province town Homs' 35km 's , . - ; شمال الشمالي والشمالي ريف وريفها حماة إدلب حلب سراقب محور طريق بين على بعد كم من
		جبهة جيب الحدود السورية التركية المدينة خط التماس مثلث مورك الدولي اقصى وسط و`)
	r := rand.New(rand.NewPCG(21, 22))
	for range 4000 {
		var b strings.Builder
		for range 2 + r.IntN(14) {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		checkFronts(t, b.String(), mustParse(t, testParser(), Input{Text: b.String()}).Fronts)
	}
}

func checkFronts(t *testing.T, text string, fronts []Front) {
	t.Helper()
	runes, end := []rune(text), 0
	for i := range fronts {
		f := &fronts[i]
		if f.Start < end || f.End > len(runes) || string(runes[f.Start:f.End]) != f.Phrase {
			t.Errorf("%q: front %d is %v %q", text, i, f.Span, f.Phrase)
		}
		end = f.End
		bound := f.Geometry.Bound()
		if bound.IsEmpty() || bound.Min[0] < -180 || bound.Max[0] > 180 || bound.Min[1] < -90 || bound.Max[1] > 90 {
			t.Errorf("%q: %q lies in %v", text, f.Phrase, bound)
		}
		if len(f.Anchors) == 0 || strings.Contains(fmt.Sprint(f.Tree), "%!") {
			t.Errorf("%q: anchors %v, tree %v", text, f.Anchors, f.Tree)
		}
	}
}
