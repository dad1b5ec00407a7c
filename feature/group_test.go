package feature

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestGrouped: neighbours with one name share a slot; a column without any has its own.
func TestGrouped(t *testing.T) {
	for groups, want := range map[string]string{
		"":          "",
		"-":         "1",
		"- - -":     "1 2 3",
		"a a -":     "1 1 2",
		"- a a b b": "1 2 2 3 3",
		"a - a":     "1 2 3",
		"a b b a a": "1 2 2 3 3",
	} {
		var columns []column
		for _, name := range strings.Fields(groups) {
			columns = append(columns, column{Column: Column{Group: strings.Trim(name, "-")}})
		}
		made, slots := grouped(columns)
		var got []string
		for i, c := range columns {
			got = append(got, fmt.Sprint(c.slot))
			if c.group != alone && (i < made[c.group].from || i >= made[c.group].to) {
				t.Errorf("%s: column %d is in %+v", groups, i, made[c.group])
			}
		}
		if s := strings.Join(got, " "); s != want || slots > 1 && got[len(got)-1] != fmt.Sprint(slots-1) {
			t.Errorf("%s: slots %s of %d, want %s", groups, s, slots, want)
		}
	}
}

// TestCombinationsAreStoredOnce, also those added after a snapshot was read.
func TestCombinationsAreStoredOnce(t *testing.T) {
	b := NewBuilder([]Column{{Name: "place", Kind: Text, Group: "name"}, {Name: "name", Kind: Text, Group: "name"}, {Name: "n", Kind: Integer}})
	add := func() {
		for i := range 100 {
			b.Start("x", nil, Days{})
			b.Text(fmt.Sprint("place ", i%7))
			b.Text(fmt.Sprint("name ", i%2))
			b.Integer(i)
			b.Add()
		}
	}
	for range 2 {
		if add(); len(b.known[0].codes) != 14 || b.table.slots != 3 {
			t.Fatalf("%d combinations of 14, %d slots", len(b.known[0].codes), b.table.slots)
		}
		codes := slices.Collect(maps.Values(b.known[0].codes))
		b.known[0] = combinations{codes: map[uint64]code{}}
		b.recallCombinations(0, codes)
	}
}

// TestEqualHashes: combinations whose hashes are equal are told apart.
func TestEqualHashes(t *testing.T) {
	var in arena
	g, values := &group{0, 1}, []code{7}
	other, own := in.add([]byte("\x05\x00\x00\x00,…")), in.add([]byte("\x07\x00\x00\x00,…"))
	hash := hashOf(values)
	c := combinations{codes: map[uint64]code{hash: other}}
	if key, found := c.find(g, &in, values); found || key != hash+1 {
		t.Errorf("%d, %v", key-hash, found)
	}
	c.codes[hash+1] = own
	if key, found := c.find(g, &in, values); !found || key != hash+1 {
		t.Errorf("%d, %v", key-hash, found)
	}
}
