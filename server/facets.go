package server

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"dateline/geo"
)

// relFacets leads to what values mentions have, and how often.
const relFacets = "facets"

// facetsDoc says how many mentions have each value of some properties. Mentions
// that stand for the anchor of a front are not counted.
type facetsDoc struct {
	NumberMatched int        `json:"numberMatched"`
	Facets        []facetDoc `json:"facets"`
	Links         []link     `json:"links"`
}

type facetDoc struct {
	Name   string     `json:"name"`
	Values []valueDoc `json:"values"` // those of most mentions first
}

type valueDoc struct {
	Value *string `json:"value"` // null where there is none; of confidence the tenth that it is cut down to
	Count int     `json:"count"`
}

// facetNames lists the properties with few values that the collection has.
func (c *collection) facetNames() []string {
	names := []string{"source", "language", "kind", "role", "precision", "confidence"}
	return slices.DeleteFunc(names, func(name string) bool {
		return !slices.ContainsFunc(c.properties, func(p property) bool { return p.name == name })
	})
}

// facets answers with the counts of the values that the selected mentions have.
func (s *service) facets(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	names := req.collection.facetNames()
	sums := make([]map[any]int, len(names))
	for i := range sums {
		sums[i] = map[any]int{}
	}
	doc := facetsDoc{Links: req.own()}
	for f := range counted(layer, &req.params.Query) {
		doc.NumberMatched++
		for i, name := range names {
			sums[i][facetValue(f, name)]++
		}
	}
	for i, name := range names {
		doc.Facets = append(doc.Facets, facetDoc{name, valueDocs(sums[i])})
	}
	return okJSON(req, doc)
}

// facetValue returns a property's value, of confidence its tenth.
func facetValue(f geo.Feature, name string) any {
	v := f.Property(name)
	if n, ok := v.(float64); ok {
		return math.Floor(n*10+1e-9) / 10
	}
	return v
}

func valueDocs(sum map[any]int) []valueDoc {
	docs := make([]valueDoc, 0, len(sum))
	for v, n := range maps.All(sum) {
		d := valueDoc{Count: n}
		if v != nil {
			text := fmt.Sprint(v)
			d.Value = &text
		}
		docs = append(docs, d)
	}
	slices.SortFunc(docs, func(a, b valueDoc) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.text(), b.text()))
	})
	return docs
}

// text orders values; null comes before all.
func (d valueDoc) text() string {
	if d.Value == nil {
		return ""
	}
	return "=" + *d.Value
}
