package incident

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

// along makes reports at places along a line of 3 degrees, over 40 days.
func along(r *rand.Rand, n int) []Report {
	kinds, who := []string{"air_strike", "shelling", "capture", "withdrawal"}, []string{"", "", "A", "B", "C"}
	all := make([]Report, n)
	for i := range all {
		k := r.IntN(60)
		where := Where{Place: fmt.Sprint("p", k), Point: orb.Point{36 + 0.05*float64(k), 35}, Size: Size(1 + k%2)}
		if where.Size == Spot {
			where.Point[0] -= 0.02
		}
		all[i] = Report{Type: kinds[r.IntN(len(kinds))], Article: fmt.Sprint(i), Day: r.IntN(40), Dated: r.IntN(2) == 0, By: who[r.IntN(len(who))], Of: who[r.IntN(len(who))], Where: where}
	}
	return all
}

// found returns the incidents, by their leads, whose first day and cell pass a test.
func found(all []Report, of func(n int) bool, is func(day int, c [2]int) bool) map[int32]Incident {
	x := NewIndex(func(n int32) Report { return all[n] })
	for n := range all {
		if of(n) {
			x.Add(int32(n))
		}
	}
	put, _ := x.Changes()
	incidents := map[int32]Incident{}
	for _, i := range put {
		day := all[i.Lead()].Day
		for _, n := range i.Reports {
			day = min(day, all[n].Day)
		}
		if is(day, CellOf(all[i.Town].Where.Point)) {
			incidents[i.Lead()] = i
		}
	}
	return incidents
}

// TestReach: a new report changes no incident beyond its reach, and those within it are found from
// the reports around them.
func TestReach(t *testing.T) {
	changed := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		all := along(r, 1500)
		last := len(all) - 1
		within := func(times int) func(day int, c [2]int) bool {
			at := CellOf(all[last].Where.Point)
			return func(day int, c [2]int) bool {
				return max(day-all[last].Day, all[last].Day-day) <= times*ReachDays && max(c[0]-at[0], at[0]-c[0]) <= times*ReachCells && max(c[1]-at[1], at[1]-c[1]) <= times*ReachCells
			}
		}
		zone, around := within(1), within(2)
		beyond := func(day int, c [2]int) bool { return !zone(day, c) }
		every := func(int) bool { return true }
		before := func(n int) bool { return n < last }
		if was, is := found(all, before, beyond), found(all, every, beyond); !reflect.DeepEqual(was, is) {
			t.Fatalf("seed %d: a report changes incidents beyond its reach", seed)
		}
		some := func(n int) bool { return around(all[n].Day, CellOf(all[n].Where.Point)) }
		whole := found(all, every, zone)
		if part := found(all, some, zone); !reflect.DeepEqual(whole, part) {
			t.Fatalf("seed %d: %d incidents of all reports, %d of those around", seed, len(whole), len(part))
		}
		if !reflect.DeepEqual(whole, found(all, before, zone)) {
			changed++
		}
	}
	if changed < 60 {
		t.Errorf("a report changed something in %d of 60", changed)
	}
}

// TestDisputesAtSpots: another claimant to a spot is recorded even if an earlier report of the spot
// belongs to an incident of its town.
func TestDisputesAtSpots(t *testing.T) {
	at := func(day int, place string, lon float64, size Size, by string) Report {
		return Report{Type: "capture", Article: fmt.Sprint(day, by), Day: day, Dated: true, By: by, Where: Where{place, orb.Point{lon, 35}, size}}
	}
	all := []Report{at(1, "town", 36, Town, "A"), at(1, "bridge", 36.02, Spot, "A"), at(9, "bridge", 36.02, Spot, "A"), at(9, "bridge", 36.02, Spot, "B")}
	incidents := found(all, func(int) bool { return true }, func(int, [2]int) bool { return true })
	if len(incidents) != 3 || len(incidents[2].Against) != 1 || len(incidents[3].Against) != 1 {
		t.Errorf("%+v", incidents)
	}
}
