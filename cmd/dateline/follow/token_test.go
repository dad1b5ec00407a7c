package follow

import (
	"testing"
	"time"
)

func TestExpiry(t *testing.T) {
	now := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	for given, want := range map[string]string{
		"":           "0001-01-01T00:00:00Z",
		"2027-01-31": "2027-02-01T00:00:00Z", // to the end of the day
		"90d":        "2027-02-27T12:00:00Z",
		"12h":        "2026-11-30T00:00:00Z",
	} {
		if at, err := expiry(given, now); err != nil || at.Format(time.RFC3339) != want {
			t.Errorf("%q: %v, %v, want %s", given, at, err, want)
		}
	}
	for _, given := range []string{"tomorrow", "-1d", "0d", "99999999d", "-12h", "2027-13-01"} {
		if at, err := expiry(given, now); err == nil {
			t.Errorf("%q: %v", given, at)
		}
	}
}
