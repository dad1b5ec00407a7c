package query

import (
	"testing"
	"time"

	"dateline/feature"
)

func day(s string) feature.Day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return feature.DayOf(t)
}

func TestParseDatetime(t *testing.T) {
	d := day("2019-08-22")
	for s, want := range map[string]feature.Days{
		"2019-08-22":                       {First: d, Last: d},
		"2019-08-22T12:00:00Z":             {First: d, Last: d},
		"2019-08-22t12:00:00.25z":          {First: d, Last: d},
		"2019-08-22T23:59:60Z":             {First: d, Last: d},
		"2019-08-22T12:00:20,5Z":           {},
		"2019-08-22T23:30:00-02:00":        {First: d + 1, Last: d + 1},
		"2019-08-22T01:00:00+03:00":        {First: d - 1, Last: d - 1},
		"2019-08-20/2019-08-22":            {First: d - 2, Last: d},
		"2019-08-22T12:00:00Z/2019-08-22":  {First: d, Last: d},
		"2019-08-20T/2019-08-22T":          {First: d - 2, Last: d},
		"2019-08-22/..":                    {First: d, Last: feature.End},
		"2019-08-22/":                      {First: d, Last: feature.End},
		"../2019-08-22":                    {First: feature.Beginning, Last: d},
		"/2019-08-22":                      {First: feature.Beginning, Last: d},
		"../..":                            {First: feature.Beginning, Last: feature.End},
		"/":                                {First: feature.Beginning, Last: feature.End},
		"1915-04-24":                       {First: day("1915-04-24"), Last: day("1915-04-24")},
		"2019-08-20/P2D":                   {First: d - 2, Last: d},
		"2019-08-15/p1w":                   {First: d - 7, Last: d},
		"2019-07-22/P1M":                   {First: day("2019-07-22"), Last: d},
		"2018-07-21/P1Y1M1D":               {First: day("2018-07-21"), Last: d},
		"2019-08-21T13:00:00Z/PT11H":       {First: d - 1, Last: d},
		"2019-08-21T13:00:00Z/P0DT10H59M":  {First: d - 1, Last: d - 1},
		"0001-01-01T00:00:00Z/2019-08-22Z": {},
	} {
		got, err := ParseDatetime(s)
		if want == (feature.Days{}) {
			if err == nil {
				t.Errorf("%q: %v, want an error", s, *got)
			}
			continue
		}
		want.Known = true
		if err != nil || *got != want {
			t.Errorf("%q: %v, %v; want %v", s, got, err, want)
		}
	}
}

func TestParseDatetimeRefuses(t *testing.T) {
	for _, s := range []string{
		"", "..", "yesterday", "2019", "2019-08", "2019-8-22", "22.08.2019", "2019-08-32", "2019-02-29",
		"2019-08-22T12:00:00", "2019-08-22 12:00:00Z", "2019-08-22T25:00:00Z", "2019-08-22/2019-08-20",
		"2019-08-20/2019-08-22/2019-08-24", "2019-08-22/...", " 2019-08-22", "2019-08-22/now",
		"2019-08-22/P", "2019-08-22/PT", "2019-08-22/2D", "2019-08-22/P2", "2019-08-22/P-2D", "2019-08-22/P1D2M", "../P2D", "P2D/2019-08-22", "2019-08-22/P99999D",
	} {
		if got, err := ParseDatetime(s); err == nil {
			t.Errorf("%q: %v, want an error", s, *got)
		}
	}
}

func FuzzParseDatetime(f *testing.F) {
	for _, s := range []string{"2019-08-22", "2019-08-22T12:00:00Z/..", "../2019-08-22", "/", "2019-08-20/2019-08-22"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDatetime(s)
		if err == nil && (!d.Known || d.First > d.Last || !d.Overlaps(*d)) {
			t.Errorf("%q gives %v", s, *d)
		}
	})
}
