package query

import (
	"slices"
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

func TestOrder(t *testing.T) {
	features := []feature.Feature{
		town("b", orb.Point{}, "2019-01-02", 1, true), town("a", orb.Point{}, "", 2, false),
		town("", nil, "2019-01-01", 2, true), town("b", nil, "2019-01-01", 3, false),
	}
	for by, want := range map[string][]int{
		"name": {1, 0, 3, 2}, "-name": {0, 3, 1, 2}, "+mentions": {0, 1, 2, 3}, "-mentions,name": {3, 1, 2, 0},
		"date": {2, 3, 0, 1}, "-date": {0, 2, 3, 1}, "schematic": {1, 3, 0, 2}, "-schematic,-mentions": {2, 0, 3, 1},
	} {
		o, err := ParseOrder(by, filterFields())
		if err != nil {
			t.Fatal(by, err)
		}
		var spots []Cursor
		for i := range features {
			s := o.CursorOf(features[i], i)
			back, err := o.ReadCursor(o.WriteCursor(s))
			if err != nil || o.Compare(s, back) != 0 {
				t.Errorf("%s: %v becomes %v, %v", by, s, back, err)
			}
			spots = append(spots, s)
		}
		slices.SortFunc(spots, o.Compare)
		for i, s := range spots {
			if s.Number != want[i] {
				t.Errorf("%s: %v, want %v", by, spots, want)
				break
			}
		}
	}
}

func TestOrderRefuses(t *testing.T) {
	for _, by := range []string{"", "nothing", "name,", "geometry", "--name", "name,-name", "name asc"} {
		if o, err := ParseOrder(by, filterFields()); err == nil {
			t.Errorf("%q: %v", by, o)
		}
	}
	name, _ := ParseOrder("name", filterFields())
	date, _ := ParseOrder("-date", filterFields())
	if _, err := date.ReadCursor(name.WriteCursor(Cursor{Values: []any{"a"}, Number: 3})); err == nil || !strings.Contains(err.Error(), `order "name"`) {
		t.Error(err)
	}
}

func FuzzReadSpot(f *testing.F) {
	o, _ := ParseOrder("name,-date,mentions,schematic", filterFields())
	f.Add(o.WriteCursor(Cursor{Values: []any{"a", feature.Day(3), 1.5, true}, Number: 7}))
	f.Add("e30")
	f.Fuzz(func(t *testing.T, written string) {
		s, err := o.ReadCursor(written)
		if err == nil {
			o.Compare(s, s)
		}
	})
}

// FuzzParseOrder: an accepted order is written as it was read.
func FuzzParseOrder(f *testing.F) {
	for _, s := range []string{"name,-date", "+name", "geometry", ",,", "- name", "name,name"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o, err := ParseOrder(s, filterFields())
		if err != nil {
			return
		}
		again, err := ParseOrder(o.String(), filterFields())
		if err != nil || !slices.Equal(o, again) || len(o) > len(filterFields()) {
			t.Errorf("%q is read as %v, and that as %v: %v", s, o, again, err)
		}
	})
}
