package newsdate

import (
	"testing"
	"time"
)

// TestISO compares with time.Parse.
func TestISO(t *testing.T) {
	for _, s := range []string{
		"2019-08-22", "2020-02-29", "2019-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2019-13-01", "2019-00-10", "2019-01-00", "2019-04-31",
		"2019-8-22", "2019/08/22", "+019-08-22", "2019-08-2x", "20190822", "", "２019-08-22", "2019-08-22T12:00:00Z", "2019-08-22T12:00:00+03:00",
		"2019-08-22T12:00:00.5-11:00", "2019-08-22 12:00:00Z", "2019-08-22T25:00:00Z",
	} {
		layout := time.RFC3339
		if len(s) == len(time.DateOnly) {
			layout = time.DateOnly
		}
		want, err := time.Parse(layout, s)
		got, ok := ISO(s)
		if ok != (err == nil) || ok && (!got.Equal(want) || Civil(got) != Civil(want)) {
			t.Errorf("%q: %v, %v, want %v, %v", s, got, ok, want, err)
		}
	}
	if got, ok := ISO("2019-08-22t12:00:00z"); !ok || Format(got) != "2019-08-22T12:00:00Z" {
		t.Errorf("small letters: %v, %v", got, ok)
	}
}

func TestFormat(t *testing.T) {
	for _, s := range []string{"2019-08-22", "2019-08-22T12:00:00Z", "2020-01-01T00:00:00+03:00", "2020-01-01T03:00:00+03:00", "2020-01-01T22:00:00-02:00"} {
		at, ok := ISO(s)
		if got := Format(at); !ok || got != s {
			t.Errorf("%s becomes %s", s, got)
		}
	}
	if got := Format(time.Time{}); got != "" {
		t.Errorf("no time is %q", got)
	}
}

func TestEnclosing(t *testing.T) {
	day := func(s string) Date { at, _ := ISO(s); return Civil(at) }
	for _, c := range []struct{ a, b, want Date }{
		{day("2019-08-22"), day("2019-08-22"), day("2019-08-22")},
		{day("2019-08-24"), day("2019-08-22"), Date{2019, 8, 22, Month}},
		{day("2019-08-22"), day("2019-09-01"), Date{2019, 8, 22, Year}},
		{day("2019-08-22"), day("2020-01-01"), Date{}},
		{day("2019-08-22"), Date{}, Date{}},
		{day("2019-08-22"), Date{2019, 8, 1, Month}, Date{2019, 8, 1, Month}},
	} {
		if got := Enclosing(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
