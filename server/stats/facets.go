package stats

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"dateline/feature"
	"dateline/server"
)

// facetsDoc counts mentions by the values of some properties. Mentions that are anchors of
// fronts are not counted.
type facetsDoc struct {
	NumberMatched int           `json:"numberMatched"`
	Facets        []facetDoc    `json:"facets"`
	Links         []server.Link `json:"links"`
}

type facetDoc struct {
	Name   string     `json:"name"`
	Values []valueDoc `json:"values"` // most frequent first
}

type valueDoc struct {
	Value *string `json:"value"` // null for none; of confidence, rounded down to a tenth
	Count int     `json:"count"`
}

// facetNames lists the properties of a collection that have few values.
func facetNames(c *server.Collection) []string {
	names := []string{"source", "language", "kind", "role", "precision", "confidence"}
	return slices.DeleteFunc(names, func(name string) bool {
		return c.Index(name) < 0
	})
}

// facets answers with counts of the values of the selected mentions.
func facets(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	doc := facetsDoc{Links: req.Links()}
	var all []facet
	names := facetNames(req.Collection)
	for _, name := range names {
		all = append(all, facet{name: name, counts: map[uint32]*facetCount{}})
	}
	err = layer.Values(req, &req.Select, names, []string{roleName}, func(i int, f feature.Feature, n int) {
		x := &all[i]
		if x.table != f.Table() {
			x.table, x.column, x.role = f.Table(), f.Table().Column(x.name), f.Table().Column(roleName)
		}
		if f.Text(x.role) == anchor {
			return
		}
		if i == 0 {
			doc.NumberMatched += n
		}
		x.add(f.Code(x.column), f, n)
	})
	if err != nil {
		return nil, err
	}
	for i := range all {
		doc.Facets = append(doc.Facets, facetDoc{all[i].name, valueDocs(all[i].values())})
	}
	return server.OKJSON(req, doc)
}

// facet counts the values of one property by code.
type facet struct {
	name   string
	table  *feature.Table // of the mentions
	column int            // in it
	role   int            // likewise
	counts map[uint32]*facetCount
}

type facetCount struct {
	feature feature.Feature // one with the value
	n       int
}

func (x *facet) add(code uint32, f feature.Feature, n int) {
	c := x.counts[code]
	if c == nil {
		c = &facetCount{feature: f}
		x.counts[code] = c
	}
	c.n += n
}

// values returns the counts by value; of confidence by tenths.
func (x *facet) values() map[any]int {
	sum := map[any]int{}
	for _, c := range maps.All(x.counts) {
		v := c.feature.Value(x.column)
		if n, ok := v.(float64); ok {
			v = math.Floor(n*10+1e-9) / 10
		}
		sum[v] += c.n
	}
	return sum
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

// text orders values, null first.
func (d valueDoc) text() string {
	if d.Value == nil {
		return ""
	}
	return "=" + *d.Value
}
