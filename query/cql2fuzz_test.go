package query

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"testing"

	"dateline/feature"
	"dateline/query/cql2"

	"github.com/paulmach/orb"
)

// FuzzParseFilter and FuzzParseFilterJSON begin with the conformance cases. Any text is read or
// fails with a cql2.Error, and what is selected lies in the bound.
func FuzzParseFilter(f *testing.F) {
	for _, c := range filterCases(f) {
		f.Add(c.Text)
	}
	for _, s := range realFilters(f) {
		f.Add(s)
	}
	for _, s := range []string{"S_WITHIN(geometry,BBOX(170,0,-170,1))", "\xff", "-", "+.e", "a-1", "1^", "POINT Z", "POINT(", "BBOX(-1,+1)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, crs := range Systems() {
			filter, err := ParseFilter(text, filterFields(), crs)
			checkFilter(t, text, filter, err)
		}
	})
}

func FuzzParseFilterJSON(f *testing.F) {
	for _, c := range filterCases(f) {
		f.Add(string(c.JSON))
	}
	for _, s := range []string{`{"op":"in","args":[1,[]]}`, `{"interval":[]}`, `{"type":"Point"}`, `{"type":5}`, `{"bbox":[null]}`, `[]`, "\xff", `{"op":"property","args":[]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		filter, err := ParseFilterJSON(text, filterFields(), CRS84)
		checkFilter(t, text, filter, err)
		if err == nil && !json.Valid([]byte(text)) {
			t.Errorf("%q is taken and is not JSON", text)
		}
	})
}

// realFilters are the filters that make conformance sends to the server.
func realFilters(f *testing.F) []string {
	f.Helper()
	b, err := os.ReadFile("../server/conformance/filters.json")
	if err != nil {
		f.Fatal(err)
	}
	var lists map[string][]string
	if err := json.Unmarshal(b, &lists); err != nil {
		f.Fatal(err)
	}
	return slices.Concat(lists["mentions"], lists["places"], lists["fronts"], lists["articles"])
}

func checkFilter(t *testing.T, text string, filter *Filter, err error) {
	var e *cql2.Error
	if err != nil {
		if !errors.As(err, &e) {
			t.Errorf("%q: %v", text, err)
		}
		return
	}
	if steps, most := stepsFor(filter), 1000*(len(text)+100); steps > most {
		t.Errorf("%d steps for two features and %d bytes", steps, len(text))
	}
	features := []feature.Feature{town("Hama", orb.Point{36.75, 35.13}, "2019-08-22", 7, true), town("", nil, "", 0, false)}
	for i := range features {
		if b := filter.Bound(); selects(filter, features[i]) && b != nil && !features[i].HasGeometry() {
			t.Errorf("%q selects what lies nowhere", text)
		}
	}
}

// stepsFor returns how many steps a filter of two features takes.
func stepsFor(filter *Filter) int {
	two := manyTowns(2)
	e := (&Query{Filter: filter}).On(context.Background(), two)
	for i := range two.Len() {
		_, _ = e.Matches(i) // which has no end
	}
	return e.counter.Total()
}
