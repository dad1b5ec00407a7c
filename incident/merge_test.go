package incident

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// say makes a report from an article of its own.
func say(article, kind string, day int, dated bool, by, of string) Report {
	return Report{Type: kind, Article: article, Day: day, Dated: dated, By: by, Of: of}
}

func TestMerge(t *testing.T) {
	const told, published = true, false
	for _, test := range []struct {
		name    string
		reports []Report
		want    string
	}{
		{"none", nil, "[]"},
		{"one", []Report{say("a", "air_strike", 1, told, "", "")}, "[[0]]"},
		{"two of a day", []Report{say("a", "air_strike", 1, told, "", ""), say("b", "air_strike", 1, told, "", "")}, "[[0 1]]"},
		{"one who is named, one who is not", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 1, told, "", "")}, "[[0 1]]"},
		{"two who are named", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 1, told, "B", "")}, "[[0] [1]]"},
		{"nobody could be either", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 1, told, "B", ""), say("c", "air_strike", 1, told, "", "")}, "[[0] [1] [2]]"},
		{"other words for a strike", []Report{say("a", "air_strike", 1, told, "", ""), say("b", "shelling", 1, told, "", "")}, "[[0 1]]"},
		{"an article tells them apart", []Report{say("a", "air_strike", 1, told, "", ""), say("a", "shelling", 1, told, "", ""), say("b", "shelling", 1, told, "", "")}, "[[0] [1 2]]"},
		{"headline and lead", []Report{say("a", "capture", 1, told, "A", ""), say("a", "capture", 1, told, "A", "B")}, "[[0 1]]"},
		{"strikes of two days", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 2, told, "A", "")}, "[[0] [1]]"},
		{"published the day after", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 2, published, "A", "")}, "[[0 1]]"},
		{"published the day before", []Report{say("a", "air_strike", 1, published, "A", ""), say("b", "air_strike", 2, told, "A", "")}, "[[0] [1]]"},
		{"published on following days", []Report{say("a", "air_strike", 1, published, "A", ""), say("b", "air_strike", 2, published, "A", "")}, "[[0] [1]]"},
		{"the day that fits first", []Report{say("a", "air_strike", 1, told, "A", ""), say("b", "air_strike", 2, told, "A", ""), say("c", "air_strike", 2, published, "A", "")}, "[[0] [1 2]]"},
		{"taken, on two days", []Report{say("a", "capture", 1, told, "A", ""), say("b", "capture", 2, told, "A", "")}, "[[0 1]]"},
		{"taken, and lost by them the day after", []Report{say("a", "capture", 1, told, "A", ""), say("b", "withdrawal", 2, told, "", "A")}, "[[0] [1]]"},
		{"taken from those who leave", []Report{say("a", "capture", 1, told, "A", "B"), say("b", "withdrawal", 1, told, "", "B")}, "[[0 1]]"},
		{"three days in a row", []Report{say("a", "capture", 1, told, "A", ""), say("b", "capture", 2, told, "A", ""), say("c", "capture", 3, told, "A", "")}, "[[0] [1] [2]]"},
		{"two days apart", []Report{say("a", "capture", 1, told, "A", ""), say("b", "capture", 3, told, "A", "")}, "[[0] [1]]"},
		{"clash seen from both sides", []Report{say("a", "clash", 1, told, "A", "B"), say("b", "clash", 1, told, "B", "A"), say("c", "clash", 1, told, "B", "")}, "[[0 1 2]]"},
		{"clashes of others", []Report{say("a", "clash", 1, told, "A", "B"), say("b", "clash", 1, told, "A", "C")}, "[[0] [1]]"},
	} {
		got := Merge(test.reports)
		if got == nil {
			got = [][]int{}
		}
		if s := fmt.Sprint(got); s != test.want {
			t.Errorf("%s: %s, want %s", test.name, s, test.want)
		}
	}
}

// many returns n reports at a few towns, sites and wide places.
func many(seed uint64, n int) []Report {
	r := rand.New(rand.NewPCG(seed, 2))
	kinds, who := []string{"air_strike", "shelling", "clash", "capture", "withdrawal"}, []string{"", "", "A", "B", "C"}
	all := make([]Report, n)
	for i := range all {
		k := r.IntN(12)
		where := Where{Place: fmt.Sprint("p", k), Point: orb.Point{36 + 0.03*float64(k), 35}, Size: Size(k % 3)}
		if where.Size == Spot && k > 6 {
			where.Place = ""
		}
		all[i] = Report{
			Type: kinds[r.IntN(len(kinds))], Article: fmt.Sprint(r.IntN(n)), Day: r.IntN(12), Dated: r.IntN(2) == 0,
			By: who[r.IntN(len(who))], Of: who[r.IntN(len(who))], Where: where,
		}
	}
	return all
}

// TestMergeFits checks all incidents: each report is in one, and is compatible with each other
// report of it.
func TestMergeFits(t *testing.T) {
	merged := 0
	for seed := range uint64(40) {
		all := slices.DeleteFunc(many(seed, 300), func(r Report) bool { return r.Where.Place != "p1" || Group(r.Type) != "strike" })
		seen := make([]int, len(all))
		for _, reports := range Merge(all) {
			merged += len(reports) - 1
			for _, i := range reports {
				seen[i]++
				for _, j := range reports {
					a, b := &all[i], &all[j]
					if d := a.Day - b.Day; d < -1 || d > 1 || !fits(a.By, b.By) {
						t.Fatalf("%+v and %+v are one", *a, *b)
					}
				}
			}
		}
		if slices.ContainsFunc(seen, func(n int) bool { return n != 1 }) {
			t.Fatalf("reports are in %v incidents", seen)
		}
	}
	if merged == 0 {
		t.Fatal("nothing is merged")
	}
}

// kept is an Index with its changes applied to a copy.
type kept struct {
	*Index
	incidents map[int32][]int32
}

func newKept(all []Report) kept {
	return kept{NewIndex(func(n int32) Report { return all[n] }), map[int32][]int32{}}
}

func (k kept) settle(t *testing.T) {
	t.Helper()
	put, gone := k.Changes()
	for _, lead := range gone {
		if k.incidents[lead] == nil {
			t.Fatalf("%d is gone that was not there", lead)
		}
		delete(k.incidents, lead)
	}
	for _, x := range put {
		k.incidents[x.Lead()] = x.Reports
	}
}

// TestIndexIsWhatAllAtOnceGives: after batches of additions and removals the result equals that of
// an Index given the remaining reports at once.
func TestIndexIsWhatAllAtOnceGives(t *testing.T) {
	for seed := range uint64(20) {
		all := many(seed, 400)
		r := rand.New(rand.NewPCG(seed, 3))
		x, there := newKept(all), map[int32]bool{}
		for n := range int32(len(all)) {
			x.Add(n)
			there[n] = true
			if gone := int32(r.IntN(int(n) + 1)); r.IntN(4) == 0 && there[gone] {
				x.Remove(gone)
				delete(there, gone)
			}
			if r.IntN(20) == 0 {
				x.settle(t)
			}
		}
		x.settle(t)
		fresh := newKept(all)
		for n := range int32(len(all)) {
			if there[n] {
				fresh.Add(n)
			}
		}
		fresh.settle(t)
		if !reflect.DeepEqual(x.incidents, fresh.incidents) {
			t.Fatalf("seed %d: %d incidents, %d at once", seed, len(x.incidents), len(fresh.incidents))
		}
		checkWhole(t, x, there)
	}
}

func checkWhole(t *testing.T, x kept, there map[int32]bool) {
	t.Helper()
	n := 0
	for _, reports := range x.incidents {
		n += len(reports)
		for _, r := range reports {
			if !there[r] {
				t.Fatalf("report %d was removed", r)
			}
		}
	}
	if n != len(there) {
		t.Fatalf("%d reports in incidents, of %d", n, len(there))
	}
}

// TestIndexDoesNotFollowOrder gives the same reports in another order.
func TestIndexDoesNotFollowOrder(t *testing.T) {
	for seed := range uint64(10) {
		all := many(seed, 300)
		as := func(order []int) map[string]bool {
			x := newKept(all)
			shuffled := make([]Report, len(all))
			for i, j := range order {
				shuffled[i] = all[j]
			}
			x.read = func(n int32) Report { return shuffled[n] }
			for n := range all {
				x.Add(int32(n))
			}
			x.settle(t)
			sets := map[string]bool{}
			for _, reports := range x.incidents {
				var of []int
				for _, r := range reports {
					of = append(of, order[r])
				}
				slices.Sort(of)
				sets[fmt.Sprint(of)] = true
			}
			return sets
		}
		plain := make([]int, len(all))
		for i := range plain {
			plain[i] = i
		}
		if a, b := as(plain), as(rand.New(rand.NewPCG(seed, 9)).Perm(len(all))); !reflect.DeepEqual(a, b) {
			t.Errorf("seed %d: %d incidents became %d others", seed, len(a), len(b))
		}
	}
}

// TestIndexCostsWhatChanges: adding a report of one place reads those of that place only.
func TestIndexCostsWhatChanges(t *testing.T) {
	var all []Report
	for i := range 20_000 {
		at := i % 2000
		all = append(all, Report{Type: "shelling", Article: fmt.Sprint(i), Day: i / 2000, Dated: true, Where: Where{
			Place: fmt.Sprint(at), Point: orb.Point{float64(at%50) * 0.2, float64(at/50) * 0.2}, Size: Town,
		}})
	}
	reads := 0
	x := NewIndex(func(n int32) Report { reads++; return all[n] })
	for n := range int32(len(all) - 1) {
		x.Add(n)
	}
	x.Changes()
	reads = 0
	x.Add(int32(len(all) - 1))
	x.Changes()
	if reads > 100 {
		t.Errorf("%d reports are read for one more", reads)
	}
}

// TestIndexReadsTwice: a report is read when it is added and when its place is merged, however many
// are compared with it: at sites around a town, in a town that many took.
func TestIndexReadsTwice(t *testing.T) {
	var all []Report
	for i := range 2000 {
		r := Report{Type: "shelling", Article: fmt.Sprint(i), Day: i % 5, Dated: true, By: fmt.Sprint(i / 20 % 10), Where: Where{Place: "town", Point: orb.Point{36, 35}, Size: Town}}
		switch {
		case i%4 == 0:
			r.Where = Where{fmt.Sprint("hospital", i%40), orb.Point{36.01, 35}, Spot}
		case i%4 == 1:
			r.Type = "capture"
		}
		all = append(all, r)
	}
	reads := 0
	x := NewIndex(func(n int32) Report { reads++; return all[n] })
	for n := range int32(len(all)) {
		x.Add(n)
	}
	if put, _ := x.Changes(); len(put) < 50 || !slices.ContainsFunc(put, func(i Incident) bool { return len(i.Against) > 0 }) {
		t.Fatalf("%d incidents, of which none is against another", len(put))
	}
	if reads != 2*len(all) {
		t.Errorf("%d reads of %d reports", reads, len(all))
	}
}

// TestSpots: a report at a hospital is one of its town, if there is one town.
func TestSpots(t *testing.T) {
	at := func(place string, lon float64, size Size, by string) Report {
		return Report{Type: "air_strike", Article: place + by, Day: 1, Dated: true, By: by, Where: Where{place, orb.Point{lon, 35}, size}}
	}
	for _, test := range []struct {
		name    string
		reports []Report
		want    int
	}{
		{"in town", []Report{at("town", 36, Town, "A"), at("hospital", 36.03, Spot, "")}, 1},
		{"far away", []Report{at("town", 36, Town, "A"), at("hospital", 36.1, Spot, "")}, 2},
		{"by another", []Report{at("town", 36, Town, "A"), at("hospital", 36.03, Spot, "B")}, 2},
		{"between two towns", []Report{at("town", 36, Town, "A"), at("hospital", 36.03, Spot, ""), at("village", 36.06, Town, "A")}, 3},
		{"two towns", []Report{at("town", 36, Town, "A"), at("village", 36.03, Town, "A")}, 2},
		{"a province twice", []Report{at("province", 36, Wide, ""), at("province", 36, Wide, "")}, 2},
		{"coordinates", []Report{at("town", 36, Town, "A"), at("", 36.01, Spot, "A")}, 1},
	} {
		x := newKept(test.reports)
		for n := range test.reports {
			x.Add(int32(n))
		}
		if x.settle(t); len(x.incidents) != test.want {
			t.Errorf("%s: %d incidents, want %d", test.name, len(x.incidents), test.want)
		}
	}
}
