package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"
	"time"

	"dateline/feature"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// rowOf writes a feature as CSV and returns its cells by their columns.
func rowOf(t *testing.T, collection string, properties ...feature.Property) map[string]string {
	t.Helper()
	all := schema.Collections()
	table := &all[slices.IndexFunc(all, func(c schema.Collection) bool { return c.ID == collection })]
	values := make([]feature.Property, len(table.Properties))
	for i, p := range table.Properties {
		values[i].Name = p.Name
		for _, given := range properties {
			if given.Name == p.Name {
				values[i].Value = given.Value
			}
		}
	}
	f := feature.NewFeature("a-1-2", orb.Point{36.5, 35.25}, feature.Days{}, values)
	var b bytes.Buffer
	if err := CSV(t.Context(), &b, table, slices.Values([]feature.Feature{f}), false); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(lines) != 2 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	row := map[string]string{}
	for i, column := range lines[0] {
		if _, twice := row[column]; twice {
			t.Errorf("column %s stands twice", column)
		}
		row[column] = lines[1][i]
	}
	return row
}

// TestACLED writes a capture, an event that ACLED does not code, and incidents whose reports agree
// or disagree on the number of deaths.
func TestACLED(t *testing.T) {
	day := time.Date(2019, 8, 21, 0, 0, 0, 0, time.UTC)
	capture := []feature.Property{
		{Name: "type", Value: "capture"}, {Name: "agent", Value: "Syrian Army"}, {Name: "held_before", Value: "rebels"}, {Name: "actor_group", Value: "syria/government"},
		{Name: "name", Value: "Kafr Nabl"}, {Name: "precision", Value: "town"}, {Name: "date", Value: day}, {Name: "date_precision", Value: "day"}, {Name: "sentence", Value: "The army took it."},
	}
	for _, test := range []struct {
		name, collection string
		of               []feature.Property
		want             map[string]string
	}{
		{"a capture by a government", schema.Events, capture, map[string]string{
			"event_id_cnty": "a-1-2", "event_date": "2019-08-21", "year": "2019", "time_precision": "1", "disorder_type": "Political violence", "event_type": "Battles",
			"sub_event_type": "Government regains territory", "actor1": "Syrian Army", "actor2": "rebels", "location": "Kafr Nabl", "latitude": "35.25", "longitude": "36.5",
			"geo_precision": "1", "notes": "The army took it.", "fatalities": "", "type": "capture",
		}},
		{"who holds a place", schema.Events, []feature.Property{{Name: "type", Value: "control"}, {Name: "phrase", Value: "the plain"}, {Name: "precision", Value: "region"}}, map[string]string{
			"event_type": "", "sub_event_type": "", "location": "the plain", "geo_precision": "3", "event_date": "", "year": "",
		}},
		{"by rebels", schema.Events, []feature.Property{{Name: "type", Value: "capture"}, {Name: "actor_group", Value: "syria/opposition"}}, map[string]string{"sub_event_type": "Non-state actor overtakes territory"}},
		{"by whom is not known", schema.Events, []feature.Property{{Name: "type", Value: "capture"}}, map[string]string{"event_type": "Battles", "sub_event_type": ""}},
		{"a month", schema.Events, []feature.Property{{Name: "date", Value: day}, {Name: "date_precision", Value: "month"}}, map[string]string{"time_precision": "3"}},
		{"the dead", schema.Incidents, []feature.Property{{Name: "type", Value: "air_strike"}, {Name: "killed_least", Value: 7}, {Name: "killed_most", Value: 7}}, map[string]string{"fatalities": "7", "sub_event_type": "Air/drone strike"}},
		{"the dead, disputed", schema.Incidents, []feature.Property{{Name: "type", Value: "protest"}, {Name: "killed_least", Value: 7}, {Name: "killed_most", Value: 9}}, map[string]string{"fatalities": "", "disorder_type": "Demonstrations"}},
	} {
		row := rowOf(t, test.collection, test.of...)
		for column, want := range test.want {
			if got, ok := row[column]; !ok || got != want {
				t.Errorf("%s: %s is %q, want %q", test.name, column, got, want)
			}
		}
	}
	if _, ok := rowOf(t, schema.Mentions)["event_date"]; ok {
		t.Error("mentions have ACLED's columns")
	}
}
