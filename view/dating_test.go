package view

import (
	"testing"

	"dateline/document"
	"dateline/document/documenttest"
	"dateline/feature"
	"dateline/newsdate"
	"dateline/query"
	"dateline/schema"
)

// TestDating: the dates of features, and the days by which datetime finds them: all on which the
// date may be.
func TestDating(t *testing.T) {
	for name, c := range map[string]struct {
		published, date, precision, from string
		want                             []any // date, date_precision, date_from
		first, last                      string
	}{
		"as parse writes it":   {"2019-08-22", "2019-08-20", "day", "text", []any{"2019-08-20", "day", "text"}, "2019-08-20", "2019-08-20"},
		"a month":              {"2019-08-22", "2019-06-01", "month", "text", []any{"2019-06-01", "month", "text"}, "2019-06-01", "2019-06-30"},
		"some day of a month":  {"2019-08-22", "2019-06-15", "month", "text", []any{"2019-06-15", "month", "text"}, "2019-06-01", "2019-06-30"},
		"a year":               {"2019-08-22", "2015-01-01", "year", "context", []any{"2015-01-01", "year", "context"}, "2015-01-01", "2015-12-31"},
		"of neighbours":        {"", "2019-08-01", "month", "neighbours", []any{"2019-08-01", "month", "neighbours"}, "2019-08-01", "2019-08-31"},
		"by another geoparser": {"2019-08-22", "2019-08-20", "", "", []any{"2019-08-20", "day", "text"}, "2019-08-20", "2019-08-20"},
		"without a date":       {"2019-08-22", "", "", "", []any{"2019-08-22", "day", "published"}, "2019-08-22", "2019-08-22"},
		"in its own zone":      {"2020-01-01T00:30:00+03:00", "", "", "", []any{"2020-01-01", "day", "published"}, "2020-01-01", "2020-01-01"},
		"of no time":           {"", "", "", "", []any{nil, nil, nil}, "", ""},
	} {
		d := documenttest.Valid()
		d.Published = c.published
		d.Mentions[0].Date, d.Mentions[0].DatePrecision, d.Mentions[0].DateFrom = c.date, c.precision, c.from
		if err := d.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		f := New([]document.Document{d}).mentionsLayer(t).At(0)
		for i, property := range []string{"date", "date_precision", "date_from"} {
			got := f.Property(property)
			if at, ok := got.(interface{ Format(string) string }); ok {
				got = at.Format("2006-01-02")
			}
			if got != c.want[i] {
				t.Errorf("%s: %s %v, want %v", name, property, got, c.want[i])
			}
		}
		days := f.Days()
		if !days.Known {
			if c.first != "" {
				t.Errorf("%s: no days", name)
			}
			continue
		}
		if first, last := newsdate.Format(days.First.Time()), newsdate.Format(days.Last.Time()); first != c.first || last != c.last {
			t.Errorf("%s: %s to %s, want %s to %s", name, first, last, c.first, c.last)
		}
	}
}

// TestDatetimeFindsMonths: a date known to the month is found by every day of it.
func TestDatetimeFindsMonths(t *testing.T) {
	d := documenttest.Valid()
	d.Mentions[0].Date, d.Mentions[0].DatePrecision = "2019-06-01", "month"
	f := New([]document.Document{d}).mentionsLayer(t).At(0)
	for datetime, want := range map[string]bool{
		"2019-06-30": true, "2019-06-30/..": true, "2019-05-01/2019-06-01": true, "2019-07-01/..": false, "../2019-05-31": false,
	} {
		days, err := query.ParseDatetime(datetime)
		if err != nil {
			t.Fatal(err)
		}
		if got := matches(&query.Query{Datetime: days}, f); got != want {
			t.Errorf("datetime=%s finds it: %v", datetime, got)
		}
	}
}

func (v *View) mentionsLayer(t *testing.T) *feature.Table {
	t.Helper()
	l, ok := v.Layer(schema.Mentions)
	if !ok || l.Len() == 0 {
		t.Fatal("no mentions")
	}
	return l.Features
}
