package atlas

import (
	"testing"
	"time"
)

// TestParseDay compares with time.Parse.
func TestParseDay(t *testing.T) {
	for _, s := range []string{
		"2019-08-22", "2020-02-29", "2019-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2019-13-01", "2019-00-10", "2019-01-00", "2019-04-31",
		"2019-8-22", "2019/08/22", "+019-08-22", "2019-08-2x", "20190822", "", "２019-08-22", "2019-08-22T12:00:00Z",
	} {
		want, err := time.Parse(time.DateOnly, s)
		got, ok := parseDay(s)
		if ok != (err == nil) || ok && !got.Equal(want) {
			t.Errorf("%q: %v, %v, want %v, %v", s, got, ok, want, err)
		}
	}
}
