package stats

import (
	"net/http"
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

func TestSumsTooManyForAnAnswerAreByCoarserBinsWhereTheyMay(t *testing.T) {
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
