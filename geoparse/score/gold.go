// Package score measures a geoparser against gold standards with the field's
// usual figures: strict and overlap precision, recall and F1 of recognition;
// accuracy within 161 km, mean, median and AUC of resolution (Gritta et al.,
// "A pragmatic guide to geoparsing evaluation", 2020); recall, kind, anchors
// and direction of fronts; accuracy of the focus.
package score

import (
	"encoding/json"
	"fmt"
	"io"

	"dateline/jsonstream"
)

// Document is an annotated document. Offsets count Unicode code points of Text, end exclusive.
type Document struct {
	ID          string
	Text        string
	Title       string
	Published   string
	Toponyms    []Toponym
	Fronts      []Front
	Events      []GoldEvent
	Expect      []Expectation // of a probe
	Governorate string        // focus: a first-level division; empty if none
}

// Toponym is an annotated toponym.
type Toponym struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Phrase string   `json:"phrase"`
	Lat    *float64 `json:"lat"`
	Lon    *float64 `json:"lon"`
	TolKm  *float64 `json:"tol_km"`
	// Optional names are neither required nor wrong
	Optional bool   `json:"optional"`
	Type     string `json:"type"`
}

// Front is an annotated spatial expression.
type Front struct {
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Phrase   string   `json:"phrase"`
	Geometry string   `json:"geometry"` // line, area or point
	Anchors  []Anchor `json:"anchors"`
	Bearing  *float64 `json:"bearing"` // degrees clockwise from north, from the first anchor
}

// Anchor is a place that a front is drawn from.
type Anchor struct {
	Name string  `json:"name"`
	Lat  float64 `json:"lat"`
	Lon  float64 `json:"lon"`
}

// ReadGold reads one document per line. An error names the line.
func ReadGold(r io.Reader) ([]Document, error) {
	var docs []Document
	err := jsonstream.Each(r, func(line []byte) error {
		d, err := readDocument(line)
		docs = append(docs, d)
		return err
	})
	if err != nil {
		return nil, err
	}
	return docs, nil
}

func readDocument(line []byte) (Document, error) {
	var raw struct {
		ID          any           `json:"id"`
		Text        string        `json:"text"`
		Title       string        `json:"title"`
		Published   string        `json:"published"`
		Toponyms    []Toponym     `json:"toponyms"`
		Fronts      []Front       `json:"fronts"`
		Events      []goldEvent   `json:"events"`
		Governorate string        `json:"governorate"`
		Expect      []Expectation `json:"expect"`
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Document{}, err
	}
	d := Document{
		ID: fmt.Sprint(raw.ID), Text: raw.Text, Title: raw.Title, Published: raw.Published,
		Toponyms: raw.Toponyms, Fronts: raw.Fronts, Governorate: raw.Governorate, Expect: raw.Expect,
	}
	for i := range raw.Events {
		if len(raw.Events[i].Types) == 0 {
			continue // other corpora mark events without types
		}
		d.Events = append(d.Events, raw.Events[i].event())
	}
	return d, nil
}

// noGold reports whether a type marks what some corpora annotate but is not a toponym.
func noGold(kind string) bool {
	switch kind {
	case "Non_Toponym", "Literal_Expression", "Non_Lit_Expression":
		return true
	}
	return false
}
