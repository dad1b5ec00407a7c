package stats

import (
	"errors"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/feature"
)

func TestBinsBeginWhereTheirUnitDoes(t *testing.T) {
	start := map[string]func(time.Time) time.Time{
		byDay: func(at time.Time) time.Time { return at },
		byWeek: func(at time.Time) time.Time {
			for at.Weekday() != time.Monday {
				at = at.AddDate(0, 0, -1)
			}
			return at
		},
		byMonth: func(at time.Time) time.Time { return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC) },
		byYear:  func(at time.Time) time.Time { return time.Date(at.Year(), time.January, 1, 0, 0, 0, 0, time.UTC) },
	}
	for _, by := range bys() {
		for day := feature.Day(-1000); day < 1000; day++ {
			if got, want := binOf(day, by).Time(), start[by](day.Time()); !got.Equal(want) {
				t.Fatalf("%s: %s is in the bin of %s, want %s", by, day.Time(), got, want)
			}
		}
	}
}

func TestTooManySumsNameTheNextCoarserBins(t *testing.T) {
	for by, advice := range map[string]string{
		byDay: "; ask by=place,week, or for less by bbox", byWeek: "; ask by=place,month, or for less by bbox",
		byMonth: "; ask by=place,year, or for less by bbox", byYear: "; ask for less by bbox",
	} {
		p := tooMany(maxSums+1, by)
		if p.Status != http.StatusBadRequest || p.Parameter != "by" || !strings.Contains(p.Detail, "2000001 sums by "+by) || !strings.Contains(p.Detail, advice) {
			t.Errorf("%s: %+v", by, p)
		}
	}
}

func TestTooManySumsAreByCoarserBinsIfAllowed(t *testing.T) {
	const places, weeks = 4001, 500
	many := &tally{}
	for i := range places {
		p := many.addPlace(strconv.Itoa(i))
		for week := range feature.Day(weeks) {
			many.add(p, 7*week, 1, 1)
		}
	}
	many.sort()
	if n := many.sums(byWeek); n != places*weeks {
		t.Fatalf("%d sums by week, want %d", n, places*weeks)
	}
	for _, c := range []struct {
		p    params
		want string
	}{{params{by: byDay, coarser: true}, byMonth}, {params{by: byWeek, coarser: true}, byMonth}, {params{by: byYear}, byYear}, {params{by: byMonth}, byMonth}, {params{by: byWeek}, ""}} {
		by, err := fewEnough(many, &c.p)
		if by != c.want || (err == nil) != (by != "") {
			t.Errorf("%+v: %q, %v, want %q", c.p, by, err, c.want)
		}
	}
}

// TestFittingTally: a count that stops is repeated with the next coarser bins.
func TestFittingTally(t *testing.T) {
	failed := errors.New("the database is away")
	for name, c := range map[string]struct {
		p       params
		stops   []string // counts by these stop
		err     error
		counted []string
		want    string
	}{
		"fits":                 {p: params{by: byWeek, coarser: true}, counted: []string{byWeek}, want: byWeek},
		"weeks are too many":   {p: params{by: byWeek, coarser: true}, stops: []string{byWeek}, counted: []string{byWeek, byMonth}, want: byMonth},
		"months are too":       {p: params{by: byWeek, coarser: true}, stops: []string{byWeek, byMonth}, counted: []string{byWeek, byMonth, byYear}, want: byYear},
		"another error is one": {p: params{by: byWeek, coarser: true}, err: failed, counted: []string{byWeek}},
	} {
		var counted []string
		_, by, err := fittingTally(&c.p, func(p *params) (*tally, error) {
			if counted = append(counted, p.by); slices.Contains(c.stops, p.by) {
				return nil, errTooManySums
			}
			return &tally{}, c.err
		})
		if by != c.want || !errors.Is(err, c.err) || !slices.Equal(counted, c.counted) {
			t.Errorf("%s: counted by %v, answered by %q, %v; want %v, %q", name, counted, by, err, c.counted, c.want)
		}
	}
}

// TestIsTooMuch: mentions of one place and bin are one sum, those without a day or place none.
func TestIsTooMuch(t *testing.T) {
	const weeks = 500
	many := &tally{}
	nowhere := many.addPlace("")
	for i := range maxSums / weeks {
		p := many.addPlace(strconv.Itoa(i))
		for week := range feature.Day(weeks) {
			many.add(p, 7*week, 1, 1)
		}
	}
	many.add(1, 1, 1, 1) // in the week of day 0
	many.add(1, noDay, 1, 1)
	many.add(nowhere, 7*weeks, 1, 1)
	if many.isTooMuch(byWeek) {
		t.Errorf("%d sums are too many, want as many as an answer may have", maxSums)
	}
	many.add(1, 7*weeks, 1, 1)
	if !many.isTooMuch(byWeek) || many.isTooMuch(byMonth) {
		t.Error("one sum by week more is not too many, or those by month are")
	}
}

// TestStopsAt: no bins are coarser than years.
func TestStopsAt(t *testing.T) {
	for _, by := range bys() {
		if stopsAt(&params{by: by}) != math.MaxInt {
			t.Errorf("%s: a count stops that may not be coarser", by)
		}
		if stops := stopsAt(&params{by: by, coarser: true}) == firstLook; stops != (by != byYear) {
			t.Errorf("%s: stops at the first look: %t", by, stops)
		}
	}
}
