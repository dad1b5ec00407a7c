package query

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/feature"
)

// TestTemporalRelations: all relations between two intervals of days.
func TestTemporalRelations(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b [2]int32
		want string
	}{
		{"apart", [2]int32{1, 2}, [2]int32{4, 5}, "t_before t_disjoint"},
		{"apart, the other way", [2]int32{4, 5}, [2]int32{1, 2}, "t_after t_disjoint"},
		{"on following days", [2]int32{1, 2}, [2]int32{3, 4}, "t_before t_disjoint"},
		{"sharing a day", [2]int32{1, 3}, [2]int32{3, 4}, "t_intersects t_meets"},
		{"sharing a day, the other way", [2]int32{3, 4}, [2]int32{1, 3}, "t_intersects t_metby"},
		{"sharing two", [2]int32{1, 3}, [2]int32{2, 4}, "t_intersects t_overlaps"},
		{"sharing two, the other way", [2]int32{2, 4}, [2]int32{1, 3}, "t_intersects t_overlappedby"},
		{"within", [2]int32{2, 3}, [2]int32{1, 4}, "t_during t_intersects"},
		{"around", [2]int32{1, 4}, [2]int32{2, 3}, "t_contains t_intersects"},
		{"the same", [2]int32{2, 3}, [2]int32{2, 3}, "t_equals t_intersects"},
		{"the same beginning", [2]int32{2, 3}, [2]int32{2, 5}, "t_intersects t_starts"},
		{"the same beginning, longer", [2]int32{2, 5}, [2]int32{2, 3}, "t_intersects t_startedby"},
		{"the same end", [2]int32{3, 5}, [2]int32{2, 5}, "t_finishes t_intersects"},
		{"the same end, longer", [2]int32{2, 5}, [2]int32{3, 5}, "t_finishedby t_intersects"},
		{"one day", [2]int32{3, 3}, [2]int32{3, 3}, "t_equals t_intersects t_meets t_metby"},
	} {
		days := func(d [2]int32) feature.Days {
			return feature.Days{First: feature.Day(d[0]), Last: feature.Day(d[1]), Known: true}
		}
		var holds []string
		for _, name := range slices.Sorted(maps.Keys(temporalRelations())) {
			if temporalRelations()[name](days(tt.a), days(tt.b)) {
				holds = append(holds, name)
			}
		}
		if got := strings.Join(holds, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
