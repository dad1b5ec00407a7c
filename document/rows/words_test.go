package rows

import (
	"slices"
	"testing"

	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/newsdate"
	"dateline/schema"
)

// TestWordsOfTheSchema: the values that the schema lists are those of the packages that make them.
func TestWordsOfTheSchema(t *testing.T) {
	var types, statuses, precisions []string
	for _, k := range event.Types() {
		types = append(types, string(k.Type))
	}
	for _, s := range event.Statuses() {
		statuses = append(statuses, string(s))
	}
	for _, p := range []newsdate.Precision{newsdate.Day, newsdate.Month, newsdate.Year} {
		precisions = append(precisions, p.String())
	}
	sources := []string{string(geoparse.FromText), string(geoparse.FromContext), string(geoparse.FromPublished), string(geoparse.FromNeighbour)}
	for name, lists := range map[string][2][]string{
		"types": {schema.EventTypes(), types}, "statuses": {schema.EventStatuses(), statuses},
		"precisions": {schema.DatePrecisions(), precisions}, "sources": {schema.DateSources(), sources},
	} {
		slices.Sort(lists[0])
		slices.Sort(lists[1])
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: %q in the schema, %q in the code", name, lists[0], lists[1])
		}
	}
}
