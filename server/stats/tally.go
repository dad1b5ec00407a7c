package stats

import (
	"cmp"
	"slices"
	"time"

	"dateline/feature"
)

// Values of the parameter by.
const (
	byDay   = "place,day"
	byWeek  = "place,week"
	byMonth = "place,month"
	byYear  = "place,year"
)

// bys returns the values of the parameter by, those of the finest bins first.
func bys() []string { return []string{byDay, byWeek, byMonth, byYear} }

// binOf returns the first day of the bin that holds a day: itself, its Monday, the
// first of its month or of its year.
func binOf(day feature.Day, by string) feature.Day {
	switch by {
	case byWeek:
		return day - ((day+3)%7+7)%7 // 1970-01-01 was a Thursday
	case byMonth:
		return day - feature.Day(day.Time().Day()-1)
	case byYear:
		return day - feature.Day(day.Time().YearDay()-1)
	default:
		return day
	}
}

// noDay stands for the bin of what has no date, before all others.
const noDay = feature.Beginning

// tally is a list of what was counted: a place and a bin for each mention.
type tally struct {
	places     []string     // sorted; "" first, where it is one
	confidence []float64    // by place, the most
	cells      []cell       // sorted
	more       map[cell]int // how many there are beside the one in cells, where that is any
	counted    int
}

type cell struct {
	place int32
	bin   feature.Day
}

// addPlace returns the number of a new place, until sort.
func (t *tally) addPlace(id string) int32 {
	t.places, t.confidence = append(t.places, id), append(t.confidence, 0)
	return int32(len(t.places) - 1)
}

// add counts so many mentions of a place in a bin, one at least.
func (t *tally) add(place int32, bin feature.Day, confidence float64, n int) {
	t.confidence[place] = max(t.confidence[place], confidence)
	c := cell{place, bin}
	t.cells = append(t.cells, c)
	if t.counted += n; n == 1 {
		return
	}
	if t.more == nil {
		t.more = map[cell]int{}
	}
	t.more[c] += n - 1
}

// sort numbers the places by their ids and orders the cells.
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
		keys[i] = uint64(after[c.place])<<32 | uint64(uint32(c.bin)^1<<31)
	}
	more := make(map[cell]int, len(t.more))
	for c, n := range t.more {
		more[cell{after[c.place], c.bin}] = n
	}
	t.more = more
	radixSort(keys)
	for i, k := range keys {
		t.cells[i] = cell{int32(k >> 32), feature.Day(uint32(k) ^ 1<<31)}
	}
}

// bins returns the bins of all cells and where each stands among them.
func (t *tally) bins() ([]string, map[feature.Day]int) {
	seen := map[feature.Day]int{}
	for _, c := range t.cells {
		seen[c.bin] = 0
	}
	delete(seen, noDay)
	days := make([]feature.Day, 0, len(seen))
	for d := range seen {
		days = append(days, d)
	}
	slices.Sort(days)
	names := make([]string, len(days))
	for i, d := range days {
		seen[d], names[i] = i, d.Time().Format(time.DateOnly)
	}
	return names, seen
}

// doc sums the cells.
func (t *tally) doc() *sumsDoc {
	bins, number := t.bins()
	d := &sumsDoc{
		NumberMatched: t.counted, Places: []string{}, Bins: bins, Start: []int{0}, Bin: []int{}, Count: []int{}, Undated: []int{}, Confidence: []float64{},
		Nowhere: nowhereDoc{Bin: []int{}, Count: []int{}},
	}
	at := 0
	for i, id := range t.places {
		end := at
		for end < len(t.cells) && int(t.cells[end].place) == i {
			end++
		}
		bin, count, undated := t.run(t.cells[at:end], number)
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
func (t *tally) run(cells []cell, number map[feature.Day]int) (bin, count []int, undated int) {
	bin, count = []int{}, []int{}
	for i, c := range cells {
		again, n := i > 0 && cells[i-1] == c, 1
		if !again {
			n += t.more[c]
		}
		switch {
		case c.bin == noDay:
			undated += n
		case again:
			count[len(count)-1] += n
		default:
			bin, count = append(bin, number[c.bin]), append(count, n)
		}
	}
	return bin, count, undated
}
