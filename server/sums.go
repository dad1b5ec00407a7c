package server

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"dateline/atlas"
	"dateline/geo"
	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
)

// relSums leads to how often each place is mentioned in each week or day.
const relSums = "sums"

// sumsDoc says how often each place is mentioned in each bin of time. The
// entries of place i are those from Start[i] to before Start[i+1], with their
// bins rising. Mentions that stand for the anchor of a front are not counted.
type sumsDoc struct {
	NumberMatched int        `json:"numberMatched"` // all that is counted
	By            []string   `json:"by"`
	Places        []string   `json:"places"`  // ids, in their order
	Bins          []string   `json:"bins"`    // first days of the bins that hold anything, ascending
	Start         []int      `json:"start"`   // one more than Places
	Bin           []int      `json:"bin"`     // index in Bins, by entry
	Count         []int      `json:"count"`   // by entry
	Undated       []int      `json:"undated"` // by place
	Nowhere       nowhereDoc `json:"nowhere"` // mentions without a place
	Links         []link     `json:"links"`
}

// nowhereDoc is what sumsDoc says of a place, for mentions without one.
type nowhereDoc struct {
	Bin     []int `json:"bin"`
	Count   []int `json:"count"`
	Undated int   `json:"undated"`
}

// sums answers with the counts of the mentions that are selected.
func (s *service) sums(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	t := newTally(entries(layer, &req.params.Query, req.params.sumDate), req.params.sumBin)
	doc := t.doc()
	doc.By = strings.Split(req.params.sumBin, ",")
	doc.Links = append(req.own(), req.to("/collections/"+req.collection.id, "collection", typeJSON, "About "+req.collection.title))
	return okJSON(req, doc)
}

// entries yields the place, empty for none, and the day of each mention that q
// selects; date is the property that holds the day. Anchors are left out.
func entries(layer *atlas.Layer, q *query.Query, date string) iter.Seq2[string, geo.Days] {
	return func(yield func(string, geo.Days) bool) {
		for f := range layer.Selected(q) {
			if f.Property("role") == "anchor" {
				continue
			}
			place, _ := f.Property("place").(string)
			day, _ := f.Property(date).(time.Time)
			if !yield(place, geo.OneDay(day)) {
				return
			}
		}
	}
}

// Values of the parameter by.
const (
	byWeek = "place,week"
	byDay  = "place,day"
)

// binOf returns the first day of the bin that holds a day: its Monday, or itself.
func binOf(day geo.Day, by string) geo.Day {
	if by == byDay {
		return day
	}
	return day - ((day+3)%7+7)%7 // 1970-01-01 was a Thursday
}

// noDay stands for the bin of what has no date, before all others.
const noDay = geo.Beginning

// tally is a list of what was counted: a place and a bin for each mention.
type tally struct {
	places []string // sorted; "" first, where it is one
	cells  []cell   // sorted
}

type cell struct {
	place int32
	bin   geo.Day
}

func newTally(entries iter.Seq2[string, geo.Days], by string) *tally {
	t, numbers := &tally{}, map[string]int32{}
	for place, days := range entries {
		n, known := numbers[place]
		if !known {
			n = int32(len(t.places))
			numbers[place], t.places = n, append(t.places, place)
		}
		c := cell{n, noDay}
		if days.Known {
			c.bin = binOf(days.First, by)
		}
		t.cells = append(t.cells, c)
	}
	t.sort(numbers)
	return t
}

// sort numbers the places by their ids and orders the cells.
func (t *tally) sort(before map[string]int32) {
	slices.Sort(t.places)
	after := make([]int32, len(t.places))
	for i, id := range t.places {
		after[before[id]] = int32(i)
	}
	keys := make([]uint64, len(t.cells)) // numbers sort faster than structs
	for i, c := range t.cells {
		keys[i] = uint64(after[c.place])<<32 | uint64(uint32(c.bin)^1<<31)
	}
	slices.Sort(keys)
	for i, k := range keys {
		t.cells[i] = cell{int32(k >> 32), geo.Day(uint32(k) ^ 1<<31)}
	}
}

// bins returns the bins of all cells and where each stands among them.
func (t *tally) bins() ([]string, map[geo.Day]int) {
	seen := map[geo.Day]int{}
	for _, c := range t.cells {
		seen[c.bin] = 0
	}
	delete(seen, noDay)
	days := make([]geo.Day, 0, len(seen))
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
		NumberMatched: len(t.cells), Places: []string{}, Bins: bins, Start: []int{0}, Bin: []int{}, Count: []int{}, Undated: []int{},
		Nowhere: nowhereDoc{Bin: []int{}, Count: []int{}},
	}
	at := 0
	for i, id := range t.places {
		end := at
		for end < len(t.cells) && int(t.cells[end].place) == i {
			end++
		}
		bin, count, undated := run(t.cells[at:end], number)
		at = end
		if id == "" {
			d.Nowhere = nowhereDoc{bin, count, undated}
			continue
		}
		d.Places, d.Undated = append(d.Places, id), append(d.Undated, undated)
		d.Bin, d.Count = append(d.Bin, bin...), append(d.Count, count...)
		d.Start = append(d.Start, len(d.Bin))
	}
	return d
}

// run sums the cells of one place by bin.
func run(cells []cell, number map[geo.Day]int) (bin, count []int, undated int) {
	bin, count = []int{}, []int{}
	for i, c := range cells {
		switch {
		case c.bin == noDay:
			undated++
		case i > 0 && cells[i-1].bin == c.bin:
			count[len(count)-1]++
		default:
			bin, count = append(bin, number[c.bin]), append(count, 1)
		}
	}
	return bin, count, undated
}

// paramBy chooses the bins of sums.
func paramBy() param {
	return param{
		name: "by", standard: byWeek, about: "What the sums are by: weeks begin on Mondays.",
		schema: openapi3.NewStringSchema().WithEnum(byWeek, byDay).WithDefault(byWeek),
		read: func(v string, into *params) error {
			if v != byWeek && v != byDay {
				return fmt.Errorf("%q is none of the sums; there is %s and %s", v, byWeek, byDay)
			}
			into.sumBin = v
			return nil
		},
	}
}

// paramDate chooses the day that counts in sums.
func paramDate() param {
	return param{
		name: "date", standard: "event", about: "The day that counts: that of the event, or that of publication. datetime selects by the event's.",
		schema: openapi3.NewStringSchema().WithEnum("event", "published").WithDefault("event"),
		read: func(v string, into *params) error {
			switch v {
			case "event":
				into.sumDate = "date"
			case "published":
				into.sumDate = v
			default:
				return fmt.Errorf("%q is no day that could count; there is event and published", v)
			}
			return nil
		},
	}
}
