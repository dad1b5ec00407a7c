package feature

import (
	"fmt"
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
		if add(); b.table.groups[0].len() != 14 || b.table.slots != 3 {
			t.Fatalf("%d combinations of 14, %d slots", b.table.groups[0].len(), b.table.slots)
		}
		b.known[0] = combinations{numbers: map[uint64]code{}}
		b.recallCombinations()
	}
}

// TestEqualHashes: combinations whose hashes are equal are told apart.
func TestEqualHashes(t *testing.T) {
	g := &group{from: 0, to: 1, sets: []code{0, 5, 0, 6}}
	values := []code{6}
	hash := hashOf(values)
	c := combinations{numbers: map[uint64]code{hash: 0}}
	if at, found := c.find(g, values); found || at != hash+1 {
		t.Errorf("%d, %v", at-hash, found)
	}
	c.numbers[hash+1] = 1
	if at, found := c.find(g, values); !found || at != hash+1 {
		t.Errorf("%d, %v", at-hash, found)
	}
}
