package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline/feature"
)

// noDay is the day of undated mentions, before all others.
const noDay = feature.Beginning

// tally is a list of counted mentions: a place and a day for each.
type tally struct {
	places     []string     // sorted; "" first, if present
	confidence []float64    // by place, the highest
	cells      []cell       // sorted
	more       map[cell]int // number beyond the one in cells, if any
	counted    int
}

type cell struct {
	place int32
	day   feature.Day
}

// addPlace returns the number of a new place, valid until sort.
func (t *tally) addPlace(id string) int32 {
	t.places, t.confidence = append(t.places, id), append(t.confidence, 0)
	return int32(len(t.places) - 1)
}

// add counts n mentions of a place on a day, at least one.
func (t *tally) add(place int32, day feature.Day, confidence float64, n int) {
	t.confidence[place] = max(t.confidence[place], confidence)
	c := cell{place, day}
	t.cells = append(t.cells, c)
	if t.counted += n; n == 1 {
		return
	}
	if t.more == nil {
		t.more = map[cell]int{}
	}
	t.more[c] += n - 1
}

// sort renumbers the places by id and sorts the cells.
func (t *tally) sort() {
	order, after := make([]int, len(t.places)), make([]int32, len(t.places))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.places[a], t.places[b]) })
	places, confidence := make([]string, len(order)), make([]float64, len(order))
	for i, before := range order {
		after[before], places[i], confidence[i] = int32(i), t.places[before], t.confidence[before]
	}
	t.places, t.confidence = places, confidence
	keys := make([]uint64, len(t.cells))
	for i, c := range t.cells {
		keys[i] = keyOf(after[c.place], c.day)
	}
	more := make(map[cell]int, len(t.more))
	for c, n := range t.more {
		more[cell{after[c.place], c.day}] = n
	}
	t.more = more
	radixSort(keys)
	for i, k := range keys {
		t.cells[i] = cell{int32(k >> 32), feature.Day(uint32(k) ^ 1<<31)}
	}
}

// keyOf returns a number that orders cells by place, then by day.
func keyOf(place int32, day feature.Day) uint64 { return uint64(place)<<32 | uint64(uint32(day)^1<<31) }

// sums returns the number of sums by bins: one for each place and bin.
func (t *tally) sums(by string) int {
	n, place, of := 0, int32(-1), bin{}
	for _, c := range t.cells {
		if c.day == noDay || t.places[c.place] == "" {
			continue
		}
		if next := of.holding(c.day, by); next != of || c.place != place {
			n, place, of = n+1, c.place, next
		}
	}
	return n
}

// bins returns the first days of the bins of all cells and the index of each.
func (t *tally) bins(by string) ([]string, map[feature.Day]int) {
	seen, of := map[feature.Day]int{}, bin{}
	for _, c := range t.cells {
		if c.day == noDay {
			continue
		}
		if next := of.holding(c.day, by); next != of {
			of = next
			seen[of.first] = 0
		}
	}
	days := slices.Sorted(maps.Keys(seen))
	names := make([]string, len(days))
	for i, d := range days {
		seen[d], names[i] = i, d.Time().Format(time.DateOnly)
	}
	return names, seen
}

// doc sums the cells by bins.
func (t *tally) doc(by string) *sumsDoc {
	bins, number := t.bins(by)
	d := &sumsDoc{
		NumberMatched: t.counted, By: strings.Split(by, ","),
		Places: []string{}, Bins: bins, Start: []int{0}, Bin: []int{}, Count: []int{}, Undated: []int{}, Confidence: []float64{},
		Nowhere: nowhereDoc{Bin: []int{}, Count: []int{}},
	}
	at := 0
	for i, id := range t.places {
		end := at
		for end < len(t.cells) && int(t.cells[end].place) == i {
			end++
		}
		bin, count, undated := t.run(t.cells[at:end], by, number)
		at = end
		if id == "" {
			d.Nowhere = nowhereDoc{bin, count, undated}
			continue
		}
		d.Places, d.Undated, d.Confidence = append(d.Places, id), append(d.Undated, undated), append(d.Confidence, t.confidence[i])
		d.Bin, d.Count = append(d.Bin, bin...), append(d.Count, count...)
		d.Start = append(d.Start, len(d.Bin))
	}
	return d
}

// run sums the cells of one place by bin.
func (t *tally) run(cells []cell, by string, number map[feature.Day]int) (bins, count []int, undated int) {
	bins, count = []int{}, []int{}
	of := bin{}
	for i, c := range cells {
		n := 1
		if i == 0 || cells[i-1] != c {
			n += t.more[c]
		}
		if c.day == noDay {
			undated += n
			continue
		}
		if next := of.holding(c.day, by); next != of {
			of = next
			bins, count = append(bins, number[of.first]), append(count, 0)
		}
		count[len(count)-1] += n
	}
	return bins, count, undated
}
